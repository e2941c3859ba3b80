"""The portfolio as it is kept: which ideas are in it, in which theme and in which block."""

from collector.analysis.portfolio import By, portfolio
from collector.entries import State
from collector.export.portfolio import holdings, label, labels
from collector.models import Models
from tests.export.talked import Talk, challenge
from tests.kept import NOW
from tests.models.garden import CANVAS, EXPERIMENT, read


def models(folder) -> Models:
    later = CANVAS.replace("canvas: business model", "canvas: business model\nfollows: work")
    return read(folder, work=CANVAS, later=later, late_rolls=EXPERIMENT).models


def test_an_idea_stands_in_the_newest_canvas_s_blocks_and_other_tags_are_themes(
    talk: Talk, tmp_path
) -> None:
    talk.idea("Rye", tags=("Warm", "Partners", "late rolls"))
    [held] = holdings(talk.store, [challenge()], models(tmp_path), NOW)
    assert held.tags == ("Warm", "Partners", "late rolls")
    assert held.themes == ("Warm",)
    assert held.blocks == ("later/partners",)
    known = labels(By.BLOCK, models(tmp_path))
    [line] = portfolio([held], By.BLOCK)
    assert label(By.BLOCK, line.code, known) == "How we work: Key partners"


def test_what_is_not_let_through_is_not_in_it_and_what_is_merged_once(talk: Talk) -> None:
    rye = talk.idea("Rye")
    talk.idea("Dark bread", merged=rye.ref)
    talk.idea("Oats", state=State.WAITING)
    talk.idea("Spam", state=State.SPAM)
    held = holdings(talk.store, [challenge()], Models(), NOW)
    assert [each.title for each in held] == ["Rye"]
