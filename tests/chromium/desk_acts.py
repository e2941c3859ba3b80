"""What an owner does at the desk, one act a function, with a finger or by keys alone."""

import io
import re
import zipfile

from playwright.sync_api import expect

from tests.chromium.hands import Hands
from tests.chromium.people import PASSWORD, SOON
from tests.chromium.village import Village

BREAD = "/desk/challenges/bread/"
TABLE = "Give it a name,How are you linked to us?\n{title} by table,Customer\n"


def noted(hands: Hands, text: str) -> None:
    expect(hands.page.locator(".ig-desk-notice").first).to_contain_text(text, timeout=SOON)
    hands.fits()


def decides(hands: Hands, title: str, button: str) -> None:
    hands.opens("/desk/queue/")
    hands.presses(button, within=hands.card(title))
    noted(hands, title)
    expect(hands.card(title)).to_have_count(0)


def approves(hands: Hands, _place: Village, title: str) -> None:
    decides(hands, title, "Approve")


def rejects(hands: Hands, _place: Village, title: str) -> None:
    decides(hands, title, "Reject")


def marks_spam(hands: Hands, _place: Village, title: str) -> None:
    decides(hands, title, "Spam")


def undoes(hands: Hands, _place: Village, title: str) -> None:
    decides(hands, title, "Reject")
    hands.presses("Undo")
    expect(hands.card(title)).to_be_visible(timeout=SOON)


def decides_many(hands: Hands, _place: Village, title: str) -> None:
    hands.opens("/desk/queue/")
    hands.ticks(f"Tick “{title}”")
    hands.presses("Reject", within=hands.page.locator("[data-many]"))
    noted(hands, title)
    expect(hands.card(title)).to_have_count(0)


def merges_and_unmerges(hands: Hands, place: Village, title: str) -> None:
    hands.opens(place.entry(title))
    hands.follows("Merge it into another idea")
    hands.types("Another idea of this challenge", "Guest reports on")
    hands.presses("Look for it")
    hands.follows("Merge into this")
    hands.presses(f"Merge “{title}”")
    noted(hands, "Merged")
    hands.opens(place.entry(title))
    hands.presses("Unmerge")
    noted(hands, title)


def says_progress(hands: Hands, place: Village, title: str) -> None:
    hands.opens(place.entry(title))
    hands.picks("Progress", "Planned")
    hands.types("Your public answer", "In October.")
    hands.presses("Keep what becomes of it")
    noted(hands, title)


def answers(hands: Hands, place: Village, title: str) -> None:
    hands.opens(place.entry(title))
    hands.types("Your reply", "We try it on Friday.", exact=True)
    hands.presses("Send the reply")
    hands.sees("We try it on Friday.")
    hands.unfolds("Erase this reply")
    hands.presses("Erase it")
    hands.sees("Nothing was answered yet")


def tags(hands: Hands, place: Village, title: str) -> None:
    hands.opens(place.entry(title))
    hands.types("New tags", f"Warm {title}")
    hands.presses("Keep the tags")
    noted(hands, title)


def erases(hands: Hands, place: Village, title: str) -> None:
    hands.opens(place.entry(title))
    hands.unfolds("Erase this entry")
    hands.presses("Erase it for good")
    hands.sees("Nothing of this entry is kept")


def enters_for_somebody(hands: Hands, _place: Village, title: str) -> None:
    hands.opens(BREAD)
    hands.follows("Enter for somebody")
    hands.picks("How did it come?", "on a comment card")
    hands.types("Give it a name", title)
    hands.ticks("Customer")
    hands.presses("Keep it")
    hands.sees("It is kept")


def brings_table(hands: Hands, _place: Village, title: str) -> None:
    hands.opens(BREAD)
    hands.follows("Bring in a table")
    hands.picks("How did these come?", "in a workshop")
    table = TABLE.format(title=title).encode()
    hands.page.get_by_label("The table").set_input_files(
        {"name": "cards.csv", "mimeType": "text/csv", "buffer": table}
    )
    hands.presses("Look through it")
    hands.presses("Keep 1")
    noted(hands, "1 entry was kept")


def begins_copy(hands: Hands, _place: Village, title: str) -> None:
    """Written, looked at and put away again; publishing has tests of its own."""
    hands.opens("/desk/write/")
    slug = re.sub(r"\W", "-", title).lower()
    hands.types("What do you ask?", title)
    hands.types("Last part of its address", slug)
    hands.ticks("A copy of “What should we bake next?”")
    hands.presses("Begin writing")
    hands.sees("Write:")
    hands.presses("Preview")
    frame = hands.page.frame_locator(".ig-write-preview iframe:not(.ig-write-coming)")
    expect(frame.get_by_role("heading", name=title).first).to_be_visible(timeout=SOON)
    hands.presses("Save the draft")
    hands.sees("draft")
    hands.unfolds("Throw this draft away")
    hands.presses("Yes, throw it away")
    hands.sees("What do you ask?")


def closes_and_reopens(hands: Hands, _place: Village, _title: str) -> None:
    hands.opens("/desk/challenges/pies/")
    hands.unfolds("Close this challenge before its time")
    hands.presses("Yes, close it now")
    hands.sees_at_last("Open it again now")
    hands.presses("Open it again now")
    hands.sees_at_last("Close this challenge before its time")


def invites(hands: Hands, _place: Village, _title: str) -> None:
    hands.opens("/desk/challenges/supply/")
    hands.follows("Invitations")
    hands.picks("For whom", "suppliers")
    hands.types("How many", "2")
    hands.presses("Make the codes")
    hands.sees("2 new codes")
    with hands.page.expect_popup() as opened:
        hands.presses("Cards to print")
    expect(opened.value.locator("svg.slip-code")).to_have_count(2)


def prints(hands: Hands, _place: Village, _title: str) -> None:
    for link in ("Poster to print", "Table cards to print", "Slips to print"):
        hands.opens(BREAD)
        hands.follows(link)
        expect(hands.page.locator("svg.slip-code, main svg, img").last).to_be_visible(timeout=SOON)


def lets_in_and_removes(hands: Hands, _place: Village, title: str) -> None:
    name = re.sub(r"\W", "", title).lower()
    hands.opens("/desk/accounts/")
    hands.types("Name", name, exact=True)
    hands.picks("In the whole garden", "Moderator: decide and answer")
    hands.presses("Make a one-time link")
    hands.sees(f"Give this link to {name}")
    hands.presses(f"Take the invitation back for {name}")
    expect(hands.heading(name)).to_have_count(0, timeout=SOON)


def changes_role(hands: Hands, place: Village, title: str) -> None:
    name = re.sub(r"\W", "", title).lower()
    place.account(name)
    hands.opens("/desk/accounts/")
    hands.unfolds(f"Change what {name} may do")
    item = hands.page.locator(".ig-desk-accounts > li").filter(has=hands.heading(name))
    hands.picks("In the whole garden", "Viewer", within=item)
    hands.presses("Keep these rights", within=item)
    expect(item).to_contain_text("Viewer of the whole garden", timeout=SOON)
    hands.unfolds(f"Remove {name}")
    hands.presses(f"Yes, remove {name}")
    expect(hands.heading(name)).to_have_count(0, timeout=SOON)


def changes_settings(hands: Hands, _place: Village, title: str) -> None:
    hands.opens("/desk/settings/")
    hands.types("How people reach you", f"{title.replace(' ', '-')}@bakery.example")
    hands.presses("Keep the settings")
    hands.sees("Kept. The site is made anew")


def backs_up(hands: Hands, place: Village, _title: str) -> None:
    hands.opens("/desk/backups/")
    hands.presses("Make one now")
    noted(hands, "")
    place.waits_for_backup()
    hands.opens("/desk/backups/")
    hands.presses("Is it sound?")
    hands.sees("is sound")
    hands.unfolds("Download")
    hands.types("Your present password", PASSWORD)
    assert hands.takes("Download this backup", "button").stat().st_size


def sees_to_notices(hands: Hands, place: Village, title: str) -> None:
    place.failed_notice(title)
    hands.opens("/desk/notices/")
    hands.presses("Try again")
    hands.sees("Nothing failed")
    hands.presses("Send a test mail")
    hands.sees("Sent")
    hands.presses("Make")
    hands.sees("/desk/feed/")
    hands.presses("Take the address back")
    hands.named("button", "Make its address")


def exports_decisions(hands: Hands, _place: Village, _title: str) -> None:
    hands.opens("/desk/decisions/")
    hands.unfolds("Only some of them")
    hands.picks("What was decided", "Rejected")
    hands.presses("Show these")
    hands.sees("Show all")
    assert b"," in hands.takes("for spreadsheets (.csv)").read_bytes()


def goes_live(hands: Hands, _place: Village, _title: str) -> None:
    for way in ("This computer", "One small server", "The site on any host"):
        hands.opens("/desk/go-live/")
        hands.follows(way)
        hands.sees(way)


def reads_programme(hands: Hands, _place: Village, _title: str) -> None:
    hands.opens(BREAD)
    hands.follows("How it goes, in numbers")
    hands.sees("Seen")
    assert hands.takes("Spreadsheet (.csv)").stat().st_size


def exports(hands: Hands, place: Village, title: str) -> None:
    place.vote(title, "up", "0" * 64)
    hands.opens("/desk/challenges/rolls/")
    assert hands.takes("Workbook with everything (.xlsx)").stat().st_size
    polis = zipfile.ZipFile(io.BytesIO(hands.takes("For Polis").read_bytes()))
    assert {"comments.csv", "votes.csv", "summary.csv"} <= set(polis.namelist())


def lets_votes_count(hands: Hands, place: Village, title: str) -> None:
    place.vote(title, "yes")
    hands.opens("/desk/challenges/loaves/votes")
    hands.presses(f"Let them count {title}")
    expect(hands.named("button", f"Let them count {title}")).to_have_count(0, timeout=SOON)


def reads_week_and_health(hands: Hands, _place: Village, _title: str) -> None:
    for path in ("/desk/", "/desk/garden/", "/desk/health/", "/desk/challenges/"):
        hands.opens(path)
        expect(hands.page.get_by_role("heading", level=1)).to_be_visible()
        hands.fits()


WAITING = {
    "approves": approves,
    "rejects": rejects,
    "marks spam": marks_spam,
    "undoes": undoes,
    "decides many": decides_many,
    "erases an entry": erases,
}
"""Acts about an idea that waits."""

SHOWN = {
    "merges and unmerges": ("bread", merges_and_unmerges),
    "says progress": ("bread", says_progress),
    "answers": ("bread", answers),
    "tags": ("bread", tags),
    "sees to notices": ("bread", sees_to_notices),
    "exports": ("rolls", exports),
    "lets votes count": ("loaves", lets_votes_count),
}

NEW = {
    "enters for somebody": enters_for_somebody,
    "brings a table": brings_table,
    "begins a copy": begins_copy,
    "closes and reopens": closes_and_reopens,
    "invites": invites,
    "prints": prints,
    "lets in": lets_in_and_removes,
    "changes a role": changes_role,
    "changes settings": changes_settings,
    "backs up": backs_up,
    "exports decisions": exports_decisions,
    "goes live": goes_live,
    "reads the programme": reads_programme,
    "reads week and health": reads_week_and_health,
}
