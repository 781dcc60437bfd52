"""nginx as the proxy that owns CORS, or leaves it to the application:
https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header
"""

from __future__ import annotations

import re
from collections.abc import Iterator

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
from cors_tui.fixes.runtime_methods import unread_methods
from cors_tui.policy import CorsPolicy
from cors_tui.remedy import Remedy
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import WireRequest
from cors_tui.standards.response import Response

_OWNS = (
    "In the `http` block, in place of the server that proxies to the application; `listen` and the address are yours"
)
PLACEMENTS = {
    Remedy.SEND_POLICY: f"{_OWNS}: in `server`, since an `add_header` in a location drops those outside.",
    Remedy.OWN_AT_PROXY: f"{_OWNS}: the proxy hides what the application sends, so that exactly one layer speaks.",
    Remedy.ANSWER_PREFLIGHT: f"{_OWNS}: the preflight is answered before any location, and so before authentication.",
    Remedy.KEEP_ON_ERRORS: f"{_OWNS}: with `always` the headers stand on 4xx and 5xx, nginx's own among them.",
    Remedy.SEND_ONCE: f"{_OWNS}: the application's copies are hidden, and the proxy's are sent once.",
    Remedy.STOP_REDIRECT: f"{_OWNS}: the preflight is answered before any location redirects; the request itself still "
    "is, so call the URL that it leads to.",
    Remedy.VARY_ON_ORIGIN: f"{_OWNS}: `Vary: Origin` is added to every answer.",
    Remedy.PASS_THROUGH: "In the `http` block, in place of the server that proxies to the application: without a line "
    "about Access-Control-* of its own nginx passes the application's as they are.",
    Remedy.CACHE_PER_ORIGIN: "Beside `proxy_cache`: the key then tells origins apart, with or without Vary.",
    Remedy.RAISE_LIMIT: "In `server`: a body beyond the limit is refused before the application is asked.",
}

NOTES = (
    "Any `add_header` inside a location drops all of these there: repeat the whole list, or put none.",
    "nginx reads no environment, so the list stands in the file.",
    "`proxy_hide_header Vary` only where the application sends nothing else in it.",
)

LONGEST_LIST = 4000
"""Characters of a list with its commas: nginx reads its file through a buffer of 4096 bytes, and a word must fit."""

_METHOD = re.compile(r"[A-Z_-]+")
_HIDDEN = ("Allow-Origin", "Allow-Credentials", "Allow-Methods", "Allow-Headers", "Expose-Headers", "Max-Age")
_SERVER = """\
server {{
    listen 127.0.0.1:8080;
{body}
    location / {{
        proxy_pass http://app;  # no add_header in here
    }}
}}"""
_SHORT = {
    Remedy.PASS_THROUGH: _SERVER.format(body=""),
    Remedy.CACHE_PER_ORIGIN: 'proxy_cache_key "$scheme$proxy_host$request_uri$http_origin";',
    Remedy.RAISE_LIMIT: "client_max_body_size 20m;",
}

_PROGRAM = """\
# nginx -p . -c nginx.conf
pid nginx.pid;
events {{}}
http {{
access_log off;
upstream app {{ server 127.0.0.1:8080; }}

{snippet}

# An application to try it with, on the same port under the name `app`; it sends a header of its own.
server {{
    listen 127.0.0.1:8080;
    server_name app;
    add_header Access-Control-Allow-Origin "*" always;
    location / {{ return 404; }}
    location = /ok {{ return 200 "ok"; }}
    location = /boom {{ return 500; }}
    location = /private {{
        if ($http_authorization = "") {{ return 401; }}
        return 200 "ok";
    }}
}}
}}
"""

_START = """\
#!/bin/sh
# nginx reads no environment, so the port is written into a copy.
set -eu
sed "s/127\\\\.0\\\\.0\\\\.1:8080/127.0.0.1:${PORT:-8080}/" nginx.conf > running.conf
exec nginx -p "$PWD" -c "$PWD/running.conf" -e stderr -g 'daemon off;'
"""


def snippet(policy: CorsPolicy, remedy: Remedy) -> str:
    """The maps that decide, and the server that sends."""
    if remedy in _SHORT:
        return _SHORT[remedy]
    hidden = "".join(f"    proxy_hide_header Access-Control-{name};\n" for name in _HIDDEN)
    added = "".join(f"    add_header {name} {value} always;\n" for name, value in _added(policy))
    answer = "    if ($cors_preflight) {\n        return 204;\n    }\n"
    server = _SERVER.format(body=f"\n{hidden}\n{added}\n{answer}")
    return "\n".join([*_maps(policy), "", server])


def _maps(policy: CorsPolicy) -> Iterator[str]:
    yield _map("$http_origin", "$cors_origin", _origin_lines(policy))
    preflight = ('default "";', '"~^OPTIONS:." 1;')
    yield _map('"$request_method:$http_access_control_request_method"', "$cors_preflight", preflight)
    allowed = '"$cors_preflight:$cors_origin"'
    for variable, value, source, key in (
        ("$cors_credentials", "true" if policy.credentials else "", "$cors_origin", '"~."'),
        ("$cors_methods", ", ".join(listed_methods(policy)), allowed, '"~^1:."'),
        ("$cors_headers", ", ".join(listed_headers(policy)), allowed, '"~^1:."'),
        ("$cors_max_age", "" if policy.max_age is None else str(policy.max_age), allowed, '"~^1:."'),
        ("$cors_expose", ", ".join(listed_expose(policy)), "$cors_origin", '"~."'),
    ):
        if value:
            yield _map(source, variable, ('default "";', f"{key} {literals.nginx(value)};"))


def _origin_lines(policy: CorsPolicy) -> tuple[str, ...]:
    if everybody(policy):
        return ('default "*";',)
    # Plain strings are compared in any case by `map`; expressions are exact.
    regexes = [re.escape(origin).replace(r"\-", "-") for origin in listed_origins(policy)]
    regexes += [pattern.regex for pattern in listed_patterns(policy)]
    return ('default "";', *(f"{literals.nginx_expression(f'^{regex}$')} $http_origin;" for regex in regexes))


def _map(source: str, variable: str, lines: tuple[str, ...]) -> str:
    return f"map {source} {variable} {{\n" + "".join(f"    {line}\n" for line in lines) + "}"


def _added(policy: CorsPolicy) -> Iterator[tuple[str, str]]:
    yield "Access-Control-Allow-Origin", "$cors_origin"
    if policy.credentials:
        yield "Access-Control-Allow-Credentials", "$cors_credentials"
    yield "Access-Control-Allow-Methods", "$cors_methods"
    if listed_headers(policy):
        yield "Access-Control-Allow-Headers", "$cors_headers"
    if policy.max_age is not None:
        yield "Access-Control-Max-Age", "$cors_max_age"
    if listed_expose(policy):
        yield "Access-Control-Expose-Headers", "$cors_expose"
    if not everybody(policy):
        yield "Vary", "Origin"


def expected(policy: CorsPolicy, wire: WireRequest, status: int) -> Expected:  # noqa: ARG001 - nginx treats all alike
    """It answers every preflight 204, and sends nothing but Vary to an origin that may not call."""
    asked = Asked.of(wire)
    preflight = asked.options and bool(asked.method)
    allowed = everybody(policy) or lets_in(policy, asked.origin)
    values = {
        "$cors_origin": "*" if everybody(policy) else asked.origin or "",
        "$cors_credentials": "true",
        "$cors_methods": ", ".join(listed_methods(policy)) if preflight else "",
        "$cors_headers": ", ".join(listed_headers(policy)) if preflight else "",
        "$cors_max_age": str(policy.max_age) if preflight else "",
        "$cors_expose": ", ".join(listed_expose(policy)),
    }
    lines = [(name, values.get(value, value)) for name, value in _added(policy) if allowed or name == "Vary"]
    return Expected(HeaderList.of((name, value) for name, value in lines if value), 204 if preflight else None)


def limits(policy: CorsPolicy) -> tuple[Fault, ...]:
    """What nginx cannot write (a list that is read when it runs, a dollar sign in a name, a long list) or read."""
    found = [*unread_methods(policy, "nginx", lambda method: _METHOD.fullmatch(method) is not None, 400)]
    if policy.from_env:
        why = "nginx reads no environment"
        found.append(Fault("nginx-environment", "from_env", policy.from_env, why, "list the origins"))
    for place, names in (("methods", policy.methods), ("headers", policy.headers), ("expose", policy.expose)):
        why = "nginx reads `$` as the start of a variable and has no way to write it literally"
        found += [Fault("nginx-dollar", place, name, why, "name it otherwise") for name in names if "$" in name]
        if len(", ".join(names)) > LONGEST_LIST:
            why = f"nginx takes no parameter of more than 4096 bytes, and the list has {len(', '.join(names))}"
            found.append(
                Fault("nginx-length", place, f"{names[0]}, ...", why, "list fewer, or let the application do it")
            )
    return tuple(found)


def program(policy: CorsPolicy, version: str = "") -> Program:
    """`nginx.conf`, with an application behind it, and `start.sh`. nginx itself is the system's."""
    _, marked = RECIPE.parts(policy, version)
    files = {RECIPE.filename: _PROGRAM.format(snippet=marked), "start.sh": _START}
    by_hand = ("apt install nginx", 'nginx -p "$PWD" -c nginx.conf -e stderr -g "daemon off;"')
    return Program(files, (("nginx", "-v"),), ("sh", "start.sh"), RECIPE.filename, by_hand)


def recognise(response: Response) -> str:
    """Its own `Server`, or the foot of its error pages."""
    server = response.headers.get("Server") or ""
    if re.fullmatch(r"nginx(/[\d.]+)?", server):
        return f"Server: {server}"
    foot = "<hr><center>nginx"
    return foot if foot in response.body else ""


RECIPE = Recipe(
    "nginx",
    "nginx",
    "nginx.conf",
    "apt install nginx",
    "#",
    snippet,
    PLACEMENTS,
    NOTES,
    limits=limits,
)

FRAMEWORK = RECIPE.as_framework(
    "nginx",
    expected=expected,
    program=program,
    recognise=recognise,
    rank=60,
)
