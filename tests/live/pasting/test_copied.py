"""What is copied from a case, run by the real curl and by node: the request of the case arrives, byte for byte."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from hypothesis import HealthCheck, given, settings

from cors_tui.case import Call, Case
from cors_tui.inputs.writers import curl_bash, fetch_code
from cors_tui.lab.scenario import Asked, Reply
from cors_tui.standards.url import parse_url
from tests.inputs.writers.cases import calls, octets, texts
from tests.serving import Served, serving

FEW = settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@dataclass(frozen=True)
class Recorder:
    """A server on loopback, and every request it was asked."""

    served: Served
    every: list[Asked]

    def at(self, call: Call) -> Call:
        """The same call to this server."""
        return replace(call, url=call.url.replace("https://api.example", self.served.url("")))


@pytest.fixture(scope="module")
def recorder() -> Iterator[Recorder]:
    every: list[Asked] = []

    def answer(asked: Asked) -> Reply:
        every.append(asked)
        return Reply(200, (("Connection", "close"),))

    with serving({"api": answer}) as running:
        yield Recorder(running, every)


def arrived(recorder: Recorder, command: list[str]) -> Asked:
    """The one request that a command made."""
    before = len(recorder.every)
    done = subprocess.run(command, capture_output=True, timeout=30, check=False)
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-2000:]
    (asked,) = recorder.every[before:]
    return asked


def assert_same(asked: Asked, call: Call) -> None:
    """Method, target, body and every header of the page's author, as the case has them."""
    assert (asked.method, asked.body) == (call.method, call.body or "")
    url = parse_url(call.url)
    assert url is not None
    assert asked.target == url.target
    for name, value in call.headers:
        assert asked.headers.get(name) == value


@pytest.mark.skipif(not (shutil.which("curl") and shutil.which("bash")), reason="curl or bash is not installed")
@FEW
@given(calls(texts | octets))
def test_curl_sends_the_request(recorder: Recorder, call: Call) -> None:
    call = recorder.at(call)
    asked = arrived(recorder, ["bash", "-c", curl_bash.write(Case(call), True)])
    assert_same(asked, call)
    assert asked.origin == call.origin


@pytest.mark.skipif(not shutil.which("node"), reason="node is not installed")
@FEW
@given(calls(texts | octets))
def test_node_sends_the_request(recorder: Recorder, call: Call) -> None:
    call = recorder.at(call)
    assert_same(arrived(recorder, ["node", "--input-type=module", "-e", fetch_code.write(Case(call), True)]), call)
