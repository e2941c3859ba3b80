"""The one mail that lets somebody confirm an address; sent at once, and nothing of it is kept."""

from datetime import datetime

from collector.brief import Brief
from collector.entries import new_reference
from collector.errors import Unavailable, Undelivered
from collector.garden import Garden
from collector.notices import mail
from collector.notices.letter import Envelope, letter
from collector.notices.message import Message
from collector.words import say


def send_proof(garden: Garden, brief: Brief, address: str, link: str, now: datetime) -> None:
    """Send the link. Raises Bounced where it can't be sent there, Unavailable if not just now."""
    settings = garden.settings
    facts = {"garden": settings.name, "challenge": brief.title}
    message = Message(
        subject=say("email-subject", facts),
        lines=(say("email-line", facts), say("email-not-you")),
        link=(say("email-link"), link),
    )
    envelope = Envelope(
        new_reference(), settings.mail.from_, settings.name, address, brief.language, now
    )
    try:
        mail.send(letter(message, envelope), settings.mail, garden.root)
    except Undelivered as error:
        raise Unavailable("email-not-sent") from error
