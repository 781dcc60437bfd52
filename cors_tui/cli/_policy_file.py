"""A policy from a file that a person names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from cors_tui.session.policy_files import PolicyFile


def policy_from(path: str) -> PolicyFile:
    """The policy in the file at `path`, not judged; `click.UsageError` with one sentence when there is none in it."""
    from cors_tui.fixes.policy_file import PolicyFileError
    from cors_tui.session.policy_files import open_policy

    try:
        return open_policy(path)
    except PolicyFileError as error:
        raise click.UsageError(str(error)) from None


def sound_policy_from(path: str) -> PolicyFile:
    """As `policy_from`, for a policy that a server is to follow: with a grave fault it is a `click.UsageError`."""
    from cors_tui.fixes.policy_file import PolicyFileError
    from cors_tui.session.policy_files import open_sound_policy

    try:
        return open_sound_policy(path)
    except PolicyFileError as error:
        raise click.UsageError(str(error)) from None
