"""A real Actix Web application with CORS in the wrong place: each fault is named, and none invented."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from cors_tui.case import Call
from cors_tui.fixes.framework import Program, known_frameworks
from cors_tui.policy import CorsPolicy
from tests.live import toolchains
from tests.live.faults.placements import bearing, simple
from tests.live.frameworks import serving
from tests.live.guide.asking import PAGE, asked, causes, get, put

FAULTS: dict[str, tuple[tuple[Callable[[str], Call], str], ...]] = {
    "all in place": ((simple, ""), (get, "")),
    "guard inside": ((simple, ""), (bearing, "")),
    "guard outside": ((bearing, "auth-before-cors"), (simple, "auth-before-cors")),
    "only elsewhere": ((get, "options-not-handled"), (simple, "no-allow-origin")),
    "not set": ((get, "origin-refused"), (simple, "origin-not-in-list")),
    "slash": ((get, "origin-refused"), (simple, "origin-not-in-list")),
    "headers not listed": ((get, "header-not-allowed"), (simple, "")),
    "methods not listed": ((put, "method-not-allowed"), (simple, "")),
    "nothing allowed": ((get, "origin-refused"), (simple, "origin-not-in-list")),
    "mismatch is refused": ((get, "origin-refused"), (simple, "origin-refused")),
    "everybody with credentials": ((get, "every-origin-let-in"), (simple, "every-origin-let-in")),
    "an inner layer returns Err": ((simple, ""), (get, "")),
    "OPTIONS unknown outside": ((get, "options-not-handled"), (simple, "")),
    "a handler panics": ((simple, "connection-closed"),),
}
"""The values of ``FAULT``, and what each call must be told first ("" where nothing may be found)."""


@pytest.fixture(scope="module")
def binary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program of ``actix.rs``, with the packages and the build folder of the fixes' own."""
    toolchains.need("cargo")
    built = tmp_path_factory.mktemp("actix") / "binary"
    manifest = known_frameworks()["actix"].program(CorsPolicy(origins=(PAGE,))).files["Cargo.toml"]
    source = Path(__file__).with_name("actix.rs").read_text(encoding="utf-8")
    toolchains.cargo_build(Program({"Cargo.toml": manifest, "src/main.rs": source}, (), (), "src/main.rs"), built)
    return built


@pytest.mark.parametrize("fault", FAULTS)
async def test_it_is_named(fault: str, binary: Path) -> None:
    wrong = []
    with serving.scratch() as folder, serving.started([str(binary)], folder, {"FAULT": fault}) as port:
        for call, cause in FAULTS[fault]:
            found = causes(await asked(call(f"http://127.0.0.1:{port}/users")))
            if found[:1] != ([cause] if cause else []):
                wrong.append(f"{call.__name__}: {found}, not {cause or 'nothing'}")
    assert wrong == []
