"""A copied PowerShell command, taken apart as PowerShell and Windows do, given to the real curl: the request arrives.

No PowerShell is run: its grammar and its documented rules stand for it.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cors_tui.case import Call, Case
from cors_tui.inputs.writers import curl_powershell
from tests.inputs.writers.cases import SECRET, calls, texts
from tests.live.pasting.recorder import Recorder, differences, recording

powershell = pytest.importorskip("tests.live.pasting.powershell", reason="tree-sitter-powershell is not installed")

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


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not installed")
@FEW
@given(calls(texts), st.booleans())
def test_curl_sends_the_request(recorder: Recorder, call: Call, is_old: bool) -> None:
    call = recorder.at(call)
    found = powershell.arguments(curl_powershell.write(Case(call), True), {}, is_old=is_old)
    recorder.take()
    done = subprocess.run(["curl", *found], capture_output=True, timeout=30, check=False)
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-2000:]
    (asked,) = recorder.take()
    assert differences(asked, call) == []
    assert asked.origin == call.origin


@pytest.mark.parametrize("is_old", [True, False], ids=["5.1", "7"])
def test_secrets_come_from_the_environment(is_old: bool) -> None:
    """Each where it stood."""
    secrets = {"AUTHORIZATION": "Bearer s3cret", "TOKEN": "t0ken", "COOKIE": "sid=c00kie"}
    found = powershell.arguments(curl_powershell.write(SECRET), secrets, is_old=is_old)
    assert "Authorization: Bearer s3cret" in found
    assert "https://api.example/x?token=t0ken&b=c" in found
    assert found == powershell.arguments(curl_powershell.write(SECRET, True), {}, is_old=is_old)
