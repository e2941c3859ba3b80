"""What somebody has agreed to, in the words that stood before them."""

from collections.abc import Mapping
from hashlib import sha256

from collector.brief import Form, Question, agreements
from collector.entries import Value
from collector.form.prose import bare


def agreed(form: Form, answers: Mapping[str, Value]) -> dict[str, str]:
    """By the question's id the words that were agreed to."""
    ticked = (each for each in agreements(form) if answers.get(each.id) is True)
    return {each.id: words_of_agreement(each) for each in ticked}


def words_of_agreement(question: Question) -> str:
    """The question and the words beside its tick, as plain text."""
    labels = (question.label, *(each.label for each in question.options))
    return "\n".join(dict.fromkeys(bare(each) for each in labels))


def hash_of_words(words: str) -> str:
    """The name under which a text is kept."""
    return sha256(words.encode()).hexdigest()
