"""What an element makes of an answer: bodies under types of their own and of others, nosniff, statuses, parts."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from itertools import product
from random import Random
from typing import Any

from tests.live.browsers import body_ingredients as B  # noqa: N812 - one letter, since every line takes from it
from tests.live.browsers.families.making import APP, DEV, Case, Pairs, allow, made

_NOSNIFF = ["X-Content-Type-Options", "nosniff"]
_IMAGES = {**B.PIXELS, **B.NO_PIXELS, **B.SVGS, **B.NO_SVGS}
_BODIES = {"img": _IMAGES, "script": B.SCRIPTS, "css": B.STYLES, "font": B.FONTS}
_FONT_FILE = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
_FEW = ("text/javascript", "image/svg+xml", "text/html", "foo/bar", "")
_TELLING = ("runs", "p", "number", "nothing", "png", "struts", "css")
_OF_STATUSES = (("img", "png"), ("img", "svg"), ("script", "runs"), ("script", "p"), ("css", "css"))
_STATUSES = ((203, ""), (206, ""), (206, "bytes 0-9/10"), (206, "bytes 5-9/10"), (404, ""), (500, ""))
_TWO = ("text/html", "text/css", "text/javascript", "foo/bar", "nonsense", "")
_WRITTEN = ("text/html;charset=utf-8", "TEXT/HTML", "text/html x", " text/css ", "text/css;", "*/*", "image/svg+xml; a")
_URLS = ("localhost:8000~", "api.example.test:8080~", "foo://x~", "file:///x~", "ftp://x~", "wss://x~")


def cases() -> Iterator[Case]:
    """Every combination that was seen to matter, each with an id of its own."""
    for number, case in enumerate(_all()):
        case_id = f"elements-{number}"
        yield _renamed(case, case_id)


def drawn(seed: int, count: int) -> list[Case]:
    """`count` combinations of all there is, by dice; case n does not depend on how many others there are."""
    return [_renamed(_drawn(Random(f"{seed}/{number}")), f"s{seed}-{number:05}") for number in range(count)]


def _renamed(case: Case, case_id: str) -> Case:
    case["request"]["url"] = case["request"]["url"].replace("/case/x", f"/case/{case_id}")
    for hop in case["server"]["actual"].get("redirects", ()):
        hop["headers"] = [[name, value.replace("/case/x", f"/case/{case_id}")] for name, value in hop["headers"]]
    return case | {"id": case_id}


def _drawn(dice: Random) -> Case:
    api = dice.choices(("img", "script", "css", "font"), (45, 35, 15, 5))[0]
    status, part = dice.choice(_STATUSES) if dice.random() < 0.25 else (200, "")
    mode = "cors" if api == "font" or dice.random() < 0.3 else "no-cors"
    body = dice.choice(sorted(_BODIES[api]))
    case = _loaded(api, mode, body, dice.choice(B.TYPES), nosniff=dice.random() < 0.3, status=status, part=part)
    if dice.random() < 0.4:
        _vary(dice, case)
    return case


def _vary(dice: Random, case: Case) -> None:
    """Another way to write the type or nosniff, the page's own origin, a redirect, a coding, an end too soon."""
    actual, request = case["server"]["actual"], case["request"]
    headers = [pair for pair in actual["headers"] if pair[0] != "Content-Type"]
    match dice.choice(("types", "lines", "written", "nosniff", "home", "away", "coded", "cut")):
        case "types":
            actual["headers"] = [*headers, ["Content-Type", f"{dice.choice(_TWO)}, {dice.choice(_TWO)}"]]
        case "lines":
            actual["headers"] = [*headers, *(["Content-Type", dice.choice(_TWO)] for _ in range(2))]
        case "written":
            actual["headers"] = [*headers, ["Content-Type", dice.choice(_WRITTEN)]]
        case "nosniff":
            actual["headers"].append([_NOSNIFF[0], dice.choice(("NoSniff", "nosniff, x", "x, nosniff", " nosniff"))])
        case "home":
            request["url"] = f"{APP}/case/x"
        case "away" if request["mode"] == "no-cors" and request["api"] != "css":
            actual["redirects"] = [{"status": 302, "headers": [["Location", "/case/x/1"]], "body": ""}]
        case "coded":
            packed = gzip.compress(actual["body"].encode("latin-1"), mtime=0).decode("latin-1")
            actual |= {"body": packed, "headers": [*actual["headers"], ["Content-Encoding", "gzip"]]}
        case "cut" if actual["body"]:
            actual["close"] = "truncate"


def _loaded(
    api: str, mode: str, body: str, kind: str, *, nosniff: bool = False, status: int = 200, part: str = ""
) -> Case:
    headers: Pairs = [
        *(allow() if mode == "cors" else []),
        *([["Content-Type", kind]] if kind else []),
        *([_NOSNIFF] if nosniff else []),
        *([["Content-Range", part]] if part else []),
    ]
    answer: dict[str, Any] = {"status": status, "headers": headers, "body": _BODIES[api][body]}
    return made("x", request={"api": api, "mode": mode}, actual=answer)


def _all() -> Iterator[Case]:
    for mode, body, kind, nosniff in product(("cors", "no-cors"), ("png", "text", "svg"), B.TYPES[:15], (False, True)):
        yield _loaded("img", mode, body, kind, nosniff=nosniff)
    for mode, body, kind in product(("cors", "no-cors"), _IMAGES, ("image/png", "image/svg+xml", "text/html")):
        yield _loaded("img", mode, body, kind)
    for body in B.SCRIPTS:
        for kind in B.TYPES if body in _TELLING else _FEW:
            yield _loaded("script", "no-cors", body, kind)
    for body, kind in product(("runs", "p", "number"), B.TYPES):
        yield _loaded("script", "no-cors", body, kind, nosniff=True)
    for body in B.STYLES:
        for kind in B.TYPES if body in _TELLING else _FEW:
            yield _loaded("css", "no-cors", body, kind)
    for kind in B.TYPES:
        yield _loaded("css", "no-cors", "css", kind, nosniff=True)
    for (api, body), kind, nosniff, (status, part) in product(_OF_STATUSES, _FEW[1:], (False, True), _STATUSES):
        yield _loaded(api, "no-cors", body, kind, nosniff=nosniff, status=status, part=part)
    for body, kind in product(B.FONTS, ("font/ttf", "text/html")):
        yield _loaded("font", "cors", body, kind)
    yield made("x", request={"api": "font"}, actual={"headers": allow(), "body_file": _FONT_FILE})
    yield from _of_other_schemes()


def _of_other_schemes() -> Iterator[Case]:
    """A URL without its scheme, whose host is read as one, and schemes that are none of the web's."""
    apis = ("fetch", "xhr", "img", "script", "module", "import", "css", "font", "eventsource")
    for page, api, mode, url in product((APP, DEV), apis, ("cors", "no-cors"), _URLS):
        unnamed = (page, api, url) == (DEV, "script", "ftp://x~")  # Safari's second line of it names no URL
        if (mode == "cors" or api in ("img", "script", "css")) and not unnamed:
            yield made("x", page=page, to=url, request={"api": api, "mode": mode})
