"""What was said about ideas is taken home with them, from every store, and counts as it counts."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from collector.acts import upkeep
from collector.brief import Brief, Voting, VotingKind
from collector.entries import Progress, State
from collector.errors import ExportError
from collector.export import Choices, Selection, What, export, gather, held
from collector.export.listing import mixed
from collector.words import say
from tests.export.exported import as_csv, as_json, as_ods, as_xlsx
from tests.export.talked import GROUPS, HOUR, Talk, challenge
from tests.kept import NOW, reply


def csv(talk: Talk, brief: Brief, what: What, **choices) -> list[dict[str, str]]:
    return as_csv(gather(talk.store, brief), what=what, **choices)


def refused(path: Path, talk: Talk, brief: Brief, **choices) -> str:
    with pytest.raises(ExportError) as error:
        export(path, gather(talk.store, brief), NOW, Choices(**choices))
    assert not path.exists()
    return say(error.value.reason, error.value.facts)


def test_an_idea_tells_what_its_voters_said_and_one_that_is_merged_that_it_counts_there(
    talk: Talk,
) -> None:
    rye = talk.idea("Rye")
    dark = talk.idea("Dark bread", merged=rye.ref)
    waits = talk.idea("Oats", state=State.WAITING)
    talk.vote(rye, "ada", "up")
    talk.vote(dark, "ada", "down")
    talk.vote(dark, "bob", "up")
    talk.vote(rye, "x", "up", apart="no key")
    talk.vote(waits, "ada", "up")
    rows = {row["title"]: row for row in csv(talk, challenge(), What.IDEAS)}
    told = [rows["Rye"][each] for each in ("votes", "votes__up", "votes__down", "votes_apart")]
    assert told == ["2", "1", "1", "1"]
    assert rows["Rye"]["rank"] == "1"
    assert float(rows["Rye"]["score"]) == pytest.approx(0.5)
    assert rows["Dark bread"]["merged_into"] == rye.ref
    for title in ("Dark bread", "Oats"):
        assert [rows[title][each] for each in ("votes", "votes_apart", "rank", "comments")] == [
            ""
        ] * 4


def test_stars_and_approval_have_columns_of_their_own_and_no_voting_none(talk: Talk) -> None:
    rye = talk.idea("Rye")
    talk.vote(rye, "ada", "4")
    (row,) = csv(talk, challenge(VotingKind.STARS), What.IDEAS)
    assert [row[f"votes__{stars}"] for stars in range(1, 6)] == ["0", "0", "0", "1", "0"]
    (row,) = csv(talk, challenge(VotingKind.APPROVE), What.IDEAS)
    assert row["votes"] == "0"
    assert not any("__" in name for name in row)
    (row,) = csv(talk, challenge(voting=None, comments=False), What.IDEAS)
    assert not {"votes", "rank", "comments", "group"} & row.keys()


def test_an_idea_tells_how_long_its_author_waited_and_how_far_it_came(talk: Talk) -> None:
    rye = talk.idea("Rye", received=NOW - timedelta(days=9), tags=("bread", "oven"))
    planned = {"progress": Progress.PLANNED, "progressed": NOW - timedelta(days=2)}
    talk.idea("Oats", **planned)
    talk.keep(reply(rye.ref, "We try it.", at=NOW - timedelta(days=3)))
    rows = {row["title"]: row for row in csv(talk, challenge(), What.IDEAS)}
    assert rows["Rye"]["first_answer"] == date(2026, 11, 18).isoformat()
    assert rows["Rye"]["days_to_answer"] == "6"
    assert rows["Rye"]["tags"] == "bread; oven"
    assert rows["Oats"]["progressed"].startswith("2026-11-19T09:30")
    assert rows["Oats"]["days_to_answer"] == ""


def test_comments_count_with_the_idea_they_are_shown_at(talk: Talk) -> None:
    rye = talk.idea("Rye")
    dark = talk.idea("Dark bread", merged=rye.ref)
    first = talk.comment(rye, "Yes!", "Ann")
    talk.comment(rye, "Why?", parent=first.ref)
    talk.comment(dark, "With nuts")
    talk.comment(rye, "Buy here", state=State.SPAM)
    rows = {row["title"]: row for row in csv(talk, challenge(), What.IDEAS)}
    assert (rows["Rye"]["comments"], rows["Dark bread"]["comments"]) == ("3", "")


def test_a_vote_a_row_says_whether_it_counts_where_and_why_not(talk: Talk) -> None:
    rye, spelt = talk.idea("Rye"), talk.idea("Spelt")
    dark = talk.idea("Dark bread", merged=rye.ref)
    gone = talk.idea("Oats", state=State.WITHDRAWN)
    talk.vote(rye, "ada", "up")
    talk.vote(dark, "ada", "down")
    talk.vote(spelt, "ada", "5")
    talk.vote(spelt, "x", "up", apart="no key")
    talk.vote(gone, "bob", "up")
    talk.vote(spelt, "bob", "up", round="0")
    rows = csv(talk, challenge(), What.VOTES)
    told = {(row["title"], row["value"], row["reason"], row["counts_with"]) for row in rows}
    assert told == {
        ("Rye", "up", "said later", ""),
        ("Dark bread", "down", "", rye.ref),
        ("Spelt", "5", "other kind", ""),
        ("Spelt", "up", "no key", ""),
        ("Oats", "up", "not shown", ""),
        ("Spelt", "up", "other round", ""),
    }
    assert all(row["counted"] == str(int(not row["reason"])) for row in rows)
    assert {row["hour"] for row in rows} == {HOUR.isoformat()}


def test_people_have_names_that_tell_their_votes_together_and_are_new_in_each_file(
    talk: Talk,
) -> None:
    ideas = [talk.idea(title) for title in ("Rye", "Spelt", "Oats")]
    for each in ideas:
        talk.vote(each, "ada-secret-key", "up")
    talk.vote(ideas[0], "bob-secret-key", "up")
    one, other = (csv(talk, challenge(), What.VOTES) for _ in range(2))
    assert sorted(Counter(row["person"] for row in one).values()) == [1, 3]
    assert not {row["person"] for row in one} & {row["person"] for row in other}
    assert "secret-key" not in str(as_json(gather(talk.store, challenge())))


def test_rows_do_not_stand_in_the_order_in_which_people_voted(talk: Talk) -> None:
    rye = talk.idea("Rye")
    votes = [talk.vote(rye, f"voter {n}", "up") for n in range(30)]
    later = talk.vote(rye, "late", "down", at=HOUR + timedelta(hours=1))
    read = gather(talk.store, challenge())
    values = [row["value"] for row in as_csv(read, what=What.VOTES)]
    assert values == [*["up"] * 30, later.value]
    assert [each.ref for each in mixed(votes)] == sorted(each.ref for each in votes)


def test_a_group_is_named_where_five_of_it_voted_and_not_below(talk: Talk) -> None:
    rye = talk.idea("Rye", group="guests")
    for n in range(5):
        talk.vote(rye, f"staff {n}", "up", group="staff")
    for n in range(4):
        talk.vote(rye, f"guest {n}", "up", group="guests")
    brief = challenge(groups=GROUPS)
    told = Counter(row["group"] for row in csv(talk, brief, What.VOTES))
    assert told == {"staff": 5, "": 4}
    assert [row["group"] for row in csv(talk, brief, What.IDEAS)] == [""]
    for _ in range(4):
        talk.idea("Oats", group="guests")
    assert {row["group"] for row in csv(talk, brief, What.IDEAS)} == {"guests"}


def test_five_votes_of_one_person_name_no_group(talk: Talk) -> None:
    for n in range(6):
        talk.vote(talk.idea(f"Bread {n}"), "ada", "up", group="staff")
    rows = csv(talk, challenge(groups=GROUPS), What.VOTES)
    assert {row["group"] for row in rows} == {""}


def test_a_ballot_is_a_row_for_each_idea_and_of_merged_ones_the_first_counts(talk: Talk) -> None:
    rye, spelt = talk.idea("Rye"), talk.idea("Spelt")
    dark = talk.idea("Dark bread", merged=rye.ref)
    talk.ballot("ada", dark.ref, rye.ref, spelt.ref)
    rows = csv(talk, challenge(VotingKind.RANKED), What.VOTES)
    told = [(row["place"], row["title"], row["counts_with"], row["reason"]) for row in rows]
    assert told == [
        ("1", "Dark bread", rye.ref, ""),
        ("2", "Rye", "", "said before"),
        ("3", "Spelt", spelt.ref, ""),
    ]


def test_a_comparison_is_a_row_with_both_ideas(talk: Talk) -> None:
    rye, spelt = talk.idea("Rye"), talk.idea("Spelt")
    dark = talk.idea("Dark bread", merged=rye.ref)
    talk.comparison("ada", rye.ref, spelt.ref, "left")
    talk.comparison("ada", rye.ref, dark.ref, "neither")
    talk.comparison("ada", spelt.ref, dark.ref, "left")
    rows = csv(talk, challenge(VotingKind.PAIRWISE), What.VOTES)
    told = {(row["left_title"], row["right_title"], row["choice"], row["reason"]) for row in rows}
    assert told == {
        ("Rye", "Spelt", "left", "said later"),
        ("Spelt", "Dark bread", "left", ""),
        ("Rye", "Dark bread", "neither", "merged"),
    }
    (counts,) = [row for row in rows if row["counted"] == "1"]
    assert (counts["left_counts_with"], counts["right_counts_with"]) == (spelt.ref, rye.ref)


def test_comments_and_reports_are_tables_like_forms(talk: Talk) -> None:
    rye = talk.idea("Rye")
    first = talk.comment(rye, "=1+1", "Ann")
    talk.comment(rye, "Why?", parent=first.ref, state=State.WAITING)
    talk.report(rye, "It is mine.")
    rows = csv(talk, challenge(), What.COMMENTS)
    told = [(row["about"], row["parent"], row["text"], row["name"], row["state"]) for row in rows]
    assert told == [
        (rye.ref, "", "'=1+1", "Ann", "approved"),
        (rye.ref, first.ref, "Why?", "", "waiting"),
    ]
    coded = csv(talk, challenge(), What.COMMENTS, codes=True)
    assert [row["name"] for row in coded] == ["Ann", "-99"]
    (row,) = csv(talk, challenge(), What.REPORTS)
    assert (row["about"], row["why"], row["words"]) == (
        rye.ref,
        "It is unkind or hurts somebody",
        "It is mine.",
    )


def test_the_log_tells_who_decided_and_what_about(talk: Talk) -> None:
    rye, oats = talk.idea("Rye"), talk.idea("Oats")
    talk.decide(rye, "approve", State.APPROVED)
    upkeep.erase(talk.garden, talk.store, oats.ref, "maja", NOW)
    rows = csv(talk, challenge(), What.DECISIONS)
    told = [(row["about"], row["kind"], row["move"], row["by"], row["role"]) for row in rows]
    assert told == [
        (rye.ref, "idea", "approve", "maja", "former"),
        (oats.ref, "", "erase", "maja", "former"),
    ]


def test_a_workbook_holds_all_that_there_is_and_nothing_that_is_not(talk: Talk) -> None:
    rye = talk.idea("Rye")
    bare = ["Responses", "Codes", "Codebook", "Summary", "About"]
    assert [*as_xlsx(gather(talk.store, challenge()))] == bare
    talk.vote(rye, "ada", "up")
    talk.comment(rye, "Yes!")
    talk.decide(rye, "approve", State.APPROVED)
    for read in (as_xlsx, as_ods):
        book = read(gather(talk.store, challenge()))
        assert [*book] == [*bare[:2], "Comments", "Codes Comments", "Votes", "Decisions", *bare[2:]]
        (vote,) = book["Votes"]
        assert (vote["title"], vote["value"], vote["counted"]) == ("Rye", "up", 1)
        assert isinstance(vote["hour"], datetime)
        meanings = {
            (row["form"], row["column"]): row["label"]
            for row in book["Codebook"]
            if "column" in row
        }
        assert "anew for each file" in meanings["votes", "person"]
        about = [[*row.values()] for row in book["About"]]
        assert ["Votes: rows", 1] in about
        assert ["_comment: approved", 1] in about
        assert not any(row["form"].startswith("_") for row in book["Summary"])


def test_the_machine_s_file_holds_them_as_lists(talk: Talk) -> None:
    rye = talk.idea("Rye")
    talk.vote(rye, "ada", "up")
    talk.comment(rye, "Yes!")
    told = as_json(gather(talk.store, challenge()))
    (vote,) = told["votes"]
    assert (vote["idea"], vote["value"], vote["counted"]) == (rye.ref, "up", 1)
    assert {each["form"] for each in told["entries"]} == {"idea", "_comment"}
    (described,) = told["lists"]
    assert described["columns"] == [*vote]
    assert [each["column"] for each in described["codebook"]] == [*vote]


def test_what_is_asked_for_is_written_and_nothing_else(talk: Talk, tmp_path: Path) -> None:
    rye = talk.idea("Rye")
    talk.vote(rye, "ada", "up")
    talk.comment(rye, "Yes!")
    brief = challenge()
    only = as_xlsx(gather(talk.store, brief), what=What.VOTES)
    assert [*only] == ["Votes", "Codebook", "About"]
    assert held(talk.store, "bread") == (What.COMMENTS, What.VOTES)
    assert len(as_csv(gather(talk.store, brief))) == 1
    path = tmp_path / "all.csv"
    assert "holds one table" in refused(path, talk, brief, what=What.ALL)
    assert "not both" in str(say("export-form-and-what"))
    with pytest.raises(ExportError):
        Choices(form="idea", what=What.VOTES)
    silent = challenge(comments=False)
    assert csv(talk, silent, What.COMMENTS)  # they were kept before
    assert path.parent.exists()


def test_of_votes_and_decisions_days_choose(talk: Talk) -> None:
    rye = talk.idea("Rye")
    talk.vote(rye, "ada", "up", at=datetime(2026, 3, 1, 12, tzinfo=UTC))
    talk.vote(rye, "bob", "down")
    only = Selection(begin=date(2026, 11, 1), states=(State.WAITING,))
    assert [row["value"] for row in csv(talk, challenge(), What.VOTES, only=only)] == ["down"]


def test_of_what_was_erased_nothing_is_in_any_file(talk: Talk) -> None:
    rye, oats = talk.idea("Rye"), talk.idea("Unforgettable oats")
    word = talk.comment(rye, "Unforgettable", "Annabel")
    talk.vote(oats, "ada", "up")
    told = [str(read(gather(talk.store, challenge()))) for read in (as_json, as_xlsx, as_ods)]
    assert all("Unforgettable" in each and "Annabel" in each for each in told)
    for each in (oats, word):
        upkeep.erase(talk.garden, talk.store, each.ref, "maja", NOW)
    told = [str(read(gather(talk.store, challenge()))) for read in (as_json, as_xlsx, as_ods)]
    assert not any("Unforgettable" in each or "Annabel" in each for each in told)
    assert csv(talk, challenge(), What.COMMENTS) == csv(talk, challenge(), What.VOTES) == []


def test_a_round_that_is_over_is_told_but_not_counted(talk: Talk) -> None:
    rye = talk.idea("Rye")
    talk.vote(rye, "ada", "up")
    final = challenge(voting=replace(Voting(VotingKind.UPDOWN), round="final"))
    (vote,) = csv(talk, final, What.VOTES)
    assert (vote["reason"], vote["round"]) == ("other round", "1")
    (idea,) = csv(talk, final, What.IDEAS)
    assert idea["votes"] == "0"
