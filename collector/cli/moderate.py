"""`moderate`: decide on what visitors sent, from the command line."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import indent
from typing import Any

import click

from collector.acts import desk
from collector.acts.merge import Merging
from collector.acts.merge import merge as merge_idea
from collector.acts.merge import unmerge as unmerge_idea
from collector.acts.progress import progress as bring_on
from collector.cli.place import in_garden, now, opened
from collector.entries import (
    MODERATING,
    Decision,
    Entry,
    Progress,
    Reason,
    Reply,
    State,
    to_document,
)
from collector.errors import Unknown
from collector.garden import Garden
from collector.moderation import Move
from collector.store import reads
from collector.words import say

BY = "command line"
SHORT = 60
"""Characters of an entry that its line in a list shows."""

REFS = click.argument("refs", metavar="REF...", nargs=-1, required=True)
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON, for other programs.")
REASON = click.option(
    "--reason",
    type=click.Choice([each.value for each in MODERATING]),
    help="Why; it is kept with the decision.",
)


@click.group()
def moderate() -> None:
    """Decide on what visitors sent, and answer it."""


@moderate.command("list")
@click.option("--challenge", default="", help="Only this challenge.")
@click.option(
    "--state",
    type=click.Choice([each.value for each in State]),
    default=State.WAITING.value,
    show_default=True,
    help="Only entries in this state.",
)
@JSON
@in_garden
def list_(garden: Garden, challenge: str, state: str, as_json: bool) -> None:
    """List entries, the oldest first."""
    with opened(garden) as store:
        entries = reads.entries(store, State(state), challenge=challenge or None)
        if as_json:
            _tell_json_list(to_document(each) for each in entries)
        else:
            _tell_list(entries, State(state))


def _tell_list(entries: Iterable[Entry], state: State) -> None:
    each = None
    for each in entries:
        click.echo(f"{each.ref}  {each.received:%Y-%m-%d %H:%M}  {each.challenge}  {line(each)}")
    if each is None:
        click.echo(say("told-no-entry", {"state": say(f"desk-state-{state}")}))


@dataclass(frozen=True)
class Dossier:
    """An entry with everything that was said and decided about it."""

    entry: Entry
    replies: Sequence[Reply]
    decisions: Sequence[Decision]

    def to_document(self) -> Mapping[str, Any]:
        return {
            **to_document(self.entry),
            "replies": [to_document(each) for each in self.replies],
            "decisions": [to_document(each) for each in self.decisions],
        }


@moderate.command()
@click.argument("ref")
@JSON
@in_garden
def show(garden: Garden, ref: str, as_json: bool) -> None:
    """Show one entry: answers, replies, decisions."""
    with opened(garden) as store:
        entry = reads.entry(store, ref)
        if entry is None:
            raise Unknown("no-entry", ref=ref)
        replies = reads.replies(store, entry.challenge, about=ref)
        dossier = Dossier(entry, replies, reads.decisions(store, about=ref))
    if as_json:
        _tell_json(dossier.to_document())
    else:
        _tell(dossier)


def _decide(move: Move) -> click.Command:
    """The command that makes this move."""

    @REFS
    @REASON
    @JSON
    @in_garden
    def decide(garden: Garden, refs: tuple[str, ...], reason: str | None, as_json: bool) -> None:
        with opened(garden) as store:
            decisions = desk.decide(store, move, refs, BY, now(), reason=Reason(reason or ""))
        _tell_decisions(decisions, as_json)

    return click.command(move.value, help=HELP[move])(decide)


HELP = {
    Move.APPROVE: "Approve entries: ideas are shown, responses are counted.",
    Move.REJECT: "Reject entries: they are neither shown nor counted.",
    Move.SPAM: "Mark entries as spam: they are neither shown nor counted.",
    Move.REOPEN: "Put entries back into the queue.",
}

for _move in HELP:
    moderate.add_command(_decide(_move))


@moderate.command()
@REFS
@JSON
@in_garden
def undo(garden: Garden, refs: tuple[str, ...], as_json: bool) -> None:
    """Take back the last move of each entry."""
    with opened(garden) as store:
        decisions = desk.undo(store, refs, BY, now())
    _tell_decisions(decisions, as_json)


@moderate.command()
@click.argument("ref")
@click.argument("text")
@JSON
@in_garden
def reply(garden: Garden, ref: str, text: str, as_json: bool) -> None:
    """Answer an entry; the garden's name signs it."""
    with opened(garden) as store:
        answer = desk.reply(store, ref, text, BY, now())
    if as_json:
        _tell_json(to_document(answer))
    else:
        click.echo(say("told-replied", {"ref": ref}))


@moderate.command()
@click.argument("ref")
@click.argument("into")
@click.option("--text", default="", help="A public sentence to those whom it concerns.")
@click.option("--approve", is_flag=True, help="Approve it with that, if it waits.")
@JSON
@in_garden
def merge(garden: Garden, ref: str, into: str, text: str, approve: bool, as_json: bool) -> None:
    """Merge an idea into another one of its challenge; votes count once a voter."""
    with opened(garden) as store:
        decision = merge_idea(store, ref, into, Merging(BY, now(), text, approve))
    if as_json:
        _tell_json(to_document(decision))
    else:
        click.echo(say("told-merged", {"ref": ref, "into": into}))


@moderate.command()
@click.argument("ref")
@JSON
@in_garden
def unmerge(garden: Garden, ref: str, as_json: bool) -> None:
    """Let a merged idea stand by itself again."""
    with opened(garden) as store:
        decision = unmerge_idea(store, ref, BY, now())
    if as_json:
        _tell_json(to_document(decision))
    else:
        click.echo(say("told-unmerged", {"ref": ref}))


STEPS = {each.value.replace(" ", "-"): each for each in Progress}


@moderate.command()
@click.argument("ref")
@click.argument("step", type=click.Choice(list(STEPS)))
@click.option("--text", default="", help="What is answered in public with it.")
@JSON
@in_garden
def progress(garden: Garden, ref: str, step: str, text: str, as_json: bool) -> None:
    """Say what becomes of an idea."""
    with opened(garden) as store:
        decisions = bring_on(store, STEPS[step], [ref], BY, now(), text=text)
    _tell_decisions(decisions, as_json)
    if STEPS[step] is Progress.DECLINED and not text.strip():
        click.echo(say("told-unworded", {"ref": ref}), err=True)


def _tell_decisions(decisions: Iterable[Decision], as_json: bool) -> None:
    if as_json:
        _tell_json([to_document(each) for each in decisions])
        return
    for each in decisions:
        click.echo(f"{each.about}: {each.before} → {each.after}")


def _tell(dossier: Dossier) -> None:
    entry = dossier.entry
    flags = ", ".join(entry.suspicions)
    suspicion = say("told-suspected", {"flags": flags}) if flags else ""
    click.echo(f"{entry.ref}  {entry.challenge}, {entry.form}  {entry.state}{suspicion}")
    for place, ref in entry.belonging.items():
        if ref:
            click.echo(f"  {place}: {ref}")
    for column, value in entry.answers.items():
        click.echo(f"  {column}: {_text(value)}")
    for each in dossier.replies:
        facts = {"day": each.at.date(), "by": each.by, "text": each.text}
        click.echo(say("told-reply", facts))
    for decision in dossier.decisions:
        why = f" ({decision.reason})" if decision.reason else ""
        click.echo(f"  {decision.at:%Y-%m-%d %H:%M} {decision.by}: {decision.move}{why}")


def line(entry: Entry) -> str:
    """What the entry is called, on one short line."""
    told = entry.answers.get("title") or next(iter(entry.answers.values()), "")
    words = " ".join(_text(told).split())
    return words if len(words) <= SHORT else words[: SHORT - 1] + "…"


def _text(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _tell_json_list(told: Iterable[object]) -> None:
    """As `_tell_json` tells a list, one after the other."""
    between = "["
    for each in told:
        text = json.dumps(each, ensure_ascii=False, indent=2)
        click.echo(between + "\n" + indent(text, "  "), nl=False)
        between = ","
    click.echo("[]" if between == "[" else "\n]")


def _tell_json(told: object) -> None:
    click.echo(json.dumps(told, ensure_ascii=False, indent=2))
