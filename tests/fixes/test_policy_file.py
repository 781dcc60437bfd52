"""A policy written to a file is read back the same; what is no policy is refused in one sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.fixes.policy_file import PolicyFileError, read_policy, write_policy
from cors_tui.policy import CorsPolicy

TEXTS = st.lists(st.text(), max_size=3).map(tuple)
POLICIES = st.builds(
    CorsPolicy,
    origins=TEXTS,
    patterns=TEXTS,
    methods=TEXTS,
    headers=TEXTS,
    expose=TEXTS,
    credentials=st.booleans(),
    max_age=st.none() | st.integers(-(2**40), 2**40),
    from_env=st.text(),
)


@given(POLICIES)
def test_what_is_written_is_read_back(policy: CorsPolicy) -> None:
    """Any text survives, awkward or not: judging it is not the file's business."""
    assert read_policy(write_policy(policy)) == policy


def test_a_file_as_a_person_writes_it() -> None:
    text = 'origins = ["https://app.example.com"]\nheaders = ["X-API-Key"]\ncredentials = true\nmax_age = 600\n'
    wanted = CorsPolicy(origins=("https://app.example.com",), headers=("X-API-Key",), credentials=True, max_age=600)
    assert read_policy(text) == wanted


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("origins = https://app.example.com", "not TOML", id="a string without quotes"),
        pytest.param("origin = []", "`origin` is no key", id="a key that is nearly right"),
        pytest.param('origins = "https://a.test"', "`origins` is a list", id="a string for a list"),
        pytest.param("methods = [1]", "`methods` is a list", id="numbers in a list"),
        pytest.param('credentials = "true"', "true or false", id="a string for a truth value"),
        pytest.param("max_age = 1.5", "whole number", id="a fraction of a second"),
        pytest.param("max_age = true", "whole number", id="a truth value for a number"),
        pytest.param("from_env = true", "name of a variable", id="a truth value for a name"),
    ],
)
def test_what_is_no_policy_is_refused(text: str, says: str) -> None:
    with pytest.raises(PolicyFileError, match=says):
        read_policy(text)
