"""The console: exactly what the browser prints, in one line, whole for reading and copying."""

from __future__ import annotations

import pytest

from cors_tui.case import Case
from cors_tui.standards.response import NetworkError, NetworkFailure
from cors_tui.tui.widgets.console_line import console_line, console_text, console_title
from tests.tui.driving import lab
from tests.tui.judged_cases import CALL, REFUSED, allowed, answered, blocked, undecided, viewed


@pytest.mark.parametrize("browser", ["chromium", "firefox", "webkit"])
@pytest.mark.parametrize("width", [60, 80, 140])
def test_the_line_fits_and_the_text_is_whole(browser: str, width: int) -> None:
    """Elided in its middle: the end of a message tells the reason."""
    view = viewed(blocked(), width=width, browser=browser)
    line = console_line(view)
    assert line.cell_length <= width - 4
    assert view.verdict is not None
    assert console_text(view).splitlines() == [each.text for each in view.verdict.console]
    assert console_text(view).startswith(line.plain[:10])


SILENT = [
    ("not asked yet", Case(), "nothing printed yet"),
    ("allowed", allowed(), "prints nothing"),
    ("refused below HTTP", answered(CALL, REFUSED), "prints nothing"),
    ("still waiting", answered(CALL, NetworkError(NetworkFailure.NO_ANSWER_YET)), "prints nothing, and waits longer"),
    ("undecided", undecided(), "nothing known yet"),
]


@pytest.mark.parametrize(("what", "case", "says"), SILENT, ids=[row[0] for row in SILENT])
def test_why_nothing_is_printed(what: str, case: Case, says: str) -> None:
    """Silence has four meanings. Safari is the one that prints nothing of a network that fails."""
    assert console_line(viewed(case, browser="webkit")).plain.startswith(says)


def test_the_third_browser_is_called_safari() -> None:
    """On the screen, not WebKit."""
    assert "Safari" in console_title(viewed(blocked(), browser="webkit")).plain


async def test_enter_on_it_opens_it_whole() -> None:
    """As a click does."""
    async with lab("no-header") as run:
        await run.keys("r")
        run.guide.set_focus(run.guide.console_panel)
        text = await run.press("enter")
        assert "Everything, uncut" in text
        await run.keys("escape")
        await run.pilot.click("#console")
        await run.settle()
        assert "Everything, uncut" in run.text
