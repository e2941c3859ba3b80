"""The garden that is measured: one challenge that asks for ideas."""

import shutil
from pathlib import Path

from collector.garden import Garden

BRIEF = """\
---
closes: never
---

# Bread

What should we bake?

## Share your idea {.idea}

### Name * {#title}
____ (3–80 characters)

### More * {#text}
____ (long, at most 2000 characters)

### Role {#role}
- (customer) Customer
- (staff) Staff
"""
TEXT = "Soft rolls with potato flour, baked at two and sold warm until the shop closes. " * 3


def lay_out(folder: Path, settings: str = 'name = "Bench"\n') -> Garden:
    """A new garden in the folder, whatever was there."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "challenges").mkdir(parents=True)
    (folder / "challenges" / "bread.md").write_text(BRIEF, encoding="utf-8")
    (folder / "ideagarden.toml").write_text(settings, encoding="utf-8")
    return Garden.find(folder)
