"""The group of all commands, and the one place where an error becomes an exit code."""

from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import Any

import click

from collector.cli.place import tell
from collector.errors import GardenError
from collector.words import SOURCE, say, speaking

JOURNEY = (
    "init",
    "new",
    "check",
    "build",
    "serve",
    "demo",
    "moderate",
    "account",
    "publish",
    "export",
)
BEHIND = (
    "invite",
    "slips",
    "decisions",
    "report",
    "import",
    "backup",
    "restore",
    "dump",
    "load",
    "doctor",
    "erase",
    "retention",
    "jobs",
)


class Journey(click.Group):
    """The commands in the order of the journey. Each is loaded when it is called: a build needs
    no web server, and half a second of loading would be felt at each call.
    """

    def list_commands(self, _context: click.Context) -> list[str]:
        return [*JOURNEY, *BEHIND]

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name in (*JOURNEY, *BEHIND):
            own = f"{name}_" if iskeyword(name) else name
            command: click.Command = getattr(import_module(f"collector.cli.{own}"), own)
            return command
        return super().get_command(context, name)

    def resolve_command(
        self, context: click.Context, arguments: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        near = get_close_matches(arguments[0], (*JOURNEY, *BEHIND), 1)
        if near and self.get_command(context, arguments[0]) is None:
            context.fail(f"No such command {arguments[0]!r}. Did you mean {near[0]!r}?")
        return super().resolve_command(context, arguments)


@click.group(cls=Journey, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="ideagarden", prog_name="ideagarden")
@click.option(
    "--garden",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=".",
    help="The garden's folder (default: here).",
)
@click.pass_context
def ideagarden(context: click.Context, folder: Path) -> None:
    """Ask, listen, decide, tell: surveys and ideas for a small business."""
    context.obj = folder


@ideagarden.command("help", hidden=True)
@click.option("--all", "everything", is_flag=True, help="Show the commands behind the scenes too.")
@click.pass_context
def help_(context: click.Context, everything: bool) -> None:
    """Show this list; with --all every command."""
    for name in BEHIND if everything else ():
        command = ideagarden.get_command(context, name)
        if command is not None:
            command.hidden = False
    click.echo((context.parent or context).get_help())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Exit codes: 0 done, 1 refused and why, 2 wrong usage."""
    with speaking(SOURCE):  # until the garden is found, which may have another language
        return _run(arguments)


def _run(arguments: Sequence[str] | None) -> int:
    try:
        result: Any = ideagarden.main(args=arguments, standalone_mode=False, prog_name="ideagarden")
    except GardenError as error:
        tell(error)
        return 1
    except OSError as error:
        what = {"path": error.filename or "?", "cause": error.strerror or error}
        click.echo(say("file-trouble", what), err=True)
        return 1
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        click.echo(say("told-stopped"), err=True)
        return 1
    return result if isinstance(result, int) else 0
