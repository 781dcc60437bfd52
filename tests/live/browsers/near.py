"""Calls near home: pages and targets at public and private addresses and on this machine, with names for some.

Every distinct behaviour that was measured of Local Network Access, and of mixed content with private addresses, has a
row here; what was measured beyond them came out the same. ``python -m tests.live.browsers.near`` records them anew,
with all three engines, in `RECORDED`.
"""

from __future__ import annotations

import gzip
import json
import tempfile
from collections.abc import Iterator
from itertools import chain, product
from pathlib import Path
from typing import Any

from tests.live.browsers.families.making import Case, Pairs
from tests.live.browsers.recorder import ENGINES, record

RECORDED = Path(__file__).with_name("near.jsonl.gz")
"""One line a case: the `case`, and the record of each engine (Chromium 156, Firefox 153, WebKitGTK 2.50)."""

ADDRESSES = ("8.8.8.3", "8.8.8.9", "192.168.1.4", "192.168.1.6", "198.18.0.5", "100.64.0.1", "fd00::7")
"""Given to the loopback device of a network namespace: nothing leaves it."""

NAMES = {
    "page.example": "8.8.8.3", "pub.example": "8.8.8.9", "nas.example": "192.168.1.6", "loop.example": "127.0.0.1",
    "home.local": "192.168.1.4", "printer.local": "192.168.1.6", "pub.local": "8.8.8.9",
}  # fmt: skip
_SPACES = {"8": "public", "192": "local", "127": "loopback"}

PUBLIC, PLAIN_PUBLIC = "https://8.8.8.3:8443", "http://8.8.8.3:3000"
LOCAL, PLAIN_LOCAL = "https://192.168.1.4:8443", "http://192.168.1.4:3000"
LOOPBACK, PLAIN_LOOPBACK = "https://127.0.0.1:8443", "http://127.0.0.1:3000"

_ALLOWED: Pairs = [["Access-Control-Allow-Origin", "*"], ["Cache-Control", "no-store"]]
_TYPES = {"script": ("text/javascript", "1"), "css": ("text/css", ""), "img": ("image/svg+xml", "<svg/>")}
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'

_WAITS: dict[str, Any] = {"serial": True, "timeout_ms": 1500}
"""A question to the person is the only one on its page: a second one takes back the first."""


def cases() -> Iterator[Case]:
    """All of them, each with an id of its own."""
    made = (_near(), _public(), _kinds(), _declared(), _led(), _policies())
    for number, case in enumerate(chain.from_iterable(made)):
        yield _named(case, f"near-{number}")


def _call(origin: str, to: str, asked: dict[str, Any] | None = None, **more: Any) -> Case:
    """A call from a page of `origin` to a server that allows it; ``~`` stands for the case's own path."""
    request = {
        "api": "fetch", "method": "GET", "url": f"{to}~", "headers": [], "credentials": "same-origin", "mode": "cors",
        "redirect": "follow", "body": None, **(asked or {}),
    }  # fmt: skip
    kind, body = _TYPES.get(request["api"], ("text/plain", "ok"))
    actual = {"status": 200, "headers": [*_ALLOWED, ["Content-Type", kind]], "body": body.replace("<svg/>", _SVG)}
    preflight = {"status": 204, "headers": [*_ALLOWED, ["Access-Control-Allow-Methods", "PUT"]]}
    spaces = {name: _SPACES[address.partition(".")[0]] for name, address in NAMES.items()}
    server = {"preflight": preflight, "actual": actual}
    return {"page_origin": origin, "request": request, "server": server, "address_spaces": spaces, "tags": [], **more}


def _named(case: Case, name: str) -> Case:
    path = f"/case/{name}"
    case["request"]["url"] = case["request"]["url"].replace("~", path)
    for hop in case["server"]["actual"].get("redirects", ()):
        hop["headers"] = [[key, value.replace("~", path)] for key, value in hop["headers"]]
    return {"id": name, **case}


def _near() -> Iterator[Case]:
    """Pages that nobody is asked about, with every kind of target."""
    pages = (LOCAL, PLAIN_LOCAL, LOOPBACK, PLAIN_LOOPBACK, "https://home.local:8443")
    hosts = (
        "127.0.0.1",
        "192.168.1.6",
        "100.64.0.1",
        "[fd00::7]",
        "8.8.8.9",
        "nas.example",
        "printer.local",
        "pub.local",
    )
    for page, host in product(pages, hosts):
        yield _call(page, f"http://{host}:8000")
    for page, host in product((LOCAL, PLAIN_LOCAL), ("localhost", "[::1]", "loop.example")):
        yield _call(page, f"https://{host}:8443")


def _public() -> Iterator[Case]:
    """Pages from which the person is asked, and what is not even asked about."""
    for host in ("8.8.8.9", "nas.example", "198.18.0.5", "pub.local"):
        yield _call(PUBLIC, f"http://{host}:8000")
    yield _call(PUBLIC, "https://198.18.0.5:8443")
    yield _call(PLAIN_PUBLIC, "http://pub.example:8000")
    for to in (
        "http://127.0.0.1:8000",
        "http://192.168.1.6:8000",
        "http://printer.local:8000",
        "https://nas.example:8443",
    ):
        yield _call(PUBLIC, to, **_WAITS)
    for to in ("http://[fd00::7]:8000", "http://nas.example:8000", "https://127.0.0.1:8443"):
        yield _call(PLAIN_PUBLIC, to, **_WAITS)
    yield _call("https://page.example:8443", "https://192.168.1.6:8443", **_WAITS)


def _kinds() -> Iterator[Case]:
    """What makes the call. Of elements on public pages Safari's console names no case."""
    for asked in ({"api": "xhr"}, {"mode": "no-cors"}, {"method": "PUT", "body": "x"}):
        yield _call(PUBLIC, "https://192.168.1.6:8443", asked, **_WAITS)
        for to in ("http://192.168.1.6:8000", "http://127.0.0.1:8000"):
            yield _call(LOCAL, to, asked)
    image = {"api": "img", "mode": "no-cors"}
    for page, host in product(
        (LOCAL, LOOPBACK), ("192.168.1.6", "127.0.0.1", "8.8.8.9", "printer.local", "pub.example")
    ):
        yield _call(page, f"http://{host}", image)
    yield _call(PUBLIC, "http://192.168.1.6", image, **_WAITS)
    yield _call(LOCAL, "http://192.168.1.6:8000", {"mode": "same-origin"})
    for asked in ({}, {"method": "PUT", "body": "x"}, {"mode": "no-cors"}):
        yield _call(PLAIN_LOOPBACK, "http://0.0.0.0:8000", asked)
    yield _call(LOCAL, "https://0.0.0.0:8443")
    yield _call(PLAIN_LOOPBACK, "http://[::]:8000")
    refused = _call(PLAIN_LOCAL, "http://127.0.0.1:8000")
    refused["server"]["actual"]["headers"] = [["Cache-Control", "no-store"]]
    yield refused


def _declared() -> Iterator[Case]:
    """The option targetAddressSpace, on a page that nobody is asked about, and on one that somebody is."""
    for to, space in product(
        ("http://nas.example:8000", "http://192.168.1.6:8000", "http://pub.example:8000"),
        ("local", "private", "loopback", "public", "unknown"),
    ):
        yield _call(LOCAL, to, {"targetAddressSpace": space})
    yield _call(LOCAL, "https://8.8.8.9:8443", {"targetAddressSpace": "local"})
    yield _call(PUBLIC, "http://nas.example:8000", {"targetAddressSpace": "local"})


def _led() -> Iterator[Case]:
    """Redirects: every hop is looked at."""
    public, local, loopback = "https://8.8.8.9:8443", "http://192.168.1.6:8000", "http://127.0.0.1:8000"
    for page, first, then in (
        (LOCAL, public, local), (LOCAL, public, loopback), (LOCAL, local, "http://printer.local:8000"),
        (LOCAL, local, "http://nas.example:8000"), (LOCAL, "https://192.168.1.6:8443", local),
        (PLAIN_LOCAL, local, loopback), (PLAIN_LOCAL, loopback, local), (PLAIN_LOOPBACK, loopback, local),
        (PLAIN_LOOPBACK, loopback, "http://0.0.0.0:8000"),
        (PUBLIC, public, local),
    ):  # fmt: skip
        yield _to(_call(page, first), then)
    yield _to(_call(PUBLIC, public, **_WAITS), "https://127.0.0.1:8443")
    yield _to(_call(PLAIN_PUBLIC, "http://8.8.8.9:8000", **_WAITS), local)


def _to(case: Case, origin: str) -> Case:
    hop = {"status": 302, "headers": [*_ALLOWED, ["Location", f"{origin}~/1"]], "body": ""}
    case["server"]["actual"]["redirects"] = [hop]
    return case


def _policies() -> Iterator[Case]:
    """The page's own policy may ask for https everywhere, or for the public network's rules."""
    for policy, hosts in (
        ("upgrade-insecure-requests", ("192.168.1.6", "printer.local", "8.8.8.9", "127.0.0.1")),
        ("treat-as-public-address", ("192.168.1.6", "127.0.0.1", "8.8.8.9")),
        ("connect-src 'self'", ("192.168.1.6",)),
    ):
        for host in hosts:
            yield _call(LOCAL, f"http://{host}", page={"headers": [["Content-Security-Policy", policy]]})
    claim = {"headers": [["Content-Security-Policy", "treat-as-public-address"]]}
    yield _call(LOCAL, LOCAL, page=claim)
    yield _call(PLAIN_LOCAL, PLAIN_LOCAL, page=claim)


def main() -> None:
    made = list(cases())
    with tempfile.TemporaryDirectory() as folder:
        records = {engine: record(engine, made, Path(folder), near=True).records for engine in ENGINES}
    rows = ({"case": case, **{engine: records[engine][at] for engine in ENGINES}} for at, case in enumerate(made))
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    RECORDED.write_bytes(gzip.compress(text.encode(), mtime=0))


if __name__ == "__main__":
    main()
