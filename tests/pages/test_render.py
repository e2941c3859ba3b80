import pytest

from collector.pages.cards import Counted, card
from collector.pages.render import in_short, paragraphs, tally
from collector.published import PublishedAnswer
from tests.pages.gardens import idea
from tests.pages.test_cards import FACTS


def test_visitors_words_become_paragraphs_and_never_markup() -> None:
    text = "First <b>line</b>\r\nsecond\r\n\r\n\r\nNext & last\n"
    assert paragraphs(text) == (
        "<p>First &lt;b&gt;line&lt;/b&gt;<br>\nsecond</p>\n<p>Next &amp; last</p>"
    )


def test_an_idea_in_short_ends_between_two_words() -> None:
    long = idea(answers=(PublishedAnswer("text", "", "flour and water " * 50),))
    short = in_short(long)
    assert short.endswith(" …")
    assert len(short) < 230
    assert set(short.removesuffix(" …").split()) == {"flour", "and", "water"}


def test_an_idea_without_a_text_is_its_title() -> None:
    assert in_short(idea(answers=())) == ""


@pytest.mark.parametrize(
    ("takes_ideas", "phase", "ideas", "responses", "told"),
    [
        (True, "open", 0, 0, "No ideas so far"),
        (True, "open", 1, 2, "1 idea · 2 answers so far"),
        (True, "closed", 5, 0, "5 ideas"),
        (False, "open", 0, 0, "No answers so far"),
        (False, "closed", 0, 1, "1 answer"),
    ],
)
def test_a_card_says_how_much_came_in(
    takes_ideas: bool, phase: str, ideas: int, responses: int, told: str
) -> None:
    facts = FACTS | {"takes_ideas": takes_ideas}
    assert tally(card("bread", facts, Counted(phase, ideas, responses))) == told
