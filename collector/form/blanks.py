"""One text in one blank becomes one value, or a problem. One reader a shape, in one table."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, time
from typing import TypeAlias
from urllib.parse import SplitResult, urlsplit

from collector.brief import Limits, Shape
from collector.entries import Value
from collector.errors import Problem
from collector.form import numbers
from collector.form.texts import one_line

LINE_MOST = 300
LONG_MOST = 10_000
ADDRESS_MOST = 254
"""The longest e-mail address that mail servers take."""
WEB_MOST = 2_000

_EMAIL = re.compile(r"[^\s@<>()\[\]\\,;:\"]+@[^\s@<>()\[\]\\,;:\"./]+(\.[^\s@<>()\[\]\\,;:\"./]+)+")
_PHONE = re.compile(r"\+?[\d\s()./–-]+")
_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_POINTED_DATE = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})(:\d{2})?")


@dataclass(frozen=True)
class Typed:
    """A clean text that is not empty, what its blank accepts, and the day it came."""

    text: str
    limits: Limits
    today: date


Reader: TypeAlias = Callable[[Typed], Value | Problem]


def read_blank(shape: Shape, typed: Typed) -> Value | Problem:
    """The value that was typed into a blank of this shape."""
    return BLANK_READERS[shape](typed)


def text_most(shape: Shape, limits: Limits) -> int:
    """How many characters a blank for text takes."""
    if limits.most is not None:
        return int(limits.most)
    return LONG_MOST if shape is Shape.LONG else LINE_MOST


def _text(typed: Typed) -> Value | Problem:
    return _measured(one_line(typed.text), typed.limits, text_most(Shape.TEXT, typed.limits))


def _long(typed: Typed) -> Value | Problem:
    return _measured(typed.text, typed.limits, text_most(Shape.LONG, typed.limits))


def _measured(text: str, limits: Limits, most: int) -> Value | Problem:
    length = len(text)
    if length > most:
        return Problem("answer-too-long", {"most": most, "length": length})
    if limits.least is not None and length < limits.least:
        return Problem("answer-too-short", {"least": int(limits.least), "length": length})
    return text


def _email(typed: Typed) -> Value | Problem:
    if len(typed.text) > ADDRESS_MOST or not _EMAIL.fullmatch(typed.text):
        return Problem("answer-no-email")
    return typed.text


def _phone(typed: Typed) -> Value | Problem:
    text = one_line(typed.text)
    digits = sum(sign.isdigit() for sign in text)
    if not _PHONE.fullmatch(text) or not 4 <= digits <= 20:
        return Problem("answer-no-phone")
    return text


def _web(typed: Typed) -> Value | Problem:
    address = typed.text if "://" in typed.text else f"https://{typed.text}"
    try:
        parts = urlsplit(address)
        sound = _is_public_address(address, parts)
    except ValueError:
        sound = False
    return address if sound else Problem("answer-no-web")


def _is_public_address(address: str, parts: SplitResult) -> bool:
    """Of http or https, with a host that has a point. Raises ValueError for a port that is none."""
    return (
        parts.scheme in ("http", "https")
        and re.fullmatch(r"[^\s.@]+(\.[^\s.@]+)+\.?", parts.hostname or "") is not None
        and "@" not in parts.netloc
        and parts.port != 0
        and len(address) <= WEB_MOST
        and not re.search(r"[\s<>\"]", address)
    )


def _number(typed: Typed) -> Value | Problem:
    number, limits = numbers.read(typed.text), typed.limits
    if limits.whole and not isinstance(number, int):
        return Problem("answer-not-whole")
    if number is None:
        return Problem("answer-no-number")
    if limits.least is not None and number < limits.least:
        return Problem("answer-too-small", {"least": numbers.told(limits.least)})
    if limits.most is not None and number > limits.most:
        return Problem("answer-too-big", {"most": numbers.told(limits.most)})
    return number


def _amount(typed: Typed) -> Value | Problem:
    unit = typed.limits.unit
    bare = typed.text.removeprefix(unit).removesuffix(unit).strip()
    return _number(replace(typed, text=bare))


def _date(typed: Typed) -> Value | Problem:
    if match := _ISO_DATE.fullmatch(typed.text):
        year, month, day = map(int, match.groups())
    elif match := _POINTED_DATE.fullmatch(typed.text):
        day, month, year = map(int, match.groups())
    else:
        return Problem("answer-no-date")
    try:
        read = date(year, month, day)
    except ValueError:
        return Problem("answer-no-such-date", {"date": typed.text})
    if typed.limits.from_today and read < typed.today:
        return Problem("answer-past")
    return read.isoformat()


def _time(typed: Typed) -> Value | Problem:
    match = _TIME.fullmatch(typed.text)
    if match is None:
        return Problem("answer-no-time")
    hour, minute = int(match[1]), int(match[2])
    if hour > 23 or minute > 59:
        return Problem("answer-no-time")
    return time(hour, minute).isoformat("minutes")


BLANK_READERS: dict[Shape, Reader] = {
    Shape.TEXT: _text,
    Shape.LONG: _long,
    Shape.EMAIL: _email,
    Shape.PHONE: _phone,
    Shape.WEB: _web,
    Shape.NUMBER: _number,
    Shape.AMOUNT: _amount,
    Shape.DATE: _date,
    Shape.TIME: _time,
}
