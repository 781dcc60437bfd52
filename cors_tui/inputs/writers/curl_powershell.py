"""curl for PowerShell, old and new.

Until 7.2 PowerShell hands quotes inside an argument on without escaping them; the first line makes later versions do
the same, so that one text is right for all. https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_preference_variables
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cors_tui.case import Case
from cors_tui.inputs.writer import Writer
from cors_tui.inputs.writers import _parts as parts

_FIRST = "$PSNativeCommandArgumentPassing = 'Legacy'"


def write(case: Case, show_secrets: bool = False) -> str:
    """The two lines of a command; secrets are environment variables (``$env:AUTHORIZATION``)."""
    return f"{_FIRST}\n" + " `\n  ".join(["curl.exe -i", *_words(case, show_secrets)])


def _words(case: Case, show_secrets: bool) -> Iterator[str]:
    call = case.call
    method = parts.method(call)
    if method == "HEAD":
        yield "--head"
    elif method != "GET" or call.body is not None:
        yield f"-X {_quoted(method)}"
    pieces = list(parts.url_pieces(parts.target(call), show_secrets))
    if any(secret for _, secret in pieces):
        yield f'--globoff "{"".join(f"${{env:{text}}}" if secret else _in_double(text) for text, secret in pieces)}"'
    else:
        yield f"--globoff {_quoted(parts.target(call))}"
    for name, value in parts.sent_headers(call):
        if parts.is_hidden(name, value, show_secrets):
            yield f'-H "{_in_double(name)}: ${{env:{parts.variable(name)}}}"'
        else:
            yield f"-H {_quoted(parts.readable(f'{name}: {value}' if value else f'{name};'))}"
    if call.body is not None:
        yield f"--data-raw {_quoted(parts.readable(call.body))}"


def _quoted(text: str) -> str:
    """One argument: escaped for the program, then in PowerShell's single quotes. It doubles curly quotes too."""
    return "'" + re.sub(r"['‘’‚‛]", r"\g<0>\g<0>", _for_program(text)) + "'"


def _for_program(text: str) -> str:
    """Backslashes before a quote are doubled, and the quote escaped; PowerShell adds outer quotes where a space is.

    Its versions differ where a backslash stands before the quote that they add: there the text brings its own.
    """
    escaped = re.sub(r'(\\*)"', r'\1\1\\"', text)
    if text and not (text.endswith("\\") and re.search(r"\s", text)):
        return escaped
    return '"' + re.sub(r"(\\+)\Z", r"\1\1", escaped) + '"'


def _in_double(text: str) -> str:
    return re.sub(r'[`$"“”„]', r"`\g<0>", text)


WRITER = Writer("curl (PowerShell)", write, ".ps1")
