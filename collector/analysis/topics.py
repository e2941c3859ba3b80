"""Topics: what many ideas are about, found in their words by scikit-learn, in a process of its own.

Ideas become rows of word weights (tf-idf, Salton and Buckley 1988), the table of them a product of
two with nothing below 0 (NMF, Lee and Seung 1999, "Learning the parts of objects"): how much of
each topic is in an idea, how much of each word in a topic. An idea belongs to the topic that it
holds most of. The start is worked out from the table (NNDSVD with zeros filled, Boutsidis and
Gallopoulos 2008) and the seed is fixed: the same ideas have the same topics.

    stdin   {"count": 4, "statements": [["k3…", "Rye bread on Mondays", "en"], …]}
    stdout  [{"words": ["rye", "bread"], "refs": ["k3…", …]}, …]

Nothing imports this module; it is run (`jobs.themes`), so that neither the libraries nor what they
hold ever weigh on a server.
"""

import json
import sys
from collections.abc import Sequence
from datetime import date
from typing import Any, TypedDict

from sklearn.decomposition import NMF
from sklearn.feature_extraction.text import TfidfVectorizer

from collector.analysis.statement import Statement, spellings
from collector.analysis.themes import SAID_BY

SEED = 20
TOO_COMMON = 0.5
"""A share of ideas that all but say nothing by a word that so many say."""
WORDS = 2000
"""The words that are looked at: those said most."""
ROUNDS = 400
TOLD = 8
"""Words that tell what a topic is."""


class Topic(TypedDict):
    """A topic: its words, the heaviest first, and the ideas that hold most of it."""

    words: list[str]
    refs: list[str]


def topics(statements: Sequence[Statement], count: int) -> list[Topic]:
    """At most so many topics, those of most ideas first; ideas of none are left out."""
    weigh = TfidfVectorizer(
        analyzer=_spoken, min_df=SAID_BY, max_df=TOO_COMMON, max_features=WORDS, sublinear_tf=True
    )
    try:
        table = weigh.fit_transform(statements)
    except ValueError:  # no word is said by enough of them, and by few enough
        return []
    words = weigh.get_feature_names_out()
    split = NMF(
        min(count, *table.shape), init="nndsvda", random_state=SEED, max_iter=ROUNDS, tol=1e-4
    )
    held = split.fit_transform(table) * split.components_.sum(axis=1)
    own = _shared_out([each.ref for each in statements], held)
    written = spellings(statements)
    found = [
        Topic(words=[written[words[place]] for place in _heaviest(weights)], refs=own[number])
        for number, weights in enumerate(split.components_)
    ]
    return sorted((each for each in found if each["refs"]), key=lambda each: -len(each["refs"]))


def _spoken(statement: Statement) -> list[str]:
    return [key for key, _ in statement.spoken()]


def _shared_out(refs: Sequence[str], held: Any) -> list[list[str]]:
    """By topic the ideas that hold most of it; `held` has a row for each, a column a topic."""
    own: list[list[str]] = [[] for _ in range(held.shape[1])]
    for ref, parts in zip(refs, held, strict=True):
        if parts.any():
            own[parts.argmax()].append(ref)
    return own


def _heaviest(weights: Any) -> list[int]:
    """The places of the words that weigh anything, the heaviest first."""
    order = (-weights).argsort(kind="stable")[:TOLD]
    return [int(place) for place in order if weights[place] > 0]


def main() -> None:
    """Read what is asked from stdin, write what is found to stdout."""
    asked = json.load(sys.stdin)
    statements = [
        Statement(ref, text, language, date.min) for ref, text, language in asked["statements"]
    ]
    json.dump(topics(statements, asked["count"]), sys.stdout)


if __name__ == "__main__":
    main()
