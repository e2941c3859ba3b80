"""A challenge as Polis exports a conversation: made-up votes, written and read back."""

import stat
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pytest

from collector.brief import Brief, Voting, VotingKind
from collector.entries import State
from collector.errors import ExportError
from collector.export import conversation, export_polis, spool_polis
from collector.words import say
from tests.export.polis_reader import NAMES, Read, holds_together, read
from tests.export.talked import Talk, challenge

BERN = ZoneInfo("Europe/Zurich")
STARS = {"1": "-1", "2": "-1", "3": "0", "4": "1", "5": "1"}
SITE = "https://ideas.bakery.example/"


def packed(talk: Talk, brief: Brief) -> dict[str, str]:
    """The text of each file, by its name without its ending."""
    about = conversation(talk.store, brief, SITE)
    with spool_polis(Path("/tmp"), about, BERN) as file, ZipFile(BytesIO(_all(file))) as archive:
        assert sorted(archive.namelist()) == sorted(f"{name}.csv" for name in NAMES)
        return {name: archive.read(f"{name}.csv").decode("utf-8") for name in NAMES}


def _all(file) -> bytes:
    file.seek(0)
    return file.read()


def talks(talk: Talk) -> None:
    """Three who vote on ideas of which two are one, and some are not shown."""
    rye, spelt = talk.idea("Rye, with nuts"), talk.idea('=1+1 "Spelt"')
    dark = talk.idea("Dark bread", merged=rye.ref)
    waits = talk.idea("Oats", state=State.WAITING)
    for state in (State.REJECTED, State.SPAM, State.WITHDRAWN):
        talk.idea(f"Is {state}", state=state)
    talk.vote(rye, "ada-key", "up")
    talk.vote(dark, "ada-key", "down")
    talk.vote(dark, "bob-key", "up")
    talk.vote(spelt, "cyd-key", "down")
    talk.vote(spelt, "x", "up", apart="no key")
    talk.vote(waits, "ada-key", "up")
    talk.vote(spelt, "bob-key", "up", round="0")


@pytest.fixture
def told(talk: Talk) -> Iterator[Read]:
    talks(talk)
    return read(packed(talk, challenge()))


def test_ideas_are_statements_and_what_is_merged_is_voted_on_where_it_stands(told: Read) -> None:
    said = [
        (each["comment-body"], each["agrees"], each["disagrees"], each["moderated"])
        for each in told.comments.values()
    ]
    assert said == [
        ("Rye, with nuts", "1", "1", "1"),
        ('\'=1+1 "Spelt"', "0", "1", "1"),
        ("Dark bread", "0", "0", "-1"),
        ("Oats", "0", "0", "0"),
        ("Is rejected", "0", "0", "-1"),
    ]


def test_the_files_hold_together(told: Read) -> None:
    holds_together(told)
    assert told.summary == {
        "topic": "What should we bake next?",
        "url": "https://ideas.bakery.example/challenges/bread/",
        "views": "",
        "voters": "3",
        "voters-in-conv": "3",
        "commenters": "5",
        "comments": "5",
        "groups": "",
        "conversation-description": "Our oven stands idle.",
    }


def test_people_are_numbers_and_hours_are_told_in_the_garden_s_zone(talk: Talk) -> None:
    talks(talk)
    texts = packed(talk, challenge())
    assert "-key" not in str(texts)
    times = {each["datetime"] for each in read(texts).votes}
    assert times == {"Sat Nov 21 10:00:00 CET 2026"}
    assert {each["timestamp"] for each in read(texts).votes} == {"1795251600000"}
    assert not any("\r" in text for text in texts.values())


def test_numbers_are_drawn_and_tell_nothing_about_who_came_first(talk: Talk) -> None:
    rye = talk.idea("Rye")
    for n in range(40):
        talk.vote(rye, f"voter {n:02}", "up" if n < 20 else "down")
    votes = [each["vote"] for each in read(packed(talk, challenge())).votes]
    assert sorted(votes) == ["-1"] * 20 + ["1"] * 20
    assert votes != ["1"] * 20 + ["-1"] * 20


@pytest.mark.parametrize(
    ("kind", "value", "vote"),
    [
        (VotingKind.APPROVE, "yes", "1"),
        (VotingKind.UPDOWN, "up", "1"),
        (VotingKind.UPDOWN, "down", "-1"),
        *(
            (VotingKind.STARS, value, vote)
            for value, vote in zip("12345", ("-1", "-1", "0", "1", "1"), strict=True)
        ),
    ],
)
def test_every_kind_of_vote_is_for_or_against_or_neither(
    talk: Talk, kind: VotingKind, value: str, vote: str
) -> None:
    talk.vote(talk.idea("Rye"), "ada", value)
    (cells,) = read(packed(talk, challenge(kind))).votes
    assert cells["vote"] == vote


@pytest.mark.parametrize("voting", [None, Voting(VotingKind.RANKED), Voting(VotingKind.PAIRWISE)])
def test_where_single_ideas_are_not_voted_on_it_is_said(talk: Talk, voting: Voting | None) -> None:
    with pytest.raises(ExportError) as error:
        conversation(talk.store, challenge(voting=voting), SITE)
    assert "votes for and against" in say(error.value.reason, error.value.facts)


def test_a_challenge_without_ideas_has_files_with_headers(talk: Talk) -> None:
    told = read(packed(talk, challenge()))
    holds_together(told)
    assert told.votes == []


def test_they_go_into_a_folder_or_one_file_and_nowhere_else(talk: Talk, tmp_path: Path) -> None:
    talks(talk)
    about = conversation(talk.store, challenge(), "")
    assert about.address == ""
    folder, archive = tmp_path / "polis", tmp_path / "polis.ZIP"
    assert export_polis(folder, about, BERN) == export_polis(archive, about, BERN) == 3
    assert sorted(each.name for each in folder.iterdir()) == sorted(f"{n}.csv" for n in NAMES)
    assert {stat.S_IMODE(each.stat().st_mode) for each in (*folder.iterdir(), archive)} == {0o600}
    for path in (tmp_path / "polis.csv", tmp_path / "gone" / "polis", folder / "votes.csv" / "x"):
        with pytest.raises(ExportError):
            export_polis(path, about, BERN)
