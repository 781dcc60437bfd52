"""A question as a row: its field, its suggestions, what is wrong with the answer."""

from __future__ import annotations

import pytest

from cors_tui.case import Call, Case
from cors_tui.guide.question import known_questions
from cors_tui.tui.messages import Answered
from cors_tui.tui.view import View
from cors_tui.tui.widgets.choice import Choices
from cors_tui.tui.widgets.field import Field
from cors_tui.tui.widgets.question_row import ChoiceRow, LinesRow, QuestionRow, TextRow, row_for
from tests.tui.hosting import hosted
from tests.tui.judged_cases import PUT

QUESTIONS = known_questions()

KINDS = [("url", TextRow), ("origin", TextRow), ("headers", LinesRow), ("carried", ChoiceRow), ("cdn", ChoiceRow)]


@pytest.mark.parametrize(("name", "kind"), KINDS, ids=[row[0] for row in KINDS])
def test_the_row_fits_the_question(name: str, kind: type[QuestionRow]) -> None:
    """By its kind."""
    assert type(row_for(QUESTIONS[name])) is kind


async def test_typing_answers_letter_by_letter() -> None:
    """The case follows at once."""
    async with hosted(lambda: row_for(QUESTIONS["method"])) as (app, pilot):
        app.screen.set_focus(app.query_one(Field))
        await pilot.press("P", "U", "T")
        assert [(m.question, m.answer) for m in app.said(Answered)] == [("method", text) for text in ("P", "PU", "PUT")]


async def test_a_suggestion_answers_as_well() -> None:
    """The usual development ports, after the origins used before."""
    row = row_for(QUESTIONS["origin"])
    async with hosted(lambda: row) as (app, pilot):
        row.show(View(Case(), recent=("https://used.example",)))
        app.screen.set_focus(app.query_one(Choices))
        await pilot.press("enter", "down", "enter")
        assert [m.answer for m in app.said(Answered)] == ["https://used.example", "http://localhost:3000"]


async def test_a_fault_stands_under_its_field() -> None:
    """One sentence, gone once it is mended."""
    row = row_for(QUESTIONS["origin"])
    async with hosted(lambda: row) as (app, pilot):
        row.show(View(Case(Call(origin="https://app.example.com/"))))
        await pilot.pause()
        assert "! " in app.text
        row.show(View(Case(Call(origin="https://app.example.com"))))
        await pilot.pause()
        assert "! " not in app.text


async def test_headers_have_a_field_each_and_an_empty_one() -> None:
    """The last one grows a new one when something is typed there."""
    row = row_for(QUESTIONS["headers"])
    async with hosted(lambda: row) as (app, pilot):
        row.show(View(Case(PUT)))
        await pilot.pause()
        fields = list(app.query(Field))
        assert [field.value for field in fields] == ["Authorization: Bearer abc123", ""]
        app.screen.set_focus(fields[1])
        await pilot.press("x")
        await pilot.pause()
        assert len(app.query(Field)) == 3
        assert app.said(Answered)[-1].answer == "Authorization: Bearer abc123\nx"


async def test_a_header_that_is_gone_from_the_case_loses_its_field() -> None:
    """As after a paste of another request."""
    row = row_for(QUESTIONS["headers"])
    async with hosted(lambda: row) as (app, pilot):
        row.show(View(Case(PUT)))
        await pilot.pause()
        row.show(View(Case()))
        await pilot.pause()
        assert [field.value for field in app.query(Field)] == [""]


async def test_choosing_answers() -> None:
    """One of the choices offered."""
    row = row_for(QUESTIONS["carried"])
    async with hosted(lambda: row) as (app, pilot):
        row.show(View(Case()))
        app.screen.set_focus(app.query_one(Choices))
        await pilot.press("down", "enter")
        assert [m.answer for m in app.said(Answered)] == ["http-auth"]
