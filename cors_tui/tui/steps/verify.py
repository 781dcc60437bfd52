"""Step 7: again, until it is green; and the commands to repeat every probe by hand."""

from __future__ import annotations

from textual.content import Content

from cors_tui.session.curls import curl_lines
from cors_tui.session.judging import Judgement
from cors_tui.tui.view import View
from cors_tui.tui.visible import joined, lines, visible, visible_lines
from cors_tui.tui.widgets.tree import WORD_STYLES


def above(view: View) -> Content:
    """Before and after in words, and what the watch does."""
    rows = [_words("before", view.earlier)] if view.earlier else []
    rows += [_words("now", view.judgement)] if view.judgement and not view.is_waiting else []
    rows += [visible(f"watching: {view.watching}   (w: stop)", "bold $accent")] if view.watching else []
    if view.lab:
        does = "break the lab server again" if view.repaired else "apply the fix to the lab server"
        rows += [visible(f"k: {does}", "$accent")]
    return lines(*rows) if rows else visible("Nothing was sent yet. Press r to probe.", "bold")


def below(view: View) -> Content:
    """The curl commands; y copies them."""
    if not view.case.call.url or not view.case.call.origin:
        return visible("")
    parts: list[Content] = [visible("The same by hand (y copies):", "bold")]
    for line in curl_lines(view.case):
        parts += [visible(f"# {line.title}", "$quiet"), visible_lines(line.command)]
    return lines(*parts)


def _words(title: str, judgement: Judgement | None) -> Content:
    verdicts = judgement.verdicts.values() if judgement else ()
    words = (joined(visible(f"  {v.title} "), visible(v.word.label, WORD_STYLES[v.word.value])) for v in verdicts)
    return joined(visible(f"{title:<7}", "bold"), *words)
