"""What was confirmed as the idea of a month is an idea that there is."""

from dataclasses import replace
from pathlib import Path

import pytest

from collector.acts import honour
from collector.analysis.honour import Candidate, Place
from collector.entries import State
from collector.errors import Unknown
from collector.garden import Garden, Settings
from collector.store import Store, honours, reads, writes
from tests.form.forms import form
from tests.kept import NOW, idea


@pytest.mark.parametrize("state", [State.ERASED, State.WITHDRAWN])
def test_an_idea_that_went_while_it_was_looked_at_is_no_months(
    store: Store, tmp_path: Path, state: State
) -> None:
    sent = idea(form(), {}, state=State.APPROVED)
    writes.add(store, sent)
    garden = Garden(tmp_path, Settings())
    place = Place(Candidate(sent.ref, sent.challenge, "Rye", NOW.date()), 3)
    writes.replace(store, replace(sent, state=state), sent.revision)
    with pytest.raises(Unknown):
        honour.confirm(garden, store, place, "2026-10", "ada", NOW)
    assert honours.of_month(store, "2026-10") is None
    assert reads.decisions(store) == []
    writes.replace(store, sent, sent.revision + 1)
    honour.confirm(garden, store, place, "2026-10", "ada", NOW)
    assert honours.of_month(store, "2026-10")
