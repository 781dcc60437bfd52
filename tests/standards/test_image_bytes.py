"""What an ``<img>`` shows, by its bytes: of each kind what must be there, as measured of cut and of spoilt images."""

from __future__ import annotations

import pytest

from cors_tui.standards.http1_body import BODY_LIMIT
from cors_tui.standards.image_bytes import begins_as_image, is_heic_or_tiff, is_image, is_jpeg_xl
from tests.rows import each_row
from tests.standards.bodies import AVIF, BMP, GIF, ICON, JPEG, PNG, SVG, WEBP

WHOLE = {"png": PNG, "gif": GIF, "webp": WEBP, "icon": ICON, "jpeg": JPEG, "bmp": BMP, "avif": AVIF}
ENOUGH = {"png": 41, "gif": 37, "webp": 30, "icon": 22, "jpeg": 17, "bmp": 27, "avif": 28}
"""The bytes of each up to where its picture begins."""


@each_row(
    ("body", "expected"),
    [
        pytest.param("", False, id="nothing"),
        pytest.param("hello", False, id="text"),
        pytest.param("<!doctype html><p>Not Found", False, id="an error page"),
        pytest.param(SVG, False, id="SVG is known by its type alone"),
        pytest.param("BM is how this text begins, and goes on for some time", False, id="text that begins as a bitmap"),
        pytest.param("GIF89a is an old format", False, id="text that begins as a GIF"),
        pytest.param("RIFF\x24\0\0\0WAVEfmt \x10\0\0\0" + "\0" * 40, False, id="sound in the container of WebP"),
        pytest.param(PNG[:33] + "hello world, how are you", False, id="junk behind a PNG's first chunk"),
        pytest.param(PNG[:8] + PNG[33:], False, id="a PNG that begins with its picture"),
        pytest.param(JPEG[:4] + "hello world", False, id="junk behind a JPEG's first marker"),
        pytest.param("\0\0\0\x14ftypisom\0\0\0\0mif1\0\0\0\x0cmdatpict", False, id="a film"),
        pytest.param("II*\0" + "\0" * 40, False, id="TIFF"),
        pytest.param("\xff\xd8\xff\xff\xda\0\3\0", True, id="fill bytes before a marker"),
        pytest.param("\0\0\2\0" + ICON[4:], True, id="a cursor"),
        pytest.param(GIF.replace("89a", "87a"), True, id="the older GIF"),
    ],
)
def test_by_its_bytes(body: str, expected: bool) -> None:
    assert is_image(body) is expected


@pytest.mark.parametrize("kind", WHOLE)
def test_it_is_one_from_where_its_picture_begins(kind: str) -> None:
    body, enough = WHOLE[kind], ENOUGH[kind]
    assert [size for size in range(len(body) + 1) if is_image(body[:size])] == list(range(enough, len(body) + 1))
    assert begins_as_image(body[:16])


def test_behind_the_bytes_that_were_kept_it_may_go_on() -> None:
    profile = f"\xff\xd8\xff\xe1\xff\xff{'x' * BODY_LIMIT}"
    assert is_image(profile[:BODY_LIMIT])
    assert not is_image(profile[: BODY_LIMIT - 1])
    assert not is_image("x" * BODY_LIMIT)


def test_characters_that_are_no_bytes_are_no_image() -> None:
    assert not is_image("\x89PNG\r\n\x1a\n\u20ac\u20ac\u20ac\u20acIHDR\u20ac")


NEWER = [
    ("text", "hello", False, False),
    ("a JPEG", "\xff\xd8\xff\xda\0\3\0", False, False),
    ("AVIF", "\0\0\0\x20ftypavif\0\0\0\0avifmif1miaf", False, False),
    ("a film", "\0\0\0\x14ftypisom\0\0\0\0mif1", False, False),
    ("JPEG XL, bare", "\xff\x0aA\x06", True, False),
    ("JPEG XL in its container", "\0\0\0\x0cJXL \r\n\x87\n\0\0\0\x14ftypjxl ", True, False),
    ("HEIC", "\0\0\0\x1cftypheic\0\0\0\0mif1heicmiaf", False, True),
    ("TIFF of the other order", "MM\0*\0\0\0\x08", False, True),
]


@pytest.mark.parametrize(("what", "body", "jpeg_xl", "heic_or_tiff"), NEWER, ids=[row[0] for row in NEWER])
def test_what_only_some_engines_show(what: str, body: str, jpeg_xl: bool, heic_or_tiff: bool) -> None:
    assert (is_jpeg_xl(body), is_heic_or_tiff(body)) == (jpeg_xl, heic_or_tiff)
