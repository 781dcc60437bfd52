"""`cors-tui check --expect`: whether the server does what a policy's file says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cors_tui.cli._exit import Exit

if TYPE_CHECKING:
    from cors_tui.case import Case
    from cors_tui.policy import CorsPolicy
    from cors_tui.session.expectation import Expectation


def expected_policy(path: str) -> CorsPolicy:
    """The policy that is expected; `click.UsageError` when it is none, or none that a server should follow."""
    from cors_tui.cli._policy_file import sound_policy_from

    return sound_policy_from(path).policy


def asked_as(policy: CorsPolicy, origin: str) -> CorsPolicy:
    """`policy`, with `origin` in place of a list that only the server's environment holds."""
    from dataclasses import replace

    return replace(policy, origins=(origin,)) if policy.from_env and not policy.origins else policy


def origin_for(policy: CorsPolicy, origin: str) -> str:
    """The origin to ask as: the given one, else the policy's first; `click.UsageError` when there is neither."""
    from cors_tui.session.expecting import first_origin

    found = origin or first_origin(policy)
    if not found:
        raise click.UsageError("The policy names no origin: add --origin with one to ask as.")
    return found


def compare(case: Case, policy: CorsPolicy, *, as_json: bool) -> Exit:
    """Ask, print what was expected and what came back, and say how it ended."""
    import asyncio

    from cors_tui.session.expecting import ask_expected

    found = asyncio.run(ask_expected(case, asked_as(policy, case.call.origin)))
    click.echo(_document(case, found) if as_json else _text(case, found), nl=False)
    if all(each.ok for each in found):
        return Exit.ALLOWED
    return Exit.BLOCKED if any(each.answered for each in found) else Exit.UNREACHABLE


def _document(case: Case, found: tuple[Expectation, ...]) -> str:
    import json
    from dataclasses import asdict

    rows = [{key: value for key, value in asdict(each).items() if key != "answered"} for each in found]
    written = {"schema_version": 1, "url": _url(case), "origin": case.call.origin, "expectations": rows}
    return json.dumps(written, indent=2, ensure_ascii=True) + "\n"


def _text(case: Case, found: tuple[Expectation, ...]) -> str:
    from cors_tui.report.plain import plain

    wrong = sum(not each.ok for each in found)
    end = f"{wrong} of {len(found)} are not as the policy says." if wrong else "All is as the policy says."
    rows = [line for each in found for line in _lines(each)]
    return "".join(f"{plain(line, 400)}\n" for line in (_url(case), *rows, end))


def _lines(each: Expectation) -> list[str]:
    """What was asked and got; where that is wrong, the bytes of the answer under it."""
    if each.ok:
        return [f"= {each.asked}: {each.got}"]
    return [f"! {each.asked}: expected {each.expected}, got {each.got}", *(f"    {line}" for line in each.evidence)]


def _url(case: Case) -> str:
    from cors_tui.masking import masked_url

    return masked_url(case.call.url)
