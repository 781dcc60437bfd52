"""The first line: what is called, from where, and which lab scenario runs; and the line of the diagnosis."""

from __future__ import annotations

from textual.content import Content

from cors_tui.masking import masked_url
from cors_tui.tui.view import View
from cors_tui.tui.visible import elided, escaped, joined, visible
from cors_tui.tui.widgets.panel import Shown

_HELP = "? help"


class Head(Shown):
    """One line, always there."""

    def show(self, view: View) -> None:
        self.set(head(view))


def head(view: View) -> Content:
    """`` cors-tui  PUT URL  from ORIGIN          lab: NAME  ? help`` in exactly the terminal's width."""
    call = view.case.call
    right = f"{_lab(view)}{_HELP} "
    room = view.width - len(right) - len(" cors-tui  ") - 1
    if not call.url:
        left = joined(visible(" cors-tui  ", "bold $primary"), visible("no request yet", "$quiet"))
    else:
        origin = f"  from {call.origin}" if call.origin else ""
        fixed = len(call.method) + 1
        of_origin = min(len(origin), max(room * 2 // 3 - fixed, 12)) if origin else 0
        url = _short_url(escaped(masked_url(call.url)), room - fixed - of_origin)
        left = joined(
            visible(" cors-tui  ", "bold $primary"),
            visible(elided(call.method, 12), "bold"),
            visible(f" {url}"),
            visible(elided(escaped(origin), of_origin), "$quiet"),
        )
    gap = max(1, view.width - left.cell_length - len(right))
    return joined(left, visible(" " * gap), visible(right, "$quiet"))


def _short_url(url: str, width: int) -> str:
    """The URL, or its end where the whole does not fit: people know their host, and look for the path."""
    return url if len(url) <= width else f"…{url[len(url) - max(width - 1, 1) :]}"


def _lab(view: View) -> str:
    if not view.lab:
        return ""
    side = "repaired" if view.repaired else "broken"
    return f"lab: {view.lab} ({side})   " if view.is_wide else f"lab: {side}  "


class Banner(Shown):
    """The diagnosis above everything else, when there is one."""

    def show(self, view: View) -> None:
        self.display = view.judgement is not None or bool(view.asking)
        self.set(banner(view))


def banner(view: View) -> Content:
    """One or two lines: "Not CORS: ..." stands out; what is CORS says why in the same place."""
    if view.is_waiting:
        return visible(f"asking: {view.asking}", "$quiet")
    if view.judgement is None:
        return visible("")
    diagnosis = view.judgement.diagnosis
    if view.is_green and not view.is_sure:
        green = visible("Every browser allows it.", "bold $success")
        return joined(green, visible(f" {diagnosis.headline}")) if diagnosis.findings else green
    style = "bold $warning" if diagnosis.is_cors is False else "bold"
    return visible(diagnosis.headline, style)
