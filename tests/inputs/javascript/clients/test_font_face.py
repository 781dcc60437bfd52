"""`FontFace`."""

from __future__ import annotations

import pytest

from cors_tui.standards.request import Initiator
from tests.inputs.javascript.reading import only_call, understood

URL = "https://cdn.example/f.woff2"


@pytest.mark.parametrize(
    "code",
    [
        "new FontFace('f', 'url(/f.woff2)')",
        "new FontFace('f', 'local(Arial)')",
        "new FontFace('f', bytes)",
        "new FontFace('f')",
        f"new Face('f', 'url({URL})')",
    ],
)
def test_what_loads_nothing_from_elsewhere(code: str) -> None:
    assert understood(code).calls == ()


@pytest.mark.parametrize(
    ("source", "url"),
    [
        (f"'url({URL})'", URL),
        (f'\'local(Arial), url( "{URL}" ) format("woff2")\'', URL),
        (f"`url('{URL}?q=)')`", f"{URL}?q=)"),
        (r"'url(\"https://cdn.example/a\\\\b\")'", r"https://cdn.example/a\b"),
    ],
)
def test_the_url_of_its_source(source: str, url: str) -> None:
    call = only_call(f"const face = new FontFace('f', {source}); face.load();")
    assert (call.url, call.initiator) == (url, Initiator.FONT)
