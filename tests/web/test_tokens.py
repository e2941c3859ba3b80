"""What the collector hands out and knows again."""

from datetime import UTC, datetime, timedelta

import pytest

from collector.entries.reference import ALPHABET
from collector.errors import Forbidden
from collector.web.tokens import FormToken, Sent, Ticket, Tokens

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
TOKEN = FormToken("bread", "idea", "0" * 32, NOW.timestamp(), digest="d", trapped=True)


@pytest.fixture
def tokens() -> Tokens:
    return Tokens(b"a secret of this garden, long enough")


@pytest.fixture
def others() -> Tokens:
    return Tokens(b"a secret of another garden, as long")


def test_a_form_token_is_read_as_it_was_signed(tokens: Tokens) -> None:
    assert tokens.read(tokens.sign(TOKEN)) == TOKEN


def test_a_changed_or_foreign_one_is_refused(tokens: Tokens, others: Tokens) -> None:
    signed = tokens.sign(TOKEN)
    for text in (
        "",
        "x",
        "ä",
        "\ud800",
        signed[:-1],
        "x" + signed,
        others.sign(TOKEN),
        signed.upper(),
    ):
        with pytest.raises(Forbidden, match="token-wrong"):
            tokens.read(text)


def test_one_purpose_is_not_taken_for_another(tokens: Tokens) -> None:
    sent = tokens.sign_sent(Sent("d", "0" * 32, NOW.timestamp()))
    with pytest.raises(Forbidden):
        tokens.read(sent)
    assert tokens.read_sent(tokens.sign(TOKEN), NOW) is None
    assert tokens.open(tokens.sign(TOKEN), NOW) is None


def test_a_form_token_ends_after_two_hours() -> None:
    assert not TOKEN.expired(NOW + timedelta(hours=2))
    assert TOKEN.expired(NOW + timedelta(hours=2, seconds=1))


def test_a_ticket_opens_for_an_hour_and_tells_nothing_meanwhile(tokens: Tokens) -> None:
    ticket = Ticket("k3d9-x2mf-77ab-qq4r", again=True)
    sealed = tokens.seal(ticket, NOW)
    assert "k3d9" not in sealed
    assert tokens.open(sealed, NOW + timedelta(hours=1)) == ticket
    assert tokens.open(sealed, NOW + timedelta(hours=1, seconds=1)) is None


@pytest.mark.parametrize("text", ["", "x", "gAAAAA", "ä", "\0", "=" * 100])
def test_what_is_no_ticket_opens_nothing(tokens: Tokens, text: str) -> None:
    assert tokens.open(text, NOW) is None


def test_another_gardens_ticket_opens_nothing(tokens: Tokens, others: Tokens) -> None:
    assert tokens.open(others.seal(Ticket("k3d9"), NOW), NOW) is None


def test_what_a_browser_sent_is_forgotten_after_an_hour(tokens: Tokens) -> None:
    sent = Sent("d", "0" * 32, NOW.timestamp())
    cookie = tokens.sign_sent(sent)
    assert tokens.read_sent(cookie, NOW + timedelta(hours=1)) == sent
    assert tokens.read_sent(cookie, NOW + timedelta(hours=1, seconds=1)) is None
    assert tokens.read_sent("x", NOW) is None


def test_a_submission_has_one_code_and_another_has_another(tokens: Tokens, others: Tokens) -> None:
    code = tokens.code("k1")
    assert tokens.code("k1") == code
    assert len({code, tokens.code("k2"), others.code("k1")}) == 3


def test_a_code_is_four_groups_of_plain_signs(tokens: Tokens) -> None:
    for number in range(50):
        groups = tokens.code(str(number)).split("-")
        assert [len(each) for each in groups] == [4, 4, 4, 4]
        assert set("".join(groups)) <= set(ALPHABET)
