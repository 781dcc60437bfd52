"""The recorded verdicts of real browsers, and how ports are left out of what they print."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

from cors_tui.lab.scenario import Ports

RECORDED = Path(__file__).resolve().parent / "recorded.json"


def portless(text: str, ports: Ports) -> str:
    """`text` with each port replaced by what it is for, since every run has others: ``localhost:EDGE``."""
    for field in fields(ports):
        if port := getattr(ports, field.name):
            text = re.sub(rf":{port}\b", f":{field.name.upper()}", text)
    return text


@cache
def recorded() -> dict[str, Any]:
    """``{"browsers": {name: version}, "scenarios": {name: {side: {browser: ...}}}}``"""
    table: dict[str, Any] = json.loads(RECORDED.read_text("utf-8"))
    return table


def verdict(ending: str) -> str:
    """How the call ended for script, in one word: it may still wait, for the server or for the person."""
    return {"resolved": "allowed", "rejected": "blocked", "timeout": "waits"}[ending]
