"""`cors-tui check`: the same case without a screen, for people and for scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from cors_tui.cli._exit import Exit
from cors_tui.cli._options import call_options, case_of

if TYPE_CHECKING:
    from cors_tui.case import Case
    from cors_tui.session.judging import Judgement


@click.command("check", short_help="Ask a server what a browser would, and print the verdict.")
@click.argument("url")
@call_options
@click.option("--send", is_flag=True, help="Really send a request that may change something (POST, PUT, DELETE, ...).")
@click.option("--quick", is_flag=True, help="Only the browsers' own requests; no experiments to find the cause.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--show-secrets", is_flag=True, help="Do not mask Authorization, cookies and keys.")
def COMMAND(url: str, send: bool, quick: bool, as_json: bool, show_secrets: bool, **options: Any) -> None:  # noqa: N802 -- the registry's name
    """Ask URL what a browser on a page of --origin would ask, and say what each browser decides and why.

    Exit codes: 0 every browser allows it; 1 some browser blocks it; 2 usage; 3 the target could not be reached;
    4 undecided, because the request itself was not sent (see --send); 70 internal error; 130 interrupted.
    """
    import asyncio

    case = case_of(url, options)
    _refuse_faulty(case)
    case = asyncio.run(_asked(case, send=send, quick=quick))
    from cors_tui.session.judging import judge

    judgement = judge(case)
    click.echo(_rendered(case, judgement, as_json, show_secrets), nl=False)
    raise SystemExit(exit_code(judgement))


def exit_code(judgement: Judgement) -> Exit:
    """The exit code of a judgement."""
    from cors_tui.session.judging import Word

    words = {verdict.word for verdict in judgement.verdicts.values()}
    if words == {Word.ALLOWED}:
        return Exit.ALLOWED
    if words & {Word.BLOCKED, Word.ASKS}:
        return Exit.BLOCKED
    return Exit.UNREACHABLE if Word.UNREACHABLE in words else Exit.UNDECIDED


def _refuse_faulty(case: Case) -> None:
    """Say everything that is wrong with what was typed, and stop when it cannot go on.

    Raises `click.UsageError`: what is missing or wrong, and what to write instead.
    """
    from cors_tui.inputs.faults import faults

    if not case.call.origin:
        raise click.UsageError(
            "The page's origin is missing: add --origin with what stands in the address bar up to the path, "
            "such as --origin http://localhost:3000 (or --origin null for a file)."
        )
    found = faults(case.call)
    for fault in found:
        if not fault.is_error:
            click.echo(f"note: {fault.problem} {fault.remedy}", err=True)
    errors = [fault for fault in found if fault.is_error]
    if errors:
        raise click.UsageError("\n".join(f"{fault.problem} {fault.remedy}" for fault in errors))


async def _asked(case: Case, *, send: bool, quick: bool) -> Case:
    from cors_tui.session.asking import SEND, ask_browsers, ask_experiments, is_reachable, needed_experiments
    from cors_tui.session.judging import Word, judge

    if send:
        case = case.with_consent(SEND)
    async for step in ask_browsers(case):
        case = step.case
    refused = any(verdict.word in (Word.BLOCKED, Word.ASKS) for verdict in judge(case).verdicts.values())
    if refused and not quick and is_reachable(case):
        async for step in ask_experiments(case, needed_experiments()):
            case = step.case
    return case


def _rendered(case: Case, judgement: Judgement, as_json: bool, show_secrets: bool) -> str:
    if as_json:
        import json

        from cors_tui.report.formats.as_json import document

        return json.dumps(document(case, judgement, show_secrets=show_secrets), indent=2, ensure_ascii=True) + "\n"
    from cors_tui.report.formats.text import text

    return text(case, judgement, show_secrets=show_secrets)
