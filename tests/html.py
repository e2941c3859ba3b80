"""A page as it was served, read as a browser without scripts reads it."""

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

TYPED = ("text", "email", "tel", "url", "number", "date", "time", "password", "hidden", "search")


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


def receipt_code(page: Page) -> str:
    found = page.tree.css_first(".ig-code, main code")
    assert found is not None, page.text
    return found.text().strip()
