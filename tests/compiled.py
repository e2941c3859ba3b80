"""Each test makes an application of its own; templates and routes are compiled once for all."""

from collections.abc import Callable
from typing import Any

from flask import Flask
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from werkzeug.routing import Rule


class Templates(BytecodeCache):
    """What each template was compiled to."""

    def __init__(self) -> None:
        self._held: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._held:
            bucket.bytecode_from_string(self._held[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._held[bucket.key] = bucket.bytecode_to_string()


def compile_once() -> None:
    """Let all applications of this process share them."""
    Flask.jinja_options = {**Flask.jinja_options, "bytecode_cache": Templates()}
    # Werkzeug writes and compiles two functions a rule, half of the time that an application takes.
    Rule._compile_builder = _held(Rule._compile_builder)  # type: ignore[method-assign]


def _held(compiled: Callable[..., Any]) -> Callable[..., Any]:
    held: dict[tuple[object, ...], Any] = {}

    def compile_builder(rule: Rule, append_unknown: bool = True) -> Any:  # as theirs
        key = (rule.rule, append_unknown, *sorted((rule.defaults or {}).items()))
        if key not in held:
            held[key] = compiled(rule, append_unknown)
        return held[key]

    return compile_builder
