"""What the snippets in JavaScript share."""

from __future__ import annotations

from cors_tui.fixes import javascript
from cors_tui.policy import CorsPolicy


def test_a_short_array_stands_on_one_line_and_a_long_one_on_many() -> None:
    assert javascript.strings(["a", "b"]) == "['a', 'b']"
    assert javascript.strings(["x" * 40, "y" * 40], "  ") == f"[\n    '{'x' * 40}',\n    '{'y' * 40}',\n  ]"


def test_an_expression_is_anchored_at_both_ends_and_escaped() -> None:
    policy = CorsPolicy(patterns=("https://*.example.com", "http://[::1]:*"))
    assert javascript.expressions(policy) == (
        r"/^https:\/\/([a-z0-9_-]+\.)+example\.com$/",
        r"/^http:\/\/\[::1\](:[0-9]+)?$/",
    )


NAMES = javascript.OptionNames("methods", "allowed", "exposed")


def test_options_leave_out_what_the_policy_does_not_say() -> None:
    """But never the allowed headers: left out, every header would be."""
    assert javascript.options(CorsPolicy(), NAMES) == [("methods", "['GET', 'HEAD', 'POST']"), ("allowed", "[]")]
    assert javascript.options(CorsPolicy(), NAMES, ("Accept",))[1] == ("allowed", "['Accept']")
    policy = CorsPolicy(headers=("X-A",), expose=("X-B",), credentials=True, max_age=0)
    assert javascript.options(policy, NAMES, ("Accept",))[1:] == [
        ("allowed", "['X-A']"),
        ("exposed", "['X-B']"),
        ("credentials", "true"),
        ("maxAge", "0"),
    ]


def test_who_may_call_is_one_list() -> None:
    """Patterns stand in the list of the code; beside origins from the environment they are added."""
    patterned = CorsPolicy(patterns=("https://*.a.test",))
    assert javascript.one_list(CorsPolicy(origins=("*",))) == "'*'"
    assert javascript.one_list(patterned) == "allowedOrigins"
    from_env = CorsPolicy(patterns=("https://*.a.test",), from_env="X")
    assert javascript.one_list(from_env) == r"[...allowedOrigins, /^https:\/\/([a-z0-9_-]+\.)+a\.test$/]"


def test_the_environment_is_split_trimmed_and_filtered() -> None:
    code = javascript.allowed_origins(CorsPolicy(from_env="CORS_ORIGINS"), with_patterns=True)
    for part in (
        "process.env.CORS_ORIGINS ?? ''",
        ".split(',')",
        ".trim()",
        ".replace(/\\/+$/, '')",
        ".includes('://')",
    ):
        assert part in code
