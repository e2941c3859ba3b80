"""An instant-runoff, drawn: how many votes each option had when it won or went.

Wright
██████████████░░░░░░░░░   4064 · out in round 2
Kiss
████████████████░░░░░░░   4314 · wins
"""

from collections.abc import Iterable, Mapping, Sequence

from collector.analysis import Choice, Duels, Round, Runoff
from collector.draw.bars import Bar, bar, draw_bars
from collector.draw.section import Asked, Section, base
from collector.words import say

SENTENCES = {
    Choice.FEWEST: "rounds-fewest",
    Choice.EARLIER: "rounds-earlier",
    Choice.LOT: "rounds-lot",
}


def rounds(runoff: Runoff, duels: Duels, labels: Mapping[str, str], asked: Asked) -> str:
    """HTML of the runoff and of what the duels say of it; `labels` are the options' by code."""
    named = {code: labels.get(code, code) for code in runoff.rounds[0].votes}
    ends = _ends(runoff, named)
    drawn: list[Bar] = []
    y = 0.0
    for text, count in ends.values():
        drawn.append(bar(text, str(count), y, count / runoff.n))
        y += drawn[-1].height
    section = Section(
        base=base(runoff.n),
        description=" ".join(
            say("rounds-told", {"label": text, "count": count}) for text, count in ends.values()
        ),
        notes=[say("rounds-explained"), *_steps(runoff, named), _compared(runoff, duels, named)],
        heads=[say("result-option"), *_heads(runoff.rounds)],
        rows=_rows(runoff, named, ends),
    )
    return draw_bars(asked, section, drawn, y)


def _ends(runoff: Runoff, named: Mapping[str, str]) -> dict[str, tuple[str, int]]:
    """What became of each option, and its last votes: the winner first, the first out last."""
    ends = {}
    for code, count in runoff.rounds[-1].votes.items():
        reason = "rounds-won" if code == runoff.winner else "rounds-left"
        ends[code] = say(reason, {"label": named[code]}), count
    for number, each in reversed([*enumerate(runoff.rounds, 1)]):
        for code in each.out:
            text = say("rounds-out", {"label": named[code], "round": number})
            ends[code] = text, each.votes[code]
    return ends


def _steps(runoff: Runoff, named: Mapping[str, str]) -> list[str]:
    steps = [_step(number, each, named) for number, each in enumerate(runoff.rounds[:-1], 1)]
    last = runoff.rounds[-1].votes
    facts = {
        "round": len(runoff.rounds),
        "winner": named[runoff.winner],
        "count": last[runoff.winner],
        "left": sum(last.values()),
    }
    return [*steps, say("rounds-last", facts)]


def _step(number: int, each: Round, named: Mapping[str, str]) -> str:
    nobody = not any(each.votes[code] for code in each.out)
    reason = "rounds-none" if nobody else SENTENCES[each.choice or Choice.FEWEST]
    out = ", ".join(named[code] for code in each.out)
    return say(reason, {"round": number, "out": out})


def _compared(runoff: Runoff, duels: Duels, named: Mapping[str, str]) -> str:
    if duels.winner is None:
        return say("rounds-circle")
    reason = "rounds-same" if duels.winner == runoff.winner else "rounds-other"
    return say(reason, {"winner": named[duels.winner]})


def _heads(counted: Sequence[Round]) -> list[str]:
    return [say("rounds-round", {"round": number}) for number, _ in enumerate(counted, 1)]


def _rows(runoff: Runoff, named: Mapping[str, str], order: Iterable[str]) -> list[list[str]]:
    rows = [
        [named[code], *(str(each.votes.get(code, "\N{EN DASH}")) for each in runoff.rounds)]
        for code in order
    ]
    return [*rows, [say("rounds-exhausted"), *(str(each.exhausted) for each in runoff.rounds)]]
