"""The pieces that are poured into slots: small templates, autoescaped."""

from collections.abc import Mapping
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from collector.draw import bars
from collector.pages import dates


def render(name: str, facts: Mapping[str, object]) -> str:
    """One template's HTML with these facts."""
    return _environment().get_template(name).render(facts)


@cache
def _environment() -> Environment:
    loader = PackageLoader("collector.pages")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"day": dates.day, "begins": dates.begins, "ends": dates.ends}
    environment.globals["bars"] = bars
    return environment
