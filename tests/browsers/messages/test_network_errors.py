"""Chromium's net:: names, read from companions and alone."""

from __future__ import annotations

import pytest

from cors_tui.browsers.messages.chromium import read
from cors_tui.browsers.messages.network_errors import NAMES, find_answered, find_named, refusal_of
from cors_tui.browsers.messages.pasted import Pasted
from cors_tui.standards.response import NetworkFailure
from cors_tui.standards.verdict import Refusal


@pytest.mark.parametrize(
    ("text", "name", "url", "status"),
    [
        pytest.param(
            "GET https://a/x net::ERR_FAILED 504 (Gateway Timeout)", "ERR_FAILED", "https://a/x", 504, id="all"
        ),
        pytest.param("POST https://a/x net::ERR_FAILED", "ERR_FAILED", "https://a/x", None, id="no status"),
        pytest.param(
            "app.js:40  POST https://a/x net::ERR_FAILED 403", "ERR_FAILED", "https://a/x", 403, id="a source"
        ),
        pytest.param(
            "https://a/x :: net::ERR_BLOCKED_BY_ORB", "ERR_BLOCKED_BY_ORB", "https://a/x", None, id="as a list"
        ),
        pytest.param("ERR_NAME_NOT_RESOLVED", "ERR_NAME_NOT_RESOLVED", "", None, id="without net::"),
        pytest.param("(failed) net::ERR_FAILED 302", "ERR_FAILED", "", 302, id="no URL"),
        pytest.param(
            "net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin 200",
            "ERR_BLOCKED_BY_RESPONSE.NotSameOrigin",
            "",
            200,
            id="a name with a reason",
        ),
    ],
)
def test_a_companion_is_read(text: str, name: str, url: str, status: int | None) -> None:
    (reading,) = read(text)
    assert (reading.network, reading.url, reading.status) == (name, url, status)


def test_a_name_of_another_program_is_none() -> None:
    assert list(find_named(Pasted.of("Error [ERR_MODULE_NOT_FOUND]: Cannot find package"))) == []


def test_a_status_with_its_phrase_is_read_without_a_net_name() -> None:
    (found,) = find_answered(Pasted.of("GET https://a/x 404 (Not Found)"))
    assert dict(found.slots) == {"url": "https://a/x", "status": "404"}


def test_a_number_in_brackets_is_no_status() -> None:
    assert list(find_answered(Pasted.of("line 404 (column 3)"))) == []


@pytest.mark.parametrize(
    ("name", "refusal"),
    [
        ("ERR_FAILED", None),
        ("ERR_BLOCKED_BY_CLIENT", None),
        ("ERR_BLOCKED_BY_ORB", Refusal.OPAQUE_RESPONSE_BLOCKED),
        ("ERR_BLOCKED_BY_RESPONSE.NotSameSite", Refusal.CORP),
        ("ERR_TOO_MANY_REDIRECTS", Refusal.REDIRECT_TOO_MANY),
        ("ERR_CERT_AUTHORITY_INVALID", Refusal.NETWORK),
    ],
)
def test_what_a_name_says_by_itself(name: str, refusal: Refusal | None) -> None:
    assert refusal_of(name) is refusal


def test_every_failure_of_the_network_has_a_name_but_for_the_answer_that_is_still_waited_for() -> None:
    assert set(NAMES) == set(NetworkFailure) - {NetworkFailure.NO_ANSWER_YET}
