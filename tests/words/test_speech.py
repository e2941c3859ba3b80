"""Each language says everything, and says it where it is spoken."""

import string
from datetime import date
from pathlib import Path
from threading import Thread

import pytest

from collector import words
from collector.analysis import QuestionResult
from collector.brief import Shape
from collector.cli import main
from collector.draw import bars
from collector.form import draw
from collector.words import catalogue, renew
from collector.words.catalogue import read, sentences
from tests.form.forms import context, form_of_every_shape
from tests.gardens import lay_out

TRANSLATED = [each for each in words.languages() if each != words.SOURCE]


def facts(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_says_every_sentence_of_the_english_one(language: str) -> None:
    told = {each.context: each for each in read(language) if each.context}
    assert {reason: each.id for reason, each in told.items()} == sentences()
    assert [reason for reason, each in told.items() if not each.string or each.fuzzy] == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translated_sentence_holds_the_same_facts(language: str) -> None:
    wrong = {
        each.context: str(each.string)
        for each in read(language)
        if each.string and facts(str(each.string)) != facts(str(each.id))
    }
    assert wrong == {}


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_is_as_the_command_writes_it(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renew, "FOLDER", tmp_path)
    renew.renew(language)
    written = (tmp_path / f"{language}.po").read_text("utf-8")
    assert written == (catalogue.FOLDER / f"{language}.po").read_text("utf-8")


def test_what_is_said_is_said_in_the_language_spoken() -> None:
    with words.speaking("de"):
        assert words.say("form-yes") == "Ja"
        assert words.language() == "de"
    assert words.say("form-yes") == "Yes"


def test_each_thread_speaks_for_itself() -> None:
    heard = []
    with words.speaking("de"):
        thread = Thread(target=lambda: heard.append(words.say("form-yes")))
        thread.start()
        thread.join()
    assert heard == ["Yes"]


def test_a_language_without_a_catalogue_is_spoken_in_english_words() -> None:
    with words.speaking("ar"):
        assert words.say("form-yes") == "Yes"
        assert words.direction() == "rtl"


@pytest.fixture
def italian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Catalogues in a folder of their own; Italian is new there."""
    for module in (catalogue, renew):
        monkeypatch.setattr(module, "FOLDER", tmp_path)
    monkeypatch.setattr(renew, "languages", lambda: ("en", "it"))
    monkeypatch.setattr(renew, "rooms", lambda: {"form": {"send": "Send it", "gone": "Gone"}})
    catalog = renew.Catalog(locale="it", fuzzy=False)
    catalog.add("Send it", "Invia", context="send")
    catalog.add("Went", "Andato", context="gone")
    catalog.add("Old", "Vecchio", context="old")
    with (catalogue.FOLDER / "it.po").open("wb") as file:
        renew.write_po(file, catalog)


@pytest.mark.usefixtures("italian")
def test_a_changed_english_sentence_leaves_its_translation_to_be_looked_at() -> None:
    assert renew.gaps(renew.renew("it")) == ["gone"]
    kept = {each.context: each for each in read("it") if each.context}
    assert kept["send"].string == "Invia"
    assert not kept["send"].fuzzy
    assert (kept["gone"].id, kept["gone"].string) == ("Gone", "Andato")
    assert "old" not in kept
    assert renew.gaps(renew.renew("it")) == ["gone"]


@pytest.mark.parametrize("language", words.languages())
def test_a_workbook_can_have_sheets_of_these_names(language: str) -> None:
    said = catalogue.translated(language)
    names = [said[reason].lower() for reason in said if reason.startswith("export-sheet-")]
    assert len({*names}) == len(names)
    assert [name for name in names if len(name) > 20 or set(name) & set("[]:*?/\\'")] == []


def test_a_command_speaks_the_gardens_language_and_leaves_none_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lay_out(tmp_path, {}, 'language = "de"')
    assert main(["--garden", str(tmp_path), "account", "list"]) == 0
    assert "Noch gibt es kein Konto." in capsys.readouterr().out
    assert words.language() == words.SOURCE


def test_what_was_drawn_in_one_language_is_drawn_anew_in_the_next() -> None:
    """Nothing that keeps what it made keeps it for another language."""
    asked = form_of_every_shape()
    result = QuestionResult("how", "Wie?", Shape.ONE, n=0, asked=0)
    drawn: dict[str, set[str]] = {}
    for language in ("en", "de", "en", "de"):
        with words.speaking(language):
            page = draw(asked, context()) + bars(result) + words.day(date(2026, 3, 1))
            drawn.setdefault(language, set()).add(page)
    (english,), (german,) = drawn["en"], drawn["de"]
    for told in ("Only we see this", "No answers yet.", "1 March 2026"):
        assert told in english
        assert told not in german
    for told in ("Nur wir sehen das", "Noch keine Antworten.", "1. März 2026"):
        assert told in german
