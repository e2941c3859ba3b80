"""Telling: who may be written to, and through which servers. Without these nothing is ever sent."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from collector.errors import SettingsError

if TYPE_CHECKING:
    from collector.garden.settings import Settings

MOST_PORT = 65535

SECURITY = ("starttls", "tls", "none")

HOOKS = ("slack", "teams", "json")

EVENTS = (
    "arrived",
    "screened",
    "approved",
    "answered",
    "progressed",
    "merged",
    "commented",
    "replied",
    "turned",
    "daily",
    "promise",
)
"""What a webhook may be told."""

ADDRESS = re.compile(r"[^\s@<>,;:\"()\[\]\\]+@[^\s@<>,;:\"()\[\]\\]+")

HOUR = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")


@dataclass(frozen=True)
class MailSettings:
    """`[mail]`: the server that takes the garden's mail. Without a host none is ever sent."""

    host: str = ""
    port: int = 587
    security: str = "starttls"
    """`starttls`, `tls` from the first byte (port 465), or `none`."""
    user: str = ""
    password_file: str = ""
    """A file that holds the password and nothing else."""
    password_env: str = ""
    """The variable of the environment that holds it."""
    certificate: str = ""
    """A file with the certificate that the server's is checked against; empty: the system's."""
    from_: str = ""
    """The address that mails come from."""


@dataclass(frozen=True)
class WebhookSettings:
    """`[[webhooks]]`: an address that is told what happens."""

    url: str = field(default="", repr=False)
    """It may hold a secret, as those of Slack do."""
    kind: str = "json"
    """`slack`, `teams` or `json`."""
    events: tuple[str, ...] = ()
    secret_file: str = ""
    secret_env: str = ""
    """Where the key lies that signs what is sent; without one nothing is signed."""
    words: bool = False
    """Whether the titles of entries that wait are told too."""
    inside: bool = False
    """Whether it may lie in the owner's own network, and be plain `http`."""


@dataclass(frozen=True)
class NoticeSettings:
    """`[notices]`: what owners are told by mail."""

    to: tuple[str, ...] = ()
    """Their addresses."""
    daily: str = "08:00"
    """When the mail of what waits comes, in the garden's zone; or `never`."""
    each: bool = False
    """Whether each entry that waits is told at once too."""


def check_telling(settings: "Settings", path: Path) -> None:
    """Raises SettingsError where something is missing or contradicts itself."""
    _check_mail(settings, path)
    _check_notices(settings, path)
    for number, hook in enumerate(settings.webhooks, 1):
        _check_webhook(hook, path, f"webhooks[{number}]")


def _check_mail(settings: "Settings", path: Path) -> None:
    mail = settings.mail
    if not mail.host:
        if mail != MailSettings():
            raise SettingsError("settings-mail-host", path=path, key="mail.host")
        return
    if mail.security not in SECURITY:
        raise _no_choice(path, "mail.security", mail.security, SECURITY)
    if not 1 <= mail.port <= MOST_PORT:
        raise SettingsError("settings-port", path=path, key="mail.port", most=MOST_PORT)
    if not ADDRESS.fullmatch(mail.from_):
        raise SettingsError("settings-address", path=path, key="mail.from", value=mail.from_)
    if not settings.home:
        raise SettingsError("settings-mail-home", path=path, key="site.url")
    if bool(mail.user) != bool(mail.password_file or mail.password_env):
        raise SettingsError("settings-mail-password", path=path, key="mail.user")
    if mail.user and mail.security == "none" and mail.host not in ("localhost", "127.0.0.1", "::1"):
        raise SettingsError("settings-mail-clear", path=path, key="mail.security")
    _check_one_secret(path, "mail.password", mail.password_file, mail.password_env)


def _check_notices(settings: "Settings", path: Path) -> None:
    notices = settings.notices
    if notices.to and not settings.mail.host:
        raise SettingsError("settings-notices-mail", path=path, key="notices.to")
    for each in notices.to:
        if not ADDRESS.fullmatch(each):
            raise SettingsError("settings-address", path=path, key="notices.to", value=each)
    if notices.daily != "never" and not HOUR.fullmatch(notices.daily):
        raise SettingsError("settings-daily", path=path, key="notices.daily", value=notices.daily)


def _check_webhook(hook: WebhookSettings, path: Path, key: str) -> None:
    """What an address holds is not shown: it may be a secret."""
    plain = hook.inside and hook.url.startswith("http://")
    if not (plain or hook.url.startswith("https://")):
        raise SettingsError("settings-webhook-url", path=path, key=f"{key}.url")
    if hook.kind not in HOOKS:
        raise _no_choice(path, f"{key}.kind", hook.kind, HOOKS)
    if not hook.events:
        raise SettingsError("settings-webhook-events", path=path, key=f"{key}.events")
    for each in hook.events:
        if each not in EVENTS:
            raise _no_choice(path, f"{key}.events", each, EVENTS)
    _check_one_secret(path, f"{key}.secret", hook.secret_file, hook.secret_env)


def _check_one_secret(path: Path, key: str, file: str, variable: str) -> None:
    if file and variable:
        raise SettingsError("settings-two-secrets", path=path, key=key)


def _no_choice(path: Path, key: str, value: str, known: tuple[str, ...]) -> SettingsError:
    told = ", ".join(known)
    return SettingsError("settings-choice", path=path, key=key, value=value, known=told)
