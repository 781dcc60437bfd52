"""The server sends the browser to a login page."""

from __future__ import annotations

import re

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import answer, call, facts
from cors_tui.remedy import Remedy

_WORDS = re.compile(
    r"(^|[/_.-])(login|log-in|signin|sign-in|sign_in|sso|saml2?|oauth2?|authorize|authorization|cas|adfs|session/new"
    r"|sso-api|pf-signin|accounts)([/_.?-]|$)",
    re.IGNORECASE,
)
_HOSTS = re.compile(
    r"(^|\.)(login\.|accounts\.|auth\.|sso\.|idp\.|id\.)|(^|\.)(login\.microsoftonline\.com|cloudflareaccess\.com"
    r"|auth0\.com|okta\.com|amazoncognito\.com)$",
    re.IGNORECASE,
)


def _detect(facts: Facts) -> Finding | None:
    if not look.blocked(facts):
        return None
    for exchange, to in look.redirects(facts):
        if _HOSTS.search(to.host) or _WORDS.search(to.path):
            says = f"{look.redirect_says(exchange, to)}: that is a login page, so the session is missing or over."
            return CAUSE.found(Certainty.PROVEN, says, *look.redirect_evidence(exchange))
    return None


def _example() -> Facts:
    to_login = answer(302, "Location: https://login.example.com/oauth2/authorize?client_id=1", reason="Found")
    return facts(call(), actual=to_login)


CAUSE = Cause(
    name="redirect-to-login",
    title="The answer is a redirect to a login page",
    group=Group.LOGIN_REDIRECT,
    remedies=(Remedy.STOP_REDIRECT, Remedy.CHANGE_CREDENTIALS),
    happened="The server thinks nobody is signed in and sends the browser to a login page, as it would for a person.",
    why="The login page is another site without CORS headers, and a script cannot sign in there. So the browser "
    "reports CORS, and the real reason, 'not signed in', stays hidden.",
    change="Sign in again and see whether it works. For good: let the server answer API calls with 401 instead of a "
    "redirect, and let the page go to the login page by itself. If the call needs cookies, it needs `credentials: "
    "'include'`.",
    expert="Anything that decides by session: Spring Security form login, Django login_required, oauth2-proxy, Azure "
    "App Service authentication, Cloudflare Access, previews of hosting platforms, private dev tunnels. A preflight "
    "never carries cookies, so these must let OPTIONS pass.",
    symptoms=(
        "(redirected from ...) ... has been blocked by CORS policy",
        "login.microsoftonline.com",
        "works after signing in again",
    ),
    outranks=("redirect-preflight", "redirect-drops-origin", "redirect-to-https", "no-allow-origin", "origin-null"),
    rate=5.0,
    detect=_detect,
    example=_example,
)
