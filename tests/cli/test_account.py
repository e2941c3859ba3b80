import json
import re

import pytest

from collector.acts import people
from collector.cli.place import now
from collector.entries import Role
from collector.garden import Garden
from collector.store import Store, reads

PASSWORD = "flour, water, salt and time"


@pytest.fixture
def garden(tmp_path):
    (tmp_path / "ideagarden.toml").write_text("[serve]\nport = 8123\n", "utf-8")
    return Garden.find(tmp_path)


def uses(garden, told):
    """Open the printed link and set a password."""
    code = re.search(r"http://127\.0\.0\.1:8123/desk/welcome#(\w+)", told)[1]
    with Store.open(garden) as store:
        people.redeem(store, code, PASSWORD, now())


def test_a_garden_without_accounts_says_how_to_make_one(run):
    assert "ideagarden account add" in run("account", "list")[1]


def test_a_printed_link_makes_the_account_once(run, garden):
    code, told, _ = run("account", "add", "Ada")
    assert code == 0
    uses(garden, told)
    assert run("account", "list")[1].startswith("ada  owner  since 20")
    assert run("account", "add", "ADA")[0] == 1


def test_a_moderator_is_added_as_such(run, garden):
    uses(garden, run("account", "add", "ben", "--role", "moderator")[1])
    with Store.open(garden) as store:
        assert reads.account(store, "ben").role is Role.MODERATOR


def test_the_list_as_json_tells_no_password(run, garden):
    uses(garden, run("account", "add", "ada")[1])
    told = json.loads(run("account", "list", "--json")[1])
    assert [set(each) for each in told] == [{"name", "role", "challenges", "made"}]


def test_reset_prints_a_link_for_an_account_that_is_there(run, garden):
    uses(garden, run("account", "add", "ada")[1])
    uses(garden, run("account", "reset", "ada")[1])
    code, told, complaint = run("account", "reset", "eve")
    assert (code, told, complaint) == (1, "", "There is no account eve.\n")


def test_remove_takes_all_but_the_last_owner(run, garden):
    uses(garden, run("account", "add", "ada")[1])
    uses(garden, run("account", "add", "ben", "--role", "moderator")[1])
    assert run("account", "remove", "ben")[0] == 0
    code, _, complaint = run("account", "remove", "ada")
    assert code == 1
    assert "only owner" in complaint


def test_links_carry_the_public_address_where_the_settings_name_one(run, garden):
    (garden.root / "ideagarden.toml").write_text('[site]\nurl = "https://ideas.example/"\n')
    assert "https://ideas.example/desk/welcome#" in run("account", "add", "ada")[1]


def test_a_role_is_given_in_challenges_and_changed(run, garden):
    (garden.root / "challenges").mkdir()
    (garden.root / "challenges" / "bread.md").write_text("# Bread\n", "utf-8")
    uses(garden, run("account", "add", "ada")[1])
    uses(garden, run("account", "add", "ben", "--role", "juror", "--challenge", "bread")[1])
    assert "ben  juror of bread  since 20" in run("account", "list")[1]
    code, told, _ = run("account", "role", "ben", "--role", "viewer")
    assert (code, told) == (0, "ben may do that from now on: viewer\n")
    with Store.open(garden) as store:
        assert reads.account(store, "ben").role is Role.VIEWER
        assert not reads.account(store, "ben").challenges
    assert run("account", "role", "ada", "--role", "viewer")[0] == 1


def test_a_role_in_a_challenge_that_is_none_names_those_there_are(run, garden):
    (garden.root / "challenges").mkdir()
    (garden.root / "challenges" / "bread.md").write_text("# Bread\n", "utf-8")
    code, _, complaint = run("account", "add", "ben", "--challenge", "bred")
    assert code == 1
    assert "The challenges are: bread" in complaint


def test_log_out_ends_every_log_in(run, garden):
    uses(garden, run("account", "add", "ada")[1])
    assert run("account", "log-out", "ada") == (0, "ada is logged out everywhere.\n", "")
    with Store.open(garden) as store:
        assert not reads.sessions(store, "ada")
