from pathlib import Path

import pytest

from collector.garden import Garden
from collector.pages import check
from tests.gardens import lay_out

BRIEF = """\
---
closes: never
access: {}
---

# Bread

Ask.

## Idea {{.idea}}

### Name * {{#title}}
____
"""
MAIL = """
[site]
url = "https://ideas.example"

[mail]
host = "mail.example"
from = "garden@example.org"
"""


@pytest.mark.parametrize(
    ("access", "settings", "said"),
    [("email", "", True), ("open, vote invite", "", False), ("email", MAIL, False)],
)
def test_addresses_are_confirmed_only_where_mail_can_be_sent(
    tmp_path: Path, access: str, settings: str, said: bool
) -> None:
    lay_out(tmp_path, {"bread": BRIEF.format(access)})
    path = tmp_path / "ideagarden.toml"
    path.write_text(path.read_text("utf-8") + settings, "utf-8")
    (reading,) = check(Garden.find(tmp_path))
    found = [each for each in reading.findings if each.reason == "brief-email-no-mail"]
    assert bool(found) is said
    assert [each.line for each in found] == [3] * said
