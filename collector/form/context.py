"""What a form is drawn with: where it goes, what was typed, what is wrong with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from collector.brief import Access
from collector.errors import Problem


@dataclass(frozen=True)
class Terms:
    """A page that whoever sends the form accepts."""

    name: str
    title: str
    href: str


@dataclass(frozen=True, kw_only=True)
class Context:
    """The surroundings of a drawn form; the form's own words come from its brief."""

    challenge: str
    action: str
    """The address that the form is sent to."""
    definition_hash: str = ""
    """Empty: the form's own."""
    values: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """What was typed, by column, as it was sent."""
    files: Mapping[str, str] = field(default_factory=dict)
    """What files that were handed in before are called, by their ref."""
    problems: Mapping[str, Problem] = field(default_factory=dict)
    """By column; `_terms` for the box below the form, `_invite` for an invitation's code."""
    hidden: Mapping[str, str] = field(default_factory=dict)
    """The kit's own hidden fields, as `_token`."""
    saves: bool = True
    """Whether a long form may be saved, to be gone on with later."""
    terms: Terms | None = None
    access: Access = Access.OPEN
    """Who may send it: `invite` asks for a code, `email` leads to `confirm`."""
    confirm: str = ""
    """The address where an e-mail address is confirmed."""
    button: str = ""
    """What the button says; empty: that the idea or the answers are sent."""
    base: str = ""
    """Stands before relative links and pictures in the form's words, as `../`."""
    prefix: str = ""
    """Begins every id, so that two forms can share a page; empty: the form's name."""
    variant: str = ""
    """The code of the trial's variant that is drawn; without it none is."""
    deal: str = ""
    """The address where a variant is dealt: the form waits behind a button that leads there."""
    every: bool = False
    """Whether all variants are drawn, each below its name, as its owner sees them."""
    level: int = 3
    """Of the headings inside the form."""
