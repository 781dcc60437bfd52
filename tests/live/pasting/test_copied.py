"""What is copied from a case, run by the real curl and by node: the request of the case arrives, byte for byte."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from cors_tui.case import Call, Case
from cors_tui.inputs.writers import curl_bash, fetch_code
from cors_tui.lab.scenario import Asked
from tests.inputs.writers.cases import calls, octets, texts
from tests.live.pasting.recorder import Recorder, differences, recording

FEW = settings(
    max_examples=15,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),  # each example starts a program: no shrinking
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def recorder() -> Iterator[Recorder]:
    with recording() as found:
        yield found


def arrived(recorder: Recorder, command: list[str]) -> Asked:
    """The one request that a command made."""
    recorder.take()
    done = subprocess.run(command, capture_output=True, timeout=30, check=False)
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-2000:]
    (asked,) = recorder.take()
    return asked


@pytest.mark.skipif(not (shutil.which("curl") and shutil.which("bash")), reason="curl or bash is not installed")
@FEW
@given(calls(texts | octets))
def test_curl_sends_the_request(recorder: Recorder, call: Call) -> None:
    call = recorder.at(call)
    asked = arrived(recorder, ["bash", "-c", curl_bash.write(Case(call), True)])
    assert differences(asked, call) == []
    assert asked.origin == call.origin


@pytest.mark.skipif(not shutil.which("node"), reason="node is not installed")
@FEW
@given(calls(texts | octets))
def test_node_sends_the_request(recorder: Recorder, call: Call) -> None:
    call = recorder.at(call)
    asked = arrived(recorder, ["node", "--input-type=module", "-e", fetch_code.write(Case(call), True)])
    assert differences(asked, call) == []
