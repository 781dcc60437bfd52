"""A fix: a remedy as code for one framework."""

from __future__ import annotations

from dataclasses import dataclass

from cors_tui.policy import CorsPolicy
from cors_tui.remedy import Remedy


@dataclass(frozen=True, slots=True)
class Fix:
    """A snippet. `language` is the Pygments name; `filename` where it would stand; `placement` one sentence: where it
    goes and why.

    `install` is the shell line that brings what it needs. `notes` are quirks by version. `run_on` names the versions
    it was run on. `development_only` marks a variant that must not be deployed.
    """

    framework: str
    remedy: Remedy
    policy: CorsPolicy
    language: str
    filename: str
    snippet: str
    placement: str
    install: str = ""
    notes: tuple[str, ...] = ()
    run_on: tuple[str, ...] = ()
    development_only: bool = False
