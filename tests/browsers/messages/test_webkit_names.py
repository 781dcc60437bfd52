"""The spelling of header names."""

from __future__ import annotations

import pytest

from cors_tui.browsers.messages.webkit_names import canonical


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
