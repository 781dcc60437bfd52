"""curl's options, as its manual says."""

from __future__ import annotations

import pytest

from cors_tui.inputs.readers._curl_options import Spelled, spell_out
from tests.rows import each_row


def one(*words: str) -> Spelled:
    (spelled,) = spell_out(list(words))
    return spelled


@each_row(
    ("words", "field", "expected"),
    [
        (["-X", "PUT"], "method", "PUT"), (["-XPUT"], "method", "PUT"), (["--request", "PUT"], "method", "PUT"),
        (["--request=PUT"], "method", "PUT"), (["--reque", "PUT"], "method", ""), (["-sSLkXPUT"], "method", "PUT"),
        (["-H", "A: b"], "headers", [("A", "b")]), (["-HA:b"], "headers", [("A", "b")]),
        (["-H", "A;"], "headers", [("A", "")]), (["-H", "A:"], "headers", []),
        (["-d", "a", "--data-raw", "@b"], "data", ["a", "@b"]), (["--data-binary", "a"], "data", ["a"]),
        (["--data-urlencode", "a=b c&"], "data", ["a=b+c%26"]), (["--data-urlencode", "=b c"], "data", ["b+c"]),
        (["--data-urlencode", "b c"], "data", ["b+c"]),
        (["-G"], "get", True), (["-I"], "head", True), (["-k"], "insecure", True), (["--insec"], "insecure", True),
        (["-b", "a=b"], "cookies", ["a=b"]), (["-u", "eD:p"], "headers", [("Authorization", "Basic ZUQ6cA==")]),
        (["--oauth2-bearer", "t"], "headers", [("Authorization", "Bearer t")]),
        (["-e", "http://r/"], "headers", [("Referer", "http://r/")]),
        (["-r", "0-9"], "headers", [("Range", "bytes=0-9")]),
        (["--resolve", "a:1:b"], "resolve", ["a:1:b"]), (["--connect-to", "::b:1"], "connect_to", ["::b:1"]),
        (["-x", "p:1"], "proxy", "p:1"), (["-A", "me"], "user_agent", "me"), (["-m", "2.5"], "max_time", 2.5),
        (["-m", "soon"], "max_time", 0.0),
        (["-o", "file", "http://a"], "urls", ["http://a"]), (["--retry", "3", "http://a"], "urls", ["http://a"]),
        (["--url", "http://a", "b"], "urls", ["http://a", "b"]), (["-"], "urls", ["-"]),
    ],
)  # fmt: skip
def test_option(words: list[str], field: str, expected: object) -> None:
    assert getattr(one(*words), field) == expected


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["-d", "@file"], "file"), (["-H", "@file"], "file"), (["-b", "jar.txt"], "file"), (["-T", "x"], "file"),
        (["-K", "x"], "files are not opened"), (["--socks5", "x"], "SOCKS"), (["--digest"], "--digest"),
        (["-X"], "no value"),
    ],
)  # fmt: skip
def test_what_is_not_taken_over_is_said(words: list[str], says: str) -> None:
    (sentence,) = one(*words).missed
    assert says in sentence


def test_next_begins_another_request() -> None:
    first, second = spell_out(["-X", "PUT", "a", "--next", "b"])
    assert (first.urls, first.method, second.urls, second.method) == (["a"], "PUT", ["b"], "")


def test_a_header_without_quotes_gives_no_url_of_its_secret() -> None:
    (spelled,) = spell_out(["-H", "Authorization:", "Bearer", "s3cret", "https://a.test/"])
    assert spelled.urls == ["https://a.test/"]
    assert spelled.headers == [("Authorization", "Bearer s3cret")]
    assert any("Quote the header" in missed for missed in spelled.missed)
    assert not any("s3cret" in missed for missed in spelled.missed)
