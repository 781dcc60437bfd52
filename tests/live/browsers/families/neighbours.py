"""What stands beside CORS: elements, mixed content, policies of the page, cookies, local addresses, other schemes."""

from __future__ import annotations

from collections.abc import Iterator

from tests.live.browsers.families.making import (
    API,
    APP,
    CREDENTIALS,
    DEV,
    DEV_API,
    KEY,
    METHODS,
    ORIGIN,
    THIRD,
    Case,
    allow,
    hop,
    made,
)

_GIF = (
    "GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00"
    "\x01\x00\x00\x02\x02D\x01\x00;"
)
_FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
_ELEMENTS = {
    "img": ("image/gif", {"body": _GIF}), "script": ("text/javascript", {"body": "1"}),
    "module": ("text/javascript", {"body": "export default 1"}), "import": ("text/javascript",
    {"body": "export default 1"}),
    "css": ("text/css", {"body": "a{}"}), "font": ("font/ttf", {"body_file": _FONT}),
    "eventsource": ("text/event-stream", {"body": "data: 1\n\n"}),
}  # fmt: skip
_PLAIN = "http://api.example.test"


def cases() -> Iterator[Case]:
    """Every combination, each with a name that says what it is."""
    yield from _elements()
    yield from _mixed()
    yield from _connect_src()
    yield from _resource_policies()
    yield from _cookies()
    yield from _schemes()
    yield from _local()


def _elements() -> Iterator[Case]:
    for api, (kind, body) in _ELEMENTS.items():
        typed = [["Content-Type", kind]]
        include = {"api": api, "credentials": "include"}
        for name, lines in (("ok", allow()), ("star", allow("*")), ("missing", []), ("other",
        allow("https://other.example.test")),
                            ("null", allow("null")), ("two", [*allow(), *allow()]), ("joined", [[ORIGIN,
                            f"{APP}, *"]])):  # fmt: skip
            yield made(f"el-{api}-{name}", request={"api": api}, actual={"headers": [*lines, *typed], **body})
        for name, lines in (
            ("cred", allow(include=True)),
            ("no-acac", allow()),
            ("star-cred", [[ORIGIN, "*"], [CREDENTIALS, "true"]]),
        ):
            yield made(f"el-{api}-{name}", request=include, actual={"headers": [*lines, *typed], **body})
        for status in (204, 404, 500):
            for name, lines in (("", []), ("-allowed", allow())):
                yield made(
                    f"el-{api}-{status}{name}",
                    request={"api": api},
                    actual={"status": status, "headers": [*lines, *typed], **body},
                )
        for name, page, place in (("same", APP, f"{API}~/1"), ("cross", APP, f"{THIRD}~/1"), ("back", APP,
        f"{APP}~/1"), ("plain", APP, f"{_PLAIN}~/1"),
                                  ("user", APP, "https://u:p@api.example.test~/1"), ("data", APP,
                                  "data:text/plain,~")):  # fmt: skip
            for origin in ("page", "*", "null"):
                last = {"headers": [*allow(page if origin == "page" else origin), *typed], **body}
                named = f"el-{api}-to-{name}-{origin.strip('*') or 'star'}"
                yield made(named, request={"api": api}, redirects=[hop(place)], actual=last)
        yield made(
            f"el-{api}-redirect-bare",
            request={"api": api},
            redirects=[hop(f"{THIRD}~/1", allowed=[])],
            actual={"headers": [*allow("*"), *typed], **body},
        )
        yield made(f"el-{api}-own", to=APP, request={"api": api}, actual={"headers": typed, **body})
        yield made(f"el-{api}-plain", to=_PLAIN, request={"api": api}, actual={"headers": [*allow(), *typed], **body})
        yield made(f"el-{api}-plain-missing", to=_PLAIN, request={"api": api}, actual={"headers": typed, **body})
        yield made(
            f"el-{api}-dev",
            page=DEV,
            to=DEV_API,
            request={"api": api},
            actual={"headers": [*allow(DEV), *typed], **body},
        )
        yield made(
            f"el-{api}-null-page",
            page="null",
            request={"api": api},
            actual={"headers": [*allow("null"), *typed], **body},
        )
        yield made(f"el-{api}-close", request={"api": api}, actual={"close": True})
        for other in ("text/html", "text/plain", "application/json", "application/octet-stream", "image/png", ""):
            for nosniff in (False, True):
                more = [["X-Content-Type-Options", "nosniff"]] if nosniff else []
                lines = [*allow(), *([["Content-Type", other]] if other else []), *more]
                named = f"el-{api}-{other.replace('/', '-') or 'untyped'}{'-nosniff' if nosniff else ''}"
                yield made(named, request={"api": api}, actual={"headers": lines, **body})
        if api in ("img", "script", "css"):
            yield from _without_cors(api, kind, body)


def _without_cors(api: str, kind: str, body: dict[str, str]) -> Iterator[Case]:
    asked = {"api": api, "mode": "no-cors"}
    for name, headers in (("plain", [["Content-Type", kind]]), ("html", [["Content-Type", "text/html"]]), ("json",
    [["Content-Type", "application/json"]]),
                          ("corp", [["Content-Type", kind], ["Cross-Origin-Resource-Policy", "same-origin"]]),
                          ("untyped", []),
                          ("nosniff", [["Content-Type", "text/html"], ["X-Content-Type-Options",
                          "nosniff"]])):  # fmt: skip
        yield made(f"el-{api}-nocors-{name}", request=asked, actual={"headers": headers, **body})
        yield made(f"el-{api}-nocors-{name}-third", to=THIRD, request=asked, actual={"headers": headers, **body})
    yield made(
        f"el-{api}-nocors-404", request=asked, actual={"status": 404, "headers": [["Content-Type", kind]], **body}
    )
    yield made(f"el-{api}-nocors-mixed", to=_PLAIN, request=asked, actual={"headers": [["Content-Type", kind]], **body})
    yield made(
        f"el-{api}-nocors-away",
        request=asked,
        redirects=[hop(f"{THIRD}~/1", allowed=[])],
        actual={"headers": [["Content-Type", kind]], **body},
    )


def _mixed() -> Iterator[Case]:
    for at, to in enumerate(
        (
            _PLAIN,
            "http://third.test",
            DEV_API,
            "http://localhost:8000",
            "http://[::1]:8000",
            "http://app.example.test",
            "http://localhost",
            "http://127.0.0.1:8080",
        )
    ):
        for name, request in (("get", {}), ("put", {"method": "PUT"}), ("xhr", {"api": "xhr"}), ("no-cors",
        {"mode": "no-cors"}),
                              ("same-origin", {"mode": "same-origin"}), ("include", {"credentials": "include"}),
                              ("keyed", {"headers": [KEY]})):  # fmt: skip
            named = f"mixed-{at}-{name}"
            yield made(named, to=to, request=request)
            yield made(f"{named}-part", to=f"{to}~#part", request=request)
            yield made(
                f"{named}-redirect",
                request=request,
                redirects=[hop(f"{to}~/1", status=307, include="credentials" in request)],
            )
            yield made(
                f"{named}-from-own", to=APP, request=request, redirects=[hop(f"{to}~/1", status=307, allowed=[])]
            )
            upgraded: Case = {"page_headers": [["Content-Security-Policy", "upgrade-insecure-requests"]]}
            if at < 2 and name != "same-origin":
                yield made(f"{named}-upgraded", to=to, request=request, **upgraded)


def _connect_src() -> Iterator[Case]:
    policies = (
        "connect-src 'self'", "connect-src 'self' https://api.example.test", "connect-src 'self' https:",
        "connect-src 'self' *", "default-src 'self' 'unsafe-inline' 'unsafe-eval'",
        "connect-src 'self' *.example.test", "connect-src 'self' api.example.test",
        "connect-src 'self' https://api.example.test:*", "connect-src 'self' http://api.example.test",
        "connect-src 'self' https://api.example.test/case/", "connect-src 'self' https://api.example.test/other",
        "connect-src 'self'; connect-src *", "connect-src 'self' HTTPS://API.example.test",
        "default-src 'unsafe-inline' 'unsafe-eval'; connect-src 'self'",
        "script-src 'unsafe-inline' 'unsafe-eval' 'self'",
        "connect-src 'self' https://third.test https://api.example.test:8443",

    )  # fmt: skip
    for number, policy in enumerate(policies):
        told: Case = {"page_headers": [["Content-Security-Policy", policy]]}
        for name, given in (("get", {}), ("put", {"request": {"method": "PUT"}}), ("xhr",
        {"request": {"api": "xhr"}}), ("third", {"to": THIRD}),
                            ("no-cors", {"request": {"mode": "no-cors"}}), ("same-origin",
                            {"request": {"mode": "same-origin"}}), ("plain", {"to": _PLAIN}), ("own", {"to": APP}),
                            ("away", {"redirects": [hop(f"{THIRD}~/1")], "actual": {"headers": allow("*")}}), ("port",
                            {"to": f"{API}:8443"}), ("part", {"to": f"{THIRD}~?a=b#part"}),
                            ("moved", {"redirects": [hop(f"{API}~/1")]}), ("local", {"to": DEV_API}), ("keepalive",
                            {"request": {"keepalive": True}}),
                            ("away-plain", {"redirects": [hop(f"{_PLAIN}~/1")]}), ("away-put",
                            {"request": {"method": "PUT"}, "redirects": [hop(f"{THIRD}~/1", status=307)]}),
                            ("events", {"request": {"api": "eventsource"}, "actual": {"headers": [*allow(),
                            ["Content-Type", "text/event-stream"]], "body": "data: 1\n\n"}})):  # fmt: skip
            yield made(f"csp-{number}-{name}", **given, **told)


def _resource_policies() -> Iterator[Case]:
    for value in (
        "same-origin",
        "same-site",
        "cross-origin",
        "bogus",
        "Same-Origin",
        "same-origin, same-site",
        "",
        "none",
        None,
    ):
        for name, to in (("api", API), ("third", THIRD), ("port", f"{APP}:8443"), ("own", APP)):
            for mode in ("no-cors", "cors"):
                lines = ([["Cross-Origin-Resource-Policy", value]] if value is not None else []) + (
                    allow() if mode == "cors" else []
                )
                for embedder in (None, "require-corp", "credentialless"):
                    told: Case = {"page_headers": [["Cross-Origin-Embedder-Policy", embedder]]} if embedder else {}
                    named = f"corp-{len(value or '')}{(value or 'x')[0]}{value is None}-{name}-{mode}-{embedder}"
                    yield made(named, to=to, request={"mode": mode}, actual={"headers": lines}, **told)


def _cookies() -> Iterator[Case]:
    for of, page in enumerate(
        (APP, DEV, "null", "http://app.example.test", "https://third.test", "http://localhost:8000")
    ):
        for at, to in enumerate((API, THIRD, DEV_API, "http://localhost:8080", _PLAIN, "http://third.test", APP)):
            for mode in ("omit", "same-origin", "include"):
                for method in ("GET", "PUT"):
                    name = f"cookies-{of}-{at}-{mode}-{method}"
                    lines = allow(page, include=True)
                    asked = {"credentials": mode, "method": method}
                    yield made(
                        name,
                        page=page,
                        to=to,
                        request=asked,
                        preflight={"headers": [*lines, [METHODS, "PUT"]]},
                        actual={"headers": lines},
                    )
            yield made(
                f"cookies-{of}-{at}-no-cors",
                page=page,
                to=to,
                request={"mode": "no-cors", "credentials": "include"},
                actual={"headers": []},
            )


def _schemes() -> Iterator[Case]:
    for number, url in enumerate((
        "ftp://third.test~", "file://~", "foo:~", "data:text/plain,~", "data:,~", "data:~", "data:text/html;base64,~",
        "about:~", f"blob:{THIRD}~", f"blob:{APP}~", "ws://api.example.test~",
        "wss://api.example.test~", f"{API}:25~", f"{API}:6667~", "https://u:p@api.example.test~",
        "https://u@api.example.test~", "https://[~", f"{API}:8000~", "http://api.example.test:443~", "javascript:1/~",
        "mailto:x~",
        "chrome://version/~", "chrome-extension://x~", "resource://x~", "view-source:https://third.test~", "~",
        "//third.test~", "http://api.example.test:1~", "https://api.example.test:99999~",
        "https://API.example.test:443~",
        "https://api.example.test~?q=\xe9", "https://api.example.test~#f", "tel:1~", "filesystem:https://third.test~",
        "intent://x~",
    )):  # fmt: skip
        for name, request in (("get", {}), ("key", {"headers": [KEY]}), ("xhr", {"api": "xhr"}), ("no-cors",
        {"mode": "no-cors"}), ("same-origin", {"mode": "same-origin"}), ("put", {"method": "PUT"}),
                              ("manual", {"redirect": "manual"})):  # fmt: skip
            case = made(f"scheme-{number}-{name}", request=request)
            case["request"]["url"] = url.replace("~", f"/case/{case['id']}")
            yield case


def _local() -> Iterator[Case]:
    """A page of an address that counts as public; each case alone, since a browser may wait for the person."""
    alone = {"run": {"serial": True, "timeout_ms": 1500, "linger_ms": 300}}
    for page in ("https://public.test", "http://public.test", APP):
        for at, to in enumerate(
            (DEV_API, API) if page != APP else (DEV_API, "http://public.test", "https://public.test")
        ):
            for name, request in (("get", {}), ("put", {"method": "PUT"}), ("xhr", {"api": "xhr"}), ("no-cors",
            {"mode": "no-cors"}), ("img", {"api": "img"}), ("include", {"credentials": "include"}),
                                  *((f"target-{space}", {"targetAddressSpace": space}) for space in ("public",
                                  "private", "local", "loopback", "unknown", "x"))):  # fmt: skip
                body = {"headers": [*allow(page), ["Content-Type", "image/gif"]], "body": _GIF} if name == "img" else {}
                yield made(f"lna-{len(page)}-{at}-{name}", page=page, to=to, request=request, actual=body, **alone)
            yield made(f"lna-{len(page)}-{at}-bare", page=page, to=to, actual={"headers": []}, **alone)
        led = [hop(f"{DEV_API}~/1", page=page)]
        yield made(
            f"lna-{len(page)}-redirect", page=page, to=page, redirects=led, actual={"headers": allow("*")}, **alone
        )
        pna = {"headers": [[ORIGIN, page], [METHODS, "PUT"], ["Access-Control-Allow-Private-Network", "true"]]}
        yield made(f"lna-{len(page)}-pna", page=page, to=DEV_API, request={"method": "PUT"}, preflight=pna, **alone)
