"""The server refuses the Host header: the name in the URL is not one that it serves."""

from __future__ import annotations

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis import signatures
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import answer, call, facts
from cors_tui.remedy import Remedy


def _detect(facts: Facts) -> Finding | None:
    matched = signatures.first_match("host-not-allowed", facts)
    if matched is None or not look.blocked(facts):
        return None
    row, exchange, evidence = matched
    says = f"The server does not serve the name {exchange.request.url.host} ({row.product}): {row.means}."
    return CAUSE.found(Certainty.PROVEN, says, evidence, look.status(exchange, "the answer"))


def _example() -> Facts:
    refused = answer(400, "Content-Type: text/plain; charset=utf-8", body="Invalid host header")
    return facts(call("GET", "X-Api-Key: k"), preflight=refused, actual=refused)


CAUSE = Cause(
    name="host-not-allowed",
    title="The server does not know the host name in the URL",
    group=Group.SERVER_ERROR,
    remedies=(Remedy.REPAIR_ERROR, Remedy.CHANGE_URL),
    happened="The server (or the development server) answers only for the host names it lists, and the one in the URL "
    "is not among them.",
    why="That check runs before the CORS code, so its refusal carries no CORS headers.",
    change="Add the URL's host to the server's list of hosts. That list is not the list of origins: it names the API, "
    "not the page. Or call the name that is listed.",
    expert="Starlette TrustedHostMiddleware, Django ALLOWED_HOSTS, Rails config.hosts, Vite server.allowedHosts, "
    "webpack-dev-server allowedHosts; a tunnel or a proxy that passes its own Host on.",
    symptoms=("Invalid host header", "DisallowedHost", "Blocked request. This host is not allowed", "Blocked hosts"),
    outranks=(
        "auth-before-cors",
        "error-without-headers",
        "only-errors-bare",
        "options-not-handled",
        "no-allow-origin",
    ),
    rate=1.0,
    sources=("https://starlette.dev/middleware/#trustedhostmiddleware",),
    detect=_detect,
    example=_example,
)
