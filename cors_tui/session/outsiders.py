"""Origins that a policy does not let in, and that a careless server does: the tricks of strangers. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cors_tui.experiment import STRANGER
from cors_tui.policy import CorsPolicy, allows_origin
from cors_tui.standards.url import Url, parse_url

OTHER_PORT = "8444"
SUBDOMAIN = "app"

_STRANGERS = "stranger.invalid"


@dataclass(frozen=True, slots=True)
class Outsider:
    """`origin` must not be let in; `trick` says in a phrase what a server that does so has got wrong."""

    origin: str
    trick: str


def outsiders(policy: CorsPolicy) -> tuple[Outsider, ...]:
    """Whom `policy` keeps out, made from the origins and patterns it has; nobody when it lets everybody in."""
    found: dict[str, Outsider] = {}
    for each in _candidates(policy):
        if parse_url(each.origin) is not None or each.origin == "null":
            found.setdefault(each.origin, each)
    return tuple(each for each in found.values() if not allows_origin(policy, each.origin))


def examples(policy: CorsPolicy) -> tuple[str, ...]:
    """Origins that `policy` lets in: the listed ones, and one for each pattern."""
    listed = tuple(origin for origin in policy.origins if origin != "*")
    fitting = (_fitting(pattern) for pattern in policy.patterns)
    return tuple(dict.fromkeys((*listed, *(origin for origin in fitting if allows_origin(policy, origin)))))


def _fitting(pattern: str) -> str:
    return pattern.replace("*.", f"{SUBDOMAIN}.", 1).replace(":*", ":3000", 1)


def _candidates(policy: CorsPolicy) -> Iterator[Outsider]:
    yield Outsider(STRANGER, "a stranger")
    yield Outsider("null", "a sandboxed frame or a file")
    first = next(iter(examples(policy)), "")
    if url := parse_url(first):
        yield from _twins_of(url)
    for pattern in policy.patterns:
        url = parse_url(_fitting(pattern))
        if url is not None and "*." in pattern:
            yield from _twins_of(url)
            yield Outsider(pattern.replace("*.", "", 1), "the domain itself, where its sub-domains may call")
            yield Outsider(pattern.replace("*.", "stranger", 1), "a name that only ends alike")


def _twins_of(url: Url) -> Iterator[Outsider]:
    """Origins that look like the one of `url` to a comparison that is not exact."""
    scheme, host = url.scheme, url.host
    port = str(url.origin).removeprefix(f"{scheme}://{host}")
    if scheme == "https":
        yield Outsider(f"http://{host}{port}", "plain http")
    yield Outsider(f"{scheme}://{host}:{OTHER_PORT}", "another port")
    if _is_name(host):
        yield Outsider(f"{scheme}://{host}.{_STRANGERS}{port}", "a name that only begins alike")
        yield Outsider(f"{scheme}://stranger{host}{port}", "a name that only ends alike")
        yield Outsider(f"{scheme}://stranger.{host}{port}", "a sub-domain")
        yield Outsider(f"{scheme}://{host.replace('.', 'x', 1)}{port}", "a dot that stands for any character")


def _is_name(host: str) -> bool:
    """Whether `host` is a registered name: tricks with names mean nothing for addresses and for localhost."""
    last = host.rpartition(".")[2]
    return "." in host and not host.startswith("[") and not last.isdigit()
