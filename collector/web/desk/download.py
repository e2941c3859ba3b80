"""Download: what a challenge brought, as a file to take home."""

from collections.abc import Iterator
from io import BytesIO

from flask import Response, request, send_file

from collector import export
from collector.brief import Brief
from collector.entries import Entry
from collector.errors import Unknown
from collector.export import Choices, Material
from collector.form import Definition
from collector.store import Store, reads
from collector.web.context import current
from collector.web.desk.challenges import known

FORMATS = ("csv", "xlsx")
"""A csv holds one form, a workbook all of them."""


def download(slug: str, suffix: str) -> Response:
    """The file, made from what is kept now. Raises Unknown for a form that is none."""
    context = current()
    brief = known(context, slug)
    form = request.args.get("form", "") or (brief.forms[0].name if suffix == "csv" else "")
    if form and brief.form(form) is None:
        raise Unknown("no-form", form=form)
    zone = context.garden.settings.zone
    file = BytesIO()
    export.write(
        file,
        f".{suffix}",
        material(context.store, brief),
        context.clock().astimezone(zone),
        Choices(form=form),
    )
    file.seek(0)
    return send_file(
        file,
        export.FORMATS[f".{suffix}"].media_type,
        as_attachment=True,
        download_name="-".join(filter(None, (slug, form))) + f".{suffix}",
    )


def material(store: Store, brief: Brief) -> Material:
    """All that is kept of a challenge."""
    definitions = reads.definitions(store, brief.slug).items()
    return Material(
        brief=brief,
        definitions={key: Definition.from_document(each) for key, each in definitions},
        labels=reads.labels(store, brief.slug, brief.language),
        entries=_entries(store, brief.slug),
        replies=reads.replies(store, brief.slug),
    )


def _entries(store: Store, slug: str) -> Iterator[Entry]:
    yield from reads.ideas(store, slug)
    yield from reads.responses(store, slug)
