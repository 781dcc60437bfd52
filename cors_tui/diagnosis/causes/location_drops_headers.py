"""Some paths behind nginx lose the headers: a location with its own add_header."""

from __future__ import annotations

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    allows,
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy
from cors_tui.standards.verdict import Exchange


def _detect(facts: Facts) -> Finding | None:
    return _on_preflights(facts) or _on_one_path(facts)


def _on_preflights(facts: Facts) -> Finding | None:
    """An `if` for OPTIONS with lists of its own: what stands outside it is not inherited."""
    stuck = facts.preflight
    if stuck is None or stuck.response is None or not look.is_ok(stuck.response) or not look.bare(stuck.response):
        return None
    lists = look.cors_names(stuck.response.headers)
    other = look.let_in_elsewhere(facts, than=stuck)
    if not lists or other is None or not _is_nginx(stuck):
        return None
    says = f"nginx answers the preflight with {lists[0]} and without {look.ALLOW_ORIGIN}, which its other answers have."
    own = look.header(stuck, lists[0], "the block that answers OPTIONS has headers of its own")
    shown = look.header(other, look.ALLOW_ORIGIN, "another answer")
    return CAUSE.found(Certainty.LIKELY, says, own, shown, look.header(stuck, "Server", "who answers"))


def _on_one_path(facts: Facts) -> Finding | None:
    stuck = facts.actual
    if stuck is None or stuck.request.hop > 0 or not look.blocked(facts):
        return None
    if not look.is_ok(stuck.response) or not look.bare(stuck.response) or not _is_nginx(stuck):
        return None
    for other in (*facts.seen(experiments.MISSING_PATH), *facts.seen(experiments.SLASH_VARIANT)):
        if look.lets_in(facts, other.response):
            says = "Another path of the same nginx has the CORS headers, and this one does not."
            shown = look.header(other, look.ALLOW_ORIGIN, "another path")
            who = look.header(stuck, "Server", "who answers")
            return CAUSE.found(Certainty.LIKELY, says, look.lacks(stuck, look.ALLOW_ORIGIN), shown, who)
    return None


def _is_nginx(exchange: Exchange) -> bool:
    return "nginx" in ((exchange.response.headers.get("server") if exchange.response else "") or "").lower()


def _example() -> Facts:
    other = answer(404, "Server: nginx/1.22.1", *allows())
    bare = answer(200, "Server: nginx/1.22.1", "Cache-Control: no-store")
    return facts(call(), actual=bare, experiments={experiments.MISSING_PATH: [other]})


CAUSE = Cause(
    name="location-drops-headers",
    title="One block loses the headers (nginx add_header is not inherited)",
    group=Group.PARTIAL,
    remedies=(Remedy.OWN_AT_PROXY, Remedy.SEND_POLICY),
    happened="Most answers of the server have the headers; those of one path, or those to OPTIONS, do not.",
    why="In nginx one add_header inside a location (or an `if`) drops every add_header from outside it.",
    change="Repeat the whole list in that location or `if`, or move its one header to where the others are.",
    expert="A lone `add_header Cache-Control` is enough. The popular `if ($request_method = OPTIONS)` gist loses "
    "Access-Control-Allow-Origin that way. From 1.29.3 there is `add_header_inherit merge`.",
    symptoms=("CORS works for some files only", "only .mp4, fonts or one path are blocked"),
    needs=(experiments.MISSING_PATH, experiments.SLASH_VARIANT),
    outranks=("route-before-middleware", "no-allow-origin", "options-not-handled"),
    rate=1.5,
    detect=_detect,
    example=_example,
)
