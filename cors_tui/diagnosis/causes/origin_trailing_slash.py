"""Access-Control-Allow-Origin names the right origin with a slash or a path behind it."""

from __future__ import annotations

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import PAGE, allows, answer, call, facts
from cors_tui.remedy import Remedy


def _detect(facts: Facts) -> Finding | None:
    for exchange in look.answers(facts):
        shown = look.allow_origin(exchange.response)
        if shown is not None and _right_but_for_the_path(shown, look.origin(facts)):
            says = f"The server allows {shown}, and your page's origin is {look.origin(facts)}: without what follows."
            evidence = look.header(exchange, look.ALLOW_ORIGIN, "an origin ends with its host or port")
            sent = look.asked(exchange, "Origin", "what the browser compares it with")
            return CAUSE.found(Certainty.PROVEN, says, evidence, sent)
    return None


def _right_but_for_the_path(shown: str, origin: str) -> bool:
    """A list of several values is another cause."""
    return shown != origin and shown.startswith(f"{origin}/") and not set(shown) & set(", ")


def _example() -> Facts:
    return facts(call(), actual=answer(200, *allows(f"{PAGE}/")))


CAUSE = Cause(
    name="origin-trailing-slash",
    title="The allowed origin has a slash at its end",
    group=Group.ORIGIN,
    remedies=(Remedy.SEND_POLICY,),
    happened="The server lists your page's address with a slash (or a path) at the end.",
    why="An origin is scheme, host and port, nothing more. The browser compares letter by letter, and "
    "`https://app.example.com/` is not `https://app.example.com`.",
    change="Remove the slash from the server's list. If the list comes from an environment variable, cut slashes and "
    "spaces when it is read.",
    expert="Byte equality with the serialized origin; no normalisation of any kind. Servers that compare instead of "
    "echoing send no header at all for the same mistake.",
    symptoms=("has a value that is not equal to the supplied origin", "does not match", "trailing slash"),
    outranks=("fixed-other-origin", "origin-wrong-host-or-port", "origin-not-in-list", "allow-origin-invalid-value"),
    rate=3.5,
    sources=(
        "https://fetch.spec.whatwg.org/#cors-check",
        "https://html.spec.whatwg.org/#ascii-serialisation-of-an-origin",
    ),
    detect=_detect,
    example=_example,
)
