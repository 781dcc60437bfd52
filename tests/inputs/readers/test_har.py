"""A pasted HAR is told from other JSON, and read."""

from __future__ import annotations

import json

import pytest

from cors_tui.inputs.reading import read_input

HAR = {
    "log": {
        "entries": [
            {
                "request": {
                    "method": "GET",
                    "url": "https://api.example/",
                    "headers": [{"name": "Origin", "value": "https://app.example"}],
                },
                "response": {"status": 502, "headers": []},
            }
        ]
    }
}


@pytest.mark.parametrize("text", ['{"logs": {}}', '{"a": {"log": 1}}', "log"])
def test_other_json_is_no_har(text: str) -> None:
    assert read_input(text).kind != "har"


def test_its_failures_are_calls() -> None:
    understood = read_input(json.dumps(HAR, indent=2))
    assert understood.kind == "har"
    assert [(call.url, call.origin) for call in understood.calls] == [("https://api.example/", "https://app.example")]


@pytest.mark.parametrize("cut", [10, 30, 120, 180])
def test_one_that_is_cut_is_said_to_be(cut: int) -> None:
    assert read_input(json.dumps(HAR)[:cut]).missed
