"""The jurors of a challenge: an owner lets them in by a personal link, sees who has not judged yet,
and dismisses one whose link was passed on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from collector.acts import juror, people, score
from collector.brief import Brief
from collector.entries import Account
from collector.errors import Invalid
from collector.store import reads
from collector.web import errors
from collector.web.context import Context, current
from collector.web.desk import door
from collector.web.desk.challenges import known
from collector.web.desk.jury import Share, jurors_of, jury_of
from collector.web.desk.page import page, problems
from collector.words import say


@dataclass(frozen=True)
class Juror:
    """Somebody who judges in a challenge."""

    share: Share
    by_link: bool
    """Let in by a link, without a password."""
    can_go: bool
    """Whether a juror of this challenge and no more."""

    @property
    def name(self) -> str:
        return self.share.name


def jurors(slug: str) -> Response:
    """Who judges, how far they are, and who has not opened their link yet."""
    return _page(slug)


def invite_juror(slug: str) -> Response:
    """Make a personal link; it is shown once."""
    context, name = current(), request.form.get("name", "")
    known(context, slug)
    try:
        code = juror.offer(context.store, name, slug, context.clock())
    except Invalid as error:
        told = {"problems": problems(error), "typed": name}
        return _page(slug, errors.status_of(error), **told)
    return _page(slug, code=code, invited=name)


def dismiss_juror(slug: str) -> AnyResponse:
    """Let one in no longer; and take out what was scored, if it was not theirs to say."""
    context, name = current(), request.form.get("name", "")
    brief = known(context, slug)
    juror.dismiss(context.store, name, slug)
    if "scores" in request.form:
        score.take_out(context.store, brief, name, door.me().account.name, context.clock())
    return redirect(url_for("desk.jurors", slug=slug), 303)


def _page(slug: str, status: int = 200, **values: object) -> Response:
    context = current()
    brief = known(context, slug)
    found = jury_of(context, brief)
    accounts = {each.name: each for each in reads.accounts(context.store)}
    listed = [
        _juror(found.share(name), accounts.get(name), slug) for name in jurors_of(context, found)
    ]
    return page(
        "jurors",
        say("jurors-title", {"title": brief.title}),
        status,
        brief=brief,
        jurors=listed,
        behind=[each.share for each in listed if each.share.done < each.share.of],
        offered=_offered(context, brief),
        days=juror.LINK_LASTS.days,
        **values,
    )


def _juror(share: Share, account: Account | None, slug: str) -> Juror:
    if account is None:
        return Juror(share, by_link=False, can_go=False)
    return Juror(share, juror.is_by_link(account), juror.is_only_juror(account, slug))


def _offered(context: Context, brief: Brief) -> Mapping[str, datetime]:
    """Until when the links hold that nobody has opened, by name."""
    links = people.invited(context.store).values()
    return {
        each.account: each.ends for each in links if each.juror and brief.slug in each.challenges
    }
