"""The templates: a line for each value, none where there is none, and nothing of a value looked at again."""

from __future__ import annotations

import pytest

from cors_tui.inputs.javascript.syntax import parse
from cors_tui.inputs.writers._ways import TEMPLATES, written
from cors_tui.standards.request import Initiator

NOTHING: dict[str, list[str]] = {
    "url": ['"u"'], "css_url": ['"u"'], "method": ['"GET"'], "header": [], "body": [""], "with_credentials": [],
    "crossorigin": [], "type": [],
}  # fmt: skip


def test_every_way_but_fetch_has_one() -> None:
    assert set(TEMPLATES) == set(Initiator) - {Initiator.FETCH}


def test_a_line_is_written_for_each_value() -> None:
    with_two = written(Initiator.XHR, NOTHING | {"header": ['"a", "1"', '"b", "2"']})
    assert with_two.count("setRequestHeader") == 2
    assert "setRequestHeader" not in written(Initiator.XHR, NOTHING)


def test_what_is_put_in_is_not_looked_at_again() -> None:
    assert '"$url $$"' in written(Initiator.IMAGE, NOTHING | {"url": ['"$url $$"']})


@pytest.mark.parametrize("initiator", TEMPLATES)
def test_it_is_javascript(initiator: Initiator) -> None:
    for more in (["true"], ["false"]):
        code = written(initiator, NOTHING | {"crossorigin": ['"anonymous"'], "with_credentials": more})
        assert not parse(f"await {code};").has_error
