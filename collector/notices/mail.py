"""Mail: a letter is handed to the owner's mail server."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.message import EmailMessage
from pathlib import Path

from collector.errors import Bounced, Undelivered
from collector.garden import ADDRESS, MailSettings
from collector.notices import secret
from collector.notices.deadline import deadline

PAUSE = 10.0
"""Seconds that the server may be silent."""

LONGEST = 40.0
"""Seconds that one letter may take."""

FOR_GOOD = 500
"""Answers from here on say that trying again does not help."""


def send(mail: EmailMessage, settings: MailSettings, folder: Path) -> None:
    """Hand it over. Raises Bounced if its reader is refused for good, Undelivered otherwise."""
    try:
        with _connected(settings, folder) as server:
            _open(server, settings, folder)
            server.send_message(mail)
            _farewell(server)
    except smtplib.SMTPRecipientsRefused as error:
        ((code, told),) = error.recipients.values()
        raise _refused(code, told, "notice-recipient") from error
    except smtplib.SMTPNotSupportedError as error:
        raise _unsupported(mail, settings) from error
    except smtplib.SMTPAuthenticationError as error:
        raise Undelivered("notice-login", host=settings.host, said=_said(error)) from error
    except smtplib.SMTPDataError as error:
        raise _refused(error.smtp_code, error.smtp_error, "notice-content") from error
    except smtplib.SMTPResponseException as error:
        raise Undelivered("notice-server", host=settings.host, said=_said(error)) from error
    except ssl.SSLError as error:
        cause = getattr(error, "verify_message", "") or error.reason or str(error)
        raise Undelivered("notice-certificate", host=settings.host, cause=cause) from error
    except (smtplib.SMTPException, OSError) as error:
        cause = str(error) or type(error).__name__
        port = settings.port
        raise Undelivered("notice-no-server", host=settings.host, port=port, cause=cause) from error


@contextmanager
def _connected(settings: MailSettings, folder: Path) -> Iterator[smtplib.SMTP]:
    """Within the deadline for all of it, the greeting too."""
    server = _server(settings, folder)
    server._host = settings.host  # type: ignore[attr-defined]  # what its certificate has to say
    try:
        with deadline(lambda: server.sock, LONGEST):
            server.connect(settings.host, settings.port)
            yield server
    finally:
        server.close()


def _server(settings: MailSettings, folder: Path) -> smtplib.SMTP:
    if settings.security == "tls":
        return smtplib.SMTP_SSL(timeout=PAUSE, context=_context(settings, folder))
    return smtplib.SMTP(timeout=PAUSE)


def _open(server: smtplib.SMTP, settings: MailSettings, folder: Path) -> None:
    if settings.security == "starttls":
        server.starttls(context=_context(settings, folder))
    if settings.user:
        password = secret.read(folder, settings.password_file, settings.password_env)
        server.login(settings.user, password)


def _farewell(server: smtplib.SMTP) -> None:
    """The letter is taken by now: what the server says to this does not matter."""
    with suppress(smtplib.SMTPException, OSError):
        server.quit()


def _context(settings: MailSettings, folder: Path) -> ssl.SSLContext:
    own = str(folder / settings.certificate) if settings.certificate else None
    return ssl.create_default_context(cafile=own)


def _refused(code: int, told: bytes | str, reason: str) -> Undelivered | Bounced:
    facts = {"code": code, "said": _text(told)}
    if code >= FOR_GOOD:
        return Bounced(reason, **facts)
    return Undelivered("notice-later", waits=False, **facts)


def _unsupported(mail: EmailMessage, settings: MailSettings) -> Undelivered | Bounced:
    """Encryption that the server does not offer, or an address that it does not know to write."""
    if str(mail["To"]).isascii():
        return Undelivered("notice-unsupported", host=settings.host)
    return Bounced("notice-no-foreign-address")


def _said(error: smtplib.SMTPResponseException) -> str:
    return f"{error.smtp_code} {_text(error.smtp_error)}"


def _text(told: bytes | str) -> str:
    """What the server said, without the addresses in it: it is kept."""
    text = told.decode("utf-8", "replace") if isinstance(told, bytes) else told
    return ADDRESS.sub("…", " ".join(text.split()))[:200]
