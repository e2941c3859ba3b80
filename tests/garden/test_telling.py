"""Settings of mail, webhooks and notices: none are needed, and none may contradict another."""

from pathlib import Path

import pytest

from collector.errors import SettingsError
from collector.garden import Settings, WebhookSettings
from collector.words import say

SITE = '[site]\nurl = "https://ideas.bakery.example"\n'
MAIL = f'{SITE}[mail]\nhost = "smtp.example"\nfrom = "garden@bakery.example"\n'
HOOK = '[[webhooks]]\nurl = "https://hooks.example/x"\nevents = ["approved"]\n'


def read(text: str) -> Settings:
    return Settings.parse(text, Path("ideagarden.toml"))


def test_nothing_is_needed() -> None:
    settings = read("")
    assert (settings.mail.host, settings.webhooks, settings.notices.to) == ("", (), ())


def test_a_whole_set_is_read() -> None:
    settings = read(
        f'{MAIL}port = 465\nsecurity = "tls"\nuser = "u"\npassword_env = "P"\n'
        f'[notices]\nto = ["ada@bakery.example"]\ndaily = "07:30"\neach = true\n'
        f'{HOOK}kind = "slack"\nsecret_file = "key"\nwords = true\n'
        f'[[webhooks]]\nurl = "http://chat.local/x"\ninside = true\nevents = ["daily"]\n'
    )
    assert settings.mail.from_ == "garden@bakery.example"
    assert settings.notices.daily == "07:30"
    first, second = settings.webhooks
    assert (first.kind, first.events, first.words) == ("slack", ("approved",), True)
    assert second.inside


def test_an_address_that_may_be_a_secret_is_not_shown() -> None:
    assert "hooks" not in repr(WebhookSettings(url="https://hooks.example/x"))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[mail]\nport = 25\n", "settings-mail-host"),
        ('[mail]\nhost = "smtp.example"\nfrom = "a@b.example"\n', "settings-mail-home"),
        (f'{SITE}[mail]\nhost = "smtp.example"\n', "settings-address"),
        (f'{SITE}[mail]\nhost = "smtp.example"\nfrom = "A <a@b.example>"\n', "settings-address"),
        (f'{MAIL}security = "ssl"\n', "settings-choice"),
        (f"{MAIL}port = 0\n", "settings-port"),
        (f"{MAIL}port = 99999\n", "settings-port"),
        (f'{MAIL}user = "u"\n', "settings-mail-password"),
        (f'{MAIL}password_file = "p"\n', "settings-mail-password"),
        (f'{MAIL}user = "u"\npassword_file = "p"\nsecurity = "none"\n', "settings-mail-clear"),
        (
            f'{MAIL}user = "u"\npassword_file = "p"\npassword_env = "P"\n',
            "settings-two-secrets",
        ),
        (f'{MAIL}to = "x"\n', "settings-key"),
        ('[notices]\nto = ["ada@bakery.example"]\n', "settings-notices-mail"),
        (f'{MAIL}[notices]\nto = ["ada"]\n', "settings-address"),
        (f'{MAIL}[notices]\nto = "ada@bakery.example"\n', "settings-type-texts"),
        ('[notices]\ndaily = "8:00"\n', "settings-daily"),
        ('[notices]\ndaily = "24:00"\n', "settings-daily"),
        ('[notices]\neach = "yes"\n', "settings-type-truth"),
        ('[webhooks]\nurl = "https://hooks.example/x"\n', "settings-type-texts"),
        ('[[webhooks]]\nurl = "http://hooks.example/x"\n', "settings-webhook-url"),
        ('[[webhooks]]\nurl = "ftp://x"\ninside = true\n', "settings-webhook-url"),
        ('[[webhooks]]\nevents = ["approved"]\n', "settings-webhook-url"),
        ('[[webhooks]]\nurl = "https://hooks.example/x"\n', "settings-webhook-events"),
        (HOOK.replace("approved", "confirm"), "settings-choice"),
        (f'{HOOK}kind = "discord"\n', "settings-choice"),
        (f'{HOOK}secret_file = "a"\nsecret_env = "B"\n', "settings-two-secrets"),
        (f"{HOOK}secret = 1\n", "settings-key"),
    ],
)
def test_what_is_wrong_is_told_with_the_fix(text: str, reason: str) -> None:
    with pytest.raises(SettingsError) as refused:
        read(text)
    assert refused.value.reason == reason
    assert "ideagarden.toml" in say(reason, refused.value.facts)
    assert "hooks.example" not in say(reason, refused.value.facts)


def test_a_password_may_be_told_to_a_server_on_this_machine() -> None:
    text = f'{MAIL}user = "u"\npassword_file = "p"\nsecurity = "none"\n'
    assert read(text.replace("smtp.example", "localhost")).mail.user == "u"
