import csv
import io
import shutil
import subprocess
from dataclasses import replace
from datetime import date, datetime, time

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook

from collector.brief import FormKind, Option, Shape
from collector.entries import State
from collector.errors import ExportError
from collector.export import export
from collector.export.cell import LONGEST
from collector.export.xlsx_file import Book
from collector.words import say
from tests.export.exported import ANSWERS, EVERY, POLL, as_csv, as_json, as_xlsx, material, written
from tests.form.forms import form, question
from tests.kept import NOW, idea, response

FULL = material([EVERY], [idea(EVERY, ANSWERS), idea(EVERY, {})])


def book(held):
    return openpyxl.load_workbook(io.BytesIO(written(".xlsx", held)))


def test_a_form_has_a_sheet_in_words_and_one_in_codes():
    assert book(FULL).sheetnames == ["Responses", "Codes", "Codebook", "Summary", "About"]


def test_several_forms_share_a_workbook():
    names = book(material([EVERY, POLL], [])).sheetnames
    assert names[:4] == ["Responses idea", "Codes idea", "Responses poll", "Codes poll"]


def test_long_names_of_forms_are_cut_and_kept_apart():
    long = [form(question(Shape.TEXT), name="a_very_long_name_for_a_form_" + end) for end in "Aab"]
    names = book(material(long, [])).sheetnames
    assert len({name.casefold() for name in names}) == len(names) == 9
    assert max(map(len, names)) <= 31


def test_entries_of_several_forms_find_their_sheets_in_any_order():
    entries = [
        each for _ in range(3) for each in (idea(EVERY, ANSWERS), response(POLL, {"one": "bern"}))
    ]
    told = as_xlsx(material([EVERY, POLL], iter(entries)))
    assert [row["ref"] for row in told["Responses idea"]] == [each.ref for each in entries[::2]]
    assert [row["ref"] for row in told["Codes poll"]] == [each.ref for each in entries[1::2]]


def test_the_header_stays_in_sight_and_has_a_filter():
    for sheet in book(FULL):
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions


def test_numbers_dates_and_times_are_real():
    row = as_xlsx(FULL)["Responses"][0]
    assert (row["number"], row["scale"], row["several__bern"]) == (-2.5, 4, 1)
    assert row["date"] == datetime(2026, 12, 15)  # noqa: DTZ001  # a workbook knows no zone
    assert row["time"] == time(14, 30)
    assert row["received"] == datetime(2026, 11, 21, 9, 30)  # noqa: DTZ001  # as above
    assert row["phone"] == "0171 234567"
    assert row["one"] == "Other"


def test_what_is_missing_is_blank_in_words_and_coded_in_codes():
    told = as_xlsx(FULL)
    assert "one" not in told["Responses"][1]
    assert (told["Codes"][1]["one"], told["Codes"][1]["one_other"]) == (-99, -77)


def test_codes_become_numbers_only_where_they_say_the_same():
    options = (Option("1", "A"), Option("01", "B"), Option("x", "C"))
    poll = form(question(Shape.ONE, "it", options=options), kind=FormKind.POLL)
    codes = [
        row["it"]
        for row in as_xlsx(
            material([poll], [response(poll, {"it": code}) for code in ("1", "01", "x")])
        )["Codes"]
    ]
    assert codes == [1, "01", "x"]


def test_words_stay_text_whatever_they_look_like():
    texts = [
        "=1+1",
        "+49 171",
        "https://example.org",
        "mailto:a@b.example",
        "42",
        "0171",
        "1e5",
        "{=A1}",
        "TRUE",
    ]
    asked = form(question(Shape.LONG))
    sheet = book(material([asked], [idea(asked, {"long": text}) for text in texts]))["Responses"]
    cells = [row[-1] for row in sheet.iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == texts
    assert {cell.data_type for cell in cells} == {"s", "inlineStr"} & {
        cell.data_type for cell in cells
    }
    assert not any(cell.hyperlink for cell in cells)


def test_a_text_that_no_cell_holds_is_cut_with_a_note():
    asked = form(question(Shape.LONG))
    (row,) = as_xlsx(material([asked], [idea(asked, {"long": "x" * 40_000})]))["Responses"]
    assert len(row["long"]) <= LONGEST
    assert "40000 characters" in row["long"]


def test_days_before_workbooks_began_are_told_in_words():
    asked = form(question(Shape.DATE))
    (row,) = as_xlsx(material([asked], [idea(asked, {"date": "1899-12-31"})]))["Responses"]
    assert row["date"] == "1899-12-31"


def test_the_codebook_explains_every_column_and_every_code():
    told = as_xlsx(FULL)
    lines = told["Codebook"]
    assert {line.get("column") for line in lines} - {None} == {*as_csv(FULL)[0]}
    meanings = {(line.get("column"), line.get("code")): line.get("meaning") for line in lines}
    assert meanings["one", "bern"] == "Bern"
    assert meanings["scale", "5"] == "Good"
    assert meanings["several__bern", "1"] == "Yes"
    assert "not shown" in meanings[None, -77]
    assert "not answered" in meanings[None, -99]
    labels = {line.get("column"): line.get("label") for line in lines}
    assert labels["lines__street"] == "A lines – Street"
    assert labels["several__bern"] == "A several – Bern"
    assert labels["matrix_several__staff__late"] == "A matrix-several – Staff – Late"
    assert labels["matrix_lines__june__early"] == "A matrix-lines – June – Early"
    assert labels["slider"] == "A slider (€)"
    assert meanings["matrix_one__staff", "late"] == "Late"
    holds = {line.get("column"): line.get("holds") for line in lines}
    assert holds["ranking__early"] == "its place in the order, 1 being the first"
    assert holds["file"] == "name of the file"


def test_about_says_what_the_file_is():
    told = [tuple(line.values()) for line in as_xlsx(FULL)["About"]]
    assert ("Challenge", "What should we bake next?") in told
    assert ("idea: approved", 2) in told


def test_the_summary_tells_approved_entries_only():
    sent = [response(POLL, {"one": "bern"}), response(POLL, {"one": "bern"}, state=State.WAITING)]
    lines = as_xlsx(material([POLL], sent))["Summary"]
    (bern,) = (line for line in lines if line.get("code") == "bern" and line["column"] == "one")
    assert (bern["asked"], bern["n"], bern["count"], bern["share"]) == (1, 1, 1, 1)
    assert 0 < bern["low"] < bern["high"] == 1


answers = st.fixed_dictionaries(
    {},
    optional={
        "one": st.sampled_from(["bern", "basel", "other"]),
        "several": st.lists(st.sampled_from(["bern", "basel"]), min_size=1, unique=True).map(tuple),
        "scale": st.integers(1, 5),
        "number": st.integers(-20, 50),
    },
)


@settings(max_examples=15)  # each writes and reads a workbook
@given(st.lists(answers, max_size=8))
def test_sums_agree_between_csv_xlsx_json_and_analysis(sent):
    held = material([POLL], [response(POLL, each) for each in sent])
    machine = as_json(held)
    workbook = as_xlsx(held)
    rows = {
        "csv": as_csv(held, codes=True),
        "xlsx": workbook["Codes"],
        "json": [each["row"] for each in machine["entries"]],
    }
    results = {each["id"]: each for each in machine["forms"][0]["summary"]}
    for code in ("bern", "basel"):
        (row,) = (each for each in results["several"]["rows"] if each["code"] == code)
        for told in rows.values():
            marks = [int(each[f"several__{code}"]) for each in told]
            assert sum(mark for mark in marks if mark > 0) == row["count"]
            assert (
                sum(each["one"] == code for each in told)
                == {each["code"]: each["count"] for each in results["one"]["rows"]}[code]
            )
    for told in rows.values():
        numbers = [int(each["number"]) for each in told if int(each["number"]) not in (-77, -99)]
        assert len(numbers) == results["number"]["n"]
        if numbers:
            assert sum(numbers) / len(numbers) == pytest.approx(
                results["number"]["numbers"]["mean"]
            )
    counted = [line["count"] for line in workbook["Summary"] if "count" in line]
    assert counted == [row["count"] for each in results.values() for row in each["rows"]]


@pytest.mark.parametrize("text", ["<r>&</r>", "<r></r>", "<r><t>no</t></r>", "<r>\n </r>"])
def test_text_that_looks_like_a_workbook_s_own_marks_stays_text(text):
    rows = as_xlsx(material([EVERY], [idea(EVERY, {"title": text, "text": text})]))
    for sheet in ("Responses", "Codes"):
        assert (rows[sheet][0]["title"], rows[sheet][0]["text"]) == (text, text)


def test_what_can_not_fit_is_refused_before_anything_is_written(tmp_path):
    path = tmp_path / "bread.xlsx"
    held = material([EVERY], never_read(), sizes={"idea": 1_048_576})
    with pytest.raises(ExportError, match="export-too-many"):
        export(path, held, NOW)
    assert not list(tmp_path.iterdir())
    export(path, replace(FULL, sizes={"idea": 1_048_575}), NOW)


def never_read():
    raise AssertionError
    yield


def test_a_sheet_that_fills_up_while_it_is_written_leaves_nothing(tmp_path, monkeypatch):
    path = tmp_path / "bread.xlsx"
    monkeypatch.setattr("collector.export.workbook.MOST_ROWS", 2)
    three = [idea(EVERY, ANSWERS) for _ in range(3)]
    with pytest.raises(ExportError, match="export-too-many"):
        export(path, material([EVERY], three), NOW)
    assert not list(tmp_path.iterdir())


def test_a_sheet_that_is_full_is_said(tmp_path):
    with Workbook(tmp_path / "full.xlsx", {"constant_memory": True}) as workbook:
        page = Book(workbook).page("Responses", ["ref"], ())
        page.row = 1_048_574
        page.add(["the last"])
        with pytest.raises(ExportError, match="export-too-many"):
            page.add(["one more"])


def test_a_full_disk_leaves_the_file_that_stood(tmp_path, monkeypatch):
    path = tmp_path / "bread.xlsx"
    path.write_text("older")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("zipfile.ZipFile.write", full)
    with pytest.raises(ExportError) as error:
        export(path, FULL, NOW)
    assert "No space left on device" in say(error.value.reason, error.value.facts)
    assert path.read_text() == "older"
    assert [each.name for each in tmp_path.iterdir()] == ["bread.xlsx"]


@pytest.mark.libreoffice
def test_libreoffice_reads_what_was_written(tmp_path):
    tricky = {**ANSWERS, "long": "=1+1", "text": "0171 Ünïcode 🥖", "title": "a,b;c"}
    (tmp_path / "bread.xlsx").write_bytes(
        written(".xlsx", material([EVERY], [idea(EVERY, tricky)]))
    )
    subprocess.run(
        [
            shutil.which("soffice"),
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false",
            "--outdir",
            tmp_path / "out",
            tmp_path / "bread.xlsx",
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    with (tmp_path / "out" / "bread.csv").open(encoding="utf-8", newline="") as file:
        header, row = csv.reader(file)
    told = dict(zip(header, row, strict=True))
    assert (told["long"], told["text"], told["title"]) == ("=1+1", "0171 Ünïcode 🥖", "a,b;c")
    assert (told["number"], told["scale"], told["several__bern"]) == ("-2.5", "4", "1")
    assert told["date"] == date(2026, 12, 15).isoformat()
    assert told["several"] == "Bern; Other"
