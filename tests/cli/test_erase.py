"""`erase` and `retention`, as somebody types them."""

from datetime import timedelta
from pathlib import Path

import click
import pytest

from collector.acts.receipt import code_hash
from collector.brief import Shape
from collector.cli.place import now
from collector.entries import Idea, Promise, Receipt, Reply, State
from collector.form import define, labels
from collector.garden import Garden
from collector.store import Store, erased, reads, writes
from tests.cli.conftest import Run
from tests.form.forms import form, question
from tests.kept import NOW, idea

CODE = "k3d9-x2mf-77ab-qq4r"
ASKED = form(question(Shape.TEXT, "title"), question(Shape.EMAIL))


@pytest.fixture
def garden(tmp_path: Path) -> Garden:
    (tmp_path / "ideagarden.toml").write_text('retention = "90 days"\n', "utf-8")
    return Garden.find(tmp_path)


@pytest.fixture
def rye(garden: Garden) -> Idea:
    """An idea with a reply and a receipt."""
    sent = idea(ASKED, {"title": "Rye with walnuts", "email": "maja@home.example"})
    reply = Reply(ref="yes", about=sent.ref, challenge="bread", text="Yes", by="ada", at=NOW)
    receipt = Receipt(code_hash=code_hash(CODE), digest="d", about=sent.ref, table="ideas")
    with Store.open(garden) as store:
        for each in (sent, reply, receipt):
            writes.add(store, each)
    return sent


def state_of(garden: Garden, entry: Idea) -> State:
    with Store.open(garden) as store:
        kept = reads.idea(store, entry.ref)
    assert kept is not None
    return kept.state


class TestErase:
    @pytest.mark.parametrize("by", ["ref", "code"])
    def test_an_entry_goes_by_its_name_or_its_receipts_code(
        self, run: Run, garden: Garden, rye: Idea, by: str
    ) -> None:
        code, told, _ = run("erase", rye.ref if by == "ref" else CODE, "--yes")
        assert code == 0
        assert state_of(garden, rye) is State.ERASED
        assert f"{rye.ref}: erased. With it fell: replies 1, receipts 1." in told
        assert "another 14 days" in told
        assert erased.listed(garden) == {rye.ref}

    def test_it_asks_first_and_shows_what_it_is_about(
        self, run: Run, garden: Garden, rye: Idea, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(text: str, *, abort: bool) -> None:
            assert "for good?" in text
            raise click.Abort

        monkeypatch.setattr(click, "confirm", refuse)
        code, told, complaint = run("erase", rye.ref)
        assert "Rye with walnuts" in told
        assert (code, complaint) == (1, "Stopped.\n")
        assert state_of(garden, rye) is State.APPROVED
        monkeypatch.setattr(click, "confirm", lambda *_, **__: True)
        run("erase", rye.ref)
        assert state_of(garden, rye) is State.ERASED

    def test_twice_is_no_harm(self, run: Run, rye: Idea) -> None:
        run("erase", rye.ref, "--yes")
        code, told, _ = run("erase", rye.ref, "--yes")
        assert (code, told) == (0, f"{rye.ref} is erased already.\n")

    @pytest.mark.usefixtures("rye")
    def test_what_is_not_there_is_said(self, run: Run) -> None:
        code, _, complaint = run("erase", "nobody", "--yes")
        assert code == 1
        assert "no entry and no receipt called nobody" in complaint

    def test_without_backups_none_is_spoken_of(self, run: Run, garden: Garden, rye: Idea) -> None:
        (garden.root / "ideagarden.toml").write_text("[backup]\nkeep = 0\n", "utf-8")
        assert "ackups" not in run("erase", rye.ref, "--yes")[1]


@pytest.mark.usefixtures("rye")
class TestRetention:
    @pytest.fixture(autouse=True)
    def asked(self, garden: Garden) -> None:
        made = define(ASKED)
        with Store.open(garden) as store:
            writes.keep_definition(
                store, "bread", "idea", made.hash, made.to_document(), labels(ASKED), "en"
            )

    def promise(self, garden: Garden, days: int | None, *, ended: int | None = None) -> None:
        closes = None if ended is None else now() - timedelta(days=ended)
        with Store.open(garden) as store:
            writes.keep_promise(store, Promise(challenge="bread", closes=closes, days=days))

    def holds(self, garden: Garden, rye: Idea) -> bool:
        with Store.open(garden) as store:
            kept = reads.idea(store, rye.ref)
        assert kept is not None
        assert kept.answers["title"] == "Rye with walnuts"
        return "email" in kept.answers

    def test_a_rehearsal_tells_what_would_be_erased(
        self, run: Run, garden: Garden, rye: Idea
    ) -> None:
        self.promise(garden, 30, ended=31)
        code, told, _ = run("retention", "--dry-run")
        assert code == 0
        assert told.startswith("bread (erased 30 days after the end, ")
        assert told.endswith("entries to be cleared of personal answers: 1\n")
        assert self.holds(garden, rye)

    def test_what_is_due_is_erased_and_told(self, run: Run, garden: Garden, rye: Idea) -> None:
        self.promise(garden, 30, ended=31)
        assert "entries cleared of personal answers: 1\n" in run("retention")[1]
        assert not self.holds(garden, rye)
        assert "entries cleared of personal answers: 0\n" in run("retention")[1]

    @pytest.mark.parametrize("days", [30, None])
    def test_what_is_not_due_stays(
        self, run: Run, garden: Garden, rye: Idea, days: int | None
    ) -> None:
        self.promise(garden, days, ended=29)
        assert "answers: 0\n" in run("retention")[1]
        assert self.holds(garden, rye)

    def test_a_challenge_that_promised_nothing_is_kept_by_the_gardens_rule(self, run: Run) -> None:
        assert "bread (erased 90 days after they came)" in run("retention", "--dry-run")[1]

    def test_for_ever_is_said(self, run: Run, garden: Garden) -> None:
        self.promise(garden, None)
        assert "bread (kept for ever)" in run("retention", "--dry-run")[1]


def test_where_nothing_was_sent_there_is_nothing_to_erase(run: Run, garden: Garden) -> None:
    assert run("retention") == (0, "Nothing was sent yet.\n", "")
