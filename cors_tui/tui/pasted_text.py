"""What the screen of a paste says: its cases, the likely causes, the question that is asked, the text itself."""

from __future__ import annotations

import textwrap

from textual.content import Content

from cors_tui.browsers.browser import Reading, known_browsers
from cors_tui.diagnosis.answering import Answer, Asked
from cors_tui.diagnosis.cause import known_causes
from cors_tui.diagnosis.hypotheses import Hypothesis
from cors_tui.masking import masked_lines, masked_url
from cors_tui.remedy import Remedy
from cors_tui.report.refusals import MEANS
from cors_tui.session.told import KINDS, Told
from cors_tui.standards.verdict import Refusal
from cors_tui.tui.pasting import Pasted, fault_sentences, suggestion, summary
from cors_tui.tui.visible import elided, escaped, joined, lines, visible, visible_lines
from cors_tui.tui.wording import short_reading

_SHOWN = 4000
"""Characters of the text that are shown on the screen; the whole is a key away."""

_NARROWEST = 24


def head(pasted: Pasted, width: int) -> Content:
    """What came: its kind and its size."""
    kind = KINDS.get(pasted.understood.kind, "")
    what = "the name of a file" if pasted.path and not kind else kind or "not understood"
    left = joined(visible(" cors-tui  ", "bold $primary"), visible("pasted: "), visible(what, "bold"))
    size = f"{size_of(pasted.text)} "
    gap = max(1, width - left.cell_length - len(size))
    return joined(left, visible(" " * gap), visible(size, "$quiet"))


def size_of(text: str) -> str:
    """``1,234 characters, 3 lines``."""
    count = text.count("\n") + 1
    return f"{len(text):,} characters, {count:,} {'line' if count == 1 else 'lines'}"


def sayings(pasted: Pasted, width: int) -> Content:
    """What was understood and what was not, what the browser said, and what is wrong by its shape alone."""
    one = pasted.one
    rows = (
        []
        if _speaks_for_itself(pasted)
        else _wrapped(summary(pasted), width, "" if pasted.is_understood else "$warning")
    )
    if one.reading is not None:
        rows += _wrapped(_browser_says(pasted, one.reading), width, "bold")
    rows += _headers(pasted, width)
    if _is_taken(pasted, "GET") and one.call is not None and one.call.method == "GET":
        rows.append(visible("method   not told; GET is taken", "$quiet"))
    if _speaks_for_itself(pasted):
        rows += [row for missed in pasted.understood.missed for row in _wrapped(missed, width, "$warning")]
    for sentence in fault_sentences(pasted)[:2]:
        rows += _wrapped(f"! {sentence}", width, "$warning")
    mended = suggestion(pasted)[1]
    if mended:
        rows.append(joined(visible("h ", "bold $primary"), visible(elided(escaped(masked_url(mended)), width - 2))))
    return lines(*rows)


def _headers(pasted: Pasted, width: int) -> list[Content]:
    """The names that the page sets; what only a preflight gives away is not told as if it had been read."""
    call = pasted.one.call
    if call is None or not call.headers:
        return []
    names = ", ".join(name for name, _ in call.headers)
    if _is_taken(pasted, names):
        words = f"headers  not told; {names} is taken, for a preflight was sent"
        return [visible(elided(escaped(words), width), "$quiet")]
    shown = visible(elided(escaped(f"headers  {names}"), width - 24), "$quiet")
    return [joined(shown, visible("  (step 2 has them)", "$quiet"))]


def _is_taken(pasted: Pasted, word: str) -> bool:
    """Whether a console's lines lack `word`, which then was assumed."""
    return pasted.understood.kind == "console" and word.lower() not in pasted.inside.lower()


def _speaks_for_itself(pasted: Pasted) -> bool:
    """A console's lines are said by what the browser means, a URL by its field; what was missed needs words."""
    return pasted.understood.kind in ("console", "url") and pasted.one.call is not None


def _browser_says(pasted: Pasted, reading: Reading) -> str:
    """What was refused, in a sentence: by a browser, or by what a file or a dump shows."""
    browser = known_browsers().get(reading.engine)
    who = browser.title if browser else "The file" if pasted.understood.kind == "har" else "A browser"
    if reading.refusal is None or reading.refusal is Refusal.NETWORK:
        return f"{who} says: {short_reading(reading)}."
    about = f" ({elided(reading.value, 40)})" if reading.value else ""
    if browser is None:
        return f"Every page is refused: {MEANS[reading.refusal]}{about}"
    where = "of the preflight" if reading.in_preflight else "of the request"
    return f"{who} says {where}: {MEANS[reading.refusal]}{about}"


def cases(pasted: Pasted, width: int) -> Content:
    """One line a case: its number, status, method, URL, and what failed."""
    return lines(*(_case(pasted, number, one, width) for number, one in enumerate(pasted.cases)))


def _case(pasted: Pasted, number: int, one: Told, width: int) -> Content:
    is_here = number == pasted.which
    status = one.reading.status if one.reading else None
    head = f"{'>' if is_here else ' '} {number + 1:>2}  {status or '':<4}"
    said = _said(one)
    method = one.call.method if one.call else "?"
    url = masked_url(one.call.url) if one.call else "(no URL is told)"
    shown = f"{method} {elided(escaped(url), max(width - len(head) - len(method) - len(said) - 3, 16))}"
    return joined(
        visible(f"{head}{shown}", "bold" if is_here else ""),
        visible(f"  {said}" if said else "", "$quiet"),
    )


def _said(one: Told) -> str:
    if one.reading is None:
        return one.found[0].title if one.found else ""
    browser = known_browsers().get(one.reading.engine)
    return f"{browser.title}: {short_reading(one.reading)}" if browser else short_reading(one.reading)


def causes(pasted: Pasted, width: int, rows: int = 0) -> Content:
    """The likely causes; the one that is pointed at, or each where `rows` are enough, with its reason and what would
    settle it."""
    found = pasted.found
    if not found:
        return visible(_nothing(pasted), "$quiet")
    at = min(pasted.at, len(found) - 1)
    whole, short = (
        lines(*(_cause(n, each, n == at, width, n == at or every) for n, each in enumerate(found)), *_out(pasted))
        for every in (True, False)
    )
    return whole if whole.plain.count("\n") < rows else short


def _nothing(pasted: Pasted) -> str:
    if pasted.one.found:
        return "Every likely cause was ruled out. Correct what stands above, or look in the reference ( / )."
    if pasted.one.call is None and pasted.understood.kind == "headers":
        return "Nothing in these headers refuses a page by itself. Give the URL and the page's origin, then probe."
    missing = "" if pasted.one.call and pasted.one.call.origin else " Give the page's origin first (tab)."
    return f"Nothing can be told from the text alone; a probe tells (r).{missing}"


def _cause(number: int, each: Hypothesis, is_here: bool, width: int, is_whole: bool) -> Content:
    """One line, with the group where it fits; as a whole also its reason, what would settle it, and its group."""
    mark = ">" if is_here else " "
    title = elided(each.title, max(width - 15, _NARROWEST))
    fits = not is_whole and len(title) + len(each.group) + 17 <= width
    head = joined(
        visible(f"{mark} {number + 1} "),
        visible(f"{each.certainty.value:<9}", "$accent"),
        visible(title, "bold" if is_here else ""),
        visible(f"  {each.group}" if fits else "", "$quiet"),
    )
    if not is_whole:
        return head
    return lines(
        head,
        *_hung("because", each.why, width),
        *_hung("to know", each.next_probe, width),
        *_hung("kind", each.group, width, "$quiet"),
    )


def _hung(label: str, text: str, width: int, style: str = "") -> list[Content]:
    """``    because  text``, its further lines under the text."""
    first, *rest = textwrap.wrap(escaped(text), max(width - 13, _NARROWEST)) or [""]
    head = joined(visible(f"    {label:<9}", "$quiet"), visible(first, style))
    return [head, *(visible(f"{' ' * 13}{row}", style) for row in rest)]


def _wrapped(text: str, width: int, style: str = "") -> list[Content]:
    rows = textwrap.wrap(escaped(masked_url(text)), max(width, _NARROWEST))
    return [visible(row, style) for row in rows]


def _out(pasted: Pasted) -> list[Content]:
    titles = {each.cause: each.title for each in pasted.one.found}
    out = [titles[name] for name, answer in pasted.answers.items() if answer is Answer.NO and name in titles]
    return [visible(f"- ruled out: {title}", "$quiet") for title in out]


def question(pasted: Pasted, asked: Asked, width: int) -> Content:
    """The question, how to find out, the keys, and how the causes stand."""
    title = next((each.title for each in pasted.one.found if each.cause == asked.cause), asked.cause)
    return lines(
        *_wrapped(asked.question, width, "bold $accent"),
        visible(""),
        _keys(("y", f"yes: {title}"), ("n", "no"), ("d", "I do not know")),
        visible(""),
        *_hung("look at", asked.how, width, "$quiet"),
        *(_standing(number, each) for number, each in enumerate(pasted.found)),
        *_out(pasted),
    )


def _standing(number: int, each: Hypothesis) -> Content:
    return joined(visible(f"    {number + 1} "), visible(f"{each.certainty.value:<9}", "$accent"), visible(each.title))


def answered(pasted: Pasted, width: int) -> Content:
    """What the answers come to."""
    found = pasted.settled
    if found is None:
        says = "No question is left, and nothing was confirmed."
        return lines(visible(says, "bold"), _keys(("backspace", "take the last answer back")), causes(pasted, width))
    cause = known_causes()[found.cause]
    helps = [row for remedy in cause.remedies[:2] for row in _hung("change", _phrase(remedy), width, "$success")]
    return lines(
        joined(visible("By what you said: ", "bold"), visible(found.title, "bold $success")),
        visible(""),
        *_hung("so", cause.happened, width),
        *helps,
        visible(""),
        _keys(("f", "the fix"), ("c", "its page"), ("backspace", "take the last answer back")),
        *_out(pasted),
    )


def _phrase(remedy: Remedy) -> str:
    return f"{remedy.phrase} ({remedy.place.value})"


def _keys(*pairs: tuple[str, str]) -> Content:
    parts: list[Content] = [visible("  ")]
    for key, says in pairs:
        parts += [visible(key, "bold $primary"), visible(f" {says}   ")]
    return joined(*parts)


def excerpt(pasted: Pasted) -> Content:
    """The beginning of the text, secrets masked."""
    shown = masked_lines(pasted.inside[:_SHOWN])
    more = len(pasted.inside) - _SHOWN
    rows = [visible_lines(shown)] + ([visible(f"… and {more:,} characters more", "$quiet")] if more > 0 else [])
    return lines(*rows)


def whole(pasted: Pasted, longest: int = 20_000) -> str:
    """The text as the pop-up shows it, secrets masked."""
    shown = masked_lines(pasted.inside[:longest])
    more = len(pasted.inside) - longest
    return f"{shown}\n… and {more:,} characters more" if more > 0 else shown
