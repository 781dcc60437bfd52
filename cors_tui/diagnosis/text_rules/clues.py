"""What a pasted text shows, as clues: short names with a sentence each, from which the table tells likely causes."""

from __future__ import annotations

import re

from cors_tui.browsers.browser import Reading
from cors_tui.diagnosis.text_rules.addresses import address, is_near, pairs, shapes
from cors_tui.diagnosis.text_rules.words import REFUSALS, beside_clues, loose_clues
from cors_tui.masking import masked_url
from cors_tui.standards.verdict import Refusal

_SDK = re.compile(
    r"baggage|sentry-|trace|request-id|request-context|x-client-info|apikey|x-requested-with|x-fp-|newrelic|x-datadog"
    r"|cache-control|pragma|x-amz-|x-firebase|x-goog|x-xsrf|x-csrf|x-stainless|ngrok-",
    re.IGNORECASE,
)
_KINDS = {"font": "font", "image": "image", "manifest": "manifest", "script": "script", "video": "image"}


def clues_of(text: str, reading: Reading | None) -> dict[str, str]:
    """Every clue of one failure in `text`, with the sentence that says it. `reading` is None where no engine spoke, and
    without a text of its own where only the person did."""
    if reading is None:
        return loose_clues(text)
    if not (reading.certain or reading.text):
        status = _status(reading.status) if reading.status is not None else {}
        return (
            loose_clues(text)
            | status
            | shapes(address(reading.url))
            | pairs(address(reading.url), address(reading.origin))
        )
    url, page = address(reading.redirected_from or reading.url), address(reading.origin)
    found = {reading.engine: ""} if reading.engine else {}
    found |= _said(reading) | _status(reading.status) | shapes(url) | pairs(url, page) | _around(text, reading)
    if not reading.origin:
        found["page-unknown"] = ""
    if not url.text:
        found["url-unknown"] = ""
    if reading.redirected_from:
        found["redirected"] = f"The request was redirected to {masked_url(reading.url)[:120]}."
        after = shapes(address(reading.url))
        found |= {name: after[name] for name in ("login-url", "login-host", "bucket-host") if name in after}
        if is_near(url, address(reading.url)):
            found["redirect-near"] = "The redirect leads to the same address, written otherwise (slash, https, www)."
        elif {"login-url", "login-host"} & after.keys():
            found["to-login"] = "The redirect leads to a login page."
    elif {"login-url", "login-host"} & found.keys() and reading.refusal is Refusal.PREFLIGHT_REDIRECT:
        found["to-login"] = "The address that failed is a login page's."
    return found


def _said(reading: Reading) -> dict[str, str]:
    found: dict[str, str] = {}
    if reading.refusal is not None:
        found[reading.refusal.value] = REFUSALS[reading.refusal]
    elif not reading.certain:
        found["generic"] = "The line names no cause: it is what a library or browser says of every failure."
        if re.search(r"\bcors\b", reading.text, re.IGNORECASE):
            found["cors-word"] = "It does say CORS, so an answer came."
    elif reading.network in ("", "ERR_FAILED"):
        found["blocked"] = "The browser blocked the answer; the line that says why is missing."
    if reading.in_preflight:
        found["preflight"] = "It was the preflight that was refused."
    if reading.network not in ("", "ERR_FAILED"):
        found |= _network(reading.network)
    kind = _KINDS.get(reading.kind.lower())
    if kind:
        found[f"kind-{kind}"] = f"What failed was a {reading.kind.lower()}."
    return found | _value(reading)


def _network(name: str) -> dict[str, str]:
    says = f"The browser's network said {name}."
    families = {
        "net-name": "NAME_NOT_RESOLVED", "net-tls": "CERT|SSL|TLS", "net-refused": "CONNECTION_REFUSED",
        "net-blocker": "BLOCKED_BY_CLIENT|BLOCKED_BY_ADMINISTRATOR", "net-time": "TIMED_OUT|UNREACHABLE",
        "net-closed": "EMPTY_RESPONSE|CONNECTION_(RESET|CLOSED|ABORTED)|HTTP2|QUIC|CHUNKED_ENCODING|LENGTH_MISMATCH",
        "net-local": "LOCAL_NETWORK|PRIVATE_NETWORK",
    }  # fmt: skip
    return {clue: says for clue, pattern in families.items() if re.search(pattern, name)}


def _value(reading: Reading) -> dict[str, str]:
    value = reading.value.strip()
    if reading.refusal is Refusal.HEADER_NOT_ALLOWED:
        return header_clues(value)
    if reading.refusal is Refusal.METHOD_NOT_ALLOWED and value != value.upper():
        return {"small-method": "The method is written in small letters, and methods differ by case."}
    if reading.refusal not in (Refusal.ALLOW_ORIGIN_MISMATCH, Refusal.ALLOW_ORIGIN_INVALID):
        return {}
    if value == "null":
        return {"value-null": "The server allows the origin null, as text."}
    if value == "*":
        return {"value-star": "The server answers with the wildcard *, which credentials forbid."}
    if re.search(r"[,\s]|\*.*\*", value):
        return {"value-list": f"The header holds more than one value: {value[:80]}."}
    if "*" in value:
        return {"value-pattern": f"The header holds a pattern, {value[:80]}, which browsers do not know."}
    return _one_origin(value, reading)


def _one_origin(value: str, reading: Reading) -> dict[str, str]:
    if not value:
        empty = reading.refusal is Refusal.ALLOW_ORIGIN_INVALID
        return {"value-empty": "Access-Control-Allow-Origin is there, and empty."} if empty else {}
    found = {"value-origin": f"The server allows {value[:80]} only."}
    if value.rstrip("/") == reading.origin and value.endswith("/"):
        found["value-slash"] = "The allowed origin has a slash at its end."
    allowed, page = address(value), address(reading.origin)
    if (page.text and allowed.host == page.host) or (allowed.is_local and page.is_local):
        found["value-near"] = "The allowed origin is the page's but for the scheme, the port or the spelling."
    return found


def header_clues(value: str) -> dict[str, str]:
    """What the name of a request header tells."""
    lower = value.lower()
    if lower.startswith("access-control-"):
        return {"header-of-answer": f"{value} is a header of the answer, and the page sends it."}
    if lower == "authorization":
        return {"header-authorization": "The header is Authorization, which the wildcard * does not cover."}
    if _SDK.match(lower):
        return {"header-sdk": f"{value} is a header that libraries add by themselves."}
    return {}


def _status(status: int | None) -> dict[str, str]:
    if status is None:
        return {"status-unknown": ""}
    says = f"The answer's status is {status}."
    return {f"status-{status}": says, f"status-{status // 100}xx": says}


def _around(text: str, reading: Reading) -> dict[str, str]:
    """What stands elsewhere in the text."""
    found = beside_clues(text)
    if reading.refusal is not None:
        found.pop("redirect-word", None)
    return found
