"""Waiting for what a browser says, without polling."""

import asyncio

from cors_tui.probe.real_browser.events import EventLog, first_of


async def test_an_event_already_heard_is_found_at_once() -> None:
    log = EventLog()
    log.hear("a", {"n": 1})
    log.hear("a", {"n": 2})
    assert await log.wait_for("a") == {"n": 1}


async def test_an_event_still_to_come_is_waited_for() -> None:
    log = EventLog()
    waiting = asyncio.create_task(log.wait_for("b"))
    await asyncio.sleep(0)
    log.hear("a", {})
    await asyncio.sleep(0)
    assert not waiting.done()
    log.hear("b", {"n": 3})
    assert await waiting == {"n": 3}


def test_nothing_is_left_after_clear() -> None:
    log = EventLog()
    log.hear("a", {})
    log.clear()
    assert log.first("a") is None


async def test_quiet_is_reached_only_after_the_last_event() -> None:
    log = EventLog()
    loop = asyncio.get_running_loop()
    loop.call_later(0.1, log.hear, "late", {})
    await log.quiet()
    assert log.first("late") == {}


async def test_what_is_waited_for_in_vain_is_cancelled_when_the_other_ends() -> None:
    log = EventLog()
    never = asyncio.create_task(log.wait_for("never"))
    other: asyncio.Task[dict[str, object]] = asyncio.create_task(_at_once())
    assert not await first_of(never, other)
    await asyncio.sleep(0)
    assert never.cancelled()


async def _at_once() -> dict[str, object]:
    return {}
