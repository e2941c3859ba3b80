"""What the collector hands out and knows again."""

import base64
from datetime import UTC, datetime, timedelta

import pytest

from collector.entries.reference import ALPHABET
from collector.web.tokens import FormToken, Sent, Ticket, Tokens

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
AT = NOW.timestamp()
TOKEN = FormToken("bread", "idea", "0" * 32, AT, digest="d", trapped=True)


@pytest.fixture
def tokens() -> Tokens:
    return Tokens(b"a secret of this garden, long enough")


@pytest.fixture
def others() -> Tokens:
    return Tokens(b"a secret of another garden, as long")


def test_a_form_token_is_read_as_it_was_handed_out(tokens: Tokens) -> None:
    assert tokens.open(FormToken, tokens.seal(TOKEN)) == TOKEN


def test_a_token_tells_nothing_meanwhile(tokens: Tokens) -> None:
    sealed = tokens.seal(Ticket("k3d9-x2mf-77ab-qq4r", AT, again=True))
    assert b"k3d9" not in base64.urlsafe_b64decode(sealed)
    assert sealed != tokens.seal(Ticket("k3d9-x2mf-77ab-qq4r", AT, again=True))


@pytest.mark.parametrize("text", ["", "x", "gAAAAA", "ä", "\0", "\ud800", "=" * 100])
def test_what_is_no_token_opens_nothing(tokens: Tokens, text: str) -> None:
    assert tokens.open(Ticket, text) is None


def test_a_changed_one_opens_nothing(tokens: Tokens) -> None:
    sealed = tokens.seal(TOKEN)
    raw = base64.urlsafe_b64decode(sealed)
    for place in range(len(raw)):
        changed = raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :]
        assert tokens.open(FormToken, base64.urlsafe_b64encode(changed).decode()) is None
    for text in (sealed[:-4], "x" + sealed, sealed.upper()):
        assert tokens.open(FormToken, text) is None


def test_another_gardens_opens_nothing(tokens: Tokens, others: Tokens) -> None:
    assert tokens.open(FormToken, others.seal(TOKEN)) is None


def test_one_purpose_is_not_taken_for_another(tokens: Tokens) -> None:
    sent = tokens.seal(Sent("d", "0" * 32, AT))
    assert tokens.open(FormToken, sent) is None
    assert tokens.open(Sent, tokens.seal(TOKEN)) is None
    assert tokens.open(Ticket, tokens.seal(TOKEN)) is None


@pytest.mark.parametrize(
    ("token", "hours"), [(TOKEN, 2), (Ticket("k3d9", AT), 1), (Sent("d", "0" * 32, AT), 1)]
)
def test_each_kind_has_its_life(token: FormToken | Ticket | Sent, hours: int) -> None:
    assert not token.expired(NOW + timedelta(hours=hours))
    assert token.expired(NOW + timedelta(hours=hours, seconds=1))


def test_a_submission_has_one_code_and_another_has_another(tokens: Tokens, others: Tokens) -> None:
    code = tokens.code("k1")
    assert tokens.code("k1") == code
    assert len({code, tokens.code("k2"), others.code("k1")}) == 3


def test_a_code_is_four_groups_of_plain_signs(tokens: Tokens) -> None:
    for number in range(50):
        groups = tokens.code(str(number)).split("-")
        assert [len(each) for each in groups] == [4, 4, 4, 4]
        assert set("".join(groups)) <= set(ALPHABET)
