"""Asking a real, installed browser about a case, and what it did beside what we say it does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from cors_tui.browsers.browser import ConsoleLine, known_browsers
from cors_tui.case import Case, Connection
from cors_tui.inputs.initiator_faults import initiator_faults
from cors_tui.probe.real_browser.answer import Ending, NotAvailable, Obstacle, PrintedLine, RealAnswer
from cors_tui.probe.real_browser.ask import ask_real_browser
from cors_tui.session.asking import SEND
from cors_tui.session.judging import BrowserVerdict, Word, browser_verdict
from cors_tui.standards.address_space import space_of_host
from cors_tui.standards.departures import Departure
from cors_tui.standards.local_network_access import claims_public, target_space
from cors_tui.standards.request import AddressSpace, Role
from cors_tui.standards.response import NetworkFailure
from cors_tui.standards.url import parse_url

_NEAR = (AddressSpace.LOOPBACK, AddressSpace.LOCAL)
_CHECKS = frozenset({Departure.LOCAL_NETWORK_DENIED, Departure.LOCAL_NETWORK_ASKS})

ENGINES = {"chromium": "chromium", "chrome": "chromium", "edge": "chromium", "firefox": "firefox"}
"""The engine of each browser that can be asked: whose verdict stands beside its answer."""


async def ask_real(
    case: Case, browser: str, *, deadline: float = 20, local_network: bool = False
) -> RealAnswer | NotAvailable:
    """Ask the installed `browser` (chromium, firefox, chrome or edge) what it does with the case's call.

    An unsafe request is sent only when "send" is among `case.consents`. `deadline` is the total in seconds. With
    `local_network` it is asked about Local Network Access, from a page really served. Never raises for what a browser
    or a server does.
    """
    refused = next((fault for fault in initiator_faults(case.call) if fault.is_error), None)
    if refused is not None:
        return NotAvailable(Obstacle.CANNOT_ASK, refused.sentence)
    answer = await ask_real_browser(
        case.call, browser, deadline=deadline, send_unsafe=SEND in case.consents, local_network=local_network
    )
    unused = _unused(case.connection)
    if isinstance(answer, NotAvailable) or not unused:
        return answer
    note = f"It went to the server in its own way: {', '.join(unused)} did not apply to it."
    return replace(answer, notes=(*answer.notes, note))


def is_local_network_question(case: Case) -> bool:
    """Whether Local Network Access may have a say: the target is on this machine or in the local network, and the page
    is not known to be in one of them, too, or claims by its policy not to be."""
    request, url = case.request(), parse_url(case.call.url)
    if url is None or not url.is_http:
        return False
    public = request.page.address_space not in _NEAR or claims_public(request.page)
    return target_space(request, url) in _NEAR and public


def verdict_beside(case: Case, browser: str, *, local_network: bool = False) -> BrowserVerdict:
    """Our verdict to hold against that of the installed `browser`: with `local_network` that of a page from where it is
    then served, which is a public address unless its host is a private one by itself; without, nobody is asked about
    the local network, as the page stands nowhere."""
    request, known = case.request(), known_browsers()[ENGINES[browser]]
    if not local_network:
        return browser_verdict(case, replace(known, departures=known.departures - _CHECKS), request)
    page = request.page
    if page.url is None or space_of_host(page.url.host) not in _NEAR:
        request = replace(request, page=replace(page, address_space=AddressSpace.PUBLIC))
    return browser_verdict(case, known, request)


def _unused(connection: Connection) -> list[str]:
    """The options that only our own probe follows, as they are written on the command line."""
    given = {
        "--connect-to": connection.connect_to,
        "--resolve": connection.resolve,
        "--proxy": connection.proxy,
        "--insecure": connection.insecure,
        "--cacert": connection.cacert,
        "--user-agent": connection.user_agent,
    }
    return [option for option, value in given.items() if value]


def word_of(answer: RealAnswer) -> Word:
    """The real browser's verdict in the words of ours. A call that hangs waits for the server, or for the person."""
    if answer.allowed:
        return Word.ALLOWED
    return Word.BLOCKED if answer.ending is Ending.REJECTED else Word.UNDECIDED


_UNSENT = frozenset(
    {
        NetworkFailure.NAME_NOT_RESOLVED,
        NetworkFailure.CONNECTION_REFUSED,
        NetworkFailure.UNREACHABLE,
        NetworkFailure.TLS_UNTRUSTED,
        NetworkFailure.TLS_NAME_MISMATCH,
        NetworkFailure.TLS_EXPIRED,
        NetworkFailure.TLS_FAILED,
    }
)
"""How a connection can fail before a byte of the request is sent on it."""


_ENDED = {
    Ending.RESOLVED: "let the call through",
    Ending.REJECTED: "rejected the call",
    Ending.TIMEOUT: "had not ended the call at the deadline",
}

_LOADS_MORE = ("script", "module", "link")
"""What was loaded that may ask for more and print on its own."""

_TELLS_ERRORS_ONLY = ("firefox",)
"""Engines whose protocol keeps back what the console shows as warnings (WebDriver BiDi, of Firefox)."""


def differences(answer: RealAnswer, verdict: BrowserVerdict) -> tuple[str, ...]:
    """One sentence for each thing in which the real browser did otherwise than `verdict` says; empty when nothing is.

    Compared are the verdict, the requests that were sent (role, method, URL) and the console's texts, as far as the
    browser's protocol tells them. What a loaded file asks for or prints itself is not the call's.
    """
    outcome = verdict.outcome
    if outcome is None:
        return ()
    found = []
    if answer.allowed != outcome.resolved:
        found.append(f"It {_ENDED[answer.ending]}; by our rules it is {verdict.word.label.lower()}.")
    carried = [each.request for each in outcome.exchanges if each.error is None or each.error.failure not in _UNSENT]
    ours = [(wire.role, wire.method, wire.url.without_fragment) for wire in carried]
    sent = [(each.role, each.method, each.url.partition("#")[0]) for each in answer.requests]
    more = answer.type in _LOADS_MORE
    if (sent[: len(ours)] if more else sent) != ours:
        found.append(f"It sent {_listed(sent)}; by our rules it sends {_listed(ours)}.")
    printed, written = _told(answer.browser, answer.console), _told(answer.browser, verdict.console)
    if (printed[: len(written)] if more else printed) != written:
        found.append("Its console reads otherwise than ours.")
    return tuple(found)


def _told(browser: str, lines: Sequence[PrintedLine | ConsoleLine]) -> list[str]:
    """The texts of `lines` that can be compared: how often an equal line is repeated in a row is chance."""
    only_errors = ENGINES[browser] in _TELLS_ERRORS_ONLY
    return [text for text, _ in groupby(line.text for line in lines if line.level == "error" or not only_errors)]


def _listed(requests: Sequence[tuple[Role, str, str]]) -> str:
    return ", then ".join(f"{method} {url}" for _, method, url in requests) or "nothing"
