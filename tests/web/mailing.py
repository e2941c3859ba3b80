"""Settings of a bakery that has a mail server, at an address where nobody is."""

from dataclasses import replace

from flask import Flask

from collector.entries import Purpose
from collector.entries.person import code_of
from collector.garden import MailSettings, NoticeSettings
from collector.store import outbox

MAIL = MailSettings(host="localhost", port=9, security="none", from_="garden@bakery.example")


def with_mail(app: Flask, **more: object) -> None:
    """From now on mails can be asked for."""
    context = app.extensions["garden"]
    notices = NoticeSettings(to=("ada@bakery.example",))
    settings = replace(context.garden.settings, mail=MAIL, **{"notices": notices, **more})
    changed = replace(context, garden=replace(context.garden, settings=settings))
    app.extensions["garden"] = changed


def code_for(app: Flask, purpose: Purpose, about: str) -> str:
    """The code that the one person who follows it is sent."""
    context = app.extensions["garden"]
    (person,) = outbox.people(context.store, about)
    return code_of(context.secret, purpose, person.ref)
