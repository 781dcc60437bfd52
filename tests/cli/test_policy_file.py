"""A policy from a file: read, or one sentence that names the file."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from cors_tui.cli._policy_file import policy_from, sound_policy_from
from cors_tui.fixes.policy_file import LARGEST
from cors_tui.policy import CorsPolicy

BAD = [
    ("not TOML", b"origins = [", "the policy is not TOML"),
    ("no key of a policy", b'origin = "https://a.test"', "`origin` is no key of a policy"),
    ("not UTF-8", b"\xff\xfe", "it is not UTF-8 text"),
    ("far too long", b"#" * (LARGEST + 1), "longer than"),
    ("not there", None, "No such file"),
]


@pytest.mark.parametrize(("what", "content", "says"), BAD, ids=[row[0] for row in BAD])
def test_a_bad_file_is_one_sentence(what: str, content: bytes | None, says: str, tmp_path: Path) -> None:
    """With the file's name in front."""
    path = tmp_path / "cors-policy.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(click.UsageError) as raised:
        policy_from(str(path))
    assert raised.value.message.startswith(f"{path}: "), what
    assert says in raised.value.message


def test_a_good_file_is_a_policy(tmp_path: Path) -> None:
    """Keys that are left out have their default."""
    path = tmp_path / "p.toml"
    path.write_text('origins = ["https://a.test"]\ncredentials = true\n')
    assert policy_from(str(path)).policy == CorsPolicy(origins=("https://a.test",), credentials=True)


def test_only_a_policy_that_a_server_should_follow_is_sound(tmp_path: Path) -> None:
    """Every grave fault in a line of its own, with the file's name."""
    path = tmp_path / "p.toml"
    path.write_text('origins = ["*", "null"]\ncredentials = true\n')
    assert policy_from(str(path)).policy.credentials
    with pytest.raises(click.UsageError) as raised:
        sound_policy_from(str(path))
    assert len(raised.value.message.splitlines()) > 1
    assert all(line.startswith(f"{path}: origins") for line in raised.value.message.splitlines())
