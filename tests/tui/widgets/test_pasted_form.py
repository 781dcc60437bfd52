"""The form of a paste: what was understood in its fields, and a message for every correction."""

from __future__ import annotations

from cors_tui.tui.pasting import read_paste
from cors_tui.tui.widgets.pasted_form import PastedForm
from tests.tui.hosting import hosted

LINE = (
    "Access to fetch at 'https://api.example.com/x' from origin 'https://app.example.com' has been blocked by CORS "
    "policy: No 'Access-Control-Allow-Origin' header is present on the requested resource."
)


async def test_fields_show_what_was_understood_and_say_what_is_corrected() -> None:
    """A field that is typed in is left alone; what has no browser asks for none."""
    async with hosted(PastedForm) as (host, pilot):
        form = host.query_one(PastedForm)
        form.show(read_paste(LINE), 80)
        await pilot.pause()
        assert [field.value for field in form.fields.values()] == [
            "https://api.example.com/x", "https://app.example.com", "GET", "",
        ]  # fmt: skip
        assert not form.browser_row.has_class("-off")
        assert not host.said(PastedForm.Corrected), "showing is no correction"
        host.set_focus(form.fields["status"])
        await pilot.press("5", "0")
        assert [(said.field, said.value) for said in host.said(PastedForm.Corrected)] == [
            ("status", "5"), ("status", "50"),
        ]  # fmt: skip
        form.show(read_paste("https://api.example.com/y"), 80)
        assert form.fields["status"].value == "50"
        assert form.browser_row.has_class("-off")
        host.set_focus(form.kinds)
        await pilot.press("left", "enter")
        assert [said.kind for said in host.said(PastedForm.KindChosen)] == ["headers"]
