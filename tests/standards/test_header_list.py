"""Header lists keep order, case and duplicates."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cors_tui.standards.header_list import HeaderList

LIST = HeaderList((("A", " 1\t"), ("b", "\x0b2 "), ("a", "3"), ("C", "")))


def test_getting_joins_in_order_and_trims_space_and_tab_only() -> None:
    assert LIST.get("a") == "1, 3"
    assert LIST.get("B") == "\x0b2"


def test_empty_is_not_absent() -> None:
    assert LIST.get("c") == ""
    assert LIST.get("d") is None
    assert LIST.get_all("d") == ()


def test_names_in_any_case() -> None:
    assert "B" in LIST
    assert "d" not in LIST
    assert 5 not in LIST


def test_taking_away_and_adding_make_new_lists() -> None:
    assert LIST.without("A", "C").pairs == (("b", "\x0b2 "),)
    assert LIST.plus("d", "4").pairs[-1] == ("d", "4")
    assert len(LIST) == 4


def test_from_lists() -> None:
    assert HeaderList.of([["A", "1"], ("b", "2")]).pairs == (("A", "1"), ("b", "2"))


@given(st.lists(st.tuples(st.text(), st.text())))
def test_nothing_is_merged_or_lost(pairs: list[tuple[str, str]]) -> None:
    found = HeaderList.of(pairs)
    assert list(found) == pairs
    assert sum(len(found.get_all(name)) for name in {name.lower() for name, _ in pairs}) == len(pairs)
