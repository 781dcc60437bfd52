"""The policies that every framework is run with, and the questions each server is asked."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cors_tui.fixes.recipe import development_policy
from cors_tui.policy import CorsPolicy

A = "https://app.example.com"
B = "http://localhost:3000"
EVIL = "https://evil.example"

LISTED = CorsPolicy(
    origins=(A, B),
    methods=("GET", "POST", "PUT", "DELETE"),
    headers=("Content-Type", "Authorization", "X-API-Key"),
    expose=("X-Request-Id",),
    credentials=True,
    max_age=600,
)
PATTERNED = CorsPolicy(
    origins=(B,),
    patterns=("https://*.example.com", "https://*.shop.test:8443"),
    headers=("x-api-key",),
    credentials=True,
)
FROM_ENVIRONMENT = replace(LISTED, from_env="CORS_ORIGINS")
ODD_NAMES = CorsPolicy(
    origins=(A,), methods=("PURGE", "PROPFIND"), headers=("X-$PATH'`", "x#%&*+^|~!"), expose=("b`t", "X-'"), max_age=0
)
ODD_METHODS = CorsPolicy(origins=(A,), methods=("M-SEARCH", "QUERY", "X-`^_|~!*+", "foo"))
KNOWN_METHODS = CorsPolicy(origins=(A,), methods=("QUERY", "MKCOL", "REPORT", "SEARCH"), expose=("ETag",), max_age=7200)

NEEDLESS = CorsPolicy(
    origins=("https://app.example.com.", A, A),
    patterns=("http://*.localhost:3000",),
    methods=("GET", "OPTIONS", "PUT", "PUT"),
    headers=("accept", "ACCEPT-LANGUAGE", "content-type", "X-API-Key", "x-api-key"),
    expose=("etag", "ETag", "Content-Length"),
    credentials=True,
    max_age=1,
)
"""Names that browsers let through anyway, and the same ones twice."""

LONG = CorsPolicy(
    origins=(*(f"https://tenant-{number}.customers.example" for number in range(100)), A),
    headers=("X-API-Key", *(f"X-A-Rather-Long-Header-Name-{number}" for number in range(80))),
    expose=tuple(f"X-Exposed-{number}" for number in range(80)),
)

ODD_ORIGINS = CorsPolicy(
    origins=("http://[2001:db8::1]:8080", "https://xn--bcher-kva.example", "capacitor://localhost"),
    patterns=("http://localhost:*",),
    methods=("PUT", "PATCH", "DELETE"),
    max_age=86400,
)


@dataclass(frozen=True, slots=True)
class Variant:
    """One program to write (`policy`), the environment to start it in, and what the policy comes to (`effective`)."""

    name: str
    policy: CorsPolicy
    effective: CorsPolicy
    environment: str | None = None


def _plain(name: str, policy: CorsPolicy) -> Variant:
    return Variant(name, policy, policy)


VARIANTS = (
    _plain("a list, credentials, everything", LISTED),
    _plain("one origin and nothing else", CorsPolicy(origins=(A,))),
    _plain("no credentials", replace(LISTED, credentials=False, expose=(), max_age=None)),
    _plain("sub-domains", PATTERNED),
    _plain("everybody", CorsPolicy(origins=("*",), methods=("PUT",), headers=("X-API-Key",), expose=("X-Request-Id",))),
    _plain("everybody, everything", CorsPolicy(origins=("*",), methods=("*",), headers=("*",), expose=("*",))),
    _plain("development", development_policy(LISTED)),
    _plain("odd names", ODD_NAMES),
    _plain("odd methods", ODD_METHODS),
    _plain("methods that every runtime reads", KNOWN_METHODS),
    _plain("odd origins", ODD_ORIGINS),
    _plain("needless names", NEEDLESS),
    _plain("long lists", LONG),
    Variant(
        "environment, untidy",
        FROM_ENVIRONMENT,
        FROM_ENVIRONMENT,
        f" {A}/ ,, *, null,undefined ,https://,{B}//,",
    ),
    Variant("environment, empty", FROM_ENVIRONMENT, replace(FROM_ENVIRONMENT, origins=()), ""),
    Variant("environment, unset", FROM_ENVIRONMENT, replace(FROM_ENVIRONMENT, origins=()), None),
    Variant("environment, a star", FROM_ENVIRONMENT, replace(FROM_ENVIRONMENT, origins=()), "*"),
    Variant("environment and sub-domains", replace(PATTERNED, from_env="CORS_ORIGINS"), PATTERNED, B),
)

ORIGINS = (
    A,
    B,
    EVIL,
    None,
    "null",
    "http://app.example.com",
    "https://app.example.com.evil.test",
    "https://evilapp.example.com",
    "https://evilexample.com",
    "https://app.example.com:8443",
    "https://a.b-c.example.com",
    "https://a.shop.test:8443",
    "https://a.shop.test",
    "http://127.0.0.1:5173",
    "http://localhost.evil.test:3000",
    "https://app.example.com:443",
    "https://app.example.com.",
    "https://APP.example.com",
    "https://app.example.com/",
    "https://appxexample.com",
    "https://evil.example#.example.com",
    "https://a..example.com",
    "https://.example.com",
    f"{A}, {EVIL}",
    f"{EVIL} {A}",
    *ODD_ORIGINS.origins,
    "http://[2001:db8::1]",
    "capacitor://localhost.evil.test",
    "http://localhost:80x",
    "file://",
    "*",
    "",
)
"""Allowed, second, denied, none, `null`, another scheme, tricks with suffix, prefix, port, dots and lists, sub-domains,
loopback."""


METHODS = ("PUT", "PATCH", "PURGE", "X-`^_|~!*+", "X'`$&|", "put", "QUERY", "M-SEARCH", "FOO", "REPORT")
HEADERS = (
    "authorization,x-api-key",
    "content-type",
    "CONTENT-TYPE , X-Api-Key",
    "x-not-listed",
    "x#%&*+^|~!,x-$path'`",
    "authorization",
    "",
    " , ",
)


@dataclass(frozen=True, slots=True)
class Question:
    """One request. `preflights_for` is the method a preflight asks for, "" for a request that is none."""

    name: str
    method: str
    path: str
    origin: str | None
    preflights_for: str = ""
    asks_headers: str | None = None
    status: int = 200
    private_network: bool = False
    body: str = ""
    content_type: str = ""
    authorization: str = ""

    @property
    def headers(self) -> tuple[tuple[str, str], ...]:
        pairs = [("Origin", self.origin)] if self.origin is not None else []
        pairs += [("Access-Control-Request-Method", self.preflights_for)] if self.preflights_for else []
        pairs += [("Content-Type", self.content_type)] if self.content_type else []
        pairs += [("Authorization", self.authorization)] if self.authorization else []
        pairs += [] if self.asks_headers is None else [("Access-Control-Request-Headers", self.asks_headers)]
        pairs += [("Access-Control-Request-Private-Network", "true")] if self.private_network else []
        return tuple(pairs)


def questions() -> tuple[Question, ...]:
    """Every row: preflights and requests from every origin, then the odd ones from the allowed origin."""
    asked = []
    for origin in ORIGINS:
        asked.append(Question(f"GET from {origin}", "GET", "/ok", origin))
        asked.append(Question(f"preflight from {origin}", "OPTIONS", "/ok", origin, "POST", "x-api-key"))
    for origin in (A, EVIL, None):
        asked.append(Question(f"404 from {origin}", "GET", "/nope", origin, status=404))
        asked.append(Question(f"401 from {origin}", "GET", "/private", origin, status=401))
        asked.append(Question(f"past the guard from {origin}", "GET", "/private", origin, authorization="Bearer t"))
        asked.append(Question(f"500 from {origin}", "GET", "/boom", origin, status=500))
        asked.append(Question(f"POST from {origin}", "POST", "/ok", origin))
        asked.append(Question(f"DELETE from {origin}", "DELETE", "/ok", origin))
    asked += [Question(f"preflight of {path}", "OPTIONS", path, A, "GET") for path in ("/nope", "/private", "/boom")]
    asked += [Question(f"preflight for {method}", "OPTIONS", "/ok", A, method) for method in METHODS]
    asked += [Question(f"preflight for {names}", "OPTIONS", "/ok", A, "GET", names) for names in HEADERS]
    asked += [
        Question("OPTIONS that is no preflight", "OPTIONS", "/ok", A),
        Question("OPTIONS that nobody asks for", "OPTIONS", "/ok", None),
        Question("preflight from nowhere", "OPTIONS", "/ok", None, "GET", "x-api-key"),
        Question("HEAD", "HEAD", "/ok", A),
        Question("POST of a form", "POST", "/ok", A, body="a=1", content_type="application/x-www-form-urlencoded"),
        Question("PUT of JSON that is none", "PUT", "/ok", A, body="{", content_type="application/json"),
        Question("DELETE with a body of no type", "DELETE", "/ok", A, body="x"),
        Question("a method that the route does not have", "PATCH", "/private", A),
        Question("preflight that asks for the private network", "OPTIONS", "/ok", A, "GET", None, private_network=True),
    ]
    return tuple(asked)
