"""The brief: a challenge written in Markdown, read into plain values."""

from collector.brief.address import HIDDEN, address_of, pictures_at
from collector.brief.agreement import CREDIT, agreements, contacts
from collector.brief.beginning import (
    for_translation,
    from_copy,
    from_nothing,
    from_template,
    is_slug,
    slug_of,
)
from collector.brief.built_in import COMMENT, REPORT
from collector.brief.challenge import Brief, Phase, Picture, Reading
from collector.brief.dates import read_day
from collector.brief.ending import end_phase, leave_out_phases
from collector.brief.file_types import FILE_ENDINGS, FILE_TYPES
from collector.brief.fix import fix
from collector.brief.folder import briefs_of, described, read_folder, templates
from collector.brief.insert import PIECES, SCORECARDS, form_lines, insert
from collector.brief.matter import drop_setting, line_of_setting, set_setting
from collector.brief.measure import Measure
from collector.brief.mend import mend
from collector.brief.model import (
    BLANKS,
    SECTIONS,
    Clause,
    Condition,
    Form,
    FormKind,
    FormSection,
    Limits,
    Line,
    Option,
    Page,
    Prose,
    Question,
    Range,
    Results,
    Scorecard,
    Section,
    Shape,
    Slot,
    SlotKind,
    Test,
    Thanks,
)
from collector.brief.quarter import NotAQuarter, Quarter
from collector.brief.rewrite import rewrite
from collector.brief.rules import (
    BALLOTS,
    SINGLE,
    Access,
    Act,
    CountsShown,
    DatedPhase,
    Group,
    SeenBy,
    Showing,
    Standing,
    Voting,
    VotingKind,
)
from collector.brief.standing import refusal
from collector.brief.tone import TONE, TONES, asks_tone
from collector.brief.translation import read, read_translation
from collector.brief.trial import Trial, Variant
from collector.garden import LANGUAGES

__all__ = [
    "BALLOTS",
    "BLANKS",
    "COMMENT",
    "CREDIT",
    "FILE_ENDINGS",
    "FILE_TYPES",
    "HIDDEN",
    "LANGUAGES",
    "PIECES",
    "REPORT",
    "SCORECARDS",
    "SECTIONS",
    "SINGLE",
    "TONE",
    "TONES",
    "Access",
    "Act",
    "Brief",
    "Clause",
    "Condition",
    "CountsShown",
    "DatedPhase",
    "Form",
    "FormKind",
    "FormSection",
    "Group",
    "Limits",
    "Line",
    "Measure",
    "NotAQuarter",
    "Option",
    "Page",
    "Phase",
    "Picture",
    "Prose",
    "Quarter",
    "Question",
    "Range",
    "Reading",
    "Results",
    "Scorecard",
    "Section",
    "SeenBy",
    "Shape",
    "Showing",
    "Slot",
    "SlotKind",
    "Standing",
    "Test",
    "Thanks",
    "Trial",
    "Variant",
    "Voting",
    "VotingKind",
    "address_of",
    "agreements",
    "asks_tone",
    "briefs_of",
    "contacts",
    "described",
    "drop_setting",
    "end_phase",
    "fix",
    "for_translation",
    "form_lines",
    "from_copy",
    "from_nothing",
    "from_template",
    "insert",
    "is_slug",
    "leave_out_phases",
    "line_of_setting",
    "mend",
    "pictures_at",
    "read",
    "read_day",
    "read_folder",
    "read_translation",
    "refusal",
    "rewrite",
    "set_setting",
    "slug_of",
    "templates",
]
