"""Which of curl's options take a value."""

from __future__ import annotations

from cors_tui.inputs.readers._curl_names import FLAGS, SHORT_FLAGS, SHORT_WITH_VALUE, TAKES_VALUE
from cors_tui.inputs.readers._curl_options import _HANDLERS, _NOT_TAKEN_OVER


def test_no_option_is_of_both_kinds() -> None:
    assert not TAKES_VALUE & FLAGS
    assert not set(SHORT_WITH_VALUE) & set(SHORT_FLAGS)


def test_what_is_handled_or_named_is_known() -> None:
    assert set(_HANDLERS) | set(_NOT_TAKEN_OVER) | set(SHORT_WITH_VALUE.values()) <= TAKES_VALUE
    assert set(SHORT_FLAGS.values()) <= FLAGS
