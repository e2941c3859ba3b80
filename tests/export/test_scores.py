"""What jurors said is taken home: a row for each criterion."""

from dataclasses import replace

from collector.export import What, gather
from tests.export.exported import as_csv, as_xlsx
from tests.export.talked import Talk, challenge
from tests.form.scorecards import criterion, score, scorecard

CARD = scorecard(criterion("impact", 3), criterion("ease"))
BRIEF = replace(challenge(), sections=(*challenge().sections, CARD))


def test_scores_are_a_row_for_each_criterion(talk: Talk) -> None:
    rye = talk.idea("Rye")
    talk.keep(
        score(CARD, rye.ref, "dora", "ease", impact=5, note="=1+1"),
        score(CARD, rye.ref, "emil", conflict=True),
    )
    rows = as_csv(gather(talk.store, BRIEF), what=What.SCORES, codes=True)
    told = [
        [row[each] for each in ("juror", "criterion", "scale", "weight", "applies", "mark")]
        for row in rows
    ]
    assert told == [
        ["dora", "impact", "1-5", "3", "1", "5"],
        ["dora", "ease", "1-5", "1", "0", ""],
        ["emil", "", "", "", "", ""],
    ]
    assert [row["conflict"] for row in rows] == ["0", "0", "1"]
    assert [row["in"] for row in rows] == ["1", "1", "1"]
    assert [row["note"] for row in rows] == ["'=1+1", "", ""]
    assert {row["title"] for row in rows} == {"Rye"}


def test_a_workbook_has_them_where_there_are_any_and_tells_what_was_picked(talk: Talk) -> None:
    rye = talk.idea("Rye")
    assert "Scores" not in as_xlsx(gather(talk.store, BRIEF))
    talk.keep(score(CARD, rye.ref, "dora", impact=5))
    assert "Scores" in as_xlsx(gather(talk.store, BRIEF))
    assert "pick" in as_csv(gather(talk.store, BRIEF), what=What.IDEAS)[0]
    assert "pick" not in as_csv(gather(talk.store, challenge()), what=What.IDEAS)[0]
