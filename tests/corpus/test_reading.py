"""Every console text that people pasted into public issues, read: what is refused, the URL, the origin, the status.

The table below was labelled by hand from the texts alone. URLs and origins are those that the collectors noted down
beside a text, where the text holds them.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from cors_tui.browsers.browser import Reading
from cors_tui.browsers.reading import read_console
from tests.rows import each_row

REFUSALS = {
    "allow-origin-missing": (
        "C020 C037 C047 C049 C050 C057 C061 C064 C069 C070 C106 C112 C129 C152 C156 C178 C192 C210 C211 C225 C226 C228"
        " C236 C283 C286 C288 C315 C319 C321 C322 C325 C326 C334 C342 C345 C348 C350 C359 C365"
    ),
    "allow-origin-multiple": "C006 C011 C148 C153 C320",
    "allow-origin-invalid": "C256",
    "allow-origin-mismatch": "C019 C040 C090 C091 C137 C196 C237 C238 C240 C241 C259 C260",
    "allow-origin-wildcard": "C039 C189 C299",
    "allow-credentials": "C042 C310",
    "preflight-status": "C242 C244 C245 C246 C248 C249 C250 C251 C254 C265 C267 C268 C329",
    "preflight-redirect": "C003 C071",
    "method-not-allowed": "C095 C097 C272",
    "header-not-allowed": "C044 C080 C141 C143 C164 C303 C307",
    "scheme-not-http": "C119 C120 C122 C296 C297",
    "lna-insecure-context": "C026 C291 C293 C294",
    "lna-permission-denied": "C219 C221 C362",
    "mixed-content": "C230",
    "csp-connect-src": "C136",
    "cross-origin-resource-policy": "C132",
    "opaque-response-blocked": "C276 C277 C278",
    "network": "C014 C075 C076 C186 C194 C271 C273 C330 C331 C332",
    "blocked, no cause told": "C055 C077 C139 C149 C199 C201 C216 C227 C280 C284 C313 C314 C327 C354 C355",
    "not a browser's words": "C028 C085 C160 C167 C175",
}
STATUSES = {
    "C132": 200, "C156": 404, "C211": 500, "C237": 502, "C238": 500, "C240": 500, "C241": 206, "C242": 403,
    "C244": 404, "C245": 401, "C246": 400, "C248": 405, "C249": 404, "C250": 401, "C251": 403, "C254": 404,
    "C265": 503, "C280": 413, "C283": 413, "C284": 504, "C286": 504, "C319": 401, "C320": 401, "C321": 401,
    "C322": 302, "C325": 302, "C326": 302, "C327": 302, "C342": 403, "C348": 403, "C350": 429, "C354": 404,
    "C355": 404, "C359": 404,
}  # fmt: skip
SECOND_URL = {"C225", "C106", "C314", "C315"}
"""Texts of a redirect: the collectors noted the first hop, the line names the failing one first."""

OTHER_LINE = {"C345"}
"""The collectors noted the URL of the second failure of the text."""


@cache
def cases() -> dict[str, dict[str, str]]:
    lines = (Path(__file__).parent / "cases.jsonl").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    return {each["id"]: each for each in found if each.get("console_text")}


EXPECTED = {case: refusal for refusal, listed in REFUSALS.items() for case in listed.split()}


def faults(case: str) -> list[str]:
    """What is wrong with what is read of a case's text; empty when nothing is."""
    found = read_console(cases()[case]["console_text"])
    if EXPECTED[case] == "not a browser's words":
        return [f"guessed {found}"] if found else []
    if not found:
        return ["not read"]
    said = found[0].refusal.value if found[0].refusal else "blocked, no cause told"
    wrong = [] if said == EXPECTED[case] else [f"{said}, not {EXPECTED[case]}"]
    if found[0].status != STATUSES.get(case):
        wrong.append(f"status {found[0].status}, not {STATUSES.get(case)}")
    return wrong + wrong_url(case, found[0]) + wrong_origin(case, found)


def wrong_url(case: str, reading: Reading) -> list[str]:
    text, url = cases()[case]["console_text"], cases()[case].get("target_url") or ""
    read = reading.redirected_from if case in SECOND_URL else reading.url
    if case in OTHER_LINE or url not in text or not re.match(r"[a-z]+:", url) or f"from origin '{url}" in text:
        return []
    return [] if read.startswith(url) else [f"url {read!r}, not {url!r}"]


def wrong_origin(case: str, found: tuple[Reading, ...]) -> list[str]:
    text, origin = cases()[case]["console_text"], cases()[case].get("page_origin") or ""
    if not re.search(rf"[Oo]rigin\s+['\[]*{re.escape(origin)}\b", text) or "://" not in origin:
        return []
    origins = [reading.origin for reading in found]
    return [] if origin in origins else [f"origin {origins}, not {origin!r}"]


def test_every_text_is_labelled() -> None:
    assert sorted(EXPECTED) == sorted(cases())


@each_row("case", sorted(cases()))
def test_a_pasted_text_is_read(case: str) -> None:
    assert faults(case) == []


def test_how_many_are_understood() -> None:
    """Texts that are nobody's console line are rightly not understood, and count against the number all the same."""
    understood = [case for case in cases() if not faults(case) and EXPECTED[case] != "not a browser's words"]
    share = len(understood) / len(cases())
    print(f"{len(understood)} of {len(cases())} pasted texts are read, {100 * share:.1f} %")
    assert share >= 0.95


def test_no_rule_names_a_host_of_the_corpus() -> None:
    """A rule for one text's own host would read that text and no other."""
    folder = Path(__file__).parents[2] / "cors_tui" / "browsers"
    rules = "\n".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.py"))
    hosts = {host for each in cases().values() for host in re.findall(r"://([\w.-]+\.[a-z]{2,})", each["console_text"])}
    own = {
        "chromestatus.com",
        "www.chromestatus.com",
        "github.com",
    }  # links in our own docstrings and in a console line
    assert {host for host in hosts - own if host in rules} == set()
