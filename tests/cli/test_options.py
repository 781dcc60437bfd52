"""The options of a call mean what they mean in curl, and what a page would do with them."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import click
import pytest
from click.testing import CliRunner

from cors_tui.case import Case
from cors_tui.cli._options import INITIATORS, MODES, call_options, case_of
from cors_tui.standards.request import CredentialsMode, Initiator, Mode

found: list[Case] = []


@click.command()
@click.argument("url")
@call_options
def command(url: str, **options: Any) -> None:
    found.append(case_of(url, options))


def case(*arguments: str) -> Case:
    result = CliRunner().invoke(command, ["https://api.example.com/", *arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return found[-1]


def test_data_makes_a_post_unless_a_method_is_given() -> None:
    """As curl does it."""
    assert case("-d", "x").call.method == "POST"
    assert case("-d", "x", "-X", "PUT").call.method == "PUT"
    assert case().call.method == "GET"


def test_the_methods_case_is_kept() -> None:
    """`patch` is not PATCH."""
    assert case("-X", "patch").call.method == "patch"


@pytest.mark.parametrize("arguments", [("-b", "a=1"), ("-H", "Cookie: a=1"), ("-H", "cookie:a=1")])
def test_a_cookie_is_the_browsers_own_and_means_credentials(arguments: tuple[str, ...]) -> None:
    """A page cannot set a Cookie header; having cookies sent means credentials mode include."""
    call = case(*arguments).call
    assert call.cookie == "a=1"
    assert call.headers.pairs == ()
    assert call.credentials is CredentialsMode.INCLUDE


def test_a_credentials_mode_given_wins() -> None:
    """Cookies in the jar, and a page that does not send them."""
    assert case("-b", "a=1", "--credentials", "omit").call.credentials is CredentialsMode.OMIT


def test_the_choices_are_the_enums_values() -> None:
    """They are written out, so that --help loads nothing for them."""
    assert tuple(each.value for each in Initiator) == INITIATORS
    assert tuple(each.value for each in Mode) == MODES


def test_the_help_reads_no_standard() -> None:
    """What is chosen among is known without it."""
    code = (
        "import sys, click\nfrom click.testing import CliRunner\nfrom cors_tui.cli.check import COMMAND\n"
        "shown = CliRunner().invoke(COMMAND, ['--help']).output\n"
        "print('[fetch|xhr|script|' in shown, '[cors|no-cors|' in shown, 'cors_tui.standards' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.split() == ["True", "True", "False"]


MODES_BY_INITIATOR = [
    ("", "fetch cors same-origin"),
    ("--mode no-cors", "fetch no-cors same-origin"),
    ("--mode same-origin -b a=1", "fetch same-origin include"),
    ("--initiator xhr", "xhr cors same-origin"),
    ("--initiator script", "script no-cors include"),
    ("--initiator css", "css no-cors include"),
    ("--initiator img", "img no-cors include"),
    ("--initiator img --mode cors", "img cors same-origin"),
    ("--initiator img --mode cors -b a=1", "img cors include"),
    ("--initiator module", "module cors same-origin"),
    ("--initiator eventsource -b a=1", "eventsource cors include"),
    ("--initiator font -b a=1", "font cors same-origin"),
    ("--initiator import", "import cors same-origin"),
    ("--initiator xhr --mode no-cors --credentials omit", "xhr no-cors omit"),
]


@pytest.mark.parametrize(("words", "meant"), MODES_BY_INITIATOR, ids=[words for words, _ in MODES_BY_INITIATOR])
def test_modes_that_are_not_given_are_the_initiators_own(words: str, meant: str) -> None:
    """What is given is kept, even where it cannot be: the fault says why."""
    call = case(*words.split()).call
    assert f"{call.initiator.value} {call.mode.value} {call.credentials.value}" == meant


def test_header_values_are_bytes() -> None:
    """What is typed in UTF-8 travels as its bytes, one character each."""
    assert case("-H", "X-Name:  é ").call.headers.pairs == (("X-Name", "\xc3\xa9"),)


def test_what_the_page_came_with_is_kept_apart_from_what_it_sends() -> None:
    """Its policy is no header of the request."""
    call = case("--page-header", "Content-Security-Policy: connect-src 'self'").call
    assert call.page_headers.pairs == (("Content-Security-Policy", "connect-src 'self'"),)
    assert call.headers.pairs == ()


def test_the_connection_options_arrive() -> None:
    """Each of curl's words for how a target is reached."""
    got = case(
        "-k", "--cacert", "ca.pem", "-x", "http://proxy:1", "--resolve", "h:1:127.0.0.1", "--connect-to", "h:1",
        "-m", "3", "--as", "safari", "-A", "me",
    ).connection  # fmt: skip
    assert (got.insecure, got.cacert, got.proxy, got.resolve, got.connect_to) == (
        True,
        "ca.pem",
        "http://proxy:1",
        ("h:1:127.0.0.1",),
        ("h:1",),
    )
    assert (got.max_time, got.dressed_as, got.user_agent) == (3.0, "webkit", "me")


def test_a_header_without_colon_is_a_usage_error() -> None:
    """One sentence that shows how to write it."""
    result = CliRunner().invoke(command, ["https://a.example/", "-H", "X-A"])
    assert result.exit_code == 2
    assert "-H 'X-A' has no colon" in result.output
    result = CliRunner().invoke(command, ["https://a.example/", "--page-header", "connect-src"])
    assert result.exit_code == 2
    assert "--page-header 'connect-src' has no colon" in result.output
