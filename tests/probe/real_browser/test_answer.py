"""What a real browser's answer says of itself."""

import pytest

from cors_tui.probe.real_browser.answer import Ending, RealAnswer


@pytest.mark.parametrize(
    ("ending", "kind", "allowed"),
    [
        pytest.param(Ending.REJECTED, "", False, id="rejected"),
        pytest.param(Ending.TIMEOUT, "", False, id="waiting for a prompt is neither"),
        pytest.param(Ending.RESOLVED, "cors", True, id="readable across origins"),
        pytest.param(Ending.RESOLVED, "basic", True, id="at home nothing is asked of the server"),
        pytest.param(Ending.RESOLVED, "opaque", True, id="an opaque answer is hidden, not blocked"),
        pytest.param(Ending.RESOLVED, "img", True, id="an element that loads"),
    ],
)
def test_allowed_means_not_blocked_as_in_the_verdict(ending: Ending, kind: str, allowed: bool) -> None:
    answer = RealAnswer("chromium", "Chrome/156", "https://app.example.test", ending, type=kind)
    assert answer.allowed is allowed
