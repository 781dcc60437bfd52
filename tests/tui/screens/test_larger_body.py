"""The larger body: what would be sent and how large, a size by one key, and nothing without a yes."""

from __future__ import annotations

from cors_tui.case import Call, Case
from cors_tui.experiments import OVERSIZED_BODY
from cors_tui.experiments.body import BODY_SIZE, SIZES
from cors_tui.lab.scenario import Asked, Reply
from cors_tui.tui.screens.larger_body import LargerBodyScreen, larger_body_text
from tests.serving import serving
from tests.tui.driving import SMALL, guide

APP = "http://localhost:3000"
POST = Case(Call(url="https://api.example.com/up", origin=APP, method="POST", body="x", cookie="a=s3cret"))


def limited(_asked: Asked) -> Reply:
    """The lab's server itself takes no body of more than a mebibyte."""
    return Reply(200, (("Access-Control-Allow-Origin", APP),), "x")


def test_everything_is_shown_with_its_size_and_what_it_may_do() -> None:
    text = larger_body_text(POST.with_answer(BODY_SIZE, "5 MB")).plain
    assert "POST https://api.example.com/up?cors-tui=" in text
    assert "5,000,000 bytes of filling" in text
    assert "Content-Length: 5000000" in text
    assert "The server may keep it" in text
    assert "s3cret" not in text
    assert all(words in text for words, _ in SIZES)


async def test_a_size_by_its_key_a_no_and_a_yes_that_counts_once() -> None:
    """One walk over a server with a limit."""
    with serving({"api": limited}) as server:
        async with guide(Case(Call(url=server.url("/up"), origin=APP, method="POST", body="x")), SMALL) as run:
            await run.keys("r", "l")
            assert isinstance(run.app.screen, LargerBodyScreen)
            assert "1.1 MB" in run.text
            await run.keys("n")
            assert OVERSIZED_BODY.name not in run.guide.case.seen
            assert "with a body of 5 MB" in await run.press("l", "2")
            text = await run.press("y", "5")
            (exchange,) = run.guide.case.exchanges(OVERSIZED_BODY.name)
            assert exchange.request.body is not None
            assert len(exchange.request.body.text) == 5_000_000
            assert "Not CORS: A body of 5 MB is too large" in text
            assert not run.guide.case.consents
            assert "once for each probe" in await run.press("l")


async def test_a_get_has_no_such_key() -> None:
    with serving({"api": limited}) as server:
        async with guide(Case(Call(url=server.url("/up"), origin=APP)), SMALL) as run:
            await run.keys("r", "l")
            assert not isinstance(run.app.screen, LargerBodyScreen)
