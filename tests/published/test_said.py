"""What was said about an idea passes the door: comments, replies to them, the owner's answers."""

import json
from datetime import date, timedelta
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from collector.brief import Shape
from collector.brief.built_in import comment_form
from collector.entries import Comment, Idea, Reply, State, new_reference, tombstone
from collector.form import define
from collector.moderation import ENDS
from collector.published import Kept, PublishedComment, PublishedData, PublishedReply, make
from tests.form.forms import form, question
from tests.kept import NOW, brief, idea, reply

IDEAS = form(question(Shape.TEXT, "title", label="Its name", public=True))
FORM = comment_form("en")
SCHEMA = json.loads(files("collector.published").joinpath("schema.json").read_text("utf-8"))


@pytest.fixture
def rye() -> Idea:
    return idea(IDEAS, {"title": "Rye"})


def comment(on: Idea, text: str, *, to: str = "", name: str = "", **facts) -> Comment:
    return Comment(
        **{
            "ref": new_reference(),
            "challenge": "bread",
            "form": FORM.name,
            "form_hash": define(FORM).hash,
            "answers": {"text": text, **({"name": name} if name else {})},
            "state": State.APPROVED,
            "received": NOW,
            "about": on.ref,
            "parent": to,
            **facts,
        }
    )


def told(on: Idea, *comments: Comment, replies: tuple[Reply, ...] = (), **facts) -> PublishedData:
    challenge = brief(IDEAS, **{"comments": True, **facts})
    data = make(challenge, {}, {}, Kept([on], replies, comments), {}, NOW)
    Draft202012Validator(SCHEMA).validate(data.to_document())
    assert PublishedData.from_document(json.loads(json.dumps(data.to_document()))) == data
    return data


def said(*args, **facts) -> tuple[PublishedComment, ...]:
    (shown,) = told(*args, **facts).ideas
    return shown.comments


def test_words_and_name_pass_and_a_day_for_the_minute(rye: Idea) -> None:
    one = comment(rye, "I would come", name="Anna")
    assert said(rye, one) == (
        PublishedComment(one.ref, "I would come", date(2026, 11, 21), "Anna"),
    )


def test_the_oldest_stands_first_and_replies_stand_under_theirs(rye: Idea) -> None:
    late = comment(rye, "Late", received=NOW + timedelta(hours=1))
    early = comment(rye, "Early")
    second = comment(rye, "Second", to=early.ref, received=NOW + timedelta(hours=3))
    first = comment(rye, "First", to=early.ref, received=NOW + timedelta(hours=2))
    found = said(rye, late, second, early, first)
    assert [each.text for each in found] == ["Early", "Late"]
    assert [each.text for each in found[0].replies] == ["First", "Second"]


def test_the_owner_answers_an_idea_and_a_comment(rye: Idea) -> None:
    one = comment(rye, "I would come")
    answers = (reply(rye.ref, "We try it"), reply(one.ref, "See you"))
    data = told(rye, one, replies=answers)
    assert data.ideas[0].replies == (PublishedReply("We try it", date(2026, 11, 21)),)
    assert data.ideas[0].comments[0].answers == (PublishedReply("See you", date(2026, 11, 21)),)


@pytest.mark.parametrize("state", [each for each in State if each is not State.APPROVED])
def test_what_is_not_approved_is_told_with_no_word(rye: Idea, state: State) -> None:
    one = comment(rye, "Hidden", name="Anna", state=state)
    under = comment(rye, "A reply", to=one.ref)
    answered = reply(one.ref, "An answer")
    assert said(rye, one, replies=(answered,)) == ()
    found = told(rye, one, under, replies=(answered,)).to_document()
    assert not any(word in json.dumps(found) for word in ("Hidden", "Anna", "An answer"))


@pytest.mark.parametrize("state", sorted(ENDS))
def test_the_place_of_what_was_taken_back_stays_for_its_replies(rye: Idea, state: State) -> None:
    one = comment(rye, "Gone", state=state)
    one = tombstone(one) if state is State.ERASED else one
    under = comment(rye, "A reply", to=one.ref)
    (place,) = said(rye, one, under)
    assert (place.text, place.name, [each.text for each in place.replies]) == ("", "", ["A reply"])
    assert place.count == 1


@pytest.mark.parametrize("state", [State.WAITING, State.REJECTED, State.SPAM])
def test_what_the_owner_takes_away_takes_its_replies_along(rye: Idea, state: State) -> None:
    one = comment(rye, "Gone", state=state)
    assert said(rye, one, comment(rye, "A reply", to=one.ref)) == ()


def test_a_reply_to_nothing_to_a_reply_or_on_another_idea_is_not_told(rye: Idea) -> None:
    one = comment(rye, "One")
    two = comment(rye, "Two", to=one.ref)
    three = comment(rye, "Three", to=two.ref)
    lost = comment(rye, "Lost", to=new_reference())
    found = said(rye, one, two, three, lost)
    assert [(each.text, [one.text for one in each.replies]) for each in found] == [("One", ["Two"])]


def test_where_comments_are_off_none_is_told(rye: Idea) -> None:
    assert said(rye, comment(rye, "One"), comments=False) == ()


STATES = st.sampled_from([each for each in State if each is not State.UNFINISHED])


@given(states=st.lists(st.tuples(STATES, st.none() | st.integers(0, 9)), max_size=12))
def test_all_and_only_what_is_shown_is_counted(states) -> None:
    """Whatever the states: each word that is told belongs to an approved comment, once."""
    on = idea(IDEAS, {"title": "Rye"})
    made: list[Comment] = []
    for n, (state, parent) in enumerate(states):
        to = made[parent].ref if parent is not None and parent < len(made) else ""
        made.append(comment(on, f"word{n}", to=to, state=state))
    (shown,) = told(on, *made).ideas
    words = [each.text for one in shown.comments for each in (one, *one.replies) if each.text]
    assert len(words) == len(set(words)) == shown.said
    approved = {str(each.answers["text"]) for each in made if each.state is State.APPROVED}
    assert set(words) <= approved
    assert approved - set(words) == {
        str(each.answers["text"])
        for each in made
        if each.state is State.APPROVED and not stands(each, made)
    }


def stands(one: Comment, made: list[Comment]) -> bool:
    """Said otherwise: it is on the idea itself, or under one that is and was not taken away."""
    parents = [each for each in made if each.ref == one.parent]
    kept_away = {State.WAITING, State.REJECTED, State.SPAM}
    return not one.parent or any(
        not each.parent and each.state not in kept_away for each in parents
    )
