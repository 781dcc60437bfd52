"""A policy from a file that a person names."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from cors_tui.policy import CorsPolicy


def policy_from(path: str) -> CorsPolicy:
    """The policy in the file at `path`; `click.UsageError` with one sentence when there is none in it."""
    from cors_tui.fixes.policy_file import LARGEST, PolicyFileError, read_policy

    try:
        with Path(path).open("rb") as file:
            text = file.read(LARGEST + 1).decode("utf-8")
        if len(text) > LARGEST:
            raise click.UsageError(f"{path}: it is longer than {LARGEST} bytes, which no policy is.")
        return read_policy(text)
    except OSError as error:
        raise click.UsageError(f"{path}: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise click.UsageError(f"{path}: it is not UTF-8 text.") from None
    except PolicyFileError as error:
        raise click.UsageError(f"{path}: {error}") from None
