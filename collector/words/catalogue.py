"""The sentences by reason: written in English, translated in one gettext file a language.

In `catalogues/<language>.po` the context of a message is the reason and its id the English
sentence, so that a translation whose sentence has changed since is found. Babel reads the files
when they are first needed; nothing is compiled.
"""

import importlib
import pkgutil
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from collector.words import english

SOURCE = "en"
"""The language that sentences are written in."""

FOLDER = Path(__file__).parent / "catalogues"


@cache
def sentences() -> dict[str, str]:
    """All sentences by reason; the same reason in two rooms is a mistake in the kit."""
    merged: dict[str, str] = {}
    for said in rooms().values():
        for reason, sentence in said.items():
            if reason in merged:
                raise ValueError(f"two rooms say {reason!r}")
            merged[reason] = sentence
    return merged


def rooms() -> dict[str, dict[str, str]]:
    """The sentences of each room, by its name."""
    names = (each.name for each in pkgutil.iter_modules(english.__path__))
    return {name: importlib.import_module(f"{english.__name__}.{name}").SENTENCES for name in names}


@cache
def languages() -> tuple[str, ...]:
    """The languages that the kit's own words are there in; English first."""
    return (SOURCE, *sorted(each.stem for each in FOLDER.glob("*.po")))


def read(language: str) -> Catalog:
    """A language's catalogue as it stands in its file."""
    with (FOLDER / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


@cache
def translated(language: str) -> dict[str, str]:
    """The sentences of a language; those that were not translated, or not anew, in English."""
    if language == SOURCE or language not in languages():
        return sentences()
    own = {
        str(each.context): str(each.string)
        for each in read(language)
        if each.string and not each.fuzzy and sentences().get(each.context or "") == each.id
    }
    return sentences() | own
