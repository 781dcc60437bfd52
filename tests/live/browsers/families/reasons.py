"""Several reasons at once not to send, or not to follow: which of them an engine looks at first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.live.browsers.families.making import API, APP, DEV, THIRD, Case, allow, hop, made

_FORBIDDING: Case = {"page_headers": [["Content-Security-Policy", "connect-src 'self'"]]}
_POLICIES: dict[str, Case] = {"free": {}, "csp": _FORBIDDING}

_URLS = (
    API, "http://api.example.test", "http://127.0.0.1:8000", f"{API}:25~", "http://api.example.test:25~",
    "ftp://third.test~", "foo:~", f"filesystem:{THIRD}~", "about:~", f"blob:{THIRD}~", f"blob:{APP}~",
    "ws://api.example.test~", "wss://api.example.test~", "mailto:x~", "javascript:1/~",
    f"view-source:{THIRD}~", "file://~", "data:,~", f"{APP}~", "chrome://x~", "resource://x~", "intent://x~",
)  # fmt: skip
_MODES: dict[str, dict[str, Any]] = {
    "cors": {},
    "xhr": {"api": "xhr"},
    "keepalive": {"keepalive": True},
    "manual": {"redirect": "manual"},
    "own": {"mode": "same-origin"},
    "own-manual": {"mode": "same-origin", "redirect": "manual"},
    "no-cors": {"mode": "no-cors"},
    "no-cors-manual": {"mode": "no-cors", "redirect": "manual"},
    "no-cors-error": {"mode": "no-cors", "redirect": "error"},
}
_PLACES = (
    "http://api.example.test~/1", "http://127.0.0.1:8000~/1", f"{THIRD}~/1", f"{API}:25~/1", "ftp://third.test~/1",
    "foo:~/1", "mailto:a@b~/1", "ws://third.test~/1", f"blob:{THIRD}~/1", f"blob:{APP}~/1", "about:~/1",
    "data:,~", f"filesystem:{THIRD}~/1", "javascript:1/~", "file://~", f"view-source:{THIRD}~/1",
    "http://a b~/1", "https://[~/1", "https://u:p@third.test~/1", "https://u:p@api.example.test~/1",
    "http://u:p@third.test~/1", "https://u:p@app.example.test~/1", "intent://x~", "chrome://x~",
)  # fmt: skip
_ASKED: dict[str, dict[str, Any]] = {
    "get": {},
    "put": {"method": "PUT"},
    "xhr": {"api": "xhr"},
    "include": {"credentials": "include"},
    "keepalive": {"keepalive": True},
    "keepalive-put": {"keepalive": True, "method": "PUT"},
    "no-cors": {"mode": "no-cors"},
    "own": {"mode": "same-origin"},
    "error": {"redirect": "error"},
}


def cases() -> Iterator[Case]:
    """Every combination, each with a name that says what it is."""
    yield from _not_sent()
    yield from _not_followed()
    yield from _twice()


def _not_sent() -> Iterator[Case]:
    for at, url in enumerate(_URLS):
        for policy, told in _POLICIES.items():
            for mode, request in _MODES.items():
                yield made(f"sent-{at}-{policy}-{mode}", to=url, request=request, **told)


def _not_followed() -> Iterator[Case]:
    for at, place in enumerate(_PLACES):
        for policy, told in _POLICIES.items():
            for asked, request in _ASKED.items():
                name = f"led-{at}-{policy}-{asked}"
                # The policy of the page lets it ask its own origin only: there the chain begins.
                to = APP if policy == "csp" or request.get("mode") == "same-origin" else API
                include = request.get("credentials") == "include"
                led = [hop(place, status=307, include=include)]
                yield made(name, to=to, request=request, redirects=led, **told)
                bare = [hop(place, status=307, allowed=[])]
                yield made(f"{name}-bare", to=to, request=request, redirects=bare, **told)
        for asked, request in _ASKED.items():
            home = [hop(place, status=307, allowed=[])]
            yield made(f"led-{at}-home-{asked}", to=APP, request=request, redirects=home)
            yield made(f"led-{at}-dev-{asked}", page=DEV, to=DEV, request=request, redirects=home)
        # A policy with the API in it: the redirect's answer has a CORS check, too, and the preflight may be led away.
        named: Case = {"page_headers": [["Content-Security-Policy", f"connect-src 'self' {API}"]]}
        for asked, request in _ASKED.items():
            if request.get("mode") != "same-origin":
                yield made(f"led-{at}-named-{asked}", request=request, redirects=[hop(place, status=307)], **named)
        for policy, told in (("free", {}), ("named", named)):
            led_away = {"status": 307, "headers": [*allow(), ["Location", place]]}
            yield made(f"led-{at}-{policy}-pre", request={"method": "PUT"}, preflight=led_away, **told)
            led_away = {"status": 307, "headers": [["Location", place]]}
            yield made(f"led-{at}-{policy}-pre-bare", request={"method": "PUT"}, preflight=led_away, **told)
        for how in ("error", "manual"):
            for name, lines in (("", allow()), ("-bare", []), ("-other", allow(THIRD))):
                led_away = {"status": 302, "headers": [*lines, ["Location", place]]}
                asked_for = {"method": "PUT", "redirect": how}
                yield made(f"led-{at}-pre-{how}{name}", request=asked_for, preflight=led_away)


def _twice() -> Iterator[Case]:
    """The same request twice, where the first one fails, or is told something on the console."""
    kept = ["Cache-Control", "no-store"]
    asked = {"put": {"method": "PUT"}, "get": {}, "post": {"method": "POST", "body": "x"}, "xhr": {"api": "xhr"}}
    for kind, request in asked.items():
        again = request | {"repeat": 2}
        for status in (200, 204, 404, 500):
            for name, lines in (("allowed", allow()), ("bare", []), ("other", allow(THIRD)), ("star", allow("*"))):
                answer = {"status": status, "headers": [*lines, kept]}
                yield made(f"twice-{kind}-{status}-{name}", request=again, actual=answer)
                yield made(f"twice-{kind}-{status}-{name}-dev", page=DEV, request=again, actual=answer)
        for at, place in enumerate(_PLACES[:6]):
            led = [hop(place, status=307, allowed=[*allow(), kept])]
            answer = {"headers": [*allow("*"), kept]}
            after = {"1": {"status": 204, "headers": [*allow("*"), ["Access-Control-Allow-Methods", "PUT"]]}}
            yield made(f"twice-{kind}-led-{at}", request=again, redirects=led, actual=answer, preflights=after)
        for policy in ("connect-src 'self'", "connect-src 'self' *"):
            told: Case = {"page_headers": [["Content-Security-Policy", policy]]}
            yield made(f"twice-{kind}-{len(policy)}-csp", request=again, actual={"headers": [*allow(), kept]}, **told)
        yield made(f"twice-{kind}-plain", to="http://api.example.test", request=again)
        for page in ("null", DEV):
            answer = {"headers": [*allow(page), kept]}
            yield made(f"twice-{kind}-{page[:4]}", page=page, request=again, actual=answer)
