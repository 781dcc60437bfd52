"""What nobody wrote is answered as the real frameworks answer it (their bytes, seen on them)."""

from __future__ import annotations

import pytest

from cors_tui.lab.behaviours import api, json_reply
from cors_tui.lab.frameworks import express_error
from cors_tui.lab.scenario import ask
from cors_tui.standards.header_list import HeaderList
from tests.lab.talking import asked

HERE = {"/here": json_reply("[]")}


@pytest.mark.parametrize(
    ("framework", "status", "body", "gives_away"),
    [
        ("express", 404, "<pre>Cannot GET /nope</pre>", ("x-powered-by", "Express")),
        ("fastapi", 404, '{"detail":"Not Found"}', ("server", "uvicorn")),
        ("hono", 404, "404 Not Found", ("content-type", "text/plain; charset=UTF-8")),
        ("actix", 404, "", None),
    ],
)
async def test_an_unknown_path(framework: str, status: int, body: str, gives_away: tuple[str, str] | None) -> None:
    reply = await ask(api(framework, HERE), asked("GET", "/nope?x=1"))
    assert reply.status == status
    assert body in reply.body
    if gives_away:
        assert HeaderList(reply.headers).get(gives_away[0]) == gives_away[1]


@pytest.mark.parametrize(("framework", "status"), [("express", 200), ("fastapi", 405), ("hono", 404), ("actix", 405)])
async def test_options_on_a_route_without_cors(framework: str, status: int) -> None:
    reply = await ask(api(framework, HERE), asked("OPTIONS", "/here"))
    assert reply.status == status
    assert not [name for name, _ in reply.headers if name.lower().startswith("access-control-")]


def test_an_error_of_express_is_escaped() -> None:
    assert "<pre>&lt;b&gt;</pre>" in express_error(500, "<b>").body
