from datetime import UTC, datetime, timedelta

import pytest

from collector.acts import people
from collector.entries import Role
from collector.errors import Conflict, Forbidden, Invalid, Unknown
from collector.store import reads

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
PASSWORD = "flour, water, salt and time"


@pytest.fixture
def ada(store):
    """The garden's first owner, logged in; her session's token."""
    return people.redeem(store, people.welcome(store, NOW), PASSWORD, NOW, name="Ada")


def join(store, name, role=Role.MODERATOR):
    return people.redeem(store, people.add(store, name, role, NOW), PASSWORD, NOW)


def test_the_first_link_makes_an_owner_and_logs_in(store, ada):
    account = people.whoever(store, ada, NOW).account
    assert (account.name, account.role) == ("ada", Role.OWNER)
    assert people.has_owner(store)


def test_a_garden_with_an_owner_gives_no_first_link(store, ada):
    with pytest.raises(Conflict):
        people.welcome(store, NOW)


def test_a_first_link_is_void_once_a_newer_one_was_told(store):
    old = people.welcome(store, NOW)
    people.welcome(store, NOW)
    with pytest.raises(Forbidden):
        people.redeem(store, old, PASSWORD, NOW, name="eve")


def test_looking_a_link_up_does_not_spend_it_but_using_it_does(store):
    code = people.welcome(store, NOW)
    people.link_of(store, code, NOW)
    people.link_of(store, code, NOW)
    people.redeem(store, code, PASSWORD, NOW, name="ada")
    with pytest.raises(Forbidden):
        people.redeem(store, code, PASSWORD, NOW, name="eve")


def test_a_bad_password_or_name_leaves_the_link_unspent(store):
    code = people.welcome(store, NOW)
    with pytest.raises(Invalid):
        people.redeem(store, code, "short", NOW, name="ada")
    with pytest.raises(Invalid):
        people.redeem(store, code, PASSWORD, NOW, name=" ")
    assert people.redeem(store, code, PASSWORD, NOW, name="ada")


def test_a_link_ends(store):
    code = people.welcome(store, NOW)
    with pytest.raises(Forbidden):
        people.link_of(store, code, NOW + people.LINK_LASTS)


def test_a_code_may_be_typed_in_groups_and_capitals(store):
    code = people.welcome(store, NOW)
    assert people.link_of(store, f" {code[:5].upper()}-{code[5:]} ", NOW)


def test_whoever_was_let_in_as_a_moderator_is_one_under_the_name_that_was_given(store, ada):
    code = people.add(store, "Ben", Role.MODERATOR, NOW)
    token = people.redeem(store, code, PASSWORD, NOW, name="owner of it all")
    account = people.whoever(store, token, NOW).account
    assert (account.name, account.role) == ("ben", Role.MODERATOR)


def test_a_name_that_is_there_is_not_given_twice_however_it_is_written(store, ada):
    for name in ("Ada", " ADA ", "ａｄａ"):
        with pytest.raises(Invalid):
            people.add(store, name, Role.OWNER, NOW)


@pytest.mark.parametrize(
    "name", ["", "x" * 41, "a\0b", "a\u202eb", "\ud800", "Command  Line", "author"]
)
def test_names_that_hide_or_mislead_are_refused(store, name):
    with pytest.raises(Invalid) as refused:
        people.add(store, name, Role.MODERATOR, NOW)
    assert list(refused.value.problems) == ["name"]


def test_log_in_with_name_and_password_in_any_case(store, ada):
    token = people.log_in(store, "ADA", PASSWORD, NOW)
    assert people.whoever(store, token, NOW).account.name == "ada"


@pytest.mark.parametrize(
    ("name", "password"), [("ada", "wrong"), ("eve", PASSWORD), ("x" * 300, PASSWORD), ("a\0", "")]
)
def test_what_was_wrong_with_a_log_in_is_not_told(store, ada, name, password):
    with pytest.raises(Forbidden) as refused:
        people.log_in(store, name, password, NOW)
    assert (refused.value.reason, refused.value.facts) == ("log-in-wrong", {})


def test_an_unknown_name_is_checked_against_a_password_too(store, monkeypatch):
    checked = []
    monkeypatch.setattr(people, "password_fits", lambda *both: checked.append(both) or True)
    with pytest.raises(Forbidden):
        people.log_in(store, "eve", PASSWORD, NOW)
    assert checked == [(PASSWORD, people.NOBODY)]


def test_a_session_ends_by_time_and_by_logging_out(store, ada):
    assert people.whoever(store, ada, NOW + people.SESSION_LASTS) is None
    other = people.log_in(store, "ada", PASSWORD, NOW)
    people.log_out(store, ada)
    assert people.whoever(store, ada, NOW) is None
    assert people.whoever(store, other, NOW)


def test_neither_token_nor_code_nor_password_is_kept(store, ada, tmp_path):
    code = people.add(store, "ben", Role.MODERATOR, NOW)
    store.save(tmp_path / "all that is kept.db")
    kept = b"".join(each.read_bytes() for each in tmp_path.rglob("*") if each.is_file())
    for secret in (ada, code, PASSWORD):
        assert secret.encode() not in kept


def test_a_reset_lets_the_holder_choose_anew_and_ends_what_was_open(store, ada):
    code = people.reset(store, "Ada", NOW)
    token = people.redeem(store, code, "a wholly new secret", NOW)
    assert people.whoever(store, ada, NOW) is None
    assert people.whoever(store, token, NOW).account.role is Role.OWNER
    with pytest.raises(Forbidden):
        people.log_in(store, "ada", PASSWORD, NOW)


def test_a_new_password_needs_the_old_one_and_ends_other_log_ins(store, ada):
    with pytest.raises(Invalid) as refused:
        people.change_password(store, "ada", "wrong", "a wholly new secret", NOW)
    assert list(refused.value.problems) == ["old"]
    token = people.change_password(store, "ada", PASSWORD, "a wholly new secret", NOW)
    assert people.whoever(store, ada, NOW) is None
    assert people.whoever(store, token, NOW)
    assert people.log_in(store, "ada", "a wholly new secret", NOW)


def test_a_new_password_takes_open_reset_links_with_it(store, ada):
    code = people.reset(store, "ada", NOW)
    people.change_password(store, "ada", PASSWORD, "a wholly new secret", NOW)
    with pytest.raises(Forbidden):
        people.link_of(store, code, NOW)


def test_who_is_removed_is_out_at_once_and_has_no_way_back(store, ada):
    token = join(store, "ben")
    code = people.reset(store, "ben", NOW)
    people.remove(store, "Ben")
    assert people.whoever(store, token, NOW) is None
    with pytest.raises(Forbidden):
        people.link_of(store, code, NOW)
    with pytest.raises(Unknown):
        people.remove(store, "ben")


def test_the_last_owner_stays(store, ada):
    join(store, "ben")
    with pytest.raises(Conflict):
        people.remove(store, "ada")
    join(store, "cleo", Role.OWNER)
    people.remove(store, "ada")
    assert [each.name for each in reads.accounts(store)] == ["ben", "cleo"]


def test_sessions_that_ended_are_swept_when_somebody_logs_in(store, ada):
    later = NOW + people.SESSION_LASTS + timedelta(days=1)
    people.log_in(store, "ada", PASSWORD, later)
    assert len(store.table("sessions")) == 1
