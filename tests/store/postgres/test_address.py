import pytest

from collector.errors import SettingsError
from collector.store import Store
from collector.store.postgres import Address
from collector.words import say

pytestmark = pytest.mark.postgres


def test_what_is_shown_has_no_password() -> None:
    address = Address(
        "postgresql+psycopg://ada:s%40lt@db.example:5433/garden?sslmode=require&sslpassword=s%40lt&PASSWORD=s%40lt"
    )
    assert address.shown == "postgresql+psycopg://ada@db.example:5433/garden?sslmode=require"
    assert address.asked["password"] == "s@lt"
    assert address.asked["host"] == "db.example"
    assert address.asked["sslmode"] == "require"


def test_a_server_that_does_not_answer_is_given_up_unless_the_address_is_more_patient() -> None:
    assert Address("postgresql+psycopg://db/garden").asked["connect_timeout"] == 5
    patient = Address("postgresql+psycopg://db/garden?connect_timeout=60")
    assert patient.asked["connect_timeout"] == "60"


@pytest.mark.parametrize(
    "url",
    [
        "postgresql+psycopg://ada:salt@db:port/garden",
        "postgresql+psycopg://ada:and@salt@db/garden",
        "postgresql://ada:salt@db/garden",
        "sqlite:///ada:salt",
        "",
    ],
)
def test_what_is_no_address_is_refused_without_telling_it(url: str) -> None:
    with pytest.raises(SettingsError) as refused:
        Store(url)
    told = say(refused.value.reason, refused.value.facts)
    assert "postgresql+psycopg://NAME:PASSWORD@HOST/DATABASE" in told
    assert "salt" not in told + repr(refused.value) + repr(refused.value.__cause__)
    assert refused.value.__suppress_context__ or refused.value.__context__ is None
