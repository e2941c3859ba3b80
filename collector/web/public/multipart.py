"""A form post that brings files: texts as ever, and each file in a draft on the disk.

It is read a piece at a time. Of a file no more is written than its question takes; of the rest
only the length is kept, so that it can be told at its field.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from flask import Request
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.sansio.multipart import Data, Epilogue, Event, Field, File, MultipartDecoder, NeedData

from collector.acts.files import MEGABYTE, Upload
from collector.errors import Refused, TooLarge, Unavailable
from collector.store.files import Drafts, unwritten
from collector.web.public.target import Target

MEDIA_TYPE = "multipart/form-data"

BODY_MOST = 64 * MEGABYTE
"""What is read at all."""

TEXT_MOST = MEGABYTE
"""Bytes of all texts together, and of what describes a part."""

PARTS_MOST = 5000
FILES_MOST = 20
"""Files in one post; further ones are passed over."""

PIECE = 1 << 16


@dataclass
class Parts:
    """What has come so far: texts by name, and files by name, those of no question too."""

    texts: dict[str, list[str]] = field(default_factory=dict)
    uploads: dict[str, list[Upload]] = field(default_factory=dict)


def read(request: Request, target: Target, drafts: Drafts) -> Parts:
    """The whole post. Raises Refused if it does not read, and TooLarge.

    A post that breaks off raises what Flask answers with 400.
    """
    length = request.content_length
    if length is None:
        raise Refused("no-length")
    if length > BODY_MOST:
        raise TooLarge("too-large", limit=f"{BODY_MOST // MEGABYTE} MB")
    request.max_content_length = BODY_MOST
    boundary = request.mimetype_params.get("boundary", "").encode("latin-1", "replace")
    if not boundary:
        raise Refused("bad-request")
    reader = _Reader(target, drafts)
    try:
        for event in _events(request, MultipartDecoder(boundary, TEXT_MOST)):
            reader.take(event)
    except RequestEntityTooLarge as error:
        raise TooLarge("too-large", limit="1 MB") from error
    except UnicodeDecodeError:
        raise Refused("not-utf-8") from None
    except ValueError as error:
        raise Refused("bad-request") from error
    finally:
        reader.close()
    return reader.parts


def _events(request: Request, decoder: MultipartDecoder) -> Iterator[Event]:
    while True:
        decoder.receive_data(request.stream.read(PIECE) or None)
        while not isinstance(event := decoder.next_event(), NeedData):
            if isinstance(event, Epilogue):
                return
            yield event


class _Reader:
    """Puts each part where it belongs."""

    def __init__(self, target: Target, drafts: Drafts) -> None:
        self.parts = Parts()
        self._limits = {
            column: int((question.limits.megabytes or 0) * MEGABYTE)
            for column, question in target.definition.files.items()
        }
        self._drafts = drafts
        self._count = self._texts = 0
        self._part: _Text | _File | None = None

    def take(self, event: Event) -> None:
        """Take what comes next."""
        if isinstance(event, Field | File):
            self._begin(event)
        elif isinstance(event, Data) and self._part is not None:
            self._add(self._part, event.data)
            if not event.more_data:
                self._end()

    def close(self) -> None:
        """Let go of a file that broke off."""
        if isinstance(self._part, _File):
            self._part.close()

    def _begin(self, part: Field | File) -> None:
        self._count += 1
        if self._count > PARTS_MOST:
            raise TooLarge("too-many-fields", most=PARTS_MOST)
        if part.name is None:
            raise Refused("bad-request")
        if isinstance(part, Field):
            self._part = _Text(part.name)
            return
        limit = self._limits.get(part.name, 0)
        held = sum(map(len, self.parts.uploads.values()))
        self._part = _File(part.name, part.filename, limit)
        if limit and part.filename and held < FILES_MOST:
            self._part.begin(self._drafts)
        elif limit:
            cause = "it has no name, or too many came with it"
            self._part.trouble = Unavailable("files-full", path=Path(part.name), cause=cause)

    def _add(self, part: "_Text | _File", data: bytes) -> None:
        if isinstance(part, _Text):
            self._texts += len(data)
            if self._texts > TEXT_MOST:
                raise TooLarge("too-large", limit="1 MB")
        part.add(data)

    def _end(self) -> None:
        part, self._part = self._part, None
        if isinstance(part, _Text):
            self.parts.texts.setdefault(part.name, []).append(part.content.decode())
        elif isinstance(part, _File) and (upload := part.close()):
            self.parts.uploads.setdefault(part.name, []).append(upload)


@dataclass
class _Text:
    """A field that is being read."""

    name: str
    content: bytearray = field(default_factory=bytearray)

    def add(self, data: bytes) -> None:
        self.content += data


@dataclass
class _File:
    """A file that is being read; without a draft only its length is noted."""

    name: str
    filename: str
    limit: int
    path: Path = Path()
    draft: BinaryIO | None = None
    size: int = 0
    trouble: Unavailable | None = None

    def begin(self, drafts: Drafts) -> None:
        with self._told():
            self.path, self.draft = drafts.begin()

    def add(self, data: bytes) -> None:
        room = self.limit - self.size
        self.size += len(data)
        if self.draft is not None and room > 0 and not self.trouble:
            with self._told():
                self.draft.write(data[:room])

    def close(self) -> Upload | None:
        """What came; nothing where no file was chosen."""
        if self.draft is not None:
            with self._told():
                self.draft.close()  # the last of it may not be written before
        if not self.filename and not self.size:
            return None
        return Upload(self.path, self.filename, self.size, self.trouble)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """What hinders writing is told once all the texts are read."""
        try:
            yield
        except OSError as error:
            self.trouble = unwritten(self.path, error)
        except Unavailable as error:
            self.trouble = error
