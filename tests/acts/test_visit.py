"""Sending: what is kept, once, with its receipt."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from collector.acts import visit
from collector.acts.visit import Accepted, Submission
from collector.brief import Brief, Form, FormKind, Page, Question, Shape
from collector.entries import Idea, JobKind, Response, State
from collector.errors import Closed, Conflict
from collector.store import Store, reads
from tests.kept import AFTER, BEFORE, NOW, brief

TITLE = Question("title", "Give it a name", Shape.TEXT, required=True)
IDEA = Form("idea", FormKind.IDEA, "Share your idea", (Page((TITLE,)),))
POLL = Form("hours", FormKind.POLL, "A quick question", (Page((TITLE,)),))


def submission(
    form: Form = IDEA,
    *,
    of: Brief | None = None,
    title: str = "Rye",
    key: str = "k1",
    **more: object,
) -> Submission:
    answers = {"title": title}
    return Submission(
        **{
            "brief": of or brief(IDEA, POLL),
            "form": form,
            "form_hash": "h",
            "answers": answers,
            "digest": visit.content_digest("bread", form.name, answers),
            "code_hash": key,
            **more,
        }
    )


def test_an_idea_waits_and_leaves_nothing_to_publish(store: Store) -> None:
    receipt = visit.send(store, submission(), NOW)
    entry = reads.entry(store, receipt.about)
    assert isinstance(entry, Idea)
    assert (entry.state, entry.challenge, entry.form_hash) == (State.WAITING, "bread", "h")
    assert receipt.table == "ideas"
    assert reads.jobs(store) == []


def test_a_response_counts_at_once_and_has_its_pages_filled(store: Store) -> None:
    receipt = visit.send(store, submission(POLL), NOW)
    entry = reads.entry(store, receipt.about)
    assert isinstance(entry, Response)
    assert entry.state is State.APPROVED
    assert receipt.table == "responses"
    assert [(job.kind, job.subject) for job in reads.jobs(store)] == [(JobKind.FILL, "bread")]


def test_what_is_suspected_waits_whatever_the_rule(store: Store) -> None:
    receipt = visit.send(store, submission(POLL, flags=("trap",), claim="c" * 64), NOW)
    entry = reads.entry(store, receipt.about)
    assert entry is not None
    assert (entry.state, entry.flags) == (State.WAITING, ("trap",))


def test_only_ideas_keep_their_minute(store: Store) -> None:
    idea = reads.entry(store, visit.send(store, submission(), NOW).about)
    vote = reads.entry(store, visit.send(store, submission(POLL, key="k2"), NOW).about)
    assert idea is not None
    assert vote is not None
    assert idea.received == NOW.replace(microsecond=0)
    assert vote.received == NOW.replace(minute=0, second=0, microsecond=0)


def test_the_same_submission_gives_the_same_receipt(store: Store) -> None:
    first = visit.send(store, submission(), NOW)
    assert visit.send(store, submission(), NOW + timedelta(days=9)) == first
    assert len(list(reads.ideas(store, "bread"))) == 1


def test_the_same_submission_with_other_content_is_refused_and_changes_nothing(
    store: Store,
) -> None:
    visit.send(store, submission(), NOW)
    with pytest.raises(Conflict, match="other-content"):
        visit.send(store, submission(title="Oats"), NOW)
    assert [each.answers["title"] for each in reads.ideas(store, "bread")] == ["Rye"]


def test_the_same_content_in_another_submission_is_another_entry(store: Store) -> None:
    visit.send(store, submission(), NOW)
    visit.send(store, submission(key="k2"), NOW)
    assert len(list(reads.ideas(store, "bread"))) == 2


def test_a_correction_takes_the_earlier_one_back(store: Store) -> None:
    earlier = visit.send(store, submission(), NOW)
    later = submission(title="Oats", key="k2", corrects="k1")
    assert visit.send(store, later, NOW) == visit.send(store, later, NOW)
    states = {each.answers["title"]: each.state for each in reads.ideas(store, "bread")}
    assert states == {"Rye": State.WITHDRAWN, "Oats": State.WAITING}
    (decision,) = reads.decisions(store, about=earlier.about)
    assert decision.by == "author"


def test_a_correction_of_what_is_gone_is_simply_kept(store: Store) -> None:
    visit.send(store, submission(corrects="unknown"), NOW)
    assert len(list(reads.ideas(store, "bread"))) == 1


def test_outside_its_time_nothing_is_kept(store: Store) -> None:
    over, soon = brief(IDEA, closes=BEFORE), brief(IDEA, opens=AFTER)
    with pytest.raises(Closed, match="submit-ended") as closed:
        visit.send(store, submission(of=over), NOW)
    assert closed.value.facts["closes"] == BEFORE
    with pytest.raises(Closed, match="submit-opens") as early:
        visit.send(store, submission(of=soon), NOW)
    assert early.value.facts["opens"] == AFTER
    assert list(reads.ideas(store, "bread")) == []
    assert store.table("receipts").all() == []


def test_a_receipt_is_given_again_after_closing(store: Store) -> None:
    first = visit.send(store, submission(), NOW)
    assert visit.send(store, submission(of=brief(IDEA, closes=BEFORE)), NOW) == first


def test_accepted_terms_are_kept_once_word_for_word(store: Store) -> None:
    terms = Accepted("hash of it", "Eat slowly.")
    for key in ("k1", "k2"):
        visit.send(store, submission(key=key, terms=terms), NOW)
    assert {each.terms for each in reads.ideas(store, "bread")} == {"hash of it"}
    assert reads.text(store, "hash of it") == "Eat slowly."
    assert len(store.table("texts")) == 1


def test_sixteen_at_once_lose_nothing_and_double_nothing(store: Store) -> None:
    keys = [f"k{number % 40}" for number in range(160)]
    with ThreadPoolExecutor(16) as crowd:
        receipts = list(
            crowd.map(lambda key: visit.send(store, submission(title=key, key=key), NOW), keys)
        )
    kept = {each.ref: each.answers["title"] for each in reads.ideas(store, "bread")}
    assert sorted(kept.values()) == sorted(set(keys))
    assert [kept[receipt.about] for receipt in receipts] == keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("bread", "idea", {"title": "a"}), ("bread", "idea", {"title": "b"})),
        (("bread", "idea", {"title": "a"}), ("bread", "poll", {"title": "a"})),
        (("bread", "idea", {"title": "a"}), ("cake", "idea", {"title": "a"})),
        (("bread", "idea", {"a": True}), ("bread", "idea", {"a": 1})),
        (("bread", "idea", {"a": ("b", "c")}), ("bread", "idea", {"a": ("b,c",)})),
    ],
)
def test_other_content_has_another_digest(one, other) -> None:
    assert visit.content_digest(*one) != visit.content_digest(*other)


def test_the_order_of_answers_makes_no_other_content() -> None:
    one = visit.content_digest("bread", "idea", {"a": 1, "b": "x"})
    assert visit.content_digest("bread", "idea", {"b": "x", "a": 1}) == one
