"""An entry is erased: nothing of it stays but its name, its place and its day."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from collector.acts import desk, receipt, upkeep, visit
from collector.brief import Form, FormKind, Page, Question, Shape
from collector.entries import Idea, JobKind, State
from collector.errors import Conflict, Unavailable, Unknown
from collector.garden import Garden, Settings, StoreSettings
from collector.moderation import Move
from collector.store import Store, erased, reads
from tests.kept import NOW, brief

TITLE = Question("title", "Give it a name", Shape.TEXT, required=True)
IDEA = Form("idea", FormKind.IDEA, "Share your idea", (Page((TITLE,)),))
POLL = Form("poll", FormKind.POLL, "When?", (Page((Question("when", "When?", Shape.TEXT),)),))
CODE = "k3d9-x2mf-77ab-qq4r"
LATER = NOW + timedelta(days=3)


@pytest.fixture
def garden(tmp_path: Path, engine: StoreSettings) -> Garden:
    return Garden(tmp_path, Settings(store=engine))


@pytest.fixture
def store(garden: Garden) -> Iterator[Store]:
    with Store.open(garden) as store:
        yield store


def send(store: Store, code: str = CODE, form: Form = IDEA) -> str:
    sent = visit.Submission(
        brief=brief(IDEA, POLL),
        form=form,
        form_hash="h",
        answers={"title": "Walnut rye", "when": "Walnut time"},
        digest="d",
        code_hash=receipt.code_hash(code),
        terms=visit.Accepted("terms", "Eat slowly"),
        flags=("trap",),
    )
    return visit.send(store, sent, NOW).about


@pytest.fixture
def ref(store: Store) -> str:
    return send(store)


def everything(store: Store) -> str:
    return str({name: store.table(name).all() for name in store.tables()})


def test_a_tombstone_tells_nothing_but_name_place_and_day(
    garden: Garden, store: Store, ref: str
) -> None:
    upkeep.erase(garden, store, ref, "ada", LATER)
    assert reads.idea(store, ref) == Idea(
        ref=ref,
        challenge="bread",
        form="idea",
        form_hash="",
        answers={},
        state=State.ERASED,
        received=datetime(2026, 11, 21, 12, tzinfo=UTC),
        revision=2,
    )


def test_no_word_of_it_is_left_in_any_table(garden: Garden, store: Store, ref: str) -> None:
    desk.decide(store, Move.APPROVE, [ref], "ada", NOW)
    desk.reply(store, ref, "Walnut? Gladly.", "ada", NOW)
    upkeep.erase(garden, store, ref, "ada", LATER)
    assert "Walnut" not in everything(store)
    assert receipt.code_hash(CODE) not in everything(store)


@pytest.mark.parametrize("state", sorted(desk.moderation.TARGET.values()))
def test_it_can_be_erased_whatever_was_decided(
    garden: Garden, store: Store, ref: str, state: State
) -> None:
    move = {target: move for move, target in desk.moderation.TARGET.items()}[state]
    if state is State.WAITING:
        desk.decide(store, Move.REJECT, [ref], "ada", NOW)
    desk.decide(store, move, [ref], "ada", NOW)
    done = upkeep.erase(garden, store, ref, "ada", LATER)
    assert done.entry.state is state
    assert reads.counts(store) == {("bread", "idea", State.ERASED): 1}


def test_a_response_is_erased_like_an_idea(garden: Garden, store: Store) -> None:
    ref = send(store, form=POLL)
    upkeep.erase(garden, store, ref, "ada", LATER)
    kept = reads.response(store, ref)
    assert kept is not None
    assert (kept.state, kept.answers) == (State.ERASED, {})


def test_decisions_stay_and_erasing_is_one_of_them(garden: Garden, store: Store, ref: str) -> None:
    desk.decide(store, Move.APPROVE, [ref], "ada", NOW)
    upkeep.erase(garden, store, ref, "ben", LATER)
    approved, gone = reads.decisions(store, about=ref)
    assert approved.move == "approve"
    assert (gone.move, gone.before, gone.after) == ("erase", "approved", "erased")
    assert (gone.by, gone.at) == ("ben", LATER)


def test_it_is_told_what_fell(garden: Garden, store: Store, ref: str) -> None:
    for _ in range(2):
        desk.reply(store, ref, "Gladly.", "ada", NOW)
    done = upkeep.erase(garden, store, ref, "ada", LATER)
    assert (done.fallen.replies, done.fallen.receipts) == (2, 1)


def test_pages_are_made_anew_and_traces_swept(garden: Garden, store: Store, ref: str) -> None:
    upkeep.erase(garden, store, ref, "ada", LATER)
    left = {(job.kind, job.subject) for job in reads.jobs(store)}
    assert left >= {(JobKind.FILL, "bread"), (JobKind.SWEEP, "")}


def test_once_is_as_good_as_twice(garden: Garden, store: Store, ref: str) -> None:
    upkeep.erase(garden, store, ref, "ada", NOW)
    before = everything(store)
    again = upkeep.erase(garden, store, ref, "ada", LATER)
    assert (again.fallen.replies, again.fallen.receipts) == (0, 0)
    assert everything(store) == before


def test_others_are_left_alone(garden: Garden, store: Store, ref: str) -> None:
    other = send(store, "aaaa-bbbb-cccc-dddd")
    desk.reply(store, other, "Yes.", "ada", NOW)
    upkeep.erase(garden, store, ref, "ada", LATER)
    held = receipt.look(store, "aaaa-bbbb-cccc-dddd")
    assert (held.entry.ref, len(held.replies)) == (other, 1)


def test_what_was_never_there_can_not_be_erased(garden: Garden, store: Store) -> None:
    with pytest.raises(Unknown):
        upkeep.erase(garden, store, "nobody", "ada", NOW)
    assert erased.listed(garden) == frozenset()


@pytest.mark.parametrize("name", [CODE, CODE.upper().replace("-", " ")])
def test_a_receipts_code_names_its_entry_too(store: Store, ref: str, name: str) -> None:
    assert upkeep.named(store, name).ref == ref
    assert upkeep.named(store, ref).ref == ref


@pytest.mark.parametrize("name", ["", "nobody", "k3d9-x2mf-77ab-qq4s", "\0", "\ud800"])
def test_what_names_nothing_is_said(store: Store, ref: str, name: str) -> None:
    with pytest.raises(Unknown):
        upkeep.named(store, name)


class TestByReceipt:
    def test_its_author_erases_it(self, garden: Garden, store: Store, ref: str) -> None:
        upkeep.erase_by_receipt(garden, store, CODE, LATER)
        assert reads.decisions(store, about=ref)[-1].by == "author"
        with pytest.raises(Unknown):
            receipt.look(store, CODE)

    def test_what_was_taken_back_can_still_be_erased(
        self, garden: Garden, store: Store, ref: str
    ) -> None:
        receipt.withdraw(store, CODE, NOW)
        upkeep.erase_by_receipt(garden, store, CODE, LATER)
        kept = reads.idea(store, ref)
        assert kept is not None
        assert kept.state is State.ERASED

    def test_without_the_code_nothing_is_erased(self, garden: Garden, store: Store) -> None:
        send(store)
        with pytest.raises(Unknown):
            upkeep.erase_by_receipt(garden, store, "k3d9-x2mf-77ab-qq4s", NOW)
        assert reads.counts(store) == {("bread", "idea", State.WAITING): 1}


class TestAfterwards:
    @pytest.fixture
    def gone(self, garden: Garden, store: Store, ref: str) -> str:
        desk.decide(store, Move.APPROVE, [ref], "ada", NOW)
        upkeep.erase(garden, store, ref, "ada", NOW)
        return ref

    @pytest.mark.parametrize("move", Move)
    def test_nothing_leads_back(self, store: Store, gone: str, move: Move) -> None:
        with pytest.raises(Conflict):
            desk.decide(store, move, [gone], "ada", LATER)
        with pytest.raises(Conflict):
            desk.undo(store, [gone], "ada", LATER)

    def test_it_is_not_answered(self, store: Store, gone: str) -> None:
        with pytest.raises(Conflict):
            desk.reply(store, gone, "Why?", "ada", LATER)

    def test_the_same_words_can_be_sent_again(self, store: Store, gone: str) -> None:
        assert send(store) != gone

    def test_a_correction_of_it_is_a_new_entry(self, store: Store, gone: str) -> None:
        sent = visit.Submission(
            brief=brief(IDEA),
            form=IDEA,
            form_hash="h",
            answers={"title": "Spelt"},
            digest="e",
            code_hash="c",
            corrects=receipt.code_hash(CODE),
        )
        assert visit.send(store, sent, LATER).about != gone


class TestTheList:
    def test_it_is_on_the_disk_before_the_entry_is_gone(
        self, garden: Garden, store: Store, ref: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_: object) -> None:
            raise Unavailable("store-full", path=garden.database)

        monkeypatch.setattr(store, "transact", refuse)
        with pytest.raises(Unavailable):
            upkeep.erase(garden, store, ref, "ada", LATER)
        assert erased.listed(garden) == {ref}

    def test_where_it_can_not_be_written_nothing_is_erased(
        self, garden: Garden, store: Store, ref: str
    ) -> None:
        (garden.backups / "erased.txt").mkdir(parents=True)
        with pytest.raises(Unavailable, match="erased-unlisted"):
            upkeep.erase(garden, store, ref, "ada", LATER)
        assert reads.counts(store) == {("bread", "idea", State.WAITING): 1}

    def test_an_entry_that_comes_back_is_erased_again(
        self, garden: Garden, store: Store, ref: str
    ) -> None:
        before = [(name, store.table(name).all()) for name in ("ideas", "receipts")]
        upkeep.erase(garden, store, ref, "ada", LATER)
        stone = reads.idea(store, ref)
        for name, documents in before:
            store.table(name).truncate()
            store.table(name).insert_multiple(dict(each) for each in documents)
        assert erased.apply(store, erased.listed(garden)) == 1
        assert reads.idea(store, ref) == stone
        assert len(store.table("receipts")) == 0

    def test_a_reply_that_comes_back_is_erased_again(
        self, garden: Garden, store: Store, ref: str
    ) -> None:
        answer = desk.reply(store, ref, "Gladly.", "ada", NOW)
        documents = store.table("replies").all()
        desk.unreply(garden, store, ref, answer.ref, "ada", NOW)
        store.table("replies").insert_multiple(dict(each) for each in documents)
        assert erased.apply(store, erased.listed(garden)) == 1
        assert reads.replies(store, "bread") == []
        assert upkeep.named(store, ref).state is State.WAITING
