"""A site that stands elsewhere than its collector."""

from dataclasses import replace

from collector.garden.settings import CollectorSettings
from collector.web.context import Context


def split(context: Context) -> Context:
    """The same garden, its collector at an address of its own."""
    there = CollectorSettings(url="https://api.bakery.example")
    settings = replace(context.garden.settings, collector=there)
    return replace(context, garden=replace(context.garden, settings=settings))
