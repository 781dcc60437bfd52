"""Text from outside as a terminal may print it: nothing in it is interpreted."""

from __future__ import annotations

import unicodedata

_NAMED = {"\n": "␊", "\r": "␍", "\t": "␉", "\x1b": "␛", "\x00": "␀", "\x7f": "␡"}
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def plain(text: str, longest: int = 0) -> str:
    """`text` with every control, C1, bidirectional and other unseen character made visible.

    `longest` (when not 0) elides the middle so that at most that many characters remain.
    """
    shown = "".join(_seen(character) for character in text)
    if not longest or len(shown) <= longest:
        return shown
    head = (longest - 1) * 2 // 3
    return f"{shown[:head]}…{shown[len(shown) - (longest - 1 - head) :]}"


def _seen(character: str) -> str:
    if " " <= character <= "~":
        return character
    if character in _NAMED:
        return _NAMED[character]
    if unicodedata.category(character) in _UNSEEN:
        code = ord(character)
        return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
    return character
