"""Step 6: the texts around a snippet."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cors_tui.case import Case
from cors_tui.fixes.framework import known_frameworks
from cors_tui.policy import CorsPolicy
from cors_tui.session.policy_files import PolicyFile
from cors_tui.tui.fixing import Offer, offer
from cors_tui.tui.steps import fix
from tests.tui.judged_cases import CALL, kept_back, preflight_405, unreachable, viewed

VIEW = viewed(preflight_405(), "fix")


def test_the_cause_and_its_certainty() -> None:
    """Before a probe there is none."""
    assert "(proven)" in fix.cause_line(VIEW).plain
    assert "press r" in fix.cause_line(viewed(Case(CALL), "fix")).plain


def test_the_framework_and_what_gave_it_away() -> None:
    """Recognised, or to be chosen."""
    found = offer(VIEW)
    assert "choose yours" in fix.framework_line(found).plain
    assert (
        "recognised: x-powered-by: Express"
        in fix.framework_line(replace(found, recognised="x-powered-by: Express")).plain
    )


@pytest.mark.parametrize("width", [80, 140])
def test_the_policy_in_one_line(width: int) -> None:
    """What it holds, where it is from, and the keys that edit it and file it."""
    view = replace(VIEW, width=width)
    line = fix.policy_line(offer(view), view)
    assert line.cell_length <= view.content_width
    assert line.plain.endswith("e edit  p file")
    assert "origins https://app.example.com" in line.plain
    given = replace(view, given=PolicyFile(offer(view).policy, Path("/home/me/cors-policy.toml")))
    assert fix.policy_line(offer(given), given).plain.startswith("policy (cors-policy.toml)")
    assert fix.policy_line(offer(given), replace(given, policy=CorsPolicy())).plain.startswith("policy (edited)")


def test_the_snippet_holds_this_requests_own_values() -> None:
    """Its origin, its method, its header."""
    text = fix.snippet(offer(VIEW), VIEW).plain
    for value in ("https://app.example.com", "PUT", "authorization"):
        assert value in text


def test_where_it_goes_and_what_it_was_run_on() -> None:
    """Placement is one sentence of its own."""
    found = offer(VIEW)
    assert fix.placement(found).plain.startswith("where")
    assert "run on" in fix.notes(found).plain


def test_now_and_after_with_every_browsers_word() -> None:
    """Each line has its sign; the words are those the browsers would then say."""
    found = offer(VIEW)
    assert found.proposal is not None
    text = fix.now_and_after(found.proposal, 50).plain
    assert "~ status  405 → 204" in text
    assert "+ access-control-allow-origin" in text
    assert text.count("ALLOWED") == 3
    assert max(map(len, text.splitlines())) <= 50


def test_what_an_edit_changes() -> None:
    """Two lines of each at most, with how many more there are; nothing where nothing changed or no code is left."""
    before = offer(VIEW)
    assert "show here" in fix.edited(before, before, 76).plain
    headers = tuple(f"x-a-rather-long-name-{number}" for number in range(9))
    view = replace(VIEW, policy=replace(before.policy, methods=("PUT", "PATCH"), headers=headers))
    text = fix.edited(offer(view), before, 76).plain
    assert text.splitlines()[0] == "code  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH'],"
    assert text.splitlines()[1].endswith("  (+10)")
    assert "then  access-control-allow-methods: GET,HEAD,POST,PUT,PATCH" in text
    assert text.splitlines()[-1].startswith("then  Chromium BLOCKED")  # `authorization` is no longer in it
    assert max(map(len, text.splitlines())) <= 76
    refused = replace(VIEW, policy=replace(before.policy, origins=("null",)))
    assert fix.edited(offer(refused), before, 76).plain == ""


def test_where_no_code_helps() -> None:
    """It says so, and shows no snippet."""
    view = viewed(unreachable(), "fix")
    found = offer(view)
    assert found.proposal is None
    assert "Nothing in" in fix.snippet(found, view).plain
    assert "What helps: " in fix.snippet(found, view).plain
    assert fix.placement(found).plain == ""
    assert fix.notes(found).plain == ""


def test_a_change_at_the_server_that_we_have_no_code_for_is_named_and_no_policy_is_scolded() -> None:
    """A picture that is not to be embedded needs another header; that its call needs no policy is no fault."""
    view = viewed(kept_back(), "fix")
    found = offer(view)
    assert (found.proposal, found.faults) == (None, ())
    says = fix.snippet(found, view).plain
    assert "There is no ready code for this." in says
    assert "What helps: send `Cross-Origin-Resource-Policy: cross-origin` with the file, in the server's code." in says


def test_without_any_framework_nothing_crashes() -> None:
    """An empty folder is an empty choice."""
    found = Offer((), None, "", offer(VIEW).policy, None)
    assert "No framework" in fix.framework_line(found).plain
    assert "the server" in fix.snippet(found, VIEW).plain


def test_the_development_variant_warns_first() -> None:
    """Above the code."""
    view = replace(VIEW, development=True)
    assert fix.snippet(offer(view), view).plain.lower().startswith("for development only")


def test_where_the_chosen_framework_has_no_code_another_that_has_is_named() -> None:
    """Express cannot repair what a proxy does; nginx can."""
    express = known_frameworks()["express"]
    found = Offer((), express, "", CorsPolicy(), None, (), (known_frameworks()["nginx"],))
    says = fix.without_code(found, viewed(unreachable(), "fix")).plain
    assert "Nothing in Express's code repairs this." in says
    assert "There is code for it in nginx: choose it above" in says


def test_a_grave_fault_is_the_reason_for_no_code() -> None:
    """The sentence of the framework itself."""
    express = known_frameworks()["express"]
    policy = CorsPolicy(origins=("*",), credentials=True)
    faults = express.faults(policy)
    says = fix.without_code(Offer((), express, "", policy, None, faults), viewed(unreachable(), "fix")).plain
    assert "There is no code for this policy" in says
    assert next(fault.sentence for fault in faults if fault.grave) in says
