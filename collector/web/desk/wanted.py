"""What is wanted of a list of entries: read from an address or a form, and put back into one."""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Self
from urllib.parse import parse_qsl, urlencode

from collector.acts.typed import SOURCES
from collector.brief import TONE, TONES
from collector.entries import KINDS, Entry, Idea, Report

KIND = {each.__name__.lower(): each for each in KINDS}
"""By the word for it."""

SOURCE = ("web", *SOURCES, "sample")

DAYS = (1, 3, 7, 30)
"""How old entries may have to be."""

LONGEST = 200
"""Characters of the words that are looked for."""


@dataclass(frozen=True)
class Wanted:
    """Each part that is not empty narrows the list; `order` is `oldest`, or empty for what is
    suspected or reported first.
    """

    challenge: str = ""
    kind: str = ""
    suspected: str = ""
    """`yes` or `no`."""
    screened: str = ""
    """`yes` or `no`: whether a rule of the owner's names it."""
    tone: str = ""
    """What its sender ticked."""
    theme: str = ""
    """The ref of an idea's theme."""
    language: str = ""
    source: str = ""
    days: str = ""
    """At least so old."""
    words: str = ""
    order: str = ""

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> Self:
        """What an address or a form asks for; what it can't ask for is left out."""
        known: Mapping[str, Collection[str]] = {
            "kind": KIND,
            "suspected": ("yes", "no"),
            "screened": ("yes", "no"),
            "tone": TONES,
            "source": SOURCE,
            "days": [str(each) for each in DAYS],
            "order": ("oldest",),
        }
        fields = {name: asked.get(name, "").strip()[:LONGEST] for name in cls.__dataclass_fields__}
        return cls(
            **{name: each for name, each in fields.items() if each in known.get(name, (each,))}
        )

    @classmethod
    def of_query(cls, query: str) -> Self:
        """The same from what `query` gave."""
        return cls.read(dict(parse_qsl(query)))

    @property
    def query(self) -> str:
        """As an address asks for it."""
        return urlencode({name: each for name, each in asdict(self).items() if each})

    @property
    def kinds(self) -> tuple[type[Entry], ...]:
        return (KIND[self.kind],) if self.kind else KINDS

    @property
    def is_narrow(self) -> bool:
        """Whether anything narrows the list."""
        return any(each for name, each in asdict(self).items() if name != "order")

    @property
    def looks_inside(self) -> bool:
        """Whether entries have to be read to tell which are meant."""
        parts = (self.suspected, self.screened, self.tone, self.theme, self.language)
        return any((*parts, self.source, self.days, self.words))

    @property
    def reads_answers(self) -> bool:
        """Whether what is wanted depends on answers, which not everybody may read."""
        return any((self.screened, self.tone, self.words))

    def holds(self, entry: Entry, now: datetime) -> bool:
        """Whether the entry is one that is wanted, its answers as far as they may be seen."""
        return (
            isinstance(entry, self.kinds)
            and self.challenge in ("", entry.challenge)
            and self.suspected in ("", "yes" if entry.suspicions else "no")
            and (not self.tone or self.tone in tones(entry))
            and self.language in ("", entry.language)
            and self.source in ("", entry.source)
            and (not self.days or now - entry.received >= timedelta(days=int(self.days)))
            and self._says(entry)
        )

    def _says(self, entry: Entry) -> bool:
        sought = self.words.casefold()
        return not sought or any(sought in str(each).casefold() for each in entry.answers.values())


def tones(entry: Entry) -> tuple[str, ...]:
    """What the sender of an idea ticked: a concern, a suggestion or praise."""
    told = entry.answers.get(TONE, ()) if isinstance(entry, Idea) else ()
    return (told,) if isinstance(told, str) else told if isinstance(told, tuple) else ()


def is_urgent(entry: Entry) -> bool:
    """Whether it comes first: somebody reported something, or it is suspected."""
    return isinstance(entry, Report) or bool(entry.suspicions)
