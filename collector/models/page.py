"""One page of a model: its settings, its title, and what stands below each of its headings.

---                      settings, by key
kind: canvas
---
# Our business model     title
In spring.               introduction
## Channels              a passage, known by its words or its {#code}
- The shop
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from collector.brief.heading import Heading, level_of, near, read_heading
from collector.brief.matter import Matter, Setting, key_of, read_matter
from collector.brief.report import Report
from collector.brief.source import SourceLine, numbered, raw_lines, read_body
from collector.words import say, speaking

KINDS = ("canvas", "experiment", "participants", "programme", "report", "story")
"""What `kind:` may say of a page that is a model."""
OTHERS = ("home", "page", "list", "idea", "frame", "challenge")
"""What it says of the kit's other pages."""
NOTES = "notes"
"""The passage that every model may have: whatever else is to be said."""

ASIDE = re.compile(r"<!--(?!garden:).*?-->", re.DOTALL)

Kind = TypeVar("Kind", bound=StrEnum)

Names = Mapping[str, str]
"""By code, the reason of the sentence that names it."""


@dataclass(frozen=True)
class Passage:
    """A heading of level two, and the lines below it up to the next."""

    heading: Heading
    lines: list[SourceLine] = field(default_factory=list)

    @property
    def label(self) -> str:
        return self.heading.label

    @property
    def text(self) -> str:
        """The Markdown as it was written, without comments and empty lines around it."""
        return written(self.lines)


@dataclass(frozen=True)
class Page:
    """A page that was read; `place` is its file below `site/pages/`."""

    place: str
    report: Report
    settings: Mapping[str, Setting]
    title: str
    introduction: str
    passages: Mapping[str, Passage]
    first: SourceLine
    """The line that is named where something is missing."""

    @property
    def name(self) -> str:
        """What other pages call it: its file's name without the ending."""
        return Path(self.place).stem

    def missing(self, reason: str, fix: str, **facts: object) -> None:
        """Report what should stand in the page and does not."""
        self.report.error(self.first, reason, at=0, fix=fix, **facts)

    def faulty(self, setting: Setting, reason: str, fix: str, **facts: object) -> None:
        """Report a setting; `fix` is another text for it."""
        told = {"key": setting.key, "value": setting.text, **facts}
        line = setting.with_text(fix) if fix else ""
        self.report.error(setting.line, reason, at=setting.at, fix=line, **told)

    def text(self, key: str) -> str:
        """A setting's text; empty where it is not written."""
        setting = self.settings.get(key)
        return setting.text if setting else ""

    def passage(self, code: str) -> str:
        """The Markdown of a passage; empty where there is none."""
        found = self.passages.get(code)
        return found.text if found else ""

    def names(self, key: str) -> tuple[str, ...]:
        """A setting's list; empty where it is not written."""
        setting = self.settings.get(key)
        return setting.list if setting else ()

    def choice(self, key: str, known: Sequence[str]) -> str:
        """A setting that is one of these; empty if it is not, which is reported."""
        setting = self.settings.get(key)
        listed = ", ".join(known)
        if setting is None:
            self.missing("model-choice-missing", f"{key}: {known[0]}", key=key, known=listed)
            return ""
        text = key_of(setting.text)
        if text in known:
            return text
        fix = str(near(text, [*known]) or known[0])
        self.faulty(setting, "model-choice-unknown", fix, near=fix, known=listed)
        return ""


def written(lines: Iterable[SourceLine]) -> str:
    """The Markdown of these lines; comments stay in the file, but for the kit's own tokens."""
    return ASIDE.sub("", "\n".join(line.raw.rstrip() for line in lines)).strip()


def kind_of(text: str) -> str:
    """What a page's front matter says that it is; empty if it says nothing."""
    setting = _kind(text)
    return key_of(setting.text) if setting else ""


def check_kind(text: str, report: Report) -> None:
    """Report a page that says that it is something that there is not."""
    setting = _kind(text)
    if setting is None or key_of(setting.text) in (*KINDS, *OTHERS):
        return
    meant = near(setting.text, [*KINDS]) or KINDS[0]
    fix = setting.with_text(meant)
    known = ", ".join(KINDS)
    report.error(
        setting.line,
        "model-kind",
        at=setting.at,
        fix=fix,
        kind=setting.text,
        near=meant,
        known=known,
    )


def _kind(text: str) -> Setting | None:
    matter = read_matter(raw_lines(text), Report(Path()))
    return next((each for each in matter.settings if each.key == "kind"), None)


class Reader:
    """Reads one page; everything that is wrong with it comes into the report."""

    def __init__(self, place: str, text: str, report: Report, language: str) -> None:
        self.place, self.report, self.language = place, report, language
        self._raws = raw_lines(text)
        self._matter: Matter = read_matter(self._raws, report)

    def page(self, keys: Sequence[str], names: Names) -> Page:
        """The page, with settings of these keys and passages of these names."""
        title, introduction, passages = self._parted()
        return Page(
            place=self.place,
            report=self.report,
            settings=self._settings(("kind", *keys)),
            title=title or Path(self.place).stem.replace("-", " ").capitalize(),
            introduction=introduction,
            passages=self._known(passages, {**names, NOTES: "model-notes"}),
            first=numbered(1, self._raws[0]),
        )

    def setting(self, key: str) -> Setting | None:
        return next((each for each in self._matter.settings if each.key == key), None)

    def kind(self, key: str, kinds: type[Kind]) -> Kind | None:
        """What a setting says, if it is one of these; then it is known what the page may hold."""
        setting = self.setting(key)
        text = key_of(setting.text) if setting else ""
        return kinds(text) if text in {*kinds} else None

    def _settings(self, keys: Sequence[str]) -> dict[str, Setting]:
        found: dict[str, Setting] = {}
        for each in self._matter.settings:
            if each.key not in keys:
                meant = near(each.key, [*keys]) or keys[-1]
                fix = f"{meant}: {each.text}"
                self.report.error(
                    each.line, "brief-setting-unknown", fix=fix, key=each.key, near=meant
                )
            elif each.key in found:
                self.report.error(each.line, "brief-setting-twice", key=each.key)
            elif not each.text and not each.items:
                self.report.error(each.line, "brief-setting-empty", key=each.key)
            else:
                found[each.key] = each
        return found

    def _parted(self) -> tuple[str, str, list[Passage]]:
        title = ""
        above: list[SourceLine] = []
        passages: list[Passage] = []
        for line in read_body(self._raws, self._matter.body).lines:
            level = 0 if line.fenced else level_of(line)
            heading = read_heading(line, self.report) if level in (1, 2) else None
            if heading is not None and level == 1 and not title:
                title = heading.label
            elif heading is not None and level == 2:
                passages.append(Passage(heading))
            else:
                (passages[-1].lines if passages else above).append(line)
        return title, written(above), passages

    def _known(self, passages: Sequence[Passage], names: Names) -> dict[str, Passage]:
        """By code; those that nothing is called are reported, with the nearest name."""
        called = names_of(names, self.language)
        found: dict[str, Passage] = {}
        for each in passages:
            written = each.heading.attributes.id or each.label
            code = called.get(key_of(written), "")
            if not code:
                self._unknown(each, written, called, names)
            elif code in found:
                first = found[code].heading.line.number
                self.report.error(
                    each.heading.line, "model-block-twice", block=each.label, first=first
                )
            else:
                found[code] = each
        return found

    def _unknown(
        self, passage: Passage, written: str, called: Mapping[str, str], names: Names
    ) -> None:
        meant = called.get(near(key_of(written), [*called]), NOTES)
        label = say(names[meant])
        known = ", ".join(say(reason) for reason in names.values())
        self.report.error(
            passage.heading.line,
            "model-block-unknown",
            fix=f"## {label}",
            block=written,
            near=label,
            known=known,
        )


def names_of(names: Names, language: str) -> dict[str, str]:
    """Codes by whatever they may be called: their own, in English, in the garden's language."""
    called = {key_of(code): code for code in names}
    for each in ("en", language):
        with speaking(each):
            called |= {key_of(say(reason)): code for code, reason in names.items()}
    return called
