"""The cookies a server sets, and in which browsers they do not come back."""

from __future__ import annotations

from cors_tui.diagnosis.cookies import comes_back, ignored_cookies, is_signed_out, set_cookies
from cors_tui.diagnosis.examples import allows, answer, call, facts
from cors_tui.standards.set_cookie import Withheld

OTHER_SITE = "https://api.example.net/users"
ANSWER = answer(401, *allows(), "set-cookie: sid=s3cret; Path=/; Secure; SameSite=None", "Set-Cookie: __cf_bm=1")


def test_each_browser_has_its_reason_and_the_edges_own_cookies_count_for_nothing() -> None:
    """Safari blocks the cookies of other sites as Firefox does, whatever the engine without its prevention does."""
    (found,) = set_cookies(facts(call(url=OTHER_SITE, cookies=True), actual=ANSWER))
    assert found.withheld == {"Firefox": Withheld.THIRD_PARTY, "Safari": Withheld.THIRD_PARTY}
    assert found.why(Withheld.THIRD_PARTY) == ("Firefox", "Safari")
    assert found.why(Withheld.PATH, Withheld.DOMAIN) == ()
    assert not comes_back(found)
    assert is_signed_out(found.exchange)


def test_its_line_is_quoted_as_it_stood_with_the_value_masked() -> None:
    (found,) = set_cookies(facts(call(url=OTHER_SITE, cookies=True), actual=ANSWER))
    quote = found.quoted("x").quote
    assert quote.startswith("set-cookie: sid=")
    assert "s3cret" not in quote
    assert quote.endswith("; Path=/; Secure; SameSite=None")


def test_without_credentials_they_are_ignored_ones() -> None:
    without = facts(call(), actual=ANSWER)
    assert set_cookies(without) == ()
    assert [found.cookie.name for found in ignored_cookies(without)] == ["sid"]


def test_within_one_site_it_comes_back() -> None:
    within = facts(call(cookies=True), actual=ANSWER)
    (found,) = set_cookies(within)
    assert comes_back(found)
    assert ignored_cookies(within) == ()
