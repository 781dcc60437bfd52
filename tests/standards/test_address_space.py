"""Address spaces: each address, as Chromium and Firefox were seen to take it."""

from __future__ import annotations

from ipaddress import ip_address

import pytest

from cors_tui.standards.address_space import address_space_of, space_of_host
from cors_tui.standards.request import AddressSpace
from tests.rows import each_row


@each_row(
    ("address", "space"),
    [
        ("127.0.0.53", "loopback"),
        ("::1", "loopback"),
        ("0.0.0.0", "loopback"),
        ("10.1.2.3", "local"),
        ("172.31.0.1", "local"),
        ("192.168.1.1", "local"),
        ("169.254.1.1", "local"),
        ("100.64.0.1", "local"),
        ("fd00::1", "local"),
        ("fe80::1", "local"),
        ("::ffff:192.168.1.6", "local"),
        ("8.8.8.8", "public"),
        ("172.32.0.1", "public"),
        ("100.128.0.1", "public"),
        ("192.0.2.5", "public"),
        ("192.0.0.5", "public"),
        ("198.18.0.6", "public"),
        ("198.51.100.7", "public"),
        ("203.0.113.7", "public"),
        ("240.0.0.9", "public"),
        ("64:ff9b::c0a8:106", "public"),
        ("2606:4700::1", "public"),
    ],
)
def test_address_spaces(address: str, space: str) -> None:
    assert address_space_of(ip_address(address)).value == space


@pytest.mark.parametrize(
    ("host", "space"),
    [
        ("localhost.example", None),
        ("192.168.1.6.example", None),
        ("printer.local", None),
        ("a.localhost", AddressSpace.LOOPBACK),
        ("[fd00::7]", AddressSpace.LOCAL),
        ("192.168.1.6", AddressSpace.LOCAL),
    ],
)
def test_only_an_address_and_localhost_speak_for_themselves(host: str, space: AddressSpace | None) -> None:
    assert space_of_host(host) is space
