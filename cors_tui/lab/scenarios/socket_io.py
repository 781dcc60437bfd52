"""Socket.IO answers on its own path, and the CORS settings of the framework do not reach it."""

from __future__ import annotations

from cors_tui.lab.behaviours import ALLOW_ORIGIN, PAGE, allowing, api, by_policy, calls, follows, json_reply, serves
from cors_tui.lab.scenario import Asked, Handler, Reply, Scenario, ask

_ROUTES = {"/api/rooms": json_reply('["lobby"]')}
_HANDSHAKE = Reply(200, (("Content-Type", "text/plain; charset=UTF-8"), ("Cache-Control", "no-store")), '0{"sid":"p1"}')


def _with_socket(inner: Handler) -> Handler:
    """Socket.IO takes its path for itself, before the application."""

    async def answer(asked: Asked) -> Reply:
        return _HANDSHAKE if asked.target.startswith("/socket.io/") else await ask(inner, asked)

    return answer


_CORS = allowing((ALLOW_ORIGIN, PAGE), ("Vary", "Origin"))

SCENARIO = Scenario(
    name="socket-io",
    title="Socket.IO has CORS settings of its own",
    story=(
        "The routes of the application all have the header, only the chat does not connect. "
        "Socket.IO answers its path itself, and was never told about the page."
    ),
    cause="socketio-own-cors",
    call=calls("/socket.io/?EIO=4&transport=polling"),
    broken=serves(api("express", _ROUTES, _with_socket, _CORS)),
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy), _with_socket)),
    teaches=("give Socket.IO its own cors option",),
)
