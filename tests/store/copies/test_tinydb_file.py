"""A file of TinyDB's is read as the json module would read it, but a piece at a time."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.errors import Unreadable
from collector.store.copies import tinydb_file
from collector.words import say

TEXTS = st.text(st.characters(codec="utf-8"), max_size=12)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | TEXTS
VALUES = st.recursive(
    LEAVES, lambda each: st.lists(each, max_size=4) | st.dictionaries(TEXTS, each, max_size=4)
)
DATABASES = st.dictionaries(TEXTS, st.dictionaries(TEXTS, VALUES, max_size=4), max_size=4)
PIECES = st.integers(1, 40)


def nothing(_read: int) -> None:
    """Nobody is told how far it is."""


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tinydb") / "some.json"


def read(path: Path, text: str, piece: int = tinydb_file.PIECE) -> dict[str, dict[str, Any]]:
    path.write_bytes(text.encode())
    with pytest.MonkeyPatch.context() as small:
        small.setattr(tinydb_file, "PIECE", piece)
        return {name: dict(rows) for name, rows in tinydb_file.tables(path, nothing)}


@given(DATABASES, PIECES, st.sampled_from([None, 0, 1, 4]), st.booleans())
def test_whatever_json_wrote_is_read_the_same_in_pieces_of_any_length(
    path: Path, database: dict[str, Any], piece: int, indent: int | None, ascii_only: bool
) -> None:
    text = json.dumps(database, indent=indent, ensure_ascii=ascii_only)
    assert repr(read(path, text, piece)) == repr(json.loads(text))


@given(DATABASES, PIECES, st.data())
def test_what_json_refuses_is_refused(
    path: Path, database: dict[str, Any], piece: int, data: st.DataObject
) -> None:
    text = json.dumps(database, indent=data.draw(st.sampled_from([None, 1])))
    place = data.draw(st.integers(0, len(text)))
    cut = data.draw(st.integers(0, 3))
    changed = text[:place] + data.draw(st.text('{}[]",:.\\ 1eN-', max_size=2)) + text[place + cut :]
    try:
        expected = json.loads(changed)
    except ValueError:
        expected = None
    if isinstance(expected, dict) and all(isinstance(each, dict) for each in expected.values()):
        assert repr(read(path, changed, piece)) == repr(expected)
    else:
        with pytest.raises(Unreadable) as refused:
            read(path, changed, piece)
        assert refused.value.reason == "load-syntax"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "12",
        '{"a": {}} x',
        '{"a": {}}}',
        '{"a": {},}',
        '{"a": []}',
        '{"a": {1: {}}}',
        "{'a': {}}",
        '{"a" {}}',
        '{"a": {"1": {}',
        '{"a": {"1": "open}}',
        '{"a": {"1": {"b": 1e}}}',
        '{"a": {"1": ' + "[" * 100_000,
        '{"a": {"1": ' + "9" * 5000 + "}}",
        "\ufeff{}",
    ],
)
def test_what_is_no_file_of_tinydbs_is_refused_with_its_place(path: Path, text: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(path, text)
    sentence = say(refused.value.reason, refused.value.facts)
    assert str(path) in sentence
    assert "at sign" in sentence


def test_a_file_that_is_no_text_is_refused(path: Path) -> None:
    path.write_bytes(b'{"a": {"1": {"b": "\xff"}}}')
    with pytest.raises(Unreadable) as refused:
        list(tinydb_file.tables(path, nothing))
    assert refused.value.reason == "load-syntax"


def test_a_file_that_is_no_json_is_not_read_to_its_end(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tinydb_file, "LONGEST", 10_000)
    path.write_text('{"a": {"1": "' + "x" * 1_000_000)
    told: list[int] = []
    with pytest.raises(Unreadable):
        [dict(rows) for _, rows in tinydb_file.tables(path, told.append)]
    assert told[-1] < 500_000


def test_it_tells_how_many_bytes_it_has_read(path: Path) -> None:
    text = json.dumps({"a": {str(n): {"n": "x" * 100} for n in range(5000)}})
    path.write_text(text)
    told: list[int] = []
    for _, rows in tinydb_file.tables(path, told.append):
        assert sum(1 for _ in rows) == 5000
    assert told == sorted(told)
    assert told[-1] == len(text)
    assert len(told) > 5


@pytest.mark.parametrize("number", [0.0, 1.5e30, -12.25, 1e-7])
@pytest.mark.parametrize("piece", [1, 2, 3])
def test_a_number_is_read_whole_wherever_a_piece_ends(
    path: Path, number: float, piece: int
) -> None:
    database = {"ideas": {"1": number}}
    assert read(path, json.dumps(database), piece) == database
