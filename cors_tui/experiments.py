"""The experiments: what can be asked of a server beyond the person's own request, as data.

Only GET, HEAD and OPTIONS. Whatever differs from the person's own request carries a query value of its own, so that no
shared cache can store the answer under the real URL and serve it to others.
"""

from __future__ import annotations

import secrets
from dataclasses import replace

from cors_tui.case import ACTUAL_ANYWAY, AS_ASKED, Case
from cors_tui.experiment import STRANGER, Experiment, with_fresh_query
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.origin import Origin, serialize_origin
from cors_tui.standards.request import CredentialsMode, Role, WireRequest
from cors_tui.standards.url import Url, parse_url
from cors_tui.standards.verdict import Exchange

_SAFE = ("GET", "HEAD", "OPTIONS")
_MOST_ORIGINS = 3


def own_origin(case: Case) -> str:
    """The serialized origin of the page; ``null`` for one that is not a tuple origin."""
    return serialize_origin(case.call.request().page.origin)


def twin_origins(origin: Origin) -> tuple[str, ...]:
    """Origins people confuse with `origin`: its other scheme, with or without www, localhost against 127.0.0.1."""
    if origin.is_opaque:
        return ()
    schemes = {"http": "https", "https": "http"}
    twins = [replace(origin, host=host) for host in _twin_hosts(origin.host)]
    if origin.scheme in schemes:
        default = origin.port in (80, 443)
        other = schemes[origin.scheme]
        twins.append(Origin(other, origin.host, {"http": 80, "https": 443}[other] if default else origin.port))
    return tuple(serialize_origin(twin) for twin in twins)


def _twin_hosts(host: str) -> tuple[str, ...]:
    known = {"localhost": "127.0.0.1", "127.0.0.1": "localhost"}
    if host in known:
        return (known[host],)
    if host.startswith("www."):
        return (host.removeprefix("www."),)
    return () if host.replace(".", "").isdigit() or host.startswith("[") else (f"www.{host}",)


def query_changes_answer(case: Case) -> bool:
    """Whether the extra query value itself changes the answer: then experiments that carry one prove nothing."""
    own = [e.response for e in case.exchanges(AS_ASKED) if e.request.role is Role.ACTUAL]
    fresh = [e.response for e in case.exchanges(PAST_THE_CACHE.name)]
    if not own or not fresh or own[0] is None or fresh[0] is None:
        return False
    return own[0].status < 400 <= fresh[0].status


def _url(case: Case) -> Url | None:
    url = parse_url(case.call.url)
    return url if url is not None and url.is_http else None


def _author_headers(case: Case) -> HeaderList:
    headers = case.call.headers.without("origin", "access-control-request-method", "access-control-request-headers")
    sent = case.call.cookie and case.call.credentials is CredentialsMode.INCLUDE
    return headers.plus("Cookie", case.call.cookie) if sent else headers


def _actual(case: Case, origin: str | None, url: Url, method: str = "") -> WireRequest:
    """The request itself (GET where the person's own is not safe) with `origin`, or without one."""
    asked = case.call.method.upper()
    headers = _author_headers(case)
    return WireRequest(
        role=Role.ACTUAL,
        hop=0,
        method=method or (asked if asked in _SAFE else "GET"),
        url=url,
        headers=headers if origin is None else headers.plus("Origin", origin),
        credentials=case.call.credentials is CredentialsMode.INCLUDE,
    )


def _own_preflight(case: Case) -> WireRequest | None:
    first = (e.request for e in case.exchanges(AS_ASKED) if e.request.role is Role.PREFLIGHT)
    return next(first, None)


def _subjects(case: Case, origin: str, url: Url) -> tuple[WireRequest, ...]:
    """What the person's browser would send, as if from `origin`: the preflight if there was one, the safe request."""
    preflight = _own_preflight(case)
    sent: list[WireRequest] = []
    if preflight is not None:
        headers = HeaderList.of((n, origin if n.lower() == "origin" else v) for n, v in preflight.headers)
        sent.append(replace(preflight, url=url, headers=headers))
    if preflight is None or case.call.method.upper() in _SAFE:
        sent.append(_actual(case, origin, url))
    return tuple(sent)


def _without_origin(case: Case) -> tuple[WireRequest, ...]:
    url = _url(case)
    sent = _subjects(case, own_origin(case), with_fresh_query(url)) if url else ()
    return tuple(replace(wire, headers=wire.headers.without("origin")) for wire in sent)


def _from(origin: str, case: Case) -> tuple[WireRequest, ...]:
    url = _url(case)
    return _subjects(case, origin, with_fresh_query(url)) if url else ()


def _other_origins(case: Case) -> tuple[str, ...]:
    told = case.answers.get("second-origin", "")
    if told:
        return (told,)
    shown = [e.response.headers.get("access-control-allow-origin") for e in _own_exchanges(case) if e.response]
    named = [value for value in shown if value and (parsed := parse_url(value)) and str(parsed.origin) == value]
    candidates = dict.fromkeys([*named, *twin_origins(case.call.request().page.origin)])
    return tuple(origin for origin in candidates if origin != own_origin(case))[:_MOST_ORIGINS]


def _second_origin(case: Case) -> tuple[WireRequest, ...]:
    url = _url(case)
    if url is None:
        return ()
    fresh = with_fresh_query(url)
    return tuple(_subjects(case, origin, fresh)[0] for origin in _other_origins(case))


def _past_the_cache(case: Case) -> tuple[WireRequest, ...]:
    url = _cacheable(case)
    if url is None:
        return ()
    wire = _actual(case, own_origin(case), with_fresh_query(url))
    return (replace(wire, headers=wire.headers.plus("Cache-Control", "no-cache")),)


def _cacheable(case: Case) -> Url | None:
    return _url(case) if case.call.method.upper() in ("GET", "HEAD") else None


def _twice(case: Case) -> tuple[WireRequest, ...]:
    url = _cacheable(case)
    if url is None:
        return ()
    wire = _actual(case, own_origin(case), with_fresh_query(url))
    return (wire, wire)


def _a_none_b(case: Case) -> tuple[WireRequest, ...]:
    url = _cacheable(case)
    if url is None:
        return ()
    fresh = with_fresh_query(url)
    return tuple(_actual(case, origin, fresh) for origin in (own_origin(case), None, STRANGER))


def _none_first(case: Case) -> tuple[WireRequest, ...]:
    url = _cacheable(case)
    if url is None:
        return ()
    fresh = with_fresh_query(url)
    return tuple(_actual(case, origin, fresh) for origin in (None, own_origin(case)))


def _missing_path(case: Case) -> tuple[WireRequest, ...]:
    url = _url(case)
    nowhere = parse_url(f"/cors-tui-no-such-path-{secrets.token_hex(4)}", url.href) if url else None
    return (_actual(case, own_origin(case), with_fresh_query(nowhere), "GET"),) if nowhere else ()


def _without_authorization(case: Case) -> tuple[WireRequest, ...]:
    url = _url(case)
    if url is None or "authorization" not in case.call.headers:
        return ()
    wire = _actual(case, own_origin(case), with_fresh_query(url))
    return (replace(wire, headers=wire.headers.without("authorization")),)


def _plain_options(case: Case) -> tuple[WireRequest, ...]:
    url = _url(case)
    return (_actual(case, own_origin(case), with_fresh_query(url), "OPTIONS"),) if url else ()


def _fewer_headers(case: Case) -> tuple[WireRequest, ...]:
    url, preflight = _url(case), _own_preflight(case)
    if url is None or preflight is None or "access-control-request-headers" not in preflight.headers:
        return ()
    headers = preflight.headers.without("access-control-request-headers")
    return (replace(preflight, url=with_fresh_query(url), headers=headers),)


def _head(case: Case) -> tuple[WireRequest, ...]:
    url = _url(case)
    if url is None or case.call.method.upper() != "GET":
        return ()
    return (_actual(case, own_origin(case), with_fresh_query(url), "HEAD"),)


def _scheme_instead(scheme: str, case: Case) -> tuple[WireRequest, ...]:
    url = _url(case)
    if url is None or url.scheme == scheme:
        return ()
    other = parse_url(f"{scheme}{url.href.removeprefix(url.scheme)}")
    return _subjects(case, own_origin(case), with_fresh_query(other)) if other else ()


def _slash_variant(case: Case) -> tuple[WireRequest, ...]:
    url = _url(case)
    if url is None or url.path in ("", "/"):
        return ()
    path = url.path.rstrip("/") if url.path.endswith("/") else f"{url.path}/"
    other = parse_url(f"{path}{url.query}", url.href)
    return _subjects(case, own_origin(case), with_fresh_query(other)) if other else ()


def _localhost_addresses(case: Case) -> tuple[WireRequest, ...]:
    url = _url(case)
    if url is None or url.host != "localhost":
        return ()
    token = secrets.token_hex(6)
    others = (parse_url(url.href.replace("//localhost", f"//{host}", 1)) for host in ("[::1]", "127.0.0.1"))
    return tuple(_actual(case, own_origin(case), with_fresh_query(other, token)) for other in others if other)


def _own_exchanges(case: Case) -> tuple[Exchange, ...]:
    return (*case.exchanges(AS_ASKED), *case.exchanges(ACTUAL_ANYWAY))


def _direct(case: Case) -> tuple[WireRequest, ...]:
    url = _url(case)
    if url is None or not case.answers.get("origin-server"):
        return ()
    sent = tuple(e.request for e in _own_exchanges(case) if e.request.hop == 0 and e.request.is_safe)
    return sent or _subjects(case, own_origin(case), url)


WITHOUT_ORIGIN = Experiment(
    "without-origin", "the same without an Origin header: is the answer another one?", _without_origin
)
STRANGER_ORIGIN = Experiment(
    "stranger-origin",
    "the same from a page nobody listed: who is let in, and how is a stranger refused?",
    lambda case: _from(STRANGER, case),
)
SECOND_ORIGIN = Experiment(
    "second-origin", "the same from origins close to yours: is one of them let in?", _second_origin
)
NULL_ORIGIN = Experiment(
    "null-origin", "the same from the origin null: are files and sandboxes let in?", lambda case: _from("null", case)
)
PAST_THE_CACHE = Experiment("past-the-cache", "the same past every cache: is it a stored answer?", _past_the_cache)
TWICE = Experiment("twice", "the same twice: does a cache answer the second?", _twice, in_order=True)
A_NONE_B = Experiment(
    "a-none-b",
    "your origin, none, a stranger's, one after the other: does a cache mix them up?",
    _a_none_b,
    in_order=True,
)
NONE_FIRST = Experiment(
    "none-first",
    "no origin, then yours: does a cache keep the answer without headers?",
    _none_first,
    in_order=True,
)
MISSING_PATH = Experiment("missing-path", "a path that does not exist: does a 404 carry the headers?", _missing_path)
WITHOUT_AUTHORIZATION = Experiment(
    "without-authorization", "the same without Authorization: does the 401 carry the headers?", _without_authorization
)
PLAIN_OPTIONS = Experiment("plain-options", "OPTIONS that is not a preflight: who answers it?", _plain_options)
FEWER_HEADERS = Experiment(
    "fewer-headers", "the preflight without your headers: is it a header that is refused?", _fewer_headers
)
HEAD = Experiment("head", "HEAD instead of GET: do the headers depend on the method?", _head)
HTTPS_INSTEAD = Experiment(
    "https-instead", "the same by https: is that where the server is?", lambda case: _scheme_instead("https", case)
)
HTTP_INSTEAD = Experiment(
    "http-instead", "the same by http: does the port speak plain HTTP?", lambda case: _scheme_instead("http", case)
)
SLASH_VARIANT = Experiment("slash-variant", "with the slash at the end changed: is that the route?", _slash_variant)
LOCALHOST_ADDRESSES = Experiment(
    "localhost-addresses", "::1 and 127.0.0.1 apart: is it one server or two?", _localhost_addresses
)
DIRECT = Experiment("direct", "straight to the origin server: who changed the headers?", _direct, direct=True)

ALL = (
    *(DIRECT, WITHOUT_ORIGIN, STRANGER_ORIGIN, SECOND_ORIGIN, NULL_ORIGIN),
    *(PAST_THE_CACHE, TWICE, A_NONE_B, NONE_FIRST),
    *(MISSING_PATH, WITHOUT_AUTHORIZATION, PLAIN_OPTIONS, FEWER_HEADERS, HEAD),
    *(HTTPS_INSTEAD, HTTP_INSTEAD, SLASH_VARIANT, LOCALHOST_ADDRESSES),
)
"""Every experiment, the most telling first."""
