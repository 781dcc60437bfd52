"""What Firefox's loaders add: each element's own line."""

import pytest

from cors_tui.browsers.messages.firefox import write
from cors_tui.standards.departures import NO_DEPARTURES, Departure, Departures
from cors_tui.standards.request import Initiator, Mode
from tests.rows import each_row
from tests.standards.making import API, allows, asks, ends, says

CORS = {"Access-Control-Allow-Origin": "*"}
HTML = {**CORS, "Content-Type": "text/html"}
NOSNIFF = {**HTML, "X-Content-Type-Options": "nosniff"}
PNG = {**CORS, "Content-Type": "image/png"}
JS = {**CORS, "Content-Type": "text/javascript"}


@each_row(
    ("initiator", "status", "headers", "sources"),
    [
        pytest.param(Initiator.SCRIPT, 200, JS, [], id="a script"),
        pytest.param(Initiator.SCRIPT, 200, HTML, ["MIMEMISMATCH"], id="a script of another type is run, and told of"),
        pytest.param(
            Initiator.SCRIPT, 200, PNG, ["MIMEMISMATCH", "CORSDidNotSucceed2", "Script Loader"], id="an image"
        ),
        pytest.param(
            Initiator.SCRIPT, 200, NOSNIFF, ["MIMEMISMATCH", "CORSDidNotSucceed2", "Script Loader"], id="nosniff"
        ),
        pytest.param(Initiator.SCRIPT, 404, JS, ["Script Loader"], id="a script that is not there"),
        pytest.param(Initiator.SCRIPT, 200, {}, ["CORSMissingAllowOrigin2", "Script Loader"], id="a script refused"),
        pytest.param(
            Initiator.MODULE, 200, HTML, ["MIMEMISMATCH", "CORSDidNotSucceed2", "Script Loader"], id="a module"
        ),
        pytest.param(Initiator.STYLESHEET, 200, HTML, ["CSS Loader"], id="a style sheet"),
        pytest.param(Initiator.STYLESHEET, 200, NOSNIFF, ["MIMEMISMATCH", "CORSDidNotSucceed2"], id="one with nosniff"),
        pytest.param(Initiator.FONT, 404, CORS, ["CSS Loader"], id="a font that is not there"),
        pytest.param(Initiator.FONT, 200, {}, ["CORSMissingAllowOrigin2", "CSS Loader"], id="a font refused"),
        pytest.param(Initiator.EVENT_SOURCE, 200, HTML, ["Event Source"] * 2, id="a stream of another type"),
        pytest.param(Initiator.EVENT_SOURCE, 404, CORS, ["Event Source"], id="a stream that is not there"),
    ],
)
def test_what_is_added(initiator: Initiator, status: int, headers: dict[str, str], sources: list[str]) -> None:
    request = asks(initiator=initiator)
    outcome = ends(request, says(status, headers, body="x"))
    assert [line.source for line in write(outcome, request)] == sources


@pytest.mark.parametrize(
    ("initiator", "text"),
    [
        (Initiator.SCRIPT, "Loading failed for the <script> with source “http://api.example.net/”."),
        (Initiator.MODULE, "Loading failed for the module with source “http://api.example.net/”."),
        (Initiator.EVENT_SOURCE, "Firefox can’t establish a connection to the server at http://api.example.net/."),
    ],
)
def test_what_was_never_asked_for(initiator: Initiator, text: str) -> None:
    request = asks("http://api.example.net/", initiator=initiator)
    first, second = write(ends(request), request)
    assert (first.source, second.text) == ("Mixed Content Blocker", text)


@pytest.mark.parametrize(("initiator", "more"), [(Initiator.MODULE, ["MIMEMISMATCH"]), (Initiator.SCRIPT, [])])
def test_a_module_whose_redirect_is_refused_has_no_type(initiator: Initiator, more: list[str]) -> None:
    request = asks(initiator=initiator)
    outcome = ends(request, says(302, {"Location": "/2"}))
    expected = ["CORSMissingAllowOrigin2", *more, "CORSDidNotSucceed2", "Script Loader"]
    assert [line.source for line in write(outcome, request)] == expected


def test_an_opaque_script_that_says_it_is_html() -> None:
    validates: Departures = frozenset({Departure.OPAQUE_VALIDATED})
    request = asks(initiator=Initiator.SCRIPT, mode=Mode.NO_CORS)
    html = says(200, HTML, body="1")
    sources = [line.source for line in write(ends(request, html, departures=validates), request)]
    assert sources == ["MIMEMISMATCH", "ORB", "ORB", "Script Loader"]
    assert ends(request, html, departures=NO_DEPARTURES).resolved
    assert ends(asks(initiator=Initiator.SCRIPT), allows(), departures=validates).resolved


@pytest.mark.parametrize(
    ("kind", "status", "body", "why"),
    [
        ("text/csv", 200, "a", "mimeType is an opaque-blocklisted-never-sniffed MIME type"),
        ("text/html", 206, "a", "response's status is 206 and mimeType is an opaque-blocklisted MIME type"),
        ("foo/bar", 206, "a", "response status is 206 and not first partial response"),
        ("foo/bar", 404, "a", "after sniff: status code is not in allowed range"),
        ("image/png", 200, "a", "after sniff: content-type declares image/video/audio, but sniffing fails"),
        ("foo/bar", 200, "<p>", "Javascript validation failed"),
    ],
)
def test_why_an_opaque_image_is_kept(kind: str, status: int, body: str, why: str) -> None:
    validates: Departures = frozenset({Departure.OPAQUE_VALIDATED})
    request = asks(initiator=Initiator.IMAGE, mode=Mode.NO_CORS)
    outcome = ends(request, says(status, {"Content-Type": kind}, body=body), departures=validates)
    first, _ = write(outcome, request)
    assert first.text.endswith(f"was blocked by OpaqueResponseBlocking. Reason: “{why}”.")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("hello", "syntax error\nLocation: {url}\nLine Number 1, Column 1:"),
        ("<svg>\n<g></svg>", "mismatched tag. Expected: </g>.\nLocation: {url}\nLine Number 2, Column 6:"),
        ("<a x:b='1'/>", "prefix not bound to a namespace\nLocation: {url}\nLine Number 1, Column 1:"),
        ("<a/>", ""),
    ],
)
def test_where_an_svg_stops_being_xml(body: str, told: str) -> None:
    """Of XML that is no SVG nothing is told."""
    request = asks(initiator=Initiator.IMAGE)
    lines = write(ends(request, says(200, {**CORS, "Content-Type": "image/svg+xml"}, body=body)), request)
    assert [line.text for line in lines] == ([f"XML Parsing Error: {told.format(url=API)}"] if told else [])


FONT = ("downloadable font: failed to start download", "bad URI or cross-site access not allowed")


@pytest.mark.parametrize(
    ("initiator", "mode", "url", "sources", "words"),
    [
        pytest.param(Initiator.FETCH, Mode.CORS, "localhost:8000/x", ["CORSRequestNotHttp"], (), id="a call"),
        pytest.param(
            Initiator.FONT, Mode.CORS, "localhost:8000/x", ["CORSRequestNotHttp", "CSS Loader"], FONT, id="a font"
        ),
        pytest.param(Initiator.FONT, Mode.CORS, "wss://x/", ["CSS Loader"], ("status=2147500033",), id="of a socket"),
        pytest.param(Initiator.FONT, Mode.CORS, "file:///x", ["SOP", "CSS Loader"], FONT, id="of a file"),
        pytest.param(Initiator.EVENT_SOURCE, Mode.CORS, "localhost:8000/x", ["Event Source"], (), id="a stream"),
        pytest.param(Initiator.EVENT_SOURCE, Mode.CORS, "file:///x", ["Event Source"], (), id="a stream of a file"),
        pytest.param(Initiator.STYLESHEET, Mode.CORS, "foo:x", [], (), id="a style sheet"),
        pytest.param(
            Initiator.SCRIPT,
            Mode.CORS,
            "foo:x",
            ["CORSRequestNotHttp", "Script Loader"],
            ("is not allowed",),
            id="a script",
        ),
        pytest.param(
            Initiator.SCRIPT, Mode.NO_CORS, "foo:x", ["Script Loader"], ("Loading failed",), id="without CORS"
        ),
        pytest.param(
            Initiator.SCRIPT, Mode.NO_CORS, "file:///x", ["SOP", "Script Loader"], ("is not allowed",), id="of a file"
        ),
        pytest.param(Initiator.MODULE, Mode.CORS, "wss://x/", ["Script Loader"], ("Loading failed",), id="a module"),
    ],
)
def test_a_scheme_that_is_not_the_webs(
    initiator: Initiator, mode: Mode, url: str, sources: list[str], words: tuple[str, ...]
) -> None:
    request = asks(url, initiator=initiator, mode=mode)
    lines = write(ends(request), request)
    assert [line.source for line in lines] == sources
    assert all(word in lines[-1].text for word in words)


@pytest.mark.parametrize(
    ("initiator", "sources"),
    [(Initiator.SCRIPT, ["MIMEMISMATCH", "Script Loader"]), (Initiator.IMAGE, []), (Initiator.STYLESHEET, [])],
)
def test_a_body_in_another_coding_than_it_names(initiator: Initiator, sources: list[str]) -> None:
    request = asks(initiator=initiator)
    packed = says(200, {**HTML, "Content-Encoding": "gzip"}, body="plain", body_decoded=False)
    assert [line.source for line in write(ends(request, packed), request)] == sources


def test_no_note_of_what_a_redirect_led_to() -> None:
    validates: Departures = frozenset({Departure.OPAQUE_VALIDATED})
    request = asks(initiator=Initiator.IMAGE, mode=Mode.NO_CORS)
    outcome = ends(request, says(302, {"Location": "/2"}), says(200, HTML, body="<p>"), departures=validates)
    (told,) = write(outcome, request)
    assert "/2" in told.text
