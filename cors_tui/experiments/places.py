"""Experiments at other places: another path, scheme, host or address, and around the edge."""

from __future__ import annotations

import secrets

from cors_tui.case import Case
from cors_tui.experiment import Experiment, with_fresh_query
from cors_tui.experiments.making import actual, fresh, own_exchanges, own_origin, subjects, target
from cors_tui.experiments.origins import twin_hosts
from cors_tui.standards.request import WireRequest
from cors_tui.standards.url import parse_url


def _missing_path(case: Case) -> tuple[WireRequest, ...]:
    url = target(case)
    nowhere = parse_url(f"/cors-tui-no-such-path-{secrets.token_hex(4)}", url.href) if url else None
    return (actual(case, own_origin(case), with_fresh_query(nowhere), "GET"),) if nowhere else ()


def _scheme_instead(scheme: str, case: Case) -> tuple[WireRequest, ...]:
    url = target(case)
    if url is None or url.scheme == scheme:
        return ()
    return _elsewhere(case, f"{scheme}{url.href.removeprefix(url.scheme)}")


def _slash_variant(case: Case) -> tuple[WireRequest, ...]:
    url = target(case)
    if url is None or url.path in ("", "/"):
        return ()
    path = url.path.rstrip("/") if url.path.endswith("/") else f"{url.path}/"
    other = parse_url(f"{path}{url.query}", url.href)
    return _elsewhere(case, other.href) if other else ()


def _www_variant(case: Case) -> tuple[WireRequest, ...]:
    url = target(case)
    other = next((host for host in twin_hosts(url.host) if "www." in (host + url.host)), "") if url else ""
    if url is None or not other or not _may_have_www(url.host):
        return ()
    return _elsewhere(case, url.href.replace(f"//{url.host}", f"//{other}", 1))


def _may_have_www(host: str) -> bool:
    """A www belongs to a domain of two labels, such as example.com; www.api.example.com is nobody's habit."""
    return host.startswith("www.") or host.count(".") == 1


def _elsewhere(case: Case, href: str) -> tuple[WireRequest, ...]:
    other = parse_url(href)
    return subjects(case, own_origin(case), fresh(case, other)) if other else ()


def _localhost_addresses(case: Case) -> tuple[WireRequest, ...]:
    url = target(case)
    if url is None or url.host != "localhost":
        return ()
    token = secrets.token_hex(6)
    others = (parse_url(url.href.replace("//localhost", f"//{host}", 1)) for host in ("[::1]", "127.0.0.1"))
    return tuple(actual(case, own_origin(case), fresh(case, other, token)) for other in others if other)


def _direct(case: Case) -> tuple[WireRequest, ...]:
    url = target(case)
    if url is None or not case.answers.get("origin-server"):
        return ()
    sent = tuple(e.request for e in own_exchanges(case) if e.request.hop == 0 and e.request.is_safe)
    return sent or subjects(case, own_origin(case), url)


MISSING_PATH = Experiment(
    "missing-path", "a path that is not there — headers on its 404, too?", _missing_path,
    compares=False,
)  # fmt: skip
HTTPS_INSTEAD = Experiment(
    "https-instead", "by https — is the server there?", lambda case: _scheme_instead("https", case)
)
HTTP_INSTEAD = Experiment(
    "http-instead", "by http — does the port speak plain HTTP?", lambda case: _scheme_instead("http", case)
)
SLASH_VARIANT = Experiment("slash-variant", "with or without the last slash — is that the route?", _slash_variant)
WWW_VARIANT = Experiment("www-variant", "with or without www — is the server there?", _www_variant)
LOCALHOST_ADDRESSES = Experiment(
    "localhost-addresses", "::1 and 127.0.0.1 apart — is it one server or two?", _localhost_addresses
)
DIRECT = Experiment(
    "direct", "straight to the origin server — who changed headers?", _direct, direct=True, compares=False
)
