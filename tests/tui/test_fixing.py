"""The offer of the fix step, and the policy as text and back."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from cors_tui.case import Call, Case
from cors_tui.fixes.framework import known_frameworks
from cors_tui.policy import CorsPolicy
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.response import Response
from cors_tui.tui.fixing import EDITED, offer, policy_text, shown_policy, with_text, without_edit
from cors_tui.tui.view import View
from tests.rows import each_row
from tests.tui.judged_cases import PUT, answered, viewed

CASE = Case(Call(url="https://api.example.com/", origin="https://app.example.com", method="PUT"))

TYPED = [
    (
        "a list with commas",
        "origins",
        "https://a.example, https://b.example",
        ("https://a.example", "https://b.example"),
    ),
    ("a list with spaces", "methods", "PUT DELETE", ("PUT", "DELETE")),
    ("the same twice is once", "headers", "x-a, x-a", ("x-a",)),
    ("nothing", "expose", "  ", ()),
    ("yes", "credentials", "Yes", True),
    ("anything else is no", "credentials", "maybe", False),
    ("seconds", "max_age", "7200", 7200),
    ("no number is no max-age", "max_age", "2 hours", None),
    ("nor is a negative one", "max_age", "-1", None),
    ("a variable's name", "from_env", " CORS_ORIGINS ", "CORS_ORIGINS"),
]


@each_row(("what", "field", "text", "value"), TYPED, ids=[row[0] for row in TYPED])
def test_with_text(what: str, field: str, text: str, value: object) -> None:
    """What was typed into one field of the editor."""
    assert getattr(with_text(CorsPolicy(), field, text), field) == value


def test_an_origin_with_a_star_is_a_pattern_and_a_star_alone_is_everybody() -> None:
    """Both stand in one field, as people write them."""
    policy = with_text(CorsPolicy(), "origins", "https://a.example https://*.b.example *")
    assert policy.origins == ("https://a.example", "*")
    assert policy.patterns == ("https://*.b.example",)
    assert with_text(policy, "origins", "").patterns == ()


def test_one_field_without_its_edit() -> None:
    """The others keep theirs; what was typed as an origin may be a pattern, and both go."""
    suggested = shown_policy(View(CASE))
    typed = with_text(with_text(suggested, "origins", "https://a.example https://*.b.example"), "methods", "PATCH")
    view = View(CASE, policy=typed)
    assert without_edit(view, "origins").policy == with_text(suggested, "methods", "PATCH")
    assert without_edit(view, "").policy == suggested


def test_a_field_that_is_none_changes_nothing() -> None:
    """The editor cannot break a policy."""
    assert with_text(CorsPolicy(), "no_such_field", "x") == CorsPolicy()


@given(st.sampled_from(EDITED), st.text("ab*.:/ ,0189yes", max_size=20))
def test_text_and_policy_agree(field: str, text: str) -> None:
    """Showing a typed policy and typing what is shown changes nothing any more."""
    once = with_text(CorsPolicy(), field, text)
    assert with_text(once, field, policy_text(once, field)) == once


def test_without_a_judgement_there_is_a_policy_but_no_proposal() -> None:
    """The editor can be opened at any time."""
    found = offer(View(CASE))
    assert found.proposal is None
    assert found.policy.origins == ("https://app.example.com",)
    assert found.policy.methods == ("PUT",)


def test_a_chosen_framework_counts_and_an_edited_policy_is_kept() -> None:
    """The last framework can be chosen as well as the first."""
    name = list(known_frameworks())[-1]
    found = offer(View(CASE.with_answer("framework", name), policy=CorsPolicy(origins=("*",))))
    assert found.framework is not None
    assert found.framework.name == name
    assert found.policy.origins == ("*",)
    assert not found.recognised


def test_the_recognised_framework_is_kept_where_it_refuses_the_policy() -> None:
    """Another one's code would not help: its refusal is said, and who else has code."""
    given_away = Response(405, HeaderList((("X-Powered-By", "Express"),)))
    view = viewed(answered(replace(PUT, method="FOO"), given_away), "fix")
    found = offer(view)
    assert found.framework is not None
    assert (found.framework.name, found.proposal) == ("express", None)
    assert [fault.code for fault in found.faults] == ["unread-method"]
    assert "fastapi" in [framework.name for framework in found.elsewhere]
    assert found.recognised == "X-Powered-By: Express"
