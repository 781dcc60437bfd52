"""How a cache says that it kept an answer; near misses first."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.examples import answer, no_answer
from cors_tui.diagnosis.stored import stored_marks
from cors_tui.standards.response import NetworkFailure


@pytest.mark.parametrize(
    ("line", "marks"),
    [
        ("Age: 0", ()),
        ("Age: soon", ()),
        ("X-Cache: MISS", ()),
        ("X-Cache: white", ()),
        ("Cache-Control: max-age=60", ()),
        ("X-Varnish: 32770", ()),
        ("Age: 7", ("age",)),
        ("X-Cache: Hit from cloudfront", ("x-cache",)),
        ("CF-Cache-Status: HIT", ("cf-cache-status",)),
        ("Cache-Status: edge; hit", ("cache-status",)),
        ("X-Varnish: 32771 5", ("x-varnish",)),
    ],
)
def test_a_kept_answer_says_so(line: str, marks: tuple[str, ...]) -> None:
    assert stored_marks(answer(200, line)) == marks


def test_no_answer_says_nothing() -> None:
    assert stored_marks(no_answer(NetworkFailure.TIMED_OUT)) == ()
    assert stored_marks(None) == ()
