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
