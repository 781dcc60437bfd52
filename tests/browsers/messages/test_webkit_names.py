"""The spelling of header names."""

from __future__ import annotations

from typing import Any

import pytest

from cors_tui.browsers.messages.webkit_names import canonical, first_refused
from cors_tui.standards.request import Initiator
from tests.standards.making import allows, asks, ends


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("content-type", "Content-Type"),
        ("IF-MODIFIED-SINCE", "If-Modified-Since"),
        ("dnt", "DNT"),
        ("x-api-key", None),
        ("traceparent", None),
        ("x-requested-with", None),
    ],
)
def test_a_known_name_has_one_spelling(name: str, written: str | None) -> None:
    assert canonical(name) == written


@pytest.mark.parametrize(
    ("more", "written"),
    [
        pytest.param({}, "Zeta", id="a literal, as written and in its order"),
        pytest.param({"headers_object": True}, "x-api-key", id="a Headers object, sorted and in small letters"),
        pytest.param({"initiator": Initiator.XHR}, "Zeta", id="XMLHttpRequest"),
    ],
)
def test_a_header_that_is_refused_is_named_as_the_page_gave_it(more: dict[str, Any], written: str) -> None:
    request = asks(sets={"Zeta": "1", "X-API-Key": "2"}, **more)
    failure = ends(request, allows()).failure
    assert failure is not None
    assert first_refused(failure, request) == written
