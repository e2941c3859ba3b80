"""A visitor without a browser, for when many come at once: the two steps as plain HTTP."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from tests.chromium.gardens import PAGE
from tests.html import Page, fields_of, receipt_code

IDEA = "/collect/bread/idea"
POLL = "/collect/bread/hours"
PATIENCE = 60


@dataclass(frozen=True)
class Caller:
    """Speaks to one collector. Any answer that is an error fails the test."""

    address: str

    def sends_idea(self, title: str) -> str:
        return self.sends(IDEA, {"title": title, "role": "customer"})

    def sends(self, action: str, answers: Mapping[str, str]) -> str:
        """Both steps; the receipt's code."""
        return receipt_code(self.confirms(self.asks(action, answers), action))

    def asks(self, action: str, answers: Mapping[str, str]) -> Page:
        """The first step, with the form as it stands on the challenge's page."""
        form = self._page(PAGE).form(action)
        blank = [(name, text) for name, text in fields_of(form) if name not in answers]
        return self._page(action, [*blank, *answers.items()])

    def confirms(self, confirmation: Page, action: str) -> Page:
        """The second step; what it leads to."""
        return self._page(action, fields_of(confirmation.form(action)))

    def token(self, action: str) -> dict[str, str]:
        """What a script is handed before it sends."""
        place = action.removeprefix("/collect")
        told: dict[str, str] = json.loads(self._text(f"/collect/-/token{place}"))
        return told

    def sends_json(self, action: str, told: Mapping[str, str], answers: Mapping[str, str]) -> str:
        """What a script sends, with a token; the receipt's code."""
        body = {"_token": told["token"], "_form": told["form"], "answers": dict(answers)}
        answer = self._text(action, json.dumps(body).encode(), "application/json")
        return str(json.loads(answer)["receipt"])

    def _page(self, path: str, pairs: Sequence[tuple[str, str]] | None = None) -> Page:
        body = None if pairs is None else urlencode(pairs).encode()
        return Page(200, path, self._text(path, body, "application/x-www-form-urlencoded"))

    def _text(self, path: str, body: bytes | None = None, kind: str = "") -> str:
        headers = {} if body is None else {"Content-Type": kind, "Accept": "*/*"}
        with urlopen(Request(self.address + path, body, headers), timeout=PATIENCE) as answer:
            return str(answer.read().decode())
