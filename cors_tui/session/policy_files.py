"""A policy in a file on this machine: opened and saved."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cors_tui.fixes.policy_faults import grave_faults
from cors_tui.fixes.policy_file import LARGEST, PolicyFileError, read_policy, write_policy
from cors_tui.policy import CorsPolicy


@dataclass(frozen=True, slots=True)
class PolicyFile:
    """A policy and the file it stands in."""

    policy: CorsPolicy
    path: Path


def open_policy(name: str) -> PolicyFile:
    """The policy in the file called `name` (``~`` is the person's own folder), not judged.

    `PolicyFileError` says in one sentence that begins with the name what is wrong with it.
    """
    try:
        path = Path(name).expanduser()
        with path.open("rb") as file:
            text = file.read(LARGEST + 1).decode("utf-8")
        if len(text) > LARGEST:
            raise PolicyFileError(f"{name}: it is longer than {LARGEST} bytes, which no policy is.")
        return PolicyFile(read_policy(text), path)
    except OSError as error:
        raise PolicyFileError(f"{name}: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise PolicyFileError(f"{name}: it is not UTF-8 text.") from None
    except (RuntimeError, ValueError) as error:  # no such person's folder, a NUL in the name, no policy in the text
        known = str(error).removeprefix(f"{name}: ")
        raise PolicyFileError(f"{name}: {known}") from None


def open_sound_policy(name: str) -> PolicyFile:
    """As `open_policy`, for a policy that a server is to follow: `PolicyFileError` with a line for each grave fault."""
    found = open_policy(name)
    grave = grave_faults(found.policy)
    if grave:
        raise PolicyFileError("\n".join(f"{name}: {fault.sentence}" for fault in grave))
    return found


def save_policy(policy: CorsPolicy, name: str, *, overwrite: bool = False) -> PolicyFile:
    """Write `policy` into the file called `name`.

    Raises `FileExistsError` when there is one and it must not be overwritten, and `PolicyFileError` with a sentence
    when it cannot be written, or the policy has a value that TOML cannot hold.
    """
    try:
        path = Path(name).expanduser().absolute()
        text = write_policy(policy)
        with path.open("w" if overwrite else "x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise
    except OSError as error:
        raise PolicyFileError(f"{name}: {error.strerror}.") from None
    except (RuntimeError, ValueError) as error:
        raise PolicyFileError(f"{name}: {error}.") from None
    return PolicyFile(policy, path)
