"""The pop-up: everything uncut, and a file when no clipboard is there."""

from __future__ import annotations

import re
from pathlib import Path

from tests.tui.driving import SMALL, lab


def taken(path: Path) -> str:
    """The file's text; the file goes."""
    text = path.read_text(encoding="utf-8")
    path.unlink()
    return text


async def test_v_shows_everything_and_w_writes_it() -> None:
    """The file holds what was shown."""
    async with lab("no-header", SMALL) as run:
        await run.keys("r", "v")
        assert "console of Chromium" in run.text
        text = " ".join((await run.press("w")).split())
        found = re.search(r"Written to (\S+)", text)
        assert found is not None
        assert "access-control" in taken(Path(found[1])).lower()
        await run.keys("escape")
        assert run.guide.view.step


async def test_arrows_scroll_and_v_closes() -> None:
    """The keys of a pager."""
    async with lab("no-header", SMALL) as run:
        await run.keys("r", "v")
        before = run.text
        assert await run.press("pagedown") != before
        assert await run.press("pageup") == before
        await run.keys("v")
        assert run.guide.view.step
