"""What the snippets in JavaScript share: lists, the origins from the environment, patterns as expressions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cors_tui.fixes import literals
from cors_tui.fixes.grants import (
    everybody,
    listed_expose,
    listed_headers,
    listed_methods,
    listed_origins,
    listed_patterns,
)
from cors_tui.policy import CorsPolicy

WIDTH = 80

NO_HEADERS = ("Accept",)
"""To Hono an empty list means whatever is asked for; a safelisted name allows nothing more than browsers do."""

_FROM_ENVIRONMENT = """\
// For example {name}={example}
const allowedOrigins = {opening} ?? '')
  .split(',')
  .map((origin) => origin.trim().replace(/\\/+$/, ''))
  .filter((origin) => origin.includes('://')); // drops empty entries, `*` and `null`; empty means nobody"""


def array(elements: Iterable[str], indent: str = "") -> str:
    """An array of expressions: on one line where it fits, else one a line."""
    written = list(elements)
    line = f"[{', '.join(written)}]"
    if len(line) <= WIDTH - len(indent) - 20:
        return line
    return "[\n" + "".join(f"{indent}  {element},\n" for element in written) + f"{indent}]"


def strings(values: Iterable[str], indent: str = "") -> str:
    """An array of string literals."""
    return array(map(literals.javascript, values), indent)


def expressions(policy: CorsPolicy) -> tuple[str, ...]:
    """The policy's patterns as regular expression literals, anchored at both ends."""
    return tuple("/^" + pattern.regex.replace("/", "\\/") + "$/" for pattern in listed_patterns(policy))


@dataclass(frozen=True, slots=True)
class OptionNames:
    """What a middleware calls the lists of methods, request headers and exposed headers."""

    methods: str
    headers: str
    expose: str


def options(policy: CorsPolicy, names: OptionNames, no_headers: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """The policy but its origins, as (name, expression). `no_headers` is written where no header is allowed: left out,
    the list would allow whatever is asked for."""
    written = [
        (names.methods, strings(listed_methods(policy), "  ")),
        (names.headers, strings(listed_headers(policy) or no_headers, "  ")),
    ]
    if listed_expose(policy):
        written.append((names.expose, strings(listed_expose(policy), "  ")))
    if policy.credentials:
        written.append(("credentials", "true"))
    if policy.max_age is not None:
        written.append(("maxAge", str(policy.max_age)))
    return written


def one_list(policy: CorsPolicy) -> str:
    """The expression for who may call, where a list may hold strings and expressions both."""
    if everybody(policy):
        return literals.javascript("*")
    if policy.from_env and policy.patterns:
        return array(["...allowedOrigins", *expressions(policy)], "  ")
    return "allowedOrigins"


def allowed_origins(policy: CorsPolicy, *, with_patterns: bool, per_request: bool = False) -> str:
    """The statement that binds `allowedOrigins`: an array in code, or read from the environment.

    `with_patterns` puts the expressions among the strings of the list in code. `per_request` makes the one from the
    environment a function of it, where a program sees its environment in each request only.
    """
    if policy.from_env:
        example = ",".join(listed_origins(policy)) or "https://app.example.com,https://admin.example.com"
        name = policy.from_env
        # The default tells TypeScript the type, which a parameter without one would lack.
        opening = f"(env = {{ {name}: '' }}) => (env.{name}" if per_request else f"(process.env.{name}"
        return _FROM_ENVIRONMENT.format(name=name, example=example, opening=opening)
    elements = map(literals.javascript, listed_origins(policy))
    return f"const allowedOrigins = {array((*elements, *(expressions(policy) if with_patterns else ())))};"
