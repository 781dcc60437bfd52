"""All faults of a call and of its connection, field by field."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cors_tui.case import Call, Connection
from cors_tui.inputs.faults import connection_faults, faults
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Initiator, Mode

_GOOD = Call(url="https://api.example.com/x", origin="http://localhost:3000")


def test_nothing_is_wrong_with_a_good_call() -> None:
    assert faults(_GOOD) == ()
    assert faults(replace(_GOOD, method="POST", body="x")) == ()
    assert connection_faults(Connection(connect_to=("a:1",), resolve=("a:1:127.0.0.1",), proxy="p:1")) == ()


def test_every_field_is_looked_at_in_order() -> None:
    call = Call(
        url="api.example.com", origin="localhost:3000", method="patch", headers=HeaderList((("Cookie", "a=b"),)),
        mode=Mode.NO_CORS,
    )  # fmt: skip
    assert [(fault.field, fault.is_error) for fault in faults(call)] == [
        ("url", True), ("origin", True), ("method", False), ("headers", False), ("mode", False),
    ]  # fmt: skip


@pytest.mark.parametrize("method", ["GET", "head"])
def test_a_body_needs_a_method_that_takes_one(method: str) -> None:
    call = replace(_GOOD, method=method, body="x")
    assert [fault.field for fault in faults(call)] == ["body"]
    assert faults(replace(call, initiator=Initiator.XHR)) == ()


def test_what_does_not_go_with_what_makes_the_call_is_said_once() -> None:
    """Not also that fetch would throw for a body with GET."""
    call = replace(_GOOD, body="x", initiator=Initiator.IMAGE, mode=Mode.CORS)
    assert [fault.field for fault in faults(call)] == ["body"]


@pytest.mark.parametrize(
    ("connection", "field", "says"),
    [
        (Connection(connect_to=("nonsense",)), "connect_to", "--connect-to 'nonsense' cannot be read. Write HOST:PORT"),
        (Connection(resolve=("a:b",)), "resolve", "Write HOST:PORT:ADDRESS."),
        (Connection(proxy="socks5://me:pw@p:1"), "proxy", "socks5 proxy, which is not supported. Give an HTTP proxy"),
    ],
)
def test_the_connection(connection: Connection, field: str, says: str) -> None:
    (fault,) = connection_faults(connection)
    assert fault.field == field
    assert says in fault.sentence
    assert "pw" not in fault.text
