"""A result in the words of a translation: the numbers stay, each label is exchanged.

What has been counted has the words of the brief. A form that nobody has answered has all its
labels, so that two such results, one in each language, are the dictionary.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from collector.analysis import JOINED, Tally, called
from collector.brief import Brief
from collector.entries import Document
from collector.form import define, labels
from collector.published.data import FormResult, PublishedData
from collector.published.progress import PublishedProgress
from collector.words import speaking

LABELS = ("label", "labels", "columns")
"""Keys of a result under which words stand."""


def in_words_of(edition: Brief, brief: Brief, data: PublishedData) -> PublishedData:
    """The published data of `brief`, its results in the words of one of its translations."""
    if edition.language == brief.language:
        return data
    results = {
        name: result_in_words_of(edition, brief, name, result)
        for name, result in data.results.items()
    }
    return replace(data, results=results, progress=_progress_in_words_of(edition, data))


def _progress_in_words_of(edition: Brief, data: PublishedData) -> PublishedProgress | None:
    told, spoken = data.progress, edition.measure
    if told is None or spoken is None:
        return told
    return replace(told, measure=replace(told.measure, metric=spoken.metric, unit=spoken.unit))


def result_in_words_of(edition: Brief, brief: Brief, name: str, result: FormResult) -> FormResult:
    """The same of one form's result, by the form's name."""
    if edition.language == brief.language:
        return result
    return _exchange(result, _empty(brief, name), _empty(edition, name))


def _exchange(result: FormResult, ours: Document, theirs: Document) -> FormResult:
    words = {
        question["id"]: dict(zip(_texts(question), _texts(spoken), strict=True))
        for question, spoken in zip(ours["questions"], theirs["questions"], strict=True)
    }
    told = result.to_document()
    told["label"] = theirs["label"]
    told["questions"] = [_exchanged(each, words.get(each["id"], {})) for each in told["questions"]]
    spoken = {question["id"]: question for question in theirs["questions"]}
    for each in told["questions"]:
        _call_joined(each, spoken.get(each["id"], each))
    return FormResult.from_document(told)


def _call_joined(question: Document, spoken: Document) -> None:
    """Steps that are told together are called by the first and the last of them."""
    words = {row["code"]: row["label"] for row in spoken["rows"]}
    for row in question["rows"]:
        low, joined, high = row["code"].partition(JOINED)
        if joined and low in words and high in words:
            row["label"] = called(words[low], words[high])


def _empty(edition: Brief, name: str) -> Document:
    """The result of a form that nobody has answered, in the words of this edition."""
    form = edition.form(name)
    if form is None:
        return {"label": name, "questions": []}
    with speaking(edition.language):
        words = labels(form)
        return FormResult(words["label"], 0, Tally(define(form)).results(words)).to_document()


def _texts(told: Any, *, labelled: bool = False) -> Iterator[str]:
    """All labels of a document, in its order."""
    if isinstance(told, str):
        if labelled:
            yield told
    elif isinstance(told, list):
        for each in told:
            yield from _texts(each, labelled=labelled)
    elif isinstance(told, dict):
        for key, each in told.items():
            yield from _texts(each, labelled=labelled or key in LABELS)


def _exchanged(told: Any, words: dict[str, str], *, labelled: bool = False) -> Any:
    """The same document, its labels in other words where there are any."""
    if isinstance(told, str):
        return words.get(told, told) if labelled else told
    if isinstance(told, list):
        return [_exchanged(each, words, labelled=labelled) for each in told]
    if isinstance(told, dict):
        return {
            key: _exchanged(each, words, labelled=labelled or key in LABELS)
            for key, each in told.items()
        }
    return told
