"""What a file is called: the words of its sender, without what a name could do harm with."""

import re
import unicodedata

from collector.brief import FILE_ENDINGS

LONGEST = 80
"""Signs of a name before its ending."""

UNNAMED = "file"
FORBIDDEN = re.compile(r'[<>:"|?*]')
"""What one system or another takes for something else."""

ENDING = re.compile(r"\.([A-Za-z0-9]{1,5})$")


def claimed_kind(name: str) -> str:
    """The kind that its ending claims; empty for an ending that we do not know, or none."""
    found = ENDING.search(name.strip())
    return FILE_ENDINGS.get(found[1].lower(), "") if found else ""


def clean_name(name: str, kind: str) -> str:
    """The last part of a path, in visible signs, not too long, with the ending of its kind."""
    last = re.split(r"[/\\]", name)[-1]
    visible = "".join(
        sign if _is_seen(sign) else " " for sign in unicodedata.normalize("NFC", last)
    )
    plain = " ".join(FORBIDDEN.sub("_", visible).split())
    stem = ENDING.sub("", plain) if claimed_kind(plain) else plain
    return f"{stem.strip('. ')[:LONGEST].strip('. ') or UNNAMED}.{kind}"


def _is_seen(sign: str) -> bool:
    """Neither a control nor half a sign, nor one that turns the direction of what follows."""
    return unicodedata.category(sign)[0] != "C"
