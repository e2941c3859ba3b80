"""Where an export goes: a file that is new in one piece, or not at all."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryFile
from typing import BinaryIO, cast

from collector.errors import ExportError, said_by_system


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file that takes the place of `path` once all is written; only its owner may read it.

    Raises ExportError; then what stood there still stands, and nothing else is left behind.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        raise ExportError("export-no-file", path=path)
    try:
        with NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as file:
            try:
                yield cast("BinaryIO", file)
                file.close()
                Path(file.name).replace(target)
            finally:
                Path(file.name).unlink(missing_ok=True)
    except OSError as error:
        cause = error.strerror or str(error)
        raise ExportError("export-unwritable", path=path, cause=cause) from error


@contextmanager
def nameless(folder: Path) -> Iterator[BinaryIO]:
    """A file that has no name and is gone once it is closed, whoever ends and however.

    It stays open for its reader, at its end, unless something went wrong. Raises ExportError.
    """
    try:
        with ExitStack() as undone:
            file = undone.enter_context(TemporaryFile(dir=folder))
            yield cast("BinaryIO", file)
            file.flush()
            undone.pop_all()
    except OSError as error:
        cause = said_by_system(error)
        raise ExportError("export-no-room", path=folder, cause=cause) from error
