"""What Firefox says of requests that it lets pass."""

from __future__ import annotations

import pytest

from tests.browsers.messages.playing import played


def lines_of(case: str) -> list[str]:
    return [text for each in played("firefox") if each.case.id == case for text, _, _ in each.ours]


def test_a_star_that_covers_authorization_is_warned_of() -> None:
    (line,) = lines_of("h-acah-star-both")
    assert line.startswith("Cross-Origin Request Warning: ")
    assert "`Authorization` header is not covered" in line


@pytest.mark.parametrize("case", ["g1-001408", "g1-001590"])
def test_a_preflight_that_fails_is_not_warned_of_as_well(case: str) -> None:
    assert not any("Warning" in line for line in lines_of(case))


def test_a_plain_image_on_a_secure_page_is_upgraded() -> None:
    assert lines_of("h-mixed-img") == [
        "Mixed Content: Upgrading insecure display request ‘http://api.example.test/case/h-mixed-img’ to use ‘https’"
    ]


def test_xmlhttprequest_parses_what_names_no_type() -> None:
    assert lines_of("h-xhr-expose") == [
        "XML Parsing Error: syntax error\nLocation: https://api.example.test/case/h-xhr-expose\n"
        "Line Number 1, Column 1:"
    ]
