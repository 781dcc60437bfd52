"""curl for PowerShell: a table of what each awkward text becomes, by the rules of the shell and of the C runtime."""

from __future__ import annotations

import pytest

from cors_tui.case import Call, Case
from cors_tui.inputs.writers.curl_powershell import write
from tests.inputs.writers.cases import SECRET


@pytest.mark.parametrize(
    ("body", "argument"),
    [
        ("plain", "'plain'"),
        ("it's", "'it''s'"),
        ('{"a":1}', "'{\\\"a\\\":1}'"),
        ('a\\"', "'a\\\\\\\"'"),
        ("ends in\\", "'\"ends in\\\\\"'"),
        ("ends\\", "'ends\\'"),
        ("$HOME `n", "'$HOME `n'"),
        ("", "'\"\"'"),
    ],
)
def test_an_argument(body: str, argument: str) -> None:
    assert write(Case(Call("https://a.example", method="POST", body=body))).endswith(f"--data-raw {argument}")


def test_secrets_are_environment_variables() -> None:
    written = write(SECRET)
    assert '-H "Authorization: ${env:AUTHORIZATION}"' in written
    assert '"https://api.example/x?token=${env:TOKEN}&b=c"' in written


def test_old_and_new_shells_hand_arguments_on_alike() -> None:
    assert write(SECRET).startswith("$PSNativeCommandArgumentPassing = 'Legacy'\n")
