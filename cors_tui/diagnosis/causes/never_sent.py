"""The browser sends nothing: the call itself breaks a rule."""

from __future__ import annotations

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Evidence, Facts, Finding, Group
from cors_tui.diagnosis.examples import call, facts
from cors_tui.diagnosis.refusing import goes, named, refusing_browsers
from cors_tui.masking import masked_url
from cors_tui.remedy import Remedy
from cors_tui.standards.verdict import Failure, Refusal

_METHOD = {
    Refusal.METHOD_INVALID: "The method is none: a method is a word of letters, digits and a few signs.",
    Refusal.METHOD_FORBIDDEN: "CONNECT, TRACE and TRACK are forbidden to every page.",
    Refusal.BODY_NOT_ALLOWED: "The call gives GET or HEAD a body, and fetch refuses that.",
    Refusal.NO_CORS_METHOD: "mode: 'no-cors' goes with GET, HEAD and POST alone.",
}
_URL = {
    Refusal.URL_INVALID: "The URL does not parse.",
    Refusal.URL_HAS_CREDENTIALS: "The URL holds a user name or password, and fetch refuses such URLs.",
    Refusal.NO_ADDRESS: "0.0.0.0 is where a server listens, no address to call: write localhost or 127.0.0.1 instead.",
    Refusal.BAD_PORT: "Browsers never connect to this port: it belongs to another service, such as mail or X11.",
}
_OPTIONS = {
    Refusal.HEADER_INVALID: "A header of the call has a character that HTTP does not allow.",
    Refusal.NO_CORS_REDIRECT_MODE: "mode: 'no-cors' goes with redirect: 'follow' alone.",
    Refusal.SAME_ORIGIN_MODE: "mode: 'same-origin' forbids every request to another origin.",
    Refusal.KEEPALIVE_BODY_TOO_LONG: "With keepalive the body may have 64 KiB at most.",
    Refusal.ONLY_IF_CACHED: "cache: 'only-if-cached' goes with mode: 'same-origin' alone.",
}
_SAYS = {**_METHOD, **_URL, **_OPTIONS}


def _detect(facts: Facts) -> Finding | None:
    failure = look.failure_of(facts, *_SAYS)
    if failure is None or not facts.case.call.url.strip():
        return None
    refusing, others = refusing_browsers(facts, failure.refusal)
    sent = f"{named(refusing)} {goes(refusing, 'send', 'sends')} nothing" if others else "Nothing was sent"
    says = f"{_SAYS[failure.refusal]} {sent}."
    helps = (Remedy.START_SERVER, Remedy.CHANGE_URL) if failure.refusal is Refusal.BAD_PORT else _helps(failure)
    return CAUSE.found(Certainty.PROVEN, says, _shown(facts, failure), remedies=helps)


def _helps(failure: Failure) -> tuple[Remedy, ...]:
    return (Remedy.CHANGE_URL,) if failure.refusal in _URL else (Remedy.CHANGE_REQUEST,)


def _shown(facts: Facts, failure: Failure) -> Evidence:
    if failure.refusal in _METHOD:
        return look.written("the method", facts.case.call.method, "as written")
    return look.written("the URL", masked_url(facts.case.call.url), "where it was to go")


def _example() -> Facts:
    return facts(call(url="http://localhost:6000/users", origin="http://localhost:3000"))


CAUSE = Cause(
    name="never-sent",
    title="The browser refuses the call before anything is sent",
    group=Group.URL_SHAPE,
    remedies=(Remedy.CHANGE_REQUEST, Remedy.CHANGE_URL),
    happened="The call breaks a rule of the browser's own: a port it never connects to, a password in the URL, a mode, "
    "a method or a header that does not go. No server was asked.",
    why="These rules protect other services and other people's accounts; no header of an answer can change them, as "
    "there is no answer.",
    change="Change the call as the sentence says. For a port: let the server listen on another one, such as 8080.",
    expert="The bad ports are a list in the Fetch standard (6000 X11, 6665 to 6669 IRC, 5060 SIP, 10080, ...); "
    "Chromium says ERR_UNSAFE_PORT. 0.0.0.0 leads to this machine in Chromium; Firefox says that the request did not "
    "succeed, Safari that it is a restricted network host.",
    symptoms=(
        "net::ERR_UNSAFE_PORT",
        "Request cannot be constructed from a URL that includes credentials",
        'Not allowed to use restricted network host "0.0.0.0"',
    ),
    rate=0.3,
    sources=("https://fetch.spec.whatwg.org/#port-blocking",),
    detect=_detect,
    example=_example,
)
