"""A private tunnel or a protected preview asks for a sign-in."""

from __future__ import annotations

from dataclasses import replace

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis import signatures
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy


def _detect(facts: Facts) -> Finding | None:
    matched = signatures.first_match("tunnel-or-preview-protected", facts)
    if matched is None or not look.blocked(facts):
        return None
    row, exchange, evidence = matched
    says = f"{row.product} stands in front and wants a sign-in: {row.means}."
    shown = (
        replace(evidence, quote=look.header(exchange, "Location", "").quote) if row.field == "location" else evidence
    )
    return CAUSE.found(Certainty.PROVEN, says, look.status(exchange, "the answer"), shown)


def _example() -> Facts:
    to_sign_in = answer(302, "Location: https://github.dev/pf-signin?id=abc", reason="Found")
    asked = call(url="https://fluffy-8000.app.github.dev/users", origin="https://fluffy-3000.app.github.dev")
    return facts(asked, actual=to_sign_in)


CAUSE = Cause(
    name="tunnel-or-preview-protected",
    title="A private tunnel or protected preview asks for a sign-in",
    group=Group.LOGIN_REDIRECT,
    remedies=(Remedy.STOP_REDIRECT, Remedy.CHANGE_CREDENTIALS),
    happened="The address belongs to a development tunnel or a preview deployment that only signed-in people may use.",
    why="The platform answers with a redirect to its sign-in, or a 401, before your server hears of it. A script "
    "cannot sign in.",
    change="Make the forwarded port public, or switch the protection off for this path. Or use the platform's bypass "
    "token.",
    expert="Codespaces and dev tunnels: port visibility public. Vercel: Deployment Protection, OPTIONS allowlist. "
    "Cloudflare Access: CORS settings or options_preflight_bypass. Cloud Shell previews never allow it.",
    symptoms=("github.dev/pf-signin", "vercel.com/sso-api", "cloudflareaccess.com", "devtunnels.ms"),
    outranks=(
        "redirect-to-login",
        "options-not-handled",
        "not-found-404",
        "redirect-preflight",
        "auth-before-cors",
        "redirect-drops-origin",
        "no-allow-origin",
    ),
    rate=2.0,
    detect=_detect,
    example=_example,
)
