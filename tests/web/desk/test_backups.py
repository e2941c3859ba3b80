"""Backups at the desk: asked for, looked through, and taken home against a password."""

import pytest

from collector.entries import JobKind, Role
from collector.jobs import Runner
from collector.store import reads
from collector.store.copies import backup
from tests.web.desk.staff import PASSWORD, let_in
from tests.web.gardens import NOW

PATH = "/desk/backups/"


@pytest.fixture
def made(garden, store, owner):
    return backup.make(garden, store, NOW).path


def test_one_is_asked_for_and_the_runner_makes_it(owner, garden, store, clock):
    page = owner.presses(owner.gets(PATH), "Make one now")
    assert "made in a moment" in page.text
    assert not backup.kept(garden)
    while Runner(garden, store, clock, {JobKind.BACKUP}).once():
        pass
    assert len(backup.kept(garden)) == 1
    page = owner.gets(PATH)
    assert backup.kept(garden)[0].path.name in page.text
    assert "ends on" in page.text


def test_the_command_that_restores_names_the_newest(owner, garden, made):
    recipe = owner.gets(PATH).parsed.css_first(".ig-desk-recipe").text()
    assert recipe == f"ideagarden --garden {garden.root} restore {made}"


def test_a_sound_one_is_called_so_and_a_damaged_one_is_not(owner, made):
    page = owner.does(f"{PATH}verify", {"name": made.name})
    assert "is sound" in page.text
    made.write_bytes(made.read_bytes()[:-1] + b"x")
    page = owner.does(f"{PATH}verify", {"name": made.name})
    assert page.status == 409
    assert "is sound" not in page.text


def test_it_is_taken_home_against_the_password_alone(owner, made):
    page = owner.does(f"{PATH}download", {"name": made.name, "password": "not the one"})
    assert page.status == 422
    assert "not your present password" in page.text
    answer = owner.does(f"{PATH}download", {"name": made.name, "password": PASSWORD}).response
    assert answer.status_code == 200
    assert answer.data == made.read_bytes()
    assert f"filename={made.name}" in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "no-store"
    answer.close()


@pytest.mark.parametrize("name", ["../garden.db", "", "garden.db", "/etc/passwd", "erased.txt"])
def test_nothing_but_a_backup_is_given_out(owner, made, name):
    for act in ("download", "verify"):
        answer = owner.does(f"{PATH}{act}", {"name": name, "password": PASSWORD})
        assert answer.status == 404


def test_guessing_the_password_there_is_limited_as_at_the_log_in(owner, garden, made):
    tried = [
        owner.does(f"{PATH}download", {"name": made.name, "password": "x"}).status
        for _ in range(garden.settings.limits.logins + 1)
    ]
    assert set(tried[:-1]) == {422}
    assert tried[-1] == 429


def test_an_owner_of_one_challenge_gets_no_copy_of_all(app, owner, made):
    eve = let_in(app, "eve", Role.OWNER, "bread")
    assert eve.does(f"{PATH}download", {"name": made.name, "password": PASSWORD}).status == 403


def test_where_none_are_kept_none_is_asked_for(owner, store, app):
    from dataclasses import replace

    from collector.garden import BackupSettings

    context = app.extensions["garden"]
    settings = replace(context.garden.settings, backup=BackupSettings(keep=0))
    garden = replace(context.garden, settings=settings)
    app.extensions["garden"] = replace(context, garden=garden)
    assert "None are made" in owner.gets(PATH).text
    assert owner.does(f"{PATH}make").status == 409
    assert not [each for each in reads.jobs(store) if each.kind is JobKind.BACKUP]
