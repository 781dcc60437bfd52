"""Looking at facts: the few questions every cause asks, and evidence quoted byte for byte."""

from __future__ import annotations

from cors_tui.case import ACTUAL_ANYWAY, AS_ASKED
from cors_tui.diagnosis.cause import Evidence, Facts
from cors_tui.experiments import DIRECT, MISSING_PATH, PLAIN_OPTIONS, WITHOUT_AUTHORIZATION, own_origin
from cors_tui.masking import masked, masked_url
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import CredentialsMode, Role
from cors_tui.standards.response import NetworkError, Response
from cors_tui.standards.url import Url, parse_url
from cors_tui.standards.verdict import Exchange, Failure, Refusal

ALLOW_ORIGIN = "Access-Control-Allow-Origin"
ALLOW_CREDENTIALS = "Access-Control-Allow-Credentials"
ALLOW_METHODS = "Access-Control-Allow-Methods"
ALLOW_HEADERS = "Access-Control-Allow-Headers"
EXPOSE_HEADERS = "Access-Control-Expose-Headers"
MAX_AGE = "Access-Control-Max-Age"
REQUEST_HEADERS = "Access-Control-Request-Headers"


def blocked(facts: Facts) -> bool:
    """Whether any browser ended with a failure."""
    return bool(facts.refusals)


def allowed(facts: Facts) -> bool:
    """Whether every browser's outcome is known and resolved."""
    return bool(facts.outcomes) and all(o is not None and o.resolved for o in facts.outcomes.values())


def refused_with(facts: Facts, *refusals: Refusal) -> bool:
    return not facts.refusals.isdisjoint(refusals)


def failure_of(facts: Facts, *refusals: Refusal) -> Failure | None:
    """The first failure that is one of `refusals`, where every browser that fails ends with one of them."""
    failures = [outcome.failure for outcome in facts.outcomes.values() if outcome is not None and outcome.failure]
    return failures[0] if failures and all(each.refusal in refusals for each in failures) else None


def origin(facts: Facts) -> str:
    """The page's origin as the browser sends it."""
    return own_origin(facts.case)


def target(facts: Facts) -> Url | None:
    return parse_url(facts.case.call.url)


def with_credentials(facts: Facts) -> bool:
    return facts.case.call.credentials is CredentialsMode.INCLUDE


def answers(facts: Facts) -> tuple[Exchange, ...]:
    """The preflight and the actual request, those there were, in that order."""
    return tuple(e for e in (facts.preflight, facts.actual) if e is not None)


def first(facts: Facts) -> Exchange | None:
    """The exchange a browser meets first: the preflight, or the request itself where there is none."""
    return next(iter(answers(facts)), None)


def preflight(facts: Facts) -> Response | None:
    return facts.preflight.response if facts.preflight else None


def actual(facts: Facts) -> Response | None:
    return facts.actual.response if facts.actual else None


def network_error(facts: Facts) -> tuple[Exchange, NetworkError] | None:
    """The first of the person's own exchanges that got no response."""
    found = ((e, e.error) for e in answers(facts) if e.error is not None)
    return next(found, None)


def is_ok(response: Response | None) -> bool:
    return response is not None and 200 <= response.status <= 299


def is_redirect(response: Response | None) -> bool:
    return response is not None and response.status in (301, 302, 303, 307, 308)


def allow_origin(response: Response | None) -> str | None:
    return response.headers.get(ALLOW_ORIGIN) if response else None


def bare(response: Response | None) -> bool:
    """A response without any Access-Control-Allow-Origin."""
    return response is not None and ALLOW_ORIGIN not in response.headers


def cors_names(headers: HeaderList) -> tuple[str, ...]:
    """The Access-Control-* names present, as on the wire."""
    return tuple(name for name, _ in headers if name.lower().startswith("access-control-"))


def lets_in(facts: Facts, response: Response | None, page: str = "") -> bool:
    """Whether `response` names `page` (the case's own origin when empty), or everybody where that counts."""
    shown = allow_origin(response)
    return shown == (page or origin(facts)) or (shown == "*" and not with_credentials(facts))


def location(response: Response | None, url: Url | None) -> Url | None:
    """Where a redirect leads, resolved against the URL that was asked."""
    to = response.headers.get("location") if response else None
    return parse_url(to, url.href if url else None) if to is not None else None


def status_line(response: Response) -> str:
    """As it stood on the wire of HTTP/1; HTTP/2 has no reason phrase."""
    return f"HTTP/{response.http_version} {response.status} {response.reason}".rstrip()


def where(exchange: Exchange) -> str:
    role = " (preflight)" if exchange.request.role is Role.PREFLIGHT else ""
    return f"{exchange.request.method} {masked_url(exchange.request.url.href)}{role}"


def status(exchange: Exchange, shows: str) -> Evidence:
    """The status line of an answer, or the network's own words where there was none."""
    answer = exchange.answer
    quote = status_line(answer) if isinstance(answer, Response) else answer.detail or answer.failure.value
    return Evidence(where(exchange), quote, shows)


def header(exchange: Exchange, name: str, shows: str) -> Evidence:
    """Every line of response header `name`, one below the other, as they stood on the wire."""
    pairs = exchange.response.headers if exchange.response else HeaderList()
    return Evidence(where(exchange), _lines(pairs, name), shows)


def lacks(exchange: Exchange, name: str) -> Evidence:
    """The absence of a header: the status line, and what the answer holds instead."""
    names = ", ".join(found for found, _ in exchange.response.headers) if exchange.response else ""
    return status(exchange, f"no {name} in this answer; its headers are: {names or 'none'}")


def asked(exchange: Exchange, name: str, shows: str) -> Evidence:
    """A header of the request, as it was sent."""
    return Evidence(f"{where(exchange)}, as sent", _lines(exchange.request.headers, name), shows)


def _lines(headers: HeaderList, name: str) -> str:
    """Every line of `name`, one below the other, secrets masked."""
    found = ((each, value) for each, value in headers if each.lower() == name.lower())
    return "\n".join(f"{each}: {masked(each, value)}" for each, value in found)


def body(exchange: Exchange, quote: str, shows: str) -> Evidence:
    return Evidence(f"{where(exchange)}, body", quote, shows)


def pasted(quote: str, shows: str) -> Evidence:
    return Evidence("the text you pasted", quote, shows)


def written(what: str, quote: str, shows: str) -> Evidence:
    """Something of the person's own request, as written: its URL, its origin, a header."""
    return Evidence(f"your request: {what}", quote, shows)


def pasted_text(facts: Facts) -> str:
    return "\n".join(facts.case.pasted)


def elements(response: Response | None, name: str) -> tuple[str, ...]:
    """The elements of a comma list over all lines of `name`, without the empty ones."""
    lines = response.headers.get_all(name) if response else ()
    return tuple(part.strip() for line in lines for part in line.split(",") if part.strip())


def not_listed_headers(facts: Facts) -> tuple[str, ...]:
    """The asked-for request headers that the preflight's answer does not allow."""
    if facts.preflight is None:
        return ()
    wanted = (facts.preflight.request.headers.get(REQUEST_HEADERS) or "").lower().split(",")
    listed = {name.lower() for name in elements(preflight(facts), ALLOW_HEADERS)}
    if "*" in listed and not with_credentials(facts):
        return ()
    return tuple(name.strip() for name in wanted if name.strip() and name.strip() not in listed)


def own_exchanges(facts: Facts) -> tuple[Exchange, ...]:
    """Every exchange of the person's own request, all hops, and the one sent anyway."""
    return (*facts.case.exchanges(AS_ASKED), *facts.case.exchanges(ACTUAL_ANYWAY))


def redirects(facts: Facts) -> tuple[tuple[Exchange, Url], ...]:
    """The redirects among them, each with where it leads."""
    led = ((e, location(e.response, e.request.url)) for e in own_exchanges(facts) if is_redirect(e.response))
    return tuple((exchange, to) for exchange, to in led if to is not None)


def redirect_says(exchange: Exchange, to: Url) -> str:
    """What happened, in the first half of a sentence."""
    asked = "the preflight" if exchange.request.role is Role.PREFLIGHT else "the request"
    status = exchange.response.status if exchange.response else 0
    return f"The server answers {asked} with a redirect ({status}) to {to.scheme}://{to.host}{to.path}"


def redirect_evidence(exchange: Exchange) -> tuple[Evidence, ...]:
    return (status(exchange, "a redirect"), header(exchange, "Location", "where it leads"))


def failed_status(facts: Facts) -> Exchange | None:
    """The exchange whose error status is what a page cannot see: an actual answer of 400 or more without
    Access-Control-Allow-Origin, that a browser gets to; or a preflight of 500 or more."""
    before = preflight(facts)
    if facts.preflight is not None and before is not None and before.status >= 500:
        return facts.preflight
    found = actual(facts)
    if facts.actual is None or found is None or found.status < 400 or not bare(found):
        return None
    return facts.actual if is_behind_a_preflight(facts) else None


def is_behind_a_preflight(facts: Facts) -> bool:
    """Whether a browser gets to the request itself: there is no preflight, or its answer names an origin at least."""
    return facts.preflight is None or (is_ok(preflight(facts)) and not bare(preflight(facts)))


def only_options_is_refused(facts: Facts) -> bool:
    """A 403 for the preflight and none for the request itself; nor does OPTIONS get in with the request's own headers,
    so that it is no key or token that a preflight lacks."""
    before = preflight(facts)
    if before is None or before.status != 403 or not is_ok(actual(facts)):
        return False
    with_headers = next(iter(facts.seen(PLAIN_OPTIONS)), None)
    return with_headers is not None and with_headers.response is not None and with_headers.response.status == 403


def headers_elsewhere(facts: Facts, *, than: Exchange) -> Exchange | None:
    """Another answer of the same server that does carry Access-Control-Allow-Origin."""
    names = [MISSING_PATH, WITHOUT_AUTHORIZATION]
    others = [*own_exchanges(facts), *(exchange for name in names for exchange in facts.seen(name))]
    return next((e for e in others if e is not than and e.response and not bare(e.response)), None)


def let_in_elsewhere(facts: Facts, *, than: Exchange) -> Exchange | None:
    """Another answer of the same server to this very page that does let it in."""
    own = (e for e in own_exchanges(facts) if e.request.hop == 0)
    others = (*own, *facts.seen(MISSING_PATH), *facts.seen(PLAIN_OPTIONS))
    return next((e for e in others if e is not than and lets_in(facts, e.response)), None)


def made_by_another(through: Response, direct: Response) -> bool:
    """Whether these are two answers and not one that was changed on the way: another kind of content."""
    kinds = (_kind(through), _kind(direct))
    return kinds[0] != kinds[1]


def _kind(response: Response) -> str:
    return (response.headers.get("content-type") or "").partition(";")[0].strip().lower()


def changed_headers(through: Response, direct: Response) -> tuple[str, ...]:
    """The CORS headers, in lower case, that are not the same in both: changed, gone, or there in one of them alone."""
    names = dict.fromkeys(name.lower() for name in (*cors_names(through.headers), *cors_names(direct.headers)))
    return tuple(name for name in names if through.headers.get_all(name) != direct.headers.get_all(name))


def proxy_sends_it_all(facts: Facts) -> tuple[Exchange, Exchange] | None:
    """An answer with CORS headers through the layer in front, and the direct one without any: that layer owns CORS."""
    pairs = ((through, same_request(facts.seen(DIRECT), through)) for through in answers(facts))
    both = [(through, direct) for through, direct in pairs if direct is not None and direct.response is not None]
    if any(cors_names(direct.response.headers) for _, direct in both if direct.response is not None):
        return None
    return next(((t, d) for t, d in both if t.response is not None and cors_names(t.response.headers)), None)


def same_request(exchanges: tuple[Exchange, ...], as_in: Exchange | None) -> Exchange | None:
    """The first of `exchanges` with the role, the method and the hop of `as_in`: only these may be compared."""
    if as_in is None:
        return None
    alike = (as_in.request.role, as_in.request.method, as_in.request.hop)
    return next((e for e in exchanges if (e.request.role, e.request.method, e.request.hop) == alike), None)


def same_role(exchanges: tuple[Exchange, ...], as_in: Exchange) -> Exchange | None:
    """The first of `exchanges` that plays the role of `as_in` (preflight or actual)."""
    return next((e for e in exchanges if e.request.role is as_in.request.role), None)
