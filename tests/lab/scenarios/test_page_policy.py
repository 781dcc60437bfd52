"""A page whose own policy leaves the API out."""

from __future__ import annotations

from cors_tui.lab.scenarios.page_policy import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_the_server_allows_the_page_and_the_pages_own_policy_does_not() -> None:
    async with RunningLab(SCENARIO) as lab:
        actual = await ask_actual(lab)
        before, after = lab.case.call.page_headers, lab.repaired_call.page_headers
        api = f"http://localhost:{lab.ports.edge}"
    assert lines_of(actual) == ["Access-Control-Allow-Origin: http://localhost:3000"]
    assert before.get_all("content-security-policy") == ("default-src 'self'; connect-src 'self'",)
    assert after.get_all("content-security-policy") == (f"default-src 'self'; connect-src 'self' {api}",)
