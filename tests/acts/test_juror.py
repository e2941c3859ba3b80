"""A juror by a personal link: in once, in one browser, until dismissed."""

from datetime import UTC, datetime

import pytest

from collector.acts import juror, people
from collector.entries import Role
from collector.errors import Conflict, Forbidden, Invalid, Unknown
from collector.store import Store, reads

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
PASSWORD = "flour, water, salt and time"


def enters(store: Store, name: str = "dora", challenge: str = "bread") -> str:
    return juror.take(store, juror.offer(store, name, challenge, NOW), NOW)


def test_a_link_lets_a_juror_into_one_challenge(store: Store) -> None:
    found = people.whoever(store, enters(store, " Dora "), NOW)
    assert found.account.name == "dora"
    assert found.account.may(Role.JUROR, "bread")
    assert not found.account.may(Role.VIEWER, "bread")
    assert not found.account.may(Role.JUROR, "cake")
    assert juror.is_by_link(found.account)


def test_whoever_opens_it_first_is_in_and_nobody_after(store: Store) -> None:
    code = juror.offer(store, "dora", "bread", NOW)
    juror.take(store, code, NOW)
    with pytest.raises(Forbidden, match="link-wrong"):
        juror.take(store, code, NOW)


def test_a_new_link_ends_what_the_first_began(store: Store) -> None:
    first = juror.offer(store, "dora", "bread", NOW)
    stranger = juror.take(store, first, NOW)
    second = juror.offer(store, "dora", "bread", NOW)
    assert people.whoever(store, stranger, NOW) is None
    assert people.whoever(store, juror.take(store, second, NOW), NOW)


def test_a_link_and_what_it_began_end_by_themselves(store: Store) -> None:
    code = juror.offer(store, "dora", "bread", NOW)
    with pytest.raises(Forbidden):
        juror.take(store, code, NOW + juror.LINK_LASTS)
    token = juror.take(store, code, NOW)
    last = NOW + juror.STAY_LASTS
    assert people.whoever(store, token, last - (last - NOW) / 100)
    assert people.whoever(store, token, last) is None


def test_nobody_logs_in_to_it_by_a_password(store: Store) -> None:
    enters(store)
    for password in ("", PASSWORD):
        with pytest.raises(Forbidden):
            people.log_in(store, "dora", password, NOW)


def test_a_link_for_a_password_is_none_of_a_juror(store: Store) -> None:
    code = people.add(store, "eve", Role.OWNER, NOW)
    with pytest.raises(Forbidden):
        juror.take(store, code, NOW)
    assert people.redeem(store, code, PASSWORD, NOW)


def test_no_name_of_somebody_else_can_be_taken(store: Store) -> None:
    people.redeem(store, people.add(store, "ada", Role.OWNER, NOW), PASSWORD, NOW)
    people.add(store, "eve", Role.MODERATOR, NOW)
    enters(store, "dora", "cake")
    for name in ("ada", "eve", "dora", "", "rule"):
        with pytest.raises(Invalid):
            juror.offer(store, name, "bread", NOW)
    assert people.invited(store)["eve"].role is Role.MODERATOR


def test_whoever_is_dismissed_sees_nothing_any_more(store: Store) -> None:
    token = enters(store)
    juror.dismiss(store, "dora", "bread")
    assert people.whoever(store, token, NOW) is None
    assert reads.account(store, "dora") is None
    code = juror.offer(store, "emil", "bread", NOW)
    juror.dismiss(store, "emil", "bread")
    with pytest.raises(Forbidden):
        juror.take(store, code, NOW)
    with pytest.raises(Unknown):
        juror.dismiss(store, "emil", "bread")


def test_other_rights_of_whoever_is_dismissed_stay(store: Store) -> None:
    code = people.add(store, "ben", Role.JUROR, NOW, challenges=["bread", "cake"])
    token = people.redeem(store, code, PASSWORD, NOW)
    juror.dismiss(store, "ben", "bread")
    assert people.whoever(store, token, NOW).account.challenges == {"cake": Role.JUROR}


@pytest.mark.parametrize("role", [Role.VIEWER, Role.OWNER])
def test_whoever_is_more_than_a_juror_is_dismissed_elsewhere(store: Store, role: Role) -> None:
    people.redeem(store, people.add(store, "ben", role, NOW), PASSWORD, NOW)
    with pytest.raises(Conflict, match="juror-more"):
        juror.dismiss(store, "ben", "bread")
