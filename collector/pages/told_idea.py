"""An idea that a model names, as plain JSON values between two fills."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from collector.brief import Brief
from collector.published import PublishedIdea, tag_name


@dataclass(frozen=True)
class Told:
    """What models may tell of an idea; `tags` are names, as in addresses."""

    challenge: str
    ref: str
    refs: tuple[str, ...]
    """With those of the ideas that were merged into it."""
    title: str
    language: str
    progress: str
    tags: tuple[str, ...]
    progressed: str = ""
    """The day on which it came to that step, in ISO 8601; empty while it never did."""
    benefit: Mapping[str, Any] | None = None
    """What of its benefit is shown, as a document."""

    @classmethod
    def of(cls, brief: Brief, idea: PublishedIdea) -> Self:
        """As it is published now."""
        return cls(
            challenge=brief.slug,
            ref=idea.ref,
            refs=tuple(sorted(refs_of(idea))),
            title=idea.title,
            language=brief.language,
            progress=idea.progress.value,
            tags=tuple(tag_name(each) for each in idea.tags),
            progressed=idea.progressed.isoformat() if idea.progressed else "",
            benefit=idea.benefit.to_document() if idea.benefit else None,
        )

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Self:
        """The one that was kept so."""
        lists = {name: tuple(document[name]) for name in ("refs", "tags")}
        return cls(**{**document, **lists})

    def to_document(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {**vars(self), "refs": list(self.refs), "tags": list(self.tags)}


def refs_of(idea: PublishedIdea) -> set[str]:
    """Its own, and those of the ideas that were merged into it."""
    return {idea.ref, *(each.ref for each in idea.merged)}
