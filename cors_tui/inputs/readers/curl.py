"""curl commands, as browsers' network panels, Postman and people write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from cors_tui.case import Call, Connection
from cors_tui.inputs.reader import Reader, Understood
from cors_tui.inputs.readers._answered import Shown, with_verdicts
from cors_tui.inputs.readers._curl_options import BOUNDARY, FORM, Spelled, spell_out
from cors_tui.inputs.readers._markdown import within
from cors_tui.inputs.readers._page import call_from_wire, is_preflight
from cors_tui.inputs.readers._powershell_words import is_for_powershell, powershell_words
from cors_tui.inputs.readers._words import Split, as_unicode, bash_words, cmd_words
from cors_tui.inputs.readers.headers import answered, responses_in

_BEGINS = r"(?:\A|[\n;|&(]|(?:\A|\n)[ \t]*+[$>%#][ \t]*+)"
_CURL = re.compile(_BEGINS + r"[ \t]*+(?:(?:sudo|time|command)[ \t]++)*+(?:[\w./\\:-]*[/\\])?curl(?:\.exe)?[\s\\^`]")
_CURL_WORD = re.compile(r"(?:.*[/\\])?curl(?:\.exe)?", re.DOTALL)
_CMD_BREAK = re.compile(r"\^[ \t]*\r?\n")
_FIRST_QUOTE = re.compile(r"\^?[\"']")
_CURLY = str.maketrans("“”„‘’‚", "\"\"\"'''")
_GLOB = re.compile(r"\{[^{}]*,[^{}]*\}|\[\d+-\d+\]")

_ANSWER = re.compile(r"^(?:< ?)?HTTP/\d(?:\.\d)? \d{3}\b", re.MULTILINE)
"""What the command printed, pasted below it."""

_MOST = 100
"""Requests of one paste that are read."""


def claim(text: str) -> float:
    """A command that begins a line is surely one; the word in running text is not."""
    found = _CURL.search(f"{text}\n")
    if not found:
        return 0.6 if "`" in text and within(text, _CURL) is not text else 0.0
    return 0.95 if not text[: found.start()].strip() else 0.6


def read(text: str) -> Understood:
    """Every request of every curl command in `text`."""
    split = _split(within(text, _CURL) if "`" in text or "~~~" in text else text)
    missed = [*_shell_notes(split)]
    calls: list[Call] = []
    shown: list[Shown] = []
    says: list[str] = []
    connection = Connection()
    for words in split.commands:
        if len(calls) >= _MOST:
            missed.append(f"Only the first {_MOST} requests were read.")
            break
        place = next((number for number, word in enumerate(words[:8]) if _CURL_WORD.fullmatch(word)), None)
        if place is None:
            continue
        for spelled in spell_out(words[place + 1 :]):
            connection = _reached(spelled, connection)
            missed += spelled.missed
            for call, notes in islice(_calls(spelled), _MOST - len(calls)):
                calls.append(call)
                shown.append(Shown(call, is_preflight(_method(spelled), _headers_and_body(spelled)[0])))
                says += notes
    if not calls:
        missed.append("The curl command names no URL.")
    responses = responses_in(text) if _ANSWER.search(text) else []
    understood = Understood(
        "curl", tuple(calls), connection, (), tuple(responses), tuple(dict.fromkeys(says)), tuple(dict.fromkeys(missed))
    )
    return with_verdicts(understood, shown) if answered(shown, responses) else understood


def _split(text: str) -> Split:
    """By the shell it was written for: carets are cmd's, a backquote before a line's end is PowerShell's."""
    if _is_for_cmd(text):
        return cmd_words(text)
    if is_for_powershell(text):
        return powershell_words(text)
    if '"' not in text and "'" not in text:
        text = text.translate(_CURLY)  # a word processor's quotes
    return bash_words(text)


def _is_for_cmd(text: str) -> bool:
    """A caret before the first quote, or at a line's end where the first quote is a double one."""
    first = _FIRST_QUOTE.search(text)
    if first is not None and first[0] == '^"':
        return True
    return _CMD_BREAK.search(text) is not None and (first is None or first[0] == '"')


def _shell_notes(split: Split) -> Iterator[str]:
    if split.unclosed:
        yield "A quote is never closed: the command may have been cut off."
    names = ", ".join(dict.fromkeys(as_unicode(text[:40]) for text in split.unexpanded))
    if names:
        yield f"Not filled in, because nothing is expanded: {names[:200]}."


def _reached(spelled: Spelled, before: Connection) -> Connection:
    return Connection(
        connect_to=(*before.connect_to, *spelled.connect_to),
        resolve=(*before.resolve, *spelled.resolve),
        proxy=spelled.proxy or before.proxy,
        insecure=spelled.insecure or before.insecure,
        cacert=spelled.cacert or before.cacert,
        max_time=spelled.max_time or before.max_time,
        user_agent=before.user_agent
        if spelled.user_agent.startswith("Mozilla/")
        else spelled.user_agent or before.user_agent,
    )


def _calls(spelled: Spelled) -> Iterator[tuple[Call, list[str]]]:
    headers, body = _headers_and_body(spelled)
    for typed in spelled.urls:
        says = []
        url = typed
        if not re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", url):
            url = f"http://{url}"
            says.append(f"curl takes a URL without a scheme as http: {url[:120]}.")
        if _GLOB.search(url):
            says.append("curl would make several URLs of the braces and brackets; here they stay as they are.")
        call, notes = call_from_wire(_with_query(url, spelled), _method(spelled), headers, body)
        yield call, [*says, *notes]


def _method(spelled: Spelled) -> str:
    if spelled.method:
        return spelled.method
    if spelled.head:
        return "HEAD"
    if spelled.upload:
        return "PUT"
    return "POST" if (spelled.data and not spelled.get) or spelled.form else "GET"


def _with_query(url: str, spelled: Spelled) -> str:
    extra = [*(spelled.data if spelled.get else []), *spelled.queries]
    if not extra:
        return url
    bare, hash_sign, fragment = url.partition("#")
    joined = as_unicode("&".join(extra))
    return f"{bare}{'&' if '?' in bare else '?'}{joined}{hash_sign}{fragment}"


def _headers_and_body(spelled: Spelled) -> tuple[list[tuple[str, str]], str | None]:
    headers = list(spelled.headers)
    names = {name.lower() for name, _ in headers}
    if spelled.cookies:
        headers.append(("Cookie", "; ".join(spelled.cookies)))
    if spelled.form:
        return [*headers, ("Content-Type", f"multipart/form-data; boundary={BOUNDARY}")], _form_body(spelled.form)
    if not spelled.data or spelled.get:
        return headers, None
    if spelled.json:
        headers += [
            pair
            for pair in (("Content-Type", "application/json"), ("Accept", "application/json"))
            if pair[0].lower() not in names
        ]
    elif "content-type" not in names:
        headers.append(("Content-Type", FORM))
    return headers, ("" if spelled.json else "&").join(spelled.data)


def _form_body(fields: list[str]) -> str:
    """The fields as a browser's FormData would be sent; files are not opened, and stay empty.

    https://html.spec.whatwg.org/#multipart-form-data
    """
    parts = []
    for text in fields:
        name, _, value = text.partition("=")
        file = f'; filename="{value[1:].partition(";")[0]}"' if value.startswith(("@", "<")) else ""
        content = "" if file else value.partition(";type=")[0]
        parts.append(f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"{file}\r\n\r\n{content}\r\n')
    return "".join(parts) + f"--{BOUNDARY}--\r\n"


READER = Reader("curl", claim, read)
