"""What the page of an idea tells beside what it tells of any entry."""

from collections.abc import Mapping

from collector.acts import merge
from collector.analysis.similar import Alike
from collector.entries import NOWHERE, Entry, Idea, Progress, State
from collector.moderation import ENDS
from collector.store import reads, themes
from collector.web import similar
from collector.web.context import Context
from collector.web.desk import benefit_form, door
from collector.web.desk.cards import brief_of
from collector.web.desk.door import Access
from collector.web.desk.theme_names import label_of
from collector.words import say


def facts(context: Context, entry: Entry) -> Mapping[str, object]:
    """By the name that its template has for it; nothing for what is no idea, or not there."""
    if not isinstance(entry, Idea) or entry.state in ENDS:
        return {}
    about = {"idea": entry, "is_judged": _is_judged(context, entry)}
    if not door.may(Access.DESK, entry.challenge):
        return about
    return {
        **about,
        "steps": list(Progress),
        "known_tags": _tags(context, entry),
        "alike": alike(context, entry),
        "mergeable": entry.state in merge.MERGEABLE,
        "target": reads.idea(context.store, entry.merged) if entry.merged else None,
        "stands": reads.standing(context.store, entry),
        "merged_here": reads.merged_into(context.store, entry.ref),
        **benefit_form.facts(context, entry),
        "themes": _themes(context, entry),
    }


def _is_judged(context: Context, idea: Idea) -> bool:
    """Whether a jury scores it."""
    brief = brief_of(context, idea.challenge)
    stands = idea.state is State.APPROVED and reads.standing(context.store, idea).ref == idea.ref
    return stands and brief is not None and brief.scorecard is not None


def _themes(context: Context, idea: Idea) -> list[tuple[str, str]]:
    """Where the idea may be put: as it was found, into one of the themes, or nowhere; none where
    there are no themes.
    """
    known = themes.of(context.store, idea.challenge)
    if not known:
        return []
    found = next((label_of(each) for each in known if idea.ref in each.found), "")
    as_found = say("desk-theme-found", {"theme": found}) if found else say("desk-theme-found-none")
    named = ((each.ref, label_of(each)) for each in known)
    return [("", as_found), *named, (NOWHERE, say("desk-theme-nowhere"))]


def _tags(context: Context, idea: Idea) -> list[str]:
    """Those of the challenge's ideas, its own with them, in alphabetical order."""
    known = {*similar.tags(context, idea.challenge), *idea.tags}
    return sorted(known, key=str.casefold)


def alike(context: Context, idea: Idea) -> list[Alike]:
    """Ideas like it, that stand or wait."""
    return [] if idea.merged else similar.like_kept(context, idea)
