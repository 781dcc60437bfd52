"""`cors-tui [URL]`: the guide on screens."""

from __future__ import annotations

from typing import Any

import click

from cors_tui.cli._options import call_options, case_of


@click.command("guide", short_help="Open the guide (what `cors-tui URL` does).")
@click.argument("url", default="")
@call_options
@click.option("-a", "--all", "start_all", is_flag=True, help="Send every safe probe of every step at once.")
def COMMAND(url: str, start_all: bool, **options: Any) -> int:  # noqa: N802 -- the registry's name
    """Open the guide, on URL when one is given."""
    from cors_tui.tui.app import run_guide

    return run_guide(case_of(url, options), start_all=start_all)
