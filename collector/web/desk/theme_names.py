"""What themes are called at the desk."""

from collector.entries import Theme
from collector.store import themes
from collector.web.context import Context
from collector.words import say


def label_of(theme: Theme) -> str:
    """Its name, or its words; something to go by where it has neither."""
    return theme.label or say("theme-unnamed")


def labels(context: Context, challenge: str) -> dict[str, str]:
    """By ref what the themes of a challenge are called."""
    return {each.ref: label_of(each) for each in themes.of(context.store, challenge)}
