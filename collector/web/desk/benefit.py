"""What the desk says of what an idea brings."""

from flask import request
from werkzeug.wrappers import Response as AnyResponse

from collector.acts.benefit import Told, tell
from collector.errors import Conflict, Invalid
from collector.web import errors
from collector.web.context import current
from collector.web.desk import door
from collector.web.desk.benefit_form import FIELDS, BenefitForm
from collector.web.desk.decide import back_to, seen
from collector.web.desk.entry import entry_page
from collector.web.desk.page import problems


def tell_benefit(ref: str) -> AnyResponse:
    """Keep what was filled in; where it does not read, or somebody was quicker, it stands again."""
    context, by = current(), door.me().account.name
    answers = {name: request.form.get(name, "") for name in FIELDS}
    told = Told(answers, request.form.getlist("shown"))
    try:
        tell(context.store, ref, told, by, context.clock(), seen=seen())
    except Invalid as error:
        filled = BenefitForm(answers, told.shown, problems(error))
        return entry_page(ref, errors.status_of(error), benefit=filled)
    except Conflict as error:
        if error.reason != "entry-changed":
            raise
        filled = BenefitForm(answers, told.shown, conflict=errors.message(error))
        return entry_page(ref, errors.status_of(error), benefit=filled)
    return back_to([ref])
