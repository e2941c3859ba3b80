"""Warnings about questions that no answers lead to, each at its heading."""

from dataclasses import replace

from collector.brief import Reading
from collector.errors import Finding, Severity
from collector.form import unreachable
from collector.words import say


def warned(reading: Reading) -> Reading:
    """The reading with a warning for each question of its forms that nobody can be asked."""
    forms = reading.brief.forms if reading.brief else ()
    found = tuple(
        Finding(
            reading.path,
            question.line,
            1,
            Severity.WARNING,
            "form-unreachable",
            say("form-unreachable", {"label": question.label}),
        )
        for form in forms
        for question in unreachable(form)
    )
    ordered = sorted(reading.findings + found, key=lambda each: (each.line, each.column))
    return replace(reading, findings=tuple(ordered)) if found else reading
