"""Health at the desk: what the doctor says, and jobs that failed are tried again."""

from datetime import timedelta

from collector.entries import Job, JobKind
from collector.store import reads, writes
from tests.web.gardens import NOW

PATH = "/desk/health/"


def failed(store, **changes):
    job = Job(key="k1", kind=JobKind.PUBLISH, subject="", due=NOW + timedelta(minutes=4), **changes)
    writes.add(store, job)
    return job


def test_what_the_doctor_sees_is_told_the_worst_first(owner):
    page = owner.gets(PATH)
    levels = [
        each.attributes["class"].rpartition("--")[2] for each in page.parsed.css(".ig-desk-sign")
    ]
    assert levels == sorted(levels, key=["error", "warning", "ok"].index)
    assert "Idea Garden" in page.text
    assert "/collect/-/health" in page.text


def test_a_job_that_failed_is_told_and_tried_again_at_once(owner, store):
    failed(store, tries=3, error="rsync: no route to <host>")
    page = owner.gets(PATH)
    assert "no route to <host>" in page.text
    page = owner.presses(page, "Try again now Run the command of publish.then")
    assert "tried now" in page.text
    [job] = [each for each in reads.jobs(store) if each.key == "k1"]
    assert job.due == NOW


def test_a_job_that_somebody_is_at_or_that_is_done_is_left_alone(owner, store):
    failed(store, leased=NOW + timedelta(seconds=30), error="x")
    assert owner.does(f"{PATH}retry", {"key": "k1"}).status == 409
    assert owner.does(f"{PATH}retry", {"key": "nothing"}).status == 409


def test_last_build_and_backup_are_told(owner, store):
    writes.add(store, Job(key="b", kind=JobKind.BUILD, subject="", due=NOW, done=NOW))
    assert "Build the site: " in owner.gets(PATH).text
