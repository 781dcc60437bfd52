"""What a server says that sets cookies, for the causes that are about them."""

from __future__ import annotations

from cors_tui.diagnosis.cause import Facts
from cors_tui.diagnosis.examples import allows, answer, call, facts

TRUE = "Access-Control-Allow-Credentials: true"


def sets(
    *cookies: str,
    status: int = 200,
    url: str = "https://api.example.com/users",
    origin: str = "https://app.example.com",
) -> Facts:
    """A call with credentials whose answer sets `cookies`."""
    lines = (f"Set-Cookie: {cookie}" for cookie in cookies)
    return facts(call(url=url, origin=origin, cookies=True), actual=answer(status, *allows(origin), TRUE, *lines))
