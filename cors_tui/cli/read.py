"""`cors-tui read`: what a pasted text says, without asking anybody."""

from __future__ import annotations

import json
import sys
from typing import IO, TYPE_CHECKING

import click

from cors_tui.cli._exit import Exit

if TYPE_CHECKING:
    from cors_tui.inputs.reader import Understood


FORMS = {
    "curl": "curl_bash",
    "curl-cmd": "curl_cmd",
    "curl-powershell": "curl_powershell",
    "fetch": "fetch_code",
    "httpie": "httpie",
    "http": "http_file",
    "html": "html_page",
}
"""What --as takes, and the writer's name."""


@click.command("read", short_help="Say what a pasted text shows, and what is likely behind it. No network.")
@click.argument("file", required=False, default="-", type=click.File("rb"))
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of sentences.")
@click.option(
    "--as", "form", type=click.Choice(list(FORMS)), help="Print one request in this form; $NAMES stand for its secrets."
)
@click.option("--case", "number", type=click.IntRange(1), default=1, metavar="N", help="Which request --as prints.")
def COMMAND(file: IO[bytes], as_json: bool, form: str | None, number: int) -> None:  # noqa: N802 -- the registry's name
    """Read FILE (- or nothing: standard input): console lines of any browser, a curl command, code, a HAR, headers, or
    a URL. Nothing in it is run, expanded, fetched or followed.

    Says what was understood, the likely causes in the order of how often they are behind such a text, and what to send
    or ask to know. With --as it prints one request instead, to be run or sent on. Exit code 0: understood; 1: not
    understood.
    """
    from cors_tui.cli._understood import record, sentences
    from cors_tui.inputs.opening import read_opened
    from cors_tui.inputs.reader import UNKNOWN

    text, understood = read_opened(file)
    if form is not None:
        sys.stdout.write(_written(text, understood, form, number))
    elif as_json:
        sys.stdout.write(json.dumps(record(text, understood), ensure_ascii=True, indent=2) + "\n")
    else:
        for line in sentences(text, understood):
            click.echo(_printable(line))
    raise SystemExit(Exit.BLOCKED if understood.kind == UNKNOWN else Exit.ALLOWED)


def _written(text: str, understood: Understood, form: str, number: int) -> str:
    """The request numbered `number` in the form called `form`.

    Raises `click.UsageError` with one sentence where the text holds no such request.
    """
    from cors_tui.case import Case
    from cors_tui.inputs.writer import known_writers
    from cors_tui.session.told import told

    calls = [one.call for one in told(text, understood) if one.call is not None]
    if number > len(calls):
        held = f"{len(calls)} request{'' if len(calls) == 1 else 's'}" if calls else "no request"
        raise click.UsageError(f"The text holds {held}; --case {number} is none of them.")
    case = Case(calls[number - 1], understood.connection)
    return known_writers()[FORMS[form]].write(case, False).rstrip("\n") + "\n"


def _printable(line: str) -> str:
    """A pasted text may hold bytes that command a terminal; they are shown, not sent."""
    return "".join(character if character.isprintable() else f"\\x{ord(character):02x}" for character in line)
