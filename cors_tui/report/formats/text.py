"""A judged case as text for people: the verdicts, why, what to do; the exchanges it rests on below."""

from __future__ import annotations

from collections.abc import Iterator

from cors_tui.case import ACTUAL_ANYWAY, AS_ASKED, Call, Case
from cors_tui.diagnosis.cause import Finding
from cors_tui.masking import masked, masked_url
from cors_tui.report.formats.as_json import role_of
from cors_tui.report.plain import plain
from cors_tui.session.edge import claim_sentence, edge
from cors_tui.session.judging import BrowserVerdict, Judgement
from cors_tui.session.resolving import lookup_sentences
from cors_tui.session.routing import how_reached
from cors_tui.session.unasked import held_back_sentence, not_asked_sentence
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Initiator, Mode
from cors_tui.standards.verdict import Exchange

_TELLING = ("access-control-", "vary", "location", "allow", "server", "via", "age", "x-cache", "www-authenticate")
_LONGEST_VALUE = 400
_LONGEST_LINE = 2000
_MOST_HEADERS = 60


def text(case: Case, judgement: Judgement, *, show_secrets: bool = False) -> str:
    """The report as lines for a terminal; nothing a server sent is interpreted by it."""
    return "\n".join(_Lines(show_secrets).report(case, judgement)) + "\n"


def _how_called(call: Call) -> str:
    """From where and in which modes."""
    return "  ".join([f"from {call.origin}", f"credentials: {call.credentials.value}", *not_a_plain_fetch(call)])


def not_a_plain_fetch(call: Call) -> tuple[str, ...]:
    """Mode and initiator, as far as they are not a plain fetch's: ``mode: no-cors``, ``initiator: img``."""
    mode = (f"mode: {call.mode.value}",) if call.mode is not Mode.CORS else ()
    return (*mode, f"initiator: {call.initiator.value}") if call.initiator is not Initiator.FETCH else mode


class _Lines:
    def __init__(self, show_secrets: bool) -> None:
        self._show_secrets = show_secrets

    def report(self, case: Case, judgement: Judgement) -> Iterator[str]:
        yield plain(f"{case.call.method} {self._url(case.call.url)}  {_how_called(case.call)}")
        for name, value in case.call.page_headers:
            yield plain(f"the page came with {name}: {value}")
        reached = how_reached(case)
        if reached:
            yield plain(self._url(reached))
        yield ""
        for verdict in judgement.verdicts.values():
            yield f"{verdict.title:<9} {verdict.word.label}"
        if judgement.diagnosis.headline:
            yield ""
            yield plain(judgement.diagnosis.headline, _LONGEST_LINE)
        yield from self._notes(case)
        yield from self._findings(judgement.diagnosis.findings)
        yield from self._layers(case, judgement)
        yield from self._faults(judgement)
        yield from self._consoles(judgement.verdicts)
        yield from self._exchanges(case)

    def _notes(self, case: Case) -> Iterator[str]:
        """What was not asked, and what was looked up beforehand."""
        held_back = held_back_sentence(case)
        if held_back:
            held_back += " --own-url asks them under the real URL; a shared cache may keep a stranger's answer there."
        said = (held_back, not_asked_sentence(case), *lookup_sentences(case))
        yield from (plain(f"note: {sentence}") for sentence in said if sentence)

    def _findings(self, findings: tuple[Finding, ...]) -> Iterator[str]:
        for finding in findings:
            yield ""
            yield plain(f"{finding.title} ({finding.certainty.value})")
            yield plain(f"  {finding.says}", _LONGEST_LINE)
            for evidence in finding.evidence:
                shows = f"  {evidence.shows}" if evidence.shows else ""
                yield plain(f"  {evidence.where}: {evidence.quote}{shows}", _LONGEST_VALUE)
            for remedy in finding.remedies:
                yield f"  -> {remedy.phrase} ({remedy.place.value})"
            if finding.next:
                yield plain(f"  next: {finding.next}")
            yield f"  more: cors-tui explain {finding.cause}"

    def _layers(self, case: Case, judgement: Judgement) -> Iterator[str]:
        """Who did what with each CORS header, where something is wrong."""
        found = edge(case, judgement)
        if not judgement.faults or not (found.claims or found.products):
            return
        yield ""
        yield "Who answered, and who did what with the CORS headers"
        for told in found.told:
            quoted = f"  {told.quote}" if told.quote else ""
            yield plain(f"  {told.says} ({told.certainty.value}){quoted}", _LONGEST_VALUE)
        for role, claim in found.claims:
            yield plain(f"  {claim_sentence(role, claim)}: {claim.because}", _LONGEST_VALUE)
        for product, what in found.changes:
            yield f"  -> at {product}: {what}"

    def _faults(self, judgement: Judgement) -> Iterator[str]:
        if not judgement.faults:
            return
        yield ""
        yield "What is wrong, in the order of the standard"
        for fault in judgement.faults:
            failure = fault.failure
            engines = ", ".join(judgement.verdicts[engine].title for engine in fault.first_in)
            stops = f"stops {engines}" if engines else "comes next"
            about = f" {failure.about}" if failure.about else ""
            yield plain(f"! {failure.refusal.value}{about}  [{stops}]", _LONGEST_VALUE)
            if failure.header:
                got = "nothing" if failure.got is None else self._value(failure.header, failure.got)
                yield plain(f"    {failure.header}: got {got}", _LONGEST_VALUE)
            if failure.wanted:
                yield plain(f"    wanted {failure.wanted}", _LONGEST_VALUE)
            yield f"    {failure.step}  {failure.step.url}"

    def _consoles(self, verdicts: dict[str, BrowserVerdict]) -> Iterator[str]:
        if not any(verdict.console for verdict in verdicts.values()):
            return
        yield ""
        yield "What each console says"
        for verdict in verdicts.values():
            for line in verdict.console:
                yield plain(f"{verdict.title:<9} {self._url(line.text)}", _LONGEST_LINE)

    def _exchanges(self, case: Case) -> Iterator[str]:
        for experiment in (AS_ASKED, ACTUAL_ANYWAY):
            for exchange in case.exchanges(experiment):
                yield ""
                yield from self._exchange(exchange, experiment)

    def _exchange(self, exchange: Exchange, experiment: str) -> Iterator[str]:
        role = "sent although the preflight failed" if experiment == ACTUAL_ANYWAY else role_of(exchange.request)
        yield plain(
            f"{role}: {exchange.request.method} {self._url(exchange.request.url.without_fragment)}", _LONGEST_LINE
        )
        yield from (f"  > {line}" for line in self._headers(exchange.request.headers, all_of_them=True))
        response, error = exchange.response, exchange.error
        if error is not None:
            yield plain(f"  ! {error.failure.value}: {error.detail}" if error.detail else f"  ! {error.failure.value}")
        if response is not None:
            yield plain(
                f"  < {response.status} {response.reason}  {response.elapsed * 1000:.0f} ms  {response.address}"
            )
            yield from (f"  < {line}" for line in self._headers(response.headers, all_of_them=False))

    def _headers(self, headers: HeaderList, *, all_of_them: bool) -> Iterator[str]:
        told = [pair for pair in headers if all_of_them or pair[0].lower().startswith(_TELLING)]
        for name, value in told[:_MOST_HEADERS]:
            yield plain(f"{name}: {self._value(name, value)}", _LONGEST_VALUE)
        if len(told) > _MOST_HEADERS:
            yield f"and {len(told) - _MOST_HEADERS} more such lines (--json has them all)"

    def _value(self, name: str, value: str) -> str:
        return value if self._show_secrets else masked(name, value)

    def _url(self, url: str) -> str:
        return url if self._show_secrets else masked_url(url)
