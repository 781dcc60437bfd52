"""The clients that are known."""

from __future__ import annotations

from cors_tui.inputs.javascript.client import known_clients


def test_every_client_has_a_title() -> None:
    assert set(known_clients()) == {
        "angular", "axios", "dynamic_import", "element", "event_source", "fetch", "font_face", "jquery", "ky", "xhr",
    }  # fmt: skip
    assert all(client.title for client in known_clients().values())
