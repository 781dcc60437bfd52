"""The app: ways in, ways out, and no crash screen that prints secrets."""

from __future__ import annotations

import os
import signal

import pytest
from textual import events

from cors_tui.case import Call, Case
from cors_tui.tui.app import INTERRUPTED, CorsApp
from cors_tui.tui.keys import KEYS
from cors_tui.tui.screens.guide import GuideScreen
from cors_tui.tui.screens.lab_chooser import LabChooser
from cors_tui.tui.screens.start import StartScreen
from tests.tui.driving import SMALL, driven, lab

CASE = Case(Call(url="http://localhost:3999/", origin="http://localhost:3000"))

WAYS_IN = [
    ("nothing known: the start screen", CorsApp(), StartScreen),
    ("an empty case: the start screen", CorsApp(Case()), StartScreen),
    ("a URL: the guide", CorsApp(CASE), GuideScreen),
    ("the lab without a name: the chooser", CorsApp(Case(), lab_chooser=True), LabChooser),
]


@pytest.mark.parametrize(("what", "app", "screen"), WAYS_IN, ids=[row[0] for row in WAYS_IN])
async def test_ways_in(what: str, app: CorsApp, screen: type) -> None:
    """What stands on the screen first follows from what is known."""
    async with driven(app, SMALL) as run:
        assert isinstance(run.app.screen, screen)
        assert run.app.screen.focused is None


async def test_ctrl_c_twice_leaves_also_from_a_field() -> None:
    """The first one says so and loses nothing."""
    async with driven(CorsApp(CASE), SMALL) as run:
        await run.keys("1", "tab")
        assert "again to leave" in await run.press("ctrl+c")
        assert run.app.is_running
        await run.pilot.press("ctrl+c")
    assert run.app.return_value == INTERRUPTED


async def test_asked_to_end_it_leaves_in_order() -> None:
    """What it started gets the time to end, too."""
    async with driven(CorsApp(CASE), SMALL) as run:
        os.kill(os.getpid(), signal.SIGTERM)
        await run.pilot.pause()
    assert run.app.return_value == 128 + signal.SIGTERM


async def test_an_internal_error_leaves_without_a_crash_screen() -> None:
    """Nothing is rendered from it, no local variable and no secret; the code says internal error."""
    app = CorsApp(CASE)
    with pytest.raises(RuntimeError, match="inside"):
        await _fail_inside(app)
    assert app.return_code == 70
    assert isinstance(app.failure, RuntimeError)
    assert not app._exit_renderables


async def _fail_inside(app: CorsApp) -> None:
    async with driven(app, SMALL) as run:
        token = "Bearer secret-token"

        def fail() -> None:
            raise RuntimeError(f"inside {len(token)}")

        run.app.call_later(fail)
        await run.pilot.pause()


async def test_the_palette_offers_every_action_with_its_key() -> None:
    """ctrl+p finds what no finger remembers."""
    async with driven(CorsApp(CASE), SMALL) as run:
        commands = {command.title: command.help for command in run.app.get_system_commands(run.app.screen)}
        for key in KEYS:
            assert key.key in commands[key.help]


async def test_a_resumed_app_is_drawn_anew() -> None:
    """After ctrl+z and fg the terminal is blank until everything is drawn again."""
    async with driven(CorsApp(CASE), SMALL) as run:
        drawn: list[object] = []
        run.app.refresh = lambda *_args, **kwargs: drawn.append(kwargs)  # type: ignore[method-assign, assignment]
        run.app.app_resume_signal.publish(run.app)
        await run.pilot.pause()
        assert {"repaint": True, "layout": True} in drawn


async def test_the_lab_is_closed_with_the_app() -> None:
    """No server outlives the screen."""
    async with lab("no-header", SMALL) as run:
        running = run.app.lab
        assert running is not None
        port = running.ports.edge
    import socket

    with pytest.raises(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port), timeout=5):
        pass


async def test_a_paste_on_the_start_screen_opens_the_guide() -> None:
    """With what was understood already in place."""
    async with driven(CorsApp(), SMALL) as run:
        run.app.post_message(events.Paste("curl -X PUT http://localhost:3999/x -H 'Origin: http://localhost:3000'"))
        await run.settle()
        await run.settle()
        assert run.guide.case.call.method == "PUT"
        assert run.guide.view.step == "request-type"


async def test_from_the_start_screen_to_the_lab_and_a_scenario() -> None:
    """l, down, enter."""
    async with driven(CorsApp(), SMALL) as run:
        await run.keys("l", "down", "enter")
        assert run.guide.running_lab is not None
        assert "lab: broken" in run.text
