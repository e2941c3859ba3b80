"""A receipt's holder looks at the entry and takes it back."""

import pytest

from collector.acts import desk, receipt, visit
from collector.brief import Form, FormKind, Page, Question, Shape
from collector.entries import JobKind, State
from collector.errors import Unknown
from collector.moderation import Move
from collector.store import Store, reads
from tests.kept import NOW, brief

TITLE = Question("title", "Give it a name", Shape.TEXT, required=True)
IDEA = Form("idea", FormKind.IDEA, "Share your idea", (Page((TITLE,)),))
CODE = "k3d9-x2mf-77ab-qq4r"


@pytest.fixture
def ref(store: Store) -> str:
    sent = visit.Submission(
        brief=brief(IDEA),
        form=IDEA,
        form_hash="h",
        answers={"title": "Rye"},
        digest="d",
        code_hash=receipt.code_hash(CODE),
    )
    return visit.send(store, sent, NOW).about


@pytest.mark.parametrize("typed", [CODE, "K3D9 X2MF 77AB QQ4R", "k3d9x2mf77abqq4r", f" {CODE}\n"])
def test_the_code_opens_its_entry_however_it_is_typed(store: Store, ref: str, typed: str) -> None:
    assert receipt.look(store, typed).entry.ref == ref


@pytest.mark.parametrize("typed", ["", "k3d9-x2mf-77ab-qq4s", "-", "ｋ3d9x2mf77abqq4r"])
def test_another_code_opens_nothing(store: Store, ref: str, typed: str) -> None:
    with pytest.raises(Unknown, match="no-receipt"):
        receipt.look(store, typed)


def test_it_shows_the_answers_to_this_entry_only(store: Store, ref: str) -> None:
    desk.reply(store, ref, "We bake it.", by="ada", now=NOW)
    assert [each.text for each in receipt.look(store, CODE).replies] == ["We bake it."]


def test_taking_back_is_kept_as_the_authors_decision(store: Store, ref: str) -> None:
    desk.decide(store, Move.APPROVE, [ref], by="ada", now=NOW)
    assert receipt.withdraw(store, CODE, NOW).state is State.WITHDRAWN
    *_, last = reads.decisions(store, about=ref)
    assert (last.move, last.by, last.before, last.after) == (
        "withdraw",
        "author",
        "approved",
        "withdrawn",
    )
    assert (JobKind.FILL, "bread") in {(job.kind, job.subject) for job in reads.jobs(store)}


def test_taking_back_twice_is_as_good_as_once(store: Store, ref: str) -> None:
    once = receipt.withdraw(store, CODE, NOW)
    assert receipt.withdraw(store, CODE, NOW) == once
    assert len(reads.decisions(store, about=ref)) == 1


def test_what_the_owner_set_aside_can_be_taken_back(store: Store, ref: str) -> None:
    desk.decide(store, Move.SPAM, [ref], by="ada", now=NOW)
    assert receipt.withdraw(store, CODE, NOW).state is State.WITHDRAWN


def test_without_the_code_nothing_is_taken_back(store: Store, ref: str) -> None:
    with pytest.raises(Unknown):
        receipt.withdraw(store, "k3d9-x2mf-77ab-qq4s", NOW)
    assert next(reads.ideas(store, "bread")).state is State.WAITING
