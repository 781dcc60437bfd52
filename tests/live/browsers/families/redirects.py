"""Redirects: where to, with what status, of which request, and what the next hop answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.live.browsers.families.making import (
    API,
    APP,
    AUTH,
    DEV,
    DEV_API,
    HEADERS,
    KEY,
    METHODS,
    ORIGIN,
    THIRD,
    Case,
    Pairs,
    allow,
    hop,
    made,
)

_PUT: dict[str, Any] = {"method": "PUT", "headers": [KEY], "body": "x"}
_POST: dict[str, Any] = {"method": "POST", "body": "x"}
_JSON: dict[str, Any] = {"method": "POST", "headers": [["Content-Type", "application/json"]], "body": "{}"}
_ASKED = {
    "get": {},
    "put": _PUT,
    "post": _POST,
    "json": _JSON,
    "delete": {"method": "DELETE"},
    "head": {"method": "HEAD"},
}

_PLACES = (
    f"{API}~/1", f"{THIRD}~/1", f"{APP}~/1", "https://user:pass@third.test~/1", "https://u@api.example.test~/1",
    "https://:p@api.example.test~/1", "https://@api.example.test~/1", "http://api.example.test~/1",
    "http://localhost:8000~/1",
    "http://127.0.0.1:8000~/1", "https://api.example.test:8443~/1", "https://api.example.test:443~/1",
    "https://api.example.test:25~/1",
    "data:text/plain,~", "javascript:1/~", "about:~", f"blob:{THIRD}~", f"blob:{APP}~", "file://~", "ftp://third.test~",
    "foo:~", "foo://x~", "mailto:a@b~", "ws://api.example.test~", "wss://api.example.test~", "chrome://x~",
    "view-source:https://third.test~",
    "chrome-extension://x~", "filesystem:https://third.test~", "tel:1~", "intent://x~", "resource://x~",
    "moz-extension://x~",
    "", "~/1", "^/1", "./^/1", "../case/^/1", "?q~", "#f", f"{API}~/1#f", "~/1?\xe9", "~/1?\xc3\xa9", f"  {API}~/1  ",
    "//api.example.test~/1",
    "\\\\api.example.test~/1", "https:/api.example.test~/1", "https://[~/1", "http://a b~/1",
    "https://api.example.test:99999~/1",
    "https://%00~/1", "https://b\xfccher.test~/1",
    "HTTPS://API.example.test~/1", "https://api.example.test~/1?\tx", "~/1?q x", "https://0x7f.1:8443~/1",
)  # fmt: skip


def cases() -> Iterator[Case]:
    """Every combination, each with a name that says what it is."""
    yield from _statuses()
    yield from _places()
    yield from _chains()
    yield from _pages()
    yield from _several()


def _next(kind: str) -> tuple[Pairs, Pairs]:
    """What the last hop answers: to the request itself, and to a preflight of it."""
    origin = {"exact": APP, "null": "null", "star": "*"}[kind]
    star = kind == "star"
    lists = [[METHODS, "*" if star else "PUT, GET"], [HEADERS, "*" if star else "x-api-key, content-type"]]
    return [[ORIGIN, origin]], [[ORIGIN, origin], *lists]


def _statuses() -> Iterator[Case]:
    for status in (300, 301, 302, 303, 304, 305, 306, 307, 308):
        for asked, request in _ASKED.items():
            name = f"redir-{status}-{asked}"
            yield made(f"{name}-same", request=request, redirects=[hop(f"{API}~/1", status=status)])
            for kind in ("exact", "null", "star"):
                actual, preflight = _next(kind)
                answers: Case = {
                    "actual": {"headers": actual},
                    "preflights": {"1": {"status": 204, "headers": preflight}},
                }
                led = [hop(f"{THIRD}~/1", status=status)]
                yield made(f"{name}-cross-{kind}", request=request, redirects=led, **answers)
            own = [hop(f"{API}~/1", status=status, allowed=[])]
            yield made(f"{name}-from-own", to=APP, request=request, redirects=own)
            second: Case = {"preflights": {"1": {"status": 404, "headers": []}}}
            yield made(f"{name}-second-404", request=request, redirects=[hop(f"{API}~/1", status=status)], **second)


def _places() -> Iterator[Case]:
    for number, place in enumerate(_PLACES):
        for asked, request in {"get": {}, "put": _PUT}.items():
            for how in ("follow", "manual", "error"):
                name = f"place-{number}-{asked}-{how}"
                yield made(name, request=request | {"redirect": how}, redirects=[hop(place, status=307)])
        name = f"place-{number}"
        yield made(f"{name}-bare", redirects=[hop(place, allowed=[])])
        yield made(f"{name}-put-bare", request=_PUT, redirects=[hop(place, status=307, allowed=[])])
        yield made(f"{name}-xhr", request={"api": "xhr"}, redirects=[hop(place)])
        yield made(f"{name}-no-cors", request={"mode": "no-cors"}, redirects=[hop(place)])
        own = [hop(place.replace(API, DEV), allowed=[])]
        for mode in ("cors", "same-origin", "no-cors"):
            yield made(f"{name}-own-{mode}", page=DEV, to=DEV, request={"mode": mode}, redirects=own)
        yield made(
            f"{name}-pre", request=_PUT, preflight={"status": 302, "headers": [[ORIGIN, APP], ["Location", place]]}
        )
        yield made(f"{name}-pre-bare", request=_PUT, preflight={"status": 302, "headers": [["Location", place]]})
        yield made(f"{name}-include", request={"credentials": "include"}, redirects=[hop(place, include=True)])


def _chains() -> Iterator[Case]:
    for length in (1, 2, 5, 19, 20, 21):
        for how in ("follow", "manual", "error"):
            led = [hop(f"~/{at + 1}") for at in range(length)]
            yield made(f"chain-{length}-{how}", request={"redirect": how}, redirects=led)
            yield made(
                f"chain-{length}-{how}-put",
                request=_PUT | {"redirect": how},
                redirects=[h | {"status": 307} for h in led],
            )
        yield made(
            f"chain-{length}-own", page=DEV, to=DEV, redirects=[hop(f"~/{at + 1}", page=DEV) for at in range(length)]
        )
        yield made(
            f"chain-{length}-xhr", request={"api": "xhr"}, redirects=[hop(f"~/{at + 1}") for at in range(length)]
        )
    routes = (
        (API, THIRD),
        (THIRD, API),
        (APP, THIRD),
        (THIRD, APP),
        (API, APP),
        (APP, API),
        (THIRD, THIRD),
        (API, API),
    )
    for start in (APP, API):
        for number, route in enumerate(routes):
            for kind in ("exact", "null", "star"):
                for asked in ("get", "put", "json"):
                    for include in (False, True) if kind != "star" else (False,):
                        yield _route(
                            f"route-{start[8:11]}-{number}-{kind}-{asked}-{include}",
                            start,
                            route,
                            kind,
                            _ASKED[asked],
                            include,
                        )


def _route(name: str, start: str, route: tuple[str, str], kind: str, request: dict[str, Any], include: bool) -> Case:
    actual, preflight = _next(kind)
    allowed = [*actual, *allow(include=include)[1:]]
    led = [hop(f"{there}~/{at + 1}", status=302 + 5 * at, allowed=allowed) for at, there in enumerate(route)]
    led[0]["headers"] = [*allow(include=include), led[0]["headers"][-1]] if start == API else led[0]["headers"]
    request = request | {"credentials": "include" if include else "same-origin"}
    later = {"status": 204, "headers": [*preflight, *allowed[1:]]}
    return made(
        name, to=start, request=request, redirects=led, actual={"headers": allowed}, preflights={"1": later, "2": later}
    )


def _pages() -> Iterator[Case]:
    """Other pages than the usual one, and headers on their way."""
    for at, (page, to, away) in enumerate((("null", API, THIRD), ("null", API, API), ("http://app.example.test",
    "http://api.example.test", API),
                           (DEV, DEV_API, "http://localhost:8080"), (DEV, DEV, DEV_API), ("http://[::1]:3000",
                           DEV_API, DEV))):  # fmt: skip
        for kind in ("page", "null", "*"):
            origin = page if kind == "page" else kind
            for asked in ("get", "put"):
                name = f"from-{at}-{kind.strip('*') or 'star'}-{asked}"
                answers = {"actual": {"headers": [[ORIGIN, origin]]}}
                later = {"1": {"status": 204, "headers": [[ORIGIN, origin], [METHODS, "PUT"], [HEADERS, "x-api-key"]]}}
                led: list[Case] = [hop(f"{away}~/1", status=307, page=page)]
                yield made(name, page=page, to=to, request=_ASKED[asked], redirects=led, preflights=later, **answers)
    star = [[ORIGIN, "*"], [METHODS, "*"], [HEADERS, "*"]]
    for names in ([AUTH], [KEY], [AUTH, KEY], [["Accept", "x/y"]], [["Save-Data", "on"]], [["Range", "bytes=0-1"]]):
        for where, there in (("same", API), ("cross", THIRD), ("own", APP)):
            for status in (302, 303, 307):
                for listed in (star, [*star, [HEADERS, "authorization"]], []):
                    name = f"carried-{names[0][0]}-{len(names)}-{where}-{status}-{len(listed)}"
                    later = {"1": {"status": 204 if listed else 404, "headers": listed}}
                    led = [hop(f"{there}~/1", status=status)]
                    carrying = {"method": "PUT" if status == 303 else "GET", "headers": names}
                    yield made(name, request=carrying, redirects=led, actual={"headers": allow("*")}, preflights=later)


def _several() -> Iterator[Case]:
    pairs = (
        (f"{API}~/1", f"{THIRD}~/1"),
        ("~/1", "~/1"),
        ("~/1", ""),
        ("", "~/1"),
        ("", ""),
        ("https://[", "~/1"),
        (f"{THIRD}~/1", "https://["),
    )
    for number, (first, second) in enumerate(pairs):
        lines = [["Location", first], ["Location", second]]
        for how in ("follow", "manual", "error"):
            for asked in ("get", "put"):
                twice = [{"status": 307, "headers": [*allow(), *lines]}]
                yield made(f"two-{number}-{how}-{asked}", request=_ASKED[asked] | {"redirect": how}, redirects=twice)
        yield made(f"two-{number}-bare", redirects=[{"status": 302, "headers": lines}])
        yield made(f"two-{number}-own", page=DEV, to=DEV, redirects=[{"status": 302, "headers": lines}])
        yield made(f"two-{number}-no-cors", request={"mode": "no-cors"}, redirects=[{"status": 302, "headers": lines}])
        yield made(f"two-{number}-pre", request=_PUT, preflight={"status": 302, "headers": [*allow(), *lines]})
    for how in ("follow", "manual", "error"):
        for asked in ("get", "put"):
            yield made(f"nowhere-{how}-{asked}", request=_ASKED[asked] | {"redirect": how}, redirects=[hop(None)])
            yield made(
                f"nowhere-{how}-{asked}-bare",
                request=_ASKED[asked] | {"redirect": how},
                redirects=[hop(None, allowed=[])],
            )
