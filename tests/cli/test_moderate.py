import json
from datetime import UTC, datetime

import pytest

from collector.entries import Comment, Idea, Report, Response, State
from collector.garden import Garden
from collector.store import Store, reads, writes
from collector.words import say

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def garden(tmp_path):
    (tmp_path / "ideagarden.toml").write_text('name = "Corner Bakery"\n', "utf-8")
    found = Garden.find(tmp_path)
    with Store.open(found) as store:
        for ref, title in (("rye", "Rye with walnuts"), ("spelt", "Spelt\n" * 30)):
            writes.add(store, idea(ref, title))
        writes.add(store, response("visit"))
    return found


def idea(ref, title):
    return Idea(
        ref=ref,
        challenge="breads",
        form="idea",
        form_hash="h",
        answers={"title": title, "email": "maja@home.example"},
        state=State.WAITING,
        received=NOW,
    )


def response(ref):
    return Response(
        ref=ref,
        challenge="visits",
        form="visit",
        form_hash="h",
        answers={"what": ("bread", "cake")},
        state=State.WAITING,
        received=NOW.replace(hour=11),
        flags=("trap",),
    )


def states(garden):
    with Store.open(garden) as store:
        return {each.ref: each.state.value for each in reads.ideas(store, "breads")}


def test_the_list_tells_what_waits_on_one_line_each_the_oldest_first(run):
    code, told, _ = run("moderate", "list")
    assert code == 0
    lines = told.splitlines()
    assert [line.split()[0] for line in lines] == ["visit", "rye", "spelt"]
    assert lines[1] == "rye  2026-11-21 12:00  breads  Rye with walnuts"
    assert all(len(line) < 110 for line in lines)


def test_the_list_of_one_challenge_and_state(run):
    assert "visit" not in run("moderate", "list", "--challenge", "breads")[1]
    assert run("moderate", "list", "--state", "approved")[1] == "No entry is approved.\n"


def test_the_list_as_json_is_for_programs(run):
    told = json.loads(run("moderate", "list", "--json")[1])
    assert [each["ref"] for each in told] == ["visit", "rye", "spelt"]
    assert told[1]["answers"]["title"] == "Rye with walnuts"
    assert json.loads(run("moderate", "list", "--json", "--state", "spam")[1]) == []


def test_several_are_approved_at_once(run, garden):
    code, told, _ = run("moderate", "approve", "rye", "spelt")
    assert (code, told) == (0, "rye: waiting → approved\nspelt: waiting → approved\n")
    assert states(garden) == {"rye": "approved", "spelt": "approved"}


@pytest.mark.parametrize(
    ("command", "after"), [("reject", "rejected"), ("spam", "spam"), ("approve", "approved")]
)
def test_a_move_its_reason_and_its_undoing(run, garden, command, after):
    told = json.loads(run("moderate", command, "rye", "--reason", "off-topic", "--json")[1])
    assert (told[0]["after"], told[0]["reason"], told[0]["by"]) == (
        after,
        "off-topic",
        "command line",
    )
    assert states(garden)["rye"] == after
    assert run("moderate", "undo", "rye")[:2] == (0, f"rye: {after} → waiting\n")
    assert states(garden)["rye"] == "waiting"


def test_what_was_decided_goes_back_to_the_queue(run, garden):
    run("moderate", "reject", "rye")
    assert run("moderate", "reopen", "rye")[:2] == (0, "rye: rejected → waiting\n")


def test_one_that_can_not_be_moved_stops_all_with_a_sentence(run, garden):
    code, told, complaint = run("moderate", "approve", "rye", "nobody")
    assert (code, told) == (1, "")
    assert complaint == "There is no entry nobody.\n"
    assert states(garden)["rye"] == "waiting"


def test_a_reason_that_is_none_is_wrong_usage(run):
    code, _, complaint = run("moderate", "reject", "rye", "--reason", "because")
    assert code == 2
    assert "off-topic" in complaint


def test_show_tells_answers_replies_and_decisions(run):
    run("moderate", "reply", "rye", "We try it on Friday.")
    run("moderate", "reject", "rye", "--reason", "duplicate")
    told = run("moderate", "show", "rye")[1]
    for words in ("maja@home.example", "We try it on Friday.", "reject (duplicate)", "rejected"):
        assert words in told
    assert "suspected: trap" in run("moderate", "show", "visit")[1]
    assert "what: bread, cake" in run("moderate", "show", "visit")[1]


def test_show_as_json_carries_the_whole_entry(run):
    run("moderate", "reply", "rye", "Yes")
    told = json.loads(run("moderate", "show", "rye", "--json")[1])
    assert told["replies"][0]["text"] == "Yes"
    assert told["decisions"][0]["move"] == "reply"


def test_an_unknown_entry_is_said_to_be_so(run):
    for words in (("show", "nobody"), ("reply", "nobody", "Hello"), ("undo", "nobody")):
        assert run("moderate", *words)[0] == 1


def test_a_reply_as_json(run):
    assert json.loads(run("moderate", "reply", "rye", "Yes", "--json")[1])["text"] == "Yes"
    assert "kept" in run("moderate", "reply", "spelt", "Yes")[1]


def test_an_empty_reply_is_refused_with_what_is_wrong(run):
    code, _, complaint = run("moderate", "reply", "rye", "  ")
    assert code == 1
    assert complaint


class TestTalk:
    """What was said about an idea is decided on like all else."""

    @pytest.fixture(autouse=True)
    def said(self, garden):
        facts = {"challenge": "breads", "form_hash": "h", "state": State.WAITING, "received": NOW}
        first = {"form": "_comment", "answers": {"text": "I would come", "name": "Ann"}}
        reply = {"form": "_comment", "answers": {"text": "Me too"}, "parent": "first"}
        told = {"form": "_report", "answers": {"why": "unkind", "words": "Who is Ann?"}}
        with Store.open(garden) as store:
            writes.add(store, Comment(ref="first", about="rye", **first, **facts))
            writes.add(store, Comment(ref="reply", about="rye", **reply, **facts))
            writes.add(store, Report(ref="told", about="first", **told, **facts))

    def test_it_is_listed_with_its_words(self, run):
        lines = {each.split()[0]: each for each in run("moderate", "list")[1].splitlines()}
        assert lines["first"].endswith("breads  I would come")
        assert lines["reply"].endswith("Me too")
        assert lines["told"].endswith("unkind")

    def test_show_tells_what_it_is_about(self, run):
        run("moderate", "reply", "first", "See you on Monday.")
        told = run("moderate", "show", "first")[1]
        for words in ("about: rye", "text: I would come", "name: Ann", "See you on Monday."):
            assert words in told
        assert "parent: first" in run("moderate", "show", "reply")[1]
        assert json.loads(run("moderate", "show", "told", "--json")[1])["about"] == "first"

    def test_comments_and_reports_are_moved_and_that_undone(self, run, garden):
        told = run("moderate", "approve", "first", "reply", "told")[1]
        assert told.count("waiting → approved") == 3
        assert run("moderate", "spam", "reply", "--reason", "advertising")[:2] == (
            0,
            "reply: approved → spam\n",
        )
        assert run("moderate", "undo", "reply")[:2] == (0, "reply: spam → approved\n")
        with Store.open(garden) as store:
            assert {each.state for each in reads.comments(store, "breads")} == {State.APPROVED}

    @pytest.mark.parametrize(
        "words", [("merge", "first", "rye"), ("unmerge", "first"), ("progress", "first", "planned")]
    )
    def test_what_only_ideas_can_be_is_refused_with_a_sentence(self, run, words):
        code, _, complaint = run("moderate", *words)
        assert code == 1
        assert complaint == say("no-idea", {"ref": "first"}) + "\n"
