"""How the request says who is asking."""

from __future__ import annotations

from dataclasses import replace

from cors_tui.case import Call, Case
from cors_tui.guide.question import Choice, Kind, Question
from cors_tui.standards.request import CredentialsMode

_BEARER = ("Authorization", "Bearer TOKEN")


def _credentials(call: Call, answer: str) -> CredentialsMode:
    if answer in ("cookies", "http-auth"):
        return CredentialsMode.INCLUDE
    return CredentialsMode.SAME_ORIGIN if call.credentials is CredentialsMode.INCLUDE else call.credentials


def _answer(case: Case, answer: str) -> Case:
    call = replace(case.call, credentials=_credentials(case.call, answer))
    if answer == "bearer" and "authorization" not in call.headers:
        call = replace(call, headers=call.headers.plus(*_BEARER))
    if answer != "bearer" and _BEARER in call.headers.pairs:
        call = replace(call, headers=call.headers.without("authorization"))
    return case.with_call(call).with_answer("carried", answer)


def _read(case: Case) -> str:
    if "carried" in case.answers:
        return case.answers["carried"]
    if "authorization" in case.call.headers:
        return "bearer"
    return "cookies" if case.call.credentials is CredentialsMode.INCLUDE else ""


QUESTION = Question(
    name="carried",
    label="says who asks",
    asks="How does the request say who is asking?",
    why="Cookies and HTTP authentication are credentials and tighten the rules; a bearer header is an ordinary header.",
    read=_read,
    answer=_answer,
    kind=Kind.CHOICE,
    choices=lambda _case: (
        Choice("cookies", "cookies", "credentials: 'include'; `*` no longer counts, Allow-Credentials is needed"),
        Choice("http-auth", "HTTP authentication", "the browser's own login box: the same rules as cookies"),
        Choice("bearer", "a bearer header", "Authorization in Allow-Headers, by name; no credentials needed"),
        Choice("none", "nothing", "nobody is asked who they are; `*` will do"),
    ),
)
