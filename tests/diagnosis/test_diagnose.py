"""From findings to a diagnosis: ranked, silenced, in one sentence, and honest about what is not known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui import experiments
from cors_tui.case import Call
from cors_tui.diagnosis.cause import Certainty, Facts, known_causes
from cors_tui.diagnosis.diagnose import diagnose
from cors_tui.diagnosis.examples import API, JSON, PAGE, allows, allows_all_of, answer, call, facts
from cors_tui.remedy import Place, Remedy
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Outcome
from tests.rows import each_row

CREDENTIALS = "Access-Control-Allow-Credentials: true"

FINE: dict[str, Facts] = {
    "a simple request": facts(call(), actual=answer(200, *allows())),
    "a preflighted one": facts(
        call("PUT", JSON, body="{}"),
        preflight=answer(204, *allows_all_of(), "Access-Control-Max-Age: 7200"),
        actual=answer(200, *allows()),
    ),
    "credentials": facts(call(cookies=True), actual=answer(200, *allows(), CREDENTIALS)),
    "an error the page can read": facts(call(), actual=answer(500, *allows())),
    "a 404 the page can read": facts(call(), actual=answer(404, *allows())),
    "a redirect with headers": facts(call(), actual=[answer(301, "Location: /b", *allows()), answer(200, *allows())]),
    "the same origin": facts(call(origin="https://api.example.com"), actual=answer(200)),
    "every experiment": facts(
        call(),
        actual=answer(200, *allows()),
        experiments={
            experiments.WITHOUT_ORIGIN: [answer(200, "Vary: Origin")],
            experiments.STRANGER_ORIGIN: [answer(200, "Vary: Origin")],
            experiments.PAST_THE_CACHE: [answer(200, *allows())],
            experiments.A_NONE_B: [answer(200, *allows()), answer(200, "Vary: Origin"), answer(200, "Vary: Origin")],
            experiments.NONE_FIRST: [answer(200, "Vary: Origin"), answer(200, *allows())],
            experiments.MISSING_PATH: [answer(404, *allows())],
        },
    ),
}


@pytest.mark.parametrize("name", FINE)
def test_nothing_is_found_where_nothing_is_wrong(name: str) -> None:
    diagnosis = diagnose(FINE[name])
    assert diagnosis.findings == ()
    assert diagnosis.is_cors is None
    assert "Nothing is wrong" in diagnosis.headline


def test_nothing_is_said_before_anything_was_seen() -> None:
    diagnosis = diagnose(facts(call()))
    assert diagnosis.findings == ()
    assert "Nothing is known yet" in diagnosis.headline


def test_an_unsafe_request_that_was_not_sent_is_not_yet_known() -> None:
    diagnosis = diagnose(facts(call("PUT", body="a"), preflight=answer(204, *allows_all_of())))
    assert "Nothing is known yet" in diagnosis.headline


def test_what_is_not_known_is_not_guessed() -> None:
    """Failed in a way that no cause explains: a readable answer whose failure names nothing we know."""
    blocked = facts(call(), actual=answer(200)).outcomes["chromium"]
    readable = facts(call(), actual=answer(200, *allows()))
    odd: dict[str, Outcome | None] = {"chromium": blocked}
    diagnosis = diagnose(Facts(readable.case, odd))
    assert diagnosis.findings == ()
    assert diagnosis.is_cors is None
    assert "not known" in diagnosis.headline
    assert all(question.endswith("?") for question in diagnosis.ask)
    assert diagnosis.ask


NOT_CORS = sorted(cause.name for cause in known_causes().values() if not cause.group.is_cors)


@each_row("name", NOT_CORS)
def test_what_is_not_cors_is_said_first(name: str) -> None:
    diagnosis = diagnose(known_causes()[name].example())
    assert diagnosis.is_cors is False
    assert diagnosis.headline.startswith(("Not CORS: ", "Perhaps not CORS: "))


def test_a_cors_cause_needs_no_prefix() -> None:
    diagnosis = diagnose(facts(call(), actual=answer(200)))
    assert diagnosis.is_cors is True
    assert diagnosis.headline == diagnosis.findings[0].says


def test_a_possibility_is_called_one() -> None:
    seen = facts(call(), actual=answer(200, *allows()), pasted=["has been blocked by CORS policy"])
    assert diagnose(seen).headline.startswith("Perhaps: ")


def test_what_a_cause_outranks_is_not_said() -> None:
    seen = facts(call("GET", "baggage: a"), preflight=answer(204, *allows()), actual=answer(200, *allows()))
    assert [finding.cause for finding in diagnose(seen).findings] == ["sdk-header-nobody-typed"]


def test_several_causes_may_hold_at_once_the_proven_first() -> None:
    seen = facts(
        call("GET", "X-Tenant: 1", cookies=True),
        preflight=answer(204, *allows()),
        actual=answer(200, *allows()),
    )
    found = [finding.cause for finding in diagnose(seen).findings]
    assert found[0] == "header-not-allowed"
    assert "allow-credentials-missing" in found


def test_what_only_comes_next_is_said_last() -> None:
    """The browser stops at the preflight; the real answer's own trouble shows up afterwards."""
    seen = facts(
        call("GET", "X-Tenant: 1"),
        preflight=answer(204, *allows()),
        actual=answer(200, *allows(), *allows()),
    )
    assert [finding.cause for finding in diagnose(seen).findings] == ["header-not-allowed", "doubled-by-two-layers"]


def test_what_comes_next_is_said_with_the_wildcard() -> None:
    (finding,) = diagnose(facts(call(cookies=True), actual=answer(200, *allows("*")))).findings
    assert "Allow-Credentials" in finding.next


def beside(direct: Response, through: Response) -> Facts:
    server = {"origin-server": "h:1"}
    return facts(call(), actual=through, answers=server, experiments={experiments.DIRECT: [direct]})


ANOTHER = answer(200, *allows("https://www.example.com"))
PLACES: dict[str, tuple[Facts, Place]] = {
    "the server sends it": (beside(ANOTHER, ANOTHER), Place.SERVER),
    "neither sends anything": (beside(answer(200), answer(200)), Place.SERVER),
    "the direct answer is not known": (facts(call(), actual=ANOTHER), Place.SERVER),
    "only the proxy sends it": (beside(answer(200), ANOTHER), Place.PROXY),
    "the server's Vary is no CORS header": (beside(answer(200, "Vary: Origin"), ANOTHER), Place.PROXY),
}


@pytest.mark.parametrize("name", PLACES)
def test_it_is_repaired_where_the_headers_come_from(name: str) -> None:
    """What the server sent behind a proxy that owns CORS would be doubled or overwritten."""
    seen, place = PLACES[name]
    finding = diagnose(seen).findings[0]
    assert finding.remedies[0].place is place
    assert (Remedy.SEND_POLICY in finding.remedies) is (place is Place.SERVER)


def test_hostile_bytes_do_no_harm() -> None:
    nasty = Response(
        200, HeaderList((("Access-Control-Allow-Origin", "\x1b]0;x\x07[/red]\u009b"), ("Location", "//[")))
    )
    assert diagnose(facts(call(), actual=nasty)).findings


_NAMES = st.sampled_from(
    [
        *("Access-Control-Allow-Origin", "Access-Control-Allow-Credentials", "Access-Control-Allow-Methods"),
        *("Access-Control-Allow-Headers", "Access-Control-Max-Age", "Vary", "Location", "Set-Cookie", "Server"),
        *("Content-Type", "Age", "Cache-Control", "x-amzn-errortype", "WWW-Authenticate", "Allow"),
    ]
)
_VALUES = st.one_of(
    st.sampled_from(["*", PAGE, f"{PAGE}/", "null", "true", "", "Origin", "/login", "//[", "nginx", "a; SameSite=Lax"]),
    st.text(st.characters(max_codepoint=255), max_size=12),
)
_ANSWERS = st.builds(
    Response,
    st.sampled_from([200, 204, 206, 301, 302, 304, 400, 401, 403, 404, 405, 413, 419, 429, 500, 502, 530]),
    st.builds(HeaderList, st.lists(st.tuples(_NAMES, _VALUES), max_size=6).map(tuple)),
    body=st.sampled_from(["", "<html>", "CSRF token mismatch", "Disallowed CORS origin, headers", '{"message":"x"}']),
)
_CALLS = st.builds(
    call,
    st.sampled_from(["GET", "POST", "PUT", "patch", "HEAD"]),
    st.sampled_from(["X-Api-Key: k", JSON, "baggage: a", "Authorization: Bearer t", "Accept: */*"]),
    url=st.sampled_from([API, "http://localhost:8000/a", "http://undefined/", "localhost:8000", "", "https://["]),
    origin=st.sampled_from([PAGE, "null", "", "http://localhost:3000", "file:///a"]),
    cookies=st.booleans(),
)


@given(_CALLS, _ANSWERS, _ANSWERS, st.text(max_size=20))
def test_whatever_a_server_says_there_is_a_diagnosis(asked: Call, first: Response, then: Response, text: str) -> None:
    """Nothing raises, every finding quotes something where it is proven, and the headline is one line."""
    diagnosis = diagnose(facts(asked, preflight=first, actual=[then, then], pasted=[text]))
    assert diagnosis.headline
    assert "\n" not in diagnosis.headline
    for finding in diagnosis.findings:
        assert finding.certainty is not Certainty.PROVEN or any(evidence.quote for evidence in finding.evidence)
