"""A framework: how it is recognised, its snippets, and what it answers. One file each in `cors_tui/fixes/frameworks/`,
binding ``FRAMEWORK``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from cors_tui import registry
from cors_tui.fixes.fault import Fault
from cors_tui.fixes.fix import Fix
from cors_tui.fixes.versions import Stack
from cors_tui.policy import CorsPolicy
from cors_tui.remedy import Remedy
from cors_tui.standards.header_list import HeaderList, HeaderPair
from cors_tui.standards.request import WireRequest
from cors_tui.standards.response import Response


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a response beside its prediction: `name` is a header's, lower-case, or "status".

    None where the line is not there. `same` also holds for a list whose order says nothing.
    """

    name: str
    predicted: str | None
    answered: str | None
    same: bool


@dataclass(frozen=True, slots=True)
class Expected:
    """What a framework with the fix answers: the CORS headers (and Vary) of one response, and a preflight's status.

    `status` is None where the application decides it. Names are written as the framework writes them. `unordered`:
    the lines come in no fixed order; `sets` names the headers (lower-case) whose elements come in no fixed order.
    """

    headers: HeaderList
    status: int | None = None
    unordered: bool = False
    sets: frozenset[str] = frozenset()

    def differences(self, response: Response) -> tuple[str, ...]:
        """What `response` does otherwise than predicted, one sentence each; nothing when it does as predicted."""
        found = []
        if self.status is not None and response.status != self.status:
            found.append(f"status {response.status}, predicted {self.status}")
        got, wanted = self._comparable(cors_lines(response.headers)), self._comparable(self.headers.pairs)
        if got != wanted:
            found.append(f"headers {got}, predicted {wanted}")
        return tuple(found)

    def rows(self, response: Response) -> tuple[Row, ...]:
        """`response` beside the prediction, line by line: the status, what was predicted, then what came beyond it."""
        found = [] if self.status is None else [_row("status", str(self.status), str(response.status))]
        rest = [(name.lower(), value) for name, value in cors_lines(response.headers)]
        for name, value in self.headers:
            same = (name.lower(), self._value(name, value))
            answered = next((pair for pair in rest if (pair[0], self._value(*pair)) == same), None)
            answered = answered or next((pair for pair in rest if pair[0] == name.lower()), None)
            if answered is not None:
                rest.remove(answered)
            is_same = answered is not None and (answered[0], self._value(*answered)) == same
            found.append(Row(name.lower(), value, answered[1] if answered else None, is_same))
        return (*found, *(Row(name, None, value, same=False) for name, value in rest))

    def _comparable(self, pairs: tuple[HeaderPair, ...]) -> list[HeaderPair]:
        lines = [(name, self._value(name, value)) for name, value in pairs]
        return sorted(lines) if self.unordered else lines

    def _value(self, name: str, value: str) -> str:
        return ", ".join(sorted(value.split(", "))) if name.lower() in self.sets else value


def _row(name: str, predicted: str, answered: str) -> Row:
    return Row(name, predicted, answered, predicted == answered)


def cors_lines(headers: HeaderList) -> tuple[HeaderPair, ...]:
    """The lines of a response that CORS is about: Access-Control-* and Vary, duplicates and order kept."""
    return tuple(pair for pair in headers if pair[0].lower().startswith("access-control-") or pair[0].lower() == "vary")


@dataclass(frozen=True, slots=True)
class Program:
    """A small whole project: `files` by relative path, argument vectors to install and to start it (in its folder).

    It listens on ``127.0.0.1:$PORT`` and has ``/ok`` (GET, POST, PUT, PATCH and DELETE answer 200), ``/boom`` (the
    handler throws: 500) and ``/private`` (a guard answers 401 without `Authorization`); anything else is 404.
    `snippet_file` is the file that the snippet stands in. `by_hand` are the shell lines that install and start that
    file alone, without the others of the project; none where it needs them.
    """

    files: dict[str, str]
    install: tuple[tuple[str, ...], ...]
    start: tuple[str, ...]
    snippet_file: str
    by_hand: tuple[str, ...] = ()


class WritesProgram(Protocol):
    """Writes a project with the snippet of `policy` in place, for one of the versions that were run ("": the newest).

    Raises `cors_tui.fixes.policy_faults.PolicyRefusedError` for a policy that must not become code, and `ValueError`
    for a version that was not run.
    """

    def __call__(self, policy: CorsPolicy, version: str = "") -> Program: ...


@dataclass(frozen=True, slots=True)
class Framework:
    """One framework. `name` is its file's name; `title` as its makers write it; `versions` those it was run on.

    `recognise` returns the bytes that give it away in a response, "" when nothing does. `fix` gives the snippet of a
    remedy, None where the framework has none or the policy has a grave fault; `faults` judges a policy, with what is a
    fault in this framework only. `development_fix` raises `PolicyRefusedError` for such a policy. `expected` predicts
    what a server with the fix answers (`status` is the application's own, for an actual request). `program` writes a
    project with the snippet in place. `stacks` are the same versions as data.
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
    program: WritesProgram
    faults: Callable[[CorsPolicy], tuple[Fault, ...]]
    aliases: tuple[str, ...] = ()
    rank: int = 50
    stacks: tuple[Stack, ...] = ()


def known_frameworks() -> dict[str, Framework]:
    """Every framework by name, the lowest `rank` first."""
    found = registry.entries("cors_tui.fixes.frameworks", "FRAMEWORK", Framework).values()
    return {framework.name: framework for framework in sorted(found, key=lambda f: (f.rank, f.name))}


def find_framework(name: str) -> Framework | None:
    """The framework called `name` or one of its aliases, in any case."""
    wanted = name.lower()
    frameworks = known_frameworks().values()
    return next((framework for framework in frameworks if wanted in (framework.name, *framework.aliases)), None)
