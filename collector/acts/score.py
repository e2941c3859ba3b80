"""A juror scores an idea. What stands on the page of those who run the jury follows at once;
pages of the site only where the brief tells scores."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from collector import moderation
from collector.brief import Brief, Results, Scorecard
from collector.entries import Decision, Idea, JobKind, Promise, Score, State, new_reference
from collector.errors import Conflict, Invalid, Problem, Unknown
from collector.form.scorecard import LONGEST_NOTE, check_marks, scales
from collector.store import Store, reads, scores, writes

TAKE_OUT = "take-out-scores"
"""The move, as its decision names it."""


@dataclass(frozen=True)
class Sent:
    """A scorecard as it was sent: marks by input, the note, whether there is a conflict."""

    marks: Mapping[str, str]
    note: str = ""
    conflict: bool = False
    revision: int = 0
    """That of the score which stood on the page; 0 where there was none."""


def score(store: Store, brief: Brief, ref: str, juror: str, sent: Sent, now: datetime) -> Score:
    """Keep what the juror says of the idea in place of what they said before.

    Raises Unknown, Invalid by input, and Conflict where the idea is not to be judged or the score
    has changed meanwhile. With a conflict of interest no marks are kept.
    """
    card = card_of(brief)
    marks = check_marks(card, {} if sent.conflict else sent.marks)
    note = _worded(sent.note)

    def act(store: Store) -> Score:
        ensure_judged(store, ref, brief.slug)
        before = scores.given(store, ref, juror)
        if (before.revision if before else 0) != sent.revision:
            raise Conflict("score-changed")
        made = Score(
            ref=before.ref if before else new_reference(),
            challenge=brief.slug,
            idea=ref,
            juror=juror,
            values=marks.values,
            scales=scales(card),
            not_applicable=marks.not_applicable,
            note=note,
            conflict=sent.conflict,
            at=now.replace(microsecond=0),
            revision=sent.revision + 1,
        )
        scores.put(store, made)
        fill_if_told(store, brief, now)
        return made

    return store.transact(act)


def card_of(brief: Brief) -> Scorecard:
    """The challenge's scorecard. Raises Unknown where it has no jury."""
    if brief.scorecard is None:
        raise Unknown("no-jury", challenge=brief.slug)
    return brief.scorecard


def judged(store: Store, challenge: str) -> list[Idea]:
    """The ideas of a challenge that a jury judges."""
    return judged_of(reads.ideas(store, challenge, State.APPROVED))


def judged_of(ideas: Iterable[Idea]) -> list[Idea]:
    """Those of a challenge's ideas that stand and are approved, as they came in."""
    approved = {each.ref: each for each in ideas if each.state is State.APPROVED}
    stand = moderation.merged_sets({ref: each.merged for ref, each in approved.items()})
    return [approved[ref] for ref in stand]


def ensure_judged(store: Store, ref: str, challenge: str) -> Idea:
    """Within an act: the idea. Raises Unknown, or Conflict where it is not to be judged."""
    idea = reads.idea(store, ref)
    if idea is None or idea.challenge != challenge:
        raise Unknown("no-entry", ref=ref)
    if idea.state is not State.APPROVED:
        raise Conflict("score-not-shown")
    stands = reads.standing(store, idea)
    if stands.ref != ref:
        raise Conflict("score-merged", stands=stands.ref)
    return idea


def take_out(store: Store, brief: Brief, juror: str, by: str, now: datetime) -> int:
    """Remove all that a juror said, as where their link was passed on; how many scores it were.

    Where there were any the log has a line about the challenge, with their number before.
    """

    def act(store: Store) -> int:
        gone = scores.remove_by(store, brief.slug, juror)
        if gone:
            writes.add(store, _taken_out(brief, gone, by, now))
            fill_if_told(store, brief, now)
        return gone

    return store.transact(act)


def forget_notes(store: Store, promise: Promise, now: datetime) -> int:
    """Erase the notes of scores whose time is over; how many there were."""
    until = promise.due(now)
    return 0 if until is None else _clear_notes(store, promise.challenge, until, now)


def _taken_out(brief: Brief, gone: int, by: str, now: datetime) -> Decision:
    return Decision(
        ref=new_reference(),
        about=brief.slug,
        challenge=brief.slug,
        move=TAKE_OUT,
        before=str(gone),
        after="",
        by=by,
        at=now,
    )


def _clear_notes(store: Store, challenge: str, until: datetime, now: datetime) -> int:
    def act(store: Store) -> int:
        due = [each for each in scores.all_in(store, challenge) if each.note and each.at <= until]
        for each in due:
            scores.put(store, replace(each, note=""))
        if due:
            writes.enqueue(store, JobKind.SWEEP, "", now)
        return len(due)

    return store.transact(act)


def fill_if_told(store: Store, brief: Brief, now: datetime) -> None:
    """Within an act: pages follow where the brief tells scores."""
    if card_of(brief).results is not Results.NEVER:
        writes.enqueue(store, JobKind.FILL, brief.slug, now)


def _worded(note: str) -> str:
    words = note.replace("\r\n", "\n").strip()
    if len(words) > LONGEST_NOTE:
        facts = {"most": LONGEST_NOTE, "have": len(words)}
        raise Invalid({"note": Problem("score-note-long", facts)})
    if "\0" in words or any("\ud800" <= sign <= "\udfff" for sign in words):
        raise Invalid({"note": Problem("reply-signs")})
    return words
