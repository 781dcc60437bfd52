"""Tags of a page, told from other texts and read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.inputs.readers.html import READER
from cors_tui.inputs.reading import read_input
from cors_tui.standards.request import CredentialsMode, Initiator, Mode
from tests.rows import each_row

URL = "https://cdn.example/x"
INCLUDE, SAME_ORIGIN = CredentialsMode.INCLUDE, CredentialsMode.SAME_ORIGIN

NONE = [
    '<img src="/logo.png">',
    '<img alt="https://cdn.example/x">',
    '<img data-src="https://cdn.example/x">',
    "<img src={url} />",
    '<image src="https://cdn.example/x">',
    '<a href="https://cdn.example/x">',
    '<!-- <img src="https://cdn.example/x"> -->',
    '<link rel="canonical" href="https://cdn.example/x">',
    '<link rel="preconnect" href="https://cdn.example" crossorigin>',
    '<script type="text/template" src="https://cdn.example/x"></script>',
    '<img src="https://cdn.example/x',
]


@pytest.mark.parametrize("text", NONE)
def test_what_loads_nothing_from_elsewhere(text: str) -> None:
    assert READER.claim(text) == 0
    assert READER.read(text).calls == ()


# the tag, and what asks in which mode with which credentials
LOADED = [
    (f"<img src={URL}>", Initiator.IMAGE, Mode.NO_CORS, INCLUDE),
    (f"<IMG SRC='{URL}' CROSSORIGIN>", Initiator.IMAGE, Mode.CORS, SAME_ORIGIN),
    (f'<img alt="a > b" crossorigin="use-credentials"\n src="{URL}"/>', Initiator.IMAGE, Mode.CORS, INCLUDE),
    (f'<img src="{URL}" src="/second">', Initiator.IMAGE, Mode.NO_CORS, INCLUDE),
    (f'<script src="{URL}"></script>', Initiator.SCRIPT, Mode.NO_CORS, INCLUDE),
    (f'<script integrity="sha384-A" crossorigin="anonymous" src="{URL}">', Initiator.SCRIPT, Mode.CORS, SAME_ORIGIN),
    (f'<script type="module" src="{URL}">', Initiator.MODULE, Mode.CORS, SAME_ORIGIN),
    (f'<link rel="stylesheet" href="{URL}">', Initiator.STYLESHEET, Mode.NO_CORS, INCLUDE),
    (f'<link rel="preload" as="font" href="{URL}" crossorigin>', Initiator.FONT, Mode.CORS, SAME_ORIGIN),
    (f'<link rel="modulepreload" href="{URL}">', Initiator.MODULE, Mode.CORS, SAME_ORIGIN),
]


@each_row(("text", "initiator", "mode", "credentials"), LOADED)
def test_a_tag_that_loads_from_elsewhere(
    text: str, initiator: Initiator, mode: Mode, credentials: CredentialsMode
) -> None:
    understood = read_input(text)
    (call,) = understood.calls
    assert understood.kind == "code"
    assert (call.url, call.initiator, call.mode, call.credentials) == (URL, initiator, mode, credentials)


def test_a_long_tag_is_read_whole() -> None:
    lines = "\n".join(f"      data-{number}=x" for number in range(100))
    (call,) = READER.read(f'<img {lines} src="{URL}">').calls
    assert call.url == URL


def test_a_value_s_character_references_are_characters() -> None:
    (call,) = READER.read(f'<img src="{URL}?a=1&amp;b=2">').calls
    assert call.url == f"{URL}?a=1&b=2"


TOLD = [
    (f"curl {URL} -d '<img src=\"{URL}\">'", "curl"),
    (f"HTTP/1.1 200 OK\nContent-Type: text/html\n\n<img src=\"{URL}\">", "headers"),
    (f"Access to image at '{URL}' from origin 'https://a.example' has been blocked by CORS policy: No "
     f"'Access-Control-Allow-Origin' header is present on the requested resource.\n<img src=\"{URL}\">", "console"),
    (f"const a = <img src=\"{URL}\"/>; fetch('{URL}')", "code"),
]  # fmt: skip


@each_row(("text", "kind"), TOLD)
def test_tags_inside_other_texts(text: str, kind: str) -> None:
    assert read_input(text).kind == kind


def test_only_so_many_tags_are_read() -> None:
    understood = READER.read(f'<img src="{URL}">' * 150)
    assert len(understood.calls) == 100
    assert "first 100" in understood.missed[0]


@given(st.text("<>\"'= -!imgsrcl/:h", max_size=60))
def test_nothing_raises(inside: str) -> None:
    text = f'<img {inside} src="{URL}">'
    assert READER.claim(text) >= 0
    READER.read(text)
