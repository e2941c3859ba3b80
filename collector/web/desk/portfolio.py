"""The portfolio: all ideas by what they are, where they stand and what they brought."""

from collections.abc import Sequence

from flask import Response
from markupsafe import Markup

from collector import draw
from collector.analysis import portfolio as analysis
from collector.analysis.portfolio import By, Holding, Line
from collector.draw import Asked
from collector.draw.portfolio import amounts
from collector.export import plain_table
from collector.export import portfolio as export
from collector.models import Models
from collector.web.context import Context, current
from collector.web.desk.door import Access
from collector.web.desk.download import written
from collector.web.desk.live_site import briefs_for, models_of
from collector.web.desk.page import page
from collector.words import say

SEVERAL = (By.THEME, By.BLOCK)
"""What an idea may have more than one of."""

TABLES = ("ideas", "numbers")
TABLE = f"<any({', '.join(TABLES)}):table>"
SUFFIX = f"<any({', '.join(plain_table.WRITERS)}):suffix>"


def portfolio() -> Response:
    """Of all challenges that whoever asks may see."""
    context = current()
    held, models = _held(context), models_of(context)
    return page(
        "portfolio",
        say("desk-menu-portfolio"),
        all=Line.of("", held),
        amounts=amounts,
        charts=[_chart(held, models, by) for by in By if _is_used(held, by)],
        crossed=_crossed(held),
        tables=TABLES,
        suffixes=[*plain_table.WRITERS],
    )


def download_portfolio(table: str, suffix: str) -> Response:
    """One of its tables."""
    context = current()
    held = _held(context)
    told = (
        export.ideas_table(held)
        if table == "ideas"
        else export.numbers_table(held, models_of(context))
    )
    return written(plain_table.WRITERS[suffix], [told], f"portfolio-{table}.{suffix}")


def _held(context: Context) -> list[Holding]:
    return export.holdings(
        context.store, briefs_for(context, Access.VIEWER), models_of(context), context.local_time()
    )


def _chart(held: Sequence[Holding], models: Models, by: By) -> Markup:
    known = export.labels(by, models)
    drawn = draw.portfolio(
        analysis.portfolio(held, by),
        len(held),
        Asked(by.value, say(f"portfolio-by-{by}")),
        lambda code: export.label(by, code, known),
        several=by in SEVERAL,
    )
    return Markup(drawn)  # noqa: S704 - drawn here, every text escaped


def _crossed(held: Sequence[Holding]) -> Markup:
    drawn = draw.crossing(
        analysis.crossed(held),
        Asked("crossed", say("portfolio-kind-and-stage")),
        lambda code: export.label(By.KIND, code, {}),
    )
    return Markup(drawn)  # noqa: S704 - drawn here, every text escaped


def _is_used(held: Sequence[Holding], by: By) -> bool:
    """Whether anything is said of it; stages stand by themselves."""
    return any(line.code for line in analysis.portfolio(held, by) if line.ideas)
