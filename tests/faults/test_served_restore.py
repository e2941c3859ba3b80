"""A served garden is backed up by itself, and restored while visitors post and read."""

import json
import subprocess
from collections import Counter
from pathlib import Path

from collector.store.copies import backup
from tests.faults.crowd import BRIEF, SETTINGS, Talk, posting, titles_kept, until
from tests.faults.test_deaths import approved_idea_is_shown
from tests.gardens import lay_out
from tests.served import Served, command, serving
from tests.store.filled import documents_in


def run(served: Served, *words: str) -> str:
    done = subprocess.run(
        command(served.folder, *words), capture_output=True, text=True, check=True, timeout=90
    )
    return done.stdout


def test_visitors_go_on_with_the_restored_garden_and_nothing_promised_is_lost(
    tmp_path: Path,
) -> None:
    garden = lay_out(tmp_path, {"bread": BRIEF}, SETTINGS)
    with serving(tmp_path) as served:
        until(lambda: backup.kept(garden))
        approved_idea_is_shown(served, "Before the backup")
        made = json.loads(run(served, "backup", "--json"))["path"]
        approved_idea_is_shown(served, "After the backup")
        with posting(served, "meanwhile") as crowd:
            until(lambda: len(crowd.kept) > 20)
            run(served, "restore", made, "--yes")
            before = len(crowd.kept)
            until(lambda: len(crowd.kept) > before + 20)
        page = Talk(served).get
        until(lambda: "After the backup" not in page("/challenges/bread/")[2], 90)
        assert "Before the backup" in page("/challenges/bread/")[2]
        assert "Traceback" not in served.printed
    copy = next(each for each in backup.kept(garden) if each.kind == "before-restore")
    replaced = [each["answers"]["title"] for each in documents_in(copy.path)]
    kept = Counter([*titles_kept(tmp_path), *replaced])
    assert [title for title in crowd.kept if kept[title] != 1] == []
    assert set(crowd.refused) <= {503}
