"""Actix Web, with actix-cors: https://docs.rs/actix-cors/0.7/actix_cors/struct.Cors.html"""

from __future__ import annotations

import re

from cors_tui.fixes import literals
from cors_tui.fixes.fault import Fault
from cors_tui.fixes.framework import Expected, Program
from cors_tui.fixes.grants import (
    Asked,
    everybody,
    lets_in,
    listed_expose,
    listed_headers,
    listed_methods,
    listed_origins,
    listed_patterns,
)
from cors_tui.fixes.recipe import Recipe
from cors_tui.patterns import ANY_PORT, Pattern
from cors_tui.policy import CorsPolicy
from cors_tui.remedy import Remedy
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import WireRequest
from cors_tui.standards.response import Response

EVERY_METHOD = ("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "CONNECT", "PATCH", "TRACE")
VARY = "Origin, Access-Control-Request-Method, Access-Control-Request-Headers"
SETS = frozenset({"access-control-allow-methods", "access-control-allow-headers", "access-control-expose-headers"})

_METHOD = re.compile(r"[!*+.^_`|~0-9A-Za-z-]+")

_WRAP = "Write `.wrap(cors())` inside the closure of `HttpServer::new`, as the last `.wrap`"
PLACEMENTS = {
    Remedy.SEND_POLICY: f"{_WRAP}: the last one is the outermost, and a `Cors` cannot be shared between workers.",
    Remedy.ANSWER_PREFLIGHT: f"{_WRAP}: outside of authentication, it answers the preflight, which carries no "
    "credentials for a guard to look at.",
    Remedy.KEEP_ON_ERRORS: f"{_WRAP}: around the routes and every other middleware, it adds to their errors, too.",
    Remedy.SEND_ONCE: f"{_WRAP}, as the only place: take every other `Cors`, every header set by hand and the "
    "proxy's own lines out.",
    Remedy.STOP_REDIRECT: f"{_WRAP}: outside of what redirects, it answers the preflight where it was asked.",
    Remedy.VARY_ON_ORIGIN: f"{_WRAP}: it adds `Vary: Origin` to every answer but a refused preflight, unless "
    "`disable_vary_header` was called.",
}

NOTES = (
    "actix-cors 0.7.1 and older lose the headers when an inner middleware returns `Err`: use 0.7.2 or newer.",
    "Never `Cors::permissive()`, nor `allow_any_origin()` with credentials: both let every site act as the person.",
    "A refused preflight is 400 without any CORS header, so browsers say that Access-Control-Allow-Origin is missing.",
)

_FROM_ENVIRONMENT = """\
/// For example {name}={example}
fn allowed_origins() -> Vec<String> {{
    std::env::var({literal})
        .unwrap_or_default()
        .split(',')
        .map(|origin| origin.trim().trim_end_matches('/'))
        .filter(|origin| origin.contains("://")) // drops empty entries, `*` and `null`; empty means nobody
        .map(String::from)
        .collect()
}}
"""

_SUB_DOMAIN = """\
/// Any sub-domain, anchored at both ends: `prefix`, labels, `suffix`.
fn is_sub_domain(origin: &str, prefix: &str, suffix: &str) -> bool {
    let labels = origin.strip_prefix(prefix).and_then(|rest| rest.strip_suffix(suffix));
    let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_".contains(&byte);
    labels.is_some_and(|labels| labels.split('.').all(|label| !label.is_empty() && label.bytes().all(is_letter)))
}
"""

_ANY_PORT = """\
/// `base` with any port, or none.
fn has_any_port(origin: &str, base: &str) -> bool {
    let is_port = |port: &str| !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
    origin.strip_prefix(base).is_some_and(|rest| rest.is_empty() || rest.strip_prefix(':').is_some_and(is_port))
}
"""

_PROGRAM = """\
// {install}
use actix_web::body::MessageBody;
use actix_web::dev::{{ServiceRequest, ServiceResponse}};
use actix_web::error::{{ErrorInternalServerError, ErrorUnauthorized}};
use actix_web::middleware::{{from_fn, Next}};
use actix_web::{{web, App, Error, HttpResponse, HttpServer}};

{snippet}

// Routes to try it with: put your own here.
async fn ok() -> HttpResponse {{
    HttpResponse::Ok().body("ok")
}}

async fn boom() -> Result<HttpResponse, Error> {{
    Err(ErrorInternalServerError("boom"))
}}

async fn guard(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {{
    if request.path() == "/private" && !request.headers().contains_key("Authorization") {{
        return Err(ErrorUnauthorized("Unauthorized"));
    }}
    next.call(request).await
}}

#[actix_web::main]
async fn main() -> std::io::Result<()> {{
    let port = std::env::var("PORT").ok().and_then(|port| port.parse().ok()).unwrap_or(8080);
    HttpServer::new(|| {{
        App::new()
            .route("/boom", web::get().to(boom))
            .route("/private", web::get().to(ok))
            .service(web::resource("/ok").to(ok))
            .wrap(from_fn(guard))
            .wrap(cors())
    }})
    .bind(("127.0.0.1", port))?
    .run()
    .await
}}
"""

_MANIFEST = """\
[package]
name = "cors-actix"
version = "0.1.0"
edition = "2021"

[dependencies]
actix-cors = "={cors}"
actix-web = {{ version = "={web}", default-features = false, features = ["macros"] }}

[profile.dev]
debug = false

[workspace]
"""


def snippet(policy: CorsPolicy, _: Remedy) -> str:
    """The function that builds the `Cors`, with what it needs."""
    parts = ["use actix_cors::Cors;\n"]
    patterns = listed_patterns(policy)
    if policy.from_env:
        example = ",".join(listed_origins(policy)) or "https://app.example.com,https://admin.example.com"
        name = policy.from_env
        parts.append(_FROM_ENVIRONMENT.format(name=name, example=example, literal=literals.rust(name)))
    parts += [_SUB_DOMAIN] if any(pattern.wild for pattern in patterns) else []
    parts += [_ANY_PORT] if any(pattern.port == ANY_PORT for pattern in patterns) else []
    first = "    let origins = allowed_origins();\n" if policy.from_env else ""
    chain = "".join(f"        .{call}\n" for call in (*_who(policy), *_what(policy)))
    comment = "/// Call it inside the closure of `HttpServer::new`, in the last `.wrap`: `.wrap(cors())`.\n"
    return "\n".join([*parts, f"{comment}fn cors() -> Cors {{\n{first}    Cors::default()\n{chain}}}"])


def _who(policy: CorsPolicy) -> list[str]:
    if everybody(policy):
        return ["allow_any_origin()", "send_wildcard()"]
    if policy.from_env:
        test = "origins.iter().any(|allowed| allowed.as_bytes() == origin.as_bytes())"
        calls = [f"allowed_origin_fn(move |origin, _| {test})"]
    else:
        calls = [f"allowed_origin({literals.rust(origin)})" for origin in listed_origins(policy)]
    return [*calls, *(f"allowed_origin_fn(|origin, _| {_test(pattern)})" for pattern in listed_patterns(policy))]


def _test(pattern: Pattern) -> str:
    if pattern.port == ANY_PORT:
        call = f"has_any_port(origin, {literals.rust(f'{pattern.scheme}://{pattern.host}')})"
    else:
        suffix = f".{pattern.host}" + (f":{pattern.port}" if pattern.port else "")
        call = f"is_sub_domain(origin, {literals.rust(f'{pattern.scheme}://')}, {literals.rust(suffix)})"
    return f"origin.to_str().is_ok_and(|origin| {call})"


def _what(policy: CorsPolicy) -> list[str]:
    calls = ["allow_any_method()" if "*" in policy.methods else f"allowed_methods({_array(listed_methods(policy))})"]
    if "*" in policy.headers:
        calls.append("allow_any_header()")
    elif listed_headers(policy):
        calls.append(f"allowed_headers({_array(listed_headers(policy))})")
    calls += [f"expose_headers({_array(listed_expose(policy))})"] if listed_expose(policy) else []
    calls += ["supports_credentials()"] if policy.credentials else []
    calls += [f"max_age({policy.max_age})"] if policy.max_age is not None else []
    return calls


def _array(values: tuple[str, ...]) -> str:
    return "[" + ", ".join(map(literals.rust, values)) + "]"


def expected(policy: CorsPolicy, wire: WireRequest, status: int) -> Expected:  # noqa: ARG001 - Actix treats all alike
    """It answers OPTIONS with Access-Control-Request-Method itself: 200, or 400 without any header.

    The lines come in no fixed order, and the lists in none either.
    """
    asked = Asked.of(wire)
    if asked.options and asked.method is not None and _METHOD.fullmatch(asked.method):
        return _preflight(policy, asked)
    headers = [("access-control-allow-origin", _allow_origin(policy, asked))] if lets_in(policy, asked.origin) else []
    exposed = ", ".join(name.lower() for name in listed_expose(policy))
    headers += [("access-control-expose-headers", exposed)] if exposed else []
    headers += [("access-control-allow-credentials", "true")] if policy.credentials else []
    return Expected(HeaderList.of([*headers, ("vary", VARY)]), unordered=True, sets=SETS)


def _allow_origin(policy: CorsPolicy, asked: Asked) -> str:
    return "*" if everybody(policy) else asked.origin or ""


def _preflight(policy: CorsPolicy, asked: Asked) -> Expected:
    methods = EVERY_METHOD if "*" in policy.methods else listed_methods(policy)
    names = tuple(name.lower() for name in listed_headers(policy))
    any_header = "*" in names
    origin_passes = everybody(policy) or lets_in(policy, asked.origin)
    if not (origin_passes and asked.method in methods and (any_header or set(asked.header_names) <= set(names))):
        return Expected(HeaderList(), 400, unordered=True, sets=SETS)
    headers = [("access-control-allow-origin", _allow_origin(policy, asked))]
    headers.append(("access-control-allow-methods", ", ".join(methods)))
    listed = asked.headers if any_header else ", ".join(names) or None
    headers += [] if listed is None else [("access-control-allow-headers", listed)]
    headers += [("access-control-allow-credentials", "true")] if policy.credentials else []
    headers += [("access-control-max-age", str(policy.max_age))] if policy.max_age is not None else []
    return Expected(HeaderList.of([*headers, ("vary", VARY)]), 200, unordered=True, sets=SETS)


def program(policy: CorsPolicy, version: str = "") -> Program:
    """`src/main.rs` and its `Cargo.toml`."""
    stack, marked = RECIPE.parts(policy, version)
    packages = dict(stack)
    install = "cargo add " + " ".join(f"{name}@{number}" for name, number in stack)
    manifest = _MANIFEST.format(cors=packages["actix-cors"], web=packages["actix-web"])
    files = {RECIPE.filename: _PROGRAM.format(install=install, snippet=marked), "Cargo.toml": manifest}
    by_hand = ("cargo init --name cors-actix", install, "cargo run")
    return Program(files, (("cargo", "build", "--quiet"),), ("cargo", "run", "--quiet"), RECIPE.filename, by_hand)


def recognise(response: Response) -> str:
    """The texts that actix-cors refuses a preflight with."""
    for sign in (
        "Origin is not allowed to make this request",
        "Requested method is not allowed",
        "One or more request headers are not allowed",
        "Request header `Origin` is required but was not provided",
    ):
        if response.status == 400 and response.body == sign:
            return sign
    return ""


def limits(policy: CorsPolicy) -> tuple[Fault, ...]:
    """Methods that its `http` crate does not read: with one in the list the server does not start."""
    why = "Actix takes no method with # $ % & or ' in it, and would not start"
    unread = (method for method in listed_methods(policy) if not _METHOD.fullmatch(method))
    return tuple(Fault("actix-method", "methods", method, why, "name the method otherwise") for method in unread)


RECIPE = Recipe(
    "actix",
    "rust",
    "src/main.rs",
    "cargo add actix-cors@0.7",
    "//",
    snippet,
    PLACEMENTS,
    NOTES,
    limits=limits,
)

FRAMEWORK = RECIPE.as_framework(
    "Actix Web",
    expected=expected,
    program=program,
    recognise=recognise,
    rank=40,
    aliases=("actix-web",),
)
