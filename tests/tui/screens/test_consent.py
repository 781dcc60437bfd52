"""Consent: exactly what would be sent, and nothing without a yes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cors_tui.case import AS_ASKED, Call, Case
from cors_tui.lab.scenario import Asked, Reply
from cors_tui.policy import least_policy
from cors_tui.session.asking import waiting_for_consent
from cors_tui.tui.screens.consent import ConsentScreen, consent_text, own_url_text
from tests.serving import Served, serving
from tests.tui.driving import SMALL, Driven, guide, lab
from tests.tui.judged_cases import PUT, undecided


def test_everything_that_would_be_sent_is_shown_and_the_secret_masked() -> None:
    """Request line, every header, the body."""
    case = undecided()
    wire = waiting_for_consent(case)
    assert wire is not None
    text = consent_text(case, wire).plain
    assert text.startswith("PUT https://api.example.com/users/7")
    for name in ("Origin: https://app.example.com", "User-Agent: ", "Host: api.example.com"):
        assert name.lower() in text.lower()
    assert "abc123" not in text


def test_the_body_is_shown_and_a_long_one_cut() -> None:
    """How much is missing is said."""
    case = undecided()
    wire = waiting_for_consent(case)
    assert wire is not None
    from cors_tui.standards.request import Body

    text = consent_text(case, replace(wire, body=Body("x" * 5000 + "\x1b"))).plain
    assert "1,001 characters more" in text
    assert "\x1b" not in text
    assert PUT.method in text


async def waiting(run: Driven) -> None:
    """A lab whose preflight passes, with a PUT that waits for a yes."""
    running = run.guide.running_lab
    assert running is not None
    case = run.guide.case.with_call(replace(run.guide.case.call, method="PUT"))
    await running.apply(least_policy(case.call.request()))
    run.guide.change_case(case)
    await run.keys("r")


def sent(run: Driven) -> list[str]:
    running = run.app.lab
    assert running is not None
    return [asked.method for asked in running.asked()]


@pytest.mark.parametrize("key", ["n", "escape", "enter"])
async def test_anything_but_yes_sends_nothing(key: str) -> None:
    """Enter is no yes; escape and n close it."""
    async with lab("no-header", SMALL) as run:
        await waiting(run)
        await run.keys("r")
        assert isinstance(run.app.screen, ConsentScreen)
        await run.keys(key)
        assert "PUT" not in sent(run)


async def test_a_yes_sends_it_once_and_the_verdict_stands() -> None:
    """The next probe asks again."""
    async with lab("no-header", SMALL) as run:
        await waiting(run)
        assert run.text.count("UNDECIDED") == 3
        await run.keys("r", "y")
        assert sent(run).count("PUT") == 1
        assert len(run.guide.case.exchanges(AS_ASKED)) == 2
        assert not run.guide.case.consents
        await run.keys("r")
        assert sent(run).count("PUT") == 1
        assert run.text.count("UNDECIDED") == 3


async def test_after_a_repair_the_server_is_asked_again_before_anybody_is() -> None:
    """What waited before the repair is not what waits now."""
    async with lab("error-413", SMALL) as run:
        await run.keys("r")
        assert run.guide.view.waiting is not None
        await run.keys("k")
        assert run.guide.view.repaired
        assert not [method for method in sent(run) if method not in ("GET", "OPTIONS")]


def signed(server: Served) -> Case:
    return Case(Call(url=server.url("/users?sig=1"), origin="http://localhost:3000"))


def only_signed(asked: Asked) -> Reply:
    return Reply(200, body="x") if asked.target == "/users?sig=1" else Reply(403)


async def test_what_a_query_value_would_spoil_is_held_back_shown_and_asked_on_a_yes() -> None:
    """One walk: a, the reason, a again, no, and yes."""
    with serving({"api": only_signed}) as server:
        async with guide(signed(server), SMALL) as run:
            text = " ".join((await run.press("a")).split())
            assert "a: look at what was held back" in text
            assert "403 instead of 200" in text
            assert "stranger-origin" not in run.guide.case.seen
            await run.keys("a")
            assert isinstance(run.app.screen, ConsentScreen)
            assert "as a page nobody listed" in own_url_text(run.app.screen_stack[-2].case).plain  # type: ignore[attr-defined]
            count = len(server.asked())
            text = await run.press("n")
            assert "Nothing was asked under the real URL" in text
            assert len(server.asked()) == count
            await run.keys("a", "y")
            assert "stranger-origin" in run.guide.case.seen
            assert not run.guide.case.consents
