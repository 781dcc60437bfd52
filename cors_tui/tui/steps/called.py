"""Step 1: what was called, from where, and what was pasted."""

from __future__ import annotations

from textual.content import Content

from cors_tui.tui.view import View
from cors_tui.tui.visible import elided, escaped, lines, visible


def above(_view: View) -> Content:
    """What to do here."""
    return visible("Paste a URL, a curl command or the console's red line anywhere, or fill in the form (tab).")


def below(view: View) -> Content:
    """What the last paste was understood as."""
    pasted = view.case.pasted
    if not pasted:
        return visible("")
    last = pasted[-1]
    start = elided(escaped(" ".join(last[:400].split())), max(view.content_width - 4, 10))
    return lines(
        visible(f"pasted: {len(last):,} characters, {last.count(chr(10)) + 1} lines, kept as it came", "bold"),
        visible(f"  {start}", "$quiet"),
    )
