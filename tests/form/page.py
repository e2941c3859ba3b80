"""A drawn form as a browser would see it, and what must hold for every one."""

from collections import Counter

from selectolax.lexbor import LexborHTMLParser, LexborNode

from collector.brief import Form
from collector.form import Context, draw

CONTROLS = "input, select, textarea"


class Page:
    """The page that holds one drawn form."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.tree = LexborHTMLParser(html)

    def all(self, selector: str) -> list[LexborNode]:
        return self.tree.css(selector)

    def one(self, selector: str) -> LexborNode:
        (node,) = self.all(selector)
        return node

    def named(self, name: str) -> LexborNode:
        """The first control with this name."""
        return next(each for each in self.all(CONTROLS) if each.attributes["name"] == name)

    def text(self, selector: str) -> str:
        return " ".join(self.one(selector).text().split())

    def names(self) -> list[str]:
        """The names of the controls that a visitor fills in, in order, each once."""
        names = (each.attributes["name"] for each in self.all(CONTROLS))
        return list(dict.fromkeys(name for name in names if not name.startswith("_")))

    def explanation(self, node: LexborNode) -> str:
        """What a screen reader says about a control after its name."""
        by_id = {each.attributes["id"]: each for each in self.all("[id]")}
        ids = (node.attributes.get("aria-describedby") or "").split()
        return " ".join(" ".join(by_id[each].text().split()) for each in ids)


def drawn(form: Form, context: Context) -> Page:
    """The form, drawn; fails if it breaks a rule of every page."""
    page = Page(draw(form, context))
    ids = Counter(each.attributes["id"] for each in page.all("[id]"))
    assert [each for each, count in ids.items() if count > 1] == []
    for attribute in ("for", "aria-labelledby", "aria-describedby"):
        for node in page.all(f"[{attribute}]"):
            assert {*node.attributes[attribute].split()} <= {*ids}
    assert page.all("script, style") == []
    for node in page.all("*"):
        assert not any(each == "style" or each.startswith("on") for each in node.attributes)
    for control in page.all(CONTROLS):
        assert is_labelled(page, control), control.html
    return page


def is_labelled(page: Page, control: LexborNode) -> bool:
    if control.attributes.get("type") == "hidden":
        return True
    labels = [each for each in page.all("label[for]") if each.attributes["for"] == control.id]
    parent = control.parent
    return bool(labels) or (parent is not None and parent.tag == "label")
