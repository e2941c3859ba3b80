"""What the site's own script says to a visitor, in the language that is spoken."""

import json

from collector.words import say, sentences

OWN = "script-"
SHARED = (
    "answer-missing",
    "answer-not-chosen",
    "answer-not-ticked",
    "answer-choose-exactly",
    "answer-choose-at-most",
    "answer-choose-between",
    "answer-too-long",
    "answer-too-short",
    "answer-no-email",
    "answer-no-number",
    "answer-not-whole",
    "answer-too-small",
    "answer-too-big",
    "answer-row",
    "answer-step",
    "answer-steps",
    "answer-share-short",
    "answer-share-over",
    "answer-no-file",
    "answer-file-large",
    "answer-terms",
    "form-problems",
    "form-error",
    "form-part",
)
"""What the collector says of the same faults."""


class _Open(dict[str, str]):
    """Facts that only the script will know: every blank stays as it is."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"

    def __bool__(self) -> bool:
        return True


def script_words() -> str:
    """The sentences by reason as JSON, their blanks `{open}`; its own without `script-`."""
    own = (reason for reason in sentences() if reason.startswith(OWN))
    said = {each.removeprefix(OWN): say(each, _Open()) for each in (*own, *SHARED)}
    return json.dumps(said, ensure_ascii=False)
