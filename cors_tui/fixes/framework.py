"""A framework: how it is recognised, its snippets, and what it answers. One file each in `cors_tui/fixes/frameworks/`,
binding ``FRAMEWORK``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cors_tui import registry
from cors_tui.fixes.fix import Fix
from cors_tui.policy import CorsPolicy
from cors_tui.remedy import Remedy
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import WireRequest
from cors_tui.standards.response import Response


@dataclass(frozen=True, slots=True)
class Expected:
    """What a framework with the fix answers: the CORS headers (and Vary) of one response, and a preflight's status.

    `status` is None where the application decides it.
    """

    headers: HeaderList
    status: int | None = None


@dataclass(frozen=True, slots=True)
class Program:
    """A small whole project: `files` by relative path, argument vectors to install and to start it (in its folder)."""

    files: dict[str, str]
    install: tuple[tuple[str, ...], ...]
    start: tuple[str, ...]
    snippet_file: str


@dataclass(frozen=True, slots=True)
class Framework:
    """One framework. `name` is its file's name; `title` as its makers write it; `versions` those it was run on.

    `recognise` returns the bytes that give it away in a response, "" when nothing does. `fix` gives the snippet of a
    remedy, None where the framework has none. `expected` predicts what a server with the fix answers (`status` is the
    application's own, for an actual request). `program` writes a project with the snippet in place.
    """

    name: str
    title: str
    language: str
    versions: tuple[str, ...]
    remedies: tuple[Remedy, ...]
    recognise: Callable[[Response], str]
    fix: Callable[[CorsPolicy, Remedy], Fix | None]
    development_fix: Callable[[CorsPolicy], Fix]
    expected: Callable[[CorsPolicy, WireRequest, int], Expected]
    program: Callable[[CorsPolicy], Program]
    aliases: tuple[str, ...] = ()
    rank: int = 50


def known_frameworks() -> dict[str, Framework]:
    """Every framework by name, the lowest `rank` first."""
    found = registry.entries("cors_tui.fixes.frameworks", "FRAMEWORK", Framework).values()
    return {framework.name: framework for framework in sorted(found, key=lambda f: (f.rank, f.name))}
