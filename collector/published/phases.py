"""Dated phases as published data tells them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from collector.brief import Act, DatedPhase, Showing


def to_document(phase: DatedPhase) -> dict[str, Any]:
    """Plain JSON values, as `schema.json` says; acts and what is shown in their usual order."""
    return {
        "name": phase.name,
        "opens": phase.opens.isoformat(timespec="seconds"),
        "closes": phase.closes.isoformat(timespec="seconds"),
        "acts": [act.value for act in Act if act in phase.acts],
        "shows": [showing.value for showing in Showing if showing in phase.shows],
    }


def from_document(document: Mapping[str, Any]) -> DatedPhase:
    """The phase that gave this document. Raises KeyError, TypeError, ValueError."""
    return DatedPhase(
        name=document["name"],
        opens=datetime.fromisoformat(document["opens"]),
        closes=datetime.fromisoformat(document["closes"]),
        acts=frozenset(map(Act, document["acts"])),
        shows=frozenset(map(Showing, document["shows"])),
    )
