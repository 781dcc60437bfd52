"""Secrets: which header values are, and how they are shown, saved and copied without giving them away."""

from __future__ import annotations

import re

MASK = "••••"

_SECRET_NAMES = frozenset(
    {"authorization", "proxy-authorization", "cookie", "set-cookie", "apikey", "x-amz-security-token", "x-csrf-token"}
)
_SECRET_WORDS = re.compile(
    r"(?:^|[-_])(?:api-?key|token|secret|password|passwd|auth|session|jwt)(?:$|[-_])", re.IGNORECASE
)
_SECRET_QUERY = re.compile(
    r"([?&](?:access_token|api_?key|apikey|auth|key|password|secret|sig|signature|token|jwt)=)[^&#\s'\"]+",
    re.IGNORECASE,
)
_USERINFO = re.compile(r"(?<=://)[^/@\s?#]*:[^/@\s?#]*(?=@)")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9-]*(?= )")


def is_secret(name: str) -> bool:
    """Whether a header called `name` carries a secret. An Access-Control header never does."""
    lowered = name.strip().lower()
    if lowered.startswith("access-control-"):
        return False
    return lowered in _SECRET_NAMES or _SECRET_WORDS.search(lowered) is not None


def masked(name: str, value: str) -> str:
    """`value` as it may be shown: an Authorization keeps its scheme, a cookie its name and its attributes, a URL in it
    (Location, Referer, ...) all but its secrets."""
    if not is_secret(name) or not value:
        return masked_url(value)
    lowered = name.strip().lower()
    if lowered == "set-cookie":
        head, semicolon, attributes = value.partition(";")
        return _masked_cookie(head) + semicolon + attributes
    if lowered == "cookie":
        return ";".join(_masked_cookie(pair) for pair in value.split(";"))
    scheme = _SCHEME.match(value) if "authorization" in lowered else None
    return f"{scheme.group()} {MASK}" if scheme else MASK


def masked_url(url: str) -> str:
    """`url` without the secrets people put into user information and query parameters."""
    return _SECRET_QUERY.sub(rf"\1{MASK}", _USERINFO.sub(MASK, url))


def _masked_cookie(pair: str) -> str:
    """``name=value`` with its value masked; a cookie without a name is all value."""
    name, equals, _ = pair.partition("=")
    return f"{name}={MASK}" if equals else MASK


_NAMED = re.compile(
    r"((?:authorization|cookie|api[-_]?key|token|secret|passwo?r?d|session|jwt)[\w-]{0,40}[\"'`]?"
    r"[ \t]{0,5}[:=][ \t]{0,5})"
    r"([\"'`][^\"'`\n]*|[^\s\"'`;&,}][^\"'`\n]*)",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"(\"name\"\s{0,20}:\s{0,20}\"[\w-]{0,40}(?:authorization|cookie|key|token|secret|auth|session|jwt)[\w-]{0,40}\"\s{0,20},"
    r"\s{0,40}\"value\"\s{0,20}:\s{0,20}\")[^\"\n]*",
    re.IGNORECASE,
)
_OPTION = re.compile(
    r"((?<![\w-])(?:-u|-b|--user|--cookie|--oauth2-bearer|--proxy-user)[ \t=]{0,5}\^?)"
    r"('[^'\n]*|\"[^\"\n]*|[^\s'\"^][^\s^]*)"
)
_BEARER = re.compile(r"\b(Bearer|Basic|Digest|Negotiate)( {1,5})[\w+/=.~-]{6,}", re.IGNORECASE)
_JWT = re.compile(r"\beyJ[\w-]{4,}\.[\w-]+(?:\.[\w-]*)?")


def masked_lines(text: str) -> str:
    """Free text as it may be shown: commands, code, dumps and HARs without the secrets that can be told by their name
    or their form. What stands behind such a name goes up to the next quote or the line's end; rather too much than
    too little. Takes time in proportion to the text.
    """
    return "\n".join(_masked_line(line) for line in text.split("\n"))


def _masked_line(line: str) -> str:
    name, colon, value = line.partition(":")
    if colon and is_secret(name):
        rest = value.strip()
        return f"{name}: {masked(name.strip(), rest)}"
    if _ACCESS_CONTROL.match(line):
        return line
    line = _LISTED.sub(rf"\1{MASK}", masked_url(line))
    line = _BEARER.sub(rf"\1\2{MASK}", _JWT.sub(MASK, line))
    line = _OPTION.sub(_after_its_quote, line)
    return _NAMED.sub(_after_its_quote, line)


def _after_its_quote(found: re.Match[str]) -> str:
    """The name, the quote that opens the value, and the mask; a scheme that is masked already stays."""
    named, value = found[1], found[2]
    quote = value[0] if value[0] in "\"'`" else ""
    scheme = _MASKED_SCHEME.match(value, len(quote))
    return f"{named}{quote}{scheme[0] if scheme else MASK}"


_ACCESS_CONTROL = re.compile(r"[\s<>*]{0,20}access-control-", re.IGNORECASE)
_MASKED_SCHEME = re.compile(rf"(?:Bearer|Basic|Digest|Negotiate) {{1,5}}{MASK}\Z", re.IGNORECASE)
