"""The command line: `cors-tui [URL]` opens the guide; everything else is a command of its own."""

from __future__ import annotations

import sys

import click

from cors_tui import __version__, registry
from cors_tui.cli._exit import Exit

_COMMANDS = "cors_tui.cli"
_DEFAULT = "guide"


class Commands(click.Group):
    """The files of `cors_tui/cli/` as commands, imported when they are needed; a first word that is none is a URL."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's signature
        return list(registry.entry_names(_COMMANDS))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 -- click's
        if cmd_name not in registry.entry_names(_COMMANDS):
            return None
        return registry.entry(_COMMANDS, cmd_name, "COMMAND", click.Command)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {"--help", "--version", "-h"}
        if not args or (args[0] not in self.list_commands(ctx) and args[0] not in own):
            args = [_DEFAULT, *args]
        return super().parse_args(ctx, args)


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "--version", prog_name="cors-tui")
def cli() -> None:
    """From a red CORS line in a browser console to a working, proven change.

    \b
    cors-tui                          open the guide: paste a URL, a curl command or a console line
    cors-tui URL [options]            open the guide on a request (options as curl: -X, -H, -d, -b, -k, ...)
    cors-tui lab                      practise on broken servers on this machine; no network needed
    cors-tui check URL --origin O     the verdict without a screen
    """


def main() -> None:
    """Run the command line. Exit codes as in `cors_tui.cli._exit`; a crash names a report file, never a traceback."""
    try:
        result = cli.main(prog_name="cors-tui", standalone_mode=False)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(Exit.INTERRUPTED)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except Exception as error:  # the last resort: nothing a person did should end in a traceback
        sys.exit(_internal_error(error))
    sys.exit(result if isinstance(result, int) else 0)


def _internal_error(error: Exception) -> Exit:
    from cors_tui.cli._crash import write_report

    path = write_report(error)
    click.echo(f"Internal error: {type(error).__name__}. A report without your data is in {path}", err=True)
    return Exit.INTERNAL


if __name__ == "__main__":
    main()
