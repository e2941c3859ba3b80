import json
import stat
from dataclasses import replace

import pytest

from collector.entries import tombstone
from collector.errors import ExportError
from collector.export import FORMATS, Choices, export
from collector.words import languages, say, speaking
from tests.export.exported import (
    ANSWERS,
    EVERY,
    POLL,
    as_csv,
    as_json,
    as_ods,
    as_xlsx,
    material,
)
from tests.kept import NOW, idea, response

TWO = [idea(EVERY, ANSWERS), idea(EVERY, {"title": "Oats"})]


def refused(*given) -> str:
    """What is said about an export that can't be made."""
    with pytest.raises(ExportError) as error:
        export(*given)
    return say(error.value.reason, error.value.facts)


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_ending_of_the_name_decides_the_format_and_the_entries_are_counted(tmp_path, suffix):
    path = tmp_path / f"bread{suffix.upper()}"
    done = []
    assert export(path, material([EVERY], iter(TWO)), NOW, None, done.append) == 2
    assert done == [1, 2]
    assert path.stat().st_size > 0
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("suffix", FORMATS)
def test_of_what_was_erased_there_is_no_row(tmp_path, suffix):
    path = tmp_path / f"bread{suffix}"
    entries = [TWO[0], tombstone(TWO[1])]
    assert export(path, material([EVERY], entries), NOW) == 1
    assert TWO[1].ref.encode() not in path.read_bytes()


def test_how_many_were_erased_is_told():
    about = as_xlsx(material([EVERY], [TWO[0], tombstone(TWO[1])]))["About"]
    assert ["idea: erased", 1] in [[*row.values()] for row in about]


def test_another_ending_is_refused_with_those_there_are(tmp_path):
    told = refused(tmp_path / "bread.pdf", material([EVERY], TWO), NOW)
    assert "'.pdf'" in told
    assert ".csv .xlsx .ods .json" in told
    assert not list(tmp_path.iterdir())


def test_a_file_that_stood_is_replaced_in_one_piece_or_not_at_all(tmp_path):
    path = tmp_path / "bread.json"
    path.write_text("older")

    def entries():
        yield TWO[0]
        assert path.read_text() == "older"
        raise OSError(28, "No space left on device")

    assert "No space left" in refused(path, material([EVERY], entries()), NOW)
    assert path.read_text() == "older"
    assert [each.name for each in tmp_path.iterdir()] == ["bread.json"]
    export(path, material([EVERY], TWO), NOW)
    assert len(json.loads(path.read_text())["entries"]) == 2


def test_a_link_goes_on_pointing_to_the_file(tmp_path):
    target, link = tmp_path / "real.csv", tmp_path / "link.csv"
    target.write_text("older")
    link.symlink_to(target)
    export(link, material([EVERY], TWO), NOW)
    assert link.is_symlink()
    assert "Rye" in target.read_text()


def test_a_folder_that_is_missing_or_in_the_way_is_said(tmp_path):
    held = material([EVERY], TWO)
    assert "No such file or directory" in refused(tmp_path / "gone" / "bread.csv", held, NOW)
    (tmp_path / "bread.csv").mkdir()
    assert "is not a file" in refused(tmp_path / "bread.csv", held, NOW)


def test_a_csv_holds_one_form_and_names_the_choices(tmp_path):
    both = material([EVERY, POLL], TWO)
    assert "Choose one: idea, poll." in refused(tmp_path / "bread.csv", both, NOW)
    assert "It has: idea, poll." in refused(tmp_path / "bread.csv", both, NOW, Choices(form="pol"))
    assert len(as_csv(both, form="idea")) == 2
    assert as_csv(both, form="poll") == []


def test_a_challenge_without_forms_has_nothing_to_export(tmp_path):
    assert "no form" in refused(tmp_path / "bread.csv", material([], []), NOW)


def test_a_strange_separator_is_refused(tmp_path):
    told = refused(tmp_path / "b.csv", material([EVERY], TWO), NOW, Choices(separator="ab"))
    assert "'ab'" in told


def test_one_form_can_be_chosen_for_every_format():
    held = [*TWO, response(POLL, {"one": "bern"})]
    assert {
        each["form"] for each in as_json(material([EVERY, POLL], held), form="poll")["entries"]
    } == {"poll"}
    assert "Responses" in as_xlsx(material([EVERY, POLL], held), form="poll")


def test_a_form_that_the_brief_no_longer_has_is_exported_too():
    gone = material([EVERY], [response(POLL, {"one": "bern"})], older=[POLL])
    (row,) = as_csv(gone, form="poll")
    assert row["one"] == "Bern"


@pytest.mark.parametrize("language", languages())
def test_workbooks_speak_the_language_of_the_challenge(language):
    held = material([EVERY, POLL], [*TWO, response(POLL, {"one": "bern"})])
    spoken = replace(held, brief=replace(held.brief, language=language))
    for read in (as_xlsx, as_ods):
        told = read(spoken)
        with speaking(language):
            assert say("export-sheet-codebook") in told
            meanings = {line.get("meaning") for line in told[say("export-sheet-codebook")]}
            assert say("export-yes") in meanings
        assert len(told) == 7
        assert [len(rows) for rows in told.values()][:4] == [2, 2, 1, 1]
