"""Somebody who sends forms, as a browser without scripts does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import urlencode

from flask import Flask
from flask.testing import FlaskClient
from selectolax.lexbor import LexborHTMLParser
from werkzeug.test import TestResponse

from collector.form import define
from collector.jobs import rebuild, refresh
from collector.pages import live
from tests.web.gardens import NOW

FORM = "application/x-www-form-urlencoded"

Answers = Mapping[str, str | Sequence[str]]


@dataclass
class Clock:
    """Stands still unless it is turned."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def turn(self, **by: int) -> None:
        self.now += timedelta(**by)


@dataclass
class Page:
    """An answer, read as a browser reads it."""

    response: TestResponse

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def html(self) -> str:
        return self.response.get_data(as_text=True)

    @property
    def parsed(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.html)

    @property
    def text(self) -> str:
        body = self.parsed.css_first("#content") or self.parsed.body
        assert body is not None
        return " ".join(body.text(separator=" ").split())

    def fields(self, button: str = "") -> list[tuple[str, str]]:
        """What the form with this button (or the first) would send as it stands."""
        for form in self.parsed.css("form"):
            if button in form.text():
                return [*_fields(form)]
        raise AssertionError(f"no form with a button {button!r}:\n{self.html}")

    def receipt(self) -> str:
        code = self.parsed.css_first(".ig-code")
        assert code is not None, self.html
        return code.text().strip()


def _fields(form: object):
    for each in form.css("input, textarea, select"):  # type: ignore[attr-defined]
        told = each.attributes
        if told.get("type") in ("radio", "checkbox") and "checked" not in told:
            continue
        if each.tag == "textarea":
            yield told["name"], each.text()
        elif each.tag == "select":
            chosen = each.css_first("option[selected]")
            yield told["name"], chosen.attributes.get("value") or "" if chosen else ""
        else:
            yield told["name"], told.get("value") or ""


@dataclass
class Visitor:
    """Has a browser of their own; `origin` is the site whose page they are on."""

    app: Flask
    clock: Clock
    client: FlaskClient = field(init=False)
    headers: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.client = self.app.test_client()

    def form_hash(self, challenge: str = "bread", form: str = "idea") -> str:
        site = live(self.app.extensions["garden"].garden)
        assert site is not None
        found = site.briefs[challenge].form(form)
        assert found is not None
        return define(found).hash

    def builds(self) -> None:
        """The owner publishes the briefs as they are now."""
        context = self.app.extensions["garden"]
        rebuild(context.garden, context.store, self.clock.now)

    def gets(self, path: str, **options: object) -> Page:
        return Page(self.client.get(path, **options))  # type: ignore[arg-type]

    def posts(self, path: str, fields: Answers | Sequence[tuple[str, str]], **headers: str) -> Page:
        pairs = list(fields.items()) if isinstance(fields, Mapping) else fields
        sent = {name.replace("_", "-"): text for name, text in headers.items()}
        return Page(
            self.client.post(
                path,
                data=urlencode(pairs, doseq=True),
                content_type=FORM,
                headers={**self.headers, **sent},
            )
        )

    def asks(
        self, answers: Answers, challenge: str = "bread", form: str = "idea", **headers: str
    ) -> Page:
        """The first step."""
        fields = {"_form": self.form_hash(challenge, form), **answers}
        return self.posts(f"/collect/{challenge}/{form}", fields, **headers)

    def confirms(self, page: Page, path: str = "/collect/bread/idea", **headers: str) -> Page:
        """The second step, after a moment."""
        assert page.status == 200, page.html
        self.clock.turn(seconds=3)
        return self.posts(path, page.fields("Yes, send it"), **headers)

    def sends(self, answers: Answers, challenge: str = "bread", form: str = "idea") -> str:
        """Both steps and the thanks page; the receipt's code."""
        path = f"/collect/{challenge}/{form}"
        return self.thanks(self.confirms(self.asks(answers, challenge, form), path)).receipt()

    def thanks(self, page: Page) -> Page:
        assert page.status == 303, page.html
        return self.gets(page.response.headers["Location"])


def fills(visitor: Visitor, challenge: str = "bread") -> None:
    """The pages are filled now, as the runner does after each answer."""
    context = visitor.app.extensions["garden"]
    brief = live(context.garden).briefs[challenge]
    refresh(context.garden, context.store, brief, visitor.clock.now)
