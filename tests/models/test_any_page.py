"""Whatever somebody writes into a page: it is read or explained, and nothing breaks."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from collector.models import KINDS, read_pages
from tests.models.garden import CANVAS, EXPERIMENT, PROGRAMME
from tests.models.test_canvas import STRATEGY

LINES = sorted({*f"{CANVAS}\n{EXPERIMENT}\n{PROGRAMME}\n{STRATEGY}".split("\n")})
STRANGE = ["kind: ", "kind: canvass", "follows: page", "<!--", "-->", "```", "| |", "## {#}", "##"]
lines = st.lists(st.sampled_from([*LINES, *STRANGE]) | st.text(max_size=12), max_size=25)


@given(kind=st.sampled_from(KINDS), above=lines, below=lines)
def test_any_page_is_read_or_explained(
    tmp_path_factory: object, kind: str, above: list[str], below: list[str]
) -> None:
    path = Path(tmp_path_factory.getbasetemp()) / "page.md"  # type: ignore[attr-defined]
    text = "\n".join(["---", f"kind: {kind}", *above, "---", *below]).replace("\r", "")
    path.write_bytes(text.encode("utf-8", "replace"))
    reading = read_pages({"page.md": path}, "de", ["bread"])
    count = len(path.read_text("utf-8-sig").split("\n"))
    assert all(1 <= each.line <= count and each.message for each in reading.findings)
    errors = [each for each in reading.findings if each.severity == "error"]
    assert bool(reading.models) <= (not errors)
