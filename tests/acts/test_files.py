"""Files are kept with one entry, handed on with a correction, and swept when nobody keeps them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from collector.acts import files
from collector.acts.files import Place, Upload
from collector.brief import Limits, Question, Shape
from collector.entries import File, Idea, JobKind, State, new_reference
from collector.errors import Invalid
from collector.garden import Garden, Settings, StoreSettings
from collector.store import Store, reads, writes

NOW = datetime.fromisoformat("2026-11-20T09:30:15+00:00")
RECIPE = Question("recipe", "Recipe", Shape.FILE, limits=Limits(types=("pdf",), megabytes=1))
PLACE = Place("bread", "idea", RECIPE)


@pytest.fixture
def garden(tmp_path: Path, engine: StoreSettings) -> Garden:
    return Garden(tmp_path, Settings(store=engine))


@pytest.fixture
def store(garden: Garden) -> Iterator[Store]:
    with Store.open(garden) as store:
        yield store


def entry(store: Store) -> Idea:
    idea = Idea(
        ref=new_reference(),
        challenge="bread",
        form="idea",
        form_hash="f",
        answers={},
        state=State.WAITING,
        received=NOW,
    )
    writes.add(store, idea)
    return idea


def staged(garden: Garden, store: Store, now: datetime = NOW) -> File:
    garden.files.mkdir(parents=True, exist_ok=True)
    draft = garden.files / ".draft-a"
    draft.write_bytes(b"%PDF-1.4")
    return files.stage(garden, store, Upload(draft, "rye.pdf", 8), PLACE, now)


def test_what_is_staged_lies_under_its_ref(garden: Garden, store: Store) -> None:
    file = staged(garden, store)
    assert (garden.files / file.ref).read_bytes() == b"%PDF-1.4"
    assert reads.files(store, about="") == [file]
    (job,) = [each for each in reads.jobs(store) if each.kind is JobKind.FILES]
    assert job.due == NOW + File.life


def test_it_is_kept_with_one_entry_only(garden: Garden, store: Store) -> None:
    file, first, second = staged(garden, store), entry(store), entry(store)
    files.keep(store, {"recipe": file.ref}, first)
    files.keep(store, {"recipe": file.ref}, first)
    assert reads.file(store, file.ref) == replace(file, about=first.ref)
    with pytest.raises(Invalid) as refused:
        files.keep(store, {"recipe": file.ref}, second)
    assert refused.value.problems["recipe"].reason == "answer-file-gone"


def test_a_correction_takes_over_what_the_earlier_entry_brought(
    garden: Garden, store: Store
) -> None:
    file, first, second = staged(garden, store), entry(store), entry(store)
    files.keep(store, {"recipe": file.ref}, first)
    files.keep(store, {"recipe": file.ref}, second, first)
    assert [each.ref for each in reads.files(store, about=second.ref)] == [file.ref]
    assert writes.remove_files(store, first.ref) == 0
    assert reads.files(store, about=second.ref)


@pytest.mark.parametrize("column", ["photo", "recipe"])
def test_a_file_of_nobody_or_of_another_question_is_gone(
    garden: Garden, store: Store, column: str
) -> None:
    ref = staged(garden, store).ref if column == "photo" else new_reference()
    with pytest.raises(Invalid) as refused:
        files.keep(store, {column: ref}, entry(store))
    assert set(refused.value.problems) == {column}


def test_a_sweep_takes_what_nobody_kept_and_what_no_row_names(garden: Garden, store: Store) -> None:
    kept, old, new = (staged(garden, store, NOW + timedelta(hours=n)) for n in (0, 0, 2))
    files.keep(store, {"recipe": kept.ref}, entry(store))
    stray = new_reference()
    (garden.files / stray).write_bytes(b"of a row that was removed")
    files.sweep(garden, store, NOW + timedelta(hours=2, seconds=1))
    lying = {each.name for each in garden.files.iterdir()}
    assert lying == {kept.ref, new.ref}
    assert reads.file(store, old.ref) is None
