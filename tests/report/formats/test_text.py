"""The text report: the verdicts first, then why, then the bytes."""

from __future__ import annotations

from dataclasses import replace

from cors_tui.report.formats.text import text
from cors_tui.session.judging import judge
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import CredentialsMode, Initiator, Mode
from tests.session.cases import ALLOW_ORIGIN, GET, answered, response


def test_the_verdicts_stand_above_everything_else() -> None:
    """A word each, then the diagnosis, then the rest."""
    case = answered(GET, response(200))
    shown = text(case, judge(case))
    places = [shown.index(word) for word in ("BLOCKED", "What is wrong", "What each console says", "actual: GET")]
    assert places == sorted(places)
    assert shown.count("BLOCKED") == 3


def test_an_allowed_case_names_nothing_wrong() -> None:
    """No list of faults, no console."""
    case = answered(GET, response(200, ALLOW_ORIGIN))
    shown = text(case, judge(case))
    assert "ALLOWED" in shown
    assert "What is wrong" not in shown
    assert "What each console says" not in shown


def test_the_first_line_tells_the_mode_and_what_makes_the_call_where_it_is_no_plain_fetch() -> None:
    """The same URL is judged otherwise for an image."""
    plain = answered(GET, response(200))
    assert text(plain, judge(plain)).splitlines()[0].endswith("  credentials: same-origin")
    image = answered(
        replace(GET, initiator=Initiator.IMAGE, mode=Mode.NO_CORS, credentials=CredentialsMode.INCLUDE), response(200)
    )
    first = text(image, judge(image)).splitlines()[0]
    assert first.endswith("  credentials: include  mode: no-cors  initiator: img")


def test_duplicates_are_two_lines() -> None:
    """Not one merged value."""
    case = answered(GET, response(200, ALLOW_ORIGIN, ALLOW_ORIGIN))
    assert text(case, judge(case)).count(f"  < {ALLOW_ORIGIN[0]}: {ALLOW_ORIGIN[1]}") == 2


def test_nothing_from_outside_is_interpreted_and_secrets_are_masked() -> None:
    """Escape sequences are spelled out; a token is not shown."""
    call = replace(GET, headers=HeaderList.of([("Authorization", "Bearer t0ken")]))
    case = answered(call, response(401, ("Server", "\x1b[2J\x9b")))
    shown = text(case, judge(case))
    assert "\x1b" not in shown
    assert "\x9b" not in shown
    assert "t0ken" not in shown


def test_megabytes_of_headers_do_not_fill_the_terminal() -> None:
    """Neither many lines nor long ones; how many there are is said."""
    many = [("Vary", "Origin")] * 3000
    case = answered(GET, response(302, ("Location", f"/{'a' * 70_000}"), *many))
    shown = text(case, judge(case))
    assert len(shown) < 20_000
    assert "and 2941 more such lines" in shown


def test_who_did_what_is_told_where_something_is_wrong() -> None:
    """And not where all is well."""
    wrong = answered(GET, response(200, ("Access-Control-Allow-Origin", "https://b.example"), ("Server", "nginx")))
    shown = text(wrong, judge(wrong))
    assert "nginx answers. (proven)  Server: nginx" in shown
    assert "request: access-control-allow-origin sent by" in shown
    fine = answered(GET, response(200, ALLOW_ORIGIN, ("Server", "nginx")))
    assert "Who answered" not in text(fine, judge(fine))
