from datetime import timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from collector.brief import Clause, Condition, Line, Option, Shape, Test
from collector.entries import Progress, State
from collector.export.column import COLUMNS
from collector.export.rows import Rows
from collector.export.sheet import sheets_of
from collector.form import columns
from tests.export.exported import ANSWERS, EVERY, POLL, as_csv, as_json, material, of_shape
from tests.form.forms import form, question
from tests.kept import NOW, idea, reply, response


def codes(*entries, forms, **facts):
    """Rows of the `.json`, which are those of the codes sheet."""
    return [each["row"] for each in as_json(material(forms, entries, **facts))["entries"]]


def test_every_shape_has_its_columns():
    assert set(COLUMNS) == set(Shape)


def test_the_columns_of_a_form_are_the_names_of_its_inputs_in_order():
    (header,) = codes(idea(EVERY, {}), forms=[EVERY])
    asked = [name for each in EVERY.questions for name in columns(each)]
    assert [name for name in header if name in asked] == asked


def test_codes_hold_codes_numbers_and_marks():
    (row,) = codes(idea(EVERY, ANSWERS), forms=[EVERY])
    assert (row["one"], row["one_other"]) == ("other", "Chur")
    assert row["several"] == ["bern", "other"]
    assert [row[f"several__{code}"] for code in ("bern", "basel", "other")] == [1, 0, 1]
    assert (row["yes"], row["scale"], row["number"]) == (1, 4, -2.5)
    assert (row["date"], row["time"]) == ("2026-12-15", "14:30")


def test_labels_hold_the_words_people_saw():
    (row,) = as_csv(material([EVERY], [idea(EVERY, ANSWERS)]))
    assert (row["one"], row["one_other"]) == ("Other", "Chur")
    assert row["several"] == "Bern; Other"
    assert (row["several__bern"], row["several__basel"]) == ("1", "0")
    assert (row["yes"], row["scale"], row["number"]) == ("Yes", "4", "-2.5")


def test_a_ranking_has_a_column_of_places_for_each_option():
    (row,) = codes(idea(EVERY, ANSWERS), forms=[EVERY])
    assert [row[f"ranking__{code}"] for code in ("early", "late", "never")] == [2, 1, -99]


def test_a_matrix_has_a_column_for_each_row_and_where_several_count_a_mark_for_each_code():
    (row,) = codes(idea(EVERY, ANSWERS), forms=[EVERY])
    assert (row["matrix_one__staff"], row["matrix_one__prices"]) == ("late", "never")
    assert row["matrix_several__staff"] == ["early", "late"]
    marks = [row[f"matrix_several__staff__{code}"] for code in ("early", "late", "never")]
    assert marks == [1, 1, 0]
    (told,) = as_csv(material([EVERY], [idea(EVERY, ANSWERS)]))
    assert (told["matrix_one__staff"], told["matrix_several__staff"]) == ("Late", "Early; Late")


def test_a_matrix_of_blanks_has_a_column_for_each_cell():
    (row,) = codes(idea(EVERY, ANSWERS), forms=[EVERY])
    assert (row["matrix_lines__june__early"], row["matrix_lines__june__late"]) == (3, 0)
    assert row["matrix_lines__may__late"] == "2026-05-31"


def test_a_slider_is_a_number_and_each_line_of_a_share_out_is_one():
    (row,) = codes(idea(EVERY, ANSWERS), forms=[EVERY])
    assert (row["slider"], row["share__light"], row["share__heat"]) == (250, 40, 59.5)


def test_a_file_has_its_name_in_words_and_in_codes_its_ref():
    held = material([EVERY], [idea(EVERY, ANSWERS)], file_name={"f4": "tart.jpg"}.get)
    assert as_csv(held)[0]["file"] == "tart.jpg"
    assert as_csv(held, codes=True)[0]["file"] == "f4"


def test_what_was_personal_and_is_erased_says_so_in_codes_and_is_blank_in_labels():
    come = question(Shape.SEVERAL, "come", personal=True)
    seats = question(Shape.NUMBER, "seats", condition=Condition((Clause("come", Test.ANSWERED),)))
    asked = form(come, seats, question(Shape.YES, personal=True), question(Shape.ONE))
    entry = idea(asked, {"seats": 2, "one": "bern"}, cleared=NOW)
    (row,) = codes(entry, forms=[asked])
    gone = ("come", "come__bern", "come_other", "yes")
    assert [row[name] for name in gone] == [-88] * 4
    assert (row["seats"], row["one"]) == (2, "bern")
    (told,) = as_csv(material([asked], [entry]))
    assert [told[name] for name in gone] == [""] * 4


def test_what_is_missing_says_why_in_codes_and_is_blank_in_labels():
    come = question(
        Shape.ONE, "come", options=(Option("friend", "F"), Option("other", "O", own=True))
    )
    friend = Condition((Clause("come", Test.IS, ("friend",)),))
    seats = question(Shape.NUMBER, "seats", condition=friend)
    asked = form(come, seats, question(Shape.SEVERAL))
    entries = [idea(asked, answers) for answers in ({"come": "friend"}, {"come": "other"})]
    with_friend, other = codes(*entries, forms=[asked])
    assert (with_friend["seats"], other["seats"]) == (-99, -77)
    assert (with_friend["come_other"], other["come_other"]) == (-77, -99)
    assert (with_friend["several"], with_friend["several__bern"]) == (-99, -99)
    for row in as_csv(material([asked], entries)):
        assert {row[name] for name in ("seats", "come_other", "several", "several__bern")} == {""}


def test_an_empty_check_box_is_no_and_not_missing():
    (row,) = codes(idea(EVERY, {"yes": False}), forms=[EVERY])
    assert row["yes"] == 0
    assert as_csv(material([EVERY], [idea(EVERY, {"yes": False})]))[0]["yes"] == "No"


def test_versions_share_a_sheet_with_all_their_columns():
    first = form(question(Shape.TEXT, "title"), question(Shape.DATE, "gone"))
    second = form(question(Shape.TEXT, "title"), question(Shape.STARS, "new"))
    rows = codes(
        idea(first, {"title": "A", "gone": "2026-01-02"}),
        idea(second, {"title": "B", "new": 4}),
        forms=[second],
        older=[first],
    )
    assert [row["form_version"] for row in rows] == [1, 2]
    assert [(row["gone"], row["new"]) for row in rows] == [("2026-01-02", -77), (-77, 4)]
    assert [*rows[0]][-3:] == ["title", "new", "gone"]


def test_a_form_that_turned_back_counts_as_the_version_it_was():
    first, second = form(question(Shape.TEXT, "title")), form(question(Shape.LONG, "title"))
    rows = codes(idea(first, {}), idea(second, {}), forms=[first], older=[first, second])
    assert [row["form_version"] for row in rows] == [1, 2]


def test_an_option_that_a_version_did_not_have_was_not_shown():
    older = form(question(Shape.SEVERAL, options=(Option("zug", "Zug"),)))
    today = form(question(Shape.SEVERAL, options=(Option("bern", "Bern"),)))
    entry = idea(older, {"several": ("zug",)})
    (row,) = codes(entry, forms=[today], older=[older])
    assert (row["several__zug"], row["several__bern"]) == (1, -77)
    assert as_csv(material([today], [entry], older=[older]))[0]["several"] == "Zug"


def test_the_entry_itself_has_columns():
    entry = idea(
        EVERY,
        ANSWERS,
        state=State.WAITING,
        progress=Progress.PLANNED,
        source="sample",
        flags=("trap", "too fast"),
    )
    replies = [reply(entry.ref, "Thanks", at=NOW), reply(entry.ref, "Soon", at=NOW + timedelta(1))]
    (row,) = as_csv(material([EVERY], [entry], replies=replies))
    assert row["ref"] == entry.ref
    assert (row["state"], row["progress"]) == ("waiting", "planned")
    assert (row["source"], row["flags"]) == ("sample", "trap; too fast")
    assert row["received"] == "2026-11-21T09:30:00+00:00"
    assert row["reply"] == "Thanks\n\nSoon"


def test_a_response_says_whether_it_is_complete_and_has_no_progress():
    (row,) = codes(response(POLL, {"one": "bern"}, complete=False), forms=[POLL])
    assert row["complete"] == 0
    assert "progress" not in row


def test_a_question_keeps_its_name_and_the_entrys_column_gives_way():
    asked = form(question(Shape.TEXT, "state"), question(Shape.TEXT, "ref"))
    entry = idea(asked, {"state": "Bavaria", "ref": "A7"})
    (row,) = codes(entry, forms=[asked])
    assert (row["state"], row["_state"]) == ("Bavaria", "approved")
    assert (row["ref"], row["_ref"]) == ("A7", entry.ref)


def test_times_are_told_in_the_zone_of_now():
    zone = timezone(timedelta(hours=2))
    sheet = sheets_of(material([EVERY], []), zone)["idea"]
    row = Rows(sheet, told=False).of(idea(EVERY, {}))
    assert row[3].isoformat() == "2026-11-21T11:30:00+02:00"


@st.composite
def histories(draw):
    """A form that changed twice, and entries of any of its versions, with any answers."""
    versions = []
    for _ in range(draw(st.integers(1, 3))):
        shapes = draw(st.lists(st.sampled_from(Shape), min_size=1, unique=True))
        versions.append(form(*map(of_shape, shapes)))
    entries = []
    for _ in range(draw(st.integers(0, 5))):
        version = draw(st.sampled_from(versions))
        names = [name for each in version.questions for name in columns(each)]
        answered = draw(st.sets(st.sampled_from(names)))
        held = answered & ANSWERS.keys()
        entries.append(idea(version, {name: ANSWERS[name] for name in names if name in held}))
    return versions, entries


@given(histories())
def test_columns_never_shift(history):
    (*older, today), entries = history
    held = material([today], entries, older=older)
    header = sheets_of(held, None)["idea"].header(told=True)
    assert len(set(header)) == len(header)
    rows = zip(entries, codes(*entries, forms=[today], older=older), as_csv(held), strict=True)
    for entry, coded, told in rows:
        assert [*coded] == [*told] == header
        assert coded["ref"] == told["ref"] == entry.ref
        for name in ANSWERS.keys() & coded.keys():
            if name in entry.answers and name not in OWN_WORDS:
                assert coded[name] == _plain(entry.answers[name])
                assert told[name] != ""
            elif name not in entry.answers:
                assert coded[name] in (-77, -99, 0)
                assert told[name] in ("", "No")


OWN_WORDS = ("one_other", "several_other")
"""These count only with their option."""


def _plain(value):
    return int(value) if value is True else list(value) if isinstance(value, tuple) else value


def test_the_order_in_which_options_were_shown_stands_at_the_end_of_the_codes_only():
    asked = form(question(Shape.SEVERAL, shuffle=True), question(Shape.ONE))
    entries = [
        idea(asked, {"one": "bern"}, order={"several": ("basel", "bern")}),
        idea(asked, {"one": "bern"}),
    ]
    rows = codes(*entries, forms=[asked])
    assert [[*row][-1] for row in rows] == ["_order_several"] * 2
    assert [row["_order_several"] for row in rows] == [["basel", "bern"], -99]
    assert "_order_several" not in as_csv(material([asked], entries))[0]
    assert as_csv(material([asked], entries), codes=True)[0]["_order_several"] == "basel; bern"


def test_where_a_sender_came_from_is_told():
    (row,) = as_csv(material([POLL], [response(POLL, {"one": "bern"}, origin="poster")]))
    assert row["from"] == "poster"


def test_a_column_that_meant_something_else_in_an_older_version_keeps_what_it_held():
    older = form(question(Shape.LINES, "a", lines=(Line("b", "B"),)))
    today = form(question(Shape.SEVERAL, "a", options=(Option("b", "B"),)))
    rows = codes(
        idea(older, {"a__b": "words"}), idea(today, {"a": ("b",)}), forms=[today], older=[older]
    )
    assert [row["a__b"] for row in rows] == ["words", 1]
    assert [row["a"] for row in rows] == [-77, ["b"]]


def test_whole_numbers_are_told_alike_however_they_came():
    asked = form(question(Shape.NUMBER))
    rows = codes(*(idea(asked, {"number": each}) for each in (2, 2.0, 2.5)), forms=[asked])
    assert [row["number"] for row in rows] == [2, 2, 2.5]
    assert [type(row["number"]) for row in rows] == [int, int, float]
