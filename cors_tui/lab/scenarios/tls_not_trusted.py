"""A development certificate that nobody trusts: browsers break off before they ask."""

from __future__ import annotations

from cors_tui.lab.behaviours import ALLOW_ORIGIN, PAGE, allowing, api, by_policy, calls, json_reply
from cors_tui.lab.scenario import Handler, Ports, Scenario
from cors_tui.policy import CorsPolicy

_ROUTES = {"/api/invoices": json_reply('[{"invoice": 7}]')}


def _on_both_ports(handler: Handler) -> dict[str, Handler]:
    return {"edge": handler, "other": handler}


def _broken(_ports: Ports) -> dict[str, Handler]:
    return _on_both_ports(api("fastapi", _ROUTES, allowing((ALLOW_ORIGIN, PAGE), ("Vary", "Origin"))))


def _repaired(_ports: Ports, policy: CorsPolicy) -> dict[str, Handler]:
    return _on_both_ports(api("fastapi", _ROUTES, by_policy(policy)))


SCENARIO = Scenario(
    name="tls-not-trusted",
    title="The development certificate is not trusted",
    story=(
        "The API listens on two ports, by http and by https with a certificate that signed itself. "
        "The page calls the one with https, and the browser asks nothing there."
    ),
    cause="tls-not-trusted",
    call=calls("/api/invoices", scheme="https"),
    broken=_broken,
    repaired=_repaired,
    mended=calls("/api/invoices", server="other"),
    over_tls=frozenset({"edge"}),
    teaches=("a fetch shows no warning to click away: trust the certificate, or call by http on this machine",),
    framework="fastapi",
)
