"""Names are looked up where Local Network Access turns on them, and never for long."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from cors_tui.case import Call, Case, Connection, Lookup
from cors_tui.probe.prober import Prober
from cors_tui.session.resolving import looked_up, lookup_sentences, with_lookups
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import AddressSpace
from cors_tui.standards.url import Url

KNOWN = {
    "app.example.com": ("93.184.216.34",),
    "nas.example.com": ("192.168.1.20", "93.184.216.34"),
    "dev.example.com": ("127.0.0.1",),
    "nowhere.example.com": (),
}


async def addresses(url: Url) -> tuple[str, ...]:
    return KNOWN[url.host]


def case(page: str, target: str) -> Case:
    return Case(Call(url=target, origin=page))


LOOKED_UP: dict[str, tuple[Case, list[str]]] = {
    "a public target is looked up, its page is not": (
        case("https://dev.example.com", "https://app.example.com"),
        ["app.example.com"],
    ),
    "a private name, and then its page": (
        case("https://app.example.com", "https://nas.example.com"),
        ["nas.example.com", "app.example.com"],
    ),
    "a private address needs no lookup, its page does": (
        case("https://app.example.com", "http://192.168.1.7/"),
        ["app.example.com"],
    ),
    "localhost, too": (case("https://app.example.com", "http://localhost:8000/"), ["app.example.com"]),
    "a page that names its address": (case("http://10.0.0.5", "http://localhost:8000/"), []),
    "a page on this machine, whose targets nobody is asked about": (
        case("http://localhost:3000", "https://nas.example.com"),
        [],
    ),
    "a page on this machine that claims to be public": (
        Case(
            Call(
                url="https://nas.example.com",
                origin="http://localhost:3000",
                page_headers=HeaderList((("Content-Security-Policy", "treat-as-public-address"),)),
            )
        ),
        ["nas.example.com"],
    ),
    "a page of the same host": (case("https://nas.example.com", "https://nas.example.com:8443/"), []),
    "a file": (case("null", "http://localhost:8000/"), []),
    "no http": (case("https://app.example.com", "data:,a"), []),
    "a target that leads nowhere": (
        case("https://app.example.com", "https://nowhere.example.com"),
        ["nowhere.example.com"],
    ),
}


@pytest.mark.parametrize("name", LOOKED_UP)
async def test_what_is_looked_up(name: str) -> None:
    asked, hosts = LOOKED_UP[name]
    assert [lookup.host for lookup in (await looked_up(asked, addresses)).lookups] == hosts


async def test_a_name_is_looked_up_once_and_the_request_knows_where_it_leads() -> None:
    asked = await looked_up(case("https://app.example.com", "https://nas.example.com"), addresses)
    assert (await looked_up(asked, addresses)).lookups == asked.lookups
    request = asked.request()
    assert request.page.address_space is AddressSpace.PUBLIC
    assert dict(request.address_spaces)["nas.example.com"] is AddressSpace.LOCAL


async def test_a_resolver_that_hangs_is_left() -> None:
    """Without a time in the test: the lookup never ends by itself."""
    forever = asyncio.Event()

    async def hangs(_url: Url) -> tuple[str, ...]:
        await forever.wait()
        return ()

    asked = await looked_up(case("https://app.example.com", "https://nas.example.com"), hangs, longest=0.01)
    assert [(each.host, each.addresses) for each in asked.lookups] == [("nas.example.com", ())]
    assert asked.request().page.address_space is AddressSpace.UNKNOWN


async def test_resolve_counts_and_a_proxy_looks_up_itself() -> None:
    asked = case("https://app.invalid", "https://nas.invalid")
    given = Connection(resolve=("nas.invalid:443:10.0.0.9", "app.invalid:443:93.184.216.34"))
    async with Prober(given) as prober:
        found = await with_lookups(replace(asked, connection=given), prober)
    assert [lookup.space for lookup in found.lookups] == [AddressSpace.LOCAL, AddressSpace.PUBLIC]
    proxied = Connection(proxy="http://127.0.0.1:9")
    async with Prober(proxied) as prober:
        assert (await with_lookups(replace(asked, connection=proxied), prober)).lookups == ()


def test_it_is_said_what_was_looked_up_and_when() -> None:
    at = 86_400.0 + 3661
    lookups = (
        Lookup("nas.example.com", ("192.168.1.20",), at),
        Lookup("app.example.com", ("93.184.216.34",), at),
        Lookup("cdn.example.com", ("93.184.216.35",), at),
    )
    asked = replace(case("https://app.example.com", "https://nas.example.com"), lookups=lookups)
    said = lookup_sentences(asked)
    assert said == (
        "nas.example.com was looked up at 01:01:01 UTC: 192.168.1.20, a local address.",
        "app.example.com was looked up at 01:01:01 UTC: 93.184.216.34, a public address.",
    )
    unknown = replace(asked, lookups=(Lookup("app.example.com", (), at),))
    assert "not judged" in lookup_sentences(unknown)[0]
