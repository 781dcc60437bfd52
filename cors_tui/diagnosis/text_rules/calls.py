"""What a call shows by itself, before anything is known to have failed: clues with a sentence each."""

from __future__ import annotations

import re

from cors_tui.case import Call
from cors_tui.diagnosis.text_rules.addresses import address, pairs, shapes
from cors_tui.diagnosis.text_rules.clues import header_clues
from cors_tui.standards.method import normalize_method
from cors_tui.standards.request import CredentialsMode


def clues_of_call(call: Call) -> dict[str, str]:
    """Every clue of a call in a curl command or in a page's code."""
    url, page = address(call.url.strip()), address(call.origin)
    found = {"call": ""} | shapes(url) | pairs(url, page)
    for name, _ in call.headers:
        found |= header_clues(name)
    if re.match(r"[\w.-]+(\.[\w-]+|:\d+)(?![\w:]*//)", url.text) and "://" not in url.text.split("?")[0]:
        found["no-scheme"] = "The URL has no http:// or https:// in front."
    if page.text.startswith("https:") and url.text.startswith("http:") and not url.is_local:
        found["mixed"] = "The page is https and the URL http."
    method = normalize_method(call.method)
    if method != method.upper():
        found["small-method"] = "The method is written in small letters, and methods differ by case."
    if call.credentials is not CredentialsMode.INCLUDE and "login-path" in found:
        found["cookie-left-out"] = "The call signs somebody in and does not say credentials: 'include'."
    return found
