"""Which SVG an ``<img>`` shows: well-formed XML with an SVG root, in every engine; Firefox names the place."""

from __future__ import annotations

import pytest

from cors_tui.standards.http1_body import BODY_LIMIT
from cors_tui.standards.svg import SvgFault, svg_fault
from tests.rows import each_row
from tests.standards.bodies import SVG

OPEN = SVG.replace("/>", ">")
BOMBS = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))


@each_row(
    "body",
    [
        pytest.param(SVG, id="plain"),
        pytest.param(f"\xef\xbb\xbf{SVG}", id="with a mark of its byte order"),
        pytest.param(f'<?xml version="1.0"?>{SVG}', id="with a declaration"),
        pytest.param(f"  \n{SVG}", id="with space before it"),
        pytest.param(f"<!-- drawn by hand -->{SVG}", id="with a comment before it"),
        pytest.param(f'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://x/svg11.dtd">{SVG}', id="a DTD"),
        pytest.param(f'<!DOCTYPE svg [<!ENTITY a "b">]>{OPEN}<text>&a;</text></svg>', id="an entity of its own"),
        pytest.param(f'<!DOCTYPE svg [<!ENTITY e0 "lol">{BOMBS}]>{OPEN}<text>&e11;</text></svg>', id="a bomb"),
        pytest.param('<s:svg xmlns:s="http://www.w3.org/2000/svg"/>', id="under a prefix"),
        pytest.param(f"{OPEN}<script>1</script></svg>", id="with a script that will not run"),
    ],
)
def test_shown(body: str) -> None:
    assert svg_fault(body) is None


@each_row(
    ("body", "fault"),
    [
        pytest.param('<svg width="1" height="1"/>', SvgFault(), id="no namespace"),
        pytest.param(SVG.replace("svg ", "SVG ", 1), SvgFault(), id="capitals"),
        pytest.param('<g xmlns="http://www.w3.org/2000/svg"/>', SvgFault(), id="a part of one"),
        pytest.param("<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>", SvgFault(), id="other XML"),
        pytest.param("", SvgFault("no element found", 1, 1), id="nothing"),
        pytest.param("hello", SvgFault("syntax error", 1, 1), id="text"),
        pytest.param('{"a":1}', SvgFault("not well-formed (invalid token)", 1, 1), id="JSON"),
        pytest.param("<!doctype html><p>x", SvgFault("syntax error", 1, 1), id="HTML"),
        pytest.param(f"{OPEN}<g></svg>", SvgFault("mismatched tag", 1, 67, "g"), id="an element left open"),
        pytest.param(
            f"{OPEN}\n<g>\n  <b></c>\n</g></svg>", SvgFault("mismatched tag", 3, 8, "b"), id="on another line"
        ),
        pytest.param(f"{OPEN}<g>", SvgFault("no element found", 1, 65), id="its end missing"),
        pytest.param(SVG[:20], SvgFault("unclosed token", 1, 1), id="cut in a tag"),
        pytest.param(f"{SVG}x", SvgFault("junk after document element", 1, 63), id="something after it"),
        pytest.param(f"{OPEN}<text>&nbsp;</text></svg>", SvgFault("undefined entity", 1, 68), id="an entity of HTML"),
        pytest.param(f"{OPEN}<image xlink:href='x'/></svg>", SvgFault("unbound prefix", 1, 62), id="a prefix unbound"),
        pytest.param(
            f"{OPEN}<text>\xe9</text></svg>", SvgFault("not well-formed (invalid token)", 1, 68), id="latin-1"
        ),
        pytest.param('<s:svg xmlns:s="x"><s:g></s:h></s:svg>', SvgFault("mismatched tag", 1, 27, "s:g"), id="prefixed"),
    ],
)
def test_not_shown(body: str, fault: SvgFault) -> None:
    assert svg_fault(body) == fault


def test_of_a_long_one_the_beginning_decides() -> None:
    long = f"{OPEN}{'<g/>' * BODY_LIMIT}"
    assert svg_fault(long[:BODY_LIMIT]) is None
    assert svg_fault(f"{OPEN}<g></svg>{long}"[:BODY_LIMIT]) == SvgFault("mismatched tag", 1, 67, "g")
    assert svg_fault(f"<g>{long}"[:BODY_LIMIT]) == SvgFault()
