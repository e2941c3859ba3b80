"""The people of a garden, for tests that read as sentences: a visitor and an owner.

Both use real pages as a browser without scripts does: they read a form from the HTML that was
served, fill in its fields, and post what a browser would post.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from flask.testing import FlaskClient
from selectolax.lexbor import LexborHTMLParser, LexborNode

from collector import jobs
from collector.garden import Garden
from collector.jobs import Runner
from collector.store import Store
from collector.web import create_app
from collector.web.context import Context

HOME = "http://localhost"
TYPED = ("text", "email", "tel", "url", "number", "date", "time", "password", "hidden", "search")


@dataclass
class Clock:
    """A clock that tests set."""

    now: datetime = field(default_factory=lambda: datetime(2026, 5, 4, 9, 0, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.now


@dataclass(frozen=True)
class Page:
    """One answer, read as HTML."""

    status: int
    address: str
    html: str

    @property
    def tree(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.html)

    @property
    def main(self) -> LexborNode:
        found = self.tree.css_first("main") or self.tree.body
        assert found is not None
        return found

    @property
    def text(self) -> str:
        return " ".join(self.main.text(separator=" ").split())

    def form(self, action: str) -> LexborNode:
        """The first form on the page that is sent there."""
        for each in self.tree.css("form"):
            target = each.attributes.get("action") or self.address
            if target.endswith(action):
                return each
        raise AssertionError(f"no form goes to {action} on {self.address}: {self.text[:500]}")


def fields_of(form: LexborNode) -> list[tuple[str, str]]:
    """What a browser would send if nothing were filled in: hidden and prefilled fields."""
    sent = []
    for each in form.css("input, textarea, select"):
        name, kind = each.attributes.get("name"), each.attributes.get("type") or "text"
        if not name:
            continue
        if each.tag == "textarea":
            sent.append((name, each.text()))
        elif each.tag == "select":
            chosen = each.css_first("option[selected]") or each.css_first("option")
            sent.append((name, (chosen.attributes.get("value") or "") if chosen else ""))
        elif kind in TYPED or "checked" in each.attributes:
            sent.append((name, each.attributes.get("value") or ""))
    return sent


@dataclass
class Browser:
    """A browser without scripts: keeps cookies, follows redirects, sends its origin."""

    client: FlaskClient
    page: Page | None = None

    def opens(self, address: str) -> Page:
        return self._keep(address, self.client.get(address, follow_redirects=True))

    def sends(self, action: str, fills: Mapping[str, object] | None = None, button: str = "") -> Page:
        """Fill in the form of this page that goes to `action` and press its button."""
        assert self.page is not None
        form = self.page.form(action)
        fills = {name: _texts(value) for name, value in (fills or {}).items()}
        pairs = [(name, text) for name, text in fields_of(form) if name not in fills]
        pairs += [(name, text) for name, texts in fills.items() for text in texts]
        if button:
            name, _, value = button.partition("=")
            pairs.append((name, value))
        target = form.attributes.get("action") or self.page.address
        return self.posts(target, pairs)

    def posts(self, address: str, pairs: list[tuple[str, str]]) -> Page:
        data: dict[str, list[str]] = {}
        for name, text in pairs:
            data.setdefault(name, []).append(text)
        answer = self.client.post(
            address, data=data, headers={"Origin": HOME}, follow_redirects=True
        )
        return self._keep(address, answer)

    def _keep(self, address: str, answer: object) -> Page:
        path = answer.request.path  # type: ignore[attr-defined]
        self.page = Page(answer.status_code, path, answer.get_data(as_text=True))  # type: ignore[attr-defined]
        return self.page


def _texts(value: object) -> list[str]:
    if isinstance(value, (list, tuple)):
        return [str(each) for each in value]
    return [str(value)]


@dataclass
class Visitor(Browser):
    """Somebody from the public, who takes a while to read what is asked."""

    clock: Clock = field(default_factory=Clock)

    def fills_in(self, challenge: str, form: str, **answers: object) -> Page:
        """Read the challenge's page and send its form; the page to confirm, or the errors."""
        self.opens(f"/challenges/{challenge}/")
        return self.sends(f"/collect/{challenge}/{form}", answers)

    def confirms(self) -> Page:
        assert self.page is not None
        self.clock.now += timedelta(seconds=20)
        return self.sends(self.page.address)

    def submits(self, challenge: str, form: str, **answers: object) -> str:
        """Send and confirm; the receipt's code."""
        self.fills_in(challenge, form, **answers)
        return receipt_code(self.confirms())

    def looks_up(self, code: str) -> Page:
        self.opens("/collect/-/receipt")
        return self.sends("/collect/-/receipt", {"code": code})


def receipt_code(page: Page) -> str:
    found = page.tree.css_first(".ig-code, main code")
    assert found is not None, page.text
    return found.text().strip()


@dataclass
class Place:
    """A garden with its application, its clock, and a runner that works when it is told to."""

    garden: Garden
    clock: Clock
    context: Context
    client_maker: object

    @property
    def store(self) -> Store:
        return self.context.store

    def builds(self) -> None:
        jobs.rebuild(self.garden, self.store, self.clock())

    def works(self) -> None:
        """Do every job that is due."""
        runner = Runner(self.garden, self.store, self.clock)
        runner.renew(self.clock())
        while runner.once():
            pass

    def visitor(self) -> Visitor:
        return Visitor(self.client_maker.test_client(), clock=self.clock)  # type: ignore[attr-defined]

    def browser(self) -> Browser:
        return Browser(self.client_maker.test_client())  # type: ignore[attr-defined]


def lay_out(folder: Path, briefs: Mapping[str, str], settings: str = "") -> Garden:
    """Write a garden with these briefs."""
    (folder / "challenges").mkdir(parents=True, exist_ok=True)
    (folder / "ideagarden.toml").write_text(settings, encoding="utf-8")
    for slug, text in briefs.items():
        (folder / "challenges" / f"{slug}.md").write_text(text, encoding="utf-8")
    return Garden.find(folder)


def settle(garden: Garden) -> Place:
    """The garden built and its application made."""
    clock = Clock()
    with Store.open(garden) as store:
        jobs.rebuild(garden, store, clock())
    app = create_app(garden, clock=clock)
    return Place(garden, clock, app.extensions["garden"], app)
