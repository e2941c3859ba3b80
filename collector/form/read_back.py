"""Checked answers become the texts again that `check` would take."""

from collections.abc import Mapping

from collector.entries import Value
from collector.form.numbers import written

YES = "yes"
"""What a ticked check box sends."""


def read_back(answers: Mapping[str, Value]) -> dict[str, list[str]]:
    """By column, as a form would send them: for hidden fields and for filling a form again."""
    return {column: texts for column, value in answers.items() if (texts := _texts(value))}


def _texts(value: Value) -> list[str]:
    if isinstance(value, bool):
        return [YES] if value else []
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, int | float):
        return [written(value)]
    return [value]
