"""Who speaks: the language of this request, page or command, and what is said in it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from markupsafe import Markup

from collector.words.catalogue import SOURCE, translated

_spoken: ContextVar[str] = ContextVar("spoken", default=SOURCE)


def language() -> str:
    """The language that is spoken now, as `de`."""
    return _spoken.get()


def speak(language: str) -> None:
    """Go on in this language, for what begins anew each time: a request, a command."""
    _spoken.set(language)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak this language within the block."""
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)


def say(reason: str, facts: Mapping[str, object] | None = None) -> str:
    """The sentence for a reason, filled with its facts. Raises KeyError for an unknown reason."""
    return translated(_spoken.get())[reason].format_map({} if facts is None else facts)


def marked(reason: str, facts: Mapping[str, object] | None = None) -> Markup:
    """The sentence as HTML: facts that are Markup stay as they are, all else is escaped."""
    sentence = Markup.escape(translated(_spoken.get())[reason])
    return sentence.format_map({} if facts is None else facts)


def in_days(count: int) -> str:
    """`1 day`, `180 days`."""
    return say("one-day" if count == 1 else "many-days", {"days": count})
