"""Which forms are long enough to be saved and gone on with."""

from collector.brief import Form, FormKind

LONG = 8
"""Questions that people answer in one go."""


def saves(form: Form) -> bool:
    """Whether the form offers it: a survey of several pages or of many questions."""
    long = len(form.pages) > 1 or len(form.questions) > LONG
    return form.kind is FormKind.SURVEY and long
