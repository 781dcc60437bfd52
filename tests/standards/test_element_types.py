"""Groups of MIME types, as the measured engines draw their lines."""

from __future__ import annotations

import pytest

from cors_tui.standards import element_types as types
from tests.rows import each_row

BLOCKLISTED, NEVER, SCRIPT, NONE = "blocklisted", "never sniffed", "javascript", ""


def group(kind: str) -> str:
    found = {
        BLOCKLISTED: types.is_opaque_blocklisted(kind),
        NEVER: types.is_opaque_never_sniffed(kind),
        SCRIPT: types.is_javascript(kind),
    }
    return " ".join(name for name, holds in found.items() if holds)


@each_row(
    ("kind", "expected"),
    [
        pytest.param("", NONE, id="none"),
        pytest.param("text/plain", NONE, id="plain text"),
        pytest.param("application/octet-stream", NONE, id="bytes"),
        pytest.param("application/x-www-form-urlencoded", NONE, id="a form"),
        pytest.param("multipart/mixed", NONE, id="several parts"),
        pytest.param("application/wasm", NONE, id="WebAssembly"),
        pytest.param("application/xml-dtd", NONE, id="almost XML"),
        pytest.param("text/html", BLOCKLISTED, id="HTML"),
        pytest.param("text/json", BLOCKLISTED, id="JSON as text"),
        pytest.param("application/problem+json", BLOCKLISTED, id="a kind of JSON"),
        pytest.param("application/rss+xml", BLOCKLISTED, id="a kind of XML"),
        pytest.param("text/csv", NEVER, id="a table"),
        pytest.param("application/pdf", NEVER, id="PDF"),
        pytest.param("text/event-stream", NEVER, id="an event stream"),
        pytest.param("multipart/byteranges", NEVER, id="several ranges"),
        pytest.param("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", NEVER, id="a sheet"),
        pytest.param("text/javascript", SCRIPT, id="JavaScript"),
        pytest.param("text/jscript", SCRIPT, id="as it was once called"),
    ],
)
def test_each_group(kind: str, expected: str) -> None:
    assert group(kind) == expected


@each_row(
    ("kind", "no_script", "streams"),
    [
        pytest.param("application/json", False, False, id="JSON"),
        pytest.param("font/woff2", False, False, id="a font"),
        pytest.param("application/ogg", False, True, id="Ogg may be either"),
        pytest.param("text/csv", True, False, id="a table"),
        pytest.param("image/svg+xml", True, False, id="an image"),
        pytest.param("audio/mpeg", True, True, id="sound"),
        pytest.param("video/mp4", True, True, id="a film"),
    ],
)
def test_what_is_never_run(kind: str, no_script: bool, streams: bool) -> None:
    assert (types.is_no_script(kind), types.is_audio_or_video(kind)) == (no_script, streams)
