"""Comments, replies to them and reports: kept where they belong, once; on every engine."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Barrier

import pytest

from collector.acts import desk, merge, receipt, retention, upkeep, visit
from collector.acts.about import About
from collector.acts.merge import Merging
from collector.acts.uphold import uphold
from collector.acts.visit import Submission
from collector.brief import COMMENT, REPORT, Brief
from collector.entries import Comment, Idea, JobKind, Promise, Reason, Report, State
from collector.errors import Closed, Conflict, Unknown
from collector.form import define, labels
from collector.garden import Garden, Settings, StoreSettings
from collector.moderation import Move
from collector.published import Kept, PublishedIdea, make
from collector.store import Store, reads, writes
from tests.acts.test_vote import FORM
from tests.engines import not_in_memory
from tests.kept import NOW
from tests.kept import brief as challenge
from tests.kept import idea as sent

BREAD = challenge(FORM, comments=True)
AFTER = challenge(FORM, comments=True, moderation="after")
LATER = NOW + timedelta(days=1)


@pytest.fixture
def garden(tmp_path: Path, engine: StoreSettings) -> Garden:
    return Garden(tmp_path, Settings(store=engine))


@pytest.fixture
def rye(store: Store) -> Idea:
    return keep(store, "Rye")


def keep(store: Store, title: str, **facts: object) -> Idea:
    idea = sent(FORM, {"title": title}, **facts)
    store.transact(lambda store: writes.add(store, idea))
    return idea


def send(
    store: Store, about: About, answers: dict[str, str], code: str, brief: Brief, flags: tuple = ()
) -> str:
    """The ref of what was kept."""
    form = brief.form(REPORT if "why" in answers else COMMENT)
    assert form is not None
    submission = Submission(
        brief=brief,
        form=form,
        form_hash=define(form).hash,
        answers=answers,
        digest=visit.content_digest("bread", form.name, answers),
        code_hash=receipt.code_hash(code or str(answers)),
        flags=flags,
        about=about,
    )
    return visit.send(store, submission, NOW).about


def says(
    store: Store, idea: Idea, text: str, to: str = "", code: str = "", brief: Brief = BREAD, **facts
) -> Comment:
    ref = send(store, About(idea.ref, to), {"text": text}, code, brief, **facts)
    return comment(store, ref)


def reports(store: Store, idea: Idea, to: str = "", why: str = "unkind", words: str = "") -> Report:
    answers = {"why": why, "words": words} if words else {"why": why}
    code = f"{idea.ref} {to} {why} {words}"
    found = reads.entry(store, send(store, About(idea.ref, to), answers, code, BREAD))
    assert isinstance(found, Report)
    return found


def comment(store: Store, ref: str) -> Comment:
    found = reads.comment(store, ref)
    assert found is not None
    return found


def approved(store: Store, *comments: Comment) -> None:
    desk.decide(store, Move.APPROVE, [each.ref for each in comments], "ada", NOW)


def shown(store: Store, idea: Idea, brief: Brief = BREAD) -> PublishedIdea:
    """The idea as the public sees it."""
    kept = Kept(
        list(reads.ideas(store, "bread")),
        reads.replies(store, "bread"),
        reads.comments(store, "bread"),
    )
    ideas = {each.ref: each for each in make(brief, {}, {}, kept, {}, NOW).ideas}
    return ideas[idea.ref]


def told(store: Store, idea: Idea, brief: Brief = BREAD) -> list[str]:
    found = shown(store, idea, brief).comments
    return [each.text for comment in found for each in (comment, *comment.replies)]


def test_a_comment_waits_is_approved_and_stands_below_its_idea(store: Store, rye: Idea) -> None:
    first = says(store, rye, "I would come")
    assert (first.about, first.parent, first.state) == (rye.ref, "", State.WAITING)
    assert told(store, rye) == []
    approved(store, first)
    reply = says(store, rye, "Me too", to=first.ref)
    approved(store, reply)
    assert told(store, rye) == ["I would come", "Me too"]


def test_the_same_post_twice_keeps_one(store: Store, rye: Idea) -> None:
    assert says(store, rye, "Yes", code="c") == says(store, rye, "Yes", code="c")
    with pytest.raises(Conflict, match="other-content"):
        says(store, rye, "No", code="c")
    assert len(list(reads.comments(store, "bread"))) == 1


def test_moderated_after_it_stands_at_once_and_asks_for_a_fill(store: Store, rye: Idea) -> None:
    first = says(store, rye, "I would come", brief=AFTER)
    reply = says(store, rye, "Me too", to=first.ref, brief=AFTER)
    assert (first.state, reply.state) == (State.APPROVED, State.APPROVED)
    assert told(store, rye, AFTER) == ["I would come", "Me too"]
    assert JobKind.FILL in {each.kind for each in reads.jobs(store)}


def test_moderated_after_what_is_suspected_waits_all_the_same(store: Store, rye: Idea) -> None:
    spam = says(store, rye, "Buy now", brief=AFTER, flags=("trap",))
    assert spam.state is State.WAITING
    assert told(store, rye, AFTER) == []


def test_moderated_after_the_owner_can_still_take_it_away(store: Store, rye: Idea) -> None:
    first = says(store, rye, "I would come", brief=AFTER)
    says(store, rye, "Me too", to=first.ref, brief=AFTER)
    desk.decide(store, Move.REJECT, [first.ref], "ada", NOW)
    assert told(store, rye, AFTER) == []
    desk.undo(store, [first.ref], "ada", NOW)
    assert told(store, rye, AFTER) == ["I would come", "Me too"]


class TestLate:
    """Whoever wrote it looked at a page that was true a moment before."""

    def test_a_reply_to_a_comment_that_was_erased_meanwhile(
        self, garden: Garden, store: Store, rye: Idea
    ) -> None:
        first = says(store, rye, "I would come")
        approved(store, first)
        upkeep.erase(garden, store, first.ref, "ada", NOW)
        with pytest.raises(Closed, match="comment-gone"):
            says(store, rye, "Me too", to=first.ref)

    def test_a_comment_on_an_idea_that_was_erased_meanwhile(
        self, garden: Garden, store: Store, rye: Idea
    ) -> None:
        upkeep.erase(garden, store, rye.ref, "ada", NOW)
        with pytest.raises(Closed, match="idea-gone"):
            says(store, rye, "I would come")

    def test_one_on_an_idea_that_was_merged_names_where_it_went(
        self, store: Store, rye: Idea
    ) -> None:
        loaf = keep(store, "Loaf")
        merge.merge(store, rye.ref, loaf.ref, Merging("ada", NOW))
        with pytest.raises(Closed) as refused:
            says(store, rye, "I would come")
        assert (refused.value.reason, refused.value.facts["title"]) == ("idea-merged", "Loaf")

    def test_what_nobody_knows_takes_none(self, store: Store, rye: Idea) -> None:
        elsewhere = keep(store, "Soup", challenge="soups")
        first = says(store, rye, "I would come")
        approved(store, first)
        other = keep(store, "Oats")
        for about in (About("nobody"), About(elsewhere.ref), About(other.ref, first.ref)):
            with pytest.raises(Unknown):
                send(store, about, {"text": "Yes"}, "", BREAD)
        assert len(list(reads.comments(store, "bread"))) == 1

    def test_after_the_end_none_is_taken_but_a_report_is(self, store: Store, rye: Idea) -> None:
        over = challenge(FORM, comments=True, closes=NOW)
        with pytest.raises(Closed, match="comment-ended"):
            says(store, rye, "I would come", brief=over)
        assert send(store, About(rye.ref), {"why": "unkind"}, "", over)

    @not_in_memory
    def test_a_reply_and_an_erasing_at_once_leave_one_truth(
        self, garden: Garden, store: Store, rye: Idea
    ) -> None:
        first = says(store, rye, "I would come")
        approved(store, first)
        begin = Barrier(2)

        def replies() -> bool:
            begin.wait()
            try:
                return bool(says(store, rye, "Me too", to=first.ref))
            except Closed:
                return False

        def erases() -> None:
            begin.wait()
            upkeep.erase(garden, store, first.ref, "ada", NOW)

        with ThreadPoolExecutor(2) as two:
            replied, _ = two.submit(replies), two.submit(erases)
        found = list(reads.comments(store, "bread"))
        assert len(found) == 1 + replied.result()
        assert found[0].state is State.ERASED


class TestReports:
    def test_whatever_the_rule_a_report_waits_for_somebody(self, store: Store, rye: Idea) -> None:
        ref = send(store, About(rye.ref), {"why": "unkind"}, "", AFTER)
        found = reads.entry(store, ref)
        assert found
        assert found.state is State.WAITING

    def test_one_that_is_right_hides_what_it_is_about_and_settles_the_others(
        self, store: Store, rye: Idea
    ) -> None:
        first = says(store, rye, "You fools")
        approved(store, first)
        one, other = reports(store, rye, first.ref), reports(store, rye, first.ref, "advertising")
        taken, *settled = uphold(store, one.ref, "ada", NOW)
        assert (taken.about, taken.reason) == (first.ref, Reason.UNKIND)
        assert {each.about for each in settled} == {one.ref, other.ref}
        assert told(store, rye) == []
        with pytest.raises(Conflict):
            uphold(store, other.ref, "ben", NOW)

    def test_of_two_who_decide_at_once_the_second_is_told(self, store: Store, rye: Idea) -> None:
        one = reports(store, rye)
        seen = {one.ref: one.revision}
        desk.decide(store, Move.REJECT, [one.ref], "ada", NOW, seen=seen)
        with pytest.raises(Conflict, match="entry-changed"):
            uphold(store, one.ref, "ben", NOW, seen=seen)
        kept = reads.idea(store, rye.ref)
        assert kept
        assert kept.state is State.APPROVED

    def test_its_words_go_with_their_time_and_why_stays(self, store: Store, rye: Idea) -> None:
        """Whoever reports may tell of themselves, or of somebody else."""
        for each in BREAD.built_in:
            made = define(each)
            kept = (made.hash, made.to_document(), labels(each), "en")
            writes.keep_definition(store, "bread", each.name, *kept)
        one = reports(store, rye, words="My neighbour Ann Smith wrote that")
        said = says(store, rye, "I would come")
        promise = Promise(challenge="bread", closes=NOW, days=30)
        assert retention.holding(store, promise, NOW + timedelta(days=29)) == 0
        cleared = list(retention.clear(store, promise, NOW + timedelta(days=31)))
        assert sum(each.holding for each in cleared) == 1
        after = reads.entry(store, one.ref)
        assert after
        assert after.answers == {"why": "unkind"}
        assert comment(store, said.ref).answers == {"text": "I would come"}
        everything = {name: store.table(name).all() for name in store.tables()}
        assert "Ann Smith" not in str(everything)


class TestLeaving:
    def test_what_is_taken_back_keeps_its_place_while_somebody_replied(
        self, store: Store, rye: Idea
    ) -> None:
        first = says(store, rye, "I would come", code="mine")
        approved(store, first)
        approved(store, says(store, rye, "Me too", to=first.ref))
        receipt.withdraw(store, "mine", LATER)
        assert told(store, rye) == ["", "Me too"]
        assert shown(store, rye).said == 1

    def test_an_erased_idea_takes_all_along(self, garden: Garden, store: Store, rye: Idea) -> None:
        first = says(store, rye, "I would come", code="mine")
        approved(store, first)
        says(store, rye, "Me too", to=first.ref)
        reports(store, rye, first.ref)
        reports(store, rye)
        fallen = upkeep.erase(garden, store, rye.ref, "ada", NOW).fallen
        assert len(fallen.entries) == 4
        assert {each.state for each in reads.comments(store, "bread")} == {State.ERASED}
        with pytest.raises(Unknown):
            receipt.look(store, "mine")

    def test_comments_go_with_what_is_merged_and_come_back(self, store: Store, rye: Idea) -> None:
        loaf = keep(store, "Loaf")
        first = says(store, rye, "I would come")
        approved(store, first)
        before = shown(store, rye), shown(store, loaf)
        merge.merge(store, rye.ref, loaf.ref, Merging("ada", NOW))
        [merged] = shown(store, loaf).merged
        assert [each.text for each in merged.comments] == ["I would come"]
        reply = says(store, loaf, "Me too", to=first.ref)
        assert (reply.about, reply.parent) == (rye.ref, first.ref)
        merge.unmerge(store, rye.ref, "ada", NOW)
        assert (shown(store, rye), shown(store, loaf)) == before
