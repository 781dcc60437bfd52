"""`cors-tui [URL]`: the guide on screens."""

from __future__ import annotations

from typing import Any

import click

from cors_tui.cli._options import call_options, case_of
from cors_tui.cli._policy_file import policy_from


@click.command("guide", short_help="Open the guide (what `cors-tui URL` does).")
@click.argument("url", default="")
@call_options
@click.option(
    "--policy",
    "policy_file",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Make the fix of this cors-policy.toml, instead of the least that makes the request work.",
)
@click.option("-a", "--all", "start_all", is_flag=True, help="Send every safe probe of every step at once.")
def COMMAND(url: str, start_all: bool, policy_file: str | None, **options: Any) -> int:  # noqa: N802 -- the registry's name
    """Open the guide, on URL when one is given."""
    given = policy_from(policy_file) if policy_file else None
    case = case_of(url, options)
    from cors_tui.tui.app import run_guide

    return run_guide(case, start_all=start_all, policy=given)
