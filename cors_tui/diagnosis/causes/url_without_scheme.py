"""The URL has no http:// in front."""

from __future__ import annotations

import re

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    call,
    facts,
)
from cors_tui.remedy import Remedy

_HOST_AND_PORT = re.compile(r"^[A-Za-z0-9.-]+:\d+(/|$)")
_HOST_AND_PATH = re.compile(r"^(localhost|\d+\.\d+\.\d+\.\d+|[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+)(/|$)")


def _detect(facts: Facts) -> Finding | None:
    written = facts.case.call.url.strip()
    if not (_HOST_AND_PORT.match(written) or _HOST_AND_PATH.match(written)):
        return None
    says = (
        f"The URL begins with {written.split('/')[0]}: without http:// or https:// a browser reads it as another thing."
    )
    return CAUSE.found(Certainty.PROVEN, says, look.written("the URL", facts.case.call.url, "as written"))


def _example() -> Facts:
    return facts(call(url="localhost:8000/users", origin="http://localhost:3000"))


CAUSE = Cause(
    name="url-without-scheme",
    title="The URL has no http:// in front",
    group=Group.URL_SHAPE,
    remedies=(Remedy.CHANGE_URL,),
    happened="The URL in the page's code starts with the host, without `http://` or `https://`.",
    why="`localhost:8000/users` is read as the scheme `localhost:`, and `api.example.com/users` as a path of your own "
    "page. The browser words the first one as CORS.",
    change="Write the scheme. If the URL comes from an environment variable, put it there.",
    expert="Chromium: `Cross origin requests are only supported for protocol schemes`; Firefox: `CORS request not "
    "http`. A host without a port becomes a relative path and gives a 404 of your own server.",
    symptoms=("Cross origin requests are only supported for protocol schemes", "CORS request not http"),
    outranks=("url-undefined",),
    rate=2.0,
    detect=_detect,
    example=_example,
)
