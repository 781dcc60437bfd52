"""Servers of the lab that know people by a cookie."""

from __future__ import annotations

from cors_tui.lab.behaviours import ALLOW_CREDENTIALS, ALLOW_ORIGIN, PAGE, allowing, json_reply
from cors_tui.lab.scenario import Asked, Handler, Reply

WITH_COOKIES = allowing((ALLOW_ORIGIN, PAGE), (ALLOW_CREDENTIALS, "true"), ("Vary", "Origin"))
"""CORS as it has to be for a page that sends cookies."""


def sessions(attributes: str = "", *, path: str = "/", unknown: int = 200) -> Handler:
    """A server that begins a session with whoever brings none, by a cookie for `path` with `attributes`; such a one is
    answered with status `unknown`."""

    def answer(asked: Asked) -> Reply:
        if "session=" in (asked.headers.get("cookie") or ""):
            return json_reply('{"user": "ada"}')
        begins = ("Set-Cookie", f"session=practice; Path={path}; HttpOnly; {attributes}".rstrip("; "))
        return json_reply('{"user": null}', begins, status=unknown)

    return answer
