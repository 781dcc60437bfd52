"""Bodies that are not in the coding their header names."""

import pytest

from cors_tui.standards.content_coding import is_undecodable
from tests.standards.making import says


@pytest.mark.parametrize(
    ("coding", "body", "undecodable"),
    [
        pytest.param("gzip", "not gzip", True, id="words as gzip"),
        pytest.param("gzip", "\x1f\x8b\x08...", False, id="gzip"),
        pytest.param("GZIP", "not gzip", True, id="in capitals"),
        pytest.param("br, gzip", "not gzip", True, id="the last coding is undone first"),
        pytest.param("br", "not brotli", True, id="words as brotli"),
        pytest.param("br", "\x8b\x02\x80", False, id="bytes as brotli"),
        pytest.param("zstd", "not zstd", True, id="words as zstd"),
        pytest.param("gzip", "", False, id="nothing at all"),
        pytest.param("foo", "words", False, id="a coding nobody knows"),
    ],
)
def test_told_by_the_first_bytes(coding: str, body: str, undecodable: bool) -> None:
    response = says(200, {"Content-Encoding": coding}, body=body, body_decoded=False)
    assert is_undecodable(response) is undecodable


def test_a_body_already_decoded_is_fine() -> None:
    assert not is_undecodable(says(200, {"Content-Encoding": "gzip"}, body="words"))
