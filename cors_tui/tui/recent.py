"""The origins used before: offered again, kept in the person's own state folder."""

from __future__ import annotations

import json
from pathlib import Path

from platformdirs import user_state_path

from cors_tui.standards.url import parse_url

_MOST = 5


def recent_origins(path: Path | None = None) -> tuple[str, ...]:
    """The origins used before, the latest first; none when the file is missing or damaged."""
    try:
        found = json.loads((path or _path()).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ()
    return tuple(text for text in found if _is_origin(text))[:_MOST] if isinstance(found, list) else ()


def remember_origin(origin: str, path: Path | None = None) -> None:
    """Put `origin` first. A folder that cannot be written is no reason to fail."""
    if not _is_origin(origin):
        return
    file = path or _path()
    kept = [origin, *(each for each in recent_origins(file) if each != origin)][:_MOST]
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(kept), encoding="utf-8")
    except OSError:
        return


def _is_origin(text: object) -> bool:
    url = parse_url(text) if isinstance(text, str) else None
    return url is not None and url.is_http and str(url.origin) == text


def _path() -> Path:
    return user_state_path("cors-tui") / "origins.json"
