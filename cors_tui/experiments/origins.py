"""Experiments with the Origin header: none, a stranger's, a near one, ``null``."""

from __future__ import annotations

from dataclasses import replace

from cors_tui.case import Case
from cors_tui.experiment import STRANGER, Experiment
from cors_tui.experiments.making import fresh, own_exchanges, own_origin, subjects, target
from cors_tui.standards.origin import Origin, serialize_origin
from cors_tui.standards.request import WireRequest
from cors_tui.standards.url import parse_url

_MOST_ORIGINS = 3


def twin_origins(origin: Origin) -> tuple[str, ...]:
    """Origins people confuse with `origin`: its other scheme, with or without www, localhost against 127.0.0.1."""
    if origin.is_opaque:
        return ()
    schemes = {"http": "https", "https": "http"}
    twins = [replace(origin, host=host) for host in twin_hosts(origin.host)]
    if origin.scheme in schemes:
        default = origin.port in (80, 443)
        other = schemes[origin.scheme]
        twins.append(Origin(other, origin.host, {"http": 80, "https": 443}[other] if default else origin.port))
    return tuple(serialize_origin(twin) for twin in twins)


def twin_hosts(host: str) -> tuple[str, ...]:
    """Hosts people confuse with `host`: with or without www, localhost against 127.0.0.1."""
    known = {"localhost": "127.0.0.1", "127.0.0.1": "localhost"}
    if host in known:
        return (known[host],)
    if host.startswith("www."):
        return (host.removeprefix("www."),)
    return () if host.replace(".", "").isdigit() or host.startswith("[") else (f"www.{host}",)


def _without_origin(case: Case) -> tuple[WireRequest, ...]:
    url = target(case)
    sent = subjects(case, own_origin(case), fresh(case, url)) if url else ()
    return tuple(replace(wire, headers=wire.headers.without("origin")) for wire in sent)


def _from(origin: str, case: Case) -> tuple[WireRequest, ...]:
    url = target(case)
    return subjects(case, origin, fresh(case, url)) if url else ()


def _other_origins(case: Case) -> tuple[str, ...]:
    told = case.answers.get("second-origin", "")
    if told:
        return (told,)
    shown = [e.response.headers.get("access-control-allow-origin") for e in own_exchanges(case) if e.response]
    named = [value for value in shown if value and (parsed := parse_url(value)) and str(parsed.origin) == value]
    candidates = dict.fromkeys([*named, *twin_origins(case.call.request().page.origin)])
    return tuple(origin for origin in candidates if origin != own_origin(case))[:_MOST_ORIGINS]


def _second_origin(case: Case) -> tuple[WireRequest, ...]:
    url = target(case)
    if url is None:
        return ()
    asked = fresh(case, url)
    return tuple(subjects(case, origin, asked)[0] for origin in _other_origins(case))


WITHOUT_ORIGIN = Experiment("without-origin", "without Origin — is it Origin that changes it?", _without_origin)
STRANGER_ORIGIN = Experiment(
    "stranger-origin",
    "as a page nobody listed — who is let in?",
    lambda case: _from(STRANGER, case),
)
SECOND_ORIGIN = Experiment("second-origin", "as origins close to yours — is one let in?", _second_origin)
NULL_ORIGIN = Experiment(
    "null-origin",
    "as the origin null — are files let in?",
    lambda case: _from("null", case),
)
