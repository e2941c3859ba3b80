"""Settings that are words: title, picture, tags, terms; and those that are one of a few."""

from collections.abc import Callable
from typing import Any

from collector.brief.challenge import Picture
from collector.brief.files import lies_beside, names_in
from collector.brief.heading import near
from collector.brief.matter import Setting
from collector.brief.settings.place import Place
from collector.garden import LANGUAGES
from collector.words import languages

PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".svg")


def read_text(setting: Setting, place: Place) -> None:
    """The text as it stands, kept under its key."""
    if setting.items:
        place.error(setting, "brief-setting-list", ", ".join(setting.list))
        return
    setattr(place.facts, setting.key, setting.text)


def read_tags(setting: Setting, place: Place) -> None:
    """A list of words, each once."""
    place.facts.tags = tuple(dict.fromkeys(setting.list))


def read_image(setting: Setting, place: Place) -> None:
    """`oven.jpg`, or `oven.jpg, An oven at dawn`: the file beside the brief, and what it shows."""
    file, _, alt = setting.text.partition(",")
    file = file.strip()
    if "/" in file or "\\" in file:
        place.error(setting, "brief-image-place", file.replace("\\", "/").rpartition("/")[2])
    elif not file.lower().endswith(PICTURES):
        place.error(setting, "brief-image-kind", f"{file.partition('.')[0]}.jpg")
    elif not lies_beside(place.folder, file):
        present = names_in(place.folder)
        meant = near(file, [each for each in present if each.lower().endswith(PICTURES)])
        place.error(setting, "brief-file-missing", meant or "oven.jpg", file=file)
    else:
        place.facts.image = Picture(file, alt.strip())


def read_terms(setting: Setting, place: Place) -> None:
    """A page among the garden's terms."""
    if place.terms and setting.text not in place.terms:
        meant = near(setting.text, list(place.terms)) or sorted(place.terms)[0]
        place.error(setting, "brief-terms-unknown", meant, near=meant)
        return
    place.facts.terms = setting.text


def read_language(setting: Setting, place: Place) -> None:
    """One that the kit speaks, or one in which its own words stay English."""
    word = setting.plain.lower()
    if word not in LANGUAGES:
        place.error(setting, "brief-value", place.garden.language, known=", ".join(LANGUAGES))
        return
    place.facts.language = word
    if word not in languages():
        place.report.warn(setting.line.number, "brief-language-unspoken", language=word)


def one_of(field: str, words: dict[str, Any]) -> Callable[[Setting, Place], None]:
    """A reader for a setting that is one of these words, the first being the fix for others."""

    def read(setting: Setting, place: Place) -> None:
        word = setting.plain.lower()
        if word in words:
            setattr(place.facts, field, words[word])
            return
        meant = near(word, list(words)) or next(iter(words))
        place.error(setting, "brief-value", meant, known=", ".join(words))

    return read
