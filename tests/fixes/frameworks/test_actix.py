"""Actix Web with actix-cors: answers as they were measured, and the code."""

from __future__ import annotations

import tomllib

import pytest

from cors_tui.fixes.frameworks.actix import FRAMEWORK, recognise
from cors_tui.fixes.policy_faults import PolicyRefusedError
from cors_tui.policy import CorsPolicy
from cors_tui.remedy import Remedy
from cors_tui.standards.request import WireRequest
from cors_tui.standards.response import Response
from tests.fixes.frameworks.asked import EVIL, GOOD, A, B, brief, get, plain_options, preflight
from tests.rows import each_row

VARY = "V=Origin, ACRM, ACRH"
MEASURED = [
    pytest.param(preflight(), f"200 O=A CMHT {VARY}", id="preflight"),
    pytest.param(preflight(EVIL), "400 O=- · V=-", id="preflight from a denied origin"),
    pytest.param(preflight(method="PATCH"), "400 O=- · V=-", id="preflight for a method not listed"),
    pytest.param(preflight(headers="x-not-listed"), "400 O=- · V=-", id="preflight for a header not listed"),
    pytest.param(preflight(headers=""), "400 O=- · V=-", id="preflight for a header without a name"),
    pytest.param(preflight(None), "400 O=- · V=-", id="preflight without Origin"),
    pytest.param(preflight(headers=None), f"200 O=A CMHT {VARY}", id="preflight for no header"),
    pytest.param(preflight(method="A'B"), f"O=A CX {VARY}", id="a method it cannot read is no preflight"),
    pytest.param(get(A), f"O=A CX {VARY}", id="GET"),
    pytest.param(get(B), f"O=B CX {VARY}", id="GET from the second origin"),
    pytest.param(get(EVIL), f"O=- CX {VARY}", id="GET from a denied origin"),
    pytest.param(get(None), f"O=- CX {VARY}", id="GET without Origin"),
    pytest.param(get("null"), f"O=- CX {VARY}", id="GET from null"),
    pytest.param(plain_options(), f"O=A CX {VARY}", id="OPTIONS that is no preflight"),
]


@each_row(("wire", "answer"), MEASURED)
def test_answers_as_measured(wire: WireRequest, answer: str) -> None:
    assert brief(FRAMEWORK.expected(GOOD, wire, 200)) == answer


def test_whatever_is_asked_for_is_mirrored_where_every_header_may_come() -> None:
    """Also nothing, where nothing was asked for in so many words."""
    policy = CorsPolicy(origins=("*",), headers=("*",))
    for asked, mirrored in ((None, None), ("", ""), ("x-a , x-b", "x-a , x-b")):
        headers = FRAMEWORK.expected(policy, preflight(headers=asked), 200).headers
        assert headers.get("access-control-allow-headers") == mirrored


def test_lists_are_compared_as_sets_since_actix_writes_them_in_any_order() -> None:
    expected = FRAMEWORK.expected(GOOD, preflight(), 200)
    shuffled = [
        (name, ", ".join(reversed(value.split(", "))) if "methods" in name else value)
        for name, value in reversed(expected.headers.pairs)
    ]
    assert expected.differences(Response(200, expected.headers.of(shuffled))) == ()


@pytest.mark.parametrize("remedy", FRAMEWORK.remedies)
@pytest.mark.parametrize("trap", ["permissive", "allow_any_origin", "block_on_origin_mismatch", "disable_vary_header"])
def test_no_remedy_falls_into_the_known_traps(remedy: Remedy, trap: str) -> None:
    fix = FRAMEWORK.fix(GOOD, remedy)
    assert fix is not None
    assert trap not in fix.snippet


def test_cors_is_the_last_wrap() -> None:
    """The last one is the outermost."""
    source = FRAMEWORK.program(GOOD).files["src/main.rs"]
    wraps = [line.strip() for line in source.splitlines() if line.strip().startswith(".wrap(")]
    assert wraps == [".wrap(from_fn(guard))", ".wrap(cors())"]


def test_the_manifest_pins_what_was_run() -> None:
    manifest = tomllib.loads(FRAMEWORK.program(GOOD).files["Cargo.toml"])
    assert dict(FRAMEWORK.stacks[0].packages) == {
        "actix-web": manifest["dependencies"]["actix-web"]["version"].lstrip("="),
        "actix-cors": manifest["dependencies"]["actix-cors"].lstrip("="),
    }


def test_it_stands_alone_inside_of_another_workspace() -> None:
    """Without a workspace of its own cargo refuses to build it below one."""
    assert tomllib.loads(FRAMEWORK.program(GOOD).files["Cargo.toml"])["workspace"] == {}


def test_a_method_that_would_keep_it_from_starting_is_refused() -> None:
    policy = CorsPolicy(origins=(A,), methods=("X'Y",))
    assert [fault.code for fault in FRAMEWORK.faults(policy)] == ["actix-method"]
    assert FRAMEWORK.fix(policy, Remedy.SEND_POLICY) is None
    with pytest.raises(PolicyRefusedError, match="would not start"):
        FRAMEWORK.program(policy)


@pytest.mark.parametrize(
    ("response", "sign"),
    [
        pytest.param(Response(400, body="Origin is not allowed"), "", id="a text that is nearly its own"),
        pytest.param(Response(403, body="Requested method is not allowed"), "", id="its text with another status"),
        pytest.param(
            Response(400, body="Requested method is not allowed"), "Requested method is not allowed", id="its refusal"
        ),
    ],
)
def test_recognised_by_its_own_bytes(response: Response, sign: str) -> None:
    assert recognise(response) == sign
