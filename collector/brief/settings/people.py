"""Settings of people: who may do what, and the groups that are invited."""

import re
from collections.abc import Iterable

from collector.brief.codes import is_code, made
from collector.brief.heading import near
from collector.brief.matter import Setting
from collector.brief.rules import Access, Act, Group
from collector.brief.settings.place import Place

WORDS = (*Access, *Act)
CODED = re.compile(r"\((?P<code>[^()\s]+)\)\s*(?P<label>.+)")
"""`(staff) People who work here`, as an option of a list."""
LONGEST_CODE = 40


def read_access(setting: Setting, place: Place) -> None:
    """`open`, `invite`, `email`: for everything, or behind the acts that it is for."""
    found: dict[Act, Access] = {}
    rest: Access | None = None
    for part in setting.list:
        words = part.lower().split()
        odd = next((word for word in words if word not in WORDS), "")
        acts = [Act(word) for word in words[:-1] if word in set(Act)]
        if odd:
            fix = setting.text.replace(part, _meant(part, odd))
            place.error(setting, "brief-access-word", fix, word=odd)
        elif words[-1] not in set(Access) or len(acts) < len(words) - 1:
            place.error(
                setting, "brief-access-part", f"open, {_first_act(words)} invite", part=part
            )
        elif found.keys() & set(acts) or (not acts and rest):
            place.error(setting, "brief-access-twice", part, part=part)
        elif acts:
            found |= dict.fromkeys(acts, Access(words[-1]))
        else:
            rest = Access(words[-1])
    told = {act: found.get(act, rest or Access.OPEN) for act in Act}
    place.facts.access = {act: access for act, access in told.items() if access is not Access.OPEN}


def _first_act(words: Iterable[str]) -> Act:
    return next((Act(word) for word in words if word in set(Act)), Act.VOTE)


def _meant(part: str, odd: str) -> str:
    meant = near(odd, list(WORDS)) or Access.OPEN
    return re.sub(rf"(?i)(?<!\S){re.escape(odd)}(?!\S)", meant, part)


def read_groups(setting: Setting, place: Place) -> None:
    """`customers, our staff`, each with a code before it if one is wanted: `(staff) Our staff`."""
    found: dict[str, Group] = {}
    for label in setting.list:
        coded = CODED.fullmatch(label)
        group = Group(coded["code"], coded["label"]) if coded else Group(made(label), label)
        if not is_code(group.code) or len(group.code) > LONGEST_CODE:
            fix = ", ".join(each for each in setting.list if each != label) or "customers"
            place.error(setting, "brief-group-code", fix, label=label)
        elif group.code in found:
            fix = ", ".join(each.label for each in found.values())
            place.error(setting, "brief-group-twice", fix, label=label, code=group.code)
        else:
            found[group.code] = group
    place.facts.groups = tuple(found.values())
