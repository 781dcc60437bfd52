"""The manifests of the small projects."""

from __future__ import annotations

import json
from collections.abc import Iterable


def package_json(name: str, packages: Iterable[tuple[str, str]]) -> str:
    """A `package.json` with exactly these versions."""
    manifest = {"name": name, "private": True, "type": "module", "dependencies": dict(packages)}
    return json.dumps(manifest, indent=2) + "\n"


def requirements(packages: Iterable[tuple[str, str]]) -> str:
    """A `requirements.txt` with exactly these versions."""
    return "".join(f"{name}=={version}\n" for name, version in packages)


PIP_INSTALL = (
    ("python3", "-m", "venv", ".venv"),
    (".venv/bin/python", "-m", "pip", "install", "--quiet", "-r", "requirements.txt"),
)
"""How a Python project of ours is installed, in its own folder."""
