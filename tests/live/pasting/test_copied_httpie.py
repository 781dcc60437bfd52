"""A copied HTTPie command, run by the real HTTPie: the request arrives, or the copy says what HTTPie changes."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cors_tui.case import Call, Case
from cors_tui.fixes.versions import Stack
from cors_tui.inputs.writers import httpie
from tests.inputs.writers.cases import calls, octets, texts
from tests.live.pasting.recorder import Recorder, differences, recording
from tests.live.toolchains import need, venv

HTTPIE = Stack("HTTPie", "3.2.4", (("httpie", "3.2.4"),), "Python")
FEW = settings(
    max_examples=15,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),  # each example starts a program: no shrinking
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
METHODS = st.sampled_from(["PUT", "DELETE", "patch"])


@pytest.fixture(scope="module")
def programs() -> Path:
    need("bash")
    return venv(HTTPIE) / "bin"


@pytest.fixture(scope="module")
def recorder() -> Iterator[Recorder]:
    with recording() as found:
        yield found


@FEW
@given(METHODS.flatmap(lambda method: calls(texts | octets, method)))
def test_httpie_sends_the_request_or_the_copy_says_so(recorder: Recorder, programs: Path, call: Call) -> None:
    call = recorder.at(call)
    written = httpie.write(Case(call), True)
    environment = {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}", "HTTPIE_CONFIG_DIR": str(programs)}
    recorder.take()
    done = subprocess.run(["bash", "-c", written], capture_output=True, timeout=60, check=False, env=environment)
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-2000:]
    (asked,) = recorder.take()
    notes = [line.replace("'\\''", "'") for line in written.splitlines() if line.startswith(": ")]
    found = differences(asked, call)
    assert len(found) == len(notes), (found, written)
    for part in found:
        words = "instead of" if part == "method" else part
        assert any(words in note for note in notes), (part, notes)
