"""The results of a challenge, as they stood when its pages were last filled: a small file.

To count anew is to read every response. Where these are many, the collector tells what stands here.
It is no public file: some of it is only for whoever answered. `rules` knows what is told to whom.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from collector.analysis import from_document, to_document
from collector.errors import Unavailable, Unreadable
from collector.published.data import FormResult
from collector.published.file import put
from collector.published.outcome import Outcome


@dataclass(frozen=True)
class Counted:
    """By form's name its result; `as_of` is an aware time.

    `outcome` is what ballots say, where that is told to anybody.
    """

    as_of: datetime
    results: Mapping[str, FormResult]
    outcome: Outcome | None = None

    def write(self, path: Path) -> None:
        """Put the results in the file, which nobody else may read; none leave no file.

        Raises Unavailable.
        """
        results = {name: result.to_document() for name, result in self.results.items()}
        document = {"as_of": self.as_of.isoformat(timespec="seconds"), "results": results}
        if self.outcome:
            document["outcome"] = to_document(self.outcome)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if not results and not self.outcome:
                path.unlink(missing_ok=True)
                return
            put(path, json.dumps(document, ensure_ascii=False).encode(), 0o600)
        except OSError as error:
            raise Unavailable("published-unavailable", path=path, cause=error.strerror) from error

    @classmethod
    def read(cls, path: Path) -> "Counted | None":
        """What the file holds, None if there is none. Raises Unreadable, Unavailable."""
        try:
            document = json.loads(path.read_bytes())
            results, outcome = document["results"].items(), document.get("outcome")
            return cls(
                datetime.fromisoformat(document["as_of"]),
                {name: FormResult.from_document(result) for name, result in results},
                outcome and from_document(Outcome, outcome),
            )
        except FileNotFoundError:
            return None
        except OSError as error:
            raise Unavailable("published-unavailable", path=path, cause=error.strerror) from error
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise Unreadable("published-unreadable", path=path, cause=repr(error)) from error
