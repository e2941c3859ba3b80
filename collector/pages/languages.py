"""Pages in several languages: each challenge in its own, all others in the garden's.

Frames that challenges share are staged once a language: `challenges/-/ideas/-.md` for the
garden's, `challenges/-/ideas-fr/-.md` for a French challenge, at the same depth, so that relative
addresses fit.
"""

import json
from collections.abc import Iterable, Iterator, Mapping

from collector import words
from collector.brief import Brief
from collector.garden import Settings

LIST = "challenges/-/ideas/index.html"
IDEA = "challenges/-/ideas/-/index.html"
FRAME = "challenges/-/frame/index.html"
"""Where the collector's frame is made for a language that is not the garden's."""

SHARED = ("challenges/-/ideas/index.md", "challenges/-/ideas/-.md")
COLLECTOR = "---\nkind: frame\n---\n\n<!--slot:body--><!--/slot:body-->\n"

THEME = ("skip", "pages", "dark", "more", "feed", "missing-title", "missing", "missing-onward")
"""What the theme's templates say; each reason begins with `site-`."""


def languages(settings: Settings, briefs: Mapping[str, Brief]) -> list[str]:
    """All that the site speaks: the garden's language first."""
    editions = (edition for brief in briefs.values() for edition in brief.editions)
    others = {each.language for each in editions} - {settings.language}
    return [settings.language, *sorted(others)]


def variant(place: str, language: str) -> str:
    """The place of a shared frame in another language."""
    challenges, dash, name, rest = place.split("/", 3)
    return f"{challenges}/{dash}/{name}-{language}/{rest}"


def frames(others: Iterable[str], shared: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Place and Markdown of the frames in other languages. `shared` has the garden's own."""
    for language in others:
        for place, text in shared.items():
            yield variant(place, language), _spoken(text, language)
        yield variant(FRAME, language).replace(".html", ".md"), _spoken(COLLECTOR, language)


def _spoken(page: str, language: str) -> str:
    """The page with its language in its front matter."""
    return page.replace("---\n", f"---\nlanguage: {json.dumps(language)}\n", 1)


def theme_words(spoken: Iterable[str]) -> dict[str, dict[str, str]]:
    """What the theme says, by language and by the names that its templates have for it."""
    return {language: _theme_words(language) for language in spoken}


def _theme_words(language: str) -> dict[str, str]:
    with words.speaking(language):
        return {name.replace("-", "_"): words.say(f"site-{name}") for name in THEME}
