"""`cors-tui judge`: recorded cases or a HAR, judged offline as each engine would."""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import click

from cors_tui.cli._exit import Exit


@click.command("judge", short_help="Judge recorded cases, or a HAR file, without a network.")
@click.argument("file", required=False, type=click.File("rb"))
@click.option(
    "--score",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Compare with the recordings of real engines in FOLDER, and print how far we agree.",
)
@click.option("--list", "listed", is_flag=True, help="With --score: name every case that is not matched.")
def COMMAND(file: IO[bytes] | None, score: Path | None, listed: bool) -> None:  # noqa: N802 -- the registry's name
    """Read cases from FILE (- for standard input), one JSON object a line, and write one line for each: what Chromium,
    Firefox and Safari would do, what they would print, and what the standard says.

    FILE may also be a HAR, as the network panel saves it: every cross-origin request in it is judged. A line that
    cannot be read gives an error line with its number, and the rest go on; then the exit code is 2.
    """
    if score is not None:
        raise SystemExit(_print_score(score, listed))
    if file is None:
        raise click.UsageError("FILE is missing: a file of cases, a HAR, or - for standard input.")
    raise SystemExit(_print_judged(file))


def _print_judged(file: IO[bytes]) -> Exit:
    out = sys.stdout
    encode = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode
    failed = False
    gc.freeze()  # what is loaded stays; looking through it again and again would cost a tenth of the time
    for line in lines_of(file):
        failed |= "error" in line
        out.write(encode(line) + "\n")
    out.flush()
    return Exit.USAGE if failed else Exit.ALLOWED


def lines_of(file: IO[bytes]) -> Iterator[dict[str, Any]]:
    """What is written for a file, in its order: a record for each case, or ``{"line", "error"}``."""
    from cors_tui.inputs.har import is_har
    from cors_tui.inputs.opening import opened

    file = opened(file)
    start = file.read(4096)
    if is_har(start):
        yield from _har_lines(start, file)
    else:
        yield from _case_lines(_lines(start, file))


def _lines(start: bytes, file: IO[bytes]) -> Iterator[bytes]:
    *whole, rest = start.split(b"\n")
    yield from whole
    yield rest + file.readline()
    yield from file


def _case_lines(lines: Iterator[bytes]) -> Iterator[dict[str, Any]]:
    from cors_tui.browsers.browser import known_browsers
    from cors_tui.cli._judged import judged
    from cors_tui.inputs.cases import CaseError, read_case

    browsers = known_browsers()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield judged(read_case(line), browsers)
        except CaseError as error:
            yield {"line": number, "error": str(error)}


def _har_lines(start: bytes, file: IO[bytes]) -> Iterator[dict[str, Any]]:
    from cors_tui.browsers.browser import known_browsers
    from cors_tui.cli._judged import judged_har
    from cors_tui.inputs.har import har_cases
    from cors_tui.inputs.json_parts import CaseError

    browsers = known_browsers()
    for case in har_cases(start, file):
        if isinstance(case, CaseError):
            yield {"error": str(case)}
        else:
            yield judged_har(case, browsers)


def _print_score(folder: Path, listed: bool) -> Exit:
    from cors_tui.browsers.browser import known_browsers
    from cors_tui.cli._score import Score, disagreements, table, truth_lines, truth_records

    scores = [Score(name) for name in known_browsers()]
    try:
        truths = {score.engine: truth_records(folder, score.engine) for score in scores}
        for line in _case_lines(text.encode() for text in truth_lines(folder, "cases")):
            for score in scores:
                if "error" not in line and line["id"] in truths[score.engine]:
                    score.count(line[score.engine], truths[score.engine][line["id"]])
    except (OSError, ValueError, KeyError) as error:
        raise click.UsageError(f"{folder} holds no recordings that can be read: {error}") from error
    click.echo(table(scores))
    if listed:
        click.echo(f"\n{disagreements(scores)}")
    return Exit.ALLOWED
