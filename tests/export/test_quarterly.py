"""The numbers of a quarter are counted again from the files that are taken home.

What was sent and done lies around the turn of a year, in a zone that is ahead of UTC: a quarter
begins and ends there an hour before it does in what is kept.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import gettempdir
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from collector import published
from collector.acts import desk
from collector.analysis.quarter import COUNTS, QuarterCounts, from_document, to_document
from collector.brief import FormKind, Quarter, Shape, Voting, VotingKind
from collector.entries import Benefit, Idea, Part, Progress, State
from collector.export import What, gather, plain_table
from collector.export.portfolio import holdings, ideas_table
from collector.export.quarterly import Chronicle, numbers_table
from collector.form import define, labels
from collector.garden import Garden, Settings, StoreSettings
from collector.models import Models
from collector.moderation import ENDS
from collector.published import Kept
from collector.store import Store, benefits, participation, reads, writes
from collector.store.engine import MEMORY
from tests.export.exported import as_csv
from tests.export.talked import FORM, Talk
from tests.form.forms import form, question
from tests.kept import brief, response

ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2027, 2, 1, 9, tzinfo=ZONE)
SOME = settings(max_examples=settings.default.max_examples // 2)
POLL = form(question(Shape.ONE), name="poll", kind=FormKind.POLL)
BREAD = brief(FORM, POLL, voting=Voting(VotingKind.APPROVE), comments=True)
QUARTERS = (Quarter(2026, 3), Quarter(2026, 4), Quarter(2027, 1))

MOMENTS = st.sampled_from(
    [
        datetime(2026, 9, 30, 21, 59, tzinfo=UTC),
        datetime(2026, 9, 30, 22, 1, tzinfo=UTC),
        datetime(2026, 11, 21, 9, tzinfo=UTC),
        datetime(2026, 12, 31, 22, 59, tzinfo=UTC),
        datetime(2026, 12, 31, 23, tzinfo=UTC),
        datetime(2027, 1, 1, tzinfo=UTC),
    ]
)
STATES = st.sampled_from((*[State.APPROVED] * 4, State.WAITING, State.REJECTED, State.WITHDRAWN))
NUMBERS = st.none() | st.decimals(-999, 999, places=2)
UNITS = st.sampled_from(["€", "hours"])


@dataclass(frozen=True)
class Sent:
    """An idea, the earlier one it was merged into, its step and what is said that it brought."""

    at: datetime
    state: State
    into: int | None
    step: Progress
    since: datetime
    value: tuple[Decimal | None, str]
    cost: tuple[Decimal | None, str]


@st.composite
def histories(draw: st.DrawFn) -> dict[str, Any]:
    count = draw(st.integers(0, 5))
    sums = st.tuples(NUMBERS, UNITS)
    ideas = [
        Sent(
            draw(MOMENTS),
            draw(STATES),
            draw(st.none() | st.integers(0, n - 1)) if n else None,
            draw(st.sampled_from(Progress)),
            draw(MOMENTS),
            draw(sums),
            draw(sums),
        )
        for n in range(count)
    ]
    about = st.integers(0, count - 1) if count else st.nothing()
    some = st.lists(st.tuples(about, MOMENTS, STATES), max_size=5) if count else st.just([])
    return {
        "ideas": ideas,
        "comments": draw(some),
        "votes": draw(some),
        "replies": draw(some),
        "answers": draw(st.lists(st.tuples(MOMENTS, STATES), max_size=5)),
    }


def happens(store: Store, history: Mapping[str, Any]) -> None:
    talk = Talk(Garden(Path(), Settings()), store)
    kept = define(POLL)
    told = (POLL.name, kept.hash, kept.to_document(), labels(POLL), "en")
    writes.keep_definition(store, "bread", *told)
    ideas: list[Idea] = []
    for number, each in enumerate(history["ideas"]):
        ideas.append(_idea(talk, number, each, ideas))
    above = None
    for about, at, state in history["comments"]:
        parent = above.ref if above and above.about == ideas[about].ref else ""
        said = talk.comment(ideas[about], "Yes", received=at, state=state, parent=parent)
        above = None if parent else said
    for number, (about, at, state) in enumerate(history["votes"]):
        apart = "" if state is State.APPROVED else "no key"
        hour = at.replace(minute=0)
        talk.vote(ideas[about], f"voter {number}", "yes", at=hour, apart=apart)
    for about, at, _ in history["replies"]:
        if ideas[about].state not in ENDS:
            desk.reply(store, ideas[about].ref, "We try.", "ada", at)
    for at, state in history["answers"]:
        hour = at.replace(minute=0)
        talk.keep(response(POLL, {"one": "bern"}, received=hour, state=state))


def _idea(talk: Talk, number: int, sent: Sent, ideas: list[Idea]) -> Idea:
    moved = None if sent.step is Progress.OPEN else sent.since
    kept = talk.idea(
        f"Bread {number}",
        received=sent.at,
        state=sent.state,
        merged="" if sent.into is None else ideas[sent.into].ref,
        progress=sent.step,
        progressed=moved,
    )
    (value, unit), (cost, cost_unit) = sent.value, sent.cost
    said = replace(
        Benefit.blank(kept.ref, "bread"),
        value="" if value is None else str(value),
        value_unit=unit,
        cost="" if cost is None else str(cost),
        cost_unit=cost_unit,
        shown=tuple(Part),
    )
    talk.keep(said.following(Benefit.blank(kept.ref, "bread"), NOW))
    return kept


def rows_of(table: plain_table.Table) -> list[dict[str, str]]:
    """What a `.csv` of it says, read by a reader that is not ours."""
    file = io.BytesIO()
    plain_table.write_csv(file, [table], NOW, Path(gettempdir()))
    return list(csv.DictReader(io.StringIO(file.getvalue().decode("utf-8-sig"))))


def day(text: str) -> date:
    return datetime.fromisoformat(text).astimezone(ZONE).date()


@dataclass(frozen=True)
class Files:
    """The exported tables, and what of a quarter they say."""

    ideas: list[dict[str, str]]
    comments: list[dict[str, str]]
    votes: list[dict[str, str]]
    answers: list[dict[str, str]]
    decisions: list[dict[str, str]]
    portfolio: list[dict[str, str]]

    @classmethod
    def of(cls, store: Store) -> "Files":
        def table(**choices: Any) -> list[dict[str, str]]:
            return as_csv(gather(store, BREAD, ZONE), **choices)

        return cls(
            ideas=table(what=What.IDEAS, codes=True),
            comments=table(what=What.COMMENTS, codes=True),
            votes=table(what=What.VOTES),
            answers=table(form="poll", codes=True),
            decisions=table(what=What.DECISIONS),
            portfolio=rows_of(ideas_table(holdings(store, [BREAD], Models(), NOW))),
        )

    def says(self, quarter: Quarter) -> dict[str, int]:
        """Every count, made anew."""
        approved = {each["ref"]: each for each in self.ideas if each["state"] == "approved"}
        shown = [each for each in self.comments if self._is_shown(each, approved)]
        answered = approved.keys() | {each["ref"] for each in shown}
        steps = Counter(
            each["progress"].replace(" ", "_")
            for each in self.portfolio
            if each["progressed"] and quarter.holds(date.fromisoformat(each["progressed"]))
        )
        told = {name: steps[name] for name in ("planned", "in_progress", "done", "declined")}
        return told | {
            "ideas": within(quarter, (each["received"] for each in approved.values())),
            "comments": within(quarter, (each["received"] for each in shown)),
            "answers": within(
                quarter, (each["received"] for each in self.answers if each["state"] == "approved")
            ),
            "votes": within(
                quarter, (each["hour"] for each in self.votes if each["reason"] != "no key")
            ),
            "replies": within(
                quarter,
                (
                    each["at"]
                    for each in self.decisions
                    if each["move"] == "reply" and each["about"] in answered
                ),
            ),
        }

    def _is_shown(self, comment: dict[str, str], ideas: Mapping[str, object]) -> bool:
        if comment["state"] != "approved" or comment["about"] not in ideas:
            return False
        parents = {each["ref"]: each for each in self.comments}
        parent = parents.get(comment["parent"])
        return parent is None or parent["state"] in ("approved", "withdrawn", "erased")

    def sums(self, quarter: Quarter, name: str) -> dict[str, Decimal]:
        """By unit what the ideas done in the quarter brought, or took."""
        found: dict[str, Decimal] = {}
        for each in self.portfolio:
            done = each["progress"] == "done" and each["progressed"]
            if done and quarter.holds(date.fromisoformat(each["progressed"])) and each[name]:
                unit = each[f"{name}_unit"]
                found[unit] = found.get(unit, Decimal()) + Decimal(each[name])
        return found


def within(quarter: Quarter, moments: Iterable[str]) -> int:
    return sum(quarter.holds(day(each)) for each in moments)


def made_public(store: Store) -> Mapping[str, QuarterCounts]:
    """What reports on the site tell where everything is shown."""
    told = {define(each).hash: each for each in (FORM, POLL)}
    kept = Kept(
        list(reads.ideas(store, "bread")),
        reads.replies(store, "bread"),
        reads.comments(store, "bread"),
        benefits=benefits.of(store, "bread"),
        quarters=QUARTERS,
        answers=participation.answers(store, "bread"),
        cast=participation.votes(store, "bread"),
    )
    definitions = {key: define(each) for key, each in told.items()}
    words = {key: labels(each) for key, each in told.items()}
    return published.make(BREAD, definitions, words, kept, {"poll": _none()}, NOW).quarters


def _none() -> published.FormResult:
    return published.FormResult("A quick question", 0)


@SOME
@given(histories())
def test_the_numbers_of_a_quarter_are_those_of_the_exported_files(
    history: Mapping[str, Any],
) -> None:
    garden = Garden(Path(), Settings(store=StoreSettings(MEMORY)))
    with Store.open(garden) as store:
        happens(store, history)
        agree(store)


def test_they_agree_on_every_engine(talk: Talk) -> None:
    store = talk.store
    first = datetime(2026, 12, 31, 22, 59, tzinfo=UTC)
    sums = (Decimal("12.50"), "€"), (None, "€")
    done = Sent(first, State.APPROVED, None, Progress.DONE, first, *sums)
    merged = replace(done, at=first + timedelta(hours=1), into=0)
    some = [(0, first, State.APPROVED), (1, first + timedelta(hours=1), State.APPROVED)]
    happens(
        store,
        {
            "ideas": [done, merged],
            "comments": some,
            "votes": some,
            "replies": some,
            "answers": [each[1:] for each in some],
        },
    )
    agree(store)
    told = Chronicle.read(store, [BREAD], NOW).told(Quarter(2026, 4))
    assert [each.title for each in told.deeds] == ["Bread 0"]
    counts = told.counts
    assert (counts.ideas, counts.answers, counts.comments, counts.votes) == (1, 1, 1, 1)
    assert [str(each.number) for each in counts.value] == ["12.50"]


def agree(store: Store) -> None:
    chronicle, files, public = (
        Chronicle.read(store, [BREAD], NOW),
        Files.of(store),
        made_public(store),
    )
    for quarter in QUARTERS:
        told = chronicle.told(quarter)
        counts = {name: getattr(told.counts, name) for name in COUNTS if name != "challenges"}
        assert counts == files.says(quarter)
        for name in ("value", "cost"):
            sums = {each.unit: each.number for each in getattr(told.counts, name)}
            assert sums == files.sums(quarter, name)
        assert public[str(quarter)] == told.counts
        assert from_document(to_document(told.counts)) == told.counts
        table = {
            (each["measure"], each["unit"]): each["value"] for each in rows_of(numbers_table(told))
        }
        assert {name: int(table[name, ""]) for name in counts} == counts


def test_an_empty_quarter_is_empty_though_something_was_asked(talk: Talk) -> None:
    asked = replace(BREAD, opens=datetime(2026, 7, 1, tzinfo=ZONE))
    for quarter, count in zip((*QUARTERS, Quarter(2026, 2)), (1, 1, 1, 0), strict=True):
        counts = Chronicle.read(talk.store, [asked], NOW).told(quarter).counts
        assert (counts.challenges, counts.is_empty) == (count, True)


def test_a_challenge_is_asked_from_its_first_day_to_its_last(talk: Talk) -> None:
    midnight = datetime(2026, 10, 1, tzinfo=ZONE)
    closed = replace(BREAD, opens=midnight - timedelta(days=9), closes=midnight)
    asked = [
        Chronicle.read(talk.store, [closed], NOW).told(quarter).counts.challenges
        for quarter in QUARTERS
    ]
    assert asked == [1, 0, 0]


def test_quarters_are_told_back_to_the_first_thing_that_came(talk: Talk) -> None:
    assert Chronicle.read(talk.store, [BREAD], NOW).quarters == [Quarter(2027, 1)]
    talk.idea("Rye", received=datetime(2026, 6, 30, 22, tzinfo=UTC))
    found = Chronicle.read(talk.store, [BREAD], NOW).quarters
    assert found == [Quarter(2027, 1), Quarter(2026, 4), Quarter(2026, 3)]
