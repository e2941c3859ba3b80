"""The people of the desk, as a browser without scripts lets them act."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from flask import Flask
from flask.testing import FlaskClient
from selectolax.lexbor import LexborNode

from collector.acts import people
from collector.entries import Idea, Role
from tests.web.gardens import NOW
from tests.web.visitor import Page

PASSWORD = "flour, water, salt and time"
HOME = "http://localhost"

Fills = Mapping[str, str | Sequence[str]]


@dataclass
class Person:
    """Somebody with an account, or without one, and a browser of their own."""

    app: Flask
    name: str = ""
    client: FlaskClient = field(init=False)

    def __post_init__(self) -> None:
        self.client = self.app.test_client()

    def gets(self, path: str) -> Page:
        return Page(self.client.get(path, buffered=True))

    def posts(self, path: str, fields: Fills, **headers: str) -> Page:
        """What a browser sends from a page of ours."""
        sent = {"Origin": HOME, **headers}
        return Page(self.client.post(path, data=dict(fields), headers=sent))

    def token(self, path: str = "/desk/password") -> str:
        """What the desk's own forms send back."""
        found = self.gets(path).parsed.css_first("input[name=_csrf]")
        return found.attributes["value"] or ""

    def does(self, path: str, fields: Fills | None = None) -> Page:
        """Post there with the token, as one of the desk's forms does."""
        return self.posts(path, {"_csrf": self.token(), **(fields or {})})

    def presses(self, page: Page, button: str, **fills: str | Sequence[str]) -> Page:
        """Press the button on that page, its form as it stands but for what is filled in."""
        form, pressed = button_on(page, button)
        fields: dict[str, list[str]] = {}
        for each in form.css("input, textarea, select"):
            told = each.attributes
            if told.get("name") and told.get("type") != "checkbox":
                text = each.text() if each.tag == "textarea" else told.get("value") or ""
                fields.setdefault(told["name"], []).append(text)
        if pressed.attributes.get("name"):
            fields[pressed.attributes["name"]] = [pressed.attributes["value"] or ""]
        answer = self.posts(form.attributes["action"], {**fields, **fills})
        return self.follows(answer)

    def follows(self, page: Page) -> Page:
        """Where a browser goes on to."""
        return self.gets(page.response.headers["Location"]) if page.status == 303 else page

    def logs_in(self, password: str = PASSWORD, name: str = "", **more: str) -> Page:
        path = "/desk/log-in"
        fields = {"name": name or self.name, "password": password, "_csrf": self.token(path)}
        return self.posts(path, {**fields, **more})

    def approves(self, idea: Idea) -> Page:
        return self.presses(self.gets(f"/desk/entries/{idea.ref}"), "Approve")


def button_on(page: Page, words: str) -> tuple[LexborNode, LexborNode]:
    """The first button with these words, and its form."""
    for form in page.parsed.css("form"):
        for button in form.css("button"):
            if button.text().strip() == words:
                return form, button
    raise AssertionError(f"no button {words!r}:\n{page.html}")


def buttons(page: Page) -> list[str]:
    return [each.text().strip() for each in page.parsed.css("form button")]


def titles(page: Page) -> list[str]:
    """Of the entries that are listed."""
    return [each.text().strip() for each in page.parsed.css(".ig-desk-card h2")]


def let_in(app: Flask, name: str, role: Role, *challenges: str) -> Person:
    """Somebody with an account, logged in; for these challenges, if there are any."""
    store = app.extensions["garden"].store
    first = not people.has_owner(store)
    code = (
        people.welcome(store, NOW)
        if first
        else people.add(store, name, role, NOW, challenges=challenges)
    )
    token = people.redeem(store, code, PASSWORD, NOW, name=name)
    person = Person(app, name)
    person.client.set_cookie("ig_desk", token, path="/desk")
    return person
