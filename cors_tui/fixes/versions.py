"""The versions that the fixes were run on, in one table, with the day."""

from __future__ import annotations

from dataclasses import dataclass

RUN_ON = "2026-11-21"


@dataclass(frozen=True, slots=True)
class Stack:
    """One set of versions that ran together: `packages` as the framework's package manager names them, the one that
    `version` is of first. `runtime` is what ran them."""

    title: str
    version: str
    packages: tuple[tuple[str, str], ...]
    runtime: str

    def __str__(self) -> str:
        others = ", ".join(f"{name} {version}" for name, version in self.packages[1:])
        return f"{self.title} {self.version}" + (f" with {others}" if others else "")


STACKS: dict[str, tuple[Stack, ...]] = {
    "express": (
        Stack("Express", "5.3.0", (("express", "5.3.0"), ("cors", "2.8.6")), "Node 20.20.2"),
        Stack("Express", "4.22.3", (("express", "4.22.3"), ("cors", "2.8.6")), "Node 20.20.2"),
    ),
    "fastapi": (
        Stack(
            "FastAPI",
            "0.165.0",
            (("fastapi", "0.165.0"), ("starlette", "1.10.0"), ("uvicorn", "0.54.0")),
            "Python 3.11.7",
        ),
    ),
    "starlette": (Stack("Starlette", "1.10.0", (("starlette", "1.10.0"), ("uvicorn", "0.54.0")), "Python 3.11.7"),),
    "hono": (Stack("Hono", "4.13.19", (("hono", "4.13.19"), ("@hono/node-server", "2.1.8")), "Node 20.20.2"),),
    "hono_workers": (
        Stack("Hono", "4.13.19", (("hono", "4.13.19"), ("workerd", "1.20261117.1"), ("esbuild", "0.28.2")), "workerd"),
    ),
    "fastify": (Stack("Fastify", "5.12.8", (("fastify", "5.12.8"), ("@fastify/cors", "11.4.3")), "Node 20.20.2"),),
    "nginx": (Stack("nginx", "1.22.1", (("nginx", "1.22.1"),), "Debian 12"),),
    "actix": (Stack("Actix Web", "4.18.1", (("actix-web", "4.18.1"), ("actix-cors", "0.7.2")), "Rust 1.95.0"),),
}


def stack_of(framework: str, version: str = "") -> Stack:
    """The stack of `framework` whose version begins with `version` (as in ``4``), the newest without one.

    Raises `ValueError` when no such version was run.
    """
    for stack in STACKS[framework]:
        if f"{stack.version}.".startswith(f"{version}." if version else ""):
            return stack
    ran = ", ".join(stack.version for stack in STACKS[framework])
    raise ValueError(f"{framework} {version} was not run; {ran} were")
