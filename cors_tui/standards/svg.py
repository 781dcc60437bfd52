"""Whether a body is an SVG image: XML without a fault, whose root is an SVG one.

https://html.spec.whatwg.org/#update-the-image-data, https://www.w3.org/TR/xml-names/
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.parsers import expat

from cors_tui.standards.http1_body import BODY_LIMIT

SVG_TYPE = "image/svg+xml"

_NAMESPACE = "http://www.w3.org/2000/svg"
_ENDS_TOO_SOON = frozenset({expat.errors.codes[text] for text in (
    expat.errors.XML_ERROR_NO_ELEMENTS, expat.errors.XML_ERROR_UNCLOSED_TOKEN, expat.errors.XML_ERROR_PARTIAL_CHAR,
    expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
)})  # fmt: skip


@dataclass(frozen=True, slots=True)
class SvgFault:
    """Why a body is no SVG. `reason` is the XML parser's own words, "" where it is XML but no SVG; then `line` and
    `column`, both counted from 1, are 0. `expected` names the element that was to end, where another one did."""

    reason: str = ""
    line: int = 0
    column: int = 0
    expected: str = ""


def svg_fault(body: str) -> SvgFault | None:
    """Why `body` (latin-1 text, at most `BODY_LIMIT` characters) is no SVG; None where it is one.

    Of one that is longer than what was kept, the beginning decides. Entities are not expanded.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.namespace_prefixes = True
    opened: list[str] = []
    roots: list[str] = []

    def start(name: str, _: object) -> None:
        if not opened:
            roots.append(name)
        opened.append(name)

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: opened.pop()
    parser.DefaultHandler = lambda _: None  # with it, the parser leaves the document's own entities alone
    try:
        parser.Parse(body.encode("latin-1", "replace"), len(body) < BODY_LIMIT)
    except expat.ExpatError as error:
        if len(body) < BODY_LIMIT or error.code not in _ENDS_TOO_SOON:
            return _fault(error, opened)
    return None if roots and roots[0].split(" ")[:2] == [_NAMESPACE, "svg"] else SvgFault()


def _fault(error: expat.ExpatError, opened: list[str]) -> SvgFault:
    mismatched = expat.ErrorString(error.code) == expat.errors.XML_ERROR_TAG_MISMATCH
    expected = _as_written(opened[-1]) if mismatched and opened else ""
    return SvgFault(expat.ErrorString(error.code), error.lineno, error.offset + 1, expected)


def _as_written(name: str) -> str:
    """The parser gives namespace, local name and prefix, as far as there are any."""
    *_, local = parts = name.split(" ")
    return f"{parts[2]}:{parts[1]}" if len(parts) == 3 else local
