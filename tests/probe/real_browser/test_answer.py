"""What a real browser's answer says of itself."""

import pytest

from cors_tui.probe.real_browser.answer import Ending, RealAnswer


@pytest.mark.parametrize(
    ("ending", "kind", "resolved", "allowed"),
    [
        pytest.param(
            Ending.RESOLVED, "basic", True, False, id="same-origin is resolved, but nothing was allowed across"
        ),
        pytest.param(Ending.RESOLVED, "opaque", True, False, id="an opaque answer cannot be read"),
        pytest.param(Ending.REJECTED, "", False, False, id="rejected"),
        pytest.param(Ending.TIMEOUT, "", False, False, id="waiting for a prompt is neither"),
        pytest.param(Ending.RESOLVED, "cors", True, True, id="allowed"),
    ],
)
def test_allowed_means_readable_across_origins(ending: Ending, kind: str, resolved: bool, allowed: bool) -> None:
    answer = RealAnswer("chromium", "Chrome/156", "https://app.example.test", ending, type=kind)
    assert (answer.resolved, answer.allowed) == (resolved, allowed)
