"""The policy editor: one field for each part, and a message for each change."""

from __future__ import annotations

from cors_tui.policy import CorsPolicy
from cors_tui.tui.fixing import EDITED
from cors_tui.tui.messages import PolicyEdited
from cors_tui.tui.widgets.policy_editor import PolicyEditor
from tests.tui.hosting import hosted

POLICY = CorsPolicy(origins=("https://a.example",), patterns=("https://*.b.example",), credentials=True, max_age=600)


async def test_every_part_of_the_policy_has_its_field() -> None:
    """Filled with what the policy holds, without a message."""
    async with hosted(PolicyEditor) as (app, pilot):
        editor = app.query_one(PolicyEditor)
        editor.show_policy(POLICY)
        await pilot.pause()
        assert list(editor.fields) == list(EDITED)
        assert editor.fields["origins"].value == "https://*.b.example, https://a.example"
        assert editor.fields["credentials"].value == "yes"
        assert editor.fields["max_age"].value == "600"
        assert app.said(PolicyEdited) == []


async def test_typing_tells_the_field_and_the_text() -> None:
    """Letter by letter."""
    async with hosted(PolicyEditor) as (app, pilot):
        app.screen.set_focus(app.query_one(PolicyEditor).fields["methods"])
        await pilot.press("P", "U")
        assert app.query_one(PolicyEditor).at == "methods"
        assert [(m.field, m.text) for m in app.said(PolicyEdited)] == [("methods", "P"), ("methods", "PU")]
