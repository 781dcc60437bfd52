"""What holds for every framework in the folder, the next one included."""

from __future__ import annotations

import pytest

from cors_tui.fixes.framework import Expected, Framework, cors_lines, find_framework, known_frameworks
from cors_tui.fixes.policy_faults import PolicyRefusedError
from cors_tui.policy import CorsPolicy
from cors_tui.remedy import Place, Remedy
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.response import Response
from tests.fixes.frameworks.asked import EVIL, GOOD, A, B, get, preflight
from tests.rows import each_row

EVERY = each_row("framework", known_frameworks().values(), ids=lambda framework: framework.name)
STRANGERS = (
    EVIL,
    "null",
    "http://app.example.com",
    "https://app.example.com.evil.test",
    "https://evilapp.example.com",
    "https://app.example.com:8443",
    "https://app.example.com/",
    "https://APP.example.com",
    "",
    "*",
)


@EVERY
@pytest.mark.parametrize("origin", STRANGERS)
def test_a_stranger_is_never_predicted_to_get_in(framework: Framework, origin: str) -> None:
    for wire in (get(origin), preflight(origin)):
        assert "access-control-allow-origin" not in framework.expected(GOOD, wire, 200).headers


@EVERY
@pytest.mark.parametrize("origin", [A, B])
def test_an_allowed_origin_is_told_its_own_name_once(framework: Framework, origin: str) -> None:
    for wire in (get(origin), preflight(origin)):
        headers = framework.expected(GOOD, wire, 200).headers
        assert headers.get_all("access-control-allow-origin") == (origin,)
        assert headers.get_all("access-control-allow-credentials") == ("true",)


@EVERY
def test_every_answer_but_a_refused_preflight_varies_on_origin(framework: Framework) -> None:
    for wire in (get(A), get(EVIL), get(None), preflight()):
        assert "Origin" in (framework.expected(GOOD, wire, 200).headers.get("vary") or "")


@EVERY
@pytest.mark.parametrize(
    "policy",
    [
        pytest.param(CorsPolicy(origins=("*",), credentials=True), id="everybody with credentials"),
        pytest.param(CorsPolicy(origins=("null",)), id="null"),
        pytest.param(CorsPolicy(origins=("https://a.test'});process.exit();//",)), id="code in an origin"),
        pytest.param(CorsPolicy(origins=(A,), headers=("X\r\nY",)), id="two lines in a header"),
        pytest.param(CorsPolicy(from_env="X'];evil["), id="code in the variable's name"),
    ],
)
def test_a_faulty_policy_becomes_no_code(framework: Framework, policy: CorsPolicy) -> None:
    assert all(framework.fix(policy, remedy) is None for remedy in framework.remedies)
    for write in (framework.program, framework.development_fix):
        with pytest.raises(PolicyRefusedError):
            write(policy)


@EVERY
def test_every_remedy_it_names_has_a_snippet_a_place_and_a_reason(framework: Framework) -> None:
    for remedy in framework.remedies:
        fix = framework.fix(GOOD, remedy)
        assert fix is not None
        assert remedy.place in (Place.SERVER, Place.PROXY)
        assert fix.placement.endswith(".")
        assert fix.run_on == framework.versions


WHAT_A_SERVER_DOES = {
    Remedy.SEND_POLICY,
    Remedy.ANSWER_PREFLIGHT,
    Remedy.KEEP_ON_ERRORS,
    Remedy.SEND_ONCE,
    Remedy.STOP_REDIRECT,
    Remedy.VARY_ON_ORIGIN,
}
OF_ITS_OWN = {
    ("fastapi", Remedy.STOP_REDIRECT),
    ("starlette", Remedy.STOP_REDIRECT),
    ("nginx", Remedy.PASS_THROUGH),
    ("nginx", Remedy.CACHE_PER_ORIGIN),
    ("nginx", Remedy.RAISE_LIMIT),
}
"""Snippets that are not the whole policy: the live tests run each of them by itself."""


@EVERY
def test_every_remedy_of_a_server_has_a_snippet(framework: Framework) -> None:
    """It is the whole policy, which the live matrix runs, unless it stands in the list of those that are run alone."""
    assert set(framework.remedies) >= WHAT_A_SERVER_DOES
    whole = framework.fix(GOOD, Remedy.SEND_POLICY)
    assert whole is not None
    for remedy in framework.remedies:
        fix = framework.fix(GOOD, remedy)
        assert fix is not None
        assert (fix.snippet != whole.snippet) is ((framework.name, remedy) in OF_ITS_OWN), remedy


def test_a_proxy_can_own_cors_or_leave_it_to_the_application() -> None:
    assert {Remedy.OWN_AT_PROXY, Remedy.PASS_THROUGH} <= set(known_frameworks()["nginx"].remedies)


@EVERY
def test_a_remedy_of_the_page_is_not_a_frameworks(framework: Framework) -> None:
    assert framework.fix(GOOD, Remedy.CHANGE_URL) is None


@EVERY
def test_the_program_holds_the_snippet_as_it_is(framework: Framework) -> None:
    program = framework.program(GOOD)
    fix = framework.fix(GOOD, framework.remedies[0])
    assert fix is not None
    assert fix.snippet in program.files[program.snippet_file]


@EVERY
def test_the_development_fix_says_so_in_its_first_line(framework: Framework) -> None:
    fix = framework.development_fix(GOOD)
    assert fix.development_only
    assert "DEVELOPMENT ONLY" in fix.snippet.splitlines()[0]


@EVERY
def test_a_version_that_was_not_run_has_no_program(framework: Framework) -> None:
    with pytest.raises(ValueError, match="was not run"):
        framework.program(GOOD, "0.0.1")


@EVERY
def test_an_empty_answer_gives_nobody_away(framework: Framework) -> None:
    assert framework.recognise(Response(200)) == ""
    assert framework.recognise(Response(404)) == ""


def test_frameworks_are_found_by_name_and_alias_in_any_case() -> None:
    for name, wanted in (("Express", "express"), ("express4", "express"), ("actix-web", "actix")):
        found = find_framework(name)
        assert found is not None
        assert found.name == wanted
    assert find_framework("rails") is None


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param((("Vary", "Origin"), ("Access-Control-Allow-Origin", A)), 204, id="another order"),
        pytest.param((("access-control-allow-origin", A), ("Vary", "Origin")), 204, id="another case"),
        pytest.param((("Access-Control-Allow-Origin", A),) * 2 + (("Vary", "Origin"),), 204, id="a line twice"),
        pytest.param((("Access-Control-Allow-Origin", A),), 204, id="a line missing"),
        pytest.param((("Access-Control-Allow-Origin", A), ("Vary", "Origin")), 200, id="another status"),
    ],
)
def test_a_difference_is_seen(headers: tuple[tuple[str, str], ...], status: int) -> None:
    expected = Expected(HeaderList((("Access-Control-Allow-Origin", A), ("Vary", "Origin"))), 204)
    assert len(expected.differences(Response(status, HeaderList(headers)))) == 1


def test_other_headers_are_no_difference() -> None:
    expected = Expected(HeaderList((("Vary", "Origin"),)))
    got = HeaderList((("Server", "x"), ("Vary", "Origin"), ("Content-Length", "0")))
    assert expected.differences(Response(500, got)) == ()
    assert cors_lines(got) == (("Vary", "Origin"),)


ROWS: list[tuple[str, Expected, tuple[tuple[str, str], ...], list[tuple[str, str | None, str | None, bool]]]] = [
    ("as predicted, in any case", Expected(HeaderList((("Vary", "Origin"),))), (("vary", "Origin"),),
     [("vary", "Origin", "Origin", True)]),
    ("a line is missing", Expected(HeaderList((("Vary", "Origin"),))), (), [("vary", "Origin", None, False)]),
    ("a line more", Expected(HeaderList()), (("Vary", "Origin"),), [("vary", None, "Origin", False)]),
    ("a line twice", Expected(HeaderList((("Vary", "Origin"),))), (("Vary", "Origin"),) * 2,
     [("vary", "Origin", "Origin", True), ("vary", None, "Origin", False)]),
    ("another value", Expected(HeaderList((("Vary", "Origin"),))), (("Vary", "Accept"),),
     [("vary", "Origin", "Accept", False)]),
    ("another status", Expected(HeaderList(), 204), (), [("status", "204", "200", False)]),
    ("a set in another order", Expected(HeaderList((("Vary", "A, B"),)), sets=frozenset({"vary"})), (("Vary", "B, A"),),
     [("vary", "A, B", "B, A", True)]),
]  # fmt: skip


@pytest.mark.parametrize(("what", "expected", "got", "rows"), ROWS, ids=[row[0] for row in ROWS])
def test_an_answer_beside_its_prediction(
    what: str,
    expected: Expected,
    got: tuple[tuple[str, str], ...],
    rows: list[tuple[str, str | None, str | None, bool]],
) -> None:
    """Line by line; they are all the same exactly where nothing differs."""
    response = Response(200, HeaderList(got))
    found = [(row.name, row.predicted, row.answered, row.same) for row in expected.rows(response)]
    assert found == rows, what
