"""Themes: found among 10,000 ideas of a bakery's guests, by the process that `serve` starts.

Each idea is about one of twenty things, half of its words the thing's own, the others anybody's;
told is too how much of that is found again (adjusted Rand index).
"""

import random
import resource
import time
from datetime import date

from collector.analysis.key_words import key_words
from collector.analysis.statement import Statement
from collector.analysis.themes import how_many
from collector.jobs.themes import topics

MANY = 10_000
VOWELS, CONSONANTS = "aeiou", "bdfgklmnprtvz"
DAY = date(2026, 11, 2)


def measure() -> dict[str, object]:
    statements, about = planted(MANY, 20)
    begin = time.perf_counter()
    found = topics(statements)
    took = time.perf_counter() - begin
    held = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    begin = time.perf_counter()
    key_words(statements[:1000])
    words = time.perf_counter() - begin
    where = {ref: number for number, each in enumerate(found) for ref in each.refs}
    again = rand([about[each.ref] for each in statements], [where.get(e.ref) for e in statements])
    return {
        f"{how_many(MANY)} themes found among {MANY} ideas in s": round(took, 2),
        "memory of that process at most in MB": round(held / 1024),
        "found again of what was planted (adjusted Rand index)": round(again, 3),
        "key words of 1000 ideas in s": round(words, 2),
    }


def planted(
    ideas: int, things: int, *, own: float = 0.5, seed: int = 7
) -> tuple[list[Statement], dict[str, int]]:
    """So many ideas, each about one of so many things; and which, by ref."""
    chance = random.Random(seed)
    vocabulary = [[_word(chance) for _ in range(12)] for _ in range(things)]
    common = [_word(chance) for _ in range(60)]
    about = {f"idea{number:06d}": chance.randrange(things) for number in range(ideas)}
    said = {ref: _says(chance, vocabulary[thing], common, own) for ref, thing in about.items()}
    return [Statement(ref, text, "en", DAY) for ref, text in said.items()], about


def rand(first: list[object], second: list[object]) -> float:
    """The adjusted Rand index of two groupings (Hubert and Arabie 1985): 1 for the same, about 0
    for chance.
    """
    both = _pairs(list(zip(first, second, strict=True)))
    one, other = _pairs(first), _pairs(second)
    every = len(first) * (len(first) - 1) / 2
    by_chance, most = one * other / every, (one + other) / 2
    return (both - by_chance) / (most - by_chance)


def _pairs(groups: list[object]) -> float:
    sizes: dict[object, int] = {}
    for each in groups:
        sizes[each] = sizes.get(each, 0) + 1
    return sum(size * (size - 1) / 2 for size in sizes.values())


def _says(chance: random.Random, own: list[str], common: list[str], share: float) -> str:
    count = chance.randint(10, 40)
    return " ".join(chance.choice(own if chance.random() < share else common) for _ in range(count))


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(CONSONANTS) + chance.choice(VOWELS) for _ in range(3)) + "n"
