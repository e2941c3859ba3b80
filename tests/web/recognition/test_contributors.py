"""Whoever agreed is named, and nobody else; what is taken back ends at once."""

import pytest
from flask import Flask

from collector.acts import merge, progress
from collector.acts.merge import Merging
from collector.entries import Progress
from collector.store import Store, reads
from tests.web.gardens import NOW
from tests.web.recognition.cakes import YES, Author, contributors
from tests.web.visitor import Visitor


def test_only_whoever_agreed_is_among_the_contributors(visitor: Visitor, store: Store) -> None:
    Author(visitor, store, "Anise", name="Ann Agreed", credit="yes")
    Author(visitor, store, "Blank", name="Bob Byline")
    Author(visitor, store, "Cress", credit="yes")
    told = contributors(visitor)
    assert "Ann Agreed Anise" in told
    assert "Bob Byline" not in told
    assert "Cress" not in told
    assert "contributors/" in visitor.gets("/").html


def test_who_takes_it_back_is_named_no_more_at_once(visitor: Visitor, store: Store) -> None:
    dill = Author(visitor, store, "Dill", name="Dora Done", **YES, email="dora@home.example")
    assert "Dora Done" in contributors(visitor)
    shown = dill.opens()
    assert "May we name you? Yes, among your contributors" in shown.text
    told = dill.opens(do="disagree", question="credit")
    assert "Taken back" in told.text
    assert "May we name you?" not in told.text.partition("What you agreed to")[2]
    assert "Dora Done" not in contributors(visitor)
    assert dill.idea.agreed.keys() == {"contact_news"}
    assert "credit" not in dill.idea.answers
    again = dill.opens(do="disagree", question="credit")
    assert again.status == 200
    log = [each.move for each in reads.decisions(store, about=dill.ref)]
    assert log.count("disagree") == 1


@pytest.mark.parametrize("end", ["withdraw", "erase"])
def test_who_is_gone_is_named_no_more(visitor: Visitor, store: Store, end: str) -> None:
    fig = Author(visitor, store, f"Fig {end}", name=f"Fay {end}", credit="yes")
    assert f"Fay {end}" in contributors(visitor)
    fig.opens(do=end)
    assert f"Fay {end}" not in contributors(visitor)


def test_what_is_done_names_its_contributors_those_of_merged_ideas_with_them(
    app: Flask, visitor: Visitor, store: Store
) -> None:
    one = Author(visitor, store, "Gingerbread", name="Gus", credit="yes")
    two = Author(visitor, store, "Ginger loaf", name="Gwen", credit="yes")
    three = Author(visitor, store, "Ginger bun", name="Nameless Nick")
    for each in (two, three):
        merge.merge(store, each.ref, one.ref, Merging("ada", NOW))
    assert "Thanks for the idea" not in one.page()
    progress.progress(store, Progress.DONE, [one.ref], "ada", NOW)
    assert "Thanks for the idea to Gus, Gwen." in one.page()
    assert "Nick" not in one.page()
    assert "Thanks for the idea to Gus, Gwen." in visitor.gets("/challenges/cakes/roadmap/").text
    two.opens(do="disagree", question="credit")
    assert "Thanks for the idea to Gus." in one.page()
    assert "Thanks for the idea to Gus." in visitor.gets("/roadmap/").text
