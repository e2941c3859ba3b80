"""Whatever a community does, in any order: store, published data, pages, lists, feeds, search and
the spreadsheet say what a few lines of plain Python do, and no erased word is in a public byte."""

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.stateful import invariant, run_state_machine_as_test

from collector.acts import vote
from collector.garden import POSTGRES, Garden, StoreSettings
from collector.jobs import rebuild
from collector.published import PublishedData, PublishedIdea
from collector.store import Store, reads, votes
from tests.gardens import lay_out
from tests.postgres import Server
from tests.standing.life import BRIEF, SETTINGS, START, Life
from tests.standing.taken_home import everything_agrees
from tests.standing.traces import unpacked
from tests.web.gardens import copy

WORD = re.compile(r"zq\d+qz")
PUBLIC = {".html", ".xml", ".json", ".gz", ".csv", ".md", ".txt", ".js"}
OFTEN = 6
"""Steps between two looks at everything."""


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Garden:
    """Built once; each community has a copy."""
    garden = lay_out(tmp_path_factory.mktemp("community"), {"bread": BRIEF}, SETTINGS)
    with Store.open(garden) as store:
        rebuild(garden, store, START)
    return garden


@pytest.fixture(autouse=True)
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is still reading a page of the build before."""
    monkeypatch.setattr(sys.modules["collector.pages.forget"], "SETTLING", 0)


class Community(Life):
    """The life of a community, and a look at all that tells of it."""

    def __init__(self, garden: Garden) -> None:
        super().__init__(garden)
        self.steps = 0

    @invariant()
    def the_store_holds_what_was_done(self) -> None:
        kept = {each.ref: each for each in reads.ideas(self.store, "bread")}
        assert {ref: (each.state, each.merged, each.progress) for ref, each in kept.items()} == {
            ref: (each.state, each.merged, each.progress) for ref, each in self.model.ideas.items()
        }
        said = {each.ref: each for each in reads.comments(self.store, "bread")}
        assert {ref: (each.state, each.about, each.parent) for ref, each in said.items()} == {
            ref: (each.state, each.about, each.parent) for ref, each in self.model.remarks.items()
        }

    @invariant()
    def the_store_holds_each_vote_once(self) -> None:
        kept = [*votes.on(self.store, "1", [*self.model.ideas])]
        named = {(each.idea, each.voter): each.value for each in kept if not each.apart}
        assert named == self.model.votes
        assert len(kept) - len(named) == sum(self.model.apart.values())

    @invariant()
    def who_votes_is_told_what_counts(self) -> None:
        for ref, members in self.model.seen().items():
            count = vote.count(self.store, self.brief, ref, self.clock.now)
            told = (count.values.get("up", 0), count.values.get("down", 0), count.apart)
            assert told == self.model.counted(members)

    @invariant()
    def look_now_and_then(self) -> None:
        self.steps += 1
        if self.steps % OFTEN == 0:
            self.look()

    def look(self) -> None:
        """Published data, pages, lists, feeds, search and the spreadsheet say the same."""
        data = self.told()
        self.agrees(data)
        for idea in data.ideas:
            self.page_agrees(idea)
        self.public_bytes_agree()
        self.search_agrees()
        self.what_is_taken_home_agrees()

    def gets(self, address: str) -> bytes:
        with self.client.get(address) as answer:
            return answer.get_data()

    def agrees(self, data: PublishedData) -> None:
        sets = self.model.seen()
        told = {each.ref: {each.ref, *(m.ref for m in each.merged)} for each in data.ideas}
        assert told == {ref: {*members} for ref, members in sets.items()}
        for each in data.ideas:
            assert each.progress == self.model.ideas[each.ref].progress
            if self.model.shows("counts"):
                assert each.votes is not None
                counted = (each.votes.values.get("up", 0), each.votes.values.get("down", 0))
                assert (*counted, each.votes.apart) == self.model.counted(sets[each.ref])
            else:
                assert each.votes is None
        assert words(self.gets("/collect/-/published/bread.json")) == self.model.public()

    def page_agrees(self, idea: PublishedIdea) -> None:
        members = self.model.seen()[idea.ref]
        page = self.gets(f"/challenges/bread/ideas/{idea.ref}/")
        assert words(page) == self.model.page(idea.ref, members)
        up, down, apart = self.model.counted(members)
        told = f"{up} for, {down} against" if up + down else "No votes yet"
        told += f", and {apart} counted apart" if apart else ""
        assert (f'count">{told}</p>'.encode() in page) == (idea.votes is not None)
        for each in members[1:]:
            onward = self.gets(f"/challenges/bread/ideas/{each}/")
            assert f'href="../{idea.ref}/"'.encode() in onward

    def public_bytes_agree(self) -> None:
        """Every public word is in some public byte, and no other in any."""
        found: set[str] = set()
        for path in public_files(self.garden):
            found |= words(unpacked(path))
        assert found == self.model.public()

    def search_agrees(self) -> None:
        for idea in [*self.model.ideas.values()][:3]:
            found = self.gets(f"/collect/-/ideas/bread?q={idea.text}")
            shown = idea.ref in self.model.seen()
            assert (idea.ref.encode() in found) == shown

    def what_is_taken_home_agrees(self) -> None:
        place = self.garden.root
        written = everything_agrees(self.store, self.brief, self.model, self.clock.now, place)
        assert not words(written) & self.model.erased


def words(content: bytes) -> set[str]:
    return {*WORD.findall(content.decode("utf-8", "replace"))}


def public_files(garden: Garden) -> Iterator[Path]:
    for folder in (garden.build, garden.published):
        for path in folder.rglob("*"):
            if path.suffix in PUBLIC and "assets" not in path.parts and path.is_file():
                yield path


@pytest.fixture
def gardens(
    planted: Garden, engine: StoreSettings, request: pytest.FixtureRequest, tmp_path: Path
) -> Callable[[], Garden]:
    """A new copy for each community, with an empty store on the engine."""
    numbers = count()

    def garden() -> Garden:
        if engine.url.startswith(POSTGRES):
            server: Server = request.getfixturevalue("postgres")
            server.emptied()
        copied = copy(planted, tmp_path / str(next(numbers)))
        return Garden(copied.root, replace(copied.settings, store=engine))

    return garden


@pytest.mark.hypothesis
def test_whatever_a_community_does_everything_says_the_same(gardens: Callable[[], Garden]) -> None:
    few = settings(max_examples=settings().max_examples // 8, stateful_step_count=30)
    run_state_machine_as_test(lambda: Community(gardens()), settings=few)
