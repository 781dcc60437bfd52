"""What a server may answer: every status, odd bytes on the wire, ends that come too early, headers for script."""

from __future__ import annotations

from collections.abc import Iterator

from tests.live.browsers.families.making import (
    APP,
    AUTH,
    DEV,
    DEV_API,
    HEADERS,
    KEY,
    METHODS,
    ORIGIN,
    Case,
    Pairs,
    allow,
    allow_all,
    made,
)

_STATUSES = (
    200, 201, 202, 203, 204, 205, 206, 207, 208, 226, 299, 300, 301, 302, 303, 304, 305, 306, 307, 308, 399, 400, 401,
    402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418, 421, 422, 423, 425, 426, 428,
    429, 431, 451, 499, 500, 501, 502, 503, 504, 505, 508, 511, 520, 524, 599, 600, 700, 999,
)  # fmt: skip
_SEEN = (
    "X-A", "X-B", "Set-Cookie", "Authorization", "ETag", "Date", "Server", "Vary", "Cache-Control", "Content-Language",
    "Content-Type", "Expires", "Last-Modified", "Pragma", "Refresh", "Link", "WWW-Authenticate", "Content-Disposition",
    "Content-Range", "Accept-Ranges", "Retry-After", "X-RateLimit-Remaining", "Age", "Timing-Allow-Origin",
    "Set-Cookie2",
)  # fmt: skip
_EXPOSED: tuple[list[str], ...] = (
    [], ["*"], ["*, Authorization"], ["x-a,x-b"], ["X-A", "X-B"], ["X-A; X-B"], ["X-A X-B"], ["Set-Cookie, X-A"], [""],
    [",X-A,,X-B"], ["X-A, (x), X-B"], [ORIGIN], ['"X-A"'], ["X-A\x0b"], ["*", "X-A"], ["* "], ["**"], ["X-\xe9"],
    ["x-a", "("],
    ["Authorization"], ["X-Missing"], ["X-A,"], [" X-A "], ["\tX-A"], ["Set-Cookie2, X-A"], ["*;"], ["all"], ["x-a",
    ""],
)  # fmt: skip


def _raw(*lines: str, status: str = "HTTP/1.1 200 OK", end: str = "\r\n", body: str = "ok") -> str:
    length = "" if any("content-length" in line.lower() for line in lines) else f"Content-Length: {len(body)}{end}"
    return f"{status}{end}" + "".join(f"{line}{end}" for line in lines) + f"{length}Connection: close{end}{end}{body}"


_A = f"{ORIGIN}: {APP}"
_OK, _CHUNKED = "HTTP/1.1 200 OK\r\n", "Transfer-Encoding: chunked"
WIRE = {
    "no-space": _raw(f"{ORIGIN}:{APP}"), "leading-space-line": _raw(f" {_A}"), "obs-fold-after": _raw(_A, " ,x"),
    "obs-fold-value": _raw(f"{ORIGIN}:", f" {APP}"), "obs-fold-tab": _raw(f"{ORIGIN}:", f"\t{APP}"),
    "lf-only": _raw(_A, end="\n"),
    "lf-once": f"HTTP/1.1 200 OK\r\n{_A}\nContent-Length: 2\r\nConnection: close\r\n\r\nok",
    "cr-only": _raw(_A, end="\r"), "nul-in-value": _raw(f"{_A}\x00"), "nul-elsewhere": _raw(_A, "X-A: \x00"),
    "nul-in-name": _raw(_A, "X\x00A: 1"), "no-colon": _raw(f"{ORIGIN} {APP}"), "no-colon-elsewhere": _raw("junk", _A),
    "utf8-name": _raw(f"Acc\xc3\xa9ss-Control-Allow-Origin: {APP}"), "dup-case": _raw(_A, _A.lower()),
    "empty-name": _raw(": x", _A), "tab-before-colon": _raw(f"{ORIGIN}\t: {APP}"),
    "space-before-colon": _raw(f"{ORIGIN} : {APP}"),
    "tab-before-value": _raw(f"{ORIGIN}:\t{APP}\t"), "vt-in-value": _raw(f"{_A}\x0b"), "ff-in-value": _raw(f"{_A}\x0c"),
    "http09": "hello there",
    "early-hints": f"HTTP/1.1 103 Early Hints\r\n{_A}\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
    "early-hints-good": f"HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n{_raw(_A)}",
    "continue": f"HTTP/1.1 100 Continue\r\n\r\n{_raw(_A)}",
    "processing": f"HTTP/1.1 102 Processing\r\n\r\n{_raw(_A)}",
    "many-hints": "HTTP/1.1 103 Early Hints\r\n\r\n" * 3 + _raw(_A),
    "http10": _raw(_A, status="HTTP/1.0 200 OK"), "http12": _raw(_A, status="HTTP/1.2 200 OK"),
    "http2": _raw(_A, status="HTTP/2 200 OK"), "http20": _raw(_A, status="HTTP/2.0 200 OK"), "http3": _raw(_A,
    status="HTTP/3 200 OK"),
    "lower-http": _raw(_A, status="http/1.1 200 OK"), "no-reason": _raw(_A, status="HTTP/1.1 200"),
    "no-reason-space": _raw(_A, status="HTTP/1.1 200 "), "long-reason": _raw(_A, status="HTTP/1.1 200 " + "x" * 300),
    "junk-status": _raw(_A, status="HTTP/1.1 abc OK"), "status-2": _raw(_A, status="HTTP/1.1 20 OK"),
    "status-4": _raw(_A, status="HTTP/1.1 2000 OK"), "status-000": _raw(_A, status="HTTP/1.1 000 OK"),
    "status-099": _raw(_A, status="HTTP/1.1 099 OK"), "status-negative": _raw(_A, status="HTTP/1.1 -200 OK"),
    "status-plus": _raw(_A, status="HTTP/1.1 +200 OK"), "status-tab": _raw(_A, status="HTTP/1.1\t200\tOK"),
    "status-spaces": _raw(_A, status="HTTP/1.1  200  OK"), "no-version": _raw(_A, status="HTTP 200 OK"),
    "icy": _raw(_A, status="ICY 200 OK"), "shttp": _raw(_A, status="SHTTP/1.1 200 OK"), "reason-latin1": _raw(_A,
    status="HTTP/1.1 200 \xe9"),
    "crlf-first": "\r\n" + _raw(_A), "crlf-twice": "\r\n\r\n" + _raw(_A), "space-first": " " + _raw(_A),
    "junk-4": "abcd" + _raw(_A),
    "junk-5": "abcde" + _raw(_A), "junk-9": "abcdefghi" + _raw(_A), "bom": "\xef\xbb\xbf" + _raw(_A),
    "lf-first": "\n" + _raw(_A),
    "lengths-differ": _raw(_A, "Content-Length: 2", "Content-Length: 3"), "lengths-same": _raw(_A,
    "Content-Length: 2", "Content-Length: 2"),
    "length-list": _raw(_A, "Content-Length: 2, 2"), "length-plus": _raw(_A, "Content-Length: +2"),
    "length-junk": _raw(_A, "Content-Length: abc"),
    "length-negative": _raw(_A, "Content-Length: -1"), "length-empty": _raw(_A, "Content-Length: "),
    "length-space": _raw(_A, "Content-Length: 2 "),
    "length-big": _raw(_A, "Content-Length: 99999999999999999999"), "length-short": _raw(_A, "Content-Length: 1"),
    "length-list-differs": _raw(_A, "Content-Length: 2, 3"), "length-hex": _raw(_A, "Content-Length: 0x2"),
    "chunked": f"{_OK}{_A}\r\n{_CHUNKED}\r\n\r\n2\r\nok\r\n0\r\n\r\n",
    "chunked-trailer": f"{_OK}{_CHUNKED}\r\nTrailer: {ORIGIN}\r\n\r\n2\r\nok\r\n0\r\n{_A}\r\n\r\n",
    "chunked-bad": f"{_OK}{_A}\r\n{_CHUNKED}\r\n\r\nzz\r\nok\r\n0\r\n\r\n",
    "chunked-cut": f"{_OK}{_A}\r\n{_CHUNKED}\r\n\r\n5\r\nok",
    "chunked-no-end": f"{_OK}{_A}\r\n{_CHUNKED}\r\n\r\n2\r\nok\r\n",
    "chunked-extension": f"{_OK}{_A}\r\n{_CHUNKED}\r\n\r\n2;a=b\r\nok\r\n0\r\n\r\n",
    "chunked-and-length": f"{_OK}{_A}\r\n{_CHUNKED}\r\nContent-Length: 7\r\n\r\n2\r\nok\r\n0\r\n\r\n",
    "chunked-upper": f"HTTP/1.1 200 OK\r\n{_A}\r\nTransfer-Encoding: CHUNKED\r\n\r\n2\r\nok\r\n0\r\n\r\n",
    "coding-unknown": f"HTTP/1.1 200 OK\r\n{_A}\r\nTransfer-Encoding: foo\r\nConnection: close\r\n\r\nok",
    "no-length": f"HTTP/1.1 200 OK\r\n{_A}\r\nConnection: close\r\n\r\nok",
    "unfinished-head": f"HTTP/1.1 200 OK\r\n{_A}\r\nContent-Length: 2\r\n",
    "unfinished-line": f"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n{_A}", "status-line-only": "HTTP/1.1 200 OK\r\n",
    "half-status": "HTTP/1.1 2",
    "empty": "", "only-crlf": "\r\n\r\n", "only-hint": "HTTP/1.1 103 Early Hints\r\n\r\n",
    "switching": "HTTP/1.1 101 Switching Protocols\r\n\r\n",
    "switching-upgrade": f"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n{_A}\r\n\r\n",
    "big-header": _raw(_A, "X-Big: " + "x" * 100_000), "big-200k": _raw(_A, "X-Big: " + "x" * 200_000),
    "big-400k": _raw(_A, "X-Big: " + "x" * 400_000),
    "many-headers": _raw(_A, *(f"X-{n}: 1" for n in range(1000))), "bad-gzip": _raw(_A, "Content-Encoding: gzip",
    body="notgzip"),
    "unknown-encoding": _raw(_A, "Content-Encoding: foo"), "bad-br": _raw(_A, "Content-Encoding: br", body="notbr"),
    "empty-gzip": _raw(_A, "Content-Encoding: gzip", body=""), "disposition-twice": _raw(_A, "Content-Disposition: a",
    "Content-Disposition: b"),
    "disposition-same": _raw(_A, "Content-Disposition: a", "Content-Disposition: a"), "location-on-200": _raw(_A,
    "Location: /x", "Location: /y"),
    "colon-in-name": _raw(f"X:{_A}"), "quoted-name": _raw(f'"{ORIGIN}": {APP}', _A), "high-in-value": _raw(_A,
    "X-A: \xff\x80"),
    "bell-in-value": _raw(_A, "X-A: \x07"), "del-in-name": _raw(_A, "X\x7fA: 1"), "paren-in-name": _raw(_A, "X(A): 1"),
    "space-in-name": _raw(_A, "X A: 1"),
    "body-after-204": f"HTTP/1.1 204 No Content\r\n{_A}\r\nConnection: close\r\n\r\nok",
    "304-with-body": f"HTTP/1.1 304 Not Modified\r\n{_A}\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok",
    "tls-alert": "\x15\x03\x01\x00\x02\x02\x28", "ssh": "SSH-2.0-OpenSSH_9\r\n",
    "html": "<html><body>oops</body></html>", "smtp": "220 mail ESMTP\r\n",
    "keep-alive": f"HTTP/1.1 200 OK\r\n{_A}\r\nContent-Length: 2\r\n\r\nok",
    "length-then-more": f"HTTP/1.1 200 OK\r\n{_A}\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 404 No",
}  # fmt: skip
"""Whole answers, byte for byte."""

_BIG = ("big-200k", "big-400k", "many-headers", "big-header")


def cases() -> Iterator[Case]:
    """Every combination, each with a name that says what it is."""
    yield from _statuses()
    yield from _wire()
    yield from _ends()
    yield from _exposed()
    yield from _odd()


def _statuses() -> Iterator[Case]:
    for status in _STATUSES:
        lines: Pairs = [["Location", "~/1"]] if status in (301, 302, 303, 307, 308) else []
        for place in (lines, []) if lines else ([],):
            name = f"status-{status}{'-led' if place else ''}"
            put = {"method": "PUT"}
            yield made(
                f"{name}-pre",
                request=put,
                preflight={"status": status, "headers": [[ORIGIN, APP], [METHODS, "PUT"], *place]},
            )
            yield made(f"{name}-pre-bare", request=put, preflight={"status": status, "headers": place})
        for api in ("fetch", "xhr"):
            yield made(f"status-{status}-{api}", request={"api": api}, actual={"status": status})
            yield made(f"status-{status}-{api}-bare", request={"api": api}, actual={"status": status, "headers": []})
            yield made(
                f"status-{status}-{api}-own",
                page=DEV,
                to=DEV,
                request={"api": api},
                actual={"status": status, "headers": []},
            )
        yield made(f"status-{status}-put", request={"method": "PUT", "body": "x"}, actual={"status": status})
        if status != 421:  # Firefox asks again, and again
            yield made(f"status-{status}-head", request={"method": "HEAD"}, actual={"status": status})
        yield made(f"status-{status}-no-cors", request={"mode": "no-cors"}, actual={"status": status, "headers": []})


def _wire() -> Iterator[Case]:
    for name, raw in WIRE.items():
        alone: Case = {"run": {"serial": True}} if "http09" in name else {}
        yield made(f"wire-{name}", actual={"raw": raw}, **alone)
        if name in _BIG:
            continue
        with_lists = raw.replace(f"{APP}\r\n", f"{APP}\r\n{METHODS}: PUT\r\n", 1)
        yield made(f"wire-{name}-pre", request={"method": "PUT"}, preflight={"raw": with_lists}, **alone)
        dev = raw.replace(APP, DEV)
        yield made(f"wire-{name}-plain", page=DEV, to=DEV_API, actual={"raw": dev}, **alone)
        yield made(f"wire-{name}-own", page=DEV, to=DEV, actual={"raw": raw}, **alone)
        yield made(f"wire-{name}-no-cors", request={"mode": "no-cors"}, actual={"raw": raw}, **alone)
        yield made(f"wire-{name}-xhr", request={"api": "xhr"}, actual={"raw": raw}, **alone)


def _ends() -> Iterator[Case]:
    put = {"method": "PUT"}
    for name, end in (("close", {"close": True}), ("cut", {"close": "truncate", "status": 200, "body": "okok"})):
        for api in ("fetch", "xhr"):
            yield made(f"{name}-act-{api}", request={"api": api}, actual=end)
            yield made(f"{name}-pre-{api}", request=put | {"api": api}, preflight=end | {"headers": allow_all()})
            yield made(f"{name}-act-put-{api}", request=put | {"api": api}, actual=end)
            yield made(f"{name}-own-{api}", page=DEV, to=DEV, request={"api": api}, actual=end)
        yield made(f"{name}-no-cors", request={"mode": "no-cors"}, actual=end)
        yield made(f"{name}-refused", actual=end | {"headers": []})
        yield made(f"{name}-404", actual={**end, "status": 404})
        yield made(f"{name}-401", actual={**end, "status": 401})
    late: Case = {"run": {"timeout_ms": 2500}}
    yield made("never-pre", request=put, preflight={"delay_ms": 60000}, **late)
    yield made("never-act", actual={"delay_ms": 60000}, **late)
    alone: Case = {"run": {"serial": True, "timeout_ms": 2500}}
    for realm in ('Basic realm="x"', "Bearer", "Digest realm=x", "Negotiate", "NTLM", "x", ""):
        told = [["WWW-Authenticate", realm]]
        yield made(f"pre-401-{realm[:6].strip()}", request=put, preflight={"status": 401, "headers": [*allow(), *told]})
        yield made(f"pre-401-{realm[:6].strip()}-bare", request=put, preflight={"status": 401, "headers": told})
        yield made(f"act-401-{realm[:6].strip()}", actual={"status": 401, "headers": [*allow(), *told]}, **alone)
        yield made(f"act-401-{realm[:6].strip()}-bare", actual={"status": 401, "headers": told}, **alone)


def _exposed() -> Iterator[Case]:
    all_seen: Pairs = [[name, "1"] for name in _SEEN]
    for number, values in enumerate(_EXPOSED):
        lines = [["Access-Control-Expose-Headers", value] for value in values]
        for mode in ("omit", "include"):
            for api in ("fetch", "xhr"):
                asked = {"credentials": mode, "api": api}
                shown = {"headers": [*allow(include=mode == "include"), *lines, *all_seen]}
                yield made(f"expose-{number}-{mode}-{api}", request=asked, actual=shown)
    for status in (201, 404, 500):
        answer: Case = {"status": status, "headers": [*allow(), ["Access-Control-Expose-Headers", "X-A"], *all_seen]}
        yield made(f"expose-{status}", actual=answer)
    yield made("expose-own", page=DEV, to=DEV, actual={"headers": all_seen})


def _odd() -> Iterator[Case]:
    put = {"method": "PUT"}
    listed = [[ORIGIN, APP], [METHODS, "PUT"]]
    for number, more in enumerate((
        [["Content-Security-Policy", "default-src 'none'"], ["X-Frame-Options", "DENY"]], [["Content-Encoding",
        "gzip"]],
        [["Set-Cookie", "p=1"]], [["Cross-Origin-Resource-Policy", "same-origin"]],
        [["Access-Control-Allow-Private-Network", "true"]],
        [["Location", "/x"]], [["Content-Disposition", "attachment"]], [["Vary", "*"]], [["Refresh", "0;url=/x"]],
        [["Strict-Transport-Security", "max-age=0"]], [["X-Content-Type-Options", "nosniff"]],
    )):  # fmt: skip
        yield made(
            f"odd-{number}-pre", request=put, preflight={"status": 200, "headers": [*listed, *more], "body": "notgzip"}
        )
        for mode in ("cors", "no-cors"):
            yield made(
                f"odd-{number}-act-{mode}",
                request={"mode": mode},
                actual={"headers": [*allow(), *more], "body": "notgzip"},
            )
    for number, lines in enumerate(([], [[ORIGIN, "*"]], [[ORIGIN, "https://other.example.test"]])):
        yield made(f"after-good-{number}", request=put, actual={"headers": lines})
        yield made(f"after-good-{number}-404", request=put, actual={"headers": lines, "status": 404})
    auth = {"headers": [AUTH, KEY]}
    yield made(
        "star-covers", request=auth, preflight={"headers": [[ORIGIN, "*"], [HEADERS, "*"]]}, actual={"headers": []}
    )
