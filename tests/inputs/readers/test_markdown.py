"""Code and commands inside other text."""

from __future__ import annotations

import re

import pytest

from cors_tui.inputs.readers._markdown import pieces, within
from cors_tui.inputs.reading import read_input


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("no code at all", []),
        ("it's 5` or 6`", []),
        ("a\n```js\none\n```\nb\n```\ntwo\n```", ["one\n", "two\n"]),
        ("```\ncut off", ["cut off"]),
        ("> ```sh\n> one\n> ```", ["> one\n"]),
        ("<p>x</p><script type=module>one()</script>", ["one()"]),
        ("call `curl -I x` now", ["curl -I x"]),
    ],
)
def test_the_pieces_of_a_text(text: str, found: list[str]) -> None:
    assert list(pieces(text)) == found


def test_only_the_wanted_pieces_are_taken_and_else_all_of_the_text() -> None:
    text = "```\na = 1\n```\n```\nb = 2\n```"
    assert within(text, re.compile("b =")) == "b = 2\n"
    assert within(text, re.compile("c =")) == text


@pytest.mark.parametrize(
    ("text", "kind", "method"),
    [
        ("I run\n\n```bash\ncurl -X PUT https://api.test/x\n```\nand it works", "curl", "PUT"),
        ("I tried `curl -X PUT https://api.test/x` and it works", "curl", "PUT"),
        ("My code:\n```ts\nfetch('https://api.test/x', { method: 'PUT' })\n```\nWhy?", "code", "PUT"),
        ("<script>\nfetch('https://api.test/x', {method: 'PUT'})\n</script>", "code", "PUT"),
    ],
)
def test_a_request_inside_a_question_is_read(text: str, kind: str, method: str) -> None:
    understood = read_input(text)
    (call,) = understood.calls
    assert (understood.kind, call.method, call.url) == (kind, method, "https://api.test/x")


def test_time_is_linear_in_fences_that_never_end() -> None:
    assert len(list(pieces("```\n" * 20_000))) <= 20_000
