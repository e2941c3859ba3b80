"""Reason and facts become a sentence in the language that is spoken.

    english/<room>.py          the sentences as they are written, by reason
    catalogues/<language>.po   the same in another language, for translators and their tools

`say` is called everywhere; only the edges say which language: a request, a page, a command.

    >>> from collector import words
    >>> with words.speaking("de"):
    ...     words.say("form-yes")
    'Ja'
"""

from collector.words.catalogue import SOURCE, languages, sentences
from collector.words.locales import (
    clock,
    day,
    decimal,
    direction,
    moment,
    month,
    name_of,
    named_month,
)
from collector.words.speech import in_days, language, marked, say, speak, speaking

__all__ = [
    "SOURCE",
    "clock",
    "day",
    "decimal",
    "direction",
    "in_days",
    "language",
    "languages",
    "marked",
    "moment",
    "month",
    "name_of",
    "named_month",
    "say",
    "sentences",
    "speak",
    "speaking",
]
