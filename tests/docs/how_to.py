"""A how-to is done as it is written: its commands are run, its files written, its steps taken.

    ```sh                               ideagarden …, each line by itself
    ```console                          $ ideagarden …, and some of the lines that it prints
    ```markdown title="challenges/x.md" the file as it is from then on
    | who | goes to | fills in | presses | reads |
                                        steps in browsers without scripts; `you` have an account

A line break, `<br>`, parts what is filled in, and what is read. Buttons are pressed one after the
other where an arrow parts them. `{A title}` in an address is the name of the idea with that title,
`{this quarter}` as `2026-Q4`, `{link}` the last address that somebody read on a page, `{code}` what
follows its `#`, `…` in what is printed or read any words.
"""

import io
import re
import shlex
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from flask import Flask

from collector import jobs
from collector.acts import people
from collector.brief import Quarter
from collector.cli import main
from collector.entries import Idea
from collector.garden import Garden
from collector.store import Store
from collector.store.stream import everything
from collector.web import create_app
from tests.docs.browser import Browser
from tests.web.visitor import Clock

PART = re.compile(
    r'^```(?P<kind>\w+)(?: title="(?P<path>[^"]+)")?\n(?P<text>.*?)^```$'
    r"|^\| who \|[^\n]*\n\|[ :|-]*\n(?P<rows>(?:\|[^\n]*\n?)+)",
    re.MULTILINE | re.DOTALL,
)
OWNER, PASSWORD = "you", "flour, water, salt and time"
QUARTER = "{this quarter}"
SERVE = ["ideagarden", "serve"]


@dataclass
class Doing:
    """Somebody who follows a how-to in an empty garden."""

    folder: Path
    open: ExitStack
    clock: Clock = field(default_factory=lambda: Clock(datetime.now(UTC)))
    app: Flask | None = None
    browsers: dict[str, Browser] = field(default_factory=dict)
    link: str = ""
    done: int = 0
    """Commands that were run, and steps that were taken."""
    seen: int = 0
    """Lines and words that were there, as the how-to says."""

    def follow(self, text: str) -> None:
        for part in PART.finditer(text):
            if part["rows"]:
                self.steps(part["rows"])
            elif part["kind"] in READ:
                READ[part["kind"]](self, part["text"])
            elif part["path"]:
                self.write(part["path"], part["text"])

    def write(self, path: str, text: str) -> None:
        target = self.folder / self.named(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text.replace(QUARTER, self.named(QUARTER)), encoding="utf-8")

    def run_all(self, text: str) -> None:
        for line in text.splitlines():
            command = line.partition(" #")[0].strip()
            if command:
                self.run(command)

    def console(self, text: str) -> None:
        """Each command, and behind it the lines that are looked for in what it prints."""
        for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
            command, *wanted = part.splitlines()
            printed = self.run(command)
            self.sees([each for each in wanted if each.strip()], printed)

    def run(self, command: str) -> str:
        """What it prints; it has to go well."""
        words = shlex.split(self.named(command))
        self.done += 1
        if words == SERVE:
            self.serve()
            return ""
        assert words[0] == "ideagarden", f"only the kit's own command is run: {command}"
        printed = io.StringIO()
        with redirect_stdout(printed), redirect_stderr(printed):
            code = main(words[1:])
        assert code == 0, f"{command}\n{printed.getvalue()}"
        self.work()
        return printed.getvalue()

    def serve(self) -> None:
        """What `serve` serves, in this process: the site as it is built now, and an account."""
        garden = Garden.find(self.folder)
        store = self.open.enter_context(Store.open(garden))
        jobs.rebuild(garden, store, self.clock.now)
        self.app = create_app(garden, clock=self.clock)
        context = self.app.extensions["garden"]
        self.open.callback(context.limits.close)
        self.open.callback(context.store.close)
        token = people.redeem(
            store, people.welcome(store, self.clock.now), PASSWORD, self.clock.now, name=OWNER
        )
        self.browsers[OWNER] = Browser(self.app)
        self.browsers[OWNER].client.set_cookie("ig_desk", token, path="/desk")

    @property
    def store(self) -> Store:
        assert self.app is not None, "serve first"
        store: Store = self.app.extensions["garden"].store
        return store

    def steps(self, rows: str) -> None:
        for row in rows.splitlines():
            who, *cells = [each.strip() for each in row.strip().strip("|").split("|")]
            for each in everybody(who):
                self.step(each, *cells)

    def step(self, who: str, goes_to: str, fills_in: str, presses: str, reads: str) -> None:
        assert self.app is not None, "serve first"
        browser = self.browsers.setdefault(who, Browser(self.app))
        self.clock.turn(seconds=3)
        self.done += 1
        if goes_to:
            browser.opens(self.named(goes_to.strip("`")))
        fills = filled(self.named(fills_in))
        for button in presses.split(" → ") if presses else ():
            self.clock.turn(seconds=3)
            browser.fills_in(fills, button.strip("*"))
            fills = {}
        if presses:
            self.work()
        links = re.findall(r"https?://[^/\s]+(/[^\s\")]+)", browser.words)
        self.link = links[-1] if links else self.link
        self.sees([each for each in reads.split("<br>") if each], browser.words, browser.address)

    def work(self) -> None:
        """What is left to do is done, where it is served."""
        if self.app is None:
            return
        garden = self.app.extensions["garden"].garden
        self.clock.turn(seconds=5)
        runner = jobs.Runner(garden, self.store, self.clock)
        while runner.once():
            pass
        runner.limits.close()

    def named(self, text: str) -> str:
        """With the names of ideas in the place of their titles."""
        text = text.replace(QUARTER, str(Quarter.of(self.clock.now.date())))
        text = text.replace("{link}", self.link).replace("{code}", self.link.rpartition("#")[2])
        return re.sub(r"\{([^}]+)\}", lambda found: self._idea(found[1]), text)

    def _idea(self, title: str) -> str:
        for each in everything(self.store, Idea):
            if each.answers.get("title") == title:
                return each.ref
        raise AssertionError(f"no idea {title!r}")

    def sees(self, wanted: Sequence[str], text: str, where: str = "") -> None:
        """All of it stands in the text, in this order."""
        told = " ".join(text.split())
        at = 0
        for each in wanted:
            pattern = ".*?".join(re.escape(" ".join(word.split())) for word in each.split("…"))
            found = re.search(pattern, told[at:])
            assert found, f"{each!r} does not stand on {where}, behind the rest, in:\n{told}"
            at += found.end()
            self.seen += 1


READ: Mapping[str, Callable[[Doing, str], None]] = {"sh": Doing.run_all, "console": Doing.console}


def everybody(who: str) -> Sequence[str]:
    """`guest 1 to 3` is three people."""
    found = re.fullmatch(r"(.+) (\d+) to (\d+)", who)
    if found is None:
        return (who,)
    return [f"{found[1]} {each}" for each in range(int(found[2]), int(found[3]) + 1)]


def filled(cell: str) -> Mapping[str, Sequence[str]]:
    """`Name: Maja<br>Days: Friday + Saturday` by label, with all that is chosen."""
    pairs = (each.partition(": ") for each in cell.split("<br>") if each)
    return {label.strip(): text.strip().split(" + ") for label, _, text in pairs}


@contextmanager
def doing(folder: Path) -> Iterator[Doing]:
    """In a garden that is empty."""
    with ExitStack() as stack:
        with redirect_stdout(io.StringIO()):
            assert main(["init", str(folder), "--name", "Corner Bakery"]) == 0
        (folder / "challenges" / "suggestion-box.md").unlink()
        stack.enter_context(chdir(folder))
        yield Doing(folder, stack)
