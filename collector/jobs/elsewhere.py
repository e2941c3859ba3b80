"""What other collectors of the same store have done to their pages, and is still to be done here.

Each collector has pages of its own, but a job is done by one of them. That it is done tells the
others: of each kind and subject the last one done stays in the table of jobs. Which of those this
collector has done too stands in files of its own, so that it outlives a runner.
"""

import json
from collections.abc import Collection

from collector.entries import Job, JobKind
from collector.garden import Garden
from collector.store import Store, reads

KINDS = frozenset({JobKind.FILL, JobKind.BUILD, JobKind.FILES, JobKind.SWEEP})
"""What every collector has to do for itself."""


def able(garden: Garden, kinds: Collection[JobKind]) -> frozenset[JobKind]:
    """Those that this collector may take from others: it has to do them, not to pass over them."""
    settings = garden.settings
    passed_over = {
        JobKind.PUBLISH: not settings.publish.then,
        JobKind.BACKUP: not settings.backup.keep,
    }
    return frozenset(each for each in kinds if not (garden.shared and passed_over.get(each)))


class Elsewhere:
    """What a garden knows of others; nothing, if it keeps its entries in a file of its own."""

    def __init__(self, garden: Garden) -> None:
        self.shared = garden.shared
        self._folder = garden.var / "caught-up"

    def missed(self, store: Store, kinds: Collection[JobKind] = KINDS) -> list[Job]:
        """Jobs of these kinds that are done, but not here."""
        if not self.shared:
            return []
        here = {kind: self._here(kind) for kind in KINDS & {*kinds}}
        done = [job for job in reads.jobs(store) if job.done and job.kind in here]
        return [job for job in done if here[job.kind].get(job.subject) != job.key]

    def note(self, job: Job) -> None:
        """The job is done here, too. Raises OSError."""
        if not self.shared or job.kind not in KINDS:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{job.kind}.json"
        draft = path.with_suffix(".new")
        draft.write_text(json.dumps({**self._here(job.kind), job.subject: job.key}), "utf-8")
        draft.replace(path)

    def _here(self, kind: JobKind) -> dict[str, str]:
        """By subject, the key of the last one that is done here. What was lost is done again."""
        try:
            found: dict[str, str] = json.loads((self._folder / f"{kind}.json").read_bytes())
        except (OSError, ValueError):
            return {}
        return found
