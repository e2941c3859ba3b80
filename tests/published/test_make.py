import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from collector.brief import Act, DatedPhase, FormKind, Option, Phase, Results, Shape, Showing
from collector.brief.rules import Voting, VotingKind
from collector.entries import Progress, State
from collector.form import check, define, labels
from collector.published import Kept, Order, Promise, PublishedData, count, make
from tests.form.forms import every_good_answer, form, question
from tests.kept import AFTER, BEFORE, NOW, brief, idea, reply, response

TITLE = question(Shape.TEXT, "title", label="Its name", public=True)
TEXT = question(Shape.LONG, "text", label="Tell us more", public=True)
NAME = question(Shape.TEXT, "name", label="Your name", public=True)
EMAIL = question(Shape.EMAIL, "mail")
IDEAS = form(TITLE, TEXT, NAME, EMAIL, question(Shape.ONE, "role", public=True))
POLL = form(question(Shape.ONE), name="poll", kind=FormKind.POLL, results=Results.ALWAYS)
SURVEY = replace(POLL, name="survey", kind=FormKind.SURVEY)


@cache
def schema() -> Draft202012Validator:
    held = json.loads(files("collector.published").joinpath("schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(held)
    return Draft202012Validator(held, format_checker=Draft202012Validator.FORMAT_CHECKER)


def published(challenge, ideas=(), responses=(), replies=(), now=NOW, older=()) -> PublishedData:
    """Made with the challenge's own forms, and older ones, kept; checked against the schema."""
    kept = {define(each).hash: define(each) for each in (*older, *challenge.forms)}
    words = {define(each).hash: labels(each) for each in (*older, *challenge.forms)}
    results = count(challenge, kept, words, responses)
    data = make(challenge, kept, words, Kept(ideas, replies), results, now)
    schema().validate(data.to_document())
    assert PublishedData.from_document(json.loads(json.dumps(data.to_document()))) == data
    return data


def test_an_idea_is_published_with_its_public_answers_and_nothing_else():
    sent = idea(
        IDEAS,
        {"title": "Rye", "text": "Dark.", "name": "Ann", "mail": "ann@example.org", "role": "bern"},
        progress=Progress.PLANNED,
        source="sample",
    )
    (told,) = published(brief(IDEAS), [sent]).ideas
    assert (told.ref, told.title, told.byline) == (sent.ref, "Rye", "Ann")
    assert [(each.id, each.label, each.text) for each in told.answers] == [
        ("text", "Tell us more", "Dark."),
        ("role", "A one", "Bern"),
    ]
    assert (told.progress, told.sample) == (Progress.PLANNED, True)
    assert told.received == date(2026, 11, 21)


def test_answers_of_every_shape_can_be_published():
    every = form(TITLE, *(question(shape, public=True, personal=False) for shape in Shape))
    checked = check(define(every), {**every_good_answer(), "title": ["Rye"]}, today=NOW.date())
    (told,) = published(brief(every), [idea(every, checked.answers)]).ideas
    personal = {Shape.EMAIL, Shape.PHONE, Shape.FILE}
    assert {each.id for each in told.answers} == {*map(str, Shape)} - personal


def test_without_a_public_name_an_idea_has_no_author():
    private = form(TITLE, replace(NAME, public=False))
    sent = idea(private, {"title": "Rye", "name": "Ann"})
    assert published(brief(private), [sent]).ideas[0].byline == ""


def test_what_was_private_when_it_was_answered_stays_private():
    before = form(TITLE, question(Shape.LONG, "why"))
    today = form(TITLE, question(Shape.LONG, "why", public=True))
    sent = idea(before, {"title": "Rye", "why": "My secret"})
    (told,) = published(brief(today), [sent], older=[before]).ideas
    assert told.answers == ()


def test_what_was_public_and_is_private_now_is_shown_no_more():
    before = form(TITLE, question(Shape.LONG, "why", public=True))
    today = form(TITLE, question(Shape.LONG, "why"))
    sent = idea(before, {"title": "Rye", "why": "A slip"})
    assert published(brief(today), [sent], older=[before]).ideas[0].answers == ()


def test_the_ideas_of_a_form_that_was_private_stay_private():
    before = replace(IDEAS, private=True)
    sent = idea(before, {"title": "Rye"})
    assert published(brief(IDEAS), [sent], older=[before]).ideas == ()


def test_an_idea_of_a_form_that_nobody_knows_promised_nothing():
    sent = idea(IDEAS, {"title": "Rye"}, form_hash="unknown")
    assert published(brief(IDEAS), [sent]).ideas == ()


def test_an_option_that_is_gone_is_told_in_the_words_people_saw():
    older = form(
        TITLE, question(Shape.ONE, "role", public=True, options=(Option("zug", "From Zug"),))
    )
    sent = idea(older, {"title": "Rye", "role": "zug"})
    (told,) = published(brief(IDEAS), [sent], older=[older]).ideas
    assert told.answers[0].text == "From Zug"


@pytest.mark.parametrize("state", [state for state in State if state is not State.APPROVED])
def test_what_is_not_approved_is_neither_shown_nor_counted(state):
    sent = idea(IDEAS, {"title": "Rye"}, state=state)
    answered = response(POLL, {"one": "bern"}, state=state)
    data = published(brief(IDEAS, POLL), [sent], [answered])
    assert (data.ideas, data.counts.ideas, data.counts.responses) == ((), 0, {"poll": 0})
    assert data.results["poll"].questions[0].n == 0


def test_ideas_come_newest_first():
    sent = [
        idea(IDEAS, {"title": str(day)}, received=NOW - timedelta(days=day)) for day in (2, 0, 1)
    ]
    assert [each.title for each in published(brief(IDEAS), sent).ideas] == ["0", "1", "2"]


def test_days_are_told_in_the_zone_of_now():
    late = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
    sent = idea(IDEAS, {"title": "Rye"}, received=late)
    answer = reply(sent.ref, "Thank you", at=late)
    here = NOW.astimezone(timezone(timedelta(hours=1)))
    (told,) = published(brief(IDEAS), [sent], replies=[answer], now=here).ideas
    assert told.received == told.replies[0].on == date(2026, 11, 21)


def test_replies_stand_with_their_idea_in_order_and_name_no_account():
    sent, other = idea(IDEAS, {"title": "Rye"}), idea(IDEAS, {"title": "Oats"}, state=State.WAITING)
    answers = [
        reply(sent.ref, "Second", at=NOW),
        reply(sent.ref, "First", at=NOW - timedelta(hours=1)),
        reply(other.ref, "Hidden"),
    ]
    data = published(brief(IDEAS), [sent, other], replies=answers)
    assert [each.text for each in data.ideas[0].replies] == ["First", "Second"]
    document = json.dumps(data.to_document())
    assert "Hidden" not in document
    assert "maja" not in document


@pytest.mark.parametrize(
    ("results", "before", "during", "after"),
    [
        (Results.ALWAYS, False, True, True),
        (Results.AFTER_VOTE, False, False, True),
        (Results.AFTER_CLOSE, False, False, True),
        (Results.NEVER, False, False, False),
    ],
)
def test_a_result_stands_on_the_page_when_the_brief_says(results, before, during, after):
    poll = replace(POLL, results=results)
    sent = [response(poll, {"one": "bern"})]
    for challenge, stands in (
        (brief(poll, opens=AFTER), before),
        (brief(poll, opens=BEFORE, closes=AFTER), during),
        (brief(poll, closes=BEFORE), after),
    ):
        data = published(challenge, responses=sent)
        assert ("poll" in data.results) == stands
        assert data.counts.responses == {"poll": 1}


def test_the_phase_and_its_ends_are_told():
    data = published(brief(IDEAS, opens=BEFORE, closes=AFTER))
    assert (data.phase, data.opens, data.closes) == ("open", BEFORE, AFTER)
    assert published(brief(IDEAS, closes=BEFORE)).phase == "closed"


def test_a_polls_counts_are_told_from_the_first_answer():
    data = published(brief(POLL), responses=[response(POLL, {"one": "bern"})])
    (only,) = data.results["poll"].questions
    assert [row.count for row in only.rows] == [1, 0, 0]
    assert not only.held_back


@pytest.mark.parametrize(("n", "told"), [(1, []), (4, []), (5, []), (18, ["bern", "basel"])])
def test_a_surveys_counts_wait_until_nobody_can_be_told_apart(n, told):
    sent = [response(SURVEY, {"one": TOWNS[each % 3]}) for each in range(n)]
    (only,) = published(brief(SURVEY), responses=sent).results["survey"].questions
    assert only.n == n
    assert only.held_back == (n < 18)
    assert [row.code for row in only.rows if row.code in told] == told


@pytest.mark.parametrize("n", [4, 5])
def test_a_mean_waits_for_five_answers_and_the_ends_are_never_told(n):
    poll = form(question(Shape.NUMBER), name="poll", kind=FormKind.POLL, results=Results.ALWAYS)
    sent = [response(poll, {"number": number + 0.5}) for number in range(n)]
    numbers = published(brief(poll), responses=sent).results["poll"].questions[0].numbers
    if n < 5:
        assert numbers is None
    else:
        assert (numbers.mean, numbers.median, numbers.least, numbers.most) == (2.5, 2.5, None, None)


def test_answers_to_another_challenge_or_form_are_not_counted():
    sent = [
        response(POLL, {"one": "bern"}, challenge="rolls"),
        response(POLL, {"one": "bern"}, form="gone"),
        response(POLL, {"one": "bern"}),
    ]
    assert published(brief(POLL), responses=sent).counts.responses == {"poll": 1}


TOWNS = ("bern", "basel", "other")
SECRET = st.uuids().map(lambda each: f"secret-{each.hex}")
WORDS = (Shape.TEXT, Shape.LONG, Shape.EMAIL, Shape.PHONE, Shape.WEB)


@st.composite
def challenges(draw):
    """A brief of any questions, entries of any state, and the texts that must not come out."""
    asked = [
        replace(
            question(draw(st.sampled_from(WORDS)), f"q{number}"),
            public=draw(st.booleans()),
            personal=draw(st.booleans()),
        )
        for number in range(draw(st.integers(0, 4)))
    ]
    choice = question(Shape.ONE, "role", public=draw(st.booleans()))
    ideas_form = form(TITLE, *asked, choice, private=draw(st.booleans()))
    poll = form(
        question(Shape.ONE),
        *asked,
        name="poll",
        kind=draw(st.sampled_from([FormKind.POLL, FormKind.SURVEY])),
        results=draw(st.sampled_from(Results)),
    )
    hidden: list[str] = []

    def text(keep: bool) -> str:
        secret = draw(SECRET)
        if not keep:
            hidden.append(secret)
        return secret

    entries = []
    for _ in range(draw(st.integers(0, 4))):
        state = draw(st.sampled_from(State))
        seen = state is State.APPROVED and not ideas_form.private
        answers = {"title": text(seen), "role": "other"}
        answers["role_other"] = text(seen and ideas_form.shown(choice))
        answers |= {each.id: text(seen and ideas_form.shown(each)) for each in asked}
        entries.append((idea(ideas_form, answers, state=state), seen))
    answered = [
        response(
            poll,
            {"one": "other", "one_other": text(False), **{each.id: text(False) for each in asked}},
            state=draw(st.sampled_from(State)),
        )
        for _ in range(draw(st.integers(0, 7)))
    ]
    replies = [reply(each.ref, text(seen)) for each, seen in entries]
    return (
        brief(ideas_form, poll, closes=draw(st.sampled_from([BEFORE, AFTER]))),
        [each for each, _ in entries],
        answered,
        replies,
        hidden,
    )


@given(challenges())
def test_no_byte_tells_what_is_not_public_or_not_approved(case):
    challenge, ideas, responses, replies, hidden = case
    document = json.dumps(published(challenge, ideas, responses, replies).to_document())
    for secret in hidden:
        assert secret not in document
    shown = [text for text in document.split('"') if text.startswith("secret-")]
    assert bool(shown) == any(
        each.state is State.APPROVED for each in ideas if not challenge.forms[0].private
    )


def test_what_was_promised_is_held_against_what_was_answered():
    challenge = brief(IDEAS, answers_within=timedelta(days=14))
    good = {"title": "Rye", "text": "Dark."}
    answered, waits = idea(IDEAS, good), idea(IDEAS, good, received=NOW - timedelta(days=1))
    told = published(challenge, [answered, waits], replies=[reply(answered.ref, "Soon.")])
    assert told.promise == Promise(14, in_time=1, due=1)
    assert published(brief(IDEAS), [answered]).promise is None


def test_while_votes_are_taken_ideas_are_drawn_by_lot():
    closes = NOW + timedelta(days=1)
    challenge = brief(IDEAS, voting=Voting(VotingKind.APPROVE), closes=closes)
    assert published(challenge).orders == (Order.DRAWN, Order.NEW)
    assert published(challenge, now=AFTER).orders == (Order.NEW,)


def named(ref: str, **facts):
    return idea(IDEAS, {"title": ref.title(), "text": "Dark."}, ref=ref, **facts)


def told_of(*ideas, replies=()) -> dict[str, list[str]]:
    shown = published(brief(IDEAS), ideas, replies=replies).ideas
    return {each.ref: [merged.ref for merged in each.merged] for each in shown}


def test_a_merged_idea_is_told_at_the_one_that_stands():
    rye, loaf, bread = named("rye", merged="loaf"), named("loaf", merged="bread"), named("bread")
    assert told_of(rye, loaf, bread) == {"bread": ["rye", "loaf"]}
    assert told_of(rye, replace(loaf, merged=""), bread) == {"bread": [], "loaf": ["rye"]}


def test_with_its_name_and_what_was_answered_to_it_and_no_other_word():
    said = reply("rye", "The same flour.")
    data = published(brief(IDEAS), [named("rye", merged="loaf"), named("loaf")], replies=[said])
    (merged,) = data.ideas[0].merged
    assert (merged.title, merged.replies[0].text) == ("Rye", "The same flour.")
    assert data.ideas[0].replies == ()
    assert data.counts.ideas == 1


@pytest.mark.parametrize("state", [state for state in State if state is not State.APPROVED])
def test_what_was_merged_into_an_idea_that_is_not_shown_stands_by_itself(state):
    assert told_of(named("rye", merged="loaf"), named("loaf", state=state)) == {"rye": []}


def test_a_merged_idea_that_nobody_may_see_is_told_nowhere():
    assert told_of(named("rye", merged="loaf", state=State.WAITING), named("loaf")) == {"loaf": []}


def test_dated_phases_are_told_and_when_it_last_turned():
    middle = NOW + timedelta(days=1)
    phases = (
        DatedPhase("Send", BEFORE, middle, frozenset({Act.SUBMIT}), frozenset({Showing.IDEAS})),
        DatedPhase("Look", middle, AFTER, frozenset(), frozenset({Showing.COUNTS})),
    )
    challenge = brief(IDEAS, phases=phases, opens=BEFORE, closes=AFTER)
    sent = [idea(IDEAS, {"title": "Rye"})]
    data = published(challenge, sent)
    assert (data.phases, data.turned, len(data.ideas)) == (phases, BEFORE, 1)
    later = published(challenge, sent, now=middle)
    assert (later.turned, later.ideas) == (middle, ())
    over = published(challenge, sent, now=AFTER)
    assert (over.phase, over.turned, len(over.ideas)) == (Phase.CLOSED, AFTER, 1)
    early = published(challenge, sent, now=BEFORE - timedelta(days=1))
    assert (early.phase, early.turned, early.ideas) == (Phase.UPCOMING, None, ())
