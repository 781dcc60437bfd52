"""Content codings: read what browsers read, and never be made to read more than the limit."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib
from collections.abc import Callable

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.probe.encodings import decode_body

_TEXT = b"readable " * 50
_BARE = zlib.compressobj(wbits=-15)
_ENCODERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": lambda data: gzip.compress(data, 1),
    "deflate": zlib.compress,
    "br": lambda data: brotli.compress(data, quality=1),
    "zstd": zstandard.compress,
}
_ENCODED = {
    "": _TEXT,
    "identity": _TEXT,
    "gzip": gzip.compress(_TEXT),
    "X-GZIP": gzip.compress(_TEXT),
    "deflate": zlib.compress(_TEXT),
    "br": brotli.compress(_TEXT),
    "zstd": zstandard.compress(_TEXT),
    "gzip, br": brotli.compress(gzip.compress(_TEXT)),
}


@pytest.mark.parametrize("coding", _ENCODED)
def test_what_browsers_ask_for_is_decoded(coding: str) -> None:
    assert decode_body(_ENCODED[coding], coding) == (_TEXT, True)


def test_bare_deflate_is_read_too() -> None:
    assert decode_body(_BARE.compress(_TEXT) + _BARE.flush(), "deflate") == (_TEXT, True)


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_a_body_cut_off_gives_what_could_be_decoded(coding: str) -> None:
    """The kept first bytes of a large body are such a one."""
    lines = b"".join(b"line %d\n" % number for number in range(50_000))
    whole: bytes = _ENCODERS[coding](lines)
    decoded, worked = decode_body(whole[: len(whole) * 3 // 4], coding)
    assert worked
    assert lines.startswith(decoded)
    assert len(decoded) > 1000


@pytest.mark.parametrize(
    ("body", "coding"),
    [
        pytest.param(b"x", "compress", id="a coding nobody asks for"),
        pytest.param(b"plain", "gzip", id="not what it says"),
        pytest.param(b"<html>plain</html>", "br", id="not brotli"),
        pytest.param(b"plain", "zstd", id="not zstd"),
        pytest.param(gzip.compress(b"x"), "gzip, " * 9 + "gzip", id="a tower"),
    ],
)
def test_what_cannot_be_decoded_stays_and_says_so(body: bytes, coding: str) -> None:
    assert decode_body(body, coding) == (body, False)


def _bomb(coding: str) -> bytes:
    return _ENCODERS[coding](bytes(40_000_000))


@pytest.mark.parametrize("coding", ["gzip", "br", "zstd"])
def test_a_bomb_gives_no_more_than_the_limit(coding: str) -> None:
    """Megabytes of zeros in a few kB; decoding ends at the limit, and no more was ever held."""
    bomb = _bomb(coding)[:65536]
    tracemalloc.start()
    try:
        decoded, worked = decode_body(bomb, coding)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (len(decoded), worked) == (65536, True)
    assert most < 1_000_000


@given(st.binary(max_size=200), st.sampled_from(["gzip", "deflate", "br", "zstd", "gzip, br"]))
def test_no_bytes_raise(body: bytes, coding: str) -> None:
    decoded, worked = decode_body(body, coding)
    assert worked or decoded == body
