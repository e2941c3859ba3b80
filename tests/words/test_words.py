"""Every reason that the code raises has a sentence, and every sentence fits its facts."""

import ast
import string
from pathlib import Path

from collector.words import say, sentences

PACKAGE = Path(__file__).parents[2] / "collector"
RAISED = {
    "GardenError",
    "SettingsError",
    "BuildError",
    "ServeError",
    "StoreError",
    "Taken",
    "Unavailable",
    "Unreadable",
    "Refused",
    "Unknown",
    "Closed",
    "Forbidden",
    "Conflict",
    "TooLarge",
    "TooMany",
    "Problem",
}


def reasons_in_code() -> dict[str, str]:
    """Every literal reason given to an error, with the place where it stands."""
    found = {}
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            first = node.args[0]
            if name in RAISED and isinstance(first, ast.Constant) and isinstance(first.value, str):
                found[first.value] = f"{path.name}:{node.lineno}"
    return found


def test_every_reason_in_the_code_has_a_sentence() -> None:
    missing = {
        reason: place for reason, place in reasons_in_code().items() if reason not in sentences()
    }
    assert missing == {}


def test_every_sentence_is_whole() -> None:
    for reason, sentence in sentences().items():
        assert sentence.strip(), reason
        list(string.Formatter().parse(sentence))


def test_facts_fill_the_sentence() -> None:
    assert "rye" in say("brief-exists", {"path": "challenges/rye.md"})
