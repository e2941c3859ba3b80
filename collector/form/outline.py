"""What a form is, told to its owner: what becomes public, what is erased, how long it takes."""

from collector.brief import Brief, Form
from collector.form.minutes import minutes
from collector.words import in_days, say


def outline(challenge: Brief, form: Form) -> list[str]:
    """Who sees which answers, when personal ones are erased, and how long the form takes."""
    facts = {"slug": challenge.slug, "form": form.name}
    public = ", ".join(each.id for each in form.questions if form.shown(each))
    told = [
        say(
            "check-public" if public else "check-public-nothing",
            {**facts, "questions": public},
        )
    ]
    personal = ", ".join(each.id for each in form.questions if each.identifies)
    if personal and challenge.retention:
        days = in_days(challenge.retention.days)
        reason = "check-erased-end" if challenge.closes else "check-erased-came"
        told.append(say(reason, {**facts, "days": days, "questions": personal}))
    estimate = minutes(form)
    reason = "check-minutes-one" if estimate == 1 else "check-minutes"
    return [*told, say(reason, {**facts, "minutes": estimate})]
