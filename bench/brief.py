"""How long a brief of 500 questions takes to read, and to write its codes out."""

from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

from collector.brief import fix, read
from collector.garden import Settings

QUESTIONS = 500
TIMES = 5
ANSWERS = (
    "____ (3–80 characters)",
    "- ( ) Yes – always\n- ( ) No\n- ( ) Other: ____",
    "- [ ] Rye\n- [ ] Wheat\n- [ ] Oats",
    "(1) Bad … (5) Good",
    "☆☆☆☆☆",
    "- Adults: ____ (whole number 0–20)\n- Children: ____ (whole number 0–20)",
    "____ (amount 0–500 €)",
)


def measure() -> dict[str, object]:
    text, settings = brief_of(QUESTIONS), Settings()
    reading = [_seconds(lambda: read(Path("long.md"), settings, text=text)) for _ in range(TIMES)]
    writing = [_seconds(lambda: fix(text, settings)) for _ in range(TIMES)]
    return {
        "questions": QUESTIONS,
        "read, seconds": round(median(reading), 3),
        "fix, seconds": round(median(writing), 3),
        "mark": "500 questions read in under 0.5 seconds",
    }


def brief_of(questions: int) -> str:
    """A survey of so many questions, most with help and a condition."""
    first = "---\ncloses: never\n---\n# Long\n\n## Survey {.survey}\n\n### First {#first}\n____\n"
    return first + "".join(_question(number) for number in range(1, questions))


def _question(number: int) -> str:
    return (
        f"\n### How is “thing” number {number}?\n"
        "*Only if [the first](#first) is not answered.*\n\n"
        f"Some help, as people write it.\n\n{ANSWERS[number % len(ANSWERS)]}\n"
    )


def _seconds(call: Callable[[], object]) -> float:
    start = perf_counter()
    call()
    return perf_counter() - start
