"""Every method, sent to each framework: what a policy may name reaches the middleware, what it may not does not."""

from __future__ import annotations

import pytest

from cors_tui.fixes.framework import Framework, known_frameworks
from cors_tui.fixes.runtime_methods import NODE, WORKERS
from cors_tui.policy import CorsPolicy
from tests.live.frameworks import serving
from tests.live.frameworks.variants import A
from tests.live.frameworks.wire import ask

METHODS = (
    *sorted(NODE | WORKERS),
    *("BASELINE-CONTROL", "CHECKIN", "LABEL", "MKREDIRECTREF", "MKWORKSPACE", "ORDERPATCH", "UNCHECKOUT", "UPDATE"),
    *("VERSION-CONTROL", "FLUSH", "BREW", "FOO", "foo", "Sub_Scribe", "SUB_SCRIBE", "A-B", "X-1", "A1", "-"),
    *("A.B", "X'Y", "X`Y", "X!", "X#", "X$", "X%", "X&", "X*", "X+", "X^", "X|", "X~"),
)


@pytest.mark.parametrize("framework", known_frameworks().values(), ids=lambda framework: framework.name)
def test_what_is_refused_is_what_is_not_read(framework: Framework) -> None:
    policy = CorsPolicy(origins=(A,))
    refused = {method for method in METHODS if _refused(framework, method)}
    with serving.scratch() as folder:
        start = serving.prepare(framework, framework.program(policy), framework.stacks[0], folder)
        with serving.started(start, folder, {}) as port:
            answers = {method: ask(port, method, "/ok", (("Origin", A),)) for method in METHODS}
    bare = {method for method, answer in answers.items() if "access-control-allow-origin" not in answer.headers}
    assert bare == refused


def _refused(framework: Framework, method: str) -> bool:
    """By the framework itself: what no policy may name, in the wrong case for example, is another matter."""
    faults = framework.faults(CorsPolicy(origins=(A,), methods=(method,)))
    return any(fault.code in ("unread-method", "actix-method") for fault in faults)
