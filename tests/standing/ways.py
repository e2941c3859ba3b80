"""The ways to pages that no address leads to by itself: what somebody does to get there."""

import re

from playwright.sync_api import Page

from collector.entries import Step, spoken_code
from tests.standing.place import PASSWORD, Bakery


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


def wrong_benefit(page: Page, place: Bakery) -> None:
    """What an idea brings, with a number that does not read."""
    entry(page, place)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    page.locator("#benefit-value").fill("1.250")
    page.get_by_role("button", name="Keep what it brings").click()
    page.locator("#benefit-value-error").wait_for()


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


def use_code(page: Page, place: Bakery) -> None:
    """Enter the code that the page of thanks shows."""
    code = page.locator(".ig-code").inner_text()
    page.goto(f"{place.address}/collect/-/receipt")
    page.locator("[name=code]").fill(code)
    page.locator("main form button").first.click()


def receipt(page: Page, place: Bakery) -> None:
    thanks(page, place)
    use_code(page, place)
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
    use_code(page, place)
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
    use_code(page, place)
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
    use_code(page, place)
    page.get_by_role("button", name="Take my ballot back").wait_for()


def compared(page: Page, place: Bakery) -> None:
    """One answer is kept, other two are shown."""
    page.goto(f"{place.address}/collect/-/pairs/pairs")
    page.get_by_role("button", name="I can't decide").click()
    page.get_by_role("button", name="Erase my answers").wait_for()


def joining(page: Page, place: Bakery) -> None:
    """Where a participant takes a seat."""
    page.goto(f"{place.address}/w/{spoken_code(place.workshops[Step.WRITE].code)}")
