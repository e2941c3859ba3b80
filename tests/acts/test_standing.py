"""What is done outside its time is refused with why, and from when it can be done."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.acts import visit
from collector.acts.visit import Submission, content_digest, ensure_allowed
from collector.brief import Act, Brief, DatedPhase, FormKind, Shape, Voting, VotingKind
from collector.errors import Closed
from collector.form import define
from collector.store import Store, reads
from collector.words import day, say
from tests.form.forms import form, question
from tests.kept import brief

BERLIN = ZoneInfo("Europe/Berlin")
SECOND = timedelta(seconds=1)
IDEA = form(question(Shape.TEXT, "title", required=True), name="idea", kind=FormKind.IDEA)
POLL = form(question(Shape.ONE), name="poll", kind=FormKind.POLL)
VOTING = Voting(VotingKind.APPROVE)


def local(*when: int, fold: int = 0) -> datetime:
    return datetime(*when, tzinfo=BERLIN, fold=fold).astimezone(UTC)  # type: ignore[misc]


def phased(*acts: Act) -> Brief:
    """Two phases, in May and in June, in which these acts are allowed."""
    phases = tuple(
        DatedPhase(name, local(2026, month, 3), local(2026, month, 10), frozenset(acts))
        for name, month in (("First", 5), ("Second", 6))
    )
    return brief(
        *(IDEA, POLL),
        phases=phases,
        opens=phases[0].opens,
        closes=phases[1].closes,
        voting=VOTING,
        comments=True,
    )


def refusal_of(of: Brief, act: Act, now: datetime) -> Closed:
    with pytest.raises(Closed) as refused:
        ensure_allowed(of, act, now)
    return refused.value


BEFORE, BETWEEN, AFTER = local(2026, 5, 1), local(2026, 5, 20), local(2026, 6, 20)


@pytest.mark.parametrize(
    ("act", "now", "sentence"),
    [
        (Act.SUBMIT, BEFORE, "Sending ideas opens on 3 May 2026."),
        (Act.SUBMIT, BETWEEN, "Sending ideas opens again on 3 June 2026."),
        (Act.SUBMIT, AFTER, "Sending ideas ended on 9 June 2026."),
        (Act.ANSWER, BEFORE, "This opens on 3 May 2026."),
        (Act.ANSWER, BETWEEN, "This opens again on 3 June 2026."),
        (Act.ANSWER, AFTER, "This closed on 9 June 2026."),
        (Act.VOTE, BEFORE, "Voting opens on 3 May 2026."),
        (Act.VOTE, BETWEEN, "Voting opens again on 3 June 2026."),
        (Act.VOTE, AFTER, "Voting ended on 9 June 2026."),
        (Act.COMMENT, BEFORE, "Comments open on 3 May 2026."),
        (Act.COMMENT, BETWEEN, "Comments open again on 3 June 2026."),
        (Act.COMMENT, AFTER, "Comments ended on 9 June 2026."),
    ],
)
def test_a_refusal_says_what_is_closed_and_when_it_opens_or_ended(act, now, sentence):
    error = refusal_of(phased(*Act), act, now)
    opens, closes = (error.facts[name] for name in ("opens", "closes"))
    told = {
        "opens": opens and day(opens.astimezone(BERLIN)),
        "closes": closes and day(closes.astimezone(BERLIN) - SECOND),
    }
    assert say(error.reason, told) == sentence


@pytest.mark.parametrize(
    ("act", "sentence"),
    [
        (Act.SUBMIT, "No ideas are taken here."),
        (Act.ANSWER, "No answers are taken here."),
        (Act.VOTE, "Ideas are not voted on here."),
        (Act.COMMENT, "Comments are not taken here."),
    ],
)
@pytest.mark.parametrize("of", [brief(), phased()])
def test_what_is_never_possible_says_so(of, act, sentence):
    error = refusal_of(of, act, BETWEEN)
    assert say(error.reason, error.facts) == sentence


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("edge", [local(2026, 5, 3), local(2026, 6, 3)])
def test_a_phase_begins_to_the_second(act, edge):
    refusal_of(phased(*Act), act, edge - SECOND)
    ensure_allowed(phased(*Act), act, edge)


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("edge", [local(2026, 5, 10), local(2026, 6, 10)])
def test_a_phase_ends_to_the_second(act, edge):
    ensure_allowed(phased(*Act), act, edge - SECOND)
    refusal_of(phased(*Act), act, edge)


def over(start: datetime, end: datetime) -> Brief:
    """A challenge of one phase in which ideas are sent."""
    phase = DatedPhase("Send", start, end, frozenset({Act.SUBMIT}))
    return brief(IDEA, phases=(phase,), opens=start, closes=end)


def sends(store: Store, of: Brief, now: datetime) -> bool:
    answers = {"title": f"Rye {now.isoformat()}"}
    submission = Submission(
        brief=of,
        form=IDEA,
        form_hash=define(IDEA).hash,
        answers=answers,
        digest=content_digest("bread", "idea", answers),
        code_hash=now.isoformat(),
    )
    try:
        visit.send(store, submission, now)
    except Closed:
        return False
    return True


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ((2026, 3, 29, 1, 30), (2026, 3, 29, 3, 30), 1),
        ((2026, 10, 25, 1, 30), (2026, 10, 25, 3, 30), 3),
    ],
)
def test_where_the_clocks_change_an_idea_is_kept_until_the_second_of_the_end(
    store: Store, start: tuple[int, ...], end: tuple[int, ...], hours: int
) -> None:
    opens, closes = local(*start), local(*end)
    assert closes - opens == timedelta(hours=hours)
    moments = (opens - SECOND, opens, closes - SECOND, closes)
    of = over(opens, closes)
    assert [sends(store, of, now) for now in moments] == [False, True, True, False]
    assert len(list(reads.ideas(store, "bread"))) == 2


MOMENTS = st.one_of(
    st.datetimes(datetime(2026, 3, 28), datetime(2026, 3, 31)),  # noqa: DTZ001  # local
    st.datetimes(datetime(2026, 10, 24), datetime(2026, 10, 27)),  # noqa: DTZ001  # local
)


@given(MOMENTS, MOMENTS, MOMENTS, st.booleans())
def test_open_is_from_the_start_up_to_the_end_however_the_clocks_stand(first, second, at, fold):
    start, end, now = (
        each.replace(tzinfo=BERLIN, fold=int(fold)).astimezone(UTC) for each in (first, second, at)
    )
    of = over(*sorted((start, end)))
    if start != end:
        assert of.standing(Act.SUBMIT, now).allowed is (min(start, end) <= now < max(start, end))
