"""The clients that are known."""

from __future__ import annotations

from cors_tui.inputs.javascript.client import known_clients


def test_every_client_has_a_title() -> None:
    assert set(known_clients()) == {"angular", "axios", "event_source", "fetch", "jquery", "ky", "xhr"}
    assert all(client.title for client in known_clients().values())
