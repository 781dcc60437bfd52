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
    """`value` as it may be shown: an Authorization keeps its scheme, a cookie its name and its attributes."""
    if not is_secret(name) or not value:
        return value
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


def masked_lines(text: str) -> str:
    """Free text as it may be shown: every ``Name: value`` line and every URL in it without their secrets."""
    return "\n".join(_masked_line(line) for line in text.split("\n"))


def _masked_line(line: str) -> str:
    name, colon, value = line.partition(":")
    if colon and is_secret(name):
        rest = value.strip()
        return f"{name}: {masked(name.strip(), rest)}"
    return masked_url(line)
