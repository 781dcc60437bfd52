"""What is known to differ from ours, each with the reason: counted and printed at every run, never passed over.

Most entries excuse the console alone: verdict, type, headers and requests count in their cases as in all others. An
entry whose count stays 0 can go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

Case = dict[str, Any]

REDIRECTS = (301, 302, 303, 307, 308)
BOTH = frozenset({"chromium", "firefox"})
CONSOLE = frozenset({"console"})
VERDICT = frozenset({"resolved", "type", "headers_visible", "requests", "console"})
CHROMIUM, FIREFOX = frozenset({"chromium"}), frozenset({"firefox"})


@dataclass(frozen=True)
class Known:
    """What differs, in which engines, in which cases, and in which fields."""

    reason: str
    engines: frozenset[str]
    applies: Callable[[Case], bool]
    fields: frozenset[str] = CONSOLE


def known_reason(case: Case, engine: str, fields: Iterable[str]) -> str | None:
    """Why this case is known to differ from `engine` in these `fields`; None when it is not."""
    wanted = set(fields)
    for known in KNOWN:
        if engine in known.engines and wanted <= known.fields and known.applies(case):
            return known.reason
    return None


def _headers(answer: dict[str, Any], name: str) -> list[list[str]]:
    return [pair for pair in answer.get("headers", ()) if pair[0].partition(":")[0].strip().lower() == name]


def _redirects(case: Case) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = case["server"]["actual"].get("redirects", [])
    return found


def _preflight_redirects_nowhere(case: Case) -> bool:
    answers = [case["server"]["preflight"], *case["server"].get("preflights", {}).values()]
    return any(answer["status"] in REDIRECTS and not _headers(answer, "location") for answer in answers)


def _several_reasons_before_sending(case: Case) -> bool:
    asked = case["request"]
    unsendable = asked["mode"] == "same-origin" or (asked["mode"] == "no-cors" and asked["redirect"] != "follow")
    return unsendable and (asked["url"].startswith("http:") or "connect-src" in case["tags"])


def _mixed_later(case: Case) -> bool:
    """Whether an https page is led to http by a redirect."""
    places = [pair[-1] for hop in _redirects(case) for pair in _headers(hop, "location")]
    return case["page_origin"].startswith("https:") and any(place.startswith(("http:", "//")) for place in places)


KNOWN = (
    Known("a preflight answered by a redirect status without Location", BOTH, _preflight_redirects_nowhere),
    Known("which of several reasons not to send is looked at first", BOTH, _several_reasons_before_sending),
    Known(
        "what a redirect with an odd Location prints",
        BOTH,
        lambda case: bool({"two-locations", "bad-location", "other-scheme"} & set(case["tags"])),
    ),
    Known("integrity: which URL, and what an opaque answer prints", BOTH, lambda case: "integrity" in case["tags"]),
    Known(
        "the same request twice prints its status twice", CHROMIUM, lambda case: case["request"].get("repeat", 1) > 1
    ),
    Known(
        "when XMLHttpRequest reports that a body is no XML",
        FIREFOX,
        lambda case: case["request"]["api"] == "xhr",
    ),
    Known("mixed content behind a redirect: before its check, and which hop is named", FIREFOX, _mixed_later),
    Known("keepalive and mixed content, or a redirect elsewhere", FIREFOX, lambda case: "keepalive" in case["tags"]),
    Known(
        "XMLHttpRequest follows a redirect to user:pass@ within an origin",
        CHROMIUM,
        lambda case: case["request"]["api"] == "xhr" and "user:pass@" in str(_redirects(case)),
        VERDICT,
    ),
    Known(
        "integrity and a redirect that is not followed",
        BOTH,
        lambda case: "integrity" in case["tags"] and case["request"]["redirect"] == "manual",
        VERDICT,
    ),
    Known(
        "a resource policy of no known value",
        FIREFOX,
        lambda case: "embedder-policy" in case["tags"] or "resource-policy" in case["tags"],
        VERDICT,
    ),
    Known(
        "a line with a space before its colon is not visible either",
        FIREFOX,
        lambda case: "spaced-name" in case["tags"],
        VERDICT,
    ),
    Known(
        "an empty Access-Control-Max-Age is not kept",
        FIREFOX,
        lambda case: (
            _headers(case["server"]["preflight"], "access-control-max-age")[:1] == [["Access-Control-Max-Age", ""]]
        ),
        VERDICT,
    ),
    Known(
        "which dropped headers a longer chain of redirects names again",
        FIREFOX,
        lambda case: len(_redirects(case)) > 1,
        VERDICT,
    ),
)
