"""The chooser of what to copy: every form, previewed, secrets as variables, and into a file."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from cors_tui.case import Call, Case
from cors_tui.inputs.writer import known_writers
from cors_tui.tui.app import CorsApp
from cors_tui.tui.screens.copy_as import Copy, CopyScreen, copies
from tests.inputs.writers.cases import SECRET, WORDS
from tests.tui.driving import SIZES, driven


def test_every_form_is_offered_behind_what_the_step_is_about() -> None:
    """The commonest form first."""
    offered = copies(SECRET, (("the console lines", "Access to fetch ..."), ("", "")))
    assert offered[0] == Copy("the console lines", "Access to fetch ...")
    assert offered[1].what == "the request: curl (bash)"
    assert len(offered) == len(known_writers()) + 1
    assert len({each.what for each in offered}) == len(offered)


def test_secrets_stand_as_variables_and_it_is_said() -> None:
    """Where there are none, nothing is said."""
    for each in copies(SECRET, ()):
        assert not [word for word in WORDS if word in each.text]
        assert "set it first" in each.hint
    assert not [each for each in copies(Case(Call("https://a.example/")), ()) if each.hint]


def test_without_a_url_there_is_no_request_to_copy() -> None:
    """Only what the step has."""
    assert copies(Case(), (("", ""),)) == ()


def endings(folder: Path) -> list[str]:
    """Of the files in `folder`."""
    return [path.suffix for path in folder.iterdir()]


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "140x45"])
async def test_it_is_chosen_with_a_preview(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """And `w` writes it to a file with its own ending."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    chosen: list[Copy | None] = []
    async with driven(CorsApp(), size) as run:
        run.app.push_screen(CopyScreen(copies(SECRET, ())), chosen.append)
        await run.settle()
        assert "$AUTHORIZATION" in run.text
        assert "set it first" in run.text
        assert "<!doctype html>" in await run.press("up")
        assert "Written to" in await run.press("w")
        await run.keys("enter")
    assert endings(tmp_path) == [".html"]
    assert [each and each.what for each in chosen] == ["the request: HTML page"]
