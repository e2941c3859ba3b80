import gzip
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from collector import pages
from collector.brief import Phase
from collector.errors import Unreadable
from collector.garden import Garden
from collector.published import MergedIdea, Promise, PublishedAnswer, PublishedVotes
from tests.pages.gardens import ANSWERED, NOW, data, idea, publish

Page = Callable[[str], str]


def filled(garden: Garden) -> set[str]:
    """Fill, and name what changed."""
    folder = garden.live.resolve() / "public"
    return {each.resolve().relative_to(folder).as_posix() for each in pages.fill(garden, "bread")}


def test_an_idea_stands_on_the_challenge_in_the_list_and_on_its_own_page(
    built: Garden, page: Page
) -> None:
    publish(built, data(idea(byline="Maja & Jo")))
    changed = filled(built)
    assert changed >= {
        "index.html",
        "challenges/bread/index.html",
        "challenges/bread/ideas/index.html",
        "challenges/bread/ideas/idea0001/index.html",
        "feeds/challenges/bread.xml",
    }
    for place in ("challenges/bread", "challenges/bread/ideas", "challenges/bread/ideas/idea0001"):
        assert "Rolls number 1" in page(place)
        assert "Maja &amp; Jo" in page(place)
    assert "1 idea · 4 answers so far" in page("")


def test_no_other_challenge_is_touched(built: Garden) -> None:
    publish(built, data(idea()))
    assert not [each for each in filled(built) if "tables" in each or "boxes" in each]


def test_one_more_idea_writes_one_more_page_and_the_lists(built: Garden) -> None:
    publish(built, data(*map(idea, range(1, 30))))
    filled(built)
    publish(built, data(idea(30), *map(idea, range(1, 30))))
    ideas = {each for each in filled(built) if "/ideas/idea" in each}
    place = "challenges/bread/ideas/idea0030"
    assert ideas == {f"{place}/index.html", f"{place}/feed.xml"}


def test_an_answer_changes_the_page_of_its_idea(built: Garden, page: Page) -> None:
    publish(built, data(idea(1), idea(2)))
    filled(built)
    publish(built, data(idea(1), idea(2, replies=ANSWERED)))
    assert "challenges/bread/ideas/idea0002/index.html" in filled(built)
    assert "We bake them on Friday." in page("challenges/bread/ideas/idea0002")
    assert "Answered" in page("challenges/bread")


def test_an_idea_that_is_taken_back_leaves_every_page(built: Garden) -> None:
    publish(built, data(idea(1), idea(2, title="Secret rolls")))
    filled(built)
    publish(built, data(idea(1)))
    filled(built)
    public = built.live / "public"
    assert not (public / "challenges/bread/ideas/idea0002").exists()
    for path in public.rglob("*"):
        if path.is_file():
            read = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            assert b"Secret rolls" not in read, path


def test_when_the_last_idea_goes_the_list_says_so(built: Garden, page: Page) -> None:
    publish(built, data(idea()))
    filled(built)
    publish(built, data())
    filled(built)
    assert "No idea stands here yet." in page("challenges/bread/ideas")
    assert "Yours could be the first." in page("challenges/bread")
    assert "No ideas" in page("")


def test_filling_twice_gives_the_same_bytes(built: Garden) -> None:
    def everything() -> dict[Path, bytes]:
        return {each: each.read_bytes() for each in built.live.rglob("*") if each.is_file()}

    publish(built, data(idea(1), idea(2, replies=ANSWERED)))
    filled(built)
    before = everything()
    filled(built)
    assert everything() == before


def test_a_compressed_copy_says_what_its_page_says(built: Garden) -> None:
    publish(built, data(idea()))
    written = pages.fill(built, "bread")
    copies = {path: Path(f"{path}.gz") for path in written if Path(f"{path}.gz").exists()}
    assert len(copies) > 3
    for path, copy in copies.items():
        assert gzip.decompress(copy.read_bytes()) == path.read_bytes()


def test_of_ideas_pages_which_change_with_every_vote_no_older_copy_is_left(built: Garden) -> None:
    publish(built, data(idea()))
    filled(built)
    page = next((built.live.resolve() / "public/challenges/bread/ideas").glob("idea*/index.html"))
    Path(f"{page}.gz").write_bytes(b"older")
    publish(built, data(idea(votes=PublishedVotes(1, {"yes": 1}))))
    assert page in {each.resolve() for each in pages.fill(built, "bread")}
    assert not Path(f"{page}.gz").exists()


def test_a_phase_that_turned_takes_the_form_away_and_brings_it_back(
    built: Garden, page: Page
) -> None:
    open_page = page("challenges/bread")
    publish(built, data(phase=Phase.CLOSED))
    filled(built)
    closed = page("challenges/bread")
    assert "<form" not in closed
    assert "This closed on" in closed
    assert "What should we bake next?" in page("challenges")
    publish(built, data(phase=Phase.OPEN))
    filled(built)
    assert page("challenges/bread") == open_page


def test_many_ideas_are_told_in_pages_and_few_of_them_on_the_challenge(
    built: Garden, page: Page
) -> None:
    publish(built, data(*map(idea, range(1, 131))))
    filled(built)
    assert page("challenges/bread").count('class="ig-card"') == 12
    assert "All 130 ideas" in page("challenges/bread")
    assert page("challenges/bread/ideas").count('class="ig-card"') == 60
    assert page("challenges/bread/ideas/page-3").count('class="ig-card"') == 10
    assert 'href="../idea0130/"' in page("challenges/bread/ideas/page-3")
    publish(built, data(*map(idea, range(1, 5))))
    filled(built)
    assert not list((built.live / "public/challenges/bread/ideas").glob("page-*"))


@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", "<!--/slot:body-->", "\"' onload=x", "{{ 7 * 7 }}"]
)
def test_whatever_visitors_write_stays_words(built: Garden, page: Page, words: str) -> None:
    hostile = idea(
        title=words,
        byline=words,
        answers=(PublishedAnswer("text", "More", words), PublishedAnswer("else", words, words)),
        replies=(replace(ANSWERED[0], text=words),),
    )
    publish(built, data(hostile))
    filled(built)
    escaped = (
        words.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;").replace("'", "&#39;")
    )
    for place in ("challenges/bread", "challenges/bread/ideas", "challenges/bread/ideas/idea0001"):
        assert escaped in page(place)
        assert "<script>alert" not in page(place)
        assert "<!--" not in page(place)
    ElementTree.fromstring((built.live / "public/feeds/challenges/bread.xml").read_bytes())


def test_made_up_samples_say_that_they_are(built: Garden, page: Page) -> None:
    publish(built, data(idea(sample=True), idea(2, received=date(2026, 11, 19))))
    filled(built)
    assert page("challenges/bread/ideas").count("Made-up sample") == 1


def test_nothing_is_filled_before_the_first_build(garden: Garden) -> None:
    publish(garden, data(idea()))
    assert pages.fill(garden, "bread") == []


def test_nothing_is_filled_without_published_data_or_for_a_challenge_that_is_not_there(
    built: Garden,
) -> None:
    assert pages.fill(built, "bread") == []
    publish(built, data(idea(), slug="elsewhere"))
    assert pages.fill(built, "elsewhere") == []


def test_published_data_that_can_not_be_read_is_said_and_the_page_stays(
    built: Garden, page: Page
) -> None:
    before = page("challenges/bread")
    built.published.mkdir(parents=True)
    (built.published / "bread.json").write_text("{")
    with pytest.raises(Unreadable):
        pages.fill(built, "bread")
    assert page("challenges/bread") == before


def test_a_fill_that_broke_off_is_made_good_by_the_next(
    built: Garden, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(built, data(idea(1), idea(2)))
    with monkeypatch.context() as broken:
        broken.setattr("collector.pages.ideas._lists", _fail)
        with pytest.raises(OSError, match="full"):
            pages.fill(built, "bread")
    filled(built)
    assert "Rolls number 2" in page("challenges/bread/ideas")
    assert "2 ideas" in page("")


def _fail(*_: object) -> None:
    raise OSError("full")


def test_at_the_address_of_a_merged_idea_a_page_leads_to_where_it_stands(
    built: Garden, page: Page
) -> None:
    publish(built, data(idea(1), idea(2)))
    filled(built)
    merged = MergedIdea("idea0002", "Rolls & more", ANSWERED)
    publish(built, data(idea(1, merged=(merged,))))
    changed = filled(built)
    assert "challenges/bread/ideas/idea0002/index.html" in changed
    told = page("challenges/bread/ideas/idea0002")
    assert 'href="../idea0001/"' in told
    assert "Rolls &amp; more" in told
    assert ANSWERED[0].text in told
    assert "Rolls &amp; more" in page("challenges/bread/ideas/idea0001")


def test_unmerged_it_has_its_own_page_again_and_erased_none(built: Garden, page: Page) -> None:
    publish(built, data(idea(1, merged=(MergedIdea("idea0002", "Rolls"),))))
    filled(built)
    publish(built, data(idea(1), idea(2)))
    filled(built)
    assert "Rolls number 2" in page("challenges/bread/ideas/idea0002")
    publish(built, data(idea(1, merged=(MergedIdea("idea0002", "Rolls"),))))
    filled(built)
    publish(built, data(idea(1)))
    filled(built)
    with pytest.raises(FileNotFoundError):
        page("challenges/bread/ideas/idea0002")


def test_whether_it_is_answered_as_promised_is_told_in_public(garden: Garden) -> None:
    path = garden.challenges / "bread.md"
    promised = path.read_text("utf-8").replace(
        "---\ncloses", "---\nanswers within: 14 days\ncloses"
    )
    path.write_text(promised, "utf-8")
    pages.build(garden, now=NOW)
    page = garden.live / "public/challenges/bread/index.html"
    assert "within 14 days to each idea" in page.read_text("utf-8")
    assert "in time:" not in page.read_text("utf-8")
    kept = Promise(14, in_time=5, late=1, overdue=2, due=3)
    publish(garden, replace(data(idea()), promise=kept))
    pages.fill(garden, "bread")
    told = page.read_text("utf-8")
    assert "We answer each idea within 14 days." in told
    assert "in time: 5 · later: 1 · not answered, and overdue: 2 · not answered yet: 3" in told
