"""Every finding has a sentence, and every sentence a finding."""

import re
from pathlib import Path

from collector.words.english import brief, measures, rules, scorecard, variants

JURY = {key: each for key, each in scorecard.SENTENCES.items() if key.startswith("brief-")}
SENTENCES = {
    **brief.SENTENCES,
    **rules.SENTENCES,
    **measures.SENTENCES,
    **JURY,
    **variants.SENTENCES,
}

ROOM = Path(__file__).parents[2] / "collector" / "brief"


def test_every_reason_is_said_and_every_sentence_is_used():
    source = "\n".join(path.read_text(encoding="utf-8") for path in ROOM.rglob("*.py"))
    assert set(re.findall('"(brief-[a-z-]+)"', source)) == set(SENTENCES)


EXAMPLES = (
    *("2026-12-15", "or after 200 answers", "14 days", "(staff) Our staff", "5000 €"),
    *("by June", "by 2027-06-30"),
    *("round 2", "voting: approve", "results=always}}"),
)
"""What is to be written, with which a sentence may end."""


def test_sentences_are_for_people():
    for sentence in SENTENCES.values():
        assert sentence.rstrip().endswith((".", "?", *EXAMPLES))
        assert "  " not in sentence
