import io
import shutil
import subprocess
import zipfile
from datetime import UTC, date, datetime, time
from xml.etree import ElementTree

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collector.brief import Shape
from collector.errors import ExportError
from collector.export import export, open_document
from collector.export.cell import LONGEST
from tests.export.exported import ANSWERS, EVERY, POLL, as_ods, as_xlsx, material, written
from tests.form.forms import form, question
from tests.kept import NOW, idea, response

FULL = material([EVERY], [idea(EVERY, ANSWERS), idea(EVERY, {})])
LONG = form(question(Shape.LONG))


def plain(time):
    """As a workbook tells it, which knows no zone."""
    return time.replace(tzinfo=None)


def parts(held):
    archive = zipfile.ZipFile(io.BytesIO(written(".ods", held)))
    assert archive.testzip() is None
    return {each.filename: archive.read(each) for each in archive.infolist()}


def test_it_is_an_open_document_that_says_first_what_it_is():
    raw = written(".ods", FULL)
    assert raw[30:38] == b"mimetype"
    assert raw[38 : 38 + len(open_document.MEDIA_TYPE)] == open_document.MEDIA_TYPE.encode()
    for name, part in parts(FULL).items():
        assert name == "mimetype" or ElementTree.fromstring(part) is not None


def test_it_holds_the_same_cells_in_the_same_sheets_as_the_other_workbook():
    held = material([EVERY, POLL], [idea(EVERY, ANSWERS), response(POLL, {"one": "bern"})])
    told, other = as_ods(held), as_xlsx(held)
    assert [*told] == [*other]
    for sheet, rows in told.items():
        assert [*map(alike, rows)] == [*map(alike, other[sheet])]


def alike(row):
    """A row as either workbook tells it: Excel knows 15 digits, and of a day its midnight."""
    return {
        name: round(cell, 12) if isinstance(cell, float) else str(cell).removesuffix(" 00:00:00")
        for name, cell in ((name, _float(cell)) for name, cell in row.items())
    }


def _float(cell):
    return float(cell) if isinstance(cell, int) else cell


def test_the_header_of_every_sheet_stays_in_sight():
    # LibreOffice keeps this to itself when it converts without a window: so the part is read.
    frozen = ElementTree.fromstring(parts(FULL)["settings.xml"])
    name = "{urn:oasis:names:tc:opendocument:xmlns:config:1.0}name"
    tables = next(each for each in frozen.iter() if each.get(name) == "Tables")
    assert [each.get(name) for each in tables] == [*as_ods(FULL)]
    for each in tables:
        told = {item.get(name): item.text for item in each}
        assert (told["VerticalSplitMode"], told["VerticalSplitPosition"]) == ("2", "1")
    assert b'xmlns:ooo="http://openoffice.org/2004/office"' in parts(FULL)["settings.xml"]


def test_numbers_dates_and_times_are_real():
    row = as_ods(FULL)["Responses"][0]
    assert (row["number"], row["scale"], row["several__bern"]) == (-2.5, 4, 1)
    assert (row["date"], row["time"]) == (date(2026, 12, 15), time(14, 30))
    assert row["received"] == plain(NOW.astimezone(UTC))
    assert row["phone"] == "0171 234567"


def test_what_is_missing_is_blank_in_words_and_coded_in_codes():
    told = as_ods(FULL)
    assert "one" not in told["Responses"][1]
    assert (told["Codes"][1]["one"], told["Codes"][1]["one_other"]) == (-99, -77)


TEXTS = [
    "=1+1",
    "of:=1+1",
    "42",
    "<x-evil>&amp;",
    "]]>",
    "TRUE",
    "two\nlines",
    "a  b",
    " c ",
    "\td",
]


def test_words_stay_the_text_they_are_and_nothing_is_a_formula():
    held = material([LONG], [idea(LONG, {"long": text}) for text in TEXTS])
    assert [row["long"] for row in as_ods(held)["Responses"]] == TEXTS
    assert b"table:formula" not in parts(held)["content.xml"]


@settings(max_examples=40)  # each writes and reads a workbook
@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1))
def test_any_text_comes_back_as_it_was(text):
    (row,) = as_ods(material([LONG], [idea(LONG, {"long": text})]))["Responses"]
    assert row["long"] == text


def test_signs_that_no_xml_may_hold_are_replaced():
    (row,) = as_ods(material([LONG], [idea(LONG, {"long": "a\x01b\ud800c\uffff"})]))["Responses"]
    assert row["long"] == "a\ufffdb\ufffdc\ufffd"


def test_a_text_that_no_cell_holds_is_cut_with_a_note():
    (row,) = as_ods(material([LONG], [idea(LONG, {"long": "x" * 40_000})]))["Responses"]
    assert len(row["long"]) <= LONGEST
    assert "40000 characters" in row["long"]


def test_what_no_reader_could_open_is_refused_and_leaves_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr("collector.export.ods_file.LARGEST", 2_000)
    with pytest.raises(ExportError, match="export-too-large"):
        export(tmp_path / "bread.ods", FULL, NOW)
    assert not list(tmp_path.iterdir())


def test_a_sheet_that_fills_up_while_it_is_written_leaves_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr("collector.export.workbook.MOST_ROWS", 1)
    with pytest.raises(ExportError, match="export-too-many"):
        export(tmp_path / "bread.ods", FULL, NOW)
    assert not list(tmp_path.iterdir())


@pytest.mark.libreoffice
def test_libreoffice_reads_every_sheet_with_its_filter(tmp_path):
    texts = {**ANSWERS, "long": "=1+1", "text": "two\nlines  🥖", "title": "<a>&b"}
    (tmp_path / "bread.ods").write_bytes(written(".ods", material([EVERY], [idea(EVERY, texts)])))
    subprocess.run(
        [
            shutil.which("soffice"),
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "xlsx",
            "--outdir",
            tmp_path / "out",
            tmp_path / "bread.ods",
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    book = openpyxl.load_workbook(tmp_path / "out" / "bread.xlsx")
    assert book.sheetnames == ["Responses", "Codes", "Codebook", "Summary", "About"]
    assert [sheet.auto_filter.ref for sheet in book] == [sheet.dimensions for sheet in book]
    header, cells = book["Responses"].iter_rows()
    told = {name.value: cell for name, cell in zip(header, cells, strict=True)}
    for name in ("long", "text", "title"):
        assert (told[name].value, told[name].data_type) == (texts[name], "s")
    assert told["date"].value == datetime(2026, 12, 15)  # noqa: DTZ001  # a workbook knows no zone
    assert (told["number"].value, told["received"].value) == (-2.5, plain(NOW))
