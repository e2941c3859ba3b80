"""Challenges written at the desk, without scripts."""

import threading

import pytest

from collector import brief
from collector.acts import challenge_file
from collector.entries import JobKind
from collector.jobs import rebuild
from collector.store import reads
from tests.web.desk.staff import Person
from tests.web.desk.writing import ASKED, begin, findings, text_on, told, write
from tests.web.gardens import BREAD, NOW
from tests.web.visitor import Visitor


def test_a_challenge_is_begun_from_each_template_and_nobody_sees_it(owner, garden):
    for name in brief.templates():
        page = begin(owner, f"Brew {name}!", start=f"template:{name}")
        assert page.parsed.css_first("h1").text() == f"Write: Brew {name}!"
        assert [each for each in findings(page) if each.strip().startswith("Error")] == []
        assert "Nobody but the desk sees it" in page.text
        assert (garden.challenges / f"_brew-{name}.md").is_file()
        assert not (garden.challenges / f"brew-{name}.md").exists()
    assert "brew-customer-survey" in owner.gets("/desk/write/").text


def test_each_template_is_told_of_where_one_begins(owner):
    page = owner.gets("/desk/write/")
    names = [
        each.attributes["value"].removeprefix("template:")
        for each in page.parsed.css("input[name=from][value^='template:']")
    ]
    assert sorted(names) == sorted(brief.templates())
    assert names[0] == "suggestion-box"
    assert "Young firms propose a pilot with you." in page.text


def test_a_copy_leaves_its_dates_behind(owner, garden):
    page = begin(owner, "Next month's cake", start="copy:soon")
    text = text_on(page)
    assert "# Next month's cake\n" in text
    assert "opens:" not in text
    assert "closes:" not in text
    assert "## Your idea {.idea}" in text


@pytest.mark.parametrize(
    ("title", "slug", "said"),
    [
        ("", "brew", "Write what you ask"),
        ("Brew", "../brew", "Take for instance: brew"),
        ("Brew", "Brew It", "Take for instance: brew-it"),
        ("パン", "", "Take for instance: our-ideas"),
        ("Brew", "bread", "Take another: bread-2"),
    ],
)
def test_what_can_be_no_challenge_is_told_at_its_field_and_nothing_is_lost(
    owner, garden, title, slug, said
):
    before = sorted(garden.challenges.iterdir())
    page = begin(owner, title, slug)
    assert page.status == 422
    assert said in page.text
    assert page.parsed.css_first("#title").attributes["value"] == title
    assert sorted(garden.challenges.iterdir()) == before


def test_a_draft_is_saved_published_and_answered(owner, garden, store, app, clock):
    began = text_on(begin(owner))
    page = write(owner, "what-shall-we-brew", "save", ASKED, began)
    assert "The draft is saved" in told(page)
    assert reads.jobs(store) == []
    page = write(owner, "what-shall-we-brew", "publish", ASKED, ASKED)
    assert "Published" in told(page)
    assert "The site is being made anew" in page.text
    assert not (garden.challenges / "_what-shall-we-brew.md").exists()
    assert [each.kind for each in reads.jobs(store) if not each.done] == [JobKind.BUILD]
    rebuild(garden, store, NOW)
    page = owner.gets("/desk/write/what-shall-we-brew/")
    assert "It is on the site" in page.text
    code = Visitor(app, clock).sends({"title": "Stout"}, "what-shall-we-brew")
    assert code


def test_errors_stop_publishing_and_stand_beside_their_lines(owner, garden, store):
    began = text_on(begin(owner))
    faulty = ASKED.replace("{.idea}", "{.ide}")
    page = write(owner, "what-shall-we-brew", "publish", faulty, began)
    assert page.status == 422
    assert "Nothing was published" in told(page)
    assert text_on(page) == faulty
    assert page.parsed.css_first(".ig-write-finding a").attributes["href"] == "#line-9"
    assert "{.ide}" in page.parsed.css_first("#line-9").text()
    assert reads.jobs(store) == []
    assert not (garden.challenges / "what-shall-we-brew.md").exists()
    page = owner.presses(page, "Take the suggested line for line 9")
    assert text_on(page) == ASKED
    assert findings(page) == []
    assert "is now line 9" in told(page)


def test_a_suggested_line_for_a_text_that_changed_meanwhile_is_not_put_in(owner):
    began = text_on(begin(owner))
    page = write(owner, "what-shall-we-brew", "fix:9:000000000000", ASKED, began)
    assert "The text has changed" in told(page)
    assert text_on(page) == ASKED


def test_a_code_that_changed_after_answers_came_is_told_with_the_old_one(owner, visitor):
    visitor.sends({"when": "early"}, "bread", "hours")
    page = owner.gets("/desk/write/bread/")
    text = text_on(page).replace("- (early) 7–10", "- ( ) Before ten")
    page = write(owner, "bread", "check", text, BREAD)
    (finding,) = [each for each in page.parsed.css(".ig-write-finding") if "early" in each.text()]
    assert "- (early) Before ten" in finding.text()
    take = finding.css_first("button").attributes["value"]
    page = write(owner, "bread", take, text, BREAD)
    assert "- (early) Before ten" in text_on(page)
    assert "- ( ) Before ten" not in text_on(page)


def test_what_will_be_public_and_how_long_it_takes_is_told(owner):
    page = owner.gets("/desk/write/bread/")
    assert "bread, idea: shown publicly: title, text" in page.text
    assert "bread, visit: takes about 1 minute" in page.text


def test_a_piece_is_put_in_at_the_end_of_the_form_that_was_chosen(owner):
    page = owner.gets("/desk/write/bread/")
    forms = {each.text(): each.attributes["value"] for each in page.parsed.css("#into option")}
    into = forms["At the end of “Share your idea”"]
    page = write(owner, "bread", "insert", BREAD, BREAD, piece="shape:stars", into=into)
    text = text_on(page)
    assert text.index("____ (e-mail)") < text.index("☆☆☆☆☆") < text.index("## A quick question")
    assert [each for each in findings(page) if each.strip().startswith("Error")] == []


def test_two_owners_who_change_different_lines_keep_both_changes(owner, garden):
    mine = BREAD.replace("Our oven stands idle", "Our big oven stands idle")
    theirs = BREAD.replace("### What else?", "### Anything else?")
    write(owner, "bread", "save", theirs, BREAD)
    page = write(owner, "bread", "save", mine, BREAD)
    assert page.status == 409
    assert "Both changes are in the text below" in told(page)
    merged = theirs.replace("Our oven stands idle", "Our big oven stands idle")
    assert text_on(page) == merged
    assert (garden.challenges / "_bread.md").read_text("utf-8") == theirs
    owner.presses(page, "Save the draft")
    assert (garden.challenges / "_bread.md").read_text("utf-8") == merged
    assert (garden.challenges / "bread.md").read_text("utf-8") == BREAD


def test_two_owners_in_the_same_line_see_both_texts_and_choose(owner, garden):
    mine = BREAD.replace("Our oven stands idle", "Our big oven stands idle")
    theirs = BREAD.replace("Our oven stands idle", "Our old oven stands idle")
    write(owner, "bread", "save", theirs, BREAD)
    page = write(owner, "bread", "save", mine, BREAD)
    assert page.status == 409
    assert text_on(page) == mine
    assert text_on(page, "theirs") == theirs
    assert "+Our old oven stands idle" in page.text
    assert text_on(owner.presses(page, "Go on with the other")) == theirs
    owner.presses(page, "Keep mine")
    assert (garden.challenges / "_bread.md").read_text("utf-8") == mine


def test_a_file_changed_by_hand_under_a_draft_is_not_written_over(owner, garden, store):
    mine = BREAD.replace("Our oven stands idle", "Our big oven stands idle")
    by_hand = BREAD.replace("### What else?", "### Anything else?")
    write(owner, "bread", "save", mine, BREAD)
    (garden.challenges / "bread.md").write_text(by_hand, "utf-8")
    page = write(owner, "bread", "publish", mine, mine)
    assert page.status == 409
    assert "Anything else?" in text_on(page)
    assert "Our big oven" in text_on(page)
    assert (garden.challenges / "bread.md").read_text("utf-8") == by_hand
    owner.presses(page, "Publish")
    published = (garden.challenges / "bread.md").read_text("utf-8")
    assert "Anything else?" in published
    assert "Our big oven" in published


def test_the_file_that_was_changed_by_hand_in_the_same_line_may_be_gone_on_with(owner, garden):
    mine = BREAD.replace("Our oven stands idle", "Our big oven stands idle")
    by_hand = BREAD.replace("Our oven stands idle", "Our old oven stands idle")
    write(owner, "bread", "save", mine, BREAD)
    (garden.challenges / "bread.md").write_text(by_hand, "utf-8")
    page = write(owner, "bread", "publish", mine, mine)
    assert (text_on(page), text_on(page, "theirs")) == (mine, by_hand)
    assert "bread.md was changed meanwhile" in told(page)
    page = owner.presses(page, "Go on with the other")
    assert text_on(page) == by_hand
    owner.presses(page, "Save the draft")
    assert not (garden.challenges / "_bread.md").exists()
    assert (garden.challenges / "bread.md").read_text("utf-8") == by_hand


def test_of_two_who_save_at_the_same_moment_one_is_asked(app, owner, garden):
    texts = [BREAD.replace("stands idle", f"stands idle {turn}") for turn in range(6)]
    token, statuses = owner.token(), []

    def saves(text: str) -> None:
        person = Person(app, owner.name)
        person.client._cookies = owner.client._cookies
        fields = {"_csrf": token, "text": text, "began": BREAD, "do": "save"}
        statuses.append(person.posts("/desk/write/bread/", fields).status)

    threads = [threading.Thread(target=saves, args=(each,)) for each in texts]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(statuses) == [303, 409, 409, 409, 409, 409]
    assert (garden.challenges / "_bread.md").read_text("utf-8") in texts


def test_a_draft_is_thrown_away_and_what_is_public_stays(owner, garden):
    write(owner, "bread", "save", BREAD + "\nMore.\n", BREAD)
    page = owner.gets("/desk/write/bread/")
    owner.presses(page, "Yes, throw it away")
    assert not (garden.challenges / "_bread.md").exists()
    assert (garden.challenges / "bread.md").read_text("utf-8") == BREAD
    assert owner.does("/desk/write/bread/discard", {"began": "x"}).status == 404


def test_a_draft_that_somebody_saved_meanwhile_is_not_thrown_away(owner, garden):
    write(owner, "bread", "save", BREAD + "\nMore.\n", BREAD)
    assert owner.does("/desk/write/bread/discard", {"began": BREAD}).status == 409
    assert (garden.challenges / "_bread.md").exists()


@pytest.mark.parametrize(
    "slug", ["..", "%2e%2e%2fideagarden", "_bread", "bread.xx", "BREAD", "a b"]
)
def test_no_address_leads_out_of_the_folder(owner, garden, slug):
    before = sorted(garden.root.rglob("*.md"))
    assert owner.gets(f"/desk/write/{slug}/").status in (404, 405)
    fields = {"text": ASKED, "began": "", "do": "publish"}
    assert owner.does(f"/desk/write/{slug}/", fields).status in (404, 405)
    assert owner.does(f"/desk/write/{slug}/preview", {"text": ASKED}).status in (404, 405)
    assert sorted(garden.root.rglob("*.md")) == before


def test_a_link_in_a_brief_s_place_is_not_followed(owner, garden, tmp_path):
    secret = tmp_path / "secret.md"
    secret.write_text("# Secret\n", "utf-8")
    (garden.challenges / "_bread.md").symlink_to(secret)
    page = owner.gets("/desk/write/bread/")
    assert page.status == 400
    assert "Secret" not in page.text
    assert "is a link to another file" in page.text
    assert write(owner, "bread", "save", ASKED, BREAD).status == 400
    assert secret.read_text("utf-8") == "# Secret\n"


def test_a_text_that_is_too_long_is_refused_and_given_back(owner, garden):
    long = ASKED + "Ä" * challenge_file.LONGEST
    page = write(owner, "bread", "save", long, BREAD)
    assert page.status == 413
    assert "256 kB at most" in told(page)
    assert text_on(page) == long
    assert not (garden.challenges / "_bread.md").exists()


def test_a_text_of_the_greatest_length_is_saved(owner, garden):
    long = ASKED + "Ä" * ((challenge_file.LONGEST - 1000) // 2)
    assert "saved" in told(write(owner, "bread", "save", long, BREAD))


def test_lines_end_as_they_did(owner, garden):
    write(owner, "bread", "save", ASKED.replace("\n", "\r\n"), BREAD.replace("\n", "\r\n"))
    assert (garden.challenges / "_bread.md").read_bytes() == ASKED.encode()


def test_a_full_disk_is_told_and_the_text_is_given_back(owner, garden, monkeypatch):
    def full(*_given):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("collector.brief.rewrite", full)
    page = write(owner, "bread", "save", ASKED, BREAD)
    assert page.status == 400
    assert "No space left on device" in told(page)
    assert text_on(page) == ASKED


def test_the_preview_shows_the_page_and_stores_nothing(owner, garden):
    before = {each: each.read_bytes() for each in garden.challenges.iterdir()}
    page = owner.does("/desk/write/bread/preview", {"text": ASKED, "line": "11"})
    assert page.parsed.css_first("h1").text() == "What shall we brew?"
    assert page.parsed.css_first("form.ig-form [name=title]") is not None
    assert page.parsed.css_first("#here") is not None
    assert page.parsed.css_first(".ig-phase").text().split()[0] == "Open"
    assert {each: each.read_bytes() for each in garden.challenges.iterdir()} == before


def test_the_preview_may_do_nothing(owner):
    evil = ASKED.replace("Tell us.", "<script>top.x = 1</script>")
    answer = owner.does("/desk/write/bread/preview", {"text": evil}).response
    (policy,) = answer.headers.getlist("Content-Security-Policy")
    assert policy.startswith("sandbox; default-src 'none'")
    assert "script-src" not in policy
    frame = owner.gets("/desk/write/bread/").parsed.css_first("iframe")
    assert frame.attributes["sandbox"] in ("", None)


def test_the_preview_says_what_keeps_the_page_from_being_shown(owner):
    page = owner.does("/desk/write/bread/preview", {"text": ASKED.replace("{.idea}", "{.ide}")})
    assert "Line 9" in page.text


def test_a_translation_is_begun_checked_and_published(owner, garden, store):
    page = owner.follows(owner.does("/desk/write/bread/translate", {"language": "de"}))
    text = text_on(page)
    assert "closes" not in text
    assert "{#supply}" in text
    assert [each for each in findings(page) if each.strip().startswith("Error")] == []
    german = text.replace("What should we bake next?", "Was backen wir als Nächstes?")
    page = write(owner, "bread.de", "publish", german, text)
    assert "Published" in told(page)
    rebuild(garden, store, NOW)
    page = owner.gets("/desk/write/bread.de/")
    assert "It is on the site" in page.text


def test_where_a_challenge_stands_is_told_again_only_when_it_changed(owner, store, garden):
    first = owner.gets("/desk/write/bread/standing").response
    tag = {"If-None-Match": first.headers["ETag"]}
    same = owner.client.get("/desk/write/bread/standing", headers=tag)
    assert same.status_code == 304
    write(owner, "bread", "publish", BREAD + "\nMore.\n", BREAD)
    other = owner.client.get("/desk/write/bread/standing", headers=tag)
    assert other.status_code == 200
    assert 'data-standing="building"' in other.text


def test_a_moderator_does_not_write(moderator):
    for path in ("/desk/write/", "/desk/write/bread/"):
        assert moderator.gets(path).status == 403
    assert "/desk/write/" not in moderator.gets("/desk/").html
