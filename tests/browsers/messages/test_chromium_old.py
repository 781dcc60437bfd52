"""Wordings of older versions of Chromium: nobody prints them any more, and people paste them still."""

from __future__ import annotations

import pytest

from cors_tui.browsers.messages.chromium import read
from cors_tui.standards.verdict import Refusal
from tests.rows import each_row

NO_HEADER = "No 'Access-Control-Allow-Origin' header is present on the requested resource."


@each_row(
    ("text", "refusal", "url", "origin", "status"),
    [
        pytest.param(
            f"XMLHttpRequest cannot load http://api.example/x. {NO_HEADER} Origin 'http://app.example' is therefore "
            "not allowed access. The response had HTTP status code 500.",
            Refusal.ALLOW_ORIGIN_MISSING,
            "http://api.example/x",
            "http://app.example",
            500,
            id="2017, with the status",
        ),
        pytest.param(
            f"Failed to load https://api.example/x: Response to preflight request doesn't pass access control check: "
            f"{NO_HEADER} Origin 'https://app.example' is therefore not allowed access.",
            Refusal.ALLOW_ORIGIN_MISSING,
            "https://api.example/x",
            "https://app.example",
            None,
            id="2018",
        ),
        pytest.param(
            "Font from origin 'https://cdn.example' has been blocked from loading by Cross-Origin Resource Sharing "
            f"policy: {NO_HEADER} Origin 'https://app.example' is therefore not allowed access.",
            Refusal.ALLOW_ORIGIN_MISSING,
            "https://cdn.example",
            "https://app.example",
            None,
            id="a font",
        ),
        pytest.param(
            "Redirect from 'https://a.example/1' to 'https://b.example/2' has been blocked by CORS policy: "
            + NO_HEADER,
            Refusal.ALLOW_ORIGIN_MISSING,
            "https://b.example/2",
            "",
            None,
            id="a redirect",
        ),
        pytest.param(
            "XMLHttpRequest cannot load http://api.example/x. A wildcard '*' cannot be used in the "
            "'Access-Control-Allow-Origin' header when the credentials flag is true.",
            Refusal.ALLOW_ORIGIN_WILDCARD,
            "http://api.example/x",
            "",
            None,
            id="the wildcard",
        ),
        pytest.param(
            "Fetch API cannot load http://api.example/x. Response for preflight has invalid HTTP status code 404",
            Refusal.PREFLIGHT_STATUS,
            "http://api.example/x",
            "",
            404,
            id="the preflight's status",
        ),
        pytest.param(
            "Access to fetch at 'https://api.example/x' has been blocked by CORS policy … "
            "No 'Access-Control-Allow-Origin' header …",
            Refusal.ALLOW_ORIGIN_MISSING,
            "https://api.example/x",
            "",
            None,
            id="the end of the reason left out",
        ),
        pytest.param(
            "The value of the Access-Control-Allow-Credentials header in the response is  which must be true",
            Refusal.ALLOW_CREDENTIALS,
            "",
            "",
            None,
            id="without quotes",
        ),
        pytest.param(
            "https://api.example/x: Response to preflight request doesn't pass access control check: " + NO_HEADER,
            Refusal.ALLOW_ORIGIN_MISSING,
            "https://api.example/x",
            "",
            None,
            id="without its beginning",
        ),
        pytest.param(
            "Access to XMLHttpRequest at 'http://localhost:1/x' has been blocked by CORS policy: Request had to target "
            "IP address space, yet the resource is in address space 'local'",
            Refusal.LNA_TARGET_SPACE_MISMATCH,
            "http://localhost:1/x",
            "",
            None,
            id="typed over by hand",
        ),
        pytest.param(
            "SEC7118: XMLHttpRequest for https://api.example/x required Cross Origin Resource Sharing (CORS).\n"
            "SEC7121: Wildcard in Access-Control-Allow-Origin not allowed when credentials flag is set to true.",
            Refusal.ALLOW_ORIGIN_WILDCARD,
            "https://api.example/x",
            "",
            None,
            id="Internet Explorer",
        ),
        pytest.param(
            "Image from origin 'https://cdn.example' has been blocked from loading by Cross-Origin Resource Sharing "
            f"policy: {NO_HEADER} Origin 'https://app.example' is therefore not allowed access.",
            Refusal.ALLOW_ORIGIN_MISSING,
            "https://cdn.example",
            "https://app.example",
            None,
            id="an image",
        ),
        pytest.param(
            "Mixed Content: The page at 'https://app.example/p' was loaded over HTTPS, but requested an insecure "
            "resource 'http://api.example/x'. This reque",
            Refusal.MIXED_CONTENT,
            "http://api.example/x",
            "https://app.example",
            None,
            id="mixed content, cut off",
        ),
        pytest.param(
            "Refused to connect because it violates the following Content Security Policy directive",
            Refusal.CSP_CONNECT_SRC,
            "",
            "",
            None,
            id="the page's policy, no URL",
        ),
        pytest.param(
            "Cross-Origin Read Blocking (CORB) blocked cross-origin response https://api.example/x with MIME type "
            "application/json. See https://www.chromestatus.com/feature/5629709824032768 for more details.",
            Refusal.OPAQUE_RESPONSE_BLOCKED,
            "https://api.example/x",
            "",
            None,
            id="read blocking",
        ),
        pytest.param(
            "SEC7120: Origin http://localhost:3000 not found in Access-Control-Allow-Origin header.",
            Refusal.ALLOW_ORIGIN_MISMATCH,
            "",
            "http://localhost:3000",
            None,
            id="the first Edge",
        ),
        pytest.param(
            "Response for preflight is invalid (redirect)", Refusal.PREFLIGHT_REDIRECT, "", "", None, id="its redirect"
        ),
        pytest.param(
            "Access blocked by CORS policy: " + NO_HEADER, Refusal.ALLOW_ORIGIN_MISSING, "", "", None, id="issues panel"
        ),
    ],
)
def test_an_old_wording_is_read(text: str, refusal: Refusal, url: str, origin: str, status: int | None) -> None:
    (reading,) = read(text)
    assert (reading.refusal, reading.url, reading.origin, reading.status) == (refusal, url, origin, status)


def test_a_resource_that_failed_to_load_is_no_url() -> None:
    assert [reading.url for reading in read("Failed to load resource: net::ERR_FAILED")] == [""]


@pytest.mark.parametrize("text", ["TypeError: Failed to fetch", "Uncaught (in promise) TypeError: Failed to fetch"])
def test_what_script_sees_is_not_certain(text: str) -> None:
    (reading,) = read(text)
    assert (reading.refusal, reading.certain) == (None, False)
