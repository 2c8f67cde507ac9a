"""The `headwater` command: a group whose commands are imported only when they are called.

Data goes to standard output, words and progress to standard error. Exit codes: 0 done, 1 our error in one line,
2 wrong use, 3 done but some inputs were rejected, 4 verify found a mismatch.
"""

import importlib
from collections.abc import Callable, Sequence

import click

from headwater import __version__
from headwater.errors import HeadwaterError

# name -> (module, one-line help): the help stands here so that `headwater --help` imports no command.
COMMANDS: dict[str, str] = {
    "annotate": "Attributions, times and quantities of each document as JSON lines.",
    "claim": "One claim: every statement with its words, chain and root.",
    "claims": "The claims of a ledger, by the gap between outlets and roots.",
    "count": "Roots, routes and bottlenecks of claims labelled by hand.",
    "demo": "Trace the bundled sample coverage, end to end.",
    "explain": "Why two documents, statements, sources or claims are (or are not) linked.",
    "export": "Write a ledger in another format.",
    "info": "Versions, and what a ledger holds.",
    "judge": "Store a person's decision that two records are the same, or are not.",
    "report": "Write the one-file HTML report of a ledger.",
    "seal": "Close a ledger for good: checkpointed, hashed, read-only.",
    "serve": "The explorer, on this machine only.",
    "sources": "Who speaks in a ledger, and how often.",
    "stories": "The stories of a ledger.",
    "trace": "Read coverage, trace its claims, write the ledger: the main job.",
    "verify": "Check every span, hash and reference of a ledger.",
}


class _LazyGroup(click.Group):
    """Loads `headwater.cli.<verb>_command` when the verb is used, and turns our errors into one line and exit 1."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, sorted."""
        del ctx
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return one command; None when there is no such verb."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command = getattr(importlib.import_module(f"headwater.cli.{cmd_name}_command"), cmd_name)
        assert isinstance(command, click.Command)  # noqa: S101  a broken module of ours, not of the user's making
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; an error raised on purpose becomes one line on standard error and exit code 1."""
        try:
            return super().invoke(ctx)
        except HeadwaterError as error:
            if ctx.params.get("verbose"):
                raise
            raise click.ClickException(str(error)) from error


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="headwater")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors on standard error.")
@click.option("-v", "--verbose", is_flag=True, help="Say more: show where an error of ours came from.")
def cli(*, quiet: bool, verbose: bool) -> None:
    """Trace every claim in the news back to where it began."""
    del quiet, verbose  # read from the root context by those who speak


def run(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    entry: Callable[..., object] = cli.main
    entry(args=arguments, prog_name="headwater")
