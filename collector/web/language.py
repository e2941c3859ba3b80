"""Which language a request is answered in: that of the challenge it is about, else the garden's."""

from flask import Flask, request

from collector import words
from collector.errors import GardenError
from collector.web.context import current
from collector.web.public.target import Target


def register(app: Flask) -> None:
    """Each request begins to speak anew."""
    app.before_request(begin)


def begin() -> None:
    """Speak the language of the challenge that the address names."""
    words.speak(_of_challenge((request.view_args or {}).get("challenge", "")))


def speak_for(target: Target | None) -> None:
    """Go on in the language of a challenge that only an entry names."""
    if target is not None:
        words.speak(target.brief.language)


def _of_challenge(slug: str) -> str:
    context = current()
    try:
        brief = context.live().briefs.get(slug)
    except GardenError:  # no site yet: what is wrong is said by whoever needs it
        brief = None
    return brief.language if brief else context.garden.settings.language
