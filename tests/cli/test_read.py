"""`cors-tui read`: a text in, what it shows out."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from cors_tui.cli._exit import Exit
from cors_tui.cli.read import COMMAND, FORMS
from cors_tui.inputs.writer import known_writers

LINE = (
    "Access to fetch at 'https://api.example/x' from origin 'https://app.example' has been blocked by CORS policy: "
    "No 'Access-Control-Allow-Origin' header is present on the requested resource.\n"
    "POST https://api.example/x net::ERR_FAILED 413 (Content Too Large)"
)


def run(*arguments: str, given: str | bytes = "") -> Result:
    return CliRunner().invoke(COMMAND, list(arguments), input=given)


def test_json_holds_the_first_case_at_the_top_too() -> None:
    found = json.loads(run("--json", given=LINE).output)
    assert (found["kind"], found["browser"]) == ("console", "chromium")
    first = found["cases"][0]
    assert {name: found[name] for name in first} == first
    assert first["request"]["url"] == "https://api.example/x"
    assert first["request"]["origin"] == "https://app.example"
    assert first["request"]["method"] == "POST"
    assert (first["refusal"], first["status"]) == ("allow-origin-missing", 413)
    assert first["hypotheses"][0]["cause"] == "body-too-large"
    assert {"cause", "group", "certainty", "why", "next_probe"} <= first["hypotheses"][0].keys()


def test_a_file_or_standard_input(tmp_path: Path) -> None:
    file = tmp_path / "paste.txt"
    file.write_text(LINE, encoding="utf-8")
    assert run(str(file)).output == run("-", given=LINE).output == run(given=LINE).output


def test_what_is_not_understood_is_said_and_kept() -> None:
    result = run("--json", given="hello world")
    found = json.loads(result.output)
    assert (found["kind"], found["cases"], found["text"]) == ("unknown", [], "hello world")
    assert found["request"]["url"] is None
    assert result.exit_code == Exit.BLOCKED
    assert "Not understood" in run(given="hello world").output


def test_understood_ends_well() -> None:
    assert run(given=LINE).exit_code == Exit.ALLOWED


def test_a_missing_file_is_a_usage_error() -> None:
    assert run("/nowhere/at/all").exit_code == Exit.USAGE


def test_secrets_are_masked() -> None:
    secret = "curl 'https://u:pa55@api.example/?token=t0ken' -H 'Authorization: Bearer s3cret' -b 'sid=c00kie'"
    for output in (run(given=secret).output, run("--json", given=secret).output):
        assert not [word for word in ("pa55", "t0ken", "s3cret", "c00kie") if word in output]


def test_a_secret_in_a_text_that_is_not_understood_is_masked() -> None:
    assert "s3cret" not in run("--json", given="zzz\nAuthorization: Bearer s3cret\nyyy yyy yyy\nzzz\nx").output


def test_nothing_pasted_commands_the_terminal() -> None:
    output = run(given=LINE.replace("/x'", "/\x1b[31mred\u202e'")).output
    assert "\x1b" not in output
    assert "\u202e" not in output


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read(text: bytes) -> None:
    result = run("--json", given=text)
    assert result.exit_code in (Exit.ALLOWED, Exit.BLOCKED)
    assert json.loads(result.output)["kind"]


def test_a_har_is_streamed_and_its_failures_listed() -> None:
    entry = {
        "request": {
            "method": "GET",
            "url": "https://api.example/",
            "headers": [{"name": "Origin", "value": "https://app.example"}],
        },
        "response": {"status": 504, "headers": []},
    }
    found = json.loads(run("--json", given=json.dumps({"log": {"entries": [entry]}})).output)
    assert (found["kind"], found["status"], found["refusal"]) == ("har", 504, "allow-origin-missing")
    assert found["hypotheses"][0]["cause"] == "timeout-gateway"


SECRET = (
    "curl -X PUT 'https://api.example/x?token=t0ken' -H 'Authorization: Bearer s3cret' "
    "--resolve api.example:443:127.0.0.1"
)


def test_every_form_is_printed_without_secrets() -> None:
    assert set(FORMS.values()) == known_writers().keys()
    for form in FORMS:
        result = run("--as", form, given=SECRET)
        assert result.exit_code == Exit.ALLOWED
        assert "AUTHORIZATION" in result.output
        assert "s3cret" not in result.output
        assert "t0ken" not in result.output


def test_a_printed_curl_command_says_the_same_again() -> None:
    """With what it says about the connection; the second of two is the second."""
    again = run(
        "--as", "curl", "--case", "2", given=f"curl https://other.example/\n{SECRET.replace('s3cret', '')}"
    ).output
    assert "--resolve" in again
    found = json.loads(run("--json", given=again).output)
    assert found["request"]["method"] == "PUT"


def test_a_case_that_is_not_there_is_a_usage_error() -> None:
    assert run("--as", "curl", "--case", "2", given=SECRET).exit_code == Exit.USAGE
    nothing = run("--as", "curl", given="hello")
    assert nothing.exit_code == Exit.USAGE
    assert "holds no request" in nothing.output
