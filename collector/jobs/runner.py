"""The runner: leases one job after the other and does it, at least once.

Runners live in a process of their own, beside the web workers: one fills, one does all else, so
that a fill waits neither for a build nor for the owner's command. A job that fails is tried again
later; its error stays with it, for the desk to show.
"""

import logging
import shlex
import subprocess
import time
from collections.abc import Callable, Collection
from datetime import UTC, date, datetime, timedelta
from typing import TypeAlias

from collector import pages, published
from collector.acts import files, themes
from collector.brief import Act, Brief
from collector.entries import Job, JobKind
from collector.errors import BriefError, GardenError
from collector.garden import Garden
from collector.jobs.daily import ask_daily
from collector.jobs.deliver import ask, deliver
from collector.jobs.elsewhere import Elsewhere, able
from collector.jobs.publish import rebuild, refresh
from collector.jobs.retain import retain
from collector.jobs.schedule import ask_scheduled, carry_out
from collector.jobs.sweep import sweep, sweep_folders
from collector.jobs.telling import tell_of_time
from collector.jobs.themes import find
from collector.store import Limits, Store, reads, writes
from collector.store.copies import backup
from collector.words import say, speak

LEASE = 60
"""Seconds after which another runner may take over; a build of 1000 challenges takes about ten."""

LONGEST_PAUSE = 300
"""Seconds between two tries of a job that keeps failing."""

TROUBLE = 2.0
"""Seconds until a runner that could not reach its jobs tries again."""

LONGEST_COMMAND = 900
"""Seconds that the owner's command may take."""

LONGEST_RETAINING = 20
"""Seconds that personal answers are erased without a pause for other jobs."""

AFTER_FILLS = timedelta(seconds=2)
"""Until it is looked again whether pages that still show what was erased are filled."""

BETWEEN_COMMANDS = timedelta(minutes=1)
RENEWAL = 1.0
"""Seconds between two looks at the phases."""

FALLEN_BEHIND = 30.0
"""Seconds until pages that could not follow another collector's try again."""

IDLE = 0.2
"""Seconds between two looks at the table of jobs."""

Turn: TypeAlias = tuple[datetime | None, date, int | None]
"""When a challenge last turned, the day, and the hour while ideas are drawn by lot: with each,
pages change.
"""

log = logging.getLogger(__name__)


class Runner:
    """Does what is due in one garden, of the kinds it is for."""

    def __init__(
        self,
        garden: Garden,
        store: Store,
        clock: Callable[[], datetime],
        kinds: Collection[JobKind] = tuple(JobKind),
    ) -> None:
        self.garden = garden
        self.store = store
        self.clock = clock
        self.kinds = able(garden, kinds)
        self.turns: dict[str, Turn] = {}
        self.renewed = float("-inf")
        self.delivered = float("-inf")
        self.minute: datetime | None = None
        self.asked: date | None = None
        self.catching_up = float("-inf")
        self.elsewhere = Elsewhere(garden)
        self.limits = Limits.open(garden)

    def run(self, stopped: Callable[[], bool]) -> None:
        """Work until `stopped` says so. What stands in the way is told once and waited for."""
        speak(self.garden.settings.language)
        trouble = ""
        while not stopped():
            try:
                if not self._work():
                    time.sleep(IDLE)
                trouble = ""
            except (GardenError, OSError) as error:
                if trouble != (trouble := _told(error)):
                    log.warning("%s", trouble)
                time.sleep(TROUBLE)

    def _work(self) -> bool:
        if JobKind.FILL in self.kinds and time.monotonic() - self.renewed > RENEWAL:
            self.renew(self.clock())
            self.renewed = time.monotonic()
        if JobKind.DELIVER in self.kinds and time.monotonic() - self.delivered > RENEWAL:
            self.tell(self.clock())
            self.delivered = time.monotonic()
        if time.monotonic() > self.catching_up:
            pause = RENEWAL if self.catch_up() else FALLEN_BEHIND
            self.catching_up = time.monotonic() + pause
        return self.once()

    def catch_up(self) -> bool:
        """Do to the pages here what another collector of the store did to its own, without a
        lease; False if it did not go well.
        """
        for job in self.elsewhere.missed(self.store, self.kinds):
            try:
                WORK[job.kind](self, job)
                self.elsewhere.note(job)
            except (GardenError, OSError) as error:
                log.warning("%s %s failed here: %s", job.kind, job.subject, _told(error))
                return False
        return True

    def once(self) -> bool:
        """Do one job that is due; False if none is."""
        job = writes.lease(self.store, self.clock(), LEASE, self.kinds)
        if job is None:
            return False
        try:
            WORK[job.kind](self, job)
        except (GardenError, OSError) as error:
            self._fail(job, _told(error))
        except Exception as error:  # a fault of ours in one job must not hold up all others
            log.exception("%s %s", job.kind, job.subject)
            self._fail(job, repr(error))
        else:
            writes.finish(self.store, job, self.clock())
            self.elsewhere.note(job)
        return True

    def renew(self, now: datetime) -> None:
        """Ask for a fill wherever a challenge turned or a day began, each hour where ideas are
        drawn by lot, and for what is done each day; destroy yesterday's salt.
        """
        self.limits.forget(now)
        live = pages.live(self.garden)
        today = now.astimezone(self.garden.settings.zone).date()
        if self.asked != today:
            ask_daily(self.store, self.garden.settings.zone, now)
            self.asked = today
        for slug, brief in live.briefs.items() if live else ():
            turn = self._turn(brief, now, brief.turned(now))
            if self.turns.get(slug) != turn:
                if self._published(brief) != turn:
                    writes.enqueue(self.store, JobKind.FILL, slug, now)
                self.turns[slug] = turn

    def tell(self, now: datetime) -> None:
        """Once a minute leave to tell what time brings; ask for what is due to be delivered."""
        minute = now.replace(second=0, microsecond=0)
        if self.minute != minute:
            live = pages.live(self.garden)
            settings = self.garden.settings
            tell_of_time(self.store, settings, live.briefs if live else {}, now)
            ask_scheduled(self.store, settings, now)
            self.minute = minute
        ask(self.store, now)

    def _turn(self, brief: Brief, moment: datetime, turned: datetime | None) -> Turn:
        day = moment.astimezone(self.garden.settings.zone).date()
        drawn = brief.standing(Act.VOTE, moment).allowed
        return turned, day, moment.astimezone(UTC).hour if drawn else None

    def _published(self, brief: Brief) -> Turn | None:
        """The turn in which the published data of a challenge was made."""
        data = published.read(self.garden.published / f"{brief.slug}.json")
        return None if data is None else self._turn(brief, data.as_of, data.turned)

    def fill(self, job: Job) -> None:
        live = pages.live(self.garden)
        brief = live.briefs.get(job.subject) if live else None
        if brief is None:
            return  # not on the site any more, or not yet: the next build fills it
        if refresh(self.garden, self.store, brief, self.clock()):
            self._then()

    def build(self, _job: Job) -> None:
        rebuild(self.garden, self.store, self.clock(), keep_last_good=True, progress=log.info)
        self._then()

    def publish(self, _job: Job) -> None:
        if self.elsewhere.missed(self.store, {JobKind.FILL, JobKind.BUILD}):
            writes.enqueue(self.store, JobKind.PUBLISH, "", self.clock() + AFTER_FILLS)
        else:
            run_then(self.garden)

    def retain(self, _job: Job) -> None:
        end = time.monotonic() + LONGEST_RETAINING
        if retain(self.garden, self.store, self.clock(), lambda: time.monotonic() > end):
            sweep_folders(self.garden)
            files.sweep(self.garden, self.store, self.clock())
        else:
            writes.enqueue(self.store, JobKind.RETAIN, "", self.clock())

    def backup(self, _job: Job) -> None:
        if self.garden.settings.backup.keep:
            backup.make(self.garden, self.store, self.clock())

    def files(self, _job: Job) -> None:
        files.sweep(self.garden, self.store, self.clock())

    def deliver(self, _job: Job) -> None:
        deliver(self.garden, self.store, self.clock)

    def schedule(self, job: Job) -> None:
        carry_out(self.garden, self.store, job, self.clock())

    def themes(self, job: Job) -> None:
        find(self.garden, self.store, job.subject)

    def sweep(self, job: Job) -> None:
        self.files(job)
        themes.forget(self.store)
        due = (each for each in reads.jobs(self.store) if not each.done)
        missed = self.elsewhere.missed(self.store, {JobKind.FILL})
        if missed or any(each.kind is JobKind.FILL for each in due):
            writes.enqueue(self.store, JobKind.SWEEP, "", self.clock() + AFTER_FILLS)
        else:
            sweep(self.garden, self.store)

    def _then(self) -> None:
        """Ask for the owner's command, gathered to one run a minute."""
        if self.garden.settings.publish.then:
            last = reads.last_done(self.store, JobKind.PUBLISH)
            now = self.clock()
            due = now if last is None else max(now, last + BETWEEN_COMMANDS)
            writes.enqueue(self.store, JobKind.PUBLISH, "", due)

    def _fail(self, job: Job, told: str) -> None:
        log.warning("%s %s failed: %s", job.kind, job.subject, told)
        pause = min(2**job.tries, LONGEST_PAUSE)
        writes.fail(self.store, job, told, self.clock() + timedelta(seconds=pause))


WORK: dict[JobKind, Callable[[Runner, Job], None]] = {
    JobKind.FILL: Runner.fill,
    JobKind.BUILD: Runner.build,
    JobKind.PUBLISH: Runner.publish,
    JobKind.RETAIN: Runner.retain,
    JobKind.FILES: Runner.files,
    JobKind.DELIVER: Runner.deliver,
    JobKind.SCHEDULE: Runner.schedule,
    JobKind.THEMES: Runner.themes,
    JobKind.SWEEP: Runner.sweep,
    JobKind.BACKUP: Runner.backup,
}


def _told(error: GardenError | OSError) -> str:
    if isinstance(error, BriefError):
        return "\n".join([say(error.reason, error.facts), *map(str, error.findings)])
    return say(error.reason, error.facts) if isinstance(error, GardenError) else str(error)


def run_then(garden: Garden) -> None:
    """Run `publish.then` in the garden's folder. Raises GardenError with what it printed."""
    command = garden.settings.publish.then
    if not command:
        return
    try:
        done = subprocess.run(
            shlex.split(command),
            cwd=garden.root,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=LONGEST_COMMAND,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        minutes = LONGEST_COMMAND // 60
        raise GardenError("then-too-long", command=command, minutes=minutes) from error
    except (OSError, ValueError) as error:
        raise GardenError("then-not-run", command=command, cause=str(error)) from error
    if done.returncode:
        said = (done.stderr or done.stdout).strip()[-500:]
        raise GardenError("then-failed", command=command, status=done.returncode, said=said)
