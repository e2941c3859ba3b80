"""The scorecard on a challenge's page: visitors read what the jury will judge ideas by."""

from html import escape

from collector.brief import Question, Scorecard, Shape
from collector.words import decimal, say


def scorecard(card: Scorecard) -> str:
    """Markdown for the generator: the criteria as headings, what each is worth, its help."""
    heading = f'<h2 id="{escape(card.form.name)}">{escape(card.form.label)}</h2>'
    introduction = card.form.pages[0].introduction
    criteria = (_criterion(each, card.share(each)) for each in card.criteria)
    return "\n\n".join(filter(None, (heading, introduction, *criteria)))


def _criterion(criterion: Question, share: float) -> str:
    facts = f'<p class="ig-meta">{escape(_range(criterion))} · {escape(_share(share))}</p>'
    return "\n\n".join(
        filter(None, (f"### {criterion.label}", facts, criterion.help, criterion.note))
    )


def _share(share: float) -> str:
    if not share:
        return say("scorecard-share-none")
    return say("scorecard-share", {"share": decimal(f"{share * 100:.0f}")})


def _range(criterion: Question) -> str:
    """From which step to which, in the words that stand at its ends."""
    facts = {"low": criterion.low, "high": criterion.high}
    if criterion.shape is Shape.STARS:
        return say("scorecard-stars", facts)
    words = {option.code: option.label for option in criterion.options}
    ends = (words.get(str(criterion.low), ""), words.get(str(criterion.high), ""))
    if not all(ends):
        return say("scorecard-range", facts)
    return say("scorecard-range-words", {**facts, "worst": ends[0], "best": ends[1]})
