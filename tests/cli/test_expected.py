"""`cors-tui check --expect`: exit codes, text and JSON."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from cors_tui.cli._expected import asked_as, origin_for
from cors_tui.cli.check import COMMAND
from cors_tui.lab.scenario import Asked, Handler, Reply
from cors_tui.policy import CorsPolicy
from tests.serving import serving

APP = "https://app.example.com"
POLICY = f'origins = ["{APP}"]\nmethods = ["PUT"]\n'


def server(methods: str = "PUT", origin: str = APP) -> Handler:
    """Lets in `origin` whoever asks; written byte for byte."""

    def handler(asked: Asked) -> Reply:
        lists = (("Access-Control-Allow-Methods", methods),) if asked.is_preflight else ()
        return Reply(200, (("Access-Control-Allow-Origin", origin), *lists))

    return handler


def check(tmp_path: Path, handler: Handler | None, *arguments: str, policy: str = POLICY) -> Result:
    path = tmp_path / "cors-policy.toml"
    path.write_text(policy)
    with serving({"api": handler}) as served:
        return CliRunner().invoke(COMMAND, [served.url(), "--expect", str(path), *arguments], catch_exceptions=False)


ENDS: list[tuple[str, Handler | None, tuple[str, ...], str, int, str]] = [
    ("as the policy says", server(), (), POLICY, 0, "All is as the policy says."),
    ("the method is missing", server("LOCK"), (), POLICY, 1, " are not as the policy says."),
    (
        "a method more",
        server("PUT, DELETE"),
        (),
        POLICY,
        1,
        "! preflight for DELETE from https://app.example.com: expected not",
    ),
    ("everybody is let in", server(origin="*"), (), POLICY, 1, "! GET from https://stranger.invalid: expected not"),
    ("with the bytes", server(origin="*"), (), POLICY, 1, "\n    Access-Control-Allow-Origin: *\n"),
    ("asked as another page", server(), ("--origin", "https://b.test"), POLICY, 0, "= GET from https://b.test: not"),
    (
        "asked as one of the environment's",
        server(),
        ("--origin", APP),
        'from_env = "ORIGINS"\nmethods = ["PUT"]\n',
        0,
        "All is as the policy says.",
    ),
    ("nobody listens", None, (), POLICY, 3, "no answer: connection refused"),
    ("not a policy", server(), (), "origins = 1", 2, "`origins` is a list of strings"),
    ("a policy with a grave fault", server(), (), 'origins = ["*"]\ncredentials = true\n', 2, "credentials"),
    ("nobody to ask as", server(), (), "", 2, "nobody may call"),
]


@pytest.mark.parametrize(("what", "handler", "arguments", "policy", "code", "says"), ENDS, ids=[row[0] for row in ENDS])
def test_ends(
    what: str, handler: Handler | None, arguments: tuple[str, ...], policy: str, code: int, says: str, tmp_path: Path
) -> None:
    """A script can tell them apart, and a person reads why."""
    result = check(tmp_path, handler, *arguments, policy=policy)
    assert result.exit_code == code, (what, result.output)
    assert says in result.output


def test_json_lists_what_was_asked_expected_and_got(tmp_path: Path) -> None:
    """Names that a program may rely on."""
    result = check(tmp_path, server("GET"), "--json")
    document = json.loads(result.stdout)
    assert (document["schema_version"], document["origin"]) == (1, APP)
    assert {frozenset(row) for row in document["expectations"]} == {
        frozenset({"asked", "expected", "got", "ok", "evidence"})
    }
    wrong = [row for row in document["expectations"] if not row["ok"]]
    assert wrong == [
        {
            "asked": f"preflight for PUT from {APP}",
            "expected": "allowed",
            "got": "not allowed: method-not-allowed PUT (access-control-allow-methods: GET)",
            "ok": False,
            "evidence": ["HTTP 200", f"Access-Control-Allow-Origin: {APP}", "Access-Control-Allow-Methods: GET"],
        }
    ]


def test_a_hostile_value_is_not_interpreted(tmp_path: Path) -> None:
    """An escape sequence comes out as visible text, in both forms."""
    for form in ((), ("--json",)):
        assert "\x1b" not in check(tmp_path, server("\x1b]52;c;AAAA\x07"), *form).stdout


def test_without_a_listed_origin_one_must_be_given() -> None:
    """The given one counts, and so does the policy's first."""
    with pytest.raises(click.UsageError, match="add --origin"):
        origin_for(CorsPolicy(from_env="CORS_ORIGINS"), "")
    assert origin_for(CorsPolicy(origins=(APP,)), "") == APP
    assert origin_for(CorsPolicy(origins=(APP,)), "https://b.test") == "https://b.test"


def test_the_given_origin_stands_for_a_list_that_only_the_environment_holds() -> None:
    """But not where the file lists some, nor where nothing is read from the environment."""
    bare = CorsPolicy(from_env="CORS_ORIGINS")
    assert asked_as(bare, "https://b.test") == CorsPolicy(origins=("https://b.test",), from_env="CORS_ORIGINS")
    for policy in (CorsPolicy(origins=(APP,), from_env="CORS_ORIGINS"), CorsPolicy(patterns=("https://*.a.test",))):
        assert asked_as(policy, "https://b.test") == policy
