"""More than a policy gives: near misses first."""

from __future__ import annotations

import pytest

from cors_tui.policy import CorsPolicy
from cors_tui.session.exceeding import credentials_row, headers_to_probe, listed_beyond, methods_to_probe, vary_row
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.response import Response
from tests.rows import each_row

POLICY = CorsPolicy(origins=("https://a.test",), methods=("PUT",), headers=("X-Key",), expose=("X-Total",))
OPEN = CorsPolicy(origins=("https://a.test",), methods=("*",), headers=("*",), expose=("*",))
BARE = CorsPolicy(origins=("https://a.test",), credentials=True)
METHODS, HEADERS, EXPOSE = (
    "Access-Control-Allow-Methods",
    "Access-Control-Allow-Headers",
    "Access-Control-Expose-Headers",
)


def answer(*pairs: tuple[str, str]) -> Response:
    return Response(200, HeaderList(pairs))


LISTS: list[tuple[str, CorsPolicy, bool, Response, list[tuple[str, str]]]] = [
    ("what the policy gives", POLICY, True, answer((METHODS, "PUT"), (HEADERS, "x-key")), []),
    ("what needs no permission", POLICY, True, answer((METHODS, "GET,HEAD,POST,OPTIONS,PUT"), (HEADERS, "Accept")), []),
    ("a type for the body", POLICY, True, answer((HEADERS, "X-KEY, content-type")), []),
    ("what is probed by itself", POLICY, True, answer((METHODS, "PUT, DELETE"), (HEADERS, "authorization")), []),
    ("no list at all", POLICY, True, answer(), []),
    ("a list that no browser reads", POLICY, True, answer((METHODS, "PUT, T RACE")), []),
    ("everything is given", OPEN, True, answer((METHODS, "LOCK"), (HEADERS, "x-other")), []),
    ("a preflight's answer exposes nothing", POLICY, True, answer((EXPOSE, "x-secret")), []),
    ("an answer allows no methods", POLICY, False, answer((METHODS, "LOCK"), (EXPOSE, "x-total")), []),
    ("a star among credentials is a name", BARE, False, answer((EXPOSE, "*")), []),
    ("a method more", POLICY, True, answer((METHODS, "PUT, LOCK, LOCK")), [("no method but PUT", "LOCK, too")]),
    ("another case, another method", POLICY, True, answer((METHODS, "put")), [("no method but PUT", "put, too")]),
    ("a header more", POLICY, True, answer((HEADERS, "x-key, x-two")), [("no header but X-Key", "x-two, too")]),
    ("a header where none is given", BARE, True, answer((HEADERS, "x-two")), [("no header", "x-two, too")]),
    ("more may be read", POLICY, False, answer((EXPOSE, "X-TOTAL,x-b")),
     [("no exposed header but X-Total", "x-b, too")]),
    ("everything may be read", POLICY, False, answer((EXPOSE, "*")), [("no exposed header but X-Total", "*, too")]),
]  # fmt: skip


@each_row(("what", "policy", "is_preflight", "response", "rows"), LISTS, ids=[row[0] for row in LISTS])
def test_listed_beyond(
    what: str, policy: CorsPolicy, is_preflight: bool, response: Response, rows: list[tuple[str, str]]
) -> None:
    """What was expected and got, with the bytes."""
    found = list(listed_beyond("asked", policy, response, is_preflight=is_preflight))
    assert [(each.expected, each.got) for each in found] == rows, what
    assert not any(each.ok for each in found)
    assert all(each.evidence[1:] for each in found)


ORIGIN, TRUE = ("Access-Control-Allow-Origin", "https://a.test"), ("Access-Control-Allow-Credentials", "true")


@pytest.mark.parametrize(
    ("what", "response", "gives"),
    [
        ("no such header", answer(ORIGIN), False),
        ("not exactly true", answer(ORIGIN, (TRUE[0], "TRUE")), False),
        ("beside a star", answer((ORIGIN[0], "*"), TRUE), False),
        ("to the origin itself", answer(ORIGIN, TRUE), True),
    ],
)
def test_credentials(what: str, response: Response, gives: bool) -> None:
    assert credentials_row("asked", response).ok is not gives, what


NONE, VARY = answer(), ("Vary", "Accept-Encoding, oriGin")
WITHOUT: list[tuple[str, dict[str, Response], str, bool]] = [
    ("everybody gets a star", {"a": answer((ORIGIN[0], "*")), "b": answer((ORIGIN[0], "*"))}, "not depend", True),
    ("everybody gets the same origin", {"a": answer(ORIGIN), "b": answer(ORIGIN)}, "not depend", True),
    ("nobody gets any", {"a": NONE, "b": NONE}, "not depend", True),
    ("every answer says it", {"a": answer(ORIGIN, VARY), "b": answer(VARY)}, "Vary: Origin", True),
    ("a star says it, too", {"a": answer(ORIGIN, ("Vary", "*")), "b": answer(VARY)}, "Vary: Origin", True),
    ("the stranger's does not", {"a": answer(ORIGIN, VARY), "b": NONE}, "no Vary: Origin for b", False),
    ("none does", {"a": answer(ORIGIN), "b": answer(("Vary", "Accept"))}, "no Vary: Origin for a, b", False),
    ("another word that ends alike", {"a": answer(ORIGIN, ("Vary", "X-Origin")), "b": answer(VARY)}, "for a", False),
]  # fmt: skip


@pytest.mark.parametrize(("what", "answers", "says", "ok"), WITHOUT, ids=[row[0] for row in WITHOUT])
def test_vary(what: str, answers: dict[str, Response], says: str, ok: bool) -> None:
    """Only where Access-Control-Allow-Origin differs from one answer to the next."""
    row = vary_row(answers)
    assert says in row.got, what
    assert row.ok is ok
    assert bool(row.evidence) is not ok


def test_what_is_probed_is_what_the_policy_does_not_give() -> None:
    """Methods are compared as they are, headers in any case; a star gives everything."""
    assert methods_to_probe(CorsPolicy(methods=("PUT", "patch"))) == ("PATCH", "DELETE")
    assert headers_to_probe(CorsPolicy(headers=("authorization",))) == ("X-Not-In-The-Policy",)
    assert methods_to_probe(OPEN) == headers_to_probe(OPEN) == ()
