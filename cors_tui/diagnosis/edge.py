"""What can be said of the layer in front: who it is, whether it keeps answers, answers OPTIONS itself, redirects, and
what is to be changed at that very product. Every claim says how sure it is, and rests on bytes that were seen."""

from __future__ import annotations

from dataclasses import dataclass

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.fingerprints import Fingerprint, Layer, who_answered
from cors_tui.diagnosis.layers import Claim, Deed, who_did_it
from cors_tui.diagnosis.products import Topic, changes_at
from cors_tui.diagnosis.stored import stored_marks
from cors_tui.standards.request import Role
from cors_tui.standards.verdict import Exchange

_IN_FRONT = (Layer.EDGE, Layer.PLATFORM, Layer.PROXY, Layer.SERVER)
_SIGNS = ("via", "age", "x-cache", "cf-cache-status", "x-cache-status", "x-vercel-cache", "cache-status")
_DONE_IN_FRONT = {Deed.ADDED, Deed.REMOVED, Deed.CHANGED, Deed.DOUBLED}


@dataclass(frozen=True, slots=True)
class Told:
    """One question about the layer in front, its answer in a sentence, and the bytes (`quote`, "" for none)."""

    topic: Topic
    says: str
    certainty: Certainty
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """Everything about the layer in front. `claims` say who did what with each CORS header, by the role of the answer
    (``preflight`` or ``request``); `products` those in front by name, the outermost first; `changes` what to change at
    which of them."""

    told: tuple[Told, ...] = ()
    claims: tuple[tuple[str, Claim], ...] = ()
    products: tuple[str, ...] = ()
    changes: tuple[tuple[str, str], ...] = ()


def edge_of(facts: Facts) -> Edge:
    """What is known of the layer in front; empty while nothing was seen."""
    if not any(exchange.response for exchange in look.answers(facts)):
        return Edge()
    claims = tuple((_role(each), claim) for each in look.answers(facts) for claim in who_did_it(facts, each))
    told = (_who(facts), _keeps(facts), _answers_options(facts), _redirects(facts))
    products = tuple(each.product for each in _named(facts))
    known = tuple(each for each in told if each is not None)
    topics = _topics(known, claims) if look.blocked(facts) else _mixed_up(known)
    return Edge(known, claims, products, tuple((p, what) for p in products for what in changes_at(p, topics)))


def _role(exchange: Exchange) -> str:
    return "preflight" if exchange.request.role is Role.PREFLIGHT else "request"


def _topics(told: tuple[Told, ...], claims: tuple[tuple[str, Claim], ...]) -> frozenset[Topic]:
    """What there is to change: proven or likely to have been done in front."""
    done = {each.topic for each in told if each.topic is not Topic.WHO and each.certainty is not Certainty.POSSIBLE}
    if any(claim.deed in _DONE_IN_FRONT and claim.certainty is not Certainty.POSSIBLE for _, claim in claims):
        done.add(Topic.HEADERS)
    return frozenset(done)


def _mixed_up(told: tuple[Told, ...]) -> frozenset[Topic]:
    """Where every browser is content, only what a cache does to others is left to change."""
    return frozenset(e.topic for e in told if e.topic is Topic.CACHE and e.certainty is Certainty.PROVEN)


def _named(facts: Facts) -> tuple[Fingerprint, ...]:
    """Products in front by name; what the direct answer shows, too, is the server behind them."""
    behind = {each.product for e in facts.seen(experiments.DIRECT) if e.response for each in who_answered(e.response)}
    found = (each for e in look.answers(facts) if e.response for each in who_answered(e.response))
    named = {each.product: each for each in found if each.layer in _IN_FRONT and each.product not in behind}
    order = list(Layer)
    return tuple(sorted(named.values(), key=lambda each: order.index(each.layer)))


def _who(facts: Facts) -> Told:
    named = _named(facts)
    if named:
        who = " and ".join(each.product for each in named)
        says = f"{who} {'answers' if len(named) == 1 else 'answer'}."
        certain = any(each.known_by in ("run", "documented") for each in named)
        return Told(Topic.WHO, says, Certainty.PROVEN if certain else Certainty.LIKELY, named[0].quote)
    for exchange in look.answers(facts):
        sign = next((name for name in _SIGNS if exchange.response and name in exchange.response.headers), "")
        if sign:
            quote = look.header(exchange, sign, "").quote
            return Told(Topic.WHO, "A layer in front answers, which does not give its name.", Certainty.LIKELY, quote)
    if any(_differs(facts, exchange) for exchange in look.answers(facts)):
        return Told(Topic.WHO, "A layer in front changes the answer, and does not give its name.", Certainty.PROVEN)
    return Told(Topic.WHO, "Nothing in the answers tells of a layer in front; there may be one.", Certainty.POSSIBLE)


def _differs(facts: Facts, through: Exchange) -> bool:
    direct = look.same_request(facts.seen(experiments.DIRECT), through)
    if direct is None or direct.response is None or through.response is None:
        return False
    changed = look.changed_headers(through.response, direct.response)
    return bool(changed) or direct.response.status != through.response.status


def _keeps(facts: Facts) -> Told | None:
    """Whether a cache stands there, and whether it tells origins apart."""
    asked = (*facts.seen(experiments.A_NONE_B), *facts.seen(experiments.TWICE), *look.answers(facts))
    stored = next(((e, quote) for e in asked if (quote := _stored(e))), None)
    if stored is None:
        twice = bool(facts.seen(experiments.TWICE))
        return Told(Topic.CACHE, "No answer says that it came from a cache.", Certainty.POSSIBLE) if twice else None
    exchange, quote = stored
    mine = look.origin(facts)
    for other in facts.seen(experiments.A_NONE_B)[1:]:
        if look.allow_origin(other.response) == mine:
            says = "It keeps answers, and gives the one made for your page to others."
            return Told(Topic.CACHE, says, Certainty.PROVEN, look.header(other, look.ALLOW_ORIGIN, "").quote)
    varies = "origin" in [name.lower() for name in look.elements(exchange.response, "Vary")]
    says = "It keeps answers, one for each origin (Vary)." if varies else "It keeps answers."
    return Told(Topic.CACHE, says, Certainty.POSSIBLE if varies else Certainty.LIKELY, quote)


def _stored(exchange: Exchange) -> str:
    """The line by which a cache says that it answered, "" for none."""
    return next((look.header(exchange, name, "").quote for name in stored_marks(exchange.response)), "")


def _answers_options(facts: Facts) -> Told | None:
    through = facts.preflight
    direct = look.same_request(facts.seen(experiments.DIRECT), through)
    if through is None or through.response is None or direct is None or direct.response is None:
        return None
    here, there = through.response, direct.response
    if here.status != there.status or len(look.changed_headers(here, there)) > 1:
        says = f"It answers OPTIONS itself ({here.status}); the origin server answers {there.status}."
        return Told(Topic.OPTIONS, says, Certainty.LIKELY, look.status_line(here))
    return Told(Topic.OPTIONS, "It passes OPTIONS on.", Certainty.POSSIBLE, look.status_line(here))


def _redirects(facts: Facts) -> Told | None:
    for exchange, to in look.redirects(facts):
        direct = look.same_request(facts.seen(experiments.DIRECT), exchange)
        if direct is None or direct.response is None:
            continue
        if not look.is_redirect(direct.response):
            says = f"It redirects to {to.scheme}://{to.host}{to.path}; the origin server does not."
            return Told(Topic.REDIRECT, says, Certainty.PROVEN, look.header(exchange, "Location", "").quote)
    return None
