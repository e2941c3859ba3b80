"""Pictures of a challenge that is being written: handed in, taken away."""

from flask import redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from collector.acts import brief_picture, challenge_file
from collector.errors import Invalid
from collector.web.context import current
from collector.web.desk.handed_in import handed_in
from collector.web.desk.page import problems
from collector.web.desk.sheet import Sheet, shown
from collector.words import say


def add_picture(slug: str) -> AnyResponse:
    """Keep a picture beside the brief; say the line that shows it."""
    garden, file = current().garden, request.files.get("picture")
    called = (file.filename if file else "") or ""
    written = challenge_file.found(garden, slug)
    content = handed_in("picture", brief_picture.LARGEST)
    sheet = Sheet(written, written.text, written.text)
    try:
        name = brief_picture.add(garden, slug.partition(".")[0], content, called)
    except Invalid as error:
        return shown(sheet, 422, problems=problems(error))
    alt = " ".join(request.form.get("alt", "").replace("]", "").replace("[", "").split())
    line = f"![{alt or say('write-picture-alt-none')}]({name})"
    return shown(
        Sheet(written, written.text, written.text, say("write-done-pictured")), new_picture=line
    )


def remove_picture(slug: str) -> AnyResponse:
    """Take it away. Raises Unknown, and Conflict while a brief shows it."""
    garden = current().garden
    challenge_file.found(garden, slug)
    brief_picture.remove(garden, slug.partition(".")[0], request.form.get("picture", ""))
    return redirect(url_for("desk.write", slug=slug, done="unpictured"), 303)
