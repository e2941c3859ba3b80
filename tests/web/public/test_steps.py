"""A form sent in two steps, without scripts and cookies."""

from collector.entries import State
from collector.store import Store, reads
from tests.web.visitor import Visitor

IDEA = {"title": "Walnut loaf", "text": "With honey.", "role": "customer"}


def test_an_idea_is_kept_once_it_is_confirmed(visitor: Visitor, store: Store) -> None:
    asked = visitor.asks(IDEA)
    assert "Walnut loaf" in asked.text
    assert reads.ideas(store, "bread") == []
    visitor.thanks(visitor.confirms(asked))
    (idea,) = reads.ideas(store, "bread")
    assert dict(idea.answers) == IDEA
    assert idea.state is State.WAITING
