"""Going live: three ways to be found by people, each with what to copy and a list that checks
itself where it can.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit

from flask import Response, request

from collector.draw import code
from collector.entries import Role
from collector.store import reads
from collector.store.copies import backup
from collector.web.context import Context, current
from collector.web.desk import recipes
from collector.web.desk.page import page
from collector.words import say

RECENT = timedelta(hours=36)
"""How old the newest backup may be."""


@dataclass(frozen=True)
class Check:
    """One line of the list, called `live-<name>`. `good` is None where it can't be seen here."""

    name: str
    good: bool | None

    @property
    def level(self) -> str:
        return {True: "ok", False: "warning", None: "unseen"}[self.good]


Look = Callable[[Context], bool | None]


def _has_address(context: Context) -> bool:
    return bool(context.garden.settings.site.url)


def _is_secure(context: Context) -> bool:
    return urlsplit(context.garden.settings.site.url).scheme == "https"


def _asked_securely(_context: Context) -> bool:
    """Whether this very page came over TLS, as its visitors' would."""
    return request.is_secure


def _trusts_proxy(context: Context) -> bool:
    return context.garden.settings.serve.proxies > 0


def _is_open_to_network(_context: Context) -> bool:
    """Whether the page was asked at an address that other machines can ask too."""
    return not recipes.only_here(urlsplit(request.host_url).hostname or "")


def _backs_up(context: Context) -> bool:
    newest = next((each for each in backup.kept(context.garden) if each.kind == "garden"), None)
    kept = context.garden.settings.backup.keep
    return bool(kept and newest and context.clock() - newest.made < RECENT)


def _has_second_owner(context: Context) -> bool:
    """So that one forgotten password does not lock everybody out."""
    return sum(each.role is Role.OWNER for each in reads.accounts(context.store)) > 1


def _has_contact(context: Context) -> bool:
    return bool(context.garden.settings.contact)


def _has_challenge(context: Context) -> bool:
    return bool(context.live().briefs)


def _has_collector(context: Context) -> bool:
    return urlsplit(context.garden.settings.collector.url).scheme == "https"


def _lists_site(context: Context) -> bool:
    settings = context.garden.settings
    wanted = settings.site.url.rstrip("/")
    return bool(wanted) and wanted in {each.rstrip("/") for each in settings.collector.origins}


def _publishes(context: Context) -> bool:
    return bool(context.garden.settings.publish.then)


def _unseen(_context: Context) -> None:
    """What nobody can see from here."""


ALWAYS: Mapping[str, Look] = {
    "challenge": _has_challenge,
    "contact": _has_contact,
    "backup": _backs_up,
    "owners": _has_second_owner,
    "key": _unseen,
}

WAYS: Mapping[str, Mapping[str, Look]] = {
    "here": {"network": _is_open_to_network, **ALWAYS, "firewall": _unseen, "asleep": _unseen},
    "server": {
        "address": _has_address,
        "secure": _is_secure,
        "asked": _asked_securely,
        "proxy": _trusts_proxy,
        **ALWAYS,
        "name": _unseen,
        "service": _unseen,
    },
    "elsewhere": {
        "address": _has_address,
        "secure": _is_secure,
        "collector": _has_collector,
        "listed": _lists_site,
        "then": _publishes,
        **ALWAYS,
        "copied": _unseen,
    },
}
"""What is looked at for each way, by the name of its line."""

RECIPES: Mapping[str, Mapping[str, Callable[..., str]]] = {
    "here": {"serving": recipes.serving},
    "server": {
        "settings": recipes.behind_a_proxy,
        "caddy": recipes.caddyfile,
        "service": recipes.unit,
    },
    "elsewhere": {"settings": recipes.elsewhere, "caddy": recipes.collectors_caddyfile},
}


def go_live() -> Response:
    """The three ways."""
    return page("go_live", say("desk-garden-go_live"), ways=WAYS)


def way(way: str) -> Response:
    """One of them: what to copy, and what is done already."""
    context = current()
    address = recipes.own_address(context.garden) if way == "here" else ""
    return page(
        "way",
        say(f"live-{way}"),
        way=way,
        checks=[Check(name, look(context)) for name, look in WAYS[way].items()],
        recipes={name: make(context.garden) for name, make in RECIPES[way].items()},
        address=address,
        code=code(f"{address}/", "ig-desk-code") if address else "",
        known=_has_address(context),
    )
