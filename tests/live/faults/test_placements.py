"""Real Express, Hono and FastAPI applications with CORS in the wrong place: each fault is named, and none invented."""

from __future__ import annotations

import contextlib

import pytest

from tests.live.faults.placements import FAULTS
from tests.live.guide.apps import booted
from tests.live.guide.asking import asked, causes
from tests.live.proxies.running import config, proxy


@pytest.mark.parametrize("name", FAULTS)
async def test_it_is_named(name: str) -> None:
    fault = FAULTS[name]
    wrong = []
    with contextlib.ExitStack() as running:
        port = running.enter_context(booted(fault.framework, fault.source(), fault.environment))
        if fault.proxy:
            port = running.enter_context(proxy(config("nginx", fault.proxy), port))
        for call, cause in fault.told:
            found = causes(await asked(call(f"http://127.0.0.1:{port}{fault.path}")))
            if found[:1] != ([cause] if cause else []):
                wrong.append(f"{call.__name__}: {found}, not {cause or 'nothing'}")
    assert wrong == []
