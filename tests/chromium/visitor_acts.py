"""What a visitor does, one act a function: with a finger and scripts, or by keys without them."""

import json
import re

from tests.chromium.gardens import PAGE
from tests.chromium.hands import Hands
from tests.chromium.village import Village


def confirms(hands: Hands, button: str = "Yes, send it") -> None:
    """Without scripts somebody is asked whether it is right."""
    if not hands.scripts:
        hands.presses(button)


def code_of(hands: Hands) -> str:
    hands.sees("Thank you")
    return hands.page.locator(".ig-code").inner_text().strip()


def sends_idea(hands: Hands, _place: Village, title: str) -> None:
    hands.opens(PAGE)
    hands.types("Give it a name", title)
    hands.ticks("Customer")
    hands.presses("Send my idea")
    confirms(hands)
    hands.sees("Thank you")


def answers_poll(hands: Hands, _place: Village, _title: str) -> None:
    hands.opens(PAGE)
    hands.ticks("Before 10")
    hands.presses("Send my answer")
    confirms(hands)
    hands.sees("Thank you")


def votes(hands: Hands, button: str) -> None:
    hands.presses(button)
    confirms(hands, "Yes, vote")
    hands.sees("Your vote is kept" if hands.scripts else "Thank you")


def approves(hands: Hands, place: Village, title: str) -> None:
    hands.opens(place.page(title))
    votes(hands, "Vote for it")


def votes_against(hands: Hands, place: Village, title: str) -> None:
    hands.opens(place.page(title))
    votes(hands, "Against it")


def gives_stars(hands: Hands, place: Village, title: str) -> None:
    hands.opens(place.page(title))
    hands.ticks("1 of 5 stars")
    votes(hands, "Give these stars")


def ranks(hands: Hands, _place: Village, title: str) -> None:
    hands.opens("/challenges/baskets/")
    hands.follows("Rank the ideas")
    hands.types(title, "1", exact=True)
    hands.presses("Go on")
    hands.presses("Yes, vote")
    hands.sees("Thank you")


def spends(hands: Hands, _place: Village, title: str) -> None:
    hands.opens("/challenges/ovens/")
    hands.follows("Spend")
    hands.ticks(title)
    hands.presses("Go on")
    hands.presses("Yes, vote")
    hands.sees("Thank you")


def compares(hands: Hands, _place: Village, _title: str) -> None:
    hands.opens("/challenges/pies/")
    hands.follows("Which is better?")
    hands.presses("This one")
    hands.sees("first answer")


def comments(hands: Hands, place: Village, title: str) -> None:
    hands.opens(place.page(title))
    hands.types("Your comment", "I would come for that")
    hands.presses("Send my comment")
    confirms(hands)
    hands.sees("Thank you")


def replies(hands: Hands, place: Village, title: str) -> None:
    hands.opens(place.page(title))
    hands.follows("Reply to Anna")
    hands.types("Your comment", "Me too")
    hands.presses("Send my comment")
    confirms(hands)
    hands.sees("Thank you")


def reports(hands: Hands, place: Village, title: str) -> None:
    hands.opens(place.page(title))
    hands.follows("Report the comment of Anna")
    hands.ticks("It is advertising")
    hands.presses("Send the report")
    confirms(hands)
    hands.sees("Thank you")


def follows(hands: Hands, place: Village, title: str) -> None:
    """Asked for, and confirmed by the link in the mail."""
    hands.opens(place.page(title))
    hands.follows("Be told by mail what becomes of it")
    address = f"{title.replace(' ', '-')}@home.example"
    hands.types("Your e-mail address", address)
    hands.finds_no_fault()
    hands.presses("Send me the link")
    hands.sees("a mail with a link is on its way")
    hands.finds_no_fault()
    mail = place.mail_to(address)
    hands.opens(link_in(mail, "/collect/-/follow/"))
    hands.finds_no_fault()
    hands.presses("Yes, tell me")
    hands.sees("We tell you what becomes of the idea")
    hands.finds_no_fault()


def comes_by_mail(hands: Hands, place: Village, title: str) -> None:
    hands.opens("/challenges/people/")
    hands.follows("Confirm yours first")
    address = f"{title.replace(' ', '-')}@home.example"
    hands.types("Your e-mail address", address)
    hands.finds_no_fault()
    hands.presses("Send me the link")
    hands.sees("We sent a link to the address")
    hands.finds_no_fault()
    hands.opens(link_in(place.mail_to(address), "/collect/-/confirm/"))
    hands.finds_no_fault()
    hands.presses("Yes, take part")
    hands.sees("This browser keeps that you confirmed your address")
    hands.opens("/challenges/people/")
    hands.ticks("Before 10")
    hands.presses("Send my answer")
    confirms(hands)
    hands.sees("Thank you")


def link_in(mail: str, path: str) -> str:
    found = re.search(rf"http://\S*{path}[^\s\"<>]+", mail)
    assert found, mail
    return found[0]


def comes_by_card(hands: Hands, place: Village, _title: str) -> None:
    hands.opens(place.card())
    hands.presses("Take part")
    hands.presses("A quick question")
    hands.ticks("10–15")
    hands.presses("Send my answer")
    confirms(hands)
    hands.sees("Thank you")


def opens_receipt(hands: Hands, place: Village, title: str) -> None:
    sends_idea(hands, place, title)
    code = code_of(hands)
    hands.follows("see what becomes of this")
    if not hands.scripts:
        hands.types("Your receipt code", code)
    hands.presses("Show it")
    hands.sees(title)


def changes(hands: Hands, place: Village, title: str) -> None:
    opens_receipt(hands, place, title)
    hands.presses("Change it")
    hands.types("Give it a name", f"{title}, changed")
    hands.presses("Send my idea")
    confirms(hands)
    hands.sees("Thank you")


def withdraws(hands: Hands, place: Village, title: str) -> None:
    opens_receipt(hands, place, title)
    hands.presses("Take it back")
    hands.presses("Yes, take it back")
    hands.sees("You took it back")


def erases(hands: Hands, place: Village, title: str) -> None:
    opens_receipt(hands, place, title)
    hands.presses("Erase it")
    hands.presses("Yes, erase it")
    hands.sees("It is erased")


def downloads(hands: Hands, place: Village, title: str) -> None:
    opens_receipt(hands, place, title)
    assert title in json.dumps(json.loads(hands.takes("Download your data", "button").read_text()))


def searches(hands: Hands, _place: Village, title: str) -> None:
    hands.opens(f"{PAGE}ideas/")
    hands.types("Search the ideas", title)
    hands.presses("Search")
    hands.follows(title)
    hands.sees("Write a comment")


def is_told_of_similar(hands: Hands, _place: Village, title: str) -> None:
    """While it is typed where scripts are on, else before it is sent."""
    hands.opens(PAGE)
    hands.types("Give it a name", title)
    if not hands.scripts:
        hands.ticks("Customer")
        hands.presses("Send my idea")
    similar = hands.page.locator(".ig-similar")
    hands.reaches(hands.named("link", title, similar))


def reads_list(hands: Hands, _place: Village, title: str) -> None:
    hands.opens("/challenges/loaves/ideas/")
    hands.follows(title)
    hands.sees("Vote for it")


SHOWN = {
    "approves": ("loaves", approves),
    "votes against": ("rolls", votes_against),
    "gives stars": ("cakes", gives_stars),
    "ranks": ("baskets", ranks),
    "spends": ("ovens", spends),
    "compares": ("pies", compares),
    "comments": ("bread", comments),
    "replies": ("bread", replies),
    "reports": ("bread", reports),
    "follows": ("bread", follows),
    "searches": ("bread", searches),
    "is told of similar ones": ("bread", is_told_of_similar),
    "reads a list": ("loaves", reads_list),
}
"""Acts about an idea that is shown, each with a challenge of the kind it needs."""

NEW = {
    "sends an idea": sends_idea,
    "answers a poll": answers_poll,
    "comes by a link in a mail": comes_by_mail,
    "comes by a card": comes_by_card,
    "changes": changes,
    "withdraws": withdraws,
    "erases": erases,
    "downloads own data": downloads,
}
"""Acts that begin with nothing."""
