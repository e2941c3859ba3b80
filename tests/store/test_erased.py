"""The list of what was erased, and what is done with it after a restore."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from pathlib import Path

import pytest

from collector.entries import Idea, Receipt, Reply, Response, State, tombstone
from collector.errors import Unavailable
from collector.garden import BackupSettings, Garden, Settings
from collector.store import Store, erased, reads, writes
from collector.words import say

DAY = date(2026, 11, 20)

Keep = Callable[..., Idea | Response]


@pytest.fixture
def path(garden: Garden) -> Path:
    return garden.backups / "erased.txt"


@pytest.fixture
def keep(store: Store, now: datetime) -> Keep:
    """An entry with a reply and a receipt."""

    def keep(ref: str, kind: type[Idea] | type[Response] = Idea) -> Idea | Response:
        entry = kind(
            ref=ref,
            challenge="new-breads",
            form="idea",
            form_hash="f" * 64,
            answers={"title": "Walnut bread"},
            state=State.APPROVED,
            received=now,
        )
        reply = Reply(
            ref=f"to-{ref}", about=ref, challenge="new-breads", text="Yes", by="ada", at=now
        )
        receipt = Receipt(code_hash=f"code {ref}", digest="d", about=ref, table="ideas")
        for each in (entry, reply, receipt):
            writes.add(store, each)
        return entry

    return keep


class TestTheList:
    def test_a_line_is_a_name_and_a_day(self, garden: Garden, path: Path) -> None:
        erased.note(garden, ["rye", "oats"], DAY)
        erased.note(garden, ["spelt"], DAY)
        assert path.read_text() == "rye 2026-11-20\noats 2026-11-20\nspelt 2026-11-20\n"
        assert erased.listed(garden) == {"rye", "oats", "spelt"}

    def test_where_nothing_was_erased_it_is_empty(self, garden: Garden) -> None:
        assert erased.listed(garden) == frozenset()

    def test_it_lies_where_the_backups_are(self, tmp_path: Path) -> None:
        garden = Garden(tmp_path, Settings(backup=BackupSettings(folder="disk/backups")))
        erased.note(garden, ["rye"], DAY)
        assert (tmp_path / "disk" / "backups" / "erased.txt").exists()

    @pytest.mark.parametrize("torn", ["spe", "spelt", "spelt 2026-1"])
    def test_a_line_that_was_torn_harms_no_other(
        self, garden: Garden, path: Path, torn: str
    ) -> None:
        erased.note(garden, ["rye"], DAY)
        path.write_text(path.read_text() + torn)
        assert erased.listed(garden) == {"rye"}
        erased.note(garden, ["oats"], DAY)
        assert erased.listed(garden) >= {"rye", "oats"}

    def test_many_who_write_it_lose_no_line(self, garden: Garden) -> None:
        refs = [f"entry{n}" for n in range(40)]
        with ThreadPoolExecutor(8) as owners:
            for ref in refs:
                owners.submit(erased.note, garden, [ref], DAY)
        assert erased.listed(garden) == set(refs)

    def test_one_that_can_not_be_used_says_what_to_do(self, garden: Garden, path: Path) -> None:
        path.mkdir(parents=True)
        for use in (lambda: erased.note(garden, ["rye"], DAY), lambda: erased.listed(garden)):
            with pytest.raises(Unavailable) as refused:
                use()
            assert str(path) in say(refused.value.reason, refused.value.facts)


class TestApplied:
    @pytest.mark.parametrize("kind", [Idea, Response])
    def test_an_entry_becomes_a_tombstone_and_all_about_it_falls(
        self, store: Store, keep: Keep, kind: type[Idea] | type[Response]
    ) -> None:
        entry = keep("rye", kind)
        assert erased.apply(store, {"rye"}) == 1
        stone = reads.entry(store, "rye")
        assert stone is not None
        assert (stone.state, stone.answers, stone.revision) == (State.ERASED, {}, 2)
        assert stone.received == tombstone(entry).received
        assert reads.replies(store, "new-breads") == []
        assert reads.receipts(store, ["rye"]) == {}

    def test_others_stay(self, store: Store, keep: Keep) -> None:
        keep("rye")
        other = keep("oats")
        erased.apply(store, {"rye", "nobody"})
        assert reads.entry(store, "oats") == other
        assert reads.receipts(store, ["rye", "oats"]) == {"oats": ["code oats"]}

    def test_a_second_time_there_is_nothing_to_do(self, store: Store, keep: Keep) -> None:
        keep("rye")
        erased.apply(store, {"rye"})
        assert erased.apply(store, {"rye"}) == 0

    def test_a_reply_falls_by_its_own_name(self, store: Store, keep: Keep) -> None:
        entry = keep("rye")
        assert erased.apply(store, {"to-rye"}) == 1
        assert reads.replies(store, "new-breads") == []
        assert reads.entry(store, "rye") == entry

    def test_a_long_list_is_done_in_parts(
        self, store: Store, keep: Keep, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(erased, "AT_ONCE", 2)
        monkeypatch.setattr(reads, "FEW", 2)
        refs = {f"entry{n}" for n in range(5)}
        for ref in refs:
            keep(ref)
        assert erased.apply(store, refs) == 5
        assert len(store.table("receipts")) == 0
        assert reads.counts(store) == {("new-breads", "idea", State.ERASED): 5}
