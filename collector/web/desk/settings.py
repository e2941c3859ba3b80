"""The garden's settings as a form; what could lock its owner out is shown and changed elsewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import available_timezones

from flask import Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from collector import pages
from collector.acts import settings as acts
from collector.errors import Conflict, Invalid, SettingsError
from collector.garden import Settings
from collector.garden.offered import GROUPS, HIDDEN, OFFERED, SHOWN, Kind, Offer, value_of
from collector.web import errors
from collector.web.context import Context, current
from collector.web.desk.page import page, problems
from collector.words import languages, name_of, say


@dataclass(frozen=True)
class Field:
    """One setting as the form asks for it. `options` are codes and their words, of a choice."""

    offer: Offer
    value: str
    default: str
    options: Sequence[tuple[str, str]] = ()

    @property
    def words(self) -> str:
        """What its sentences are called: `setting-<words>`, `setting-<words>-hint`."""
        return self.offer.key.replace(".", "-")


def settings() -> Response:
    """The form."""
    return _page()


def change_settings() -> AnyResponse:
    """Write what was typed into the file; the site follows in a moment."""
    context, typed = current(), request.form
    try:
        changed = acts.change(
            context.garden, context.store, typed, typed.get("seen", ""), context.clock()
        )
    except Invalid as error:
        return _page(errors.status_of(error), typed, problems=problems(error))
    except Conflict as error:
        return _page(errors.status_of(error), typed, message=errors.message(error))
    address = url_for("desk.settings", kept=len(changed))
    return redirect(address, 303)


def _page(status: int = 200, typed: Mapping[str, str] | None = None, **values: object) -> Response:
    """The form with what was typed, else with what stands in the file."""
    context, title = current(), say("desk-garden-settings")
    try:
        text = acts.text_of(context.garden)
        present = acts.present(context.garden)
    except (Conflict, SettingsError) as error:
        return page("settings", title, 409, message=errors.message(error), groups=())
    fields = {key: _field(context, present, each, typed) for key, each in OFFERED.items()}
    return page(
        "settings",
        title,
        status,
        groups=[(each.name, [fields[offer.key] for offer in each.offers]) for each in GROUPS],
        shown=[(key, _told(value_of(present, key))) for key in SHOWN],
        hidden=[(key, bool(value_of(present, key))) for key in HIDDEN],
        zones=sorted(available_timezones()),
        seen=acts.file_hash(text),
        kept=request.args.get("kept", ""),
        **values,
    )


def _field(
    context: Context, present: Settings, offer: Offer, typed: Mapping[str, str] | None
) -> Field:
    kept = _told(value_of(present, offer.key))
    return Field(
        offer=offer,
        value=kept if typed is None else typed.get(offer.key, kept),
        default=_told(offer.default),
        options=_options(context, offer.key, kept) if offer.kind is Kind.CHOICE else (),
    )


def _options(context: Context, key: str, kept: str) -> list[tuple[str, str]]:
    if key == "language":
        return [(code, name_of(code)) for code in languages()]
    if key == "terms":
        names = {*pages.terms(context.garden), kept} - {""}
        titled = ((name, pages.terms_title(context.garden, name)) for name in sorted(names))
        return [("", say("setting-terms-none")), *titled]
    return [(each, say(f"setting-moderation-{each}")) for each in ("before", "after")]


def _told(value: Any) -> str:
    return "\n".join(value) if isinstance(value, tuple) else str(value)
