"""What an answer allows beyond a policy: methods, headers, credentials, exposed headers; and a missing Vary. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from cors_tui.fixes.grants import SAFELISTED_METHODS
from cors_tui.policy import CorsPolicy
from cors_tui.session.expectation import Expectation, evidence_of
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.list_header import extract_list
from cors_tui.standards.response import Response

PROBED_METHODS = ("PUT", "PATCH", "DELETE")
PROBED_HEADERS = ("Authorization", "X-Not-In-The-Policy")

_HARMLESS_METHODS = frozenset({*SAFELISTED_METHODS, "OPTIONS"})
# Some middleware always lists Content-Type; it allows no more than a body of another type.
_HARMLESS_HEADERS = frozenset({"accept", "accept-language", "content-language", "content-type", "range"})


def methods_to_probe(policy: CorsPolicy) -> tuple[str, ...]:
    """The methods that change things and that `policy` does not give."""
    return () if "*" in policy.methods else tuple(each for each in PROBED_METHODS if each not in policy.methods)


def headers_to_probe(policy: CorsPolicy) -> tuple[str, ...]:
    """The request headers that `policy` does not give: the one that counts most, and one that nobody lists."""
    given = {name.lower() for name in policy.headers}
    return () if "*" in given else tuple(each for each in PROBED_HEADERS if each.lower() not in given)


def credentials_row(asked: str, response: Response) -> Expectation:
    """Under a policy without credentials: whether the answer gives them; beside ``*`` no browser takes them."""
    headers = response.headers
    gives = headers.get("access-control-allow-credentials") == "true"
    gives = gives and headers.get("access-control-allow-origin") != "*"
    got = "with credentials, too" if gives else "without credentials"
    return Expectation(asked, "without credentials", got, not gives, evidence=evidence_of(response))


def listed_beyond(asked: str, policy: CorsPolicy, response: Response, *, is_preflight: bool) -> Iterator[Expectation]:
    """A row for each list of the answer that names more than `policy` does; what was probed by itself is left out.

    Methods are compared as they are, names of headers in any case.
    """
    lists = _preflight_lists(policy, response) if is_preflight else _expose_list(policy, response)
    for what, given, more in lists:
        if more and "*" not in given:
            expected = f"no {what} but {', '.join(given)}" if given else f"no {what}"
            yield Expectation(asked, expected, f"{', '.join(more)}, too", ok=False, evidence=evidence_of(response))


_Lists = Iterator[tuple[str, tuple[str, ...], list[str]]]


def _preflight_lists(policy: CorsPolicy, response: Response) -> _Lists:
    known = {*policy.methods, *_HARMLESS_METHODS, *PROBED_METHODS, "*"}
    listed = _items("access-control-allow-methods", response)
    yield "method", policy.methods, [method for method in listed if method not in known]
    known = {*_lower(policy.headers), *_HARMLESS_HEADERS, *_lower(PROBED_HEADERS), "*"}
    listed = _items("access-control-allow-headers", response)
    yield "header", policy.headers, [name for name in listed if name.lower() not in known]


def _expose_list(policy: CorsPolicy, response: Response) -> _Lists:
    """``*`` exposes everything, and with credentials nothing but a header of that name."""
    known = {*_lower(policy.expose), *({"*"} if policy.credentials else ())}
    listed = _items("access-control-expose-headers", response)
    yield "exposed header", policy.expose, [name for name in listed if name.lower() not in known]


def _items(name: str, response: Response) -> tuple[str, ...]:
    """Each element once; a list that no browser can read allows nothing."""
    listed = extract_list(name, response.headers)
    return tuple(dict.fromkeys(listed.items)) if listed and listed.malformed is None else ()


def _lower(names: Iterable[str]) -> set[str]:
    return {name.lower() for name in names}


def vary_row(answers: Mapping[str, Response]) -> Expectation:
    """Whether every answer says ``Vary: Origin``, where Access-Control-Allow-Origin differs from one to the other.

    `answers` are those to the same request, by whom it was from in words. Without it a cache hands one page's answer
    to the next: https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches
    """
    asked = f"GET from {', '.join(answers)}"
    expected = "Vary: Origin, as the answer depends on it"
    depends = len({response.headers.get_all("access-control-allow-origin") for response in answers.values()}) > 1
    bare = {whom: response for whom, response in answers.items() if not _varies(response.headers)}
    if not depends:
        return Expectation(asked, "Vary: Origin where the answer depends on it", "it does not depend on it", ok=True)
    if not bare:
        return Expectation(asked, expected, "Vary: Origin", ok=True)
    evidence = tuple(line for whom, each in bare.items() for line in (f"to {whom}:", *evidence_of(each)))
    return Expectation(asked, expected, f"no Vary: Origin for {', '.join(bare)}", ok=False, evidence=evidence)


def _varies(headers: HeaderList) -> bool:
    listed = extract_list("vary", headers)
    return listed is not None and bool({"origin", "*"} & _lower(listed.items))
