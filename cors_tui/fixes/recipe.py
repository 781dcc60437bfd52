"""How a framework's fixes are put together: one snippet from a policy, and a place and reason for each remedy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from cors_tui.fixes.fault import Fault
from cors_tui.fixes.fix import Fix
from cors_tui.fixes.framework import Expected, Framework, WritesProgram
from cors_tui.fixes.grants import everybody
from cors_tui.fixes.policy_faults import policy_faults, refuse
from cors_tui.fixes.versions import STACKS, stack_of
from cors_tui.patterns import ANY_PORT, LOOPBACK_HOSTS
from cors_tui.policy import CorsPolicy
from cors_tui.remedy import Remedy
from cors_tui.standards.request import WireRequest
from cors_tui.standards.response import Response

DEVELOPMENT_NOTE = "DEVELOPMENT ONLY, do not deploy: every program on this machine may call."


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything a framework's `Fix` is made of.

    `snippet` writes the code for a policy and remedy. `placements` says where it goes and why, for each remedy there
    is; `notes` are quirks by version, `remedy_notes` those of one remedy. `comment` begins a comment in `language`.
    `limits` finds what this framework alone cannot do.
    """

    framework: str
    language: str
    filename: str
    install: str
    comment: str
    snippet: Callable[[CorsPolicy, Remedy], str]
    placements: Mapping[Remedy, str]
    notes: tuple[str, ...] = ()
    remedy_notes: Mapping[Remedy, tuple[str, ...]] = field(default_factory=dict)
    limits: Callable[[CorsPolicy], tuple[Fault, ...]] = lambda _: ()

    @property
    def versions(self) -> tuple[str, ...]:
        """The versions the fixes were run on, the newest first."""
        return tuple(str(stack) for stack in STACKS[self.framework])

    def faults(self, policy: CorsPolicy) -> tuple[Fault, ...]:
        """Every fault of `policy`, those that are faults with this framework only at the end."""
        return (*policy_faults(policy), *self.limits(policy))

    def fix(self, policy: CorsPolicy, remedy: Remedy) -> Fix | None:
        """The snippet of `remedy`; None where there is none, or the policy has a grave fault."""
        if remedy not in self.placements or any(fault.grave for fault in self.faults(policy)):
            return None
        return self._write(policy, remedy)

    def development_fix(self, policy: CorsPolicy) -> Fix:
        """The snippet that lets in every port of this machine, too, marked; raises `PolicyRefusedError`."""
        fix = self._write(development_policy(policy), Remedy.SEND_POLICY)
        return replace(fix, snippet=f"{self.comment} {DEVELOPMENT_NOTE}\n{fix.snippet}", development_only=True)

    def parts(self, policy: CorsPolicy, version: str) -> tuple[tuple[tuple[str, str], ...], str]:
        """What a program is made of: the packages of `version`, and the snippet between its marks.

        Raises `PolicyRefusedError` for a policy that must not become code, `ValueError` for a version that was not run.
        """
        refuse(self.faults(policy))
        packages = stack_of(self.framework, version).packages
        return packages, marked_off(self.snippet(policy, Remedy.SEND_POLICY), self.comment)

    def as_framework(
        self,
        title: str,
        *,
        expected: Callable[[CorsPolicy, WireRequest, int], Expected],
        program: WritesProgram,
        recognise: Callable[[Response], str],
        rank: int,
        aliases: tuple[str, ...] = (),
    ) -> Framework:
        """The framework that these fixes are for."""
        return Framework(
            name=self.framework,
            title=title,
            language=self.language,
            versions=self.versions,
            remedies=tuple(self.placements),
            recognise=recognise,
            fix=self.fix,
            development_fix=self.development_fix,
            expected=expected,
            program=program,
            faults=self.faults,
            aliases=aliases,
            rank=rank,
            stacks=STACKS[self.framework],
        )

    def _write(self, policy: CorsPolicy, remedy: Remedy) -> Fix:
        refuse(self.faults(policy))
        return Fix(
            framework=self.framework,
            remedy=remedy,
            policy=policy,
            language=self.language,
            filename=self.filename,
            snippet=self.snippet(policy, remedy),
            placement=self.placements[remedy],
            install=self.install,
            notes=(*self.remedy_notes.get(remedy, ()), *self.notes),
            run_on=self.versions,
        )


def development_policy(policy: CorsPolicy) -> CorsPolicy:
    """`policy` with every port of this machine let in, too."""
    if everybody(policy):
        return policy
    loopback = tuple(f"http://{host}:{ANY_PORT}" for host in LOOPBACK_HOSTS)
    return replace(policy, patterns=tuple(dict.fromkeys((*policy.patterns, *loopback))))


def marked_off(snippet: str, comment: str) -> str:
    """`snippet` between two comments that say where it begins and ends."""
    return f"{comment} --- CORS: paste from here ---\n{snippet}\n{comment} --- to here ---"
