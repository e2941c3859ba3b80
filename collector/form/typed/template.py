"""The table that slips are typed into: a row of heads, and nothing else yet."""

import csv
from io import StringIO

from collector.brief import Form
from collector.form.typed.heads import SLIP, TERMS, typed_columns


def template(form: Form, *, terms: bool, separator: str = ",") -> str:
    """One line of heads; with `terms` there is one for whether they were accepted."""
    text = StringIO(newline="")
    heads = [SLIP, *typed_columns(form), *([TERMS] if terms else [])]
    csv.writer(text, delimiter=separator, lineterminator="\r\n").writerow(heads)
    return text.getvalue()
