"""Experiments with the request itself: another method, fewer headers."""

from __future__ import annotations

from dataclasses import replace

from cors_tui.case import Case
from cors_tui.experiment import Experiment
from cors_tui.experiments.making import actual, fresh, own_origin, own_preflight, target
from cors_tui.standards.request import WireRequest


def _without_authorization(case: Case) -> tuple[WireRequest, ...]:
    url = target(case)
    if url is None or "authorization" not in case.call.headers:
        return ()
    wire = actual(case, own_origin(case), fresh(case, url))
    return (replace(wire, headers=wire.headers.without("authorization")),)


def _plain_options(case: Case) -> tuple[WireRequest, ...]:
    url = target(case)
    return (actual(case, own_origin(case), fresh(case, url), "OPTIONS"),) if url else ()


def _fewer_headers(case: Case) -> tuple[WireRequest, ...]:
    url, preflight = target(case), own_preflight(case)
    if url is None or preflight is None or "access-control-request-headers" not in preflight.headers:
        return ()
    headers = preflight.headers.without("access-control-request-headers")
    return (replace(preflight, url=fresh(case, url), headers=headers),)


def _head(case: Case) -> tuple[WireRequest, ...]:
    url = target(case)
    if url is None or case.call.method.upper() != "GET":
        return ()
    return (actual(case, own_origin(case), fresh(case, url), "HEAD"),)


WITHOUT_AUTHORIZATION = Experiment(
    "without-authorization",
    "without the Authorization header — to see whether the 401 carries the headers",
    _without_authorization,
)
PLAIN_OPTIONS = Experiment(
    "plain-options", "OPTIONS that is not a preflight — to see who answers OPTIONS at all", _plain_options
)
FEWER_HEADERS = Experiment(
    "fewer-headers",
    "the preflight without your headers — to see whether it is one of them that is refused",
    _fewer_headers,
)
HEAD = Experiment("head", "HEAD instead of GET — to see whether the headers depend on the method", _head)
