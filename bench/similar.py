"""Similar ideas: asked among 10,000, made anew, renewed with one more; what the index holds.

The ideas are made of 5,000 words that occur as words do (Zipf), a fifth of them compounds;
asked is for three words of a title with two others.
"""

import random
import statistics
import time
import tracemalloc

from collector.analysis.similar import Similar, Text

MANY = 10_000
ASKED = 500
VOWELS, CONSONANTS = "aeiouäöü", "bdfghklmnprstwz"


def measure() -> dict[str, object]:
    chance = random.Random(7)
    words = _words(chance)
    texts = [_idea(chance, words, number) for number in range(MANY)]
    begin = time.perf_counter()
    index = Similar(texts)
    made = time.perf_counter() - begin
    typed = _asked(index, [(_in_other_words(chance, words, each), "") for each in texts[:ASKED]])
    whole = _asked(index, [(each.title, each.text) for each in texts[:ASKED]])
    begin = time.perf_counter()
    index.renew([*texts, _idea(chance, words, MANY)])
    renewed = time.perf_counter() - begin
    return {
        f"a title among {MANY} ideas in ms, median": _ms(statistics.median(typed)),
        f"a title among {MANY} ideas in ms, p99": _ms(_p99(typed)),
        f"a title among {MANY} ideas in ms, the slowest of {ASKED}": _ms(max(typed)),
        f"title and text among {MANY} ideas in ms, median": _ms(statistics.median(whole)),
        f"title and text among {MANY} ideas in ms, p99": _ms(_p99(whole)),
        f"the index of {MANY} ideas made in s": round(made, 2),
        "renewed with one idea more in ms": _ms(renewed),
        f"held for {MANY} ideas in MB": round(_held(texts) / 1e6, 1),
    }


def _asked(index: Similar, questions: list[tuple[str, str]]) -> list[float]:
    times = []
    for title, text in questions:
        begin = time.perf_counter()
        index.like(title, text)
        times.append(time.perf_counter() - begin)
    return times


def _held(texts: list[Text]) -> int:
    tracemalloc.start()
    index = Similar(texts)
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(index) == MANY
    return held


def _words(chance: random.Random) -> list[str]:
    plain = [
        "".join(
            chance.choice(CONSONANTS) + chance.choice(VOWELS) + chance.choice(["", "n", "r", "st"])
            for _ in range(chance.randint(1, 4))
        )
        for _ in range(4000)
    ]
    return [*plain, *(chance.choice(plain) + chance.choice(plain) for _ in range(1000))]


def _some(chance: random.Random, words: list[str], count: int) -> list[str]:
    return [words[min(int(chance.paretovariate(0.6)), len(words)) - 1] for _ in range(count)]


def _idea(chance: random.Random, words: list[str], number: int) -> Text:
    title, text = _some(chance, words, 5), _some(chance, words, 60)
    return Text(f"idea{number:06d}", " ".join(title), " ".join(text))


def _in_other_words(chance: random.Random, words: list[str], idea: Text) -> str:
    kept = chance.sample(idea.title.split(), 3)
    return " ".join([*kept, *_some(chance, words, 2)])


def _p99(times: list[float]) -> float:
    return sorted(times)[len(times) * 99 // 100]


def _ms(seconds: float) -> float:
    return round(seconds * 1000, 2)
