"""Download: what a challenge brought, as a file to take home."""

from io import BytesIO

from flask import Response, request, send_file

from collector import export
from collector.brief import Brief
from collector.errors import Unknown
from collector.export import Choices
from collector.web.context import current
from collector.web.desk.challenges import known

FORMATS = ("csv", "xlsx")
"""A csv holds one form, a workbook all of them."""


def download(slug: str, suffix: str) -> Response:
    """The file, made from what is kept now. Raises Unknown for a form that is none."""
    context = current()
    brief = known(context, slug)
    form = request.args.get("form", "")
    if suffix == "csv" or form:
        form = _form(brief, form)
    now = context.clock().astimezone(context.garden.settings.zone)
    file = BytesIO()
    material = export.gather(context.store, brief)
    export.write(file, f".{suffix}", material, now, Choices(form=form))
    file.seek(0)
    return send_file(
        file,
        export.FORMATS[f".{suffix}"].media_type,
        as_attachment=True,
        download_name="-".join(filter(None, (slug, form))) + f".{suffix}",
    )


def _form(brief: Brief, name: str) -> str:
    """The name of the form that was asked for, the first if none was."""
    found = next((each.name for each in brief.forms if name in ("", each.name)), None)
    if found is None:
        raise Unknown("no-form", form=name)
    return found
