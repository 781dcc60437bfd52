"""Methods that a runtime answers itself are refused; those that it reads are not."""

from __future__ import annotations

import pytest

from cors_tui.fixes.fault import Fault
from cors_tui.fixes.framework import known_frameworks
from cors_tui.fixes.runtime_methods import NODE, WORKERS, node_limits, unread_methods, workers_limits
from cors_tui.policy import CorsPolicy
from cors_tui.standards.method import is_forbidden_method


def names(faults: tuple[Fault, ...]) -> list[str]:
    return [fault.value for fault in faults]


@pytest.mark.parametrize(
    ("methods", "node", "workers"),
    [
        pytest.param((), [], [], id="what is always listed"),
        pytest.param(("PUT", "PURGE", "QUERY"), [], [], id="both read them"),
        pytest.param(("M-SEARCH",), [], ["M-SEARCH"], id="Node alone"),
        pytest.param(("MSEARCH",), ["MSEARCH"], [], id="Workers alone"),
        pytest.param(("FOO", "foo"), ["FOO", "foo"], ["FOO", "foo"], id="one's own"),
        pytest.param(("*",), [], [], id="a wildcard names none"),
        pytest.param(("put", "P T", "TRACE"), [], [], id="what is a fault everywhere is said once"),
    ],
)
def test_what_is_not_read(methods: tuple[str, ...], node: list[str], workers: list[str]) -> None:
    policy = CorsPolicy(origins=("https://a.test",), methods=methods)
    assert names(node_limits(policy)) == node
    assert names(workers_limits(policy)) == workers


def test_the_fault_says_who_answers_what() -> None:
    (fault,) = unread_methods(CorsPolicy(methods=("FOO",)), "Node", NODE.__contains__, 400)
    assert fault.grave
    assert fault.sentence.startswith("methods `FOO`: Node reads no such method: it answers 400 itself")


def test_what_no_page_can_send_is_not_in_the_lists() -> None:
    assert not any(is_forbidden_method(method) for method in NODE | WORKERS)


@pytest.mark.parametrize("name", ["express", "fastify", "hono", "hono_workers", "nginx"])
def test_such_a_policy_becomes_no_code(name: str) -> None:
    framework = known_frameworks()[name]
    faults = framework.faults(CorsPolicy(origins=("https://a.test",), methods=("foo",)))
    assert [fault.code for fault in faults if fault.grave] == ["unread-method"]


@pytest.mark.parametrize("name", ["fastapi", "starlette", "actix"])
def test_these_read_any(name: str) -> None:
    assert known_frameworks()[name].faults(CorsPolicy(origins=("https://a.test",), methods=("foo",))) == ()
