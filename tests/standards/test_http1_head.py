"""The head of a response: what browsers read is read, and what was forgiven is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.http1_head import Head, Leniency, parse_head, split_at_bare_cr
from tests.rows import each_row

_OK = "HTTP/1.1 200 OK\r\n"


def head(text: str) -> Head:
    found = parse_head(text.encode("latin-1"))
    assert found is not None
    return found


def test_a_plain_head_needs_no_forgiving() -> None:
    """Order, case, duplicates and high bytes stay; nothing is named."""
    found = head("HTTP/1.1 204 No Content\r\nb: 1\r\nA: \xe9\t\r\nB:1\r\n\r\n")
    assert (found.version, found.status, found.reason) == ("1.1", 204, "No Content")
    assert found.headers.pairs == (("b", "1"), ("A", "\xe9"), ("B", "1"))
    assert found.leniencies == frozenset()


@each_row(
    ("text", "names"),
    [
        pytest.param("HTTP/1.0 200 OK\r\na: b\r\n\r\n", set(), id="HTTP/1.0 is nothing to forgive"),
        pytest.param("HTTP/1.1 200 \r\n\r\n", set(), id="an empty reason after a space is correct"),
        pytest.param("HTTP/1.1 200\r\n\r\n", {Leniency.NO_REASON}, id="no reason and no space"),
        pytest.param(_OK + "a: b\r\n c\r\n\r\n", {Leniency.OBS_FOLD}, id="obs-fold"),
        pytest.param(_OK + "a: b\nc: d\r\n\r\n", {Leniency.BARE_LF}, id="one bare LF"),
        pytest.param(_OK + "a: b\n\n", {Leniency.BARE_LF}, id="bare LF at the end only"),
        pytest.param(_OK + "a: b\rc: d\r\n\r\n", {Leniency.BARE_CR}, id="bare CR"),
        pytest.param(_OK + "a : b\r\n\r\n", {Leniency.SPACE_BEFORE_COLON}, id="space before the colon"),
        pytest.param(_OK + "a\t: b\r\n\r\n", {Leniency.SPACE_BEFORE_COLON}, id="tab before the colon"),
        pytest.param(_OK + "junk\r\na: b\r\n\r\n", {Leniency.LINE_WITHOUT_COLON}, id="no colon"),
        pytest.param(_OK + ": x\r\na: b\r\n\r\n", {Leniency.EMPTY_NAME}, id="empty name"),
        pytest.param(_OK + " a: b\r\n\r\n", {Leniency.LEADING_SPACE}, id="leading space"),
        pytest.param(_OK + "a: b\x0bc\r\n\r\n", {Leniency.CONTROL_IN_VALUE}, id="VT in a value"),
        pytest.param(_OK + "a: b\x0c\r\n\r\n", {Leniency.CONTROL_IN_VALUE}, id="FF at a value's end"),
        pytest.param(_OK + "a: b\tc\r\n\r\n", set(), id="TAB in a value is correct"),
        pytest.param(_OK + "Acc\xc3\xa9ss: b\r\n\r\n", {Leniency.ODD_NAME}, id="a name that is no token"),
        pytest.param("ICY 200 OK\r\n\r\n", {Leniency.ICY}, id="ICY"),
        pytest.param("http/1.1 200 OK\r\n\r\n", {Leniency.ODD_VERSION, Leniency.UNVERSIONED}, id="small letters"),
        pytest.param("HTTP/2 200 OK\r\n\r\n", {Leniency.ODD_VERSION}, id="HTTP/2 as text"),
        pytest.param("HTTP/1.1 abc OK\r\n\r\n", {Leniency.JUNK_STATUS}, id="junk status"),
        pytest.param("HTTP/1.1 200OK\r\n\r\n", {Leniency.JUNK_STATUS}, id="letters behind the status"),
        pytest.param("HTTP/1.1 2000 OK\r\n\r\n", {Leniency.JUNK_STATUS}, id="four digits"),
        pytest.param("HTTP/1.1 20 OK\r\n\r\n", {Leniency.ODD_STATUS}, id="two digits"),
        pytest.param("HTTP/1.1\r\n\r\n", {Leniency.ODD_STATUS}, id="no status"),
        pytest.param(_OK + "a: b\r\r\n\r\n", set(), id="CR CR LF is one end of line"),
    ],
)
def test_what_is_forgiven_is_named(text: str, names: set[str]) -> None:
    assert head(text).leniencies == names


@each_row(
    ("text", "pairs"),
    [
        pytest.param("a: b\r\n\t ,c\r\n", (("a", "b ,c"),), id="folded lines join with one space, as recorded"),
        pytest.param("a:\r\n b\r\n", (("a", "b"),), id="a fold after an empty value adds no space"),
        pytest.param(" x: y\r\na: b\r\n", (("a", "b"),), id="a leading space line is skipped, as all engines do"),
        pytest.param("a\t: b\r\n", (("a\t", "b"),), id="the name keeps what stands before its colon"),
        pytest.param("junk\r\n more\r\na: b\r\n", (("a", "b"),), id="what continues junk is junk"),
        pytest.param("a: b\r\nA: b\r\n", (("a", "b"), ("A", "b")), id="duplicates stay two"),
        pytest.param("a: \x0b*\r\n", (("a", "\x0b*"),), id="VT is no space to trim"),
        pytest.param("a: \x1b]52;c;x\x07\r\n", (("a", "\x1b]52;c;x\x07"),), id="escape sequences stay bytes"),
        pytest.param("a: b\rc: d\r\n", (("a", "b\rc: d"),), id="a bare CR stays where it stood"),
        pytest.param("a: b\x85c\r\n", (("a", "b\x85c"),), id="NEL ends no line"),
    ],
)
def test_headers_stay_as_they_stood(text: str, pairs: tuple[tuple[str, str], ...]) -> None:
    assert head(f"{_OK}{text}\r\n").headers.pairs == pairs


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\r\n",
        "hello there",
        "httpd: starting\r\n",
        "HTTPS/1.1 200 OK\r\n",
        _OK + "a: \0\r\n",
        "SSH-2.0-OpenSSH\r\n",
    ],
)
def test_what_no_browser_reads_is_none(text: str) -> None:
    assert parse_head(text.encode("latin-1")) is None


@pytest.mark.parametrize(
    ("line", "status", "reason"),
    [
        ("HTTP/1.1 xyz Odd", 200, "xyz Odd"), ("HTTP/1.1", 200, ""), ("HTTP/1.1 999 Odd", 999, "Odd"),
        ("HTTP/1.1 000 x", 0, "x"), ("HTTP/1.1 20 x", 20, "x"), ("HTTP/1.1 200OK", 200, "OK"),
        ("HTTP/1.1\t404", 404, ""),
    ],
)  # fmt: skip
def test_the_status_as_chromium_reads_it(line: str, status: int, reason: str) -> None:
    found = head(f"{line}\r\n\r\n")
    assert (found.status, found.reason) == (status, reason)


@pytest.mark.parametrize(
    ("pair", "pairs"),
    [
        (("a", "b"), (("a", "b"),)), (("a", "b\rc: d"), (("a", "b"), ("c", "d"))),
        (("a", "\r\rc:d\r"), (("a", ""), ("c", "d"))),
        (("junk\rc", "d"), (("c", "d"),)), (("a", "b\rjunk\r: x"), (("a", "b"),)),
    ],
)  # fmt: skip
def test_a_bare_cr_as_the_end_of_a_line(pair: tuple[str, str], pairs: tuple[tuple[str, str], ...]) -> None:
    assert split_at_bare_cr(HeaderList((pair,))).pairs == pairs


@given(st.binary(max_size=300))
def test_no_bytes_raise(data: bytes) -> None:
    found = parse_head(b"HTTP/1.1 200 OK\r\n" + data)
    if found is not None:
        assert found.leniencies <= set(Leniency)
        assert not any("\n" in name + value for name, value in found.headers)
        assert not any("\r" in name + value for name, value in split_at_bare_cr(found.headers))


def test_a_long_head_is_read_in_linear_time() -> None:
    """200 kB in one value, and 200 kB in folded lines."""
    assert len(head(_OK + "a: " + "x" * 200_000 + "\r\n\r\n").headers.get_all("a")[0]) == 200_000
    assert head(_OK + "a: b" + "\r" * 200_000 + "c\r\n\r\n").leniencies == {Leniency.BARE_CR}
    assert len(head(_OK + "a: b\r\n" + " c\r\n" * 50_000 + "\r\n").headers.get_all("a")[0]) == 100_001
