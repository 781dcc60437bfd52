"""The reason phrases that a recorded case's server sent where the case names none."""

from __future__ import annotations

from http import HTTPStatus

_AS_RECORDED = {
    413: "Request Entity Too Large",
    414: "Request-URI Too Long",
    416: "Requested Range Not Satisfiable",
    422: "Unprocessable Entity",
}
"""Phrases that later versions of HTTP (and of Python) reworded."""

_PHRASES = {status.value: status.phrase for status in HTTPStatus} | _AS_RECORDED


def reason_phrase(status: int) -> str:
    """The phrase of a status; ``Unknown`` for a status without one."""
    return _PHRASES.get(status, "Unknown")
