import pytest
from selectolax.lexbor import LexborHTMLParser

from collector.form.prose import bare, block, line


def test_help_is_markdown():
    assert block("Who *buys*?\n\n- Ann\n- Bob") == (
        "<p>Who <em>buys</em>?</p>\n<ul>\n<li>Ann</li>\n<li>Bob</li>\n</ul>"
    )
    assert "<table>" in block("a | b\n--|--\n1 | 2")
    assert "style=" not in block("a | b\n:--|--:\n1 | 2")
    assert "<code>" in block("```\n# no heading\n```")


def test_a_label_is_one_line_of_markdown():
    assert line("Who *buys* it?") == "Who <em>buys</em> it?"
    assert line("Salt & pepper") == "Salt &amp; pepper"
    assert line("`a` < b") == "<code>a</code> &lt; b"


@pytest.mark.parametrize("label", ["1. *Rye*", "# *Rye*", "- *Rye*", "> *Rye*"])
def test_no_label_begins_a_block(label):
    assert line(label).endswith("<em>Rye</em>")
    assert not line(label).startswith("<")


@pytest.mark.parametrize("read", [block, line])
def test_relative_addresses_get_the_pages_base(read):
    assert 'src="../rye.jpg"' in read("![Rye](rye.jpg)", "../")
    assert 'href="../more/?a=1&amp;b=2#c"' in read("[more](more/?a=1&b=2#c)", "../")


@pytest.mark.parametrize(
    "address",
    [
        "/privacy/",
        "#role",
        "https://example.org/",
        "HTTP://example.org",
        "mailto:ann@example.org",
        "tel:123",
    ],
)
def test_other_addresses_stay_as_they_are(address):
    assert f'href="{address}"' in line(f"[there]({address})", "../")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "&#x6a;avascript&colon;alert(1)",
        "java&#10;script:alert(1)",
        "<java\tscript:alert(1)>",
        "data:text/html,x",
        "vbscript:x",
    ],
)
@pytest.mark.parametrize("read", [block, line])
def test_addresses_that_would_run_something_lead_nowhere(read, address):
    for text in (f"[there]({address})", f"![there]({address})", f"[there][1]\n\n[1]: {address}"):
        assert {*addresses(read(text, "../"))} <= {"#"}


def addresses(html):
    for node in LexborHTMLParser(html).css("[href], [src]"):
        yield node.attributes.get("href") or node.attributes.get("src")


@pytest.mark.parametrize("read", [block, line])
@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<b onclick=x>*a*</b>",
        "<!-- a -->",
        "<img src=x onerror=y>",
        "<div class=x>",
    ],
)
def test_raw_html_is_shown_as_typed(read, html):
    page = LexborHTMLParser(read(html))
    assert {node.tag for node in page.css("body *")} <= {"p", "em"}
    assert "<" in page.body.text()


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("Rye", "Rye"),
        ("*Rye* & `salt`", "Rye & salt"),
        ("a < b", "a < b"),
        ("![Dark rye](rye.jpg) bread", "Dark rye bread"),
        ("[More](https://example.org)", "More"),
        ("<b>", "<b>"),
        ("snake_case_stays", "snake_case_stays"),
    ],
)
def test_a_label_can_be_told_as_plain_text(label, text):
    assert bare(label) == text
