"""What people say of a failure in their own words."""

from __future__ import annotations

import pytest

from cors_tui.inputs.readers._prose import read_prose
from cors_tui.inputs.reading import read_input
from cors_tui.standards.verdict import Refusal

API, APP = "https://api.test/v1", "http://localhost:3000"


@pytest.mark.parametrize(
    "text",
    [
        "how do I switch CORS on in Express?",
        "port 4040 is open, version 5.0.404",
        "allowedOrigins cannot contain the special value, since that cannot be set on the Access-Control-Allow-Origin",
        "TypeError: Failed to fetch\n    at https://app.test/main.js:1:404",
        "",
    ],
)
def test_nothing_is_taken_from_a_text_that_says_nothing(text: str) -> None:
    assert read_prose(text) is None


@pytest.mark.parametrize(
    ("text", "refusal", "status", "url", "origin"),
    [
        ('Preflight OPTIONS request returns "401 Unauthorized"', Refusal.PREFLIGHT_STATUS, 401, "", ""),
        ("the call failed with status code 403:", None, 403, "", ""),
        ("fails with header missing 'Access-Control-Allow-Credentials: true'", Refusal.ALLOW_CREDENTIALS, None, "", ""),
        ("The collection of headers 'accept,x-a' is not allowed", Refusal.HEADER_NOT_ALLOWED, None, "", ""),
        ("Access-Control-Allow-Origin is missing on 404 responses", Refusal.ALLOW_ORIGIN_MISSING, 404, "", ""),
        ("two Access-Control-Allow-Origin headers behind nginx", Refusal.ALLOW_ORIGIN_MULTIPLE, None, "", ""),
        ("the preflight ends in a redirect to the login", Refusal.PREFLIGHT_REDIRECT, None, "", ""),
        (f"OPTIONS to {API} gives 405 from {APP}", Refusal.PREFLIGHT_STATUS, 405, API, APP),
        (f"a 401 comes from {API}", None, None, API, ""),
        (f"it was 401 at first, now I get 403 at {API}.", None, None, API, ""),
        (f"{API} works and {API}/users does not: status 500", None, 500, "", ""),
    ],
)
def test_what_the_words_tell(text: str, refusal: Refusal | None, status: int | None, url: str, origin: str) -> None:
    told = read_prose(text)
    assert told is not None
    assert (told.refusal, told.status, told.url, told.origin) == (refusal, status, url, origin)
    assert not told.certain


def test_a_line_that_says_nothing_is_filled_from_the_words_beside_it() -> None:
    understood = read_input(f"I call {API} from {APP} and all I get is a CORS error")
    (reading,), (call,) = understood.readings, understood.calls
    assert (call.url, call.origin, reading.refusal) == (API, APP, None)


def test_a_browsers_line_is_not_changed_by_words() -> None:
    line = f"Access to fetch at '{API}' from origin '{APP}' has been blocked by CORS policy: "
    understood = read_input(
        f"{line}It does not have HTTP ok status.\nThe Access-Control-Allow-Origin is not missing, see https://docs.test/"
    )
    assert [(reading.refusal, reading.url) for reading in understood.readings] == [(Refusal.PREFLIGHT_STATUS, API)]
