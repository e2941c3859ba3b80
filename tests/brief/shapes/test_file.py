import pytest

from collector.brief import FILE_TYPES, FormKind, Limits, Shape
from collector.errors import Severity
from tests.brief.conftest import SURVEY

ALL = tuple(FILE_TYPES)


@pytest.mark.parametrize(
    ("words", "types", "megabytes"),
    [
        ("file", ALL, 5),
        ("files", ALL, 5),
        ("file, at most 2 MB", ALL, 2),
        ("file: jpg, png, pdf", ("jpg", "png", "pdf"), 5),
        ("file: pdf, jpeg, at most 10 MB", ("jpg", "pdf"), 10),
        ("File: .PNG,  At most 3MB", ("png",), 3),
        ("Datei: pdf, höchstens 4 MB", ("pdf",), 4),
    ],
)
def test_words_say_which_files_are_taken(author, words, types, megabytes):
    question = author.asks(f"____ ({words})")
    assert question.shape is Shape.FILE
    assert question.limits == Limits(types=types, megabytes=megabytes)


@pytest.mark.parametrize(
    ("words", "reason", "fix"),
    [
        ("file: svg, png", "brief-file-words", "file: png"),
        ("file: gif", "brief-file-words", "file"),
        ("file: pfd", "brief-file-words", "file: pdf"),
        ("file: pdf, max 3 MB", "brief-file-words", "file: pdf, at most 3 MB"),
        ("file: pdf, at most 50 MB", "brief-file-size", "file: pdf, at most 10 MB"),
        ("file, at most 0 MB", "brief-file-size", "file, at most 1 MB"),
        ("file: jpg, jpeg", "brief-blank-twice", "file: jpg"),
        ("file, at most 2 MB, at most 3 MB", "brief-blank-twice", "file, at most 2 MB"),
        ("photo", "brief-blank-words", "file: jpg, png, pdf"),
        ("pdf", "brief-blank-words", "file: jpg, png, pdf"),
    ],
)
def test_a_file_that_does_not_read_is_told_with_one_that_does(author, words, reason, fix):
    finding = author.hears_only(f"{SURVEY}### A photo\n____ ({words})\n", reason)
    assert finding.severity is Severity.ERROR
    assert finding.fix == f"____ ({fix})"
    assert author.asks(finding.fix).shape is Shape.FILE


def test_a_file_tells_who_somebody_is(author):
    assert author.asks("____ (file)").identifies


def test_a_file_is_never_shown_publicly(author):
    text = "---\ncloses: never\n---\n# Bread\n\n## Idea {.idea}\n\n### Name * {#title}\n____\n"
    finding = author.hears(
        f"{text}\n### A photo {{.public}}\n____ (file)\n", "brief-public-personal"
    )
    assert finding.fix == "### A photo"
    (form,) = author.publishes(f"{text}\n### A photo {{#photo}}\n____ (file)\n").forms
    assert form.kind is FormKind.IDEA
    assert not form.shown(form.questions[1])


def test_a_file_is_no_line_of_a_list(author):
    author.hears(f"{SURVEY}### A\n- Photo: ____ (file)\n- Name: ____\n", "brief-file-lines")
