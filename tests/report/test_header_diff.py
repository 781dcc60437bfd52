"""Header diffs: what is the same, missing, added, different; duplicates stay two lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.report.header_diff import DiffLine, Sign, compare, compare_status, wanted_against_got
from cors_tui.standards.header_list import HeaderList

ORIGIN = "https://app.example.com"
ACAO = "access-control-allow-origin"


def headers(*pairs: tuple[str, str]) -> HeaderList:
    return HeaderList(pairs)


COMPARED = [
    ("a name in another case is the same name", [("Vary", "Origin")], [("vary", "Origin")], ["= vary Origin Origin"]),
    ("a value in another case is different", [("Vary", "Origin")], [("Vary", "origin")], ["~ vary Origin origin"]),
    ("one that is not there any more", [("X-A", "1")], [], ["- x-a 1 None"]),
    ("one that was not there before", [], [("X-A", "1")], ["+ x-a None 1"]),
    ("a second equal one is its own line", [("A", "1")], [("A", "1"), ("a", "1")], ["= a 1 1", "+ a None 1"]),
    ("of two values the equal ones find each other", [("A", "2")], [("A", "1"), ("A", "2")], ["= a 2 2", "+ a None 1"]),
    ("an empty value is not an absent one", [("A", "")], [], ["- a  None"]),
    ("CORS names come first", [("Z", "1"), (ACAO, "*")], [], [f"- {ACAO} * None", "- z 1 None"]),
]  # fmt: skip


def said(lines: tuple[DiffLine, ...]) -> list[str]:
    return [f"{line.sign.mark} {line.name} {line.left} {line.right}" for line in lines]


@pytest.mark.parametrize(("what", "left", "right", "lines"), COMPARED, ids=[row[0] for row in COMPARED])
def test_compare(what: str, left: list[tuple[str, str]], right: list[tuple[str, str]], lines: list[str]) -> None:
    """Each line stands for one header on either side."""
    assert said(compare(HeaderList.of(left), HeaderList.of(right))) == lines


def test_only_cors_leaves_out_the_rest() -> None:
    """Vary belongs to CORS, Server does not."""
    left = headers(("Server", "a"), ("Vary", "Origin"), (ACAO, "*"))
    assert [line.name for line in compare(left, HeaderList(), only_cors=True)] == ["vary", ACAO]


JUDGED = [
    ("nothing came", [(ACAO, ORIGIN)], [], {ACAO}, "", [f"- {ACAO} {ORIGIN} None"]),
    ("nothing came, and that decides", [(ACAO, ORIGIN)], [], {ACAO}, ACAO, [f"! {ACAO} {ORIGIN} None"]),
    ("a star that is enough is the same", [(ACAO, ORIGIN)], [(ACAO, "*")], set(), "", [f"= {ACAO} {ORIGIN} *"]),
    ("a star that is refused is different", [(ACAO, ORIGIN)], [(ACAO, "*")], {ACAO}, "", [f"~ {ACAO} {ORIGIN} *"]),
    ("two equal ones that are refused are two lines", [(ACAO, ORIGIN)], [(ACAO, ORIGIN), (ACAO, ORIGIN)], {ACAO}, ACAO,
     [f"! {ACAO} {ORIGIN} {ORIGIN}", f"! {ACAO} None {ORIGIN}"]),
    ("what is not about CORS is left out", [], [("Server", "nginx")], set(), "", []),
]  # fmt: skip


@pytest.mark.parametrize(("what", "want", "got", "faulty", "decides", "lines"), JUDGED, ids=[row[0] for row in JUDGED])
def test_wanted_against_got(
    what: str, want: list[tuple[str, str]], got: list[tuple[str, str]], faulty: set[str], decides: str, lines: list[str]
) -> None:
    """What a browser refuses stands out; what it accepts does not, even when it reads differently."""
    found = wanted_against_got(HeaderList.of(want), HeaderList.of(got), faulty, decides)
    assert said(found) == lines


def test_a_value_that_does_as_well_is_marked_enough() -> None:
    """A star where an origin was wanted passes, and the line says that it is not the same."""
    (line,) = wanted_against_got(headers((ACAO, ORIGIN)), headers((ACAO, "*")))
    assert line.enough
    (same,) = wanted_against_got(headers((ACAO, ORIGIN)), headers((ACAO, ORIGIN)))
    assert not same.enough


STATUSES = [
    ("a status that changes", 405, 204, Sign.CHANGED),
    ("one that stays", 200, 200, Sign.SAME),
    ("one that is not known", 500, None, Sign.SAME),
]


@pytest.mark.parametrize(("what", "now", "after", "sign"), STATUSES, ids=[row[0] for row in STATUSES])
def test_compare_status(what: str, now: int, after: int | None, sign: Sign) -> None:
    """A status that is not known is no change."""
    assert compare_status(now, after).sign is sign


PAIRS = st.lists(st.tuples(st.sampled_from(["Vary", "vary", "X-A", ACAO]), st.sampled_from(["", "1", "2"])), max_size=6)


@given(PAIRS, PAIRS)
def test_no_line_is_lost(left: list[tuple[str, str]], right: list[tuple[str, str]]) -> None:
    """Every header of either side is in exactly one line, and a list has no difference from itself."""
    found = compare(HeaderList.of(left), HeaderList.of(right))
    assert sorted((n.lower(), v) for n, v in left) == sorted((x.name, x.left) for x in found if x.left is not None)
    assert sorted((n.lower(), v) for n, v in right) == sorted((x.name, x.right) for x in found if x.right is not None)
    assert all(x.sign is Sign.SAME for x in compare(HeaderList.of(left), HeaderList.of(left)))
