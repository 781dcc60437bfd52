"""A crash leaves a report of where, not of what."""

from __future__ import annotations

from cors_tui.cli._crash import write_report


def crash() -> BaseException:
    secret = "Bearer hunter2"
    try:
        raise ValueError(secret)
    except ValueError as error:
        return error


def test_a_report_names_the_place_and_holds_no_values() -> None:
    """Neither a local variable nor the message of the exception is written: both may be secrets."""
    path = write_report(crash())
    try:
        text = path.read_text(encoding="utf-8")
    finally:
        path.unlink()
    assert "test_crash.py" in text
    assert "ValueError" in text
    assert "hunter2" not in text
