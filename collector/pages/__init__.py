"""Briefs and published data become the static site: a slow build and a fast fill."""

from collector.pages.build import Built, build
from collector.pages.fill import fill
from collector.pages.forget import forget
from collector.pages.found import Around, found_page
from collector.pages.invitation_cards import invitation_cards
from collector.pages.kept import KeptDefinitions
from collector.pages.live import IMMUTABLE, Live, live
from collector.pages.outcome import draw_outcome
from collector.pages.preview import preview
from collector.pages.printed import PRINT_STYLE
from collector.pages.render import in_short
from collector.pages.slips import Surroundings, slips
from collector.pages.sources import (
    briefs_to_build,
    check,
    check_models,
    check_text,
    models_to_tell,
    models_told,
    terms,
    terms_text,
    terms_title,
)
from collector.pages.stage import stage
from collector.pages.table_cards import table_cards
from collector.pages.workshop_sheets import worksheet, workshop_cards

__all__ = [
    "IMMUTABLE",
    "PRINT_STYLE",
    "Around",
    "Built",
    "KeptDefinitions",
    "Live",
    "Surroundings",
    "briefs_to_build",
    "build",
    "check",
    "check_models",
    "check_text",
    "draw_outcome",
    "fill",
    "forget",
    "found_page",
    "in_short",
    "invitation_cards",
    "live",
    "models_to_tell",
    "models_told",
    "preview",
    "slips",
    "stage",
    "table_cards",
    "terms",
    "terms_text",
    "terms_title",
    "worksheet",
    "workshop_cards",
]
