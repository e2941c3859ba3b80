from tests.export.exported import ANSWERS, EVERY, POLL, as_json, material, written
from tests.kept import idea, response

HELD = material([EVERY, POLL], [idea(EVERY, ANSWERS), response(POLL, {"one": "bern"})])


def test_it_says_what_it_is_and_of_when():
    told = as_json(HELD)
    assert (told["schema"], told["challenge"]) == (1, "bread")
    assert told["title"] == "What should we bake next?"
    assert told["as_of"] == "2026-11-21T09:30:00+00:00"
    assert told["missing"] == {"not_shown": -77, "erased": -88, "unanswered": -99}


def test_every_entry_is_a_line_with_its_form():
    told = as_json(HELD)
    assert [each["form"] for each in told["entries"]] == ["idea", "poll"]
    for each, form in zip(told["entries"], told["forms"], strict=True):
        assert [*each["row"]] == form["columns"]
    assert len(written(".json", HELD).splitlines()) == 4 + len(told["entries"])


def test_each_form_has_its_codebook_and_summary():
    idea_form, poll = as_json(HELD)["forms"]
    assert (idea_form["name"], poll["label"]) == ("idea", "A quick question")
    assert {each["column"] for each in poll["codebook"]} - {None} == {*poll["columns"]}
    assert poll["summary"][0]["rows"][0]["count"] == 1


def test_without_entries_it_is_still_whole():
    told = as_json(material([EVERY], []))
    assert told["entries"] == []
    assert told["forms"][0]["summary"][0]["n"] == 0
