"""The kinds of pages there are, each with the way to it. A new page gets a line here."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from playwright.sync_api import Page

from collector.brief import Quarter
from collector.entries import Step
from tests.standing import jury_ways, rooms, ways
from tests.standing.place import Bakery

TODAY = datetime.now(UTC).date()

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

    @classmethod
    def in_room(cls, name: str, step: Step) -> "Kind":
        """A participant's page of the workshop at this step."""
        return cls(
            name, lambda page, place: rooms.joins(page, place.address, place.workshops[step])
        )

    @classmethod
    def of_workshop(cls, name: str, step: Step, below: str = "") -> "Kind":
        """The page of it at the desk, or what is printed."""
        return cls(
            name,
            lambda page, place: page.goto(place.address + rooms.desk(place.workshops[step], below)),
            desk=True,
        )


KINDS = [
    Kind.at("/", "home"),
    Kind.at("/challenges/new-breads/", "challenge"),
    Kind.at("/challenges/visit-survey/", "survey"),
    Kind.at("/challenges/what-matters/", "every shape"),
    Kind.at("/challenges/bread-bag/", "split poll"),
    Kind.at("/collect/bread-bag/bag", "split poll by itself"),
    Kind.at("/experiments/bag-words/", "experiment by a split poll"),
    Kind.at("/desk/challenges/bread-bag/trials", "desk variants compared", desk=True),
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
    Kind.at("/participants/", "participant maps"),
    Kind.at("/participants/around-the-bakery/", "participant map"),
    Kind.at("/programmes/", "programmes"),
    Kind.at("/programmes/warm-afternoons/", "programme"),
    Kind.at("/reports/", "reports"),
    Kind.at("/reports/this-quarter/", "report"),
    Kind.at("/stories/", "stories"),
    Kind.at("/stories/nothing-wasted/", "story"),
    Kind("idea", ways.idea),
    Kind("idea that was merged", ways.merged),
    Kind("name like others", ways.name_like_others),
    Kind("confirmation like others", ways.confirmation_like_others),
    Kind("results", ways.results),
    Kind.at("/challenges/new-breads/results/", "results of a poll"),
    Kind.at("/challenges/ranking/", "challenge with a ballot"),
    Kind.at("/challenges/ranking/results/", "ballots counted"),
    Kind.at("/challenges/money/results/", "budget spent"),
    Kind.at("/challenges/pairs/results/", "pairs counted"),
    Kind.at("/collect/-/ballots/ranking", "ballot"),
    Kind.at("/collect/-/ballots/money", "ballot of a budget"),
    Kind.at("/collect/-/ballots/pairs", "no ballot"),
    Kind("ballot with errors", ways.ballot_with_errors),
    Kind("ballot to be confirmed", ways.ballot_to_confirm),
    Kind("ballot kept", ways.ballot_kept),
    Kind("ballot's receipt", ways.ballot_receipt),
    Kind.at("/collect/-/pairs/pairs", "two ideas"),
    Kind("two more ideas", ways.compared),
    Kind.at("/closed/", "closed challenges"),
    Kind.at("/about/", "about"),
    Kind.at("/privacy/", "privacy"),
    Kind.at("/no-such-page/", "not found"),
    Kind("form with errors", ways.errors),
    Kind("confirmation", ways.confirmation),
    Kind("confirmation of a vote", ways.voting),
    Kind("thanks for a vote", ways.voted),
    Kind("receipt of a vote", ways.vote_receipt),
    Kind("votes counted apart", ways.votes_apart, desk=True),
    Kind("confirmation of a comment", ways.commenting),
    Kind("answer to a comment", ways.replying),
    Kind("report with errors", ways.reporting),
    Kind("thanks", ways.thanks),
    Kind("thanks with a result", ways.thanks_with_result),
    Kind("receipt", ways.receipt),
    Kind.at("/collect/new-breads/hours?when=late&from=poster", "form filled by its address"),
    Kind("saved", ways.saved),
    Kind("gone on with", ways.gone_on_with),
    Kind("taking back", ways.taking_back),
    Kind("erasing", ways.erasing),
    Kind("erased", ways.erased),
    Kind.at("/collect/-/receipt", "receipt asked for"),
    Kind.at("/i/", "code of an invitation"),
    Kind.at("/i/abcd-efgh-jkmn-pqrs", "no such invitation"),
    Kind.at("/collect/-/invited/none/", "page of the invited"),
    Kind.at("/collect/-/unfollow/x", "address forgotten"),
    Kind.at("/collect/new-breads/nothing", "no such form"),
    Kind.at("/w/", "code of a workshop"),
    Kind.at("/w/nothing", "no such workshop"),
    Kind("way into a workshop", ways.joining),
    Kind.in_room("workshop that writes", Step.WRITE),
    Kind.in_room("workshop that gives dots", Step.VOTE),
    Kind.at("/desk/log-in", "log in"),
    Kind.at("/desk/welcome", "welcome"),
    Kind.at("/desk/", "desk week", desk=True),
    Kind.at("/desk/queue/", "desk queue", desk=True),
    Kind("desk entry", ways.entry, desk=True),
    Kind("desk entry to be erased", ways.asked_to_erase, desk=True),
    Kind("desk comment that is reported", ways.reported, desk=True),
    Kind("desk entry that was erased", ways.erased_entry, desk=True),
    Kind("desk entry that was merged", ways.merged_entry, desk=True),
    Kind("desk entry declined", ways.declined, desk=True),
    Kind("desk merging", ways.merging, desk=True),
    Kind("desk merging, the choice", ways.merging_choice, desk=True),
    Kind.at("/desk/challenges/", "desk challenges", desk=True),
    Kind.at("/desk/challenges/new-breads/", "desk challenge", desk=True),
    Kind("desk challenge, some of it", ways.choosing_entries, desk=True),
    Kind.at("/desk/challenges/new-breads/approved/", "desk entries by state", desk=True),
    Kind.at("/desk/challenges/new-breads/themes", "desk themes", desk=True),
    Kind.at("/desk/challenges/new-breads/poster", "poster", desk=True),
    Kind.at("/desk/challenges/new-breads/slips", "slips", desk=True),
    Kind.at("/desk/challenges/new-breads/cards", "table cards", desk=True),
    Kind.at("/desk/challenges/new-breads/enter", "desk entering", desk=True),
    Kind.at("/desk/challenges/new-breads/bring", "desk bringing in a table", desk=True),
    Kind.at("/desk/challenges/christmas/", "desk challenge that is closed", desk=True),
    Kind.at("/desk/challenges/new-breads/workshops/", "desk workshops", desk=True),
    Kind.of_workshop("desk workshop that writes", Step.WRITE),
    Kind.of_workshop("desk workshop that gives dots", Step.VOTE),
    Kind.of_workshop("cards of a workshop", Step.WRITE, "cards"),
    Kind.of_workshop("paper of a workshop", Step.WRITE, "paper"),
    Kind.at("/desk/challenges/packaging/invitations", "desk invitations", desk=True),
    Kind.at("/desk/challenges/packaging/groups", "desk answers by group", desk=True),
    Kind.at("/desk/jury/", "desk juries", desk=True),
    Kind.at("/desk/challenges/new-breads/jury/", "desk jury", desk=True),
    Kind.at("/desk/challenges/new-breads/jury/ranking", "desk ranking", desk=True),
    Kind("desk ranking with an error", jury_ways.picking_with_error, desk=True),
    Kind("desk scoring", jury_ways.scoring, desk=True),
    Kind("desk scoring with an error", jury_ways.scoring_with_error, desk=True),
    Kind("desk jurors", jury_ways.link_for_a_juror, desk=True),
    Kind("juror's link", jury_ways.opening_a_link, desk=True),
    Kind.at("/desk/write/", "desk beginnings", desk=True),
    Kind.at("/desk/write/new-breads/", "desk writing", desk=True),
    Kind("desk writing with an error", ways.write_page, desk=True),
    Kind("desk writing of two", ways.write_conflict, desk=True),
    Kind.at("/desk/notices/", "desk notices", desk=True),
    Kind.at("/desk/accounts/", "desk accounts", desk=True),
    Kind("desk accounts, single challenges", ways.single_challenges, desk=True),
    Kind.at("/desk/decisions/", "desk decisions", desk=True),
    Kind.at("/desk/challenges/packaging/measured", "desk measured", desk=True),
    Kind.at("/desk/challenges/packaging/measured/table", "desk measured table", desk=True),
    Kind.at("/desk/programme/", "desk programme", desk=True),
    Kind.at("/desk/programme/new-breads/", "desk programme of a challenge", desk=True),
    Kind.at("/desk/portfolio/", "desk portfolio", desk=True),
    Kind.at("/desk/quarters/", "desk quarters", desk=True),
    Kind.at(f"/desk/quarters/{Quarter.of(TODAY)}/", "desk quarter", desk=True),
    Kind("desk benefit with errors", ways.wrong_benefit, desk=True),
    Kind.at("/desk/garden/", "desk garden", desk=True),
    Kind.at("/desk/settings/", "desk settings", desk=True),
    Kind("desk settings with errors", ways.wrong_settings, desk=True),
    Kind.at("/desk/backups/", "desk backups", desk=True),
    Kind.at("/desk/health/", "desk health", desk=True),
    Kind.at("/contributors/", "contributors"),
    Kind.at("/desk/honours/", "desk idea of the month", desk=True),
    Kind.at("/desk/schedules/", "desk done by itself", desk=True),
    Kind.at("/desk/challenges/new-breads/sheets", "desk live spreadsheets", desk=True),
    Kind.at("/desk/go-live/", "desk go live", desk=True),
    Kind.at("/desk/go-live/here/", "desk go live here", desk=True),
    Kind.at("/desk/go-live/server/", "desk go live on a server", desk=True),
    Kind.at("/desk/go-live/elsewhere/", "desk go live elsewhere", desk=True),
    Kind.at("/desk/password", "desk password", desk=True),
]
