"""What a file is, by its first bytes."""

from pathlib import Path

import pytest

from collector.store.files import kind_of


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\xff\xd8\xff\xe0", "jpg"),
        (b"\x89PNG\r\n\x1a\n", "png"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "webp"),
        (b"%PDF-1.7", "pdf"),
        (b"RIFF\0\0\0\0WAVE", ""),
        (b"  %PDF-1.7", ""),
        (b"<svg", ""),
        (b"GIF89a", ""),
        (b"PK\3\4", ""),
        (b"", ""),
    ],
)
def test_the_first_bytes_tell(tmp_path: Path, content: bytes, kind: str) -> None:
    (tmp_path / "file").write_bytes(content)
    assert kind_of(tmp_path / "file") == kind
