"""The edge gives everybody the header of whoever came first."""

from __future__ import annotations

from cors_tui.lab.behaviours import PAGE
from cors_tui.lab.scenarios.cdn_caches import SCENARIO
from cors_tui.policy import CorsPolicy
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of

OTHER = "https://shop.example.com"


async def test_the_real_url_holds_the_answer_to_the_public_site() -> None:
    async with RunningLab(SCENARIO) as lab:
        through, direct = await ask_actual(lab), await ask_actual(lab, port=lab.ports.origin_server)
    assert lines_of(direct) == ["Access-Control-Allow-Origin: http://localhost:3000"]
    assert lines_of(through) == ["Access-Control-Allow-Origin: https://www.example.com"]
    assert through.headers.get("x-cache") == "HIT"
    assert "vary" not in through.headers


async def test_at_a_fresh_url_the_first_page_is_kept_for_the_second() -> None:
    async with RunningLab(SCENARIO) as lab:
        answers = [await ask_actual(lab, origin, target="/api/prices?fresh=1") for origin in (PAGE, OTHER)]
    assert [lines_of(answer) for answer in answers] == [[f"Access-Control-Allow-Origin: {PAGE}"]] * 2
    assert [answer.headers.get("x-cache") for answer in answers] == ["MISS", "HIT"]


async def test_repaired_each_page_gets_its_own_answer() -> None:
    async with RunningLab(SCENARIO) as lab:
        await lab.apply(CorsPolicy(origins=(PAGE, OTHER)))
        for origin in (PAGE, OTHER, PAGE):
            assert lines_of(await ask_actual(lab, origin)) == [f"Access-Control-Allow-Origin: {origin}"]
