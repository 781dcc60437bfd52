"""`cors-tui check`: the same case without a screen, for people and for scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from cors_tui.cli._exit import Exit
from cors_tui.cli._options import call_options, case_of

if TYPE_CHECKING:
    from cors_tui.case import Case
    from cors_tui.probe.real_browser.answer import NotAvailable, RealAnswer
    from cors_tui.session.judging import BrowserVerdict, Judgement

    RealVerdict = tuple[BrowserVerdict, RealAnswer | NotAvailable]


@click.command("check", short_help="Ask a server what a browser would, and print the verdict.")
@click.argument("url")
@call_options
@click.option(
    "--origin-server", default="", metavar="HOST:PORT", help="The server behind the CDN: asked directly, too."
)
@click.option("--send", is_flag=True, help="Really send a request that may change something (POST, PUT, DELETE, ...).")
@click.option(
    "--own-url",
    is_flag=True,
    help="Where an extra query value changes the answer: ask under the real URL. A shared cache may keep what it sees.",
)
@click.option(
    "--oversized-body",
    default="",
    metavar="SIZE",
    help="Also send the request once with a body of SIZE (such as 2MB), to find a limit. It may be stored.",
)
@click.option("--quick", is_flag=True, help="Only the browsers' own requests; no experiments to find the cause.")
@click.option(
    "--browser",
    type=click.Choice(["chromium", "firefox", "chrome", "edge"]),
    default=None,
    help="Also ask this installed browser itself (needs the extra: pip install 'cors-tui[browser]').",
)
@click.option(
    "--local-network",
    is_flag=True,
    help="With --browser: serve the page as from a public address (from a local one where its origin is one), with "
    "Local Network Access checks on.",
)
@click.option(
    "--expect",
    "policy_file",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Only: does the server do what this cors-policy.toml says, and no more? Sends nothing but GET and OPTIONS.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--show-secrets", is_flag=True, help="Do not mask Authorization, cookies and keys.")
def COMMAND(  # noqa: N802 -- the registry's name
    url: str,
    origin_server: str,
    send: bool,
    own_url: bool,
    oversized_body: str,
    quick: bool,
    browser: str | None,
    local_network: bool,
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
    from cors_tui.cli._asking import Asking, learn

    if policy_file:
        raise SystemExit(_expected(url, policy_file, options, as_json=as_json))
    case = case_of(url, options)
    _refuse_faulty(case)
    _refuse_unfitting(case, oversized_body, browser if local_network else "any")
    if origin_server:
        case = case.with_answer("origin-server", origin_server)
    learned = learn(case, Asking(send, quick, own_url, oversized_body))
    case = learned.case
    from cors_tui.session.judging import judge

    judgement = judge(case)
    real = _real(case, browser, local_network) if browser and not learned.stopped else None
    click.echo(_rendered(case, judgement, real, as_json, show_secrets), nl=False)
    raise SystemExit(Exit.INTERRUPTED if learned.stopped else exit_code(case, judgement))


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


def _refuse_unfitting(case: Case, oversized_body: str, browser: str | None) -> None:
    """Raises `click.UsageError` for options that do not go together, or a size that is none."""
    from cors_tui.experiments.body import OVERSIZED_BODY, SEND_OVERSIZED, size_of

    if browser is None:
        raise click.UsageError("--local-network asks a real browser: add --browser chromium (or chrome, edge).")
    if not oversized_body:
        return
    if size_of(oversized_body) is None:
        raise click.UsageError("--oversized-body takes a size such as 900k, 2MB or 1.5MiB, up to 64MB.")
    if not OVERSIZED_BODY.plan(case.with_consent(SEND_OVERSIZED)):
        raise click.UsageError("--oversized-body needs a method that carries a body: add -X POST (or PUT, PATCH).")
    click.echo(
        f"note: {case.call.method} is sent once with {oversized_body} of filling, as --oversized-body says.", err=True
    )


def _real(case: Case, browser: str, local_network: bool) -> RealVerdict:
    import asyncio

    from cors_tui.session.real import ask_real, is_local_network_question, verdict_beside

    if browser != "firefox" and is_local_network_question(case) is not local_network:
        says = "has no say here: page and target are near" if local_network else "has a say here: add --local-network"
        click.echo(f"note: Local Network Access {says}.", err=True)
    verdict = verdict_beside(case, browser, local_network=local_network)
    return verdict, asyncio.run(ask_real(case, browser, local_network=local_network))


def _rendered(case: Case, judgement: Judgement, real: RealVerdict | None, as_json: bool, show_secrets: bool) -> str:
    from cors_tui.report.real import real_document, real_text

    if as_json:
        import json

        from cors_tui.report.formats.as_json import document

        written = document(case, judgement, show_secrets=show_secrets)
        if real is not None:
            written["real_browser"] = real_document(real[1], real[0], show_secrets=show_secrets)
        return json.dumps(written, indent=2, ensure_ascii=True) + "\n"
    from cors_tui.report.formats.text import text

    shown = text(case, judgement, show_secrets=show_secrets)
    if real is None:
        return shown
    return shown + real_text(real[1], real[0], show_secrets=show_secrets)
