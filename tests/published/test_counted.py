import stat
from dataclasses import replace

import pytest

from collector.brief import FormKind, Results, Shape
from collector.errors import Unavailable, Unreadable
from collector.published import Counted, count, told
from tests.form.forms import form, question
from tests.kept import AFTER, NOW, brief, idea, response

POLL = form(question(Shape.ONE), name="poll", kind=FormKind.POLL, results=Results.AFTER_VOTE)
SURVEY = replace(POLL, name="survey", kind=FormKind.SURVEY, results=Results.NEVER)
LATER = replace(POLL, name="later", results=Results.AFTER_CLOSE)
IDEAS = form(question(Shape.TEXT, "title", public=True))
ALL = brief(POLL, SURVEY, LATER, IDEAS, closes=AFTER.replace(day=1))


def counts(now=NOW):
    sent = [response(each, {"one": "bern"}) for each in (POLL, SURVEY, LATER)]
    return told(ALL, count(ALL, {}, {}, [*sent, idea(IDEAS, {"title": "Rye"})]), now)


def test_it_holds_what_is_told_now_to_whoever_answered_and_nothing_else():
    assert counts().results.keys() == {"poll"}
    assert counts(AFTER).results.keys() == {"poll", "later"}
    assert counts().results["poll"].n == 1


def test_what_was_written_is_read_by_nobody_else(tmp_path):
    path = tmp_path / "counted" / "bread.json"
    counts().write(path)
    assert Counted.read(path) == counts()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_where_nothing_is_told_there_is_no_file(tmp_path):
    path = tmp_path / "bread.json"
    assert Counted.read(path) is None
    counts().write(path)
    Counted(NOW, {}).write(path)
    assert not path.exists()
    Counted(NOW, {}).write(path)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"as_of": 1, "results": {}}', '"x"'])
def test_a_damaged_file_is_said(tmp_path, content):
    path = tmp_path / "bread.json"
    path.write_text(content)
    with pytest.raises(Unreadable):
        Counted.read(path)


def test_a_folder_in_its_place_is_said(tmp_path):
    path = tmp_path / "bread.json"
    path.mkdir()
    with pytest.raises(Unavailable):
        Counted.read(path)
    with pytest.raises(Unavailable):
        counts().write(path)
    assert list(tmp_path.iterdir()) == [path]
