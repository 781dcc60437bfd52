"""Everything in this folder needs a real program: it is marked so, whether its author thought of it or not."""

from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
NEEDS_NO_PROGRAM = {
    "test_skips.py",
    "test_generate.py",
    "test_compare.py",
    "test_known.py",
    "test_found.py",
    "test_near.py",
    "test_elements.py",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents and item.path.name not in NEEDS_NO_PROGRAM:
            item.add_marker(pytest.mark.live)
