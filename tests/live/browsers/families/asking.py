"""What a page may ask with: headers, bodies, modes and options of fetch() and XMLHttpRequest."""

from __future__ import annotations

from collections.abc import Iterator

from tests.live.browsers.families.making import (
    API,
    APP,
    DEV,
    DEV_API,
    HEADERS,
    KEY,
    METHODS,
    ORIGIN,
    THIRD,
    Case,
    allow,
    hop,
    made,
)

_PROBES: tuple[tuple[str, str], ...] = (
    ("Accept", "x/y"), ("Accept", "a" * 128), ("Accept", "a" * 129), ("Accept", "\xe9"), ("Accept", "a\x7f"),
    ("Accept", 'a"b'), ("Accept", "{}"), ("Accept", "a(b"), ("Accept", "a:b"), ("Accept", "a<b"), ("Accept", "a@b"),
    ("Accept", "a[b"), ("Accept", "a\\b"), ("Accept", "a\tb"), ("Accept", ""), ("Accept", "*/*"), ("Accept", "a?b"),
    ("Accept-Language", "en"), ("Accept-Language", "en_US"), ("Accept-Language", "en;q=0.5"), ("Accept-Language", "*"),
    ("Accept-Language", "\xe9"), ("Accept-Language", "en, de"), ("Accept-Language", ""), ("Accept-Language", "en\t"),
    ("Content-Language", "en"), ("Content-Language", "en/de"), ("Content-Language", "a=b"), ("Content-Language",
    "\xe9"),
    ("Range", "bytes=0-9"), ("Range", "bytes=0-"), ("Range", "bytes=-9"), ("Range", "bytes=9-0"), ("Range",
    "Bytes=0-9"),
    ("Range", "bytes= 0-9"), ("Range", "bytes =0-9"), ("Range", "bytes=0-9,20-29"), ("Range", "items=0-9"),
    ("Range", "bytes=0 - 9"), ("Range", "bytes=00-9"), ("Range", "bytes=0-9 "), ("Range", ""), ("Range", "bytes=-"),
    ("Range", "bytes=0-99999999999999999999"), ("Range", "bytes=+0-9"), ("Range", "bytes=0-9;"),
    ("Save-Data", "on"), ("Save-Data", "off"), ("DPR", "2"), ("DPR", "x"), ("Width", "9"), ("Viewport-Width", "9"),
    ("Viewport-Width", "1.5"), ("Device-Memory", "4"), ("Downlink", "1"), ("ECT", "4g"), ("ECT", "9g"), ("RTT", "5"),
    ("Intervention", "1"), ("Sec-CH-DPR", "1"), ("Sec-CH-UA", "x"), ("Sec-CH-UA-Mobile", "?1"), ("CH-UA", "x"),
    ("User-Agent", "x"), ("User-Agent", ""), ("Upgrade-Insecure-Requests", "1"), ("Sec-X", "1"), ("Proxy-X", "1"),
    ("Proxy-Authorization", "x"), ("Date", "x"), ("Accept-Charset", "u"), ("Accept-Encoding", "br"), ("DNT", "1"),
    ("X-HTTP-Method-Override", "PUT"), ("X-HTTP-Method-Override", "TRACE"), ("X-HTTP-Method", "connect"),
    ("X-Method-Override", "GET, TRACK"), ("X-L", "\xe9"), ("X-L", "\xff\x80"), ("Last-Event-ID", "1"), ("TE",
    "trailers"),
    ("Set-Cookie", "a=b"), ("Set-Cookie2", "a=b"), ("Cookie", "a=b"), ("Cookie2", "1"), ("Service-Worker", "script"),
    ("Via", "x"), ("X-S", "  a  "), ("X-S", "a\tb"), ("X-S", "\t"), ("Connection", "close"), ("Content-Length", "5"),
    ("Expect", "100-continue"), ("Host", "x"), ("Keep-Alive", "1"), ("Origin", "https://x.test"), ("Referer", "x"),
    ("Trailer", "x"), ("Transfer-Encoding", "chunked"), ("Upgrade", "h2c"), ("Priority", "u=1"), ("Purpose",
    "prefetch"),
    ("Sec-Purpose", "prefetch"), ("Sec-GPC", "1"), ("Access-Control-Request-Method", "PUT"), ("Pragma", "no-cache"),
    ("Access-Control-Request-Headers", "x"), ("Access-Control-Request-Private-Network", "true"), ("Timeout", "1"),
    ("Access-Control-Request-Local-Network", "true"), ("If-Match", "x"), ("If-None-Match", "x"), ("If-Range", "x"),
    ("If-Modified-Since", "x"), ("Cache-Control", "no-cache"), ("Cache-Control", "max-age=0"), ("x-!#$%&'*+.^_`|~",
    "1"),
    ("X Y", "1"), ("", "1"), ("X:", "1"), ("\xe9", "1"), ("X-N", "a\x00b"), ("X-N", "a\nb"), ("X-N", "a\x01b"),
    ("*", "1"), ("Authorization", ""), ("Authorization", "Basic dTpw"), ("X-Forwarded-For", "1.2.3.4"), ("Warning",
    "x"),
    ("Alt-Used", "x"), ("Critical-CH", "x"), ("Early-Data", "1"), ("Sec-WebSocket-Key", "x"), ("Forwarded", "for=x"),
)  # fmt: skip
_TYPES = (
    "text/plain", "TEXT/PLAIN", "text/plain; charset=utf-8", "", "text", "text/*", "text/plain;", "text/plain/",
    "application/json", "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=x",
    "text/plain, text/html", "text/plain;a=b,c", " text/plain ", "text/plain;\xe9", 'text/plain; a="b"',
    "text/plain;a=(b)",
    "text/plain; charset=" + "u" * 120, "application/csp-report", "text/plain\tx", "text/html", "*/*", "text/plain;;",
    "application/x-www-form-urlencoded;charset=UTF-8", "text /plain", "text/plain;charset",
    "application/json, text/plain",
)  # fmt: skip
_BODIES = (
    ("{}", None), ("{}", "formdata"), ("{}", "urlsearchparams"), ("{}", "blob:application/json"), ("{}",
    "blob:text/plain"),
    ("{}", "blob:text/xml"), ("{}", "blob:"), ("{}", "blob:TEXT/Plain;a=B"), ("", None), ("", "blob:"), ("\xe9", None),
)  # fmt: skip
_POLICIES = (
    "no-referrer", "origin", "same-origin", "strict-origin", "strict-origin-when-cross-origin", "unsafe-url",
    "origin-when-cross-origin", "no-referrer-when-downgrade", "",
)  # fmt: skip
_CACHES = ("default", "no-store", "reload", "no-cache", "force-cache", "only-if-cached")
_DIGESTS = (
    "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "sha256-JomjGyTp/rQoRS+J6h+KgGewn5z1gQB5LMzbXKxlU7s=", "x",
    "sha256-", "md5-JomjGyTp", "sha256-a sha384-b", "sha1-YQ==", " ",
    "sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==",
    "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb",
)  # fmt: skip


def cases() -> Iterator[Case]:
    """Every combination, each with a name that says what it is."""
    yield from _probes()
    yield from _contents()
    yield from _options()
    yield from _keepalive()
    yield from _modes()
    yield from _twice()


def _probes() -> Iterator[Case]:
    for number, (name, value) in enumerate(_PROBES):
        allowed = {"headers": [[ORIGIN, APP], [HEADERS, name.lower() or "x"]]}
        asked = {"headers": [[name, value]]}
        for api in ("fetch", "xhr"):
            yield made(f"probe-{number}-{api}", request=asked | {"api": api}, preflight=allowed)
            refused = {"headers": [[ORIGIN, APP]]}
            yield made(f"probe-{number}-{api}-refused", request=asked | {"api": api}, preflight=refused)
        yield made(f"probe-{number}-no-cors", request=asked | {"mode": "no-cors"})
        away = [hop(f"{THIRD}~/1")]
        star = {"headers": [[ORIGIN, "*"], [METHODS, "*"], [HEADERS, "*, authorization"]]}
        yield made(
            f"probe-{number}-away", request=asked, preflight=star, redirects=away, actual={"headers": allow("*")}
        )
    for times, length in ((2, 100), (9, 120)):
        asked = {"headers": [["Accept", "a" * length]] * times}
        yield made(
            f"probe-{times}x{length}", request=asked, preflight={"headers": [[ORIGIN, APP], [HEADERS, "accept"]]}
        )
    for first, second in (("X-D", "x-d"), ("x-d", "X-D"), ("Accept", "accept"), ("Content-Type", "Content-Type")):
        asked = {"headers": [[first, "1"], [second, "2"]]}
        yield made(
            f"probe-twice-{first}-{second}", request=asked, preflight={"headers": [[ORIGIN, APP], [HEADERS, first]]}
        )


def _contents() -> Iterator[Case]:
    for number, kind in enumerate(_TYPES):
        for api, mode in (("fetch", "cors"), ("xhr", "cors"), ("fetch", "no-cors")):
            asked = {"method": "POST", "headers": [["Content-Type", kind]], "body": "x", "api": api, "mode": mode}
            refused = {"headers": [[ORIGIN, APP]]}
            yield made(f"type-{number}-{api}-{mode}", request=asked, preflight=refused)
            yield made(f"type-{number}-{api}-{mode}-allowed", request=asked)
    for number, (body, brings) in enumerate(_BODIES):
        for method in ("POST", "PUT", "DELETE", "PATCH"):
            for api, mode in (("fetch", "cors"), ("xhr", "cors"), ("fetch", "no-cors")):
                sent: Case = {"method": method, "body": body, "api": api, "mode": mode} | (
                    {"body_type": brings} if brings else {}
                )
                yield made(f"body-{number}-{method}-{api}-{mode}", request=sent)
    for method in ("GET", "HEAD"):
        for api in ("fetch", "xhr"):
            yield made(f"body-on-{method}-{api}", request={"method": method, "body": "x", "api": api})


def _options() -> Iterator[Case]:
    for number, policy in enumerate(_POLICIES):
        option = {"referrerPolicy": policy}
        yield made(f"referrer-{number}", request=option)
        yield made(f"referrer-{number}-own-post", page=DEV, to=DEV, request=option | {"method": "POST", "body": "x"})
        for at, to in enumerate((API, THIRD, "http://localhost:8000")):
            posted = option | {"method": "POST", "body": "x", "mode": "no-cors"}
            yield made(f"referrer-{number}-no-cors-{at}", to=to, request=posted)
            yield made(f"referrer-{number}-put-{at}", to=to, request=option | {"method": "PUT"})
    for cache in _CACHES:
        for mode in ("cors", "same-origin", "no-cors"):
            for name, page, to in (("api", APP, API), ("own", DEV, DEV), ("dev", DEV, DEV_API)):
                yield made(f"cache-{cache}-{mode}-{name}", page=page, to=to, request={"cache": cache, "mode": mode})
    for number, digest in enumerate(_DIGESTS):
        for mode in ("cors", "no-cors"):
            yield made(f"integrity-{number}-{mode}", request={"integrity": digest, "mode": mode})
        yield made(f"integrity-{number}-404", request={"integrity": digest}, actual={"status": 404})
        yield made(f"integrity-{number}-own", page=DEV, to=DEV, request={"integrity": digest})
        yield made(f"integrity-{number}-away", request={"integrity": digest}, redirects=[hop("~/1")])


def _keepalive() -> Iterator[Case]:
    kept: Case = {"keepalive": True}
    for method, body in (("GET", None), ("POST", "x"), ("PUT", "x"), ("POST", "x" * 70_000)):
        asked = kept | {"method": method, "body": body}
        name = f"keepalive-{method}-{len(body or '')}"
        yield made(name, request=asked)
        yield made(f"{name}-refused", request=asked, preflight={"headers": []}, actual={"headers": []})
        yield made(f"{name}-include", request=asked | {"credentials": "include"})
        yield made(f"{name}-plain", to="http://api.example.test", request=asked)
        yield made(f"{name}-no-cors", request=asked | {"mode": "no-cors"})
        for where, location in (("same", "~/1"), ("third", f"{THIRD}~/1"), ("plain", "http://api.example.test~/1")):
            yield made(f"{name}-to-{where}", request=asked, redirects=[hop(location, status=307)])
            star: Case = {"actual": {"headers": allow("*")}, "preflight": {"headers": [[ORIGIN, "*"], [METHODS, "*"]]}}
            yield made(f"{name}-to-{where}-star", request=asked, redirects=[hop(location, allowed=allow("*"))], **star)


def _modes() -> Iterator[Case]:
    for mode in ("no-cors", "same-origin"):
        for redirect in ("follow", "manual", "error"):
            for method in ("GET", "HEAD", "POST", "PUT"):
                for at, (page, to) in enumerate(
                    ((APP, API), (APP, THIRD), (DEV, DEV), (DEV, DEV_API), (APP, "http://api.example.test"))
                ):
                    asked = {"mode": mode, "redirect": redirect, "method": method}
                    name = f"mode-{mode}-{redirect}-{method}-{at}"
                    yield made(name, page=page, to=to, request=asked)
                    if method in ("GET", "POST"):
                        yield made(f"{name}-keyed", page=page, to=to, request=asked | {"headers": [KEY]})
                        for where in ("~/1", f"{THIRD}~/1"):
                            moved: Case = {"request": asked, "redirects": [hop(where, page=page)]}
                            yield made(f"{name}-to-{len(where)}", page=page, to=to, **moved)


def _twice() -> Iterator[Case]:
    """The preflight cache: one request twice, with what an answer may say of its age."""
    ages = (
        None,
        "-1",
        "abc",
        "1.5",
        "600",
        "0",
        "1",
        "99999999999999999999",
        "",
        "+600",
        "600, 5",
        " 600 ",
        "600s",
        "0600",
    )
    asked: Case = {"method": "PUT", "headers": [KEY], "body": "x", "repeat": 2}
    fresh = {"headers": [*allow(), ["Cache-Control", "no-store"]]}
    for number, age in enumerate(ages):
        lines = [
            [ORIGIN, APP],
            [METHODS, "PUT"],
            [HEADERS, "x-api-key"],
            *([["Access-Control-Max-Age", age]] if age is not None else []),
        ]
        yield made(f"age-{number}", request=asked, preflight={"headers": lines}, actual=fresh)
        yield made(f"age-{number}-404", request=asked, preflight={"headers": lines, "status": 404}, actual=fresh)
    double = [[ORIGIN, APP], [METHODS, "PUT"], [HEADERS, "x-api-key"]] + [["Access-Control-Max-Age", "600"]] * 2
    yield made("age-double", request=asked, preflight={"headers": double}, actual=fresh)
    kept = ["Access-Control-Max-Age", "600"]
    for number, lines in enumerate((
        [[ORIGIN, "*"], [METHODS, "*"], [HEADERS, "*"], kept], [[ORIGIN, APP], [METHODS, "put"], [HEADERS,
        "X-API-KEY"], kept],
        [[ORIGIN, APP], [METHODS, "PUT"], kept], [[ORIGIN, APP], [HEADERS, "x-api-key"], kept],
    )):  # fmt: skip
        yield made(f"kept-{number}", request=asked, preflight={"headers": lines}, actual=fresh)
    others: tuple[Case, ...] = (
        {"credentials": "include"}, {"cache": "no-store"}, {"cache": "reload"}, {"cache": "no-cache"},
        {"method": "DELETE"},
        {"cache": "force-cache"}, {"api": "xhr"}, {"method": "GET", "body": None}, {"method": "POST"},
        {"headers": []}, {"repeat": 4},
    )  # fmt: skip
    for number, more in enumerate(others):
        include = more.get("credentials") == "include"
        actual = {"headers": [*allow(include=include), ["Cache-Control", "no-store"]]}
        yield made(f"kept-for-{number}", request=asked | more, actual=actual)
        yield made(
            f"kept-for-{number}-fails", request=asked | more, actual={"headers": [["Cache-Control", "no-store"]]}
        )
        moved: Case = {
            "redirects": [hop("~/1", status=307, include=include, allowed=actual["headers"])],
            "actual": actual,
        }
        yield made(f"kept-for-{number}-moved", request=asked | more, **moved)
