"""The kinds of pages there are, each with the way to it. A new page gets a line here."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.standing.place import PASSWORD, Bakery

Walk = Callable[[Page, Bakery], object]


@dataclass(frozen=True)
class Kind:
    """A page and how one gets there. `screen` names its screenshots."""

    name: str
    walk: Walk
    desk: bool = False

    def __str__(self) -> str:
        return self.name

    @classmethod
    def at(cls, path: str, name: str = "", *, desk: bool = False) -> "Kind":
        return cls(name or path, lambda page, place: page.goto(place.address + path), desk)


def own_account(page: Page, place: Bakery) -> None:
    """Make the owner's account with the link that `serve` printed."""
    link = re.search(r"http\S+/desk/welcome#\S+", place.served.printed)
    assert link, place.served.printed
    page.goto(link[0])
    page.get_by_role("button", name="Go on").click()
    page.locator("[name=name]").fill("ada")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("[name=again]").fill(PASSWORD)
    page.locator("main form button").first.click()
    page.wait_for_url("**/desk/")


def idea(page: Page, place: Bakery) -> None:
    page.goto(f"{place.address}/challenges/new-breads/ideas/{place.idea.ref}/")


def merged(page: Page, place: Bakery) -> None:
    """The page of an idea that was merged: it leads to the other one."""
    page.goto(f"{place.address}/challenges/new-breads/ideas/{place.merged.ref}/")


def name_like_others(page: Page, place: Bakery) -> None:
    """An idea form while a name is typed that is there already, once the typing rests."""
    page.goto(f"{place.address}/challenges/new-breads/")
    name = page.locator("form[action$='/new-breads/idea'] [name=title]")
    name.fill(str(place.idea.answers["title"]))
    page.wait_for_timeout(1500)  # without scripts nothing comes


def confirmation_like_others(page: Page, place: Bakery) -> None:
    """The same without scripts: before it is sent."""
    page.goto(f"{place.address}/challenges/new-breads/")
    form = page.locator("form[action$='/new-breads/idea']")
    form.locator("[name=title]").fill(str(place.idea.answers["title"]))
    form.locator("[name=text]").fill("Small and soft, in a bag of three.")
    form.locator("[name=role][value=customer]").check()
    form.evaluate("form => HTMLFormElement.prototype.submit.call(form)")
    page.get_by_role("heading", name="Is it one of these?").wait_for()


def merging_choice(page: Page, place: Bakery) -> None:
    page.goto(f"{place.address}/desk/entries/{place.idea.ref}/merge?into=bread")
    page.get_by_role("link", name="Merge into this").first.wait_for()


def merging(page: Page, place: Bakery) -> None:
    """Two ideas beside each other."""
    merging_choice(page, place)
    page.get_by_role("link", name="Merge into this").first.click()
    page.get_by_role("button", name="Merge “").wait_for()


def merged_entry(page: Page, place: Bakery) -> None:
    page.goto(f"{place.address}/desk/entries/{place.merged.ref}")
    page.get_by_role("button", name="Unmerge").wait_for()


def declined(page: Page, place: Bakery) -> None:
    """An idea that is declined without a word, before that is meant."""
    entry(page, place)
    page.locator("#step").select_option("declined")
    page.get_by_role("button", name="Keep what becomes of it").click()
    page.locator("[name=unworded]").wait_for()


def results(page: Page, place: Bakery) -> None:
    """Everything on it unfolded."""
    page.goto(f"{place.address}/challenges/what-matters/results/")
    page.locator("details > summary").first.wait_for()
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")


def errors(page: Page, place: Bakery) -> None:
    """A form sent with nothing and with nonsense in it."""
    page.goto(f"{place.address}/challenges/new-breads/")
    form = page.locator("form[action$='/new-breads/idea']")
    form.locator("[name=email]").fill("nobody")
    form.evaluate("form => { form.noValidate = true; HTMLFormElement.prototype.submit.call(form) }")
    page.wait_for_url("**/collect/new-breads/idea")


def confirmation(page: Page, place: Bakery) -> None:
    page.goto(f"{place.address}/challenges/new-breads/")
    form = page.locator("form[action$='/new-breads/idea']")
    form.locator("[name=title]").fill("Rolls for the way")
    form.locator("[name=text]").fill("Small and soft, in a bag of three.")
    form.locator("[name=role][value=customer]").check()
    form.evaluate("form => HTMLFormElement.prototype.submit.call(form)")
    page.wait_for_url("**/collect/new-breads/idea")


def thanks(page: Page, place: Bakery) -> None:
    confirmation(page, place)
    page.get_by_role("button", name=re.compile("^Yes")).click()
    page.wait_for_url("**/thanks/*")


def thanks_with_result(page: Page, place: Bakery) -> None:
    page.goto(f"{place.address}/challenges/new-breads/")
    form = page.locator("form[action$='/new-breads/hours']")
    form.locator("[name=when][value=late], [name=when][value=evening]").first.check()
    form.evaluate("form => HTMLFormElement.prototype.submit.call(form)")
    page.wait_for_url("**/collect/new-breads/hours")
    page.get_by_role("button", name=re.compile("^Yes")).click()
    page.wait_for_url("**/thanks/*")


def receipt(page: Page, place: Bakery) -> None:
    thanks(page, place)
    code = page.locator(".ig-code").inner_text()
    page.goto(f"{place.address}/collect/-/receipt")
    page.locator("[name=code]").fill(code)
    page.locator("main form button").first.click()
    page.wait_for_load_state()


def taking_back(page: Page, place: Bakery) -> None:
    receipt(page, place)
    page.get_by_role("button", name="Take it back").click()
    page.wait_for_load_state()


def erasing(page: Page, place: Bakery) -> None:
    receipt(page, place)
    page.get_by_role("button", name="Erase it").click()
    page.wait_for_load_state()


def erased(page: Page, place: Bakery) -> None:
    erasing(page, place)
    page.get_by_role("button", name="Yes, erase it").click()
    page.get_by_role("heading", name="It is erased").wait_for()


def choosing_entries(page: Page, place: Bakery) -> None:
    """A challenge at the desk, while its owner says what to download."""
    page.goto(f"{place.address}/desk/challenges/new-breads/")
    page.get_by_text("Only some of the entries").click()


def erased_entry(page: Page, place: Bakery) -> None:
    """One that its author erased, as the desk still knows it."""
    erased(page, place)
    page.goto(f"{place.address}/desk/challenges/new-breads/erased/")
    page.locator(".ig-desk-card a").first.click()
    page.get_by_text("Nothing of this entry is kept").wait_for()


def asked_to_erase(page: Page, place: Bakery) -> None:
    entry(page, place)
    page.get_by_text("Erase this entry").click()
    page.get_by_role("button", name="Erase it for good").wait_for()


def voting(page: Page, place: Bakery) -> None:
    """Asked whether a vote is right."""
    idea(page, place)
    form = page.locator("form[action$='/vote']").first
    form.evaluate(
        """form => {
            const value = Object.assign(document.createElement("input"), { name: "value" });
            value.value = "yes";
            form.append(value);
            HTMLFormElement.prototype.submit.call(form);
        }"""
    )
    page.get_by_role("heading", name="Is this your vote?").wait_for()


def voted(page: Page, place: Bakery) -> None:
    voting(page, place)
    page.get_by_role("button", name="Yes, vote").click()
    page.wait_for_url("**/thanks/*")


def vote_receipt(page: Page, place: Bakery) -> None:
    voted(page, place)
    code = page.locator(".ig-code").inner_text()
    page.goto(f"{place.address}/collect/-/receipt")
    page.locator("[name=code]").fill(code)
    page.locator("main form button").first.click()
    page.get_by_role("heading", name="Your vote").wait_for()


def votes_apart(page: Page, place: Bakery) -> None:
    """At the desk: a vote that nobody can tell apart."""
    page.goto(f"{place.address}/desk/challenges/new-breads/votes")
    page.get_by_role("button", name="Let them count").first.wait_for()


def commenting(page: Page, place: Bakery) -> None:
    """Asked whether a comment is right."""
    idea(page, place)
    form = page.locator("form[action$='/comment']")
    form.locator("[name=text]").fill("With butter, please.")
    form.evaluate("form => HTMLFormElement.prototype.submit.call(form)")
    page.wait_for_url("**/comment")


def replying(page: Page, place: Bakery) -> None:
    """The form to answer a comment."""
    idea(page, place)
    page.get_by_role("link", name="Reply to Anna").click()
    page.wait_for_url("**/comment?comment=*")


def reporting(page: Page, place: Bakery) -> None:
    """The form to report a comment, sent with nothing in it."""
    idea(page, place)
    page.get_by_role("link", name="Report the comment of Anna").click()
    form = page.locator("form[action$='/report']")
    form.evaluate("form => { form.noValidate = true; HTMLFormElement.prototype.submit.call(form) }")
    page.wait_for_url("**/report")


def reported(page: Page, place: Bakery) -> None:
    """A comment at the desk, with what was said about it."""
    page.goto(f"{place.address}/desk/entries/{place.comment.ref}")


def entry(page: Page, place: Bakery) -> None:
    page.goto(f"{place.address}/desk/entries/{place.idea.ref}")


def saved(page: Page, place: Bakery) -> None:
    """A survey that is to be gone on with."""
    page.goto(f"{place.address}/collect/visit-survey/visit?overall=4")
    page.locator("[name=_save]").evaluate("button => button.form.noValidate = true")
    page.locator("[name=_save]").click()
    page.get_by_role("button", name="Yes, save it").click()
    page.wait_for_url("**/thanks/*")


def gone_on_with(page: Page, place: Bakery) -> None:
    saved(page, place)
    code = page.locator(".ig-code").inner_text()
    page.goto(f"{place.address}/collect/-/receipt")
    page.locator("[name=code]").fill(code)
    page.locator("main form button").first.click()
    page.get_by_role("button", name="Go on with it").wait_for()


def write_page(page: Page, place: Bakery) -> None:
    """A draft with an error in it, its finding beside it."""
    page.goto(f"{place.address}/desk/write/packaging/")
    text = page.get_by_label("The challenge as a text")
    text.fill(text.input_value().replace("{.idea}", "{.ide}").replace("{.ideas}", "{.idea}"))
    page.get_by_role("button", name="Publish").click()
    page.get_by_text("Nothing was published").wait_for()


def write_conflict(page: Page, place: Bakery) -> None:
    """Two owners wrote in the same line."""
    page.goto(f"{place.address}/desk/write/visit-survey/")
    text, began = page.locator("#text"), page.locator("[name=began]")
    stood = text.input_value()
    began.evaluate("(field, text) => { field.value = text }", stood.replace("\n# ", "\n# Other "))
    text.fill(stood.replace("\n# ", "\n# Mine "))
    page.get_by_role("button", name="Save the draft").click()
    page.get_by_role("heading", name="Two texts").wait_for()


def single_challenges(page: Page, place: Bakery) -> None:
    """Everything on the page of people unfolded."""
    page.goto(f"{place.address}/desk/accounts/")
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")


def wrong_settings(page: Page, place: Bakery) -> None:
    page.goto(f"{place.address}/desk/settings/")
    page.locator("[name=timezone]").fill("Europe/Berln")
    page.locator("[name='limits.entries']").fill("many")
    page.locator("main form button.md-button--primary").click()
    page.locator(".ig-summary").wait_for()


def ballot_with_errors(page: Page, place: Bakery) -> None:
    """Two ideas on one place."""
    page.goto(f"{place.address}/collect/-/ballots/ranking")
    for field in page.locator(".ig-ranking input").all()[:2]:
        field.fill("1")
    page.get_by_role("button", name="Go on").click()
    page.locator(".ig-summary").wait_for()


def ballot_to_confirm(page: Page, place: Bakery) -> None:
    """Of a budget, some is to be spent."""
    page.goto(f"{place.address}/collect/-/ballots/money")
    page.get_by_label("A coffee machine").check()
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("heading", name="Is this your ballot?").wait_for()


def ballot_kept(page: Page, place: Bakery) -> None:
    ballot_to_confirm(page, place)
    page.get_by_role("button", name="Yes, vote").click()
    page.wait_for_url("**/thanks/*")


def ballot_receipt(page: Page, place: Bakery) -> None:
    ballot_kept(page, place)
    code = page.locator(".ig-code").inner_text()
    page.goto(f"{place.address}/collect/-/receipt")
    page.locator("[name=code]").fill(code)
    page.locator("main form button").first.click()
    page.get_by_role("button", name="Take my ballot back").wait_for()


def compared(page: Page, place: Bakery) -> None:
    """One answer is kept, other two are shown."""
    page.goto(f"{place.address}/collect/-/pairs/pairs")
    page.get_by_role("button", name="I can't decide").click()
    page.get_by_role("button", name="Erase my answers").wait_for()


KINDS = [
    Kind.at("/", "home"),
    Kind.at("/challenges/new-breads/", "challenge"),
    Kind.at("/challenges/visit-survey/", "survey"),
    Kind.at("/challenges/what-matters/", "every shape"),
    Kind.at("/challenges/packaging/", "challenge of suppliers"),
    Kind.at("/challenges/christmas/", "closed challenge"),
    Kind.at("/challenges/by-phases/", "challenge by phases"),
    Kind.at("/challenges/yard/", "challenge by phases with a ballot"),
    Kind.at("/challenges/yard/results/", "budget spent in phases"),
    Kind.at("/collect/by-phases/idea", "form that is not open"),
    Kind.at("/challenges/new-breads/ideas/", "list of ideas"),
    Kind.at("/challenges/new-breads/ideas/tag/warm-fresh/", "list of a tag"),
    Kind.at("/challenges/new-breads/ideas/progress/done/", "list of a step"),
    Kind.at("/collect/-/ideas/new-breads?q=bread", "ideas found"),
    Kind.at("/collect/-/ideas/new-breads?q=tomatoes", "no idea found"),
    Kind.at("/challenges/new-breads/roadmap/", "roadmap of a challenge"),
    Kind.at("/roadmap/", "roadmap"),
    Kind.at("/canvases/", "canvases"),
    Kind.at("/canvases/bakery/", "canvas with the version before"),
    Kind.at("/canvases/us-and-others/", "strategy canvas"),
    Kind.at("/experiments/", "experiments"),
    Kind.at("/experiments/warm-pretzels/", "experiment"),
    Kind.at("/programmes/", "programmes"),
    Kind.at("/programmes/warm-afternoons/", "programme"),
    Kind("idea", idea),
    Kind("idea that was merged", merged),
    Kind("name like others", name_like_others),
    Kind("confirmation like others", confirmation_like_others),
    Kind("results", results),
    Kind.at("/challenges/new-breads/results/", "results of a poll"),
    Kind.at("/challenges/ranking/", "challenge with a ballot"),
    Kind.at("/challenges/ranking/results/", "ballots counted"),
    Kind.at("/challenges/money/results/", "budget spent"),
    Kind.at("/challenges/pairs/results/", "pairs counted"),
    Kind.at("/collect/-/ballots/ranking", "ballot"),
    Kind.at("/collect/-/ballots/money", "ballot of a budget"),
    Kind.at("/collect/-/ballots/pairs", "no ballot"),
    Kind("ballot with errors", ballot_with_errors),
    Kind("ballot to be confirmed", ballot_to_confirm),
    Kind("ballot kept", ballot_kept),
    Kind("ballot's receipt", ballot_receipt),
    Kind.at("/collect/-/pairs/pairs", "two ideas"),
    Kind("two more ideas", compared),
    Kind.at("/closed/", "closed challenges"),
    Kind.at("/about/", "about"),
    Kind.at("/privacy/", "privacy"),
    Kind.at("/no-such-page/", "not found"),
    Kind("form with errors", errors),
    Kind("confirmation", confirmation),
    Kind("confirmation of a vote", voting),
    Kind("thanks for a vote", voted),
    Kind("receipt of a vote", vote_receipt),
    Kind("votes counted apart", votes_apart, desk=True),
    Kind("confirmation of a comment", commenting),
    Kind("answer to a comment", replying),
    Kind("report with errors", reporting),
    Kind("thanks", thanks),
    Kind("thanks with a result", thanks_with_result),
    Kind("receipt", receipt),
    Kind.at("/collect/new-breads/hours?when=late&from=poster", "form filled by its address"),
    Kind("saved", saved),
    Kind("gone on with", gone_on_with),
    Kind("taking back", taking_back),
    Kind("erasing", erasing),
    Kind("erased", erased),
    Kind.at("/collect/-/receipt", "receipt asked for"),
    Kind.at("/i/", "code of an invitation"),
    Kind.at("/i/abcd-efgh-jkmn-pqrs", "no such invitation"),
    Kind.at("/collect/-/invited/none/", "page of the invited"),
    Kind.at("/collect/-/unfollow/x", "address forgotten"),
    Kind.at("/collect/new-breads/nothing", "no such form"),
    Kind.at("/desk/log-in", "log in"),
    Kind.at("/desk/welcome", "welcome"),
    Kind.at("/desk/", "desk week", desk=True),
    Kind.at("/desk/queue/", "desk queue", desk=True),
    Kind("desk entry", entry, desk=True),
    Kind("desk entry to be erased", asked_to_erase, desk=True),
    Kind("desk comment that is reported", reported, desk=True),
    Kind("desk entry that was erased", erased_entry, desk=True),
    Kind("desk entry that was merged", merged_entry, desk=True),
    Kind("desk entry declined", declined, desk=True),
    Kind("desk merging", merging, desk=True),
    Kind("desk merging, the choice", merging_choice, desk=True),
    Kind.at("/desk/challenges/", "desk challenges", desk=True),
    Kind.at("/desk/challenges/new-breads/", "desk challenge", desk=True),
    Kind("desk challenge, some of it", choosing_entries, desk=True),
    Kind.at("/desk/challenges/new-breads/approved/", "desk entries by state", desk=True),
    Kind.at("/desk/challenges/new-breads/poster", "poster", desk=True),
    Kind.at("/desk/challenges/new-breads/slips", "slips", desk=True),
    Kind.at("/desk/challenges/new-breads/cards", "table cards", desk=True),
    Kind.at("/desk/challenges/new-breads/enter", "desk entering", desk=True),
    Kind.at("/desk/challenges/new-breads/bring", "desk bringing in a table", desk=True),
    Kind.at("/desk/challenges/christmas/", "desk challenge that is closed", desk=True),
    Kind.at("/desk/challenges/packaging/invitations", "desk invitations", desk=True),
    Kind.at("/desk/challenges/packaging/groups", "desk answers by group", desk=True),
    Kind.at("/desk/write/", "desk beginnings", desk=True),
    Kind.at("/desk/write/new-breads/", "desk writing", desk=True),
    Kind("desk writing with an error", write_page, desk=True),
    Kind("desk writing of two", write_conflict, desk=True),
    Kind.at("/desk/notices/", "desk notices", desk=True),
    Kind.at("/desk/accounts/", "desk accounts", desk=True),
    Kind("desk accounts, single challenges", single_challenges, desk=True),
    Kind.at("/desk/decisions/", "desk decisions", desk=True),
    Kind.at("/desk/programme/", "desk programme", desk=True),
    Kind.at("/desk/programme/new-breads/", "desk programme of a challenge", desk=True),
    Kind.at("/desk/garden/", "desk garden", desk=True),
    Kind.at("/desk/settings/", "desk settings", desk=True),
    Kind("desk settings with errors", wrong_settings, desk=True),
    Kind.at("/desk/backups/", "desk backups", desk=True),
    Kind.at("/desk/health/", "desk health", desk=True),
    Kind.at("/desk/go-live/", "desk go live", desk=True),
    Kind.at("/desk/go-live/here/", "desk go live here", desk=True),
    Kind.at("/desk/go-live/server/", "desk go live on a server", desk=True),
    Kind.at("/desk/go-live/elsewhere/", "desk go live elsewhere", desk=True),
    Kind.at("/desk/password", "desk password", desk=True),
]
