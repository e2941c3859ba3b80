"""A letter: a message as a mail, whose headers hold nothing but what they are for."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from collector.errors import Bounced
from collector.garden import ADDRESS
from collector.notices.message import Message

LONGEST_SUBJECT = 150
"""Characters; more is cut."""

BLANKS = re.compile(r"\s+")

TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the direction of writing."""


@dataclass(frozen=True)
class Envelope:
    """`ref` names the letter, the same on every try; `sender` is called `name`."""

    ref: str
    sender: str
    name: str
    to: str
    language: str
    at: datetime


def letter(message: Message, envelope: Envelope) -> EmailMessage:
    """The mail. Raises Bounced for an address that no mail can be sent to."""
    mail = EmailMessage(policy=SMTP)
    sender = parsed(envelope.sender, envelope.name)
    mail["From"] = sender
    mail["To"] = parsed(envelope.to)
    mail["Subject"] = one_line(message.subject)[:LONGEST_SUBJECT] or "…"
    mail["Date"] = format_datetime(envelope.at)
    mail["Message-ID"] = f"<{envelope.ref}@{sender.domain}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    if message.leave:
        mail["List-Unsubscribe"] = f"<{message.leave}>"
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail.set_content(body(message), cte="quoted-printable")
    mail["Content-Language"] = envelope.language
    return mail


def body(message: Message) -> str:
    """The text of the mail; what somebody said is marked as such."""
    parts = [plain(each) for each in message.lines]
    if message.quoted:
        parts.append("\n".join(f"> {each}" for each in plain(message.quoted).split("\n")))
    if message.link:
        name, address = message.link
        parts.append(f"{one_line(name)}:\n{address}")
    if message.leave:
        parts.append(f"-- \n{message.leave_line}\n{message.leave}")
    return "\n\n".join(parts) + "\n"


def parsed(address: str, name: str = "") -> Address:
    """The address as mail servers take it: its domain in ASCII. Raises Bounced."""
    local, _, domain = address.rpartition("@")
    try:
        ascii_domain = domain.encode("idna").decode()
        if not ADDRESS.fullmatch(address) or one_line(address) != address:
            raise ValueError(address)
        return Address(one_line(name), local, ascii_domain)
    except (UnicodeError, ValueError, IndexError) as error:
        raise Bounced("notice-no-address") from error


def one_line(text: str) -> str:
    """The text without line breaks and signs that can't be seen."""
    return BLANKS.sub(" ", plain(text)).strip()


def plain(text: str) -> str:
    """The text without controls, and without signs that turn the direction of writing."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(each for each in lines if each in "\n\t" or not _is_unseen(each))


def _is_unseen(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") or sign in TURNING
