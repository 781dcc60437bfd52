"""Which response headers script can read."""

from __future__ import annotations

import pytest

from cors_tui.standards.exposure import exposed_names, visible_headers
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import CredentialsMode
from cors_tui.standards.verdict import ResponseType

PLAIN = (("Content-Type", "a/b"), ("X-Id", "1"), ("Authorization", "t"), ("Set-Cookie", "s=1"), ("*", "odd"))


@pytest.mark.parametrize(
    ("expose", "mode", "visible"),
    [
        pytest.param(None, "omit", ["content-type"], id="only the safelisted ones"),
        pytest.param("X-Id; X-Other", "omit", ["content-type"], id="a malformed list exposes nothing"),
        pytest.param("x-id x-other", "omit", ["content-type"], id="spaces are malformed"),
        pytest.param("Set-Cookie", "omit", ["content-type"], id="Set-Cookie never"),
        pytest.param("*", "include", ["*", "content-type"], id="with credentials the star is a name"),
        pytest.param("x-ID,,", "include", ["content-type", "x-id"], id="named, in any case"),
        pytest.param("*", "omit", ["*", "authorization", "content-type", "x-id"], id="the star, Authorization too"),
        pytest.param(
            "*", "same-origin", ["*", "authorization", "content-type", "x-id"], id="same-origin is no include"
        ),
    ],
)
def test_cors_responses(expose: str | None, mode: str, visible: list[str]) -> None:
    pairs = PLAIN if expose is None else (*PLAIN, ("Access-Control-Expose-Headers", expose))
    found = visible_headers(HeaderList(pairs), ResponseType.CORS, CredentialsMode(mode))
    assert [name for name in found if name != "access-control-expose-headers"] == visible


def test_a_same_origin_response_hides_cookies_only() -> None:
    found = visible_headers(HeaderList(PLAIN), ResponseType.BASIC, CredentialsMode.OMIT)
    assert found == ("*", "authorization", "content-type", "x-id")


@pytest.mark.parametrize("kind", [ResponseType.OPAQUE, ResponseType.OPAQUE_REDIRECT])
def test_an_opaque_response_shows_nothing(kind: ResponseType) -> None:
    assert visible_headers(HeaderList(PLAIN), kind, CredentialsMode.OMIT) == ()


def test_the_list_may_stand_on_several_lines() -> None:
    headers = HeaderList((("Access-Control-Expose-Headers", "a"), ("access-control-expose-headers", "B")))
    assert exposed_names(headers, CredentialsMode.OMIT) == {"a", "b"}
