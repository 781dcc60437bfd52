"""A shared cache stores one page's answer and gives it to every other page."""

from __future__ import annotations

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Evidence, Facts, Finding, Group
from cors_tui.diagnosis.examples import PAGE, answer, call, facts
from cors_tui.diagnosis.stored import stored_marks
from cors_tui.remedy import Remedy
from cors_tui.standards.verdict import Exchange


def _detect(facts: Facts) -> Finding | None:
    return _stored_answer(facts) or _no_origin_first(facts) or _mixed_up(facts)


def _stored_answer(facts: Facts) -> Finding | None:
    """The person's own request is answered wrongly, and the same past the cache rightly."""
    fresh = next(iter(facts.seen(experiments.PAST_THE_CACHE)), None)
    own = facts.actual
    if own is None or fresh is None or not look.blocked(facts) or not _alike(own, fresh):
        return None
    if look.lets_in(facts, own.response) or not look.lets_in(facts, fresh.response):
        return None
    says = "A cache answers with what it stored for somebody else; past the cache the server lets your page in."
    shown = _shown(own, "the stored answer")
    return CAUSE.found(
        Certainty.PROVEN, says, shown, look.header(fresh, look.ALLOW_ORIGIN, "past the cache"), *_marks(own)
    )


def _alike(own: Exchange, fresh: Exchange) -> bool:
    """Both are good answers at the same place, so that only the stored headers can differ."""
    return own.request.hop == 0 and look.is_ok(own.response) and look.is_ok(fresh.response)


def _no_origin_first(facts: Facts) -> Finding | None:
    """Asked without Origin first, the cache gives that answer to your page."""
    first_own = next(iter(facts.seen(experiments.A_NONE_B)), None)
    pair = facts.seen(experiments.NONE_FIRST)
    if first_own is None or len(pair) < 2 or not look.lets_in(facts, first_own.response):
        return None
    if not look.is_ok(pair[1].response) or not look.bare(pair[1].response):
        return None
    says = "After a request without Origin, your page gets that stored answer, which has no CORS headers."
    first = look.header(first_own, look.ALLOW_ORIGIN, "when your page asks first")
    return CAUSE.found(
        Certainty.PROVEN, says, look.lacks(pair[1], look.ALLOW_ORIGIN), first, *_marks(pair[1]), *_vary(pair[1])
    )


def _mixed_up(facts: Facts) -> Finding | None:
    """A stranger who asks second gets your page's answer, and who asks alone does not."""
    asked = facts.seen(experiments.A_NONE_B)
    alone = look.same_request(facts.seen(experiments.STRANGER_ORIGIN), next(iter(asked), None))
    if len(asked) < 3 or look.allow_origin(asked[0].response) != look.origin(facts):
        return None
    if look.allow_origin(asked[2].response) != look.origin(facts) or alone is None or alone.response is None:
        return None
    if look.allow_origin(alone.response) == look.origin(facts):
        return None
    says = "A cache gives the answer made for your page to every other page: whoever asks first decides for all."
    wrong = look.header(asked[2], look.ALLOW_ORIGIN, "what a stranger got after you")
    return CAUSE.found(Certainty.PROVEN, says, wrong, _shown(alone, "what it gets alone"), *_marks(asked[2]))


def _shown(exchange: Exchange, shows: str) -> Evidence:
    if look.bare(exchange.response):
        return look.lacks(exchange, look.ALLOW_ORIGIN)
    return look.header(exchange, look.ALLOW_ORIGIN, shows)


def _marks(exchange: Exchange) -> tuple[Evidence, ...]:
    return tuple(look.header(exchange, name, "a cache says so itself") for name in stored_marks(exchange.response))


def _vary(exchange: Exchange) -> tuple[Evidence, ...]:
    headers = exchange.response.headers if exchange.response else ()
    return (look.header(exchange, "Vary", "Origin is not in it"),) if "vary" in headers else ()


def _example() -> Facts:
    stored = answer(200, "Age: 30", "X-Cache: HIT", "Access-Control-Allow-Origin: https://other.example")
    fresh = answer(200, "Age: 0", "X-Cache: MISS", f"Access-Control-Allow-Origin: {PAGE}")
    return facts(call(), actual=stored, experiments={experiments.PAST_THE_CACHE: [fresh]})


CAUSE = Cause(
    name="cached-without-vary",
    title="A cache keeps one origin's answer for all (no Vary: Origin)",
    group=Group.CACHE,
    remedies=(Remedy.VARY_ON_ORIGIN, Remedy.CACHE_PER_ORIGIN),
    happened="A CDN or proxy stored an answer that was made for another page, or for no page at all, and hands it to "
    "yours.",
    why="The stored answer names the wrong origin, or none. The browser compares it with yours and refuses.",
    change="Let the server send `Vary: Origin` with every answer (also to requests without Origin), and let the cache "
    "respect it. Then purge the cache once. A fixed `*` without credentials is the other way out.",
    expert="With `Vary: Origin` nginx, Varnish, HAProxy and Apache keep variants apart; CloudFront needs Origin in the "
    "cache key; Cloudflare's default key has Origin in it for assets only. `proxy_ignore_headers Vary` and `unset "
    "beresp.http.Vary` undo it. Object stores send neither header when no Origin was sent, so a plain <img> poisons "
    "the browser's own cache too.",
    symptoms=(
        "has a value that is not equal to the supplied origin",
        "works sometimes",
        "works after a hard reload",
        "x-cache: Hit",
    ),
    needs=(
        experiments.PAST_THE_CACHE,
        experiments.A_NONE_B,
        experiments.NONE_FIRST,
        experiments.STRANGER_ORIGIN,
        experiments.TWICE,
    ),
    outranks=(
        "no-allow-origin",
        "fixed-other-origin",
        "origin-wrong-host-or-port",
        "origin-wrong-scheme",
        "origin-not-in-list",
        "route-before-middleware",
        "vary-missing",
        "location-drops-headers",
        "overwritten-by-proxy",
        "two-places-disagree",
    ),
    rate=3.0,
    sources=("https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches",),
    detect=_detect,
    example=_example,
)
