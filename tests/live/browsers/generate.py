"""Cases from a seed: a server that answers correctly, and now and then a fault put in.

The format is that of the recordings. The same seed gives the same cases on every machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any, TypeVar

from tests.live.browsers import answer_ingredients as A  # noqa: N812 - one letter, since every line takes from it
from tests.live.browsers import ingredients as I  # noqa: N812 - one letter, since every line takes from it
from tests.live.browsers import rare

Case = dict[str, Any]
Pairs = list[list[str]]
T = TypeVar("T")

_ORIGIN, _CREDENTIALS = "Access-Control-Allow-Origin", "Access-Control-Allow-Credentials"
_METHODS, _HEADERS = "Access-Control-Allow-Methods", "Access-Control-Allow-Headers"


def generate(seed: int, count: int) -> list[Case]:
    """`count` cases; case n does not depend on how many others there are."""
    return [_case(Random(f"{seed}/{number}"), f"s{seed}-{number:05}") for number in range(count)]


def _case(dice: Random, name: str) -> Case:
    page = _pick(dice, I.PAGES)
    request = _request(dice, f"{_pick(dice, I.TARGETS)}/case/{name}")
    server, tags = _server(dice, page, request, name)
    case = {"id": name, "page_origin": page, "request": request, "server": server, "tags": tags}
    if dice.random() < 0.18:
        rare.put_in(dice, case)
    return case


def _pick(dice: Random, weighted: Sequence[tuple[T, int]]) -> T:
    return dice.choices([value for value, _ in weighted], [weight for _, weight in weighted])[0]


def _request(dice: Random, url: str) -> dict[str, Any]:
    request: dict[str, Any] = {
        "api": "fetch",
        "method": _pick(dice, I.METHODS),
        "url": url,
        "headers": _request_headers(dice),
        "credentials": _pick(dice, I.CREDENTIALS),
        "mode": _pick(dice, I.MODES),
        "redirect": _pick(dice, I.REDIRECT_MODES),
        "body": None,
    }
    if dice.random() < 0.03:
        request["url"] += dice.choice(("?q=1", "?a=b&c=%20", "#part", "?"))
    if request["method"] not in ("GET", "HEAD") and dice.random() < 0.7:
        request["body"], kind = _pick(dice, I.BODIES)
        request |= {"body_type": kind} if kind else {}
    if dice.random() < 0.12:
        request |= {"api": "xhr", "mode": "cors", "redirect": "follow"}
        request["credentials"] = dice.choice(("same-origin", "include"))
    return request


def _request_headers(dice: Random) -> Pairs:
    """None, one or a few; a name twice only when dice say so, since engines join repeated ones."""
    chosen = [list(dice.choice(I.PLAIN_HEADERS)) for _ in range(_pick(dice, ((0, 40), (1, 35), (2, 18), (3, 7))))]
    if dice.random() < 0.25:
        chosen.append(list(dice.choice(I.ODD_HEADERS)))
    if chosen and dice.random() < 0.03:
        chosen.append(list(chosen[0]))
    return chosen


def _server(dice: Random, page: str, request: dict[str, Any], name: str) -> tuple[dict[str, Any], list[str]]:
    faults = dice.random() < 0.6
    policy = _policy(dice, page, request)
    tags = _spoil(dice, page, request, policy) if faults else ["correct"]
    preflight = {"status": policy["preflight status"], "headers": _lines(dice, policy, "preflight")}
    actual = {"status": policy["status"], "headers": _actual_headers(dice, policy), "body": dice.choice(("", "ok"))}
    for answer, where in ((preflight, "close preflight"), (actual, "close actual")):
        if where in tags:
            answer["close"] = True
    if dice.random() < 0.14:
        actual["redirects"] = _redirects(dice, policy, page, request["url"], name)
        tags.append("redirect")
        if dice.random() < 0.5:  # what the last hop wants after a tainted redirect
            _replace(actual["headers"], _ORIGIN, dice.choice(("null", "*", page)))
    return {"preflight": preflight, "actual": actual}, tags


def _policy(dice: Random, page: str, request: dict[str, Any]) -> dict[str, Any]:
    """Everything right: what each Access-Control header says, as a list of lines, for preflight and actual."""
    with_credentials = request["credentials"] == "include"
    names = sorted({pair[0].lower() for pair in request["headers"]} | ({"content-type"} if request["body"] else set()))
    origin = page if with_credentials or dice.random() < 0.5 else "*"
    credentials = ["true"] if with_credentials or dice.random() < 0.1 else []
    return {
        "preflight origin": [origin],
        "actual origin": [origin],
        "preflight credentials": credentials,
        "actual credentials": credentials,
        "methods": [dice.choice((request["method"], f"GET, POST, PUT, PATCH, DELETE, {request['method']}"))],
        "headers": [dice.choice((", ".join(names), ",".join(names).upper(), ", ".join([*names, "x-more"])))]
        if names
        else [],
        "names": names,
        "preflight status": _pick(dice, A.PREFLIGHT_STATUSES),
        "status": _pick(dice, A.STATUSES),
    }


def _spoil(dice: Random, page: str, request: dict[str, Any], policy: dict[str, Any]) -> list[str]:
    """Put one, two or three faults in; their names."""
    kinds = (
        "origin",
        "preflight origin",
        "actual origin",
        "credentials",
        "preflight credentials",
        "actual credentials",
        "methods",
        "headers",
        "preflight status",
        "failing status",
        "close preflight",
        "close actual",
        "star",
    )
    weights = (16, 12, 14, 7, 5, 5, 13, 15, 8, 6, 1, 1, 4)
    chosen = sorted(set(dice.choices(kinds, weights, k=_pick(dice, ((1, 70), (2, 22), (3, 8))))))
    for kind in chosen:
        _put_in(dice, kind, page, request, policy)
    return chosen


def _put_in(dice: Random, kind: str, page: str, request: dict[str, Any], policy: dict[str, Any]) -> None:
    which, _, what = kind.rpartition(" ")
    if what == "origin":
        lines = dice.choice(A.wrong_origins(page))
        policy |= {f"{each} origin": lines for each in ((which,) if which else ("preflight", "actual"))}
    elif what == "credentials":
        lines = dice.choice(A.WRONG_CREDENTIALS)
        policy |= {f"{each} credentials": lines for each in ((which,) if which else ("preflight", "actual"))}
    elif kind == "methods":
        policy["methods"] = dice.choice(A.method_lists(request["method"]))
    elif kind == "headers":
        policy["headers"] = dice.choice(A.header_lists(policy["names"]))
    elif kind == "preflight status":
        policy["preflight status"] = dice.choice(A.BAD_PREFLIGHT_STATUSES)
    elif kind == "failing status":
        policy |= {
            "status": dice.choice(A.FAILING_STATUSES),
            "actual origin": dice.choice(([], policy["actual origin"])),
        }
    elif kind == "star":
        policy |= {"preflight origin": ["*"], "actual origin": ["*"], "methods": ["*"], "headers": ["*"]}


def _lines(dice: Random, policy: dict[str, Any], role: str) -> Pairs:
    """The Access-Control lines of an answer, in any order and, seldom, with names in another case."""
    named = [(_ORIGIN, policy[f"{role} origin"]), (_CREDENTIALS, policy[f"{role} credentials"])]
    if role == "preflight":
        named += [(_METHODS, policy["methods"]), (_HEADERS, policy["headers"])]
        if dice.random() < 0.2:
            named.append(("Access-Control-Max-Age", [dice.choice(A.MAX_AGES)]))
    dice.shuffle(named)
    cased = dice.choices((str, str.lower, str.upper), (90, 7, 3))[0]
    return [[cased(name), line] for name, lines in named for line in lines]


def _actual_headers(dice: Random, policy: dict[str, Any]) -> Pairs:
    others = [list(pair) for pair in dice.sample(A.RESPONSE_HEADERS, dice.randint(0, 4))]
    if dice.random() < 0.25:
        others.append(["Access-Control-Expose-Headers", dice.choice(A.EXPOSE)])
    return [*others, *_lines(dice, policy, "actual")]


def _replace(headers: Pairs, name: str, value: str) -> None:
    headers[:] = [*(pair for pair in headers if pair[0].lower() != name.lower()), [name, value]]


def _redirects(dice: Random, policy: dict[str, Any], page: str, url: str, name: str) -> list[dict[str, Any]]:
    """One to three hops, each with the headers the actual answer has, or none."""
    hops = _pick(dice, ((1, 75), (2, 20), (3, 5)))
    return [_redirect(dice, policy, page, url, f"/case/{name}/{hop + 1}") for hop in range(hops)]


def _redirect(dice: Random, policy: dict[str, Any], page: str, url: str, path: str) -> dict[str, Any]:
    here = "/".join(url.split("/", 3)[:3])
    there = page if page != "null" else "http://localhost:3000"
    places = (
        (path, 20),
        (here + path, 20),
        (_pick(dice, I.TARGETS) + path, 30),
        (there + path, 10),
        (f"https://third.test{path}", 8),
        (_without_port(here).replace("https:", "http:") + path, 4),
        (here.replace("://", "://user:pass@") + path, 4),
        (f"//other.example.test{path}", 2),
        (f"foo:{path}", 1),
        (f"{path}#part", 1),
    )
    headers = _lines(dice, policy, "actual") if dice.random() < 0.85 else []
    return {
        "status": _pick(dice, A.REDIRECT_STATUSES),
        "headers": [*headers, ["Location", _pick(dice, places)]],
        "body": "",
    }


def _without_port(origin: str) -> str:
    scheme, _, host = origin.partition("://")
    return f"{scheme}://{host.partition(':')[0]}"
