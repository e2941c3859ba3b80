from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collector.brief import Act, Brief, DatedPhase, Phase, Showing, Standing
from collector.errors import Severity
from tests.brief.challenges import IDEAS, POLL, SURVEY, of, phased
from tests.brief.conftest import Author

VOTED = ("voting: approve",)
SENDING = "Send ideas: 2026-11-01 to 2026-11-20, submit, comment, show ideas"
VOTING = "Vote: 2026-12-02 to 2026-12-15 18:00, vote, comment, show ideas, counts"
SECOND = timedelta(seconds=1)


def utc(*when: int) -> datetime:
    return datetime(*when, tzinfo=UTC)  # type: ignore[misc]  # year to minute


def in_steps(author) -> Brief:
    return author.publishes(phased(SENDING, VOTING, settings=VOTED))


def test_a_phase_is_a_name_two_days_and_what_may_be_done_and_seen(author):
    assert in_steps(author).phases == (
        DatedPhase(
            "Send ideas",
            utc(2026, 10, 31, 23),
            utc(2026, 11, 20, 23),
            frozenset({Act.SUBMIT, Act.COMMENT}),
            frozenset({Showing.IDEAS}),
        ),
        DatedPhase(
            "Vote",
            utc(2026, 12, 1, 23),
            utc(2026, 12, 15, 17),
            frozenset({Act.VOTE, Act.COMMENT}),
            frozenset({Showing.IDEAS, Showing.COUNTS}),
        ),
    )


def test_the_challenge_lasts_from_the_first_phase_to_the_last(author):
    brief = in_steps(author)
    assert (brief.opens, brief.closes) == (utc(2026, 10, 31, 23), utc(2026, 12, 15, 17))
    assert brief.turns == tuple(edge for each in brief.phases for edge in (each.opens, each.closes))


@pytest.mark.parametrize(
    "line",
    [
        "Send: 2026-11-01 to 2026-11-20, submit",
        "Send: 2026-11-01 - 2026-11-20, submit",
        "Send: 2026-11-01 – 2026-11-20, Submit",
        "Send: 1 Nov 2026 until 20 Nov, 2026, submit",
        "Send : 01.11.2026 to 20.11.2026, submit",
        '"Send: 2026-11-01 to 2026-11-20, submit"',
        "Send: 2026-11-01 to 2026-11-20 submit".replace(" submit", ",submit"),
        "Send: 2026-11-01, 00:00 to 2026-11-21, 00:00, submit",
    ],
)
def test_dates_of_a_phase_are_written_as_others_are(author, line):
    (phase,) = author.writes(phased(line)).brief.phases
    assert (phase.name, phase.acts) == ("Send", {Act.SUBMIT})
    assert (phase.opens, phase.closes) == (utc(2026, 10, 31, 23), utc(2026, 11, 20, 23))


def test_phases_may_be_written_in_any_order(author):
    written = author.publishes(phased(VOTING, SENDING, settings=VOTED))
    assert written.phases == in_steps(author).phases


@pytest.mark.parametrize(
    "marks", ["show ideas, counts", "show ideas and counts", "show ideas, show counts"]
)
def test_what_is_shown_may_be_listed_in_several_ways(author, marks):
    text = phased(f"Look: 2026-11-01 to 2026-11-20, submit, vote, comment, {marks}", settings=VOTED)
    assert author.publishes(text).phases[0].shows == {Showing.IDEAS, Showing.COUNTS}


@pytest.mark.parametrize(
    ("line", "reason", "fix"),
    [
        ("Send", "brief-phase-line", "Vote: 2026-12-02 to 2026-12-15, vote, show ideas"),
        ("Send: soon", "brief-phase-line", "Vote: 2026-12-02 to 2026-12-15, vote, show ideas"),
        (
            "Send: 2026-11-01, submit",
            "brief-phase-line",
            "Vote: 2026-12-02 to 2026-12-15, vote, show ideas",
        ),
        (
            f"{'S' * 61}: 2026-11-01 to 2026-11-20, submit",
            "brief-phase-line",
            "Vote: 2026-12-02 to 2026-12-15, vote, show ideas",
        ),
        (
            "Send: 3/4/2026 to 2026-11-20, submit",
            "brief-date-slashes",
            "Send: 2026-04-03 to 2026-11-20, submit",
        ),
        (
            "Send: 2026-11-01 to 2026-11-31, submit",
            "brief-date-none",
            "Send: 2026-11-01 to 2026-12-15 18:00, submit",
        ),
        (
            "Send: 2026-03-29 02:30 to 2026-11-20, submit",
            "brief-date-skipped",
            "Send: 2026-03-29 03:30 to 2026-11-20, submit",
        ),
        (
            "Send: 2026-11-20 to 2026-11-01, submit",
            "brief-phase-order",
            "Send: 2026-11-20 to 2026-11-20, submit",
        ),
        (
            "Send: 2026-11-01 to 2026-11-20, sumbit",
            "brief-phase-word",
            "Send: 2026-11-01 to 2026-11-20, submit",
        ),
        (
            "Send: 2026-11-01 to 2026-11-20, submit, ideas",
            "brief-phase-word",
            "Send: 2026-11-01 to 2026-11-20, submit, show ideas",
        ),
        (
            "Send: 2026-11-01 to 2026-11-20, submit, show idea",
            "brief-phase-word",
            "Send: 2026-11-01 to 2026-11-20, submit, show ideas",
        ),
    ],
)
def test_a_phase_that_does_not_read_is_told_at_its_line(author, line, reason, fix):
    finding = author.hears(phased(line), reason)
    assert (finding.line, finding.fix) == (3, f"- {fix}")
    assert author.hears_no_error(phased(finding.fix[2:], settings=VOTED))


def test_phases_on_the_line_of_their_key_go_below_it(author):
    finding = author.hears_only(of(f"phases: {SENDING}"), "brief-phases-list")
    assert (finding.line, finding.fix) == (2, f"- {SENDING}")
    assert author.hears(of("phases: two"), "brief-phases-list").fix.startswith("- Vote: ")


@pytest.mark.parametrize("line", ["closes: 2026-12-31", "opens: 2026-10-01", "closes: never"])
def test_phases_say_when_it_opens_and_closes_and_nothing_else_does(author, line):
    text = phased(SENDING, settings=(line,))
    assert author.hears(text, "brief-phases-beside").line == 4


def test_a_day_lasts_until_midnight_so_that_the_next_phase_begins_the_day_after(author):
    apply = "Apply: 2026-11-20 to 2026-12-01, submit, comment, show ideas"
    vote = "Vote: 2026-12-01 to 2026-12-15, vote, show ideas"
    finding = author.hears_only(phased(apply, vote, settings=VOTED), "brief-phase-midnight")
    assert finding.line == 4
    assert finding.message == "Apply lasts until midnight. Begin Vote on 2 December 2026."
    assert finding.fix == "- Vote: 2026-12-02 to 2026-12-15, vote, show ideas"
    author.publishes(phased(apply, finding.fix[2:], settings=VOTED))


@pytest.mark.parametrize(
    ("start", "end", "begin", "when"),
    [
        ("2026-11-25", "2026-12-01", "2026-12-02", "2 December 2026"),
        ("2026-12-01 11:59", "2026-12-01 12:00", "2026-12-01 12:00", "1 December 2026, 12:00"),
    ],
)
def test_phases_that_overlap_are_told_with_the_first_moment_that_is_free(
    author, start, end, begin, when
):
    apply = f"Apply: 2026-11-20 to {end}, submit, comment, show ideas"
    vote = f"Vote: {start} to 2026-12-15, vote, show ideas"
    finding = author.hears_only(phased(apply, vote, settings=VOTED), "brief-phase-overlap")
    assert finding.message == f"Vote begins before Apply has ended. Begin it on {when}."
    assert finding.fix == f"- {vote.replace(start, begin)}"
    author.publishes(phased(apply, finding.fix[2:], settings=VOTED))


def test_phases_may_touch_to_the_second(author):
    brief = author.publishes(
        phased(
            "Apply: 2026-11-20 to 2026-12-01 12:00, submit, comment",
            "Vote: 2026-12-01 12:00 to 2026-12-02, vote",
            settings=VOTED,
        )
    )
    noon = utc(2026, 12, 1, 11)
    assert brief.dated_phase(noon - SECOND) == brief.phases[0]
    assert brief.dated_phase(noon) == brief.phases[1]
    assert brief.turns == (utc(2026, 11, 19, 23), noon, utc(2026, 12, 2, 23))


def test_two_phases_need_two_names(author):
    again = SENDING.replace("2026-11-", "2026-12-")
    finding = author.hears_only(phased(SENDING, again), "brief-phase-twice")
    assert (finding.line, finding.fix) == (4, f"- {again.replace('Send ideas', 'Send ideas 2')}")


@pytest.mark.parametrize(
    ("mark", "reason", "forms", "settings"),
    [
        ("submit", "brief-phase-no-submit", POLL, ()),
        ("answer", "brief-phase-no-answer", IDEAS, ()),
        ("vote", "brief-phase-no-vote", IDEAS, ()),
        ("comment", "brief-phase-no-comment", IDEAS, ("comments: off",)),
        ("show ideas", "brief-phase-no-ideas", POLL, ()),
        ("show counts", "brief-phase-no-counts", IDEAS, ()),
        ("show results", "brief-phase-no-results", SURVEY, ()),
    ],
)
def test_a_phase_names_only_what_the_challenge_has(author, mark, reason, forms, settings):
    line = "Step: 2026-11-01 to 2026-11-20"
    finding = author.hears(phased(f"{line}, {mark}", settings=settings, forms=forms), reason)
    assert (finding.line, finding.fix) == (3, f"- {line}")
    assert finding.message.startswith("Step ")


@pytest.mark.parametrize(
    ("reason", "forms", "settings"),
    [
        ("brief-phases-never-submit", IDEAS, ("comments: off",)),
        ("brief-phases-never-answer", POLL, ()),
        ("brief-phases-never-vote", IDEAS, VOTED),
        ("brief-phases-never-comment", IDEAS, ()),
    ],
)
def test_what_no_phase_allows_is_warned_of(author, reason, forms, settings):
    text = phased("Step: 2026-11-01 to 2026-11-20", settings=settings, forms=forms)
    assert author.hears(text, reason).severity is Severity.WARNING


BEFORE, WITHIN, BETWEEN = utc(2026, 10, 1), utc(2026, 11, 5), utc(2026, 11, 25)
LATER, AFTER = utc(2026, 12, 5), utc(2026, 12, 20)
FIRST = (utc(2026, 10, 31, 23), utc(2026, 11, 20, 23))
SECOND_PHASE = (utc(2026, 12, 1, 23), utc(2026, 12, 15, 17))


@pytest.mark.parametrize(
    ("act", "now", "standing"),
    [
        (Act.SUBMIT, BEFORE, Standing(False, opens=FIRST[0])),
        (Act.SUBMIT, WITHIN, Standing(True, closes=FIRST[1])),
        (Act.SUBMIT, BETWEEN, Standing(False, closes=FIRST[1])),
        (Act.SUBMIT, LATER, Standing(False, closes=FIRST[1])),
        (Act.SUBMIT, AFTER, Standing(False, closes=FIRST[1])),
        (Act.VOTE, WITHIN, Standing(False, opens=SECOND_PHASE[0])),
        (Act.VOTE, LATER, Standing(True, closes=SECOND_PHASE[1])),
        (Act.VOTE, AFTER, Standing(False, closes=SECOND_PHASE[1])),
        (Act.COMMENT, BETWEEN, Standing(False, opens=SECOND_PHASE[0], closes=FIRST[1])),
        (Act.COMMENT, AFTER, Standing(False, closes=SECOND_PHASE[1])),
        (Act.ANSWER, WITHIN, Standing(False)),
    ],
)
def test_an_act_is_allowed_in_the_phases_that_name_it(author, act, now, standing):
    assert in_steps(author).standing(act, now) == standing


@pytest.mark.parametrize(
    ("now", "phase", "shown"),
    [
        (BEFORE, Phase.UPCOMING, set()),
        (WITHIN, Phase.OPEN, {Showing.IDEAS}),
        (BETWEEN, Phase.OPEN, {Showing.IDEAS}),
        (LATER, Phase.OPEN, {Showing.IDEAS, Showing.COUNTS}),
        (AFTER, Phase.CLOSED, set(Showing)),
    ],
)
def test_what_is_shown_between_two_phases_is_what_the_one_before_showed(author, now, phase, shown):
    brief = in_steps(author)
    assert brief.phase(now) is phase
    assert {each for each in Showing if brief.shows(each, now)} == shown


@pytest.mark.parametrize("act", [Act.SUBMIT, Act.VOTE, Act.COMMENT])
def test_without_phases_all_is_allowed_while_the_challenge_is_open(author, act):
    brief = author.publishes(of("opens: 2026-11-01", "closes: 2026-11-20", *VOTED))
    assert brief.standing(act, BEFORE) == Standing(False, opens=FIRST[0])
    assert brief.standing(act, WITHIN) == Standing(True, closes=FIRST[1])
    assert brief.standing(act, AFTER) == Standing(False, closes=FIRST[1])
    assert not brief.shows(Showing.IDEAS, BEFORE)
    assert all(brief.shows(each, now) for each in Showing for now in (WITHIN, AFTER))


def test_what_a_challenge_does_not_have_is_never_allowed(author):
    brief = author.publishes(of("comments: off"))
    for act in (Act.ANSWER, Act.VOTE, Act.COMMENT):
        assert brief.standing(act, WITHIN) == Standing(False)
    assert brief.standing(Act.SUBMIT, WITHIN) == Standing(True)


def test_an_act_goes_on_from_one_phase_to_the_next_that_begins_at_once(author):
    brief = author.publishes(
        phased(
            "Send: 2026-11-01 to 2026-11-10, submit, comment",
            "Send more: 2026-11-11 to 2026-11-20, submit",
        )
    )
    assert brief.standing(Act.SUBMIT, WITHIN) == Standing(True, closes=FIRST[1])


DAYS = st.dates(min_value=date(2026, 3, 20), max_value=date(2026, 11, 5))
CLOCKS = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))
"""Both changes of the clocks in Berlin lie between: 29 March and 25 October."""


@given(st.lists(st.tuples(DAYS, CLOCKS), min_size=2, max_size=6, unique=True), st.data())
def test_open_is_from_the_start_up_to_the_end_across_both_changes_of_the_clocks(
    tmp_path_factory, edges, data
):
    author = Author(tmp_path_factory.getbasetemp())
    stamps = [f"{day:%Y-%m-%d} {clock:%H:%M}" for day, clock in sorted(edges)]
    lines = [
        f"P{index}: {start} to {end}, submit"
        for index, (start, end) in enumerate(zip(stamps[::2], stamps[1::2], strict=False))
    ]
    brief = author.writes(phased(*lines, settings=("comments: off",))).brief
    if brief is None:
        return  # a time that the clocks skip or have twice
    for edge in brief.turns:
        now = edge + data.draw(st.sampled_from([-SECOND, timedelta(), SECOND]))
        allowed = any(each.opens <= now < each.closes for each in brief.phases)
        standing = brief.standing(Act.SUBMIT, now)
        assert standing.allowed is allowed
        assert standing.closes is None or standing.closes > now or not allowed
        assert standing.opens is None or standing.opens > now


def test_a_translation_goes_by_the_brief_s_phases(author):
    text = phased(SENDING, VOTING, settings=VOTED)
    (author.folder / "bread.md").write_text(text, "utf-8")
    words = text[text.index("# Bread") :].replace("Give it a name", "Gib ihr einen Namen")
    translation = author.folder / "bread.de.md"
    translation.write_text(words, "utf-8")
    (german,) = author.publishes(text).translations
    assert german.phases == in_steps(author).phases
    assert german.standing(Act.VOTE, LATER).allowed
    translation.write_text(f"---\nphases:\n- {SENDING}\n---\n{words}", "utf-8")
    assert author.hears(text, "brief-translation-setting").path == translation
