"""Typed slips are kept together, each once, with how they came and who typed them."""

import pytest

from collector.acts import typed
from collector.acts.typed import Batch, Brought
from collector.acts.visit import Accepted
from collector.brief import FormKind, Shape
from collector.entries import JobKind, Response, State
from collector.errors import Closed
from collector.form import define
from collector.form.typed import Slip
from collector.store import Store, reads, writes
from tests.form.forms import form, question
from tests.kept import AFTER, BEFORE, NOW, brief

POLL = form(question(Shape.ONE), question(Shape.TEXT), kind=FormKind.POLL, name="hours")
IDEA = form(question(Shape.TEXT, "title"))
SECRET = b"s" * 32


def slip(row: int = 2, number: str = "", alike: int = 0, **answers: str) -> Slip:
    return Slip(row, number, answers or {"one": "bern"}, 0, alike)


def batch(*slips: Slip, of=POLL, **facts) -> Batch:
    about = facts.pop("about", None) or brief(POLL, IDEA)
    return Batch(
        **{"brief": about, "form": of, "slips": slips, "source": "paper", "by": "Ann", **facts}
    )


def bring_in(store: Store, *slips: Slip, **facts) -> Brought:
    return typed.bring_in(store, batch(*slips, **facts), SECRET, NOW)


def test_slips_are_kept_with_their_source_and_who_typed_them(store: Store) -> None:
    assert bring_in(store, slip(), slip(one="basel"), source="workshop") == Brought(2, 0)
    entries = sorted(reads.responses(store, "bread"), key=lambda each: str(each.answers))
    assert [each.answers for each in entries] == [{"one": "basel"}, {"one": "bern"}]
    assert {(each.source, each.typed_by, each.state) for each in entries} == {
        ("workshop", "Ann", State.APPROVED)
    }
    assert {job.kind for job in reads.jobs(store)} == {JobKind.FILL}


def test_the_form_that_was_answered_is_kept_with_its_words(store: Store) -> None:
    bring_in(store, slip())
    assert set(reads.definitions(store, "bread")) == {define(POLL).hash}
    assert set(reads.labels(store, "bread", "en")) == {define(POLL).hash}


def test_an_idea_from_paper_waits_like_any_other(store: Store) -> None:
    bring_in(store, slip(title="Rye"), of=IDEA)
    (idea,) = reads.ideas(store, "bread")
    assert (idea.state, idea.source) == (State.WAITING, "paper")


def test_the_same_slips_brought_again_are_kept_once(store: Store) -> None:
    slips = (slip(), slip(alike=1), slip(number="7"), slip(one="basel"))
    assert bring_in(store, *slips) == Brought(4, 0)
    assert typed.foreseen(store, batch(*slips), SECRET) == Brought(0, 4)
    assert bring_in(store, *slips, slip(alike=2)) == Brought(1, 4)
    assert len(list(reads.responses(store, "bread"))) == 5


def test_other_slips_that_say_the_same_are_kept_if_they_are_numbered(store: Store) -> None:
    bring_in(store, slip(number="1"))
    assert bring_in(store, slip(number="2")) == Brought(1, 0)


def test_what_is_kept_to_know_a_slip_by_tells_nothing_without_the_secret(store: Store) -> None:
    bring_in(store, slip())
    other = typed.foreseen(store, batch(slip()), b"t" * 32)
    assert other == Brought(1, 0)


def test_all_are_kept_or_none(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    sound = writes.add

    def failing(store: Store, entry: object) -> None:
        if isinstance(entry, Response) and entry.answers == {"one": "basel"}:
            raise OSError("full")
        sound(store, entry)

    monkeypatch.setattr(writes, "add", failing)
    with pytest.raises(OSError, match="full"):
        bring_in(store, slip(), slip(one="basel"))
    assert list(reads.responses(store, "bread")) == []


def test_slips_are_taken_after_closing_and_never_before_opening(store: Store) -> None:
    over, soon = brief(POLL, closes=BEFORE), brief(POLL, opens=AFTER)
    assert bring_in(store, slip(), about=over) == Brought(1, 0)
    with pytest.raises(Closed, match="answer-opens"):
        bring_in(store, slip(), about=soon)


def test_accepted_terms_are_kept_as_they_were_worded(store: Store) -> None:
    bring_in(store, slip(), terms=Accepted("h", "Be kind."))
    (response,) = reads.responses(store, "bread")
    assert response.terms == "h"
