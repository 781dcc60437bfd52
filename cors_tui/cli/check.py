"""`cors-tui check`: the same case without a screen, for people and for scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from cors_tui.cli._exit import Exit
from cors_tui.cli._options import call_options, case_of

if TYPE_CHECKING:
    from cors_tui.case import Case
    from cors_tui.probe.real_browser.answer import NotAvailable, RealAnswer
    from cors_tui.session.judging import Judgement

    RealVerdict = tuple[str, RealAnswer | NotAvailable]


@click.command("check", short_help="Ask a server what a browser would, and print the verdict.")
@click.argument("url")
@call_options
@click.option(
    "--origin-server", default="", metavar="HOST:PORT", help="The server behind the CDN: asked directly, too."
)
@click.option("--send", is_flag=True, help="Really send a request that may change something (POST, PUT, DELETE, ...).")
@click.option("--quick", is_flag=True, help="Only the browsers' own requests; no experiments to find the cause.")
@click.option(
    "--browser",
    type=click.Choice(["chromium", "firefox", "chrome", "edge"]),
    default=None,
    help="Also ask this installed browser itself (needs the extra: pip install 'cors-tui[browser]').",
)
@click.option(
    "--expect",
    "policy_file",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Only: does the server do what this cors-policy.toml says? Sends nothing but GET and OPTIONS.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--show-secrets", is_flag=True, help="Do not mask Authorization, cookies and keys.")
def COMMAND(  # noqa: N802 -- the registry's name
    url: str,
    origin_server: str,
    send: bool,
    quick: bool,
    browser: str | None,
    policy_file: str | None,
    as_json: bool,
    show_secrets: bool,
    **options: Any,
) -> None:
    """Ask URL what a browser on a page of --origin would ask, and say what each browser decides and why.

    Exit codes: 0 every browser allows it (all is as --expect says); 1 some browser blocks it (it is not); 2 usage;
    3 the target could not be reached; 4 undecided, because the request itself was not sent (see --send); 70 internal
    error; 130 interrupted.
    """
    import asyncio

    if policy_file:
        raise SystemExit(_expected(url, policy_file, options, as_json=as_json))
    case = case_of(url, options)
    _refuse_faulty(case)
    if origin_server:
        case = case.with_answer("origin-server", origin_server)
    case = asyncio.run(_asked(case, send=send, quick=quick))
    from cors_tui.session.judging import judge

    judgement = judge(case)
    real = asyncio.run(_real(case, browser)) if browser else None
    click.echo(_rendered(case, judgement, real, as_json, show_secrets), nl=False)
    raise SystemExit(exit_code(case, judgement))


def exit_code(case: Case, judgement: Judgement) -> Exit:
    """The exit code of a judged case. Where nothing answered in HTTP, the target was not reached, whatever an engine
    makes of the bytes."""
    from cors_tui.session.asking import is_reachable
    from cors_tui.session.judging import Word

    words = {verdict.word for verdict in judgement.verdicts.values()}
    if words == {Word.ALLOWED}:
        return Exit.ALLOWED
    if words & {Word.BLOCKED, Word.ASKS}:
        return Exit.BLOCKED if is_reachable(case) else Exit.UNREACHABLE
    return Exit.UNREACHABLE if Word.UNREACHABLE in words else Exit.UNDECIDED


def _expected(url: str, policy_file: str, options: dict[str, Any], *, as_json: bool) -> Exit:
    from cors_tui.cli._expected import compare, expected_policy, origin_for

    policy = expected_policy(policy_file)
    case = case_of(url, {**options, "origin": origin_for(policy, options["origin"])})
    _refuse_faulty(case)
    return compare(case, policy, as_json=as_json)


def _refuse_faulty(case: Case) -> None:
    """Say everything that is wrong with what was typed, and stop when it cannot go on.

    Raises `click.UsageError`: what is missing or wrong, and what to write instead.
    """
    from cors_tui.inputs.faults import connection_faults, faults

    if not case.call.origin:
        raise click.UsageError(
            "The page's origin is missing: add --origin with what stands in the address bar up to the path, "
            "such as --origin http://localhost:3000 (or --origin null for a file)."
        )
    found = (*faults(case.call), *connection_faults(case.connection))
    for fault in found:
        if not fault.is_error:
            click.echo(f"note: {fault.sentence}", err=True)
    errors = [fault.sentence for fault in found if fault.is_error]
    if errors:
        raise click.UsageError("\n".join(errors))


async def _asked(case: Case, *, send: bool, quick: bool) -> Case:
    from cors_tui.session.asking import SEND, ask_browsers
    from cors_tui.session.experimenting import ask_experiments, worthwhile_experiments
    from cors_tui.session.judging import Word, judge

    if send:
        case = case.with_consent(SEND)
    async for step in ask_browsers(case):
        case = step.case
    fine = {Word.ALLOWED, Word.UNDECIDED}
    if not quick and any(verdict.word not in fine for verdict in judge(case).verdicts.values()):
        async for step in ask_experiments(case, worthwhile_experiments(case)):
            case = step.case
    return case


async def _real(case: Case, browser: str) -> RealVerdict:
    from cors_tui.session.real import ENGINES, ask_real

    return ENGINES[browser], await ask_real(case, browser)


def _rendered(case: Case, judgement: Judgement, real: RealVerdict | None, as_json: bool, show_secrets: bool) -> str:
    from cors_tui.report.real import real_document, real_text

    if as_json:
        import json

        from cors_tui.report.formats.as_json import document

        written = document(case, judgement, show_secrets=show_secrets)
        if real is not None:
            verdict = judgement.verdicts[real[0]]
            written["real_browser"] = real_document(real[1], verdict, show_secrets=show_secrets)
        return json.dumps(written, indent=2, ensure_ascii=True) + "\n"
    from cors_tui.report.formats.text import text

    shown = text(case, judgement, show_secrets=show_secrets)
    if real is None:
        return shown
    return shown + real_text(real[1], judgement.verdicts[real[0]], show_secrets=show_secrets)
