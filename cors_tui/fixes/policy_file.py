"""A policy as a file, ``cors-policy.toml``: https://toml.io/en/v1.0.0

Each key is a field of `CorsPolicy`; one that is left out has the field's default.
"""

from __future__ import annotations

import tomllib
from dataclasses import fields
from typing import Any

from cors_tui.fixes import literals
from cors_tui.policy import CorsPolicy

FILE_NAME = "cors-policy.toml"
LARGEST = 64 * 1024

_LISTS = ("origins", "patterns", "methods", "headers", "expose")


class PolicyFileError(ValueError):
    """The text is not a policy; the message says in one sentence what, where and what to write."""


def read_policy(text: str) -> CorsPolicy:
    """The policy that `text` states; `PolicyFileError` when it states none. It is not judged here."""
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PolicyFileError(f"the policy is not TOML: {error}.") from None
    for key, value in found.items():
        _check(key, value)
    values: dict[str, Any] = {key: tuple(value) if key in _LISTS else value for key, value in found.items()}
    return CorsPolicy(**values)


def write_policy(policy: CorsPolicy) -> str:
    """The file that `read_policy` reads back as `policy`; fields that have their default are left out."""
    lines = [
        f"{field.name} = {_value(getattr(policy, field.name))}"
        for field in fields(CorsPolicy)
        if getattr(policy, field.name) != field.default
    ]
    return "\n".join(["# Who may call this API from a page of another origin.", *lines, ""])


def _check(key: str, value: Any) -> None:
    known = [field.name for field in fields(CorsPolicy)]
    if key not in known:
        raise PolicyFileError(f"`{key}` is no key of a policy; these are: {', '.join(known)}.")
    if key in _LISTS and not (isinstance(value, list) and all(isinstance(item, str) for item in value)):
        raise PolicyFileError(f'`{key}` is a list of strings: write {key} = ["..."].')
    if key == "credentials" and not isinstance(value, bool):
        raise PolicyFileError("`credentials` is true or false.")
    if key == "max_age" and (not isinstance(value, int) or isinstance(value, bool)):
        raise PolicyFileError("`max_age` is a whole number of seconds: write max_age = 600.")
    if key == "from_env" and not isinstance(value, str):
        raise PolicyFileError('`from_env` is the name of a variable: write from_env = "CORS_ORIGINS".')


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(literals.toml(item) for item in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return literals.toml(value) if isinstance(value, str) else str(value)
