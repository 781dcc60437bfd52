"""nginx as the owner of CORS, or as a proxy that leaves it alone."""

from __future__ import annotations

import pytest

from cors_tui.fixes.frameworks.nginx import FRAMEWORK, recognise
from cors_tui.policy import CorsPolicy
from cors_tui.remedy import Remedy
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import WireRequest
from cors_tui.standards.response import Response
from tests.fixes.frameworks.asked import EVIL, GOOD, A, B, brief, get, plain_options, preflight

MEASURED = [
    pytest.param(preflight(), "204 O=A CMHTX V=Origin", id="preflight"),
    pytest.param(preflight(EVIL), "204 O=- · V=Origin", id="preflight from a denied origin"),
    pytest.param(get(A), "O=A CX V=Origin", id="GET"),
    pytest.param(get(B), "O=B CX V=Origin", id="GET from the second origin"),
    pytest.param(get(EVIL), "O=- · V=Origin", id="GET from a denied origin"),
    pytest.param(get(None), "O=- · V=Origin", id="GET without Origin"),
    pytest.param(plain_options(), "O=A CX V=Origin", id="OPTIONS that is no preflight goes to the application"),
]


@pytest.mark.parametrize(("wire", "answer"), MEASURED)
def test_answers(wire: WireRequest, answer: str) -> None:
    assert brief(FRAMEWORK.expected(GOOD, wire, 200)) == answer


def snippet(policy: CorsPolicy, remedy: Remedy = Remedy.OWN_AT_PROXY) -> str:
    fix = FRAMEWORK.fix(policy, remedy)
    assert fix is not None
    return fix.snippet


def test_origins_are_compared_in_their_own_case_and_dots_are_dots() -> None:
    """A plain string of `map` would match in any case."""
    assert r'"~^https://app\.example\.com$" $http_origin;' in snippet(GOOD)


def test_every_header_is_added_on_errors_too_and_none_in_a_location() -> None:
    lines = [line.strip() for line in snippet(GOOD).splitlines()]
    added = [line for line in lines if line.startswith("add_header")]
    assert added
    assert all(line.endswith(" always;") for line in added)
    assert max(map(lines.index, added)) < lines.index("location / {")


def test_what_the_application_sends_is_hidden() -> None:
    hidden = {line.split()[1] for line in snippet(GOOD).splitlines() if "proxy_hide_header" in line}
    assert hidden == {
        f"Access-Control-{name};"
        for name in ("Allow-Origin", "Allow-Credentials", "Allow-Methods", "Allow-Headers", "Expose-Headers", "Max-Age")
    }


def test_passing_through_touches_no_header() -> None:
    assert "Access-Control" not in snippet(GOOD, Remedy.PASS_THROUGH)


@pytest.mark.parametrize(
    ("policy", "code"),
    [
        pytest.param(CorsPolicy(from_env="CORS_ORIGINS"), "nginx-environment", id="a list from the environment"),
        pytest.param(CorsPolicy(origins=(A,), headers=("X-$host",)), "nginx-dollar", id="a variable in a name"),
        pytest.param(CorsPolicy(origins=(A,), methods=("X-1",)), "unread-method", id="a digit in a method"),
        pytest.param(
            CorsPolicy(origins=(A,), headers=tuple(f"X-{'a' * 30}-{number}" for number in range(120))),
            "nginx-length",
            id="more than its buffer holds",
        ),
    ],
)
def test_what_it_cannot_write_is_refused_with_the_reason(policy: CorsPolicy, code: str) -> None:
    assert [fault.code for fault in FRAMEWORK.faults(policy)] == [code]
    assert FRAMEWORK.fix(policy, Remedy.OWN_AT_PROXY) is None


def server(value: str) -> HeaderList:
    return HeaderList((("Server", value),))


@pytest.mark.parametrize(
    ("response", "sign"),
    [
        pytest.param(Response(200, server("nginx-lookalike")), "", id="a name that begins alike"),
        pytest.param(Response(200, server("openresty/1.25")), "", id="its relative"),
        pytest.param(Response(200, server("nginx")), "Server: nginx", id="without a version"),
        pytest.param(Response(200, server("nginx/1.22.1")), "Server: nginx/1.22.1", id="with a version"),
        pytest.param(Response(502, body="<hr><center>nginx/1.22.1</center>"), "<hr><center>nginx", id="its page"),
    ],
)
def test_recognised_by_its_own_bytes(response: Response, sign: str) -> None:
    assert recognise(response) == sign
