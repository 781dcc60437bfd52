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
    "without Authorization — headers on the 401, too?",
    _without_authorization,
)
PLAIN_OPTIONS = Experiment("plain-options", "OPTIONS that is no preflight — who answers OPTIONS?", _plain_options)
FEWER_HEADERS = Experiment(
    "fewer-headers",
    "preflight without your headers — is it one of them?",
    _fewer_headers,
)
HEAD = Experiment("head", "HEAD instead of GET — has it the same headers?", _head)
