"""A jury's scores as rows: one for each criterion that a juror said something of."""

from collections.abc import Iterator

from collector.entries import Score
from collector.export.column import Kind
from collector.export.listing import Known, Listing, Row
from collector.export.what import What
from collector.form.scorecard import is_in

COLUMNS = {
    "idea": Kind.TEXT,
    "title": Kind.TEXT,
    "juror": Kind.TEXT,
    "scored": Kind.DATE,
    "in": Kind.BOX,
    "conflict": Kind.BOX,
    "criterion": Kind.TEXT,
    "scale": Kind.TEXT,
    "weight": Kind.NUMBER,
    "applies": Kind.BOX,
    "mark": Kind.NUMBER,
    "note": Kind.TEXT,
}


def _score(score: Score, known: Known) -> Iterator[Row]:
    card = known.material.brief.scorecard
    weights = {each.id: each.weight for each in card.criteria} if card else {}
    first: Row = [score.idea, known.title(score.idea), score.juror]
    first += [score.at.astimezone(known.zone), int(bool(card and is_in(card, score)))]
    note = score.note
    for name in _said(score) or [""]:
        applies = "" if not name else int(name not in score.not_applicable)
        about: Row = [name, score.scales.get(name, ""), weights.get(name, ""), applies]
        yield [*first, int(score.conflict), *about, score.values.get(name, ""), note]
        note = ""


def _said(score: Score) -> list[str]:
    """The criteria in the order of the scorecard that was filled in."""
    said = {*score.values, *score.not_applicable}
    return [each for each in score.scales if each in said]


SCORES = Listing(What.SCORES, COLUMNS, _score)
