import pytest

from collector.acts import desk
from collector.entries import JobKind, Reason, State
from collector.errors import Conflict, Invalid, Unknown
from collector.garden import Garden, Settings, StoreSettings
from collector.moderation import Move
from collector.store import Store, reads
from tests.acts.ideas import NOW, keep


@pytest.fixture
def garden(tmp_path, engine: StoreSettings):
    return Garden(tmp_path, Settings(store=engine))


@pytest.fixture
def store(garden):
    store = Store.open(garden)
    yield store
    store.close()


@pytest.fixture
def rye(store):
    return keep(store, "rye", State.WAITING)


def state_of(store, ref):
    return reads.idea(store, ref).state


def test_an_approved_idea_is_kept_as_such_with_who_when_and_why(store, rye):
    (decision,) = desk.decide(store, Move.REJECT, ["rye"], "ada", NOW, reason=Reason.OFF_TOPIC)
    assert state_of(store, "rye") is State.REJECTED
    assert reads.decisions(store, about="rye") == [decision]
    assert (decision.before, decision.after) == ("waiting", "rejected")
    assert (decision.by, decision.at, decision.reason) == ("ada", NOW, Reason.OFF_TOPIC)


def test_every_decision_leaves_one_fill_of_its_challenge_to_do(store, rye):
    desk.decide(store, Move.APPROVE, ["rye"], "ada", NOW)
    desk.reply(store, "rye", "Thank you", "ada", NOW)
    assert [(job.kind, job.subject) for job in reads.jobs(store)] == [(JobKind.FILL, "bread")]


def test_several_are_decided_together_or_not_at_all(store, rye):
    keep(store, "spelt", State.WITHDRAWN)
    with pytest.raises(Conflict):
        desk.decide(store, Move.APPROVE, ["rye", "spelt"], "ada", NOW)
    assert state_of(store, "rye") is State.WAITING
    assert reads.decisions(store) == []
    assert reads.jobs(store) == []


def test_decisions_taken_together_share_a_batch_and_a_lone_one_has_none(store, rye):
    keep(store, "spelt", State.WAITING)
    keep(store, "oats", State.WAITING)
    one, two = desk.decide(store, Move.APPROVE, ["rye", "spelt"], "ada", NOW)
    (alone,) = desk.decide(store, Move.SPAM, ["oats", "oats"], "ada", NOW)
    assert one.batch == two.batch != ""
    assert alone.batch == ""


def test_what_changed_since_it_was_seen_is_not_decided(store, rye):
    desk.decide(store, Move.REJECT, ["rye"], "ben", NOW)
    with pytest.raises(Conflict) as refused:
        desk.decide(store, Move.APPROVE, ["rye"], "ada", NOW, seen={"rye": rye.revision})
    assert refused.value.reason == "entry-changed"
    assert state_of(store, "rye") is State.REJECTED


def test_an_unknown_entry_is_said_to_be_so(store):
    with pytest.raises(Unknown):
        desk.decide(store, Move.APPROVE, ["nobody"], "ada", NOW)


@pytest.mark.parametrize("move", [Move.APPROVE, Move.REJECT, Move.SPAM])
def test_undo_restores_what_was_and_is_itself_a_decision(store, rye, move):
    (decision,) = desk.decide(store, move, ["rye"], "ada", NOW)
    (undone,) = desk.undo(store, ["rye"], "ben", NOW)
    assert state_of(store, "rye") is State.WAITING
    assert (undone.move, undone.undoes, undone.by) == ("undo", decision.ref, "ben")
    assert reads.decisions(store, about="rye") == [decision, undone]


def test_an_undone_decision_can_be_done_again(store, rye):
    desk.decide(store, Move.APPROVE, ["rye"], "ada", NOW)
    desk.undo(store, ["rye"], "ada", NOW)
    desk.undo(store, ["rye"], "ada", NOW)
    assert state_of(store, "rye") is State.APPROVED


def test_undo_looks_past_replies(store, rye):
    desk.decide(store, Move.APPROVE, ["rye"], "ada", NOW)
    desk.reply(store, "rye", "Thank you", "ada", NOW)
    desk.undo(store, ["rye"], "ada", NOW)
    assert state_of(store, "rye") is State.WAITING
    assert len(reads.replies(store, "bread")) == 1


def test_what_was_never_decided_cannot_be_undone(store, rye):
    with pytest.raises(Conflict) as refused:
        desk.undo(store, ["rye"], "ada", NOW)
    assert refused.value.reason == "nothing-to-undo"


def test_what_its_author_withdrew_meanwhile_is_not_brought_back_by_undo(store, rye):
    desk.decide(store, Move.APPROVE, ["rye"], "ada", NOW)
    desk.decide(store, Move.WITHDRAW, ["rye"], "author", NOW)
    with pytest.raises(Conflict):
        desk.undo(store, ["rye"], "ada", NOW)
    assert state_of(store, "rye") is State.WITHDRAWN


def test_a_reply_is_kept_without_the_blanks_around_it(store, rye):
    reply = desk.reply(store, "rye", "  We try it\r\non Friday. \n", "ada", NOW)
    assert reply.text == "We try it\non Friday."
    assert reads.replies(store, "bread", about="rye") == [reply]


@pytest.mark.parametrize("text", ["", " \n", "x" * 4001, "a\0b", "a\ud800b"])
def test_a_reply_that_can_not_be_kept_is_refused_at_its_field(store, rye, text):
    with pytest.raises(Invalid) as refused:
        desk.reply(store, "rye", text, "ada", NOW)
    assert list(refused.value.problems) == ["text"]
    assert reads.replies(store, "bread") == []


def test_a_withdrawn_idea_is_not_answered(store):
    keep(store, "rye", State.WITHDRAWN)
    with pytest.raises(Conflict):
        desk.reply(store, "rye", "Why?", "ada", NOW)


def test_an_erased_reply_leaves_no_word_behind_but_the_decision(garden, store, rye):
    reply = desk.reply(store, "rye", "Secret recipe", "ada", NOW)
    desk.unreply(garden, store, "rye", reply.ref, "ben", NOW)
    assert reads.replies(store, "bread") == []
    assert [each.move for each in reads.decisions(store, about="rye")] == ["reply", "unreply"]
    assert "Secret" not in str(reads.decisions(store))
    assert {job.kind for job in reads.jobs(store)} == {JobKind.FILL, JobKind.SWEEP}


def test_a_reply_to_another_entry_is_not_erased(garden, store, rye):
    keep(store, "spelt", State.WAITING)
    reply = desk.reply(store, "rye", "Yes", "ada", NOW)
    with pytest.raises(Unknown):
        desk.unreply(garden, store, "spelt", reply.ref, "ada", NOW)
    assert reads.replies(store, "bread") == [reply]
