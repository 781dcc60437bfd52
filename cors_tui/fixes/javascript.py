"""What the snippets in JavaScript share: lists, the origins from the environment, patterns as expressions."""

from __future__ import annotations

from collections.abc import Iterable

from cors_tui.fixes import literals
from cors_tui.fixes.grants import listed_origins, listed_patterns
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


def allowed_origins(policy: CorsPolicy, *, with_patterns: bool, per_request: bool = False) -> str:
    """The statement that binds `allowedOrigins`: an array in code, or read from the environment.

    `with_patterns` puts the expressions among the strings of the list in code. `per_request` makes the one from the
    environment a function of it, where a program sees its environment in each request only.
    """
    if policy.from_env:
        example = ",".join(listed_origins(policy)) or "https://app.example.com,https://admin.example.com"
        name = policy.from_env
        opening = f"(env) => (env.{name}" if per_request else f"(process.env.{name}"
        return _FROM_ENVIRONMENT.format(name=name, example=example, opening=opening)
    elements = map(literals.javascript, listed_origins(policy))
    return f"const allowedOrigins = {array((*elements, *(expressions(policy) if with_patterns else ())))};"
