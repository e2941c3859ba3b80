"""A challenge's own page at the desk: what came in, what is wrong, its poster and its slips."""

from urllib.parse import urlencode

import pytest

from collector.entries import Job, JobKind, State
from collector.store import writes
from collector.web.desk.poster import address_outside
from tests.web.desk.apart import split
from tests.web.gardens import NOW, brief_file


def test_every_challenge_is_listed_with_what_came_in(owner, keep):
    keep("One")
    keep("Two", state=State.APPROVED)
    page = owner.gets("/desk/challenges/")
    entry = next(
        each for each in page.parsed.css(".ig-desk-challenges li") if "bake" in each.text()
    )
    assert "1 waiting · 1 approved" in " ".join(entry.text().split())
    assert "Not open yet" in page.text
    assert "Closed" in page.text


def test_a_broken_brief_is_explained_with_its_file_and_line(owner, garden):
    brief_file(garden).write_text("---\nclosess: never\n---\n# Bread\n", "utf-8")
    fault = owner.gets("/desk/challenges/").parsed.css_first(".ig-desk-fault").text()
    assert "bread.md" in fault
    assert "line 2" in fault


def test_a_broken_canvas_is_explained_and_leads_to_no_brief(owner, garden):
    path = garden.own_pages / "canvases" / "bread.md"
    path.parent.mkdir(parents=True)
    path.write_text("---\nkind: canvas\ncanvas: four actions\n---\n# Us\n\n## Rise\n", "utf-8")
    fault = owner.gets("/desk/challenges/").parsed.css_first(".ig-desk-fault")
    assert "line 7" in fault.text()
    assert "## Raise" in fault.text()
    assert not fault.css("a")


def test_a_job_that_failed_is_told_with_what_went_wrong(owner, store):
    job = Job(key="k", kind=JobKind.BUILD, subject="", due=NOW, error="rsync: no route <x-evil>")
    writes.add(store, job)
    page = owner.gets("/desk/challenges/")
    assert "rsync: no route <x-evil>" in page.text
    assert page.parsed.css_first("x-evil") is None


def test_a_backup_that_failed_is_not_told_as_a_fault_of_the_site(owner, store):
    writes.add(store, Job(key="k", kind=JobKind.BACKUP, subject="", due=NOW, error="no room"))
    fault = owner.gets("/desk/challenges/").parsed.css_first(".ig-desk-fault").text()
    assert "The daily backup could not be written." in fault
    assert "no room" in fault
    assert "site" not in fault


def test_a_challenge_counts_its_entries_by_state(owner, keep):
    keep("One")
    keep("Two")
    page = owner.gets("/desk/challenges/bread/")
    assert page.parsed.css_first("a[href$='/waiting/']").text() == "2 waiting"


@pytest.mark.parametrize("slug", ["nothing", "%2e%2e", "..%2fbread", "BREAD"])
def test_what_is_no_challenge_is_not_found(owner, slug):
    for path in ("", "poster", "slips", "download.csv", "waiting/"):
        assert owner.gets(f"/desk/challenges/{slug}/{path}").status == 404
    assert owner.does(f"/desk/challenges/{slug}/close").status in (404, 405)


def test_a_poster_leads_to_the_collector_for_what_only_the_invited_see(app):
    context = split(app.extensions["garden"])
    with app.test_request_context():
        seen = address_outside(context, "/challenges/bread/")
        hidden = address_outside(context, "/collect/-/invited/bread/")
    assert seen == "https://ideas.bakery.example/challenges/bread/"
    assert hidden == "https://api.bakery.example/collect/-/invited/bread/"


def test_a_poster_carries_title_address_and_code(moderator):
    page = moderator.gets("/desk/challenges/bread/poster")
    poster = page.parsed.css_first(".ig-desk-poster")
    assert "What should we bake next?" in poster.text()
    assert "ideas.bakery.example/challenges/bread" in poster.text()
    code = poster.css_first("svg")
    assert code.css_first("title").text() == (
        "QR code of https://ideas.bakery.example/challenges/bread/"
    )
    assert "style" not in code.html


def test_a_poster_s_code_says_where_it_hangs(moderator):
    page = moderator.gets("/desk/challenges/bread/poster?from=shop-window")
    poster = page.parsed.css_first(".ig-desk-poster")
    assert poster.css_first("svg title").text().endswith("/challenges/bread/?from=shop-window")
    assert "shop-window" not in poster.css_first(".ig-desk-poster__address").text()
    for odd in ("A", "a b", '">', "a" * 41):
        page = moderator.gets(f"/desk/challenges/bread/poster?{urlencode({'from': odd})}")
        assert page.parsed.css_first("svg title").text().endswith("/challenges/bread/")


def test_slips_carry_every_form_with_a_code_that_leads_to_it(moderator):
    page = moderator.gets("/desk/challenges/bread/slips")
    assert [each.text() for each in page.parsed.css("h2")][:2] == [
        "Share your idea",
        "A quick question",
    ]
    assert [each.text() for each in page.parsed.css("svg title")][:2] == [
        f"QR code of https://ideas.bakery.example/challenges/bread/?from=slip#{name}--form"
        for name in ("idea", "hours")
    ]
    assert page.parsed.css("style, script, input") == []
    only = moderator.gets("/desk/challenges/bread/slips?form=hours")
    assert [each.text() for each in only.parsed.css("h2")] == ["A quick question"]
    assert moderator.gets("/desk/challenges/bread/slips?form=nothing").status == 404


def test_a_moderator_sees_neither_download_nor_closing(moderator):
    page = moderator.gets("/desk/challenges/bread/")
    assert "Download" not in page.text
    assert "close it now" not in page.text


def test_before_the_first_build_the_desk_opens_all_the_same(owner, garden):
    garden.live.unlink()
    for path in ("/desk/", "/desk/challenges/", "/desk/accounts/", "/desk/password"):
        assert owner.gets(path).status == 200
