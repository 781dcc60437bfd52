"""The certificate is not trusted, expired, or made for another name."""

from __future__ import annotations

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import call, facts, no_answer
from cors_tui.remedy import Remedy
from cors_tui.standards.response import NetworkFailure

_WHY = {
    NetworkFailure.TLS_UNTRUSTED: "is not signed by anybody this machine trusts",
    NetworkFailure.TLS_EXPIRED: "has expired",
    NetworkFailure.TLS_NAME_MISMATCH: "was made for another name",
}


def _detect(facts: Facts) -> Finding | None:
    failed = look.network_error(facts)
    if failed is None or failed[1].failure not in _WHY:
        return None
    exchange, error = failed
    says = f"The certificate of {exchange.request.url.host} {_WHY[error.failure]}, so the browser sends nothing."
    return CAUSE.found(Certainty.PROVEN, says, look.status(exchange, "the TLS library's own words"))


def _example() -> Facts:
    unknown = no_answer(NetworkFailure.TLS_UNTRUSTED, "certificate verify failed: self-signed certificate")
    return facts(call(url="https://localhost:5001/users", origin="http://localhost:3000"), actual=unknown)


CAUSE = Cause(
    name="tls-not-trusted",
    title="The certificate is not trusted",
    group=Group.NETWORK,
    remedies=(Remedy.TRUST_CERTIFICATE, Remedy.CHANGE_URL),
    happened="The server was reached, but its certificate does not convince: signed by itself, expired, or for another "
    "name.",
    why="A browser breaks off before any request is sent. For a page you visit it shows a warning; for a fetch it only "
    "reports a failed request, which looks like CORS.",
    change="In development open the API's URL in a tab once and accept it, or better make a trusted certificate with "
    "mkcert or `dotnet dev-certs https --trust`. In production renew the certificate, with its whole chain.",
    expert="Firefox keeps its own store and its own exceptions, and they count per port. A missing intermediate works "
    "in some browsers and not in others.",
    symptoms=(
        "net::ERR_CERT_AUTHORITY_INVALID",
        "net::ERR_CERT_COMMON_NAME_INVALID",
        "net::ERR_CERT_DATE_INVALID",
        "CORS request did not succeed. Status code: (null)",
    ),
    outranks=("no-allow-origin",),
    rate=3.0,
    detect=_detect,
    example=_example,
)
