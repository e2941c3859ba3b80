"""Settings are changed at the desk, in their file, and whoever was slower loses no word."""

import errno
import os
import tomllib
from dataclasses import fields, is_dataclass

import pytest

from collector import brief
from collector.entries import JobKind
from collector.garden import Settings
from collector.garden.offered import HIDDEN, OFFERED, SHOWN, value_of
from collector.store import reads
from collector.words import sentences
from tests.standing.corpus import CORPUS

PATH = "/desk/settings/"


def written(garden):
    return tomllib.loads(garden.file.read_text("utf-8"))


def fields_of(page):
    """The form as a browser sends it, menus too."""
    form = page.parsed.css_first("form[action='/desk/settings/']")
    told = {}
    for each in form.css("input, textarea"):
        told[each.attributes["name"]] = (
            each.text() if each.tag == "textarea" else each.attributes.get("value") or ""
        )
    for each in form.css("select"):
        chosen = each.css_first("[selected]")
        told[each.attributes["name"]] = (chosen and chosen.attributes["value"]) or ""
    return told


def keeps(owner, **changes):
    page = owner.gets(PATH)
    named = {key.replace("__", "."): each for key, each in changes.items()}
    return owner.follows(owner.posts(PATH, {**fields_of(page), **named}))


def test_what_is_typed_is_written_where_it_stood_and_the_site_is_built_anew(owner, garden, store):
    garden.file.write_text("# ours\n" + garden.file.read_text("utf-8"), "utf-8")
    before = garden.file.read_text("utf-8")
    page = keeps(owner, name="Café Rye", backup__keep="30")
    assert "Kept." in page.text
    assert garden.file.read_text("utf-8").startswith(
        before.replace('"Corner Bakery"', '"Café Rye"')
    )
    assert written(garden)["backup"] == {"keep": 30}
    assert [each.kind for each in reads.jobs(store) if not each.done].count(JobKind.BUILD) == 1
    assert fields_of(owner.gets(PATH))["name"] == "Café Rye"


def test_nothing_changed_writes_nothing(owner, garden, store):
    before = garden.file.stat().st_mtime_ns
    assert "nothing was written" in keeps(owner).text
    assert garden.file.stat().st_mtime_ns == before
    assert not [each for each in reads.jobs(store) if not each.done]


@pytest.mark.parametrize(
    ("key", "typed", "told"),
    [
        ("timezone", "Europe/Berln", "Europe/Berlin"),
        ("retention", "6 months", "180 days"),
        ("collector.edit", "a while", "30 minutes"),
        ("backup.keep", "-1", "from 0 to"),
        ("limits.logins", "0", "from 5 to"),
        ("limits.entries", "many", "whole number"),
        ("limits.entries", "٣", "whole number"),
        ("language", "tlh", "Its languages are"),
        ("moderation", "never", "before"),
        ("name", "a\nb", "one line"),
        ("name", "x" * 501, "at most 500"),
        ("contact", "a\x00b", "control characters"),
        ("site.url", "ideas.example.org", "https://"),
        ("collector.origins", "https://a.example\nb.example", "https://"),
        ("screening", "mentions nuts: flag\nallergy", "mentions allergy: tell staff"),
    ],
)
def test_what_does_not_fit_is_told_at_its_field_and_nothing_is_lost(
    owner, garden, key, typed, told
):
    before = garden.file.read_bytes()
    page = owner.posts(PATH, {**fields_of(owner.gets(PATH)), "site.licence": "CC0", key: typed})
    assert page.status == 422
    anchor = key.replace(".", "-")
    assert told in page.parsed.css_first(f"#{anchor}-error").text()
    assert page.parsed.css_first(f".ig-summary a[href='#{anchor}']")
    assert fields_of(page)["site.licence"] == "CC0"
    assert garden.file.read_bytes() == before


def test_everything_that_is_wrong_is_told_at_once(owner):
    typed = {"timezone": "Europe/Berln", "limits.entries": "many", "retention": "soon"}
    page = owner.posts(PATH, {**fields_of(owner.gets(PATH)), **typed})
    told = [each.attributes["href"] for each in page.parsed.css(".ig-summary a")]
    assert sorted(told) == ["#limits-entries", "#retention", "#timezone"]


def test_of_two_owners_at_once_the_second_is_told_and_keeps_what_was_typed(owner, garden):
    ours = fields_of(owner.gets(PATH))
    keeps(owner, name="First")
    page = owner.posts(PATH, {**ours, "name": "Second"})
    assert page.status == 409
    assert "changed meanwhile" in page.text
    assert page.parsed.css_first("#name").attributes["value"] == "Second"
    assert written(garden)["name"] == "First"


def test_what_could_lock_the_owner_out_or_run_a_command_is_not_taken(owner, garden):
    keeps(owner, serve__port="1", publish__then="rm -rf /", store__url="x", collector__url="x")
    assert set(written(garden)) == {"name", "contact", "site", "collector", "limits"}
    assert "url" not in written(garden)["collector"]


def test_a_database_s_address_and_the_command_are_never_shown(owner, garden):
    garden.file.write_text('[publish]\nthen = "deploy --token s3cret"\n', "utf-8")
    page = owner.gets(PATH)
    assert "publish.then" in page.text
    assert "s3cret" not in page.html


def test_a_file_with_a_fault_is_told_and_left_alone(owner, garden):
    garden.file.write_text("name = Bakery\n", "utf-8")
    page = owner.gets(PATH)
    assert page.status == 409
    assert "not valid TOML" in page.text
    assert str(garden.root) not in page.html


def test_a_file_that_can_not_be_written_is_told(owner, garden, monkeypatch):
    def refuses(*_: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    before = garden.file.read_bytes()
    typed = {**fields_of(owner.gets(PATH)), "name": "x"}
    monkeypatch.setattr(brief, "rewrite", refuses)
    answer = owner.posts(PATH, typed)
    assert answer.status == 400
    assert "Read-only file system" in answer.text
    assert garden.file.read_bytes() == before


@pytest.mark.parametrize("hostile", CORPUS)
def test_no_setting_breaks_out_of_its_field_or_its_file(owner, garden, hostile):
    line = "".join(each for each in hostile if each.isprintable())[:400].strip()
    keeps(owner, name=line, contact=line, site__licence=line)
    assert written(garden)["name"] == line
    page = owner.gets(PATH)
    assert fields_of(page)["contact"] == line
    assert not page.parsed.css("x-evil, [onxevil]")


def keys(kind=Settings, prefix=""):
    for each in fields(kind):
        group = each.default_factory if is_dataclass(each.default_factory) else None
        if group:
            yield from keys(group, f"{prefix}{each.name}.")
        else:
            yield prefix + each.name


def test_what_is_offered_and_shown_is_there_once_and_has_its_words():
    named = [*OFFERED, *SHOWN, *HIDDEN]
    assert len(named) == len(set(named))
    assert set(named) <= set(keys())
    for key in OFFERED:
        value_of(Settings(), key)
        assert {f"setting-{key.replace('.', '-')}{end}" for end in ("", "-hint")} <= set(
            sentences()
        )


def test_terms_are_chosen_by_their_titles(owner):
    page = owner.gets("/desk/settings/")
    options = page.parsed.css("select[name=terms] option")
    told = {each.attributes["value"]: each.text(strip=True) for each in options}
    assert told["club"] == "Tasting terms"
