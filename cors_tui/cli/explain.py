"""`cors-tui explain`: the pages of causes, refusals and topics."""

from __future__ import annotations

import click

from cors_tui.cli._exit import Exit


@click.command("explain", short_help="Say what a cause, a refusal or a topic means; list them all.")
@click.argument("name", required=False, metavar="[CAUSE|TOPIC|REFUSAL]")
def explain_command(name: str | None) -> None:
    """Print the page of CAUSE, of a TOPIC (prevention, bypass, verify, ...) or of a REFUSAL's code.

    Without a name: everything there is, the most frequent cause first.
    """
    from cors_tui.report.explain import UnknownNameError, explain, listing

    try:
        click.echo(explain(name) if name else listing())
    except UnknownNameError as unknown:
        click.echo(str(unknown), err=True)
        raise SystemExit(Exit.USAGE) from None


COMMAND = explain_command
