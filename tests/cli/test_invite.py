import csv
import re

import pytest

from collector.cli import main
from collector.entries import invitation_hash
from collector.garden import Garden
from collector.store import Store, invitations
from tests.gardens import lay_out

BRIEF = """\
---
access: invite
groups: suppliers, staff
---

# Bread

Ask.

## Idea {.idea}

### Name * {#title}
____
"""
CODE = re.compile(r"(?:[2-9a-z]{4}-){3}[2-9a-z]{4}")


@pytest.fixture
def garden(tmp_path):
    lay_out(tmp_path, {"bread": BRIEF, "cake": BRIEF.replace("access: invite\n", "")})
    path = tmp_path / "ideagarden.toml"
    path.write_text(path.read_text("utf-8") + '\n[site]\nurl = "https://ideas.example"\n', "utf-8")
    return Garden.find(tmp_path)


def invites(garden, *arguments):
    return main(["--garden", str(garden.root), "invite", *arguments])


def kept(garden):
    with Store.open(garden) as store:
        return invitations.of_challenge(store, "bread")


def test_codes_are_shown_once_and_only_their_hashes_kept(garden, capsys):
    assert invites(garden, "bread", "--group", "suppliers", "--count", "3") == 0
    out = capsys.readouterr().out
    codes = [line.split("\t")[2] for line in out.splitlines() if "\t" in line]
    assert len(set(codes)) == 3
    assert f"https://ideas.example/i/{codes[0]}" in out
    assert [each.code_hash for each in kept(garden)] == [invitation_hash(each) for each in codes]
    files = [each for each in garden.root.rglob("*") if each.is_file()]
    assert files
    for code in codes:
        for plain in (code, code.replace("-", "")):
            assert not [each for each in files if plain.encode() in each.read_bytes()]


def test_numbers_go_on_and_a_mailing_gets_a_table(garden, tmp_path):
    invites(garden, "bread", "--group", "staff", "--count", "2")
    path = tmp_path / "codes.csv"
    assert invites(garden, "bread", "--group", "suppliers", "--count", "2", "--csv", str(path)) == 0
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(each["number"], each["group"]) for each in rows] == [
        ("3", "suppliers"),
        ("4", "suppliers"),
    ]
    assert rows[0]["link"] == f"https://ideas.example/i/{rows[0]['code']}"
    assert path.stat().st_mode & 0o077 == 0


def test_cards_bear_a_code_to_scan_and_to_type(garden, tmp_path):
    path = tmp_path / "cards.html"
    invites(garden, "bread", "--group", "staff", "--count", "9", "--cards", str(path))
    html = path.read_text("utf-8")
    assert html.count("<svg") == 9
    assert len({*CODE.findall(html)}) == 9
    assert "ideas.example/i/" in html
    assert "style=" not in html


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("bread",), "For which group?"),
        (("bread", "--group", "nobody"), "no group 'nobody'"),
        (("bread", "--group", "staff", "--count", "0"), "Between 1 and 2000"),
        (("bread", "--group", "staff", "--ends", "2001-01-01"), "is over"),
        (("bread", "--group", "staff", "--ends", "soon"), "is no day"),
        (("cake", "--group", "staff"), "lets everybody in"),
        (("pie",), "pie"),
    ],
)
def test_what_can_not_be_made_is_refused_and_nothing_is_kept(garden, capsys, arguments, said):
    assert invites(garden, *arguments) == 1
    assert said in capsys.readouterr().err
    assert kept(garden) == []
