"""The failed requests of a HAR, worst first."""

from __future__ import annotations

import io
import json
import tracemalloc
from typing import Any

import pytest

from cors_tui.inputs.faults import faults
from cors_tui.inputs.har_failures import MOST, read_har
from cors_tui.inputs.reader import Understood
from cors_tui.standards.verdict import Refusal

ORIGIN = {"name": "Origin", "value": "https://app.example"}
STAR = {"name": "Access-Control-Allow-Origin", "value": "*"}


def entry(url: str, status: int, *answered: dict[str, str], method: str = "GET", sent: Any = ()) -> dict[str, Any]:
    return {
        "request": {"method": method, "url": url, "headers": [ORIGIN, *sent]},
        "response": {"status": status, "headers": list(answered)},
    }


def har(*entries: dict[str, Any]) -> Understood:
    return read_har(b"", io.BytesIO(json.dumps({"log": {"entries": list(entries)}}).encode()))


def test_what_passed_is_not_listed() -> None:
    understood = har(entry("https://a.example/", 200, STAR))
    assert understood.calls == ()
    assert any("1 cross-origin request; failed: 0" in says for says in understood.says)
    assert understood.missed


def test_the_worst_comes_first() -> None:
    understood = har(
        entry("https://a.example/ok", 200, STAR),
        entry("https://a.example/blocked", 0),
        entry("https://a.example/missing", 200),
        entry("https://a.example/broken", 500),
    )
    assert [call.url.rpartition("/")[2] for call in understood.calls] == ["broken", "missing", "blocked"]
    assert [(each.refusal, each.status) for each in understood.readings] == [
        (Refusal.ALLOW_ORIGIN_MISSING, 500),
        (Refusal.ALLOW_ORIGIN_MISSING, 200),
        (None, None),
    ]


def test_a_preflight_s_refusal_is_told() -> None:
    asks = {"name": "Access-Control-Request-Method", "value": "PUT"}
    understood = har(
        entry("https://a.example/x", 405, method="OPTIONS", sent=[asks]),
        entry("https://a.example/x", 0, method="PUT"),
    )
    (reading,) = understood.readings
    assert (reading.refusal, reading.status, reading.in_preflight) == (Refusal.ALLOW_ORIGIN_MISSING, 405, True)


def test_a_preflight_that_was_not_saved_passed_where_the_request_was_answered() -> None:
    """Safari saves none, and nobody sends one while its answer is remembered."""
    sent = [{"name": "X-A", "value": "1"}]
    assert har(entry("https://a.example/x", 200, STAR, sent=sent)).calls == ()
    assert [each.status for each in har(entry("https://a.example/x", 500, sent=sent)).readings] == [500]


def test_a_request_that_was_never_answered_may_have_failed_at_its_preflight() -> None:
    (reading,) = har(entry("https://a.example/x", 0, sent=[{"name": "X-A", "value": "1"}])).readings
    assert (reading.refusal, reading.in_preflight, reading.network) == (None, True, "ERR_FAILED")


@pytest.mark.parametrize(
    ("error", "refusal", "network"),
    [
        ("net::ERR_BLOCKED_BY_CLIENT", None, "ERR_BLOCKED_BY_CLIENT"),
        ("net::ERR_CONNECTION_REFUSED", Refusal.NETWORK, "ERR_CONNECTION_REFUSED"),
        ("net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin", Refusal.CORP, "ERR_BLOCKED_BY_RESPONSE.NotSameOrigin"),
    ],
)
def test_the_browser_s_own_name_of_the_failure_is_kept(error: str, refusal: Refusal | None, network: str) -> None:
    one = entry("https://a.example/x", 0)
    one["response"]["_error"] = error
    (reading,) = har(one).readings
    assert (reading.refusal, reading.network) == (refusal, network)


STARTED = [
    ("by a script", {"type": "script", "stack": {"callFrames": [{"url": "https://app.example/a.js"}]}}, 1),
    ("by a page", {"type": "parser", "url": "https://app.example/"}, 1),
    ("by the same site", {"type": "script", "url": "https://a.example/"}, 0),
    ("by nobody knows what", {"type": "other"}, 0),
    ("by something odd", ["?"], 0),
]


@pytest.mark.parametrize(("what", "initiator", "failed"), STARTED, ids=[row[0] for row in STARTED])
def test_a_request_whose_headers_were_not_saved_is_known_by_what_started_it(
    what: str, initiator: object, failed: int
) -> None:
    one = entry("https://a.example/x", 0) | {"_initiator": initiator, "_resourceType": "fetch"}
    one["request"]["headers"] = []
    assert len(har(one).calls) == failed


@pytest.mark.parametrize("mode", ["cors", "no-cors"])
@pytest.mark.parametrize("kind", ["script", "stylesheet", "image", "font", "eventsource", "xhr", "fetch"])
def test_what_is_offered_from_a_file_is_a_call_that_a_page_can_make(kind: str, mode: str) -> None:
    """A header that the browser added to an image is not the page's, and a font has no mode no-cors."""
    sent = [{"name": "X-Client-Data", "value": "1"}, {"name": "Sec-Fetch-Mode", "value": mode}]
    (call,) = har(entry("https://a.example/x", 0, sent=sent) | {"_resourceType": kind}).calls
    assert call.initiator.value.startswith({"stylesheet": "css", "image": "img"}.get(kind, kind))
    assert [fault for fault in faults(call) if fault.is_error] == []


@pytest.mark.parametrize("url", ["data:text/plain,x", "blob:https://app.example/1", "chrome-extension://abc/x.js"])
def test_what_no_server_answers_is_no_request(url: str) -> None:
    assert har(entry(url, 0)).calls == ()


def test_an_answer_from_the_cache_is_not_judged() -> None:
    assert har(entry("https://a.example/x", 304)).calls == ()


def test_secrets_are_masked_at_reading() -> None:
    secret = [{"name": "Authorization", "value": "Bearer s3cret"}, {"name": "Cookie", "value": "sid=c00kie"}]
    understood = har(entry("https://a.example/?token=t0ken", 200, sent=secret))
    assert not [word for word in ("s3cret", "c00kie", "t0ken") if word in repr(understood)]
    assert any("masked" in says for says in understood.says)


def test_entries_that_cannot_be_read_are_counted() -> None:
    assert any("read: 1." in missed for missed in har({"request": 1}, entry("https://a.example/", 200)).missed)


def test_only_so_many_are_kept_and_memory_stays() -> None:
    line = json.dumps(entry("https://a.example/x", 200) | {"note": "x" * 2000})

    def peak(times: int) -> int:
        file = io.BytesIO(('{"log": {"entries": [' + ",".join([line] * times) + "]}}").encode())
        tracemalloc.start()
        understood = read_har(b"", file)
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert len(understood.calls) == MOST
        return used

    peak(MOST + 1)  # what is loaded once
    assert peak(2000) < peak(300) + 1_000_000, "the file is four megabytes"
