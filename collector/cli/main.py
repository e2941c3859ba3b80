"""The group of all commands, and the one place where an error becomes an exit code."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from collector.cli.account import account
from collector.cli.build import build, publish
from collector.cli.check import check
from collector.cli.demo import demo
from collector.cli.export import export
from collector.cli.init import init
from collector.cli.jobs import jobs
from collector.cli.moderate import moderate
from collector.cli.new import new
from collector.cli.place import tell
from collector.cli.serve import serve
from collector.errors import GardenError
from collector.words import say

JOURNEY: tuple[click.Command, ...] = (
    init,
    new,
    check,
    build,
    serve,
    demo,
    moderate,
    account,
    publish,
    export,
)
BEHIND: tuple[click.Command, ...] = (jobs,)


class Journey(click.Group):
    """Lists the commands in the order of the journey."""

    def list_commands(self, _context: click.Context) -> list[str]:
        return [each.name or "" for each in (*JOURNEY, *BEHIND)]


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
    parent = context.parent or context
    if everything:
        for each in BEHIND:
            each.hidden = False
    click.echo(parent.get_help())


for _command in (*JOURNEY, *BEHIND):
    ideagarden.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Exit codes: 0 done, 1 refused and why, 2 wrong usage."""
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
        click.echo("Stopped.", err=True)
        return 1
    return result if isinstance(result, int) else 0
