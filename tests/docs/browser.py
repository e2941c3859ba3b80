"""A browser without scripts, handled by what stands on the page: labels and buttons."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urljoin

from flask import Flask
from flask.testing import FlaskClient
from selectolax.lexbor import LexborHTMLParser, LexborNode
from werkzeug.test import TestResponse

HOME = "http://localhost"
Fields = dict[str, list[str]]


def plain(node: LexborNode | None) -> str:
    """The words of it, as one reads them."""
    return " ".join(node.text(separator=" ").split()) if node is not None else ""


@dataclass
class Browser:
    """One person's: where they are, and the page that they see."""

    app: Flask
    client: FlaskClient = field(init=False)
    address: str = "/"
    html: str = ""

    def __post_init__(self) -> None:
        self.client = self.app.test_client()

    @property
    def page(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.html)

    @property
    def words(self) -> str:
        page = self.page
        for each in page.css("script, style"):
            each.decompose()
        return plain(page.body)

    def opens(self, path: str) -> None:
        """Go there, and on where it leads."""
        self._takes(path, self.client.get(path, buffered=True))

    def fills_in(self, fills: Mapping[str, Sequence[str]], button: str) -> None:
        """Fill in the form that has the button, and press it."""
        form, pressed = self._form(button)
        fields = as_it_stands(form)
        for label, texts in fills.items():
            name, values = control(form, label, texts)
            fields[name] = values
        if pressed.attributes.get("name"):
            fields[pressed.attributes["name"] or ""] = [pressed.attributes.get("value") or ""]
        told = pressed.attributes.get("formaction") or form.attributes.get("action") or ""
        path = urljoin(self.address, told)
        if (form.attributes.get("method") or "get").lower() == "get":
            self._takes(path, self.client.get(path, query_string=fields, buffered=True))
        else:
            sent = self.client.post(path, data=fields, headers={"Origin": HOME}, buffered=True)
            self._takes(path, sent)

    def _takes(self, path: str, answer: TestResponse) -> None:
        if answer.status_code in (301, 302, 303, 308):
            self.opens(urljoin(path, answer.headers["Location"]))
            return
        self.address, self.html = path, answer.get_data(as_text=True)

    def _form(self, words: str) -> tuple[LexborNode, LexborNode]:
        for form in self.page.css("form"):
            for button in form.css("button"):
                if plain(button).startswith(words):
                    return form, button
        there = [plain(each) for each in self.page.css("form button")]
        raise AssertionError(f"no button {words!r} on {self.address}, but {there}\n{self.words}")


def as_it_stands(form: LexborNode) -> Fields:
    """What the form would send untouched."""
    fields: Fields = {}
    for name, value in _standing(form):
        fields.setdefault(name, []).append(value)
    return fields


def _standing(form: LexborNode) -> Iterator[tuple[str, str]]:
    for each in form.css("input, textarea, select"):
        told = each.attributes
        name, kind = told.get("name"), told.get("type")
        if not name or (kind in ("radio", "checkbox") and "checked" not in told):
            continue
        if each.tag == "textarea":
            yield name, each.text()
        elif each.tag == "select":
            chosen = each.css_first("option[selected]") or each.css_first("option")
            yield name, chosen.attributes.get("value") or "" if chosen is not None else ""
        elif kind not in ("submit", "button", "file"):
            yield name, told.get("value") or ""


def control(form: LexborNode, label: str, texts: Sequence[str]) -> tuple[str, list[str]]:
    """The name of what bears the label, or of the group below that legend, and what it sends."""
    for each in form.css("label"):
        if plain(each).startswith(label):
            found = _labelled(form, each)
            if found is not None and found.attributes.get("type") not in ("radio", "checkbox"):
                return found.attributes["name"] or "", [_option(found, each) for each in texts]
    for group in form.css("fieldset"):
        if plain(group.css_first("legend")).startswith(label):
            return _ticked(form, group, texts)
    for each in form.css("label"):
        found = _labelled(form, each)
        if plain(each).startswith(label) and found is not None:
            return found.attributes["name"] or "", [found.attributes.get("value") or "on"]
    named = form.css_first(f'[name="{label}"]')
    assert named is not None, f"nothing is called {label!r} in: {plain(form)}"
    return label, [_option(named, each) for each in texts]


def _labelled(form: LexborNode, label: LexborNode) -> LexborNode | None:
    own = label.css_first("input, textarea, select")
    target = label.attributes.get("for")
    return own if own is not None else form.css_first(f'[id="{target}"]') if target else None


def _option(found: LexborNode, text: str) -> str:
    """Of a menu, what the choice with these words sends."""
    if found.tag != "select":
        return text
    choices = {plain(each): each.attributes.get("value") or "" for each in found.css("option")}
    assert text in choices, f"no choice {text!r} among {[*choices]}"
    return choices[text]


def _ticked(form: LexborNode, group: LexborNode, texts: Sequence[str]) -> tuple[str, list[str]]:
    pairs = [(plain(each), _labelled(form, each)) for each in group.css("label")]
    shown = [(words, each.attributes) for words, each in pairs if each is not None]
    chosen = [_choice(shown, text) for text in texts]
    return chosen[0]["name"] or "", [each.get("value") or "on" for each in chosen]


def _choice(
    shown: Sequence[tuple[str, Mapping[str, str | None]]], text: str
) -> Mapping[str, str | None]:
    """What has just this value or these words, else what begins with them."""
    for words, told in shown:
        if text in (words, told.get("value")):
            return told
    for words, told in shown:
        if words.startswith(text):
            return told
    raise AssertionError(f"no answer {text!r} among {[words for words, _ in shown]}")
