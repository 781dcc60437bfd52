"""A client: one way in which pages ask servers. One file each in `cors_tui/inputs/javascript/clients/`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cors_tui import registry
from cors_tui.inputs.javascript.asked import Asked

if TYPE_CHECKING:
    from tree_sitter import Node

    from cors_tui.inputs.javascript.evaluating import Evaluator


@dataclass(frozen=True, slots=True)
class Client:
    """`asked` tells what a call expression asks for; None when it is not this client's. `title` is its name."""

    title: str
    asked: Callable[[Node, Evaluator], Asked | None]


def known_clients() -> dict[str, Client]:
    """Every client by name."""
    return registry.entries("cors_tui.inputs.javascript.clients", "CLIENT", Client)
