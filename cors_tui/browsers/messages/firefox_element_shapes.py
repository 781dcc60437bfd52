"""The shapes of what Firefox's loaders say of elements (version 153)."""

from __future__ import annotations

from cors_tui.browsers.messages.template import Part, Template
from cors_tui.standards.opaque_response import Reason
from cors_tui.standards.verdict import Refusal

MODULE_NOT_ALLOWED = Template(
    "«Module source URI is not allowed in this document: “{url}”».",
    part=Part.DETAIL,
    source="Script Loader",
    level="warning",
)
SCRIPT_NOT_ALLOWED = Template(
    "«<script> source URI is not allowed in this document: “{url}”».",
    part=Part.DETAIL,
    source="Script Loader",
    level="warning",
)
SCRIPT_FAILED = Template(
    "«Loading failed for the <script> with source “{url}”».", part=Part.DETAIL, source="Script Loader", level="warning"
)
EVENTS_FAILED = Template(
    "«Firefox can’t establish a connection to the server at {url}. »", part=Part.DETAIL, source="Event Source"
)
FONT_FAILED = Template(
    'downloadable font: download failed (font-family: "f" style:normal weight:400 stretch:100 src index:0): '
    "«bad URI or cross-site access not allowed source: {url}»",
    part=Part.DETAIL,
    source="CSS Loader",
)
WRONG_TYPE = Template(
    "The resource from “{url}” was «blocked due to MIME type (“{value}”) mismatch» (X-Content-Type-Options: nosniff).",
    Refusal.WRONG_TYPE,
    source="MIMEMISMATCH",
)
WRONG_MODULE_TYPE = Template(
    "Loading module from “{url}” was «blocked because of a disallowed MIME type (“{value}”)».",
    Refusal.WRONG_TYPE,
    source="MIMEMISMATCH",
)
WRONG_SCRIPT_TYPE = Template(
    "Script from “{url}” was «blocked because of a disallowed MIME type (“{value}”)».",
    Refusal.WRONG_TYPE,
    source="MIMEMISMATCH",
)
WRONG_STYLE_TYPE = Template(
    "The stylesheet {url} «was not loaded because its MIME type, “{value}”, is not “text/css”».",
    Refusal.WRONG_TYPE,
    source="CSS Loader",
)
ODD_SCRIPT_TYPE = Template(
    "The script from “{url}” «was loaded even though its MIME type (“{value}”) is not a valid JavaScript MIME type».",
    part=Part.DETAIL,
    source="MIMEMISMATCH",
    level="warning",
)
MODULE_FAILED = Template(
    "«Loading failed for the module with source “{url}”.»", part=Part.DETAIL, source="Script Loader", level="warning"
)
_FONT = '(font-family: "f" style:normal weight:400 stretch:100 src index:0)'
FONT_STATUS = Template(
    f"downloadable font: «download failed {_FONT}: status=2147746065 source: {{url}}»",
    part=Part.DETAIL,
    source="CSS Loader",
)
FONT_BLOCKED = Template(
    f"downloadable font: «failed to start download {_FONT}: content blocked source: {{url}}»",
    part=Part.DETAIL,
    source="CSS Loader",
)
FONT_NOT_STARTED = Template(
    f"downloadable font: «failed to start download {_FONT}: bad URI or cross-site access not allowed source: {{url}}»",
    part=Part.DETAIL,
    source="CSS Loader",
)
FONT_OF_SCHEME = Template(
    f"downloadable font: «failed to start download {_FONT}: status={{status}} source: {{url}}»",
    part=Part.DETAIL,
    source="CSS Loader",
)
FONT_UNREADABLE = Template(
    f"downloadable font: «rejected by sanitizer {_FONT} source: {{url}}»", part=Part.DETAIL, source="CSS Loader"
)
XML_FAULT = Template(
    "XML Parsing Error: {reason}\nLocation: {url}\nLine Number {line}, Column {column}:",
    part=Part.DETAIL,
    source="malformed-xml",
)
XML_REASONS = {
    "no element found": "no root element found",
    "not well-formed (invalid token)": "not well-formed",
    "unbound prefix": "prefix not bound to a namespace",
}
"""What Firefox says otherwise than the parser it has in common with us."""
ORB_BLOCKED = Template(
    "The resource at “{url}” was «blocked by OpaqueResponseBlocking». Reason: “{reason}”.",
    Refusal.OPAQUE_RESPONSE_BLOCKED,
    source="ORB",
    level="warning",
)
ORB_NOTE = Template(
    "«A resource is blocked by OpaqueResponseBlocking, please check browser console for details.»",
    part=Part.DETAIL,
    source="ORB",
    level="warning",
)
ORB_REASONS = {
    Reason.NEVER_SNIFFED.value: "mimeType is an opaque-blocklisted-never-sniffed MIME type",
    Reason.PART.value: "response's status is 206 and mimeType is an opaque-blocklisted MIME type",
    Reason.NOSNIFF_BLOCKLISTED.value: (
        "nosniff is true and mimeType is an opaque-blocklisted MIME type or its essence is 'text/plain'"
    ),
    Reason.LATER_PART.value: "response status is 206 and not first partial response",
    Reason.NOSNIFF.value: "after sniff: nosniff is true",
    Reason.STATUS.value: "after sniff: status code is not in allowed range",
    Reason.MEDIA.value: "after sniff: content-type declares image/video/audio, but sniffing fails",
    Reason.NO_SCRIPT.value: "Javascript validation failed",
}

ELEMENT_LINES = (
    MODULE_NOT_ALLOWED, SCRIPT_NOT_ALLOWED, SCRIPT_FAILED, EVENTS_FAILED, FONT_FAILED, WRONG_TYPE, WRONG_SCRIPT_TYPE,
    WRONG_MODULE_TYPE, WRONG_STYLE_TYPE, ORB_BLOCKED,
)  # fmt: skip
