"""`cors-tui explain` on the command line."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from cors_tui.cli._exit import Exit
from cors_tui.cli.explain import COMMAND

SHOWN = {
    "a cause": (["no-allow-origin"], "What to change"),
    "a topic": (["bypass"], "--disable-web-security"),
    "a refusal": (["preflight-redirect"], "Causes that may be behind it"),
    "everything": ([], "THE QUICK TABLE"),
}


@pytest.mark.parametrize("name", SHOWN)
def test_it_prints(name: str) -> None:
    arguments, words = SHOWN[name]
    done = CliRunner().invoke(COMMAND, arguments)
    assert done.exit_code == 0
    assert words in done.stdout
    assert done.stderr == ""


def test_an_unknown_name_is_a_usage_error_on_stderr() -> None:
    done = CliRunner().invoke(COMMAND, ["no-such-cause"])
    assert done.exit_code == Exit.USAGE
    assert done.stdout == ""
    assert "Nothing is called" in done.stderr
