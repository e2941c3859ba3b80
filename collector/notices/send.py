"""Sending: the one port through which a notice leaves the house."""

from collector.entries import Notice
from collector.entries.notice import name_of
from collector.garden import WebhookSettings
from collector.notices import compose, mail, secret, webhook
from collector.notices.around import Around
from collector.notices.letter import Envelope, letter
from collector.notices.message import Message
from collector.notices.payload import payload
from collector.notices.readers import addresses
from collector.store import outbox
from collector.words import speaking


def send(around: Around, notice: Notice) -> bool:
    """Tell it to the reader it is addressed to; False if there is nothing, or nobody, to tell.

    Raises Undelivered if it is to be tried again, Bounced if that would not help.
    """
    kind, _, name = notice.to.partition(":")
    return SENDERS[kind](around, notice, name)


def _to_person(around: Around, notice: Notice, ref: str) -> bool:
    person = outbox.person(around.store, ref=ref)
    if person is None:
        return False
    with speaking(person.language):
        message = compose.for_person(around, notice, person)
        return _mail(around, notice, message, person.contact, person.language)


def _to_owner(around: Around, notice: Notice, name: str) -> bool:
    settings = around.garden.settings
    to = next((each for each in addresses(settings) if name_of(each) == name), "")
    if not to:
        return False
    with speaking(settings.language):
        return _mail(around, notice, compose.for_owner(around, notice), to, settings.language)


def _mail(around: Around, notice: Notice, message: Message | None, to: str, language: str) -> bool:
    settings = around.garden.settings
    if message is None or not settings.mail.host:
        return False
    envelope = Envelope(notice.ref, settings.mail.from_, settings.name, to, language, around.now)
    mail.send(letter(message, envelope), settings.mail, around.garden.root)
    return True


def _to_hook(around: Around, notice: Notice, name: str) -> bool:
    settings = around.garden.settings
    hook = next((each for each in settings.webhooks if name_of(each.url) == name), None)
    if hook is None:
        return False
    with speaking(settings.language):
        message = compose.for_hook(around, notice, hook)
    if message is not None:
        _post(around, notice, hook, payload(hook.kind, message, notice))
    return message is not None


def _post(around: Around, notice: Notice, hook: WebhookSettings, body: bytes) -> None:
    key = secret.read(around.garden.root, hook.secret_file, hook.secret_env)
    told = webhook.headers(key, notice.ref, around.now, body)
    webhook.post(hook.url, body, told, inside=hook.inside)


SENDERS = {"person": _to_person, "owner": _to_owner, "hook": _to_hook}
