"""What every cause owes: words, an example that yields exactly it, evidence that was really seen, known names."""

from __future__ import annotations

from cors_tui import experiments, registry
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group, known_causes
from cors_tui.diagnosis.diagnose import diagnose
from cors_tui.diagnosis.looking import status_line
from cors_tui.masking import masked, masked_url
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Exchange
from tests.rows import each_row

CAUSES = known_causes()


def _lines_of(exchange: Exchange) -> list[str]:
    """Every line a quote may come from: request line and headers, status line and headers, body, network's words."""
    asked = [exchange.request.url.href, *(f"{name}: {value}" for name, value in exchange.request.headers)]
    answer = exchange.answer
    if not isinstance(answer, Response):
        return [*asked, answer.detail, answer.failure.value]
    heads = [f"{name}: {masked_url(masked(name, value))}" for name, value in answer.headers]
    return [*asked, status_line(answer), *heads, *answer.body.splitlines(), str(answer.elapsed)]


def _seen(facts: Facts) -> list[str]:
    exchanges = [e for sighting in facts.case.seen.values() for e in sighting.exchanges]
    call = facts.case.call
    written = [call.url, call.origin, call.method, call.credentials.value]
    written += [f"{name}: {value}" for name, value in call.headers]
    return [*written, *facts.case.pasted, *(line for exchange in exchanges for line in _lines_of(exchange))]


def _unseen_quotes(finding: Finding, facts: Facts) -> list[str]:
    seen = _seen(facts)
    quoted = [line for evidence in finding.evidence for line in evidence.quote.split("\n")]
    return [line for line in quoted if not line or not any(line in whole for whole in seen)]


@each_row("name", CAUSES)
def test_the_example_of_a_cause_yields_that_cause_first(name: str) -> None:
    found = [finding.cause for finding in diagnose(CAUSES[name].example()).findings]
    assert found[:1] == [name], found


@each_row("name", CAUSES)
def test_every_quote_of_evidence_stands_in_what_was_seen(name: str) -> None:
    facts = CAUSES[name].example()
    for finding in diagnose(facts).findings:
        assert _unseen_quotes(finding, facts) == []


@each_row("name", CAUSES)
def test_a_proven_finding_quotes_something(name: str) -> None:
    finding = CAUSES[name].detect(CAUSES[name].example())
    assert finding is not None
    assert finding.evidence or finding.certainty is not Certainty.PROVEN


def test_a_cause_is_named_like_its_file() -> None:
    files = registry.entries("cors_tui.diagnosis.causes", "CAUSE", Cause)
    assert {name.replace("_", "-"): cause for name, cause in files.items()} == CAUSES


@each_row("name", CAUSES)
def test_a_cause_has_its_words_in_whole_sentences(name: str) -> None:
    cause = CAUSES[name]
    for words in (cause.happened, cause.why, cause.change, cause.expert):
        assert words.strip() == words
        assert words.endswith((".", "?"))
        assert "  " not in words
    assert cause.symptoms
    assert cause.remedies


@each_row("name", CAUSES)
def test_a_cause_names_only_causes_and_experiments_there_are(name: str) -> None:
    cause = CAUSES[name]
    assert set(cause.outranks) <= set(CAUSES) - {name}
    assert set(cause.needs) <= set(experiments.ALL)


def test_no_two_causes_outrank_each_other() -> None:
    """Else both would vanish."""
    pairs = {(cause.name, other) for cause in CAUSES.values() for other in cause.outranks}
    assert {pair for pair in pairs if pair[::-1] in pairs} == set()


def test_the_causes_are_ordered_by_rate() -> None:
    rates = [cause.rate for cause in CAUSES.values()]
    assert rates == sorted(rates, reverse=True)
    assert len(CAUSES) >= 45


@each_row("group", list(Group), ids=lambda group: group.name.lower())
def test_every_group_has_a_cause(group: Group) -> None:
    assert any(cause.group is group for cause in CAUSES.values())
