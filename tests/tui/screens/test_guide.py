"""The guide over real lab servers, in both sizes: every step, every key that moves, nothing typed lost."""

from __future__ import annotations

import pytest

from cors_tui.case import Call, Case
from cors_tui.guide.tree import STEPS
from cors_tui.session.judging import Word
from tests.tui.driving import SIZES, SMALL, WIDE, Driven, guide, lab

BLOCKED = {Word.BLOCKED}
ALLOWED = {Word.ALLOWED}
each_size = pytest.mark.parametrize("size", SIZES, ids=["80x24", "140x45"])


def words(run: Driven) -> set[Word]:
    judgement = run.guide.view.judgement
    return {verdict.word for verdict in judgement.verdicts.values()} if judgement else set()


def focused(run: Driven) -> int:
    """Which widget has the focus, as a number; 0 when none has."""
    return id(run.guide.focused) if run.guide.focused else 0


@each_size
@pytest.mark.parametrize("scenario", ["options-405", "cdn-strips", "error-500"])
async def test_from_broken_to_green(scenario: str, size: tuple[int, int]) -> None:
    """Every step by its key; the fix applied to the lab; green before the end, with what was before still shown."""
    async with lab(scenario, size) as run:
        for step in STEPS[1:5]:
            text = await run.press("r")
            assert words(run) == BLOCKED
            assert step.title in text
            assert text.count("BLOCKED") >= 3
            await run.keys("enter")
        assert run.guide.view.step == "fix"
        assert "now → after" in run.text or size == SMALL
        text = await run.press("k")
        assert words(run) == ALLOWED
        assert run.guide.view.step == "verify"
        assert "Every browser allows it." in text
        assert text.index("before") < text.index("now")


@each_size
async def test_the_three_things_a_person_must_see(size: tuple[int, int]) -> None:
    """Verdict, why, and what to press next stand on the screen in every step."""
    async with lab("options-405", size) as run:
        await run.keys("a")
        for number in range(1, len(STEPS) + 1):
            text = await run.press(str(number))
            assert text.count("BLOCKED") >= 3
            assert "first: preflight" in " ".join(text.split())
            assert "ctrl+p" in run.footer
            assert "405" in text


async def test_one_key_fills_the_tree() -> None:
    """a: every safe probe of every step, and each step can still be visited."""
    async with lab("cdn-strips") as run:
        text = await run.press("a")
        for done in ("+ 1", "> 2", "+ 3", "+ 4", "+ 5"):
            assert done in text
        assert "Direct against through" in await run.press("4")


async def test_nothing_has_the_focus_at_the_start_so_the_keys_work() -> None:
    """The first r probes."""
    async with lab("no-header") as run:
        assert run.guide.focused is None
        await run.keys("r")
        assert words(run) == BLOCKED


async def test_single_letters_are_dead_in_a_field_and_the_twin_works() -> None:
    """An r in a field is an r; ctrl+r probes from inside it."""
    async with lab("no-header") as run:
        await run.keys("1", "tab")
        before = run.guide.case.call.url
        assert " r probe" not in run.footer
        assert "ctrl+r probe" in run.footer
        await run.keys("r", "a", "1")
        assert run.guide.case.call.url == f"{before}ra1"
        assert run.guide.view.step == "called"
        await run.keys("backspace", "backspace", "backspace", "ctrl+r")
        assert words(run) == BLOCKED


async def test_escape_leaves_the_field_first_then_goes_back() -> None:
    """Two presses, two meanings; at the first step it says how to leave."""
    async with lab("no-header") as run:
        await run.keys("2", "tab")
        assert focused(run)
        await run.keys("escape")
        assert not focused(run)
        assert run.guide.view.step == "request-type"
        await run.keys("escape")
        assert run.guide.view.step == "called"
        assert "ctrl+c" in await run.press("escape")


async def test_tab_moves_through_fields_and_f6_through_panels() -> None:
    """Enter in the last field leaves the form."""
    async with lab("options-405") as run:
        await run.keys("1", "tab")
        first = focused(run)
        await run.keys("enter")
        assert focused(run)
        assert focused(run) != first
        await run.keys("enter")
        assert not focused(run)
        await run.keys("f6")
        panels = []
        for _ in range(3):
            panels.append(getattr(run.guide.focused, "id", None))
            await run.keys("f6")
        assert panels == ["step-called", "evidence", "console"]


async def test_the_type_changes_while_one_types() -> None:
    """A header makes it preflighted, letter by letter, before anything is sent."""
    async with guide(Case(Call(url="http://localhost:3999/x", origin="http://localhost:3000")), WIDE) as run:
        assert "Simple: the request goes out at once" in run.text
        await run.keys("tab", "tab", "tab")
        text = await run.type("x-mine: 1")
        assert "Preflighted" in text
        assert "not safelisted: must be allowed by name" in text
        assert not run.guide.case.seen


async def test_going_back_and_forth_loses_nothing() -> None:
    """What was typed and what was seen are still there."""
    async with lab("options-405") as run:
        await run.keys("r")
        case = run.guide.case
        await run.keys("7", "6", "5", "4", "3", "2", "1", "2")
        assert run.guide.case == case
        assert run.guide.steps.keys() == {step.name for step in STEPS}


async def test_another_url_forgets_the_old_answers() -> None:
    """A verdict never stands beside a request it does not belong to."""
    async with lab("no-header") as run:
        await run.keys("r", "1", "tab", "x")
        assert run.guide.view.judgement is None
        assert "not asked yet" in run.text


async def test_c_shows_each_browsers_own_line() -> None:
    """Three browsers, three wordings, then the first again."""
    async with lab("no-header") as run:
        await run.keys("r")
        seen = [run.lines[-2]]
        for _ in range(3):
            await run.keys("c")
            seen.append(run.lines[-2])
        assert len(set(seen)) == 3
        assert seen[0] == seen[3]


async def test_every_step_can_be_visited_before_anything_is_known() -> None:
    """An empty case crashes no step, in whichever order they come."""
    async with guide(Case(Call(url="http://localhost:1/")), SMALL) as run:
        for key in "74136257":
            assert STEPS[int(key) - 1].title in await run.press(key), key
        assert not run.guide.case.seen


async def test_the_footer_shows_live_keys_only() -> None:
    """w where there is something to watch, k in the lab, e in the fix step."""
    async with guide(Case(Call(url="http://localhost:1/", origin="http://localhost:3000")), WIDE) as run:
        assert "lab fix" not in run.footer
        assert "edit policy" not in await run.press("5")
        assert "watch" in run.footer
        assert "edit policy" in (await run.press("6")).splitlines()[-1]
        assert "enter next" not in (await run.press("7")).splitlines()[-1]


async def test_under_sixty_columns_one_panel_at_a_time() -> None:
    """The verdict stays, the panels take turns."""
    async with lab("options-405", (50, 24)) as run:
        await run.keys("r")
        assert "BLOCKED" in run.text
        assert "Request type" in run.text
        assert "Preflight  OPTIONS" not in run.text
        assert "Preflight  OPTIONS" in await run.press("f6")
        assert "Preflight  OPTIONS" not in await run.press("f6")


async def test_resizing_while_it_runs() -> None:
    """From wide to small and back: the same things, laid out anew."""
    async with lab("options-405", WIDE) as run:
        await run.keys("r")
        await run.pilot.resize_terminal(*SMALL)
        await run.settle()
        assert max(map(len, run.lines)) <= SMALL[0]
        assert run.text.count("BLOCKED") == 3
        await run.pilot.resize_terminal(*WIDE)
        await run.settle()
        assert "Guide" in run.text
