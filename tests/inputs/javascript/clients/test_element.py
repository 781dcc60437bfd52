"""Elements that a script makes."""

from __future__ import annotations

import pytest

from cors_tui.standards.request import CredentialsMode, Initiator, Mode
from tests.inputs.javascript.reading import only_call, understood

URL = "https://cdn.example/x"
INCLUDE, SAME_ORIGIN = CredentialsMode.INCLUDE, CredentialsMode.SAME_ORIGIN

NONE = [
    "const image = new Image();",
    "const image = new Image(); image.src = '/logo.png';",
    "const image = new Image(); image.src = 'data:image/png;base64,AA';",
    f"const image = new Image(); image.alt = '{URL}';",
    f"const image = new Image(); other.src = '{URL}';",
    f"let image = new Image(); image = null; image.src = '{URL}';",
    f"image.src = '{URL}'; const image = new Image();",
    f"const link = document.createElement('link'); link.href = '{URL}';",
    f"const link = document.createElement('link'); link.rel = 'preload'; link.href = '{URL}';",
    f"const a = document.createElement('a'); a.href = '{URL}';",
    f"const x = make('img'); x.src = '{URL}';",
]


@pytest.mark.parametrize("code", NONE)
def test_what_loads_nothing_from_elsewhere(code: str) -> None:
    assert understood(code).calls == ()


SCRIPT, LINK = "const e = document.createElement('script');", "const e = document.createElement('link');"

# the code, and what asks in which mode with which credentials
LOADED = [
    (f"new Image().src = '{URL}';", Initiator.IMAGE, Mode.NO_CORS, INCLUDE),
    (f"const e = new Image(1, 1); e.src = '{URL}';", Initiator.IMAGE, Mode.NO_CORS, INCLUDE),
    (f"const e = new Image(); e.src = '{URL}'; e.crossOrigin = '';", Initiator.IMAGE, Mode.CORS, SAME_ORIGIN),
    (f"const e = new Image(); e.crossOrigin = null; e.src = '{URL}';", Initiator.IMAGE, Mode.NO_CORS, INCLUDE),
    (
        f"const e = document.createElement('IMG'); e.crossOrigin = 'use-credentials'; e.src = '{URL}';",
        Initiator.IMAGE,
        Mode.CORS,
        INCLUDE,
    ),
    (f"{SCRIPT} e.type = 'text/javascript'; e.src = '{URL}';", Initiator.SCRIPT, Mode.NO_CORS, INCLUDE),
    (f"{SCRIPT} e.type = 'module'; e.src = '{URL}';", Initiator.MODULE, Mode.CORS, SAME_ORIGIN),
    (
        f"{SCRIPT} e.setAttribute('crossorigin', 'anonymous'); e.setAttribute('src', '{URL}');",
        Initiator.SCRIPT,
        Mode.CORS,
        SAME_ORIGIN,
    ),
    (f"{LINK} e.rel = 'stylesheet'; e.href = '{URL}';", Initiator.STYLESHEET, Mode.NO_CORS, INCLUDE),
]


@pytest.mark.parametrize(("code", "initiator", "mode", "credentials"), LOADED, ids=[row[0] for row in LOADED])
def test_an_element_asks_once_it_has_its_url(
    code: str, initiator: Initiator, mode: Mode, credentials: CredentialsMode
) -> None:
    call = only_call(code)
    assert (call.url, call.initiator, call.mode, call.credentials) == (URL, initiator, mode, credentials)


def test_each_element_of_one_name_has_its_own_url() -> None:
    code = f"let e = new Image(); e.src = '{URL}1'; e = new Image(); e.src = '{URL}2';"
    assert [call.url[-1] for call in understood(code).calls] == ["1", "2"]
