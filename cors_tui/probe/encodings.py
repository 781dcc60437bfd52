"""Content codings: what browsers ask for must be readable. Never more than a limit comes out, whatever goes in.

https://httpwg.org/specs/rfc9110.html#content.codings
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable

from cors_tui.standards.http1_body import BODY_LIMIT

_MAX_CODINGS = 4


def decode_body(body: bytes, content_encoding: str, limit: int = BODY_LIMIT) -> tuple[bytes, bool]:
    """`body` decoded by the codings of a Content-Encoding value, at most `limit` bytes, and whether that worked.

    A body cut off gives what could be decoded. What cannot be decoded (an unknown coding, damage) comes back as it is.
    """
    codings = [coding.strip().lower() for coding in content_encoding.split(",")]
    steps = [coding for coding in reversed(codings) if coding not in ("", "identity")]
    if len(steps) > _MAX_CODINGS or any(coding not in _DECODERS for coding in steps):
        return body, False
    decoded = body
    for coding in steps:
        try:
            decoded = _DECODERS[coding](decoded, limit)
        except Exception:  # each library has an error class of its own, and none may end a probe
            return body, False
    return decoded, True


def _gzip(data: bytes, limit: int) -> bytes:
    return zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(data, limit)


def _deflate(data: bytes, limit: int) -> bytes:
    """zlib's format by the standard; bare deflate, too, since servers send both and browsers read both."""
    try:
        return zlib.decompressobj().decompress(data, limit)
    except zlib.error:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(data, limit)


def _brotli(data: bytes, limit: int) -> bytes:
    import brotli

    decoder = brotli.Decompressor()
    decoded: bytes = decoder.process(data, output_buffer_limit=limit)
    return decoded[:limit]


def _zstd(data: bytes, limit: int) -> bytes:
    """Windows over 8 MiB are refused, as browsers do: https://www.rfc-editor.org/rfc/rfc9659"""
    import zstandard

    reader = zstandard.ZstdDecompressor(max_window_size=8 * 1024 * 1024).stream_reader(
        io.BytesIO(data), read_across_frames=True
    )
    return reader.read(limit)


_DECODERS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
