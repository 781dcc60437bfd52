"""Cross-Origin-Resource-Policy and what an embedder policy makes of its absence.

It blocks opaque (``no-cors``) responses only; a request in cors mode never meets it.

https://fetch.spec.whatwg.org/#cross-origin-resource-policy-header
"""

from __future__ import annotations

from cors_tui.standards.departures import Departure, Departures
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.mixed_content import is_secure_context
from cors_tui.standards.origin import Origin, same_origin
from cors_tui.standards.request import Page
from cors_tui.standards.site import schemelessly_same_site
from cors_tui.standards.url import Url
from cors_tui.standards.verdict import FETCH_STANDARD, Failure, Refusal, Step

POLICY = "cross-origin-resource-policy"
EMBEDDER_POLICY = "cross-origin-embedder-policy"

BLOCKED = Step(
    "cross-origin resource policy internal check", "6", f"{FETCH_STANDARD}#cross-origin-resource-policy-internal-check"
)


def requires_corp(page: Page) -> bool:
    """https://html.spec.whatwg.org/#embedder-policy-value"""
    return _is_policy(page, "require-corp")


def _is_policy(page: Page, value: str) -> bool:
    """Whether the page has this embedder policy; only a secure context has one."""
    written = page.headers.get(EMBEDDER_POLICY) if is_secure_context(page) else None
    return (written or "").partition(";")[0].strip() == value


def allows_credentials(page: Page, url: Url, *, tainted: bool) -> bool:
    """Whether a no-cors request may carry credentials under the page's embedder policy.

    https://fetch.spec.whatwg.org/#cross-origin-embedder-policy-allows-credentials
    """
    if not page.headers.pairs or not _is_policy(page, "credentialless"):
        return True
    return same_origin(page.origin, url.origin) and not tainted


def corp_failure(page: Page, url: Url, response: HeaderList, departures: Departures) -> Failure | None:
    """https://fetch.spec.whatwg.org/#cross-origin-resource-policy-check"""
    got = response.get(POLICY)
    policy = got if got in ("same-origin", "same-site", "cross-origin") else None
    if policy is None and got and Departure.UNKNOWN_RESOURCE_POLICY_ALLOWS in departures:
        return None
    if policy is None and requires_corp(page):
        return Failure(Refusal.CORP, BLOCKED, POLICY, got, "cross-origin", about=EMBEDDER_POLICY)
    if policy in (None, "cross-origin") or _allows(policy, page.origin, url.origin):
        return None
    return Failure(Refusal.CORP, BLOCKED, POLICY, got, "cross-origin")


def _allows(policy: str | None, page: Origin, there: Origin) -> bool:
    """https://fetch.spec.whatwg.org/#cross-origin-resource-policy-internal-check"""
    if same_origin(page, there):
        return True
    if policy == "same-origin":
        return False
    return schemelessly_same_site(page, there) and (page.scheme == "https" or there.scheme != "https")
