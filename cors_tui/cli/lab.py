"""`cors-tui lab`: broken servers on loopback to practise on."""

from __future__ import annotations

import contextlib
import shlex
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from cors_tui.lab.scenario import Scenario
    from cors_tui.policy import CorsPolicy
    from cors_tui.session.labs import RunningLab
    from cors_tui.session.policy_files import PolicyFile


@click.command("lab", short_help="Practise on broken servers on this machine.")
@click.argument("scenario", default="")
@click.option("--serve", is_flag=True, help="Only serve (all scenarios when none is named) and print the URLs.")
@click.option("--repaired", is_flag=True, help="With --serve: the repaired side, by the least policy or --policy's.")
@click.option(
    "--policy",
    "policy_file",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="The repaired server answers by this cors-policy.toml.",
)
@click.option("--list", "only_list", is_flag=True, help="Print every scenario's name and title.")
def COMMAND(  # noqa: N802 -- the registry's name
    scenario: str, serve: bool, repaired: bool, policy_file: str | None, only_list: bool
) -> int:
    """Open the guide on SCENARIO, a broken server started on loopback; without one, choose on the screen.

    Nothing leaves this machine. In the guide, the key k applies the fix to the server: the policy of --policy, else
    the least that makes the scenario work. Ctrl+c ends it; 2 is faulty usage, or a policy that no server should follow.
    """
    if only_list:
        _list()
        return 0
    chosen = find(scenario) if scenario else None
    given = _given(policy_file, serve=serve, repaired=repaired)
    if serve:
        _serve(chosen, repaired, given.policy if given else None)
        return 0
    return _open(chosen, given)


def _given(policy_file: str | None, *, serve: bool, repaired: bool) -> PolicyFile | None:
    """The policy that was named; `click.UsageError` where an option has nothing to do."""
    from cors_tui.cli._policy_file import sound_policy_from

    if repaired and not serve:
        raise click.UsageError("--repaired goes with --serve; in the guide, a key applies the fix.")
    if serve and policy_file and not repaired:
        raise click.UsageError("--policy is the repaired server's: with --serve, add --repaired.")
    return sound_policy_from(policy_file) if policy_file else None


def find(name: str) -> Scenario:
    """The scenario called `name`.

    Raises `click.UsageError` with the names that come near.
    """
    from difflib import get_close_matches

    from cors_tui.lab.scenario import known_scenarios

    scenarios = known_scenarios()
    if name in scenarios:
        return scenarios[name]
    near = get_close_matches(name.lower().replace("_", "-"), scenarios, n=3, cutoff=0.6)
    meant = f"did you mean {' or '.join(near)}? " if near else ""
    raise click.UsageError(f"There is no scenario {name!r}; {meant}`cors-tui lab --list` names them all.")


def _list() -> None:
    from cors_tui.lab.scenario import known_scenarios

    scenarios = known_scenarios()
    width = max(map(len, scenarios))
    for name, scenario in scenarios.items():
        click.echo(f"{name:<{width}}  {scenario.title}")


def _open(scenario: Scenario | None, given: PolicyFile | None) -> int:
    from cors_tui.case import Case
    from cors_tui.session.labs import RunningLab
    from cors_tui.tui.app import run_guide

    if scenario is None:
        return run_guide(Case(), lab_chooser=True, policy=given)
    return run_guide(Case(), lab=RunningLab(scenario), policy=given)


def _serve(scenario: Scenario | None, repaired: bool, policy: CorsPolicy | None) -> None:
    import asyncio

    from cors_tui.lab.scenario import known_scenarios

    chosen = [scenario] if scenario else list(known_scenarios().values())
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_serve_until_stopped(chosen, repaired, policy))


async def _serve_until_stopped(scenarios: list[Scenario], repaired: bool, policy: CorsPolicy | None) -> None:
    import asyncio

    from cors_tui.policy import least_policy
    from cors_tui.session.labs import RunningLab

    async with contextlib.AsyncExitStack() as stack:
        for scenario in scenarios:
            lab = await stack.enter_async_context(RunningLab(scenario))
            if repaired:
                await lab.apply(policy or least_policy(lab.repaired_call.request()))
            click.echo(describe(lab))
        click.echo("\nServing until ctrl+c.")
        await asyncio.Event().wait()


def describe(lab: RunningLab) -> str:
    """What is served, as lines to read and copy: the title, the server behind an edge, the command that asks it."""
    lines = [f"{lab.scenario.name}: {lab.scenario.title}", f"  {lab.case.call.url}"]
    if lab.ports.origin_server:
        lines.append(f"  behind it http://localhost:{lab.ports.origin_server}")
    return "\n".join([*lines, f"  {shlex.join(['cors-tui', *arguments(lab)])}"])


def arguments(lab: RunningLab) -> list[str]:
    """The command line of the guide (or `check`) for the scenario's call."""
    from cors_tui.standards.cors_settings import credentials_modes, modes
    from cors_tui.standards.request import Initiator

    call = lab.case.call
    words = [call.url, "--origin", call.origin]
    for name, value in call.page_headers:
        words += ["--page-header", f"{name}: {value}"]
    if call.method != "GET" or call.body is not None:
        words += ["-X", call.method]
    for name, value in call.headers:
        words += ["-H", f"{name}: {value}"]
    if call.cookie:
        words += ["-b", call.cookie]
    if call.initiator is not Initiator.FETCH:
        words += ["--initiator", call.initiator.value]
    if call.mode is not modes(call.initiator)[0]:
        words += ["--mode", call.mode.value]
    if call.cookie or call.credentials is not credentials_modes(call.initiator, call.mode)[0]:
        words += ["--credentials", call.credentials.value]
    if call.body is not None:
        words += ["-d", call.body]
    return words
