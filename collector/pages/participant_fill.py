"""What is poured into a participant map: beside each group what its people did, as far as that may
be told.
"""

from collections.abc import Mapping
from typing import Any

from collector.analysis import LEAST
from collector.analysis.weeks import ACTS
from collector.models import UNINVITED, Participants
from collector.pages.models import block_slot
from collector.pages.render import render


def participants(told: Participants, kept: Mapping[str, Any]) -> dict[str, str]:
    """By slot, what stands in it; `kept` is what models may tell, by challenge."""
    engaged = [each.get("engagement", {}) for slug, each in kept.items() if told.tells_of(slug)]
    return {
        block_slot(group.code): _engaged(
            [each[group.code] for each in engaged if group.code in each]
        )
        for group in told.groups
        if group.code != UNINVITED
    }


def _engaged(counts: list[Mapping[str, int]]) -> str:
    """Of all challenges together; each count is so many or more, and so is their sum."""
    sums = {part.value: sum(each.get(part.value, 0) for each in counts) for part in ACTS}
    facts = {
        "invited": bool(counts),
        "parts": [(part, count) for part, count in sums.items() if count],
        "least": LEAST,
    }
    return render("participants_engaged.html", facts)
