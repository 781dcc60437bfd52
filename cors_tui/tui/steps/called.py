"""Step 1: what was called, from where, and what was pasted."""

from __future__ import annotations

from textual.content import Content

from cors_tui.session.routing import how_reached
from cors_tui.tui.view import View
from cors_tui.tui.visible import escaped, joined, lines, visible


def above(_view: View) -> Content:
    """What to do here."""
    return visible(
        "Paste a URL, a command, code, the console's red lines, a HAR or headers anywhere, or fill in the form (tab)."
    )


def below(view: View) -> Content:
    """What the last paste was understood as, and the way requests go when it is not the plain one.

    The pasted text itself may hold secrets, and is shown on demand.
    """
    pasted = view.case.pasted
    route = lines(*_page_headers(view), visible(how_reached(view.case), "$warning"))
    if not pasted:
        return route
    last = pasted[-1]
    count = last.count("\n") + 1
    size = f"{len(last):,} characters, {count} {'line' if count == 1 else 'lines'}"
    parts = (
        joined(visible(f"pasted: {size}, kept as it came", "bold"), visible("  (u: how it was read)", "$quiet")),
        visible(view.understood),
    )
    return lines(*parts, route) if route.plain else lines(*parts)


def _page_headers(view: View) -> list[Content]:
    """What the page itself came with, as far as it was told."""
    return [visible(escaped(f"the page came with {n}: {v}"), "$warning") for n, v in view.case.call.page_headers]
