"""The one thing that the first step stores: a file can't be chosen for somebody again."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from flask import request

from collector.acts import files
from collector.acts.files import Place, Upload
from collector.brief import Question
from collector.entries import File, is_reference
from collector.errors import Invalid, Problem
from collector.form import Definition
from collector.store import reads
from collector.web.context import Context
from collector.web.public.arrival import Arrival

KILOBYTE = 1024

LEAST = 64
"""Kilobytes that any file counts for: many small ones are work too."""


def staged(context: Context, arrival: Arrival, now: datetime) -> Arrival:
    """The arrival with the refs of its files in their place, and what is wrong with others.

    Raises TooMany and Unavailable.
    """
    raw, problems = dict(arrival.raw), dict(arrival.problems)
    for column, uploads in arrival.uploads.items():
        question = arrival.target.definition.files.get(column)
        if question is None:
            raw.setdefault(column, [""])  # it is no column, or takes words
        elif len(uploads) > 1:
            problems[column] = Problem("answer-two-files")
        else:
            try:
                raw[column] = [stage(context, arrival, question, uploads[0], now).ref]
            except Invalid as error:
                problems |= error.problems
    return replace(arrival, raw=raw, problems=problems, uploads={})


def stage(
    context: Context, arrival: Arrival, question: Question, upload: Upload, now: datetime
) -> File:
    """Stage one file. Raises Invalid, TooMany and Unavailable."""
    cost = -(-min(upload.size, _most(question)) // KILOBYTE)
    allowed = context.garden.settings.limits.megabytes * KILOBYTE
    context.limits.take("files", request.remote_addr or "", allowed, now, max(LEAST, cost))
    place = Place(arrival.target.brief.slug, arrival.target.form.name, question)
    return files.stage(context.garden, context.store, upload, place, now)


def found(context: Context, arrival: Arrival, refs: Mapping[str, str]) -> dict[str, File]:
    """The files behind the refs, by column. Raises Invalid where there is none for that question.

    One that was kept since is found too: what sent it may be repeated.
    """
    place = (arrival.target.brief.slug, arrival.target.form.name)
    here = {column: reads.file(context.store, ref) for column, ref in refs.items()}
    sound = {
        column: file
        for column, file in here.items()
        if file and (file.challenge, file.form, file.column) == (*place, column)
    }
    gone = refs.keys() - sound.keys()
    if gone:
        raise Invalid({column: Problem("answer-file-gone") for column in gone})
    return sound


def names(context: Context, definition: Definition, raw: Mapping[str, object]) -> dict[str, str]:
    """What files that were handed in are called, by ref: of all refs among the texts."""
    texts = (raw.get(column) for column in definition.files)
    refs = (str(each) for listed in texts if isinstance(listed, list) for each in listed)
    known = (reads.file(context.store, each) for each in refs if is_reference(each))
    return {file.ref: files.called(file) for file in known if file}


def _most(question: Question) -> int:
    return int((question.limits.megabytes or 0) * files.MEGABYTE)
