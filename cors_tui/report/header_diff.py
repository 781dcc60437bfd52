"""Header diffs: two header lists side by side, with a sign and a word for each line.

Pure. Names are compared in lower case, values byte for byte; duplicates stay separate lines.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from cors_tui.standards.header_list import HeaderList

CORS_PREFIX = "access-control-"


class Sign(Enum):
    """How the right side stands to the left: (sign, word)."""

    SAME = ("=", "same")
    MISSING = ("-", "missing")
    EXTRA = ("+", "added")
    CHANGED = ("~", "different")
    DECIDES = ("!", "decides")

    def __init__(self, mark: str, word: str) -> None:
        self.mark = mark
        self.word = word


@dataclass(frozen=True, slots=True)
class DiffLine:
    """One header (or the status) on both sides. None: not there.

    `enough` marks a value that differs but does as well (`*` where an origin was wanted).
    """

    sign: Sign
    name: str
    left: str | None
    right: str | None
    enough: bool = False


def compare(left: HeaderList, right: HeaderList, *, only_cors: bool = False) -> tuple[DiffLine, ...]:
    """What became of each header of `left` in `right`, then what `right` has beyond it.

    `only_cors` leaves out everything but ``Access-Control-*`` and ``Vary``.
    """
    lines: list[DiffLine] = []
    for name in _names(left, right):
        if only_cors and not _is_cors(name):
            continue
        lines += _pair_up(name, left.get_all(name), right.get_all(name))
    return tuple(lines)


def compare_status(left: int | None, right: int | None) -> DiffLine:
    """The status line of a diff; None is a status that is not known."""
    sign = Sign.SAME if left == right or right is None else Sign.CHANGED
    return DiffLine(sign, "status", _text(left), _text(right))


def wanted_against_got(
    wanted: HeaderList, got: HeaderList, faulty: Iterable[str] = (), decides: str = ""
) -> tuple[DiffLine, ...]:
    """The CORS headers a browser wants against those that came.

    `faulty` names the headers (lower case) that some browser refuses: a wanted header outside it is enough as it came.
    `decides` is the header at which a browser stops first.
    """
    refused = frozenset(faulty) | ({decides} if decides else frozenset())
    lines: list[DiffLine] = []
    for name in _names(wanted, got):
        if name in wanted or name.startswith(CORS_PREFIX) or name in refused:
            lines += _judged(name, wanted.get_all(name), got.get_all(name), name in refused, name == decides)
    return tuple(lines)


def _judged(
    name: str, wanted: tuple[str, ...], got: tuple[str, ...], is_refused: bool, decides: bool
) -> list[DiffLine]:
    lines = _pair_up(name, wanted, got)
    if not is_refused and got and wanted:
        return [DiffLine(Sign.SAME, name, line.left, line.right, line.sign is not Sign.SAME) for line in lines]
    if decides:
        return [DiffLine(Sign.DECIDES, name, line.left, line.right) for line in lines]
    return lines


def _pair_up(name: str, left: tuple[str, ...], right: tuple[str, ...]) -> list[DiffLine]:
    """Equal values first find each other; what is left over is paired in order, then stands alone."""
    rest = list(right)
    alone: list[str] = []
    lines: list[DiffLine] = []
    for value in left:
        if value in rest:
            rest.remove(value)
            lines.append(DiffLine(Sign.SAME, name, value, value))
        else:
            alone.append(value)
    for value in alone:
        if rest:
            lines.append(DiffLine(Sign.CHANGED, name, value, rest.pop(0)))
        else:
            lines.append(DiffLine(Sign.MISSING, name, value, None))
    return [*lines, *(DiffLine(Sign.EXTRA, name, None, value) for value in rest)]


def _names(*lists: HeaderList) -> tuple[str, ...]:
    """Every name once, lower case, in the order they come; CORS names first."""
    seen = dict.fromkeys(name.lower() for found in lists for name, _ in found)
    return tuple(sorted(seen, key=lambda name: not _is_cors(name)))


def _is_cors(name: str) -> bool:
    return name.startswith(CORS_PREFIX) or name == "vary"


def _text(status: int | None) -> str | None:
    return None if status is None else str(status)
