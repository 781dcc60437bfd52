"""Rare things put into a finished case: rare options, the page's policies, redirects and headers gone wrong."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

Case = dict[str, Any]

DIGEST = "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="


def put_in(dice: Random, case: Case) -> None:
    """One rare thing; its name joins the case's tags."""
    kind = dice.choice(sorted(KINDS))
    KINDS[kind](dice, case)
    case["tags"].append(kind)


def _cache(dice: Random, case: Case) -> None:
    _option(case, "cache", dice.choice(("no-store", "reload", "no-cache", "force-cache")))


def _referrer(dice: Random, case: Case) -> None:
    policies = ("no-referrer", "origin", "same-origin", "strict-origin", "strict-origin-when-cross-origin")
    _option(case, "referrerPolicy", dice.choice(policies))


def _keepalive(dice: Random, case: Case) -> None:
    _option(case, "keepalive", True)


def _integrity(dice: Random, case: Case) -> None:
    _option(case, "integrity", DIGEST)


def _upload_listener(dice: Random, case: Case) -> None:
    case["request"] |= {"api": "xhr", "mode": "cors", "redirect": "follow", "upload_listener": True}
    if case["request"]["credentials"] == "omit":
        case["request"]["credentials"] = "same-origin"


def _twice(dice: Random, case: Case) -> None:
    """The preflight cache is asked about, not the HTTP cache: no answer may be stored."""
    case["request"]["repeat"] = 2
    actual = case["server"]["actual"]
    for answer in (actual, *actual.get("redirects", ())):
        others = [pair for pair in answer["headers"] if pair[0] != "Cache-Control"]
        answer["headers"] = [*others, ["Cache-Control", "no-store"]]


def _connect_src(dice: Random, case: Case) -> None:
    allowed = dice.choice(
        ("'self'", "'self' https://api.example.test", "'self' https:", "'self' *.example.test", "'self' *")
    )
    case["page"] = {"headers": [["Content-Security-Policy", f"connect-src {allowed}"]]}


def _no_location(dice: Random, case: Case) -> None:
    _location(dice, case, [])


def _two_locations(dice: Random, case: Case) -> None:
    path = f"/case/{case['id']}/1"
    _location(dice, case, [["Location", path], ["Location", dice.choice((path, f"https://third.test{path}"))]])


def _bad_location(dice: Random, case: Case) -> None:
    id_ = case["id"]
    bad = (f"https://[/case/{id_}/1", f"http://a b/case/{id_}/1", f"https://api.example.test:99999/case/{id_}/1")
    _location(dice, case, [["Location", dice.choice(bad)]])


def _other_scheme(dice: Random, case: Case) -> None:
    schemes = (
        "foo:",
        "file://",
        "ftp://third.test",
        "ws://third.test",
        "wss://third.test",
        "mailto:",
        "blob:https://third.test",
    )
    _location(dice, case, [["Location", f"{dice.choice(schemes)}/case/{case['id']}/1"]])


def _many_redirects(dice: Random, case: Case) -> None:
    actual = case["server"]["actual"]
    hops = dice.choice((19, 20, 21))
    actual["redirects"] = [
        {"status": 307, "headers": [*_allowed(actual), ["Location", f"/case/{case['id']}/{hop + 1}"]], "body": ""}
        for hop in range(hops)
    ]


def _spaced_name(dice: Random, case: Case) -> None:
    """A space or a tab between the name and the colon; one engine reads it."""
    _rewrite(dice, case, lambda name, value: [f"{name}{dice.choice((' ', chr(9)))}: {value}"])


def _folded(dice: Random, case: Case) -> None:
    _rewrite(dice, case, lambda name, value: [f"{name}:\r\n {value}"])


def _no_space(dice: Random, case: Case) -> None:
    _rewrite(dice, case, lambda name, value: [f"{name}:{value}"])


def _resource_policy(dice: Random, case: Case) -> None:
    case["request"]["mode"] = "no-cors" if case["request"]["api"] == "fetch" and dice.random() < 0.7 else "cors"
    policy = dice.choice(("same-origin", "same-site", "cross-origin", "Same-Origin", "none"))
    case["server"]["actual"]["headers"].append(["Cross-Origin-Resource-Policy", policy])


def _embedder_policy(dice: Random, case: Case) -> None:
    case["page"] = {"headers": [["Cross-Origin-Embedder-Policy", dice.choice(("require-corp", "credentialless"))]]}
    _resource_policy(dice, case)


def _later_preflight(dice: Random, case: Case) -> None:
    """The second hop's preflight answers otherwise than the first's."""
    path = dice.choice(("https://third.test", "https://api.example.test:8443", "http://localhost:8080"))
    _location(dice, case, [["Location", f"{path}/case/{case['id']}/1"]])
    first = case["server"]["preflight"]
    origin = dice.choice(("null", "*", case["page_origin"], "https://third.test"))
    others = [pair for pair in first["headers"] if pair[0].lower() != "access-control-allow-origin"]
    headers = [*others, ["Access-Control-Allow-Origin", origin]]
    case["server"]["preflights"] = {"1": {"status": dice.choice((200, 204, 404)), "headers": headers}}


def _option(case: Case, name: str, value: object) -> None:
    """An option of fetch(): XMLHttpRequest has none of them."""
    case["request"] |= {"api": "fetch", name: value}


def _allowed(actual: dict[str, Any]) -> list[list[str]]:
    return [pair for pair in actual["headers"] if pair[0].lower().startswith("access-control-allow")]


def _location(dice: Random, case: Case, lines: list[list[str]]) -> None:
    actual = case["server"]["actual"]
    status = dice.choice((301, 302, 303, 307, 308))
    actual["redirects"] = [{"status": status, "headers": [*_allowed(actual), *lines], "body": ""}]


def _rewrite(dice: Random, case: Case, line: Callable[[str, str], list[str]]) -> None:
    """One Access-Control line of either answer, written in another way."""
    headers = case["server"][dice.choice(("preflight", "actual"))]["headers"]
    places = [at for at, pair in enumerate(headers) if pair[0].lower().startswith("access-control")]
    if places:
        at = dice.choice(places)
        headers[at] = line(*headers[at])


KINDS: dict[str, Callable[[Random, Case], None]] = {
    "cache": _cache,
    "referrer": _referrer,
    "keepalive": _keepalive,
    "integrity": _integrity,
    "upload-listener": _upload_listener,
    "twice": _twice,
    "connect-src": _connect_src,
    "no-location": _no_location,
    "two-locations": _two_locations,
    "bad-location": _bad_location,
    "other-scheme": _other_scheme,
    "many-redirects": _many_redirects,
    "spaced-name": _spaced_name,
    "folded": _folded,
    "no-space": _no_space,
    "resource-policy": _resource_policy,
    "embedder-policy": _embedder_policy,
    "later-preflight": _later_preflight,
}
