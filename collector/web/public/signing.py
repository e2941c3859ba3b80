"""With which names nobody signs a comment: the garden's own is refused, an account's is suspected.

That a name is an account's is told to nobody outside: else names to log in with could be tried.
"""

from collections.abc import Mapping
from unicodedata import normalize

from collector.brief import Form, FormKind
from collector.entries import Value
from collector.errors import Problem
from collector.store import reads
from collector.web.context import Context

FIELD = "name"
KNOWN = "known name"
"""The flag of a comment that is signed with an account's name."""


def problems(context: Context, form: Form, answers: Mapping[str, Value]) -> dict[str, Problem]:
    """What is wrong with the name, by column."""
    name, ours = _signed(form, answers), context.garden.settings.name
    if not name or _folded(name) != _folded(ours):
        return {}
    return {FIELD: Problem("comment-name-ours", {"name": ours})}


def is_known(context: Context, form: Form, answers: Mapping[str, Value]) -> bool:
    """Whether it is signed with the name of an account."""
    name = _folded(_signed(form, answers))
    return bool(name) and name in {_folded(each.name) for each in reads.accounts(context.store)}


def _signed(form: Form, answers: Mapping[str, Value]) -> str:
    return str(answers.get(FIELD, "")) if form.kind is FormKind.COMMENT else ""


def _folded(name: str) -> str:
    """Letters and digits alone, whatever their capitals and widths."""
    return "".join(filter(str.isalnum, normalize("NFKC", name).casefold()))
