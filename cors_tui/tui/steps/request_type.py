"""Step 2: simple or preflighted, updated while the person types."""

from __future__ import annotations

from textual.content import Content

from cors_tui.guide.request_type import Reason, Type, request_type
from cors_tui.masking import masked
from cors_tui.tui.view import View
from cors_tui.tui.visible import column, joined, lines, visible

_SUBJECT, _REASON = 40, 54


def above(view: View) -> Content:
    """The sentence that says what the browser does first."""
    found = request_type(view.case)
    style = "bold $warning" if found.type in (Type.PREFLIGHTED, Type.REFUSED) else "bold"
    return visible(found.type.value, style)


def below(view: View) -> Content:
    """One line a method or header: what it is and why it may or may not go without asking."""
    return lines(*(_reason(reason, view) for reason in request_type(view.case).reasons))


def _reason(reason: Reason, view: View) -> Content:
    mark = "=" if reason.simple else "!"
    value = reason.value if view.revealed else masked(reason.name, reason.value)
    subject = f"{reason.name}: {value}" if reason.kind == "header" else reason.name
    width = min(_SUBJECT, max(view.content_width - _REASON, 12))
    style = "$success" if reason.simple else "$warning"
    return joined(
        visible(f"{mark} {reason.kind:<7} ", style), column(subject, width), visible(f"  {reason.says}", style)
    )
