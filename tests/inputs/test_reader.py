"""What a reader gives."""

from __future__ import annotations

from cors_tui.case import Connection
from cors_tui.inputs.reader import Understood, known_readers


def test_every_file_of_the_folder_is_a_reader_of_a_known_kind() -> None:
    found = known_readers()
    assert {"console", "curl", "headers", "powershell", "url"} <= set(found)
    assert {reader.kind for reader in found.values()} >= {"console", "curl", "headers", "url"}


def test_only_what_the_text_speaks_of_changes_the_connection() -> None:
    base = Connection(insecure=True, proxy="http://p:1", dressed_as="firefox")
    understood = Understood("curl", connection=Connection(resolve=("a:1:b",), proxy="http://q:2"))
    assert understood.connection_onto(base) == Connection(
        insecure=True, proxy="http://q:2", dressed_as="firefox", resolve=("a:1:b",)
    )
