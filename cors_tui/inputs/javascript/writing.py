"""How JavaScript writes characters and numbers."""

from __future__ import annotations

import re
from urllib.parse import quote

_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}


def escaped(sequence: str) -> str:
    r"""One escape sequence of a string, backslash and all. https://tc39.es/ecma262/#prod-EscapeSequence"""
    body = sequence[1:]
    found = re.fullmatch(r"u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})", body)
    if found:
        code = int(next(group for group in found.groups() if group), 16)
        return chr(code) if code < 0x110000 else "\ufffd"
    if re.fullmatch(r"[0-7]{1,3}", body):
        return chr(int(body, 8))
    if body[:1] in ("\n", "\r", "\u2028", "\u2029"):
        return ""
    return _LETTERS.get(body, body)


def joined_surrogates(text: str) -> str:
    """Pairs of surrogates as the character they stand for; a lone one as U+FFFD, as where JavaScript encodes it."""
    if not any("\ud800" <= character <= "\udfff" for character in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def number(written: str) -> float | str:
    """A numeric literal; its own text where it is none."""
    plain = written.replace("_", "").removesuffix("n")
    try:
        return float(int(plain, 0)) if re.match(r"0[xXoObB]", plain) else float(plain)
    except (ValueError, OverflowError):
        return written


def percent_encoded(text: str, *, whole: bool) -> str:
    """`encodeURIComponent`, or with `whole` `encodeURI`; unresolved ``${…}`` stays.

    https://tc39.es/ecma262/#sec-encodeuricomponent-uricomponent
    """
    safe = "-_.!~*'();/?:@&=+$,#" if whole else "-_.!~*'()"
    pieces = re.split(r"(\$\{[^}]*\})", joined_surrogates(text))
    return "".join(piece if piece.startswith("${") else quote(piece, safe=safe) for piece in pieces)
