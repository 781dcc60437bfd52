"""Step 1: what the last paste was understood as."""

from __future__ import annotations

from cors_tui.case import Call, Case, Connection
from cors_tui.standards.header_list import HeaderList
from cors_tui.tui.steps.called import above, below
from cors_tui.tui.view import View


def test_it_says_what_to_do() -> None:
    """Paste, or the form."""
    assert "Paste" in above(View(Case())).plain
    assert below(View(Case())).plain == ""


def test_a_paste_is_summed_up_and_its_text_not_shown() -> None:
    """It may hold secrets; how long it was and what was understood is enough here."""
    case = Case(pasted=("curl -H 'Authorization: Bearer abc123'\\\n https://a.example",))
    text = below(View(case, understood="Understood: a curl command.")).plain
    assert "2 lines" in text
    assert "Understood: a curl command." in text
    assert "abc123" not in text


def test_what_the_page_came_with_is_told() -> None:
    """With and without a paste, and never interpreted."""
    call = Call(url="https://a.example/", page_headers=HeaderList((("Content-Security-Policy", "[b]'self'\x1b"),)))
    for pasted in ((), ("x",)):
        text = below(View(Case(call, pasted=pasted))).plain
        assert "the page came with Content-Security-Policy: [b]'self'" in text
        assert "\x1b" not in text


def test_only_the_last_paste_is_summed_up() -> None:
    """The ones before are kept in the case."""
    assert "1 line," in below(View(Case(pasted=("a\nb", "c")))).plain


def test_a_way_that_is_not_the_plain_one_is_said() -> None:
    """A proxy or another address never works unseen."""
    call = Call(url="https://a.example/")
    assert below(View(Case(call))).plain == ""
    around = Case(call, Connection(connect_to=("127.0.0.1:8443",)))
    assert "127.0.0.1:8443" in below(View(around)).plain
