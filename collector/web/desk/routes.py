"""Every address of the desk, the view behind it, and who may come."""

from collections.abc import Callable
from dataclasses import dataclass

from werkzeug.wrappers import Response

from collector.acts import brief_picture, challenge_file
from collector.entries import State
from collector.web.desk import (
    accounts,
    backups,
    begin_writing,
    behalf,
    benefit,
    bringing,
    by_group,
    challenges,
    decide,
    decisions,
    download,
    entry,
    garden,
    go_live,
    health,
    honours,
    invitations,
    jurors,
    jury,
    log_in,
    measure,
    measure_table,
    merging,
    notices,
    pictures,
    portfolio,
    poster,
    preview,
    programme,
    progress,
    quarters,
    queue,
    ranking,
    schedules,
    scoring,
    settings,
    sheets,
    slips,
    table_cards,
    thank,
    themes,
    trials,
    votes,
    waiting_feed,
    week,
    workshop,
    workshop_sheets,
    workshops,
    writing,
)
from collector.web.desk.door import Access

ANYONE, ACCOUNT, JUROR = Access.ANYONE, Access.ACCOUNT, Access.JUROR
VIEWER, DESK, OWNER = Access.VIEWER, Access.DESK, Access.OWNER

NARROWS = True

TEXTS = 8 * challenge_file.LONGEST
"""A text, the one it was made from, and what a browser adds."""
PICTURE = brief_picture.LARGEST + 1024 * 1024

TYPED = 2 * 1024 * 1024
"""A form filled in at the desk."""
TABLE = 8 * bringing.LARGEST
"""A table as a file, another one as text, and what a browser adds."""

STATE = f"<any({', '.join(State)}):state>"
"""A part of an address that is a state; any other is not found."""

FORMAT = f"<any({', '.join(download.FORMATS)}):suffix>"


PIECE = f"<any({', '.join(invitations.PIECES)}):piece>"

WAY = f"<any({', '.join(go_live.WAYS)}):way>"


@dataclass(frozen=True)
class Route:
    """One address. The endpoint is the view's name.

    `narrows`: it is about no challenge, and its view itself asks the door what of which
    challenge may be seen and done; without it such an address takes rights in the whole garden.
    """

    method: str
    path: str
    view: Callable[..., Response]
    access: Access
    narrows: bool = False
    room: int = 0
    """Bytes that a post may bring; 0: as many as to any other address."""

    @property
    def name(self) -> str:
        return self.view.__name__


ROUTES = (
    Route("GET", "/", week.week, JUROR, NARROWS),
    Route("GET", "/queue/", queue.queue, VIEWER, NARROWS),
    Route("GET", "/queue/since", queue.since, VIEWER, NARROWS),
    Route("POST", "/decide", decide.decide, DESK, NARROWS),
    Route("POST", "/undo", decide.undo, DESK, NARROWS),
    Route("GET", "/entries/<ref>", entry.entry, JUROR),
    Route("GET", "/entries/<ref>/merge", merging.merge_page, DESK),
    Route("POST", "/entries/<ref>/merge", merging.merge_idea, DESK),
    Route("POST", "/entries/<ref>/unmerge", merging.unmerge_idea, DESK),
    Route("POST", "/entries/<ref>/progress", progress.progress_idea, DESK),
    Route("POST", "/entries/<ref>/tags", progress.tag_idea, DESK),
    Route("POST", "/entries/<ref>/benefit", benefit.tell_benefit, DESK),
    Route("POST", "/entries/<ref>/theme", themes.place_idea, DESK),
    Route("POST", "/progress", progress.progress_ideas, DESK, NARROWS),
    Route("POST", "/entries/<ref>/reply", entry.reply, DESK),
    Route("POST", "/entries/<ref>/unreply", entry.unreply, DESK),
    Route("POST", "/entries/<ref>/thank", thank.thank, DESK),
    Route("POST", "/entries/<ref>/unthank", thank.unthank, DESK),
    Route("POST", "/entries/<ref>/erase", entry.erase, OWNER),
    Route("GET", "/entries/<ref>/score", scoring.score_page, JUROR),
    Route("POST", "/entries/<ref>/score", scoring.keep_score, JUROR),
    Route("GET", "/files/<ref>", entry.file, DESK),
    Route("GET", "/challenges/", challenges.challenges, JUROR, NARROWS),
    Route("GET", "/challenges/<slug>/", challenges.challenge, VIEWER),
    Route("GET", f"/challenges/<slug>/{STATE}/", queue.entries, JUROR),
    Route("GET", "/challenges/<slug>/poster", poster.poster, VIEWER),
    Route("GET", "/challenges/<slug>/enter", behalf.enter_page, DESK),
    Route("POST", "/challenges/<slug>/enter", behalf.enter, DESK, room=TYPED),
    Route("GET", "/challenges/<slug>/bring", bringing.bring_page, DESK),
    Route("POST", "/challenges/<slug>/bring", bringing.bring, DESK, room=TABLE),
    Route("GET", "/challenges/<slug>/bring/template.csv", bringing.bring_template, DESK),
    Route("GET", "/challenges/<slug>/cards", table_cards.table_cards, VIEWER),
    Route("GET", "/challenges/<slug>/slips", slips.slips, VIEWER),
    Route("GET", f"/challenges/<slug>/download.{FORMAT}", download.download, OWNER),
    Route("GET", "/challenges/<slug>/polis.zip", download.download_polis, OWNER),
    Route("GET", "/challenges/<slug>/contacts.csv", download.download_contacts, OWNER),
    Route("GET", "/challenges/<slug>/sheets", sheets.sheets, OWNER),
    Route("POST", "/challenges/<slug>/sheets", sheets.make_sheet, OWNER),
    Route("POST", "/challenges/<slug>/sheets/revoke", sheets.revoke_sheet, OWNER),
    Route("GET", "/sheets/<key>.csv", sheets.sheet, ANYONE),
    Route("GET", "/challenges/<slug>/votes", votes.votes_apart, VIEWER),
    Route("POST", "/challenges/<slug>/votes", votes.settle_votes, DESK),
    Route("GET", "/challenges/<slug>/measured", measure.measured, VIEWER),
    Route("POST", "/challenges/<slug>/measured", measure.enter_measured, DESK),
    Route("POST", "/challenges/<slug>/measured/remove", measure.remove_measured, DESK),
    Route("POST", "/challenges/<slug>/measured/undo", measure.undo_measured, DESK),
    Route("GET", "/challenges/<slug>/measured/table", measure_table.measured_table, DESK),
    Route(
        "POST", "/challenges/<slug>/measured/table", measure_table.bring_measured, DESK, room=TABLE
    ),
    Route(
        "GET",
        f"/challenges/<slug>/measured.{measure.SUFFIX}",
        measure.download_measured,
        VIEWER,
    ),
    Route("GET", "/challenges/<slug>/trials", trials.trials, VIEWER),
    Route("GET", "/challenges/<slug>/groups", by_group.answers_by_group, VIEWER),
    Route("GET", "/challenges/<slug>/themes", themes.themes_of, VIEWER),
    Route("POST", "/challenges/<slug>/themes/find", themes.find_themes, DESK),
    Route("POST", "/challenges/<slug>/themes/name", themes.name_theme, DESK),
    Route("POST", "/challenges/<slug>/themes/publish", themes.publish_themes, DESK),
    Route("GET", "/challenges/<slug>/invitations", invitations.invitations_page, OWNER),
    Route("POST", "/challenges/<slug>/invitations", invitations.make_invitations, OWNER),
    Route("POST", "/challenges/<slug>/invitations/void", invitations.void_invitations, OWNER),
    Route(
        "POST",
        f"/challenges/<slug>/invitations/{PIECE}",
        invitations.pieces,
        OWNER,
        room=256 * 1024,
    ),
    Route("GET", "/challenges/<slug>/workshops/", workshops.workshops_page, DESK),
    Route("POST", "/challenges/<slug>/workshops/", workshops.open_workshop, OWNER),
    Route("GET", "/challenges/<slug>/workshops/<workshop>/", workshop.workshop_page, DESK),
    Route("POST", "/challenges/<slug>/workshops/<workshop>/", workshop.lead_workshop, DESK),
    Route("GET", "/challenges/<slug>/workshops/<workshop>/live", workshop.workshop_live, DESK),
    Route(
        "GET", "/challenges/<slug>/workshops/<workshop>/cards", workshop_sheets.workshop_cards, DESK
    ),
    Route(
        "GET", "/challenges/<slug>/workshops/<workshop>/paper", workshop_sheets.workshop_paper, DESK
    ),
    Route("GET", "/jury/", jury.juries, JUROR, NARROWS),
    Route("GET", "/challenges/<slug>/jury/", jury.jury, JUROR),
    Route("GET", "/challenges/<slug>/jury/ranking", ranking.ranking, JUROR),
    Route("POST", "/challenges/<slug>/jury/pick", ranking.pick_ideas, DESK),
    Route("GET", "/challenges/<slug>/jury/jurors", jurors.jurors, DESK),
    Route("POST", "/challenges/<slug>/jury/jurors", jurors.invite_juror, OWNER),
    Route("POST", "/challenges/<slug>/jury/jurors/dismiss", jurors.dismiss_juror, OWNER),
    Route("POST", "/challenges/<slug>/close", challenges.close_challenge, OWNER),
    Route("POST", "/challenges/<slug>/reopen", challenges.reopen_challenge, OWNER),
    Route("GET", "/write/", begin_writing.beginnings, OWNER),
    Route("POST", "/write/", begin_writing.begin, OWNER),
    Route("GET", "/write/<slug>/", writing.write, OWNER),
    Route("POST", "/write/<slug>/", writing.written, OWNER, room=TEXTS),
    Route("GET", "/write/<slug>/standing", writing.standing, OWNER),
    Route("POST", "/write/<slug>/preview", preview.preview, OWNER, room=TEXTS),
    Route("POST", "/write/<slug>/discard", writing.discard_draft, OWNER, room=TEXTS),
    Route("POST", "/write/<slug>/translate", begin_writing.begin_translation, OWNER),
    Route("POST", "/write/<slug>/pictures/add", pictures.add_picture, OWNER, room=PICTURE),
    Route("POST", "/write/<slug>/pictures/remove", pictures.remove_picture, OWNER),
    Route("GET", "/write/-/picture/<sealed>", preview.picture, ANYONE),
    Route("GET", "/notices/", notices.notices, OWNER),
    Route("POST", "/notices/retry", notices.retry_notices, OWNER),
    Route("POST", "/notices/drop", notices.drop_notices, OWNER),
    Route("POST", "/notices/test", notices.test_notices, OWNER),
    Route("POST", "/notices/feed", notices.make_feed, OWNER),
    Route("POST", "/notices/no-feed", notices.revoke_feed, OWNER),
    Route("GET", "/feed/<key>.xml", waiting_feed.waiting_feed, ANYONE),
    Route("GET", "/accounts/", accounts.accounts, OWNER),
    Route("POST", "/accounts/add", accounts.add_account, OWNER),
    Route("POST", "/accounts/reset", accounts.reset_account, OWNER),
    Route("POST", "/accounts/grant", accounts.grant_account, OWNER),
    Route("POST", "/accounts/end", accounts.end_account, OWNER),
    Route("POST", "/accounts/remove", accounts.remove_account, OWNER),
    Route("GET", "/decisions/", decisions.decisions, VIEWER, NARROWS),
    Route(
        "GET", f"/challenges/<slug>/decisions.{decisions.LOG}", decisions.download_decisions, VIEWER
    ),
    Route("GET", "/programme/", programme.programmes, VIEWER, NARROWS),
    Route(
        "GET",
        f"/programme/numbers.{programme.SUFFIX}",
        programme.download_programmes,
        VIEWER,
        NARROWS,
    ),
    Route("GET", "/programme/<slug>/", programme.programme_of, VIEWER),
    Route(
        "GET",
        f"/programme/<slug>/numbers.{programme.SUFFIX}",
        programme.download_programme,
        VIEWER,
    ),
    Route("GET", "/portfolio/", portfolio.portfolio, VIEWER, NARROWS),
    Route(
        "GET",
        f"/portfolio/{portfolio.TABLE}.{portfolio.SUFFIX}",
        portfolio.download_portfolio,
        VIEWER,
        NARROWS,
    ),
    Route("GET", "/quarters/", quarters.quarters, VIEWER, NARROWS),
    Route("GET", "/quarters/<name>/", quarters.quarter, VIEWER, NARROWS),
    Route(
        "GET",
        f"/quarters/<name>/numbers.{quarters.SUFFIX}",
        quarters.download_quarter,
        VIEWER,
        NARROWS,
    ),
    Route("GET", "/garden/", garden.garden, OWNER),
    Route("GET", "/backups/", backups.backups, OWNER),
    Route("POST", "/backups/make", backups.make_backup, OWNER),
    Route("POST", "/backups/verify", backups.verify_backup, OWNER),
    Route("POST", "/backups/download", backups.download_backup, OWNER),
    Route("GET", "/health/", health.health, OWNER),
    Route("POST", "/health/retry", health.retry_job, OWNER),
    Route("GET", "/honours/", honours.honours, OWNER),
    Route("POST", "/honours/confirm", honours.confirm_honour, OWNER),
    Route("POST", "/honours/revoke", honours.revoke_honour, OWNER),
    Route("GET", "/schedules/", schedules.schedules, OWNER),
    Route("POST", "/schedules/run", schedules.run_schedule, OWNER),
    Route("GET", "/go-live/", go_live.go_live, OWNER),
    Route("GET", f"/go-live/{WAY}/", go_live.way, OWNER),
    Route("GET", "/settings/", settings.settings, OWNER),
    Route("POST", "/settings/", settings.change_settings, OWNER),
    Route("GET", "/password", log_in.password_page, ACCOUNT),
    Route("POST", "/password", log_in.change_password, ACCOUNT),
    Route("POST", "/log-out", log_in.log_out, ACCOUNT),
    Route("GET", "/log-in", log_in.log_in_page, ANYONE),
    Route("POST", "/log-in", log_in.log_in, ANYONE),
    Route("GET", "/welcome", log_in.welcome_page, ANYONE),
    Route("POST", "/welcome", log_in.welcome, ANYONE),
)
