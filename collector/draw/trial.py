"""A trial, drawn: a bar for what each variant's readers said, and whether it tells anything yet."""

from collections.abc import Iterator, Mapping

from collector.analysis import LEAST, Contrast, TrialResult, row
from collector.brief import Form, Trial
from collector.draw.bars import draw_bars, place_bars, told
from collector.draw.groups import CHANCE
from collector.draw.numbers import chance, interval, number, percent
from collector.draw.section import Asked, Section
from collector.draw.shares import signed
from collector.words import say

HEADS = ("variant", "dealt", "answered", "count", "share", "interval")


def trial(result: TrialResult, form: Form) -> str:
    """HTML of the result of the form's trial, in the form's words; every text escaped."""
    of = form.trial
    if of is None:
        raise ValueError(f"{form.name} is not split")
    labels = {each.code: each.label for each in of.variants}
    shown = [arm for arm in result.arms if arm.count is not None]
    rows = [row(arm.code, labels.get(arm.code, arm.code), *arm.counted) for arm in shown]
    section = Section(
        base=say("trial-base", {"n": sum(arm.answered for arm in result.arms)}),
        description=" ".join(
            told(each, arm.answered) for each, arm in zip(rows, shown, strict=True)
        ),
        notes=[*_notes(result, form, labels)],
        heads=[say(f"trial-head-{head}") for head in HEADS],
        rows=[*_cells(result, labels)],
    )
    asked = Asked("trial", say("trial-title"), form.name)
    return draw_bars(asked, section, *place_bars(rows))


def goal_words(form: Form, of: Trial) -> str:
    """The answers that count, as the form calls them."""
    question = next(each for each in form.questions if each.id == of.question)
    words = {option.code: option.label for option in question.options}
    return ", ".join(words.get(code, code) for code in of.goal) or question.label


def plan(of: Trial, planned: int) -> str:
    """The sentence that says beforehand how many answers it takes."""
    low, high = of.expected
    facts = {"n": planned, "all": planned * len(of.variants), "points": number(100 * of.detect)}
    return say("trial-plan", facts | {"low": percent(low), "high": percent(high)})


def _cells(result: TrialResult, labels: Mapping[str, str]) -> Iterator[list[str]]:
    for arm in result.arms:
        name = labels.get(arm.code, arm.code)
        if arm.count is None:
            hidden = [say("groups-hidden"), *("\N{EN DASH}",) * 2]
        else:
            line = row(arm.code, name, *arm.counted)
            hidden = [str(line.count), percent(line.share), interval(line)]
        yield [name, str(arm.dealt), str(arm.answered), *hidden]


def _notes(result: TrialResult, form: Form, labels: Mapping[str, str]) -> Iterator[str]:
    dealt = ", ".join(
        say("trial-dealt-one", {"label": labels.get(arm.code, arm.code), "n": arm.dealt})
        for arm in result.arms
    )
    yield say("trial-dealt", {"dealt": dealt})
    if form.trial:
        yield say("trial-goal", {"goal": goal_words(form, form.trial)})
    if any(arm.count is None for arm in result.arms):
        yield say("trial-hidden", {"least": LEAST})
    if result.is_firm:
        for each in result.contrasts:
            yield from _told(each, result, labels)
    else:
        yield _too_few(result, labels)
    if result.uneven is not None and result.uneven < CHANCE:
        yield say("trial-uneven", {"p": chance(result.uneven)})


def _too_few(result: TrialResult, labels: Mapping[str, str]) -> str:
    missing = ", ".join(
        say("trial-missing-one", {"label": labels.get(code, code), "n": count})
        for code, count in result.missing.items()
    )
    facts = {"missing": missing, "n": result.planned, "points": number(100 * result.detect)}
    return say("trial-too-few", facts)


def _told(each: Contrast, result: TrialResult, labels: Mapping[str, str]) -> Iterator[str]:
    first = result.arms[0].code
    found = each.difference
    names = {"label": labels.get(each.code, each.code), "first": labels.get(first, first)}
    ends = {"least": signed(found.low), "most": signed(found.high)}
    yield say("trial-compared", {**names, "difference": signed(found.value), **ends})
    reason = "trial-real" if each.adjusted < CHANCE else "trial-chance"
    yield say(reason, {"p": chance(each.adjusted), "points": number(100 * result.detect)})
