"""Who may do what, who may see it, and who is one person."""

from datetime import timedelta

import pytest

from collector.brief import Access, Act, Group, SeenBy
from collector.errors import Severity
from tests.brief.challenges import IDEAS, POLL, SURVEY, of

ALL = IDEAS + POLL
VOTED = "voting: approve"


@pytest.mark.parametrize(
    ("line", "access"),
    [
        ("open", {}),
        ("invite", dict.fromkeys(Act, Access.INVITE)),
        ("Email", dict.fromkeys(Act, Access.EMAIL)),
        ("open, vote invite", {Act.VOTE: Access.INVITE}),
        ("vote invite", {Act.VOTE: Access.INVITE}),
        ("[vote comment email]", {Act.VOTE: Access.EMAIL, Act.COMMENT: Access.EMAIL}),
        (
            "comment open, invite",
            dict.fromkeys((Act.SUBMIT, Act.ANSWER, Act.VOTE), Access.INVITE),
        ),
    ],
)
def test_access_is_said_for_everything_or_by_act(author, line, access):
    brief = author.publishes(of(f"access: {line}"))
    assert brief.access == access
    assert all(brief.access_of(act) is access.get(act, Access.OPEN) for act in Act)


@pytest.mark.parametrize(
    ("line", "reason", "fix"),
    [
        ("invited", "brief-access-word", "invite"),
        ("open, votes invite", "brief-access-word", "open, vote invite"),
        ("open, vote", "brief-access-part", "open, vote invite"),
        ("invite vote", "brief-access-part", "open, vote invite"),
        ("open invite", "brief-access-part", "open, vote invite"),
        ("open, invite", "brief-access-twice", "invite"),
        ("vote invite, vote email", "brief-access-twice", "vote email"),
    ],
)
def test_access_that_does_not_read_comes_with_a_line_that_does(author, line, reason, fix):
    finding = author.hears_only(of(f"access: {line}"), reason)
    assert (finding.line, finding.fix) == (3, f"access: {fix}")
    author.publishes(of(finding.fix))


@pytest.mark.parametrize("seen", SeenBy)
def test_a_challenge_is_seen_by_all_by_those_with_its_link_or_by_the_invited(author, seen):
    assert author.publishes(of(f"seen by: {seen}")).seen_by is seen


def test_groups_have_codes_made_or_written(author):
    brief = author.publishes(
        of("access: invite", "groups: Our customers, (staff) People who work here")
    )
    assert brief.groups == (
        Group("our_customers", "Our customers"),
        Group("staff", "People who work here"),
    )


@pytest.mark.parametrize(
    ("line", "reason", "fix"),
    [
        ("!!!, staff", "brief-group-code", "staff"),
        ("(st/ff) Our staff", "brief-group-code", "customers"),
        ("Staff, staff", "brief-group-twice", "Staff"),
    ],
)
def test_groups_without_a_code_of_their_own_are_told(author, line, reason, fix):
    finding = author.hears_only(of("access: invite", f"groups: {line}"), reason)
    assert finding.fix == f"groups: {fix}"


@pytest.mark.parametrize(
    ("settings", "forms"),
    [
        (("access: invite",), POLL),
        (("access: email",), SURVEY),
        (("access: open, answer invite",), ALL),
        (("access: vote invite", VOTED), IDEAS),
        (("access: vote invite, answer email", VOTED), ALL),
        (("access: submit email",), IDEAS),
    ],
)
def test_one_per_person_asks_each_who_they_are(author, settings, forms):
    brief = author.publishes(of("one per: person", *settings, forms=forms))
    assert brief.one_per == "person"
    assert all(brief.once(form) is (form.act is Act.ANSWER) for form in brief.forms)


@pytest.mark.parametrize(
    ("settings", "forms"),
    [
        ((), IDEAS),
        (("access: open",), POLL),
        (("access: submit invite",), ALL),
        (("access: answer invite", VOTED), ALL),
        (("access: vote invite", VOTED), ALL),
    ],
)
def test_one_per_person_can_not_be_kept_where_all_may_come_in(author, settings, forms):
    text = of("one per: person", *settings, forms=forms)
    finding = author.hears_only(text, "brief-one-per-person")
    assert (finding.line, finding.fix) == (3, "one per: browser")


@pytest.mark.parametrize(("line", "days"), [("14 days", 14), ("1 Day", 1)])
def test_the_owner_promises_to_answer_within_some_days(author, line, days):
    brief = author.publishes(of(f"answers within: {line}"))
    assert brief.answers_within == timedelta(days=days)
    assert author.publishes(of()).answers_within is None


@pytest.mark.parametrize(
    ("line", "fix"),
    [("soon", "14 days"), ("2 weeks", "14 days"), ("never", "14 days"), ("0 days", "14 days")],
)
def test_a_promise_that_is_no_number_of_days_comes_with_one_that_is(author, line, fix):
    finding = author.hears_only(of(f"answers within: {line}"), "brief-answers-within")
    assert finding.fix == f"answers within: {fix}"


def test_groups_that_no_invitation_tells_apart_are_warned_of(author):
    finding = author.hears_only(of("groups: customers, staff"), "brief-groups-idle")
    assert (finding.line, finding.severity) == (3, Severity.WARNING)
    for line in ("access: vote invite", "seen by: invited"):
        author.publishes(of("groups: customers, staff", line))
