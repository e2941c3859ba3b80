"""`voting: approve, 3 per person, counts after vote`: how ideas are voted on."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from collector.brief.codes import is_code
from collector.brief.heading import near
from collector.brief.matter import Setting
from collector.brief.numbers import NUMBER, THOUSANDS, UNIT, number
from collector.brief.rules import CountsShown, Voting, VotingKind
from collector.brief.settings.place import Place

OFF = ("none", "off")
BUDGET = re.compile(
    rf"budget (?:(?P<before>{UNIT})\s*)?(?P<budget>{NUMBER})(?:\s*(?P<unit>{UNIT}))?", re.IGNORECASE
)
MOST = re.compile(r"(?P<most>[1-9][0-9]{0,3}) per person")
COUNTS = re.compile(rf"counts (?P<counts>{'|'.join(CountsShown)})")
PARTED = re.compile(r",\s+|,(?=\D|\d+ per )")
"""A comma within a number parts nothing."""
ROUND = re.compile(r"round (?P<round>\S{1,40})")
USUAL = {
    "per person": "3 per person",
    "counts always": "counts always",
    "counts after vote": "counts after vote",
    "counts after close": "counts after close",
    "round": "round 2",
    "budget": "budget 5000 €",
}
"""What may stand in the setting, and what it looks like."""


def read_voting(setting: Setting, place: Place) -> None:
    """The kind first, then what else is said of it, in any order and once."""
    kind, *others = PARTED.split(setting.plain)
    if kind.lower() in OFF and not others:
        return
    voting = _kind(kind, setting, place)
    said: set[str] = set()
    for part in others:
        if voting is None:
            return
        voting = _part(voting, part.strip(), said, setting, place)
    place.facts.voting = voting


def _kind(written: str, setting: Setting, place: Place) -> Voting | None:
    word = written.lower()
    if word in set(VotingKind) - {VotingKind.BUDGET}:
        return Voting(VotingKind(word))
    found = BUDGET.fullmatch(written)
    budget = number(found["budget"]) if found else 0
    if THOUSANDS.search(written):
        fix = THOUSANDS.sub(lambda each: re.sub("[.,]", "", each[0]), written)
        place.error(setting, "brief-blank-thousands", fix, words=written)
    elif found and budget > 0:
        unit = found["unit"] or found["before"] or ""
        return Voting(VotingKind.BUDGET, budget=budget, unit=unit)
    elif word.startswith(VotingKind.BUDGET):
        place.error(setting, "brief-voting-budget", USUAL["budget"])
    else:
        known = [*VotingKind, *OFF]
        meant = near(word, list(known)) or VotingKind.APPROVE
        place.error(setting, "brief-voting-kind", USUAL.get(meant, meant), known=", ".join(known))
    return None


def _part(
    voting: Voting, part: str, said: set[str], setting: Setting, place: Place
) -> Voting | None:
    for name, (pattern, take) in PARTS.items():
        found = pattern.fullmatch(part.lower())
        if found is None:
            continue
        if name in said:
            place.error(setting, "brief-voting-twice", _without(setting, part), part=part)
            return None
        said.add(name)
        return take(voting, found, setting, place)
    meant = USUAL[near(part, list(USUAL)) or "per person"]
    fix = setting.plain.replace(part, meant)
    place.error(setting, "brief-voting-part", fix, part=part)
    return None


def _most(voting: Voting, found: re.Match[str], setting: Setting, place: Place) -> Voting | None:
    """Of two, one is preferred: there is nothing to be sparing with."""
    if voting.kind is VotingKind.PAIRWISE:
        place.error(setting, "brief-voting-pairwise", _without(setting, found[0]), part=found[0])
        return None
    return replace(voting, most=int(found["most"]))


def _counts(
    voting: Voting, found: re.Match[str], _setting: Setting, _place: Place
) -> Voting | None:
    return replace(voting, counts=CountsShown(found["counts"]))


def _round(voting: Voting, found: re.Match[str], setting: Setting, place: Place) -> Voting | None:
    if not is_code(found["round"]):
        fix = setting.plain.replace(found[0], USUAL["round"])
        place.error(setting, "brief-voting-round", fix, part=found[0])
        return None
    return replace(voting, round=found["round"])


def _without(setting: Setting, part: str) -> str:
    """The setting without its last part that reads so."""
    before, _, after = setting.plain.lower().rpartition(part.lower())
    return before.rstrip(", ") + after


PARTS: Mapping[
    str,
    tuple[re.Pattern[str], Callable[[Voting, re.Match[str], Setting, Place], Voting | None]],
] = {"most": (MOST, _most), "counts": (COUNTS, _counts), "round": (ROUND, _round)}
