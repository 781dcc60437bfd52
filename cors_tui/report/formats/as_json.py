"""A judged case as JSON: stable, with a schema version; secrets masked unless asked for."""

from __future__ import annotations

from typing import Any

from cors_tui.case import ACTUAL_ANYWAY, AS_ASKED, Case
from cors_tui.diagnosis.cause import Finding
from cors_tui.diagnosis.edge import Edge
from cors_tui.masking import masked, masked_url
from cors_tui.session.edge import edge
from cors_tui.session.judging import BrowserVerdict, Fault, Judgement, Word
from cors_tui.session.routing import how_reached
from cors_tui.session.unasked import held_back_sentence, not_asked_sentence
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Role, WireRequest
from cors_tui.standards.verdict import Exchange

SCHEMA_VERSION = 1

Document = dict[str, Any]

_ALLOWED = {Word.ALLOWED: True, Word.BLOCKED: False, Word.UNREACHABLE: False}


def document(case: Case, judgement: Judgement, *, show_secrets: bool = False) -> Document:
    """The whole report as one JSON object."""
    shown = _Shown(show_secrets)
    own = [shown.exchange(exchange, AS_ASKED) for exchange in case.exchanges(AS_ASKED)]
    anyway = [shown.exchange(exchange, ACTUAL_ANYWAY) for exchange in case.exchanges(ACTUAL_ANYWAY)]
    others = [
        shown.exchange(exchange, name)
        for name, sighting in case.seen.items()
        if name not in (AS_ASKED, ACTUAL_ANYWAY)
        for exchange in sighting.exchanges
    ]
    return {
        "schema_version": SCHEMA_VERSION,
        "request": shown.request(case),
        "reached": shown.url(how_reached(case)) or None,
        "lookups": [
            {"host": each.host, "addresses": list(each.addresses), "at": round(each.at), "space": each.space.value}
            for each in case.lookups
        ],
        "not_asked": [sentence for sentence in (held_back_sentence(case), not_asked_sentence(case)) if sentence],
        "exchanges": own,
        "actual_anyway": anyway,
        "experiments": others,
        "browsers": {name: shown.verdict(verdict) for name, verdict in judgement.verdicts.items()},
        "refusals": [shown.fault(fault) for fault in judgement.faults],
        "diagnosis": {"headline": judgement.diagnosis.headline, "is_cors": judgement.diagnosis.is_cors},
        "findings": [_finding(finding) for finding in judgement.diagnosis.findings],
        "layers": _layers(edge(case, judgement)),
    }


class _Shown:
    """How values are shown: with secrets, or with secrets masked."""

    def __init__(self, show_secrets: bool) -> None:
        self._show_secrets = show_secrets

    def headers(self, headers: HeaderList) -> list[list[str]]:
        return [[name, value if self._show_secrets else masked(name, value)] for name, value in headers]

    def url(self, url: str) -> str:
        return url if self._show_secrets else masked_url(url)

    def request(self, case: Case) -> Document:
        call = case.call
        return {
            "origin": str(call.request().page.origin),
            "page_headers": self.headers(call.page_headers),
            "url": self.url(call.url),
            "method": call.method,
            "headers": self.headers(call.headers),
            "credentials": call.credentials.value,
            "mode": call.mode.value,
            "redirect": call.redirect.value,
            "initiator": call.initiator.value,
        }

    def exchange(self, exchange: Exchange, experiment: str) -> Document:
        response, error = exchange.response, exchange.error
        return {
            "role": role_of(exchange.request),
            "hop": exchange.request.hop,
            "experiment": experiment,
            "request": self.wire(exchange.request),
            "response": None
            if response is None
            else {
                "status": response.status,
                "reason": response.reason,
                "http_version": response.http_version,
                "headers": self.headers(response.headers),
                "address": response.address,
                "milliseconds": round(response.elapsed * 1000, 1),
            },
            "error": None if error is None else {"kind": error.failure.value, "detail": error.detail},
        }

    def wire(self, wire: WireRequest) -> Document:
        return {
            "method": wire.method,
            "url": self.url(wire.url.without_fragment),
            "headers": self.headers(wire.headers),
        }

    def verdict(self, verdict: BrowserVerdict) -> Document:
        failure = verdict.outcome.failure if verdict.outcome else None
        return {
            "verdict": verdict.word.value,
            "allowed": _ALLOWED.get(verdict.word),
            "console": [self.url(line.text) for line in verdict.console],
            "refusal": failure.refusal.value if failure else None,
        }

    def fault(self, fault: Fault) -> Document:
        failure = fault.failure
        return {
            "code": failure.refusal.value,
            "step": str(failure.step),
            "header": failure.header or None,
            "got": failure.got if self._show_secrets or failure.got is None else masked(failure.header, failure.got),
            "wanted": failure.wanted,
            "about": failure.about or None,
            "clause": failure.step.url,
            "in_preflight": failure.in_preflight,
            "first_in": list(fault.first_in),
            "comes_next": fault.is_next,
        }


def role_of(wire: WireRequest) -> str:
    """preflight, actual, or redirect (an actual request after a redirect)."""
    if wire.role is Role.PREFLIGHT:
        return "preflight"
    return "redirect" if wire.hop else "actual"


def _layers(found: Edge) -> Document:
    return {
        "in_front": list(found.products),
        "told": [
            {"about": t.topic.value, "says": t.says, "certainty": t.certainty.value, "quote": t.quote or None}
            for t in found.told
        ],
        "headers": [
            {
                "answer": role,
                "header": claim.header,
                "deed": claim.deed.value,
                "by": claim.who,
                "certainty": claim.certainty.value,
                "because": claim.because,
            }
            for role, claim in found.claims
        ],
        "changes": [{"at": product, "what": what} for product, what in found.changes],
    }


def _finding(finding: Finding) -> Document:
    return {
        "cause": finding.cause,
        "title": finding.title,
        "group": finding.group.title,
        "is_cors": finding.group.is_cors,
        "certainty": finding.certainty.value,
        "says": finding.says,
        "evidence": [{"where": e.where, "quote": e.quote, "shows": e.shows} for e in finding.evidence],
        "remedies": [
            {"remedy": remedy.code, "place": remedy.place.value, "what": remedy.phrase} for remedy in finding.remedies
        ],
        "next": finding.next or None,
    }
