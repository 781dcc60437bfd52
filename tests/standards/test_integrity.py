"""Subresource Integrity."""

from __future__ import annotations

import pytest

from cors_tui.standards.integrity import integrity_failure
from cors_tui.standards.request import Mode, RedirectMode
from tests.standards.making import allows, asks, ends, refusal, says

EMPTY = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
EMPTY_512 = "sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg=="


@pytest.mark.parametrize(
    ("metadata", "body", "fails"),
    [
        pytest.param("", "x", False, id="nothing wanted"),
        pytest.param("md5-abc nonsense", "x", False, id="nothing understood"),
        pytest.param(EMPTY, "x", True, id="another body"),
        pytest.param(f"{EMPTY} {EMPTY_512.replace('z4', 'z5')}", "", True, id="only the strongest kind counts"),
        pytest.param(EMPTY.replace("+", "-").replace("/", "_"), "", False, id="the URL alphabet"),
        pytest.param(f"sha256-wrong= {EMPTY}?opt", "", False, id="one of several"),
        pytest.param(EMPTY_512, "", False, id="sha512"),
    ],
)
def test_matching(metadata: str, body: str, fails: bool) -> None:
    assert (integrity_failure(metadata, body) is not None) is fails


def test_an_opaque_response_has_nothing_to_match() -> None:
    assert refusal(ends(asks(integrity=EMPTY, mode=Mode.NO_CORS), says(body=""))) == "integrity"
    assert refusal(ends(asks(integrity=EMPTY), allows())) == ""


def test_a_redirect_that_is_not_followed_has_nothing_to_match() -> None:
    moved = says(302, [*allows().headers, ("Location", "/2")])
    assert refusal(ends(asks(integrity=EMPTY, redirect_mode=RedirectMode.MANUAL), moved)) == "integrity"
    assert refusal(ends(asks(redirect_mode=RedirectMode.MANUAL), moved)) == ""


def test_it_comes_after_cors() -> None:
    assert refusal(ends(asks(integrity=EMPTY), allows("https://b.example"))) == "allow-origin-mismatch"
    assert refusal(ends(asks(integrity=EMPTY_512.replace("z4", "z5")), allows())) == "integrity"
