"""A real browser's answer beside ours: what is asked, and where the two differ. Live tests ask real browsers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cors_tui.browsers.browser import ConsoleLine, known_browsers
from cors_tui.case import Call, Case, Connection, Lookup
from cors_tui.probe.real_browser import ask
from cors_tui.probe.real_browser.answer import Ending, NotAvailable, Obstacle, PrintedLine, RealAnswer, SentRequest
from cors_tui.session import real
from cors_tui.session.asking import SEND
from cors_tui.session.judging import BrowserVerdict, Word, browser_verdict
from cors_tui.session.real import (
    ENGINES,
    ask_real,
    differences,
    is_local_network_question,
    verdict_beside,
    word_of,
)
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Initiator, Mode, Role
from cors_tui.standards.response import NetworkError, NetworkFailure
from tests.session.cases import ALLOW_ORIGIN, API, APP, GET, PUT, answered, response

ALLOWED = RealAnswer("chromium", "Chrome/156", APP, Ending.RESOLVED, type="cors", status=200)
SENT_GET = SentRequest(Role.ACTUAL, "GET", API)


def verdict(case: Case) -> BrowserVerdict:
    """Chromium's verdict by our rules, with an empty console."""
    chromium = replace(known_browsers()["chromium"], write=lambda outcome, request: ())
    return browser_verdict(case, chromium, case.call.request())


@pytest.fixture
def _asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ask, "installed_browsers", dict)


@pytest.mark.usefixtures("_asked")
async def test_an_unsafe_request_waits_for_the_same_yes_as_the_probe() -> None:
    answer = await ask_real(Case(PUT), "chromium")
    assert isinstance(answer, NotAvailable)
    assert answer.obstacle is Obstacle.NEEDS_CONSENT
    answer = await ask_real(Case(PUT).with_consent(SEND), "chromium")
    assert isinstance(answer, NotAvailable)
    assert answer.obstacle is Obstacle.NOT_INSTALLED


@pytest.mark.usefixtures("_asked")
async def test_a_call_that_no_page_can_make_is_not_asked() -> None:
    """Said as the guide and the command line say it; a call that the browser itself refuses is asked."""
    posting = replace(GET, method="POST", initiator=Initiator.IMAGE)
    answer = await ask_real(Case(posting).with_consent(SEND), "chromium")
    assert isinstance(answer, NotAvailable)
    assert answer.obstacle is Obstacle.CANNOT_ASK
    assert answer.reason.startswith("An <img> asks with GET, never with “POST”.")
    refused = await ask_real(Case(replace(GET, body="x")), "chromium")
    assert isinstance(refused, NotAvailable)
    assert refused.obstacle is Obstacle.NOT_INSTALLED


async def test_options_that_only_our_probe_follows_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    async def answer(
        call: Call, browser: str, *, deadline: float, send_unsafe: bool, local_network: bool
    ) -> RealAnswer:
        return ALLOWED

    monkeypatch.setattr(real, "ask_real_browser", answer)
    plain = await ask_real(Case(GET), "chromium")
    assert plain == ALLOWED
    told = await ask_real(Case(GET, Connection(insecure=True, connect_to=("a:1:b:2",))), "chromium")
    assert isinstance(told, RealAnswer)
    assert "--connect-to, --insecure did not apply" in told.notes[-1]


@pytest.mark.parametrize(
    ("ending", "word"),
    [(Ending.RESOLVED, Word.ALLOWED), (Ending.REJECTED, Word.BLOCKED), (Ending.TIMEOUT, Word.UNDECIDED)],
)
def test_each_ending_has_its_word(ending: Ending, word: Word) -> None:
    assert word_of(replace(ALLOWED, ending=ending)) is word


def test_chrome_and_edge_are_judged_as_chromium() -> None:
    assert {ENGINES[name] for name in ("chromium", "chrome", "edge")} == {"chromium"}


def test_the_same_has_no_differences() -> None:
    case = answered(GET, response(200, ALLOW_ORIGIN))
    assert differences(replace(ALLOWED, requests=(SENT_GET,)), verdict(case)) == ()


def test_a_refused_connection_carried_no_request() -> None:
    refused = replace(ALLOWED, ending=Ending.REJECTED, status=None)
    ours = replace(verdict(answered(GET, NetworkError(NetworkFailure.CONNECTION_REFUSED))), console=())
    assert differences(refused, ours) == ()
    hung_up = replace(verdict(answered(GET, NetworkError(NetworkFailure.CLOSED_WITHOUT_ANSWER))), console=())
    assert differences(refused, hung_up) == (f"It sent nothing; by our rules it sends GET {API}.",)


def test_a_verdict_not_known_yet_differs_in_nothing() -> None:
    assert differences(ALLOWED, verdict(Case(GET))) == ()


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        pytest.param(replace(ALLOWED, ending=Ending.REJECTED, requests=(SENT_GET,)), "rejected", id="the verdict"),
        pytest.param(
            replace(ALLOWED, ending=Ending.TIMEOUT, requests=(SENT_GET,)), "had not ended the call", id="no end"
        ),
        pytest.param(ALLOWED, "It sent nothing; by our rules it sends GET", id="the requests"),
        pytest.param(
            replace(ALLOWED, requests=(SENT_GET,), console=(PrintedLine("x", "network", "error"),)),
            "console",
            id="a line",
        ),
    ],
)
def test_each_difference_is_one_sentence(answer: RealAnswer, says: str) -> None:
    (said,) = differences(answer, verdict(answered(GET, response(200, ALLOW_ORIGIN))))
    assert says in said


def test_console_texts_count_and_their_sources_do_not() -> None:
    """Firefox's protocol names another source than its console shows."""
    ours = replace(verdict(answered(GET, response(200))), console=(ConsoleLine("blocked", "CORSMissing"),))
    answer = replace(ALLOWED, ending=Ending.REJECTED, requests=(SENT_GET,))
    assert differences(replace(answer, console=(PrintedLine("blocked", "javascript", "error"),)), ours) == ()


@pytest.mark.parametrize(
    ("browser", "printed", "written", "differs"),
    [
        pytest.param(
            "firefox", [], [ConsoleLine("w", "Script Loader", "warning")], False, id="Firefox tells no warning"
        ),
        pytest.param("firefox", [], [ConsoleLine("e", "Event Source")], True, id="Firefox tells errors"),
        pytest.param("chromium", [], [ConsoleLine("w", "security", "warning")], True, id="Chromium tells both"),
        pytest.param("firefox", ["e"], [ConsoleLine("e", "Event Source")] * 2, False, id="a line once or twice"),
        pytest.param("firefox", ["e", "f"], [ConsoleLine("e", "Event Source")], True, id="another line"),
    ],
)
def test_a_console_is_compared_as_far_as_it_is_told(
    browser: str, printed: list[str], written: list[ConsoleLine], differs: bool
) -> None:
    ours = replace(verdict(answered(GET, response(200))), console=tuple(written))
    lines = tuple(PrintedLine(text, "javascript", "error") for text in printed)
    answer = replace(ALLOWED, browser=browser, ending=Ending.REJECTED, type="", requests=(SENT_GET,), console=lines)
    assert bool(differences(answer, ours)) is differs


@pytest.mark.parametrize(
    ("kind", "before", "differs"),
    [
        pytest.param("script", (), False, id="a script goes on by itself"),
        pytest.param("link", (), False, id="a style sheet loads its fonts"),
        pytest.param("img", (), True, id="an image asks for nothing more"),
        pytest.param("script", (SentRequest(Role.PREFLIGHT, "OPTIONS", API),), True, id="before its own request"),
    ],
)
def test_what_a_loaded_file_does_is_not_the_calls(kind: str, before: tuple[SentRequest, ...], differs: bool) -> None:
    call = replace(GET, initiator=Initiator.SCRIPT, mode=Mode.NO_CORS)
    requests = (*before, SENT_GET, SentRequest(Role.ACTUAL, "GET", "https://cdn.example.com/more"))
    printed = (PrintedLine("its own", "console", "error"),)
    answer = replace(ALLOWED, type=kind, status=None, requests=requests, console=printed)
    ours = verdict(answered(call, response(200, ("Content-Type", "text/javascript"), body="1")))
    assert bool(differences(answer, ours)) is differs


LOCAL_TARGET = "http://192.168.1.20/"


@pytest.mark.parametrize(
    ("page", "target", "asks"),
    [
        pytest.param("https://app.example.com", "https://api.example.com/", False, id="a target that is not known"),
        pytest.param("http://10.0.0.5", LOCAL_TARGET, False, id="both in the local network"),
        pytest.param("http://localhost:3000", LOCAL_TARGET, False, id="a page on this machine"),
        pytest.param("https://app.example.com", "data:,a", False, id="no http"),
        pytest.param("https://app.example.com", LOCAL_TARGET, True, id="a page from elsewhere"),
        pytest.param("https://app.example.com", "http://localhost:8000/", True, id="this machine"),
    ],
)
def test_where_local_network_access_has_a_say(page: str, target: str, asks: bool) -> None:
    assert is_local_network_question(Case(Call(url=target, origin=page))) is asks


def test_a_page_may_claim_that_it_has_one() -> None:
    claim = HeaderList((("Content-Security-Policy", "treat-as-public-address"),))
    assert is_local_network_question(Case(Call(url=LOCAL_TARGET, origin="http://10.0.0.5", page_headers=claim)))


@pytest.mark.parametrize(
    ("origin", "local_network", "word"),
    [
        pytest.param(APP, False, Word.ALLOWED, id="only answered"),
        pytest.param(APP, True, Word.ASKS, id="served as from a public address"),
        pytest.param("http://192.168.1.4:3000", True, Word.ALLOWED, id="served as from the local network"),
        pytest.param("http://localhost:3000", True, Word.ALLOWED, id="served from this machine"),
    ],
)
def test_a_page_is_held_against_where_it_is_served(origin: str, local_network: bool, word: Word) -> None:
    case = answered(
        replace(GET, url="http://localhost:8000/", origin=origin),
        response(200, ("Access-Control-Allow-Origin", "*")),
    )
    assert verdict_beside(case, "chrome", local_network=local_network).word is word
    looked_up = replace(case, lookups=(Lookup("app.example.com", ("93.184.216.34",)),))
    assert verdict_beside(looked_up, "chrome", local_network=local_network).word is word
