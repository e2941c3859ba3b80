import csv
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.resources import files
from io import StringIO
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from selectolax.lexbor import LexborHTMLParser

from collector import pages, published
from collector.brief import Brief, Form, FormKind, Results, Shape
from collector.draw.numbers import number, percent
from collector.entries import Response
from collector.form import define
from collector.garden import Garden, Settings, SiteSettings
from collector.pages import results
from collector.published import PublishedData
from tests.form.forms import ROWS, form, question
from tests.kept import NOW, brief, response
from tests.pages.gardens import RESULT, data, publish

SCHEMA = Draft202012Validator(
    json.loads(files("collector.published").joinpath("schema.json").read_text("utf-8"))
)

Page = Callable[[str], str]

TOWNS = ("bern", "basel", "other")
ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "one": st.sampled_from(TOWNS),
        "several": st.lists(st.sampled_from(TOWNS), min_size=1, unique=True).map(tuple),
        "yes": st.booleans(),
        "scale": st.integers(1, 5),
        "nps": st.integers(0, 10),
        "stars": st.integers(1, 5),
        "amount": st.integers(0, 500),
        "slider": st.integers(0, 50).map(lambda step: 10 * step),
        "text": st.just("Secret"),
        "file": st.just("abcdefghjkmnpqrs"),
        "lines__guests": st.integers(1, 9),
        **{f"matrix-one__{line.code}": st.sampled_from(TOWNS[:2]) for line in ROWS},
        **{f"matrix-several__{line.code}": st.just(TOWNS[:2]) for line in ROWS},
        "matrix-lines__hours__bern": st.integers(0, 24),
    },
)
WHOLE = st.fixed_dictionaries(
    {},
    optional={
        "ranking": st.permutations([1, 2]).map(
            lambda places: dict(zip(("ranking__bern", "ranking__basel"), places, strict=True))
        ),
        "share": st.integers(0, 100).map(
            lambda part: {"share__staff": part, "share__hours": 100 - part}
        ),
    },
)
SENT = st.builds(
    lambda plain, whole: (
        plain | {key: each for part in whole.values() for key, each in part.items()}
    ),
    ANSWERS,
    WHOLE,
)
KINDS = st.sampled_from([FormKind.POLL, FormKind.SURVEY])


def of_every_shape(kind: FormKind) -> Form:
    """A form whose result is told at once, with a question of every shape."""
    nps = question(Shape.SCALE, "nps", low=0, high=10, nps=True, options=())
    asked = [question(shape) for shape in Shape]
    return form(*asked, nps, name="hall", kind=kind, label="Our hall", results=Results.ALWAYS)


def told(challenge: Brief, sent: list[Response]) -> PublishedData:
    counted = published.count(challenge, {}, {}, sent)
    return published.make(challenge, {}, {}, published.Kept(), counted, NOW)


def figures(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))


def numbers(document: object) -> Iterator[float]:
    """Every number of a document, but for those that only say how others are meant."""
    if isinstance(document, dict):
        part = {"count", "n", "share"} <= document.keys()  # the count is told by the two others
        for key, each in document.items():
            if key not in ("total", "bins", "numbers") and not (part and key == "count"):
                yield from numbers(each)
    elif isinstance(document, list):
        for each in document:
            yield from numbers(each)
    elif isinstance(document, int | float) and not isinstance(document, bool):
        yield document


@settings(max_examples=30)
@given(KINDS, st.lists(SENT, max_size=30), st.integers(1, 4))
def test_page_csv_and_json_show_the_same_numbers(kind, answers, times):
    asked = of_every_shape(kind)
    challenge = brief(asked)
    shown = told(challenge, [response(asked, each) for each in answers for _ in range(times)])
    SCHEMA.validate(shown.to_document())
    made = results.downloads(challenge, shown, Settings())
    lines = figures(made["results.csv"])
    in_csv = {
        float(each[name]) for each in lines for name in ("value", "low", "high", "n") if each[name]
    }
    document = json.loads(made["results.json"])["results"]["hall"]
    assert set(numbers(document)) <= in_csv
    assert len(lines) == len(
        {(each["question"], each["line"], each["code"], each["measure"]) for each in lines}
    )
    page = LexborHTMLParser(results.page(challenge, shown, Settings()))
    for each in (each for each in document["questions"] if each["n"]):
        assert _in_csv(lines, each["id"]) == _on_page(page, each)


@settings(max_examples=20)
@given(KINDS, st.lists(SENT, min_size=5, max_size=30), st.integers(1, 4))
def test_every_number_in_a_table_of_the_page_is_in_the_csv(kind, answers, times):
    asked = of_every_shape(kind)
    challenge = brief(asked)
    shown = told(challenge, [response(asked, each) for each in answers for _ in range(times)])
    lines = figures(results.downloads(challenge, shown, Settings())["results.csv"])
    values = {
        float(each[name]) for each in lines for name in ("value", "low", "high", "n") if each[name]
    }
    as_read = {number(each, digits) for each in values for digits in (0, 1, 2)}
    as_read |= {percent(each) for each in values} | {"hidden", "–"}
    page = LexborHTMLParser(results.page(challenge, shown, Settings()))
    for cell in page.css("td"):
        for part in re.split(" to | · ", cell.text()):
            assert part in as_read, cell.text()


def _in_csv(lines: list[dict[str, str]], asked: str) -> set[tuple[str, str, str]]:
    """Answer, count and share of one question, as people read them."""
    own = [each for each in lines if each["question"] == asked and not each["line"]]
    shares = {each["code"]: each for each in own if each["measure"] == "share" and each["low"]}
    return {
        (each["answer"], each["value"], percent(float(shares[each["code"]]["value"])))
        for each in own
        if each["measure"] == "count" and each["answer"] and each["code"] in shares
    }


def _on_page(page: LexborHTMLParser, asked: dict[str, object]) -> set[tuple[str, str, str]]:
    if not asked["rows"]:
        return set()
    rows = page.css(f"#hall-result-{asked['id']}-heading ~ details tbody tr")
    cells = [[cell.text() for cell in row.css("th, td")] for row in rows]
    return {(label, count, share) for label, count, share, _ in cells if count.isdecimal()}


@settings(max_examples=30)
@given(st.lists(SENT, max_size=30), st.integers(1, 3))
def test_no_download_of_a_survey_holds_a_count_from_one_to_four(answers, times):
    asked = of_every_shape(FormKind.SURVEY)
    challenge = brief(asked)
    shown = told(challenge, [response(asked, each) for each in answers for _ in range(times)])
    lines = figures(results.downloads(challenge, shown, Settings())["results.csv"])
    for each in lines:
        counts = each["measure"] in ("count", "first", "placed", "givers")
        if counts and each["value"] and each["n"] != "0":
            assert float(each["value"]) >= 5, each
    everything = b"".join(results.downloads(challenge, shown, Settings()).values())
    assert b"Secret" not in everything
    assert b"abcdefghjkmnpqrs" not in everything


def test_the_page_says_who_answered_when_and_by_which_form():
    poll = form(question(Shape.ONE), name="poll", kind=FormKind.POLL, results=Results.ALWAYS)
    challenge = brief(poll)
    shown = told(challenge, [response(poll, {"one": "bern"})])
    page = LexborHTMLParser(results.page(challenge, shown, Settings())).text()
    assert "people who chose to take part" in page
    assert "1 took part" in page
    assert "21 November 2026, 09:30" in page
    assert define(poll).hash[:12] in page


@pytest.mark.parametrize(
    ("licence", "said"), [("", "All rights reserved by The Bakery"), ("CC BY 4.0", "CC BY 4.0")]
)
def test_the_data_card_says_what_may_be_done(licence, said):
    poll = form(question(Shape.ONE), name="poll", kind=FormKind.POLL, results=Results.ALWAYS)
    settings = Settings(name="The Bakery", site=SiteSettings(licence=licence))
    made = results.downloads(brief(poll), told(brief(poll), []), settings)
    assert said in made["data-card.txt"].decode()
    assert said in json.loads(made["results.json"])["card"]["licence"]


def test_no_label_becomes_a_formula():
    options = tuple(replace(each, label=f"={each.label}") for each in question(Shape.ONE).options)
    poll = form(
        question(Shape.ONE, options=options), kind=FormKind.POLL, results=Results.ALWAYS, name="p"
    )
    made = results.downloads(brief(poll), told(brief(poll), []), Settings())
    assert {each["answer"] for each in figures(made["results.csv"])} == {
        "",
        "'=Bern",
        "'=Basel",
        "'=Other",
    }


def test_the_codebook_explains_everything_that_the_figures_name():
    asked = of_every_shape(FormKind.POLL)
    answers = {"one": "bern", "ranking__bern": 1, "matrix-one__staff": "bern", "share__staff": 9}
    shown = told(brief(asked), [response(asked, answers)] * 6)
    made = results.downloads(brief(asked), shown, Settings())
    meant = {(each["what"], each["name"]) for each in figures(made["codebook.csv"])}
    assert all(each["meaning"] for each in figures(made["codebook.csv"]))
    for each in figures(made["results.csv"]):
        named = {
            ("form", each["form"]),
            ("question", each["question"]),
            ("line", each["line"]),
            ("measure", each["measure"]),
        }
        assert {one for one in named if one[1]} <= meant
        assert not each["answer"] or ("answer", each["code"]) in meant


def test_the_page_and_its_downloads_stand_while_a_result_is_told(built: Garden, page: Page):
    folder = built.live / "public/challenges/bread/results"
    publish(built, replace(data(), results={"hours": RESULT}))
    pages.fill(built, "bread")
    assert "Round or square?" in page("challenges/bread/results")
    assert 'href="results/"' in page("challenges/bread")
    for name in {*results.DOWNLOADS} - {"votes.csv"}:
        assert f'href="{name}"' in page("challenges/bread/results")
        assert (folder / name).read_bytes()
    publish(built, data())
    pages.fill(built, "bread")
    assert "Round or square?" not in page("challenges/bread/results")
    assert [each.name for each in folder.iterdir() if "html" not in each.name] == []


def test_the_sitemap_names_pages_of_results(built: Garden):
    root = ElementTree.fromstring((built.live / "public/sitemap.xml").read_bytes())
    named = {each.text for each in root.iter() if each.tag.endswith("loc")}
    assert "https://ideas.bakery.example/challenges/bread/results/" in named
    assert "https://ideas.bakery.example/challenges/boxes/results/" not in named
