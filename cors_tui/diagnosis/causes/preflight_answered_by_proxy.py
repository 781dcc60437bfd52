"""The proxy answers OPTIONS itself; the server would have done it right."""

from __future__ import annotations

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    allows,
    allows_all_of,
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Exchange

_OTHER_CAUSES = (401, 407, 413, 429)
_LISTS = (look.ALLOW_METHODS, look.ALLOW_HEADERS)


def _detect(facts: Facts) -> Finding | None:
    through = facts.preflight
    if through is None or through.response is None or not look.blocked(facts):
        return None
    direct = look.same_request(facts.seen(experiments.DIRECT), through)
    if direct is None or not look.is_ok(direct.response) or not look.lets_in(facts, direct.response):
        return None
    if _is_the_whole_path(facts, through.response):
        return None
    if 400 <= through.response.status < 500 and through.response.status not in _OTHER_CAUSES:
        return _refused(through, through.response, direct)
    return _answered_as_something_else(facts, through, direct) if look.is_ok(through.response) else None


def _is_the_whole_path(facts: Facts, preflight: Response) -> bool:
    """The layer in front answers the request itself, too: then OPTIONS is not what it is about."""
    here, there = look.actual(facts), look.same_request(facts.seen(experiments.DIRECT), facts.actual)
    if here is None or there is None or there.response is None or not look.is_ok(there.response):
        return False
    refused = not look.is_ok(here) and here.status == preflight.status
    return refused or (look.is_ok(here) and look.bare(here) and look.made_by_another(here, there.response))


def _refused(through: Exchange, response: Response, direct: Exchange) -> Finding:
    says = f"A layer in front answers the preflight itself ({response.status}); the origin server does it right."
    right = look.status(direct, "straight from the origin server")
    return CAUSE.found(Certainty.PROVEN, says, right, look.status(through, "through the layer in front"))


def _answered_as_something_else(facts: Facts, through: Exchange, direct: Exchange) -> Finding | None:
    """A cache that turns OPTIONS into GET gives an answer without the lists; another layer has lists of its own."""
    if look.bare(through.response):
        return _with_other_lists(facts, through, direct, _LISTS)
    if not any(o is not None and o.failure is not None and o.failure.in_preflight for o in facts.outcomes.values()):
        return None
    changed = next((name for name in _LISTS if _is_changed(through, direct, name)), "")
    if changed and _is_one_header(through, direct):
        return None
    if changed:
        says = "A layer in front answers the preflight itself, with lists of its own."
        own = look.header(through, changed, "through the layer in front")
        return CAUSE.found(Certainty.PROVEN, says, own, look.header(direct, changed, "straight from the origin server"))
    lost = [n for n in _LISTS if look.elements(direct.response, n) and not look.elements(through.response, n)]
    if len(lost) < len(_LISTS):
        return None
    says = "A layer in front does not pass the preflight on as it is: its answer has lost the lists."
    right = look.header(direct, lost[0], "straight from the origin server")
    return CAUSE.found(Certainty.PROVEN, says, right, look.lacks(through, lost[0]))


def _is_one_header(through: Exchange, direct: Exchange) -> bool:
    """The origin server's own answer, with one header written over."""
    if through.response is None or direct.response is None or through.response.status != direct.response.status:
        return False
    return len(look.changed_headers(through.response, direct.response)) == 1


def _is_changed(through: Exchange, direct: Exchange, name: str) -> bool:
    """Both have the list, with other members; their order may change from answer to answer."""
    here, there = ({each.lower() for each in look.elements(e.response, name)} for e in (through, direct))
    return bool(here and there) and here != there


def _with_other_lists(facts: Facts, through: Exchange, direct: Exchange, lists: tuple[str, ...]) -> Finding | None:
    """Lists of its own and no Allow-Origin: it was not stripped, it was never asked for."""
    other = [n for n in lists if look.elements(through.response, n) not in ((), look.elements(direct.response, n))]
    if not other and not look.cors_names(through.response.headers if through.response else HeaderList()):
        return _without_any(facts, through, direct)
    if not other:
        return None
    says = f"A layer in front answers the preflight itself, with lists of its own and without {look.ALLOW_ORIGIN}."
    own = look.header(through, other[0], "through the layer in front")
    right = look.header(direct, other[0], "straight from the origin server")
    return CAUSE.found(Certainty.PROVEN, says, own, right, look.lacks(through, look.ALLOW_ORIGIN))


def _without_any(facts: Facts, through: Exchange, direct: Exchange) -> Finding | None:
    """No CORS header at all, with another status, or where the request itself keeps its headers: not the origin
    server's answer without them."""
    if through.response is None or direct.response is None:
        return None
    if through.response.status == direct.response.status and not look.allow_origin(look.actual(facts)):
        return None
    says = f"A layer in front answers the preflight itself ({through.response.status}), without any CORS header."
    right = look.status(direct, "straight from the origin server")
    return CAUSE.found(Certainty.PROVEN, says, right, look.lacks(through, look.ALLOW_ORIGIN))


def _example() -> Facts:
    good = answer(204, *allows_all_of())
    return facts(
        call("GET", "X-Api-Key: k"),
        preflight=answer(405, "Server: nginx"),
        actual=answer(200, *allows()),
        answers={"origin-server": "10.0.0.5:8000"},
        experiments={experiments.DIRECT: [good, answer(200, *allows())]},
    )


CAUSE = Cause(
    name="preflight-answered-by-proxy",
    title="A CDN or proxy answers the preflight itself",
    group=Group.PREFLIGHT,
    remedies=(Remedy.PASS_THROUGH, Remedy.OWN_AT_PROXY),
    happened="Your server handles OPTIONS well, but the proxy does not let it through.",
    why="The browser gets the proxy's refusal instead of your server's permission.",
    change="Let the proxy pass OPTIONS on to the server: no method filter, no authentication for it.",
    expert="nginx limit_except, `if ($request_method = OPTIONS)`, auth_basic; HAProxy deny; Apache LimitExcept; "
    "CloudFront behaviours without OPTIONS in AllowedMethods; Cloudflare Access without its CORS setting; Varnish "
    "`return (hash)` turns OPTIONS into GET.",
    symptoms=("OPTIONS returns 403 or 405 from nginx", "It does not have HTTP ok status"),
    needs=(experiments.DIRECT,),
    outranks=(
        "header-not-allowed",
        "method-not-allowed",
        "options-not-handled",
        "auth-before-cors",
        "stripped-by-proxy",
        "origin-not-in-list",
        "location-drops-headers",
        "allow-credentials-missing",
        "overwritten-by-proxy",
        "two-places-disagree",
    ),
    rate=2.0,
    detect=_detect,
    example=_example,
)
