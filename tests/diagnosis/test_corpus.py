"""Public cases, their evidence written down as exchanges: the true group of causes comes first in nine of ten.

Each line of the evidence names its case, the group that was found to be the cause, and what a server answered. Run with
``-s`` for the table of confusions.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from cors_tui import experiments
from cors_tui.case import Call
from cors_tui.diagnosis.cause import Facts, Group
from cors_tui.diagnosis.diagnose import diagnose
from cors_tui.diagnosis.examples import facts, header_list
from cors_tui.standards.request import CredentialsMode
from cors_tui.standards.response import Answer, NetworkError, NetworkFailure, Response
from tests.rows import each_row

LINES = (Path(__file__).parent / "corpus_evidence.jsonl").read_text(encoding="utf-8").splitlines()
CASES: dict[str, dict[str, Any]] = {case["id"]: case for case in map(json.loads, LINES)}
EXPERIMENTS = {each.name: each for each in experiments.ALL}
WANTED_SHARE = 0.9


def _answer(written: dict[str, Any]) -> Answer:
    if "failure" in written:
        return NetworkError(NetworkFailure[written["failure"]], written["detail"])
    return Response(
        written["status"],
        header_list(*written["headers"]),
        reason=written.get("reason", ""),
        body=written.get("body", ""),
    )


def _call(written: dict[str, Any]) -> Call:
    mode = CredentialsMode.INCLUDE if written["cookies"] else CredentialsMode.SAME_ORIGIN
    return Call(
        url=written["url"],
        origin=written["origin"],
        method=written["method"],
        headers=header_list(*written["headers"]),
        body=written["body"],
        credentials=mode,
    )


def evidence(case: dict[str, Any]) -> Facts:
    """The facts of one line."""
    seen = {EXPERIMENTS[name]: [_answer(each) for each in got] for name, got in case["experiments"].items()}
    return facts(
        _call(case["call"]),
        preflight=_answer(case["preflight"]) if case["preflight"] else None,
        actual=[_answer(each) for each in case["actual"]],
        pasted=case["pasted"],
        answers=case["answers"],
        experiments=seen,
    )


def found_first(case: dict[str, Any]) -> tuple[str, str]:
    """The group and the cause of the first finding; two dashes for none."""
    findings = diagnose(evidence(case)).findings
    return (findings[0].group.name, findings[0].cause) if findings else ("-", "-")


def table(results: dict[str, tuple[str, str]]) -> str:
    """The confusions, a line for each pair of true and found group, and the cases behind the wrong ones."""
    pairs = Counter((CASES[name]["group"], group) for name, (group, _) in results.items())
    lines = [f"{'true':<16} {'found first':<16} cases"]
    for (true, got), many in sorted(pairs.items()):
        wrong = [f"{n} ({results[n][1]})" for n in results if (CASES[n]["group"], results[n][0]) == (true, got)]
        lines.append(f"{true:<16} {got:<16} {many:>3}" + ("" if true == got else f"  {', '.join(wrong)}"))
    return "\n".join(lines)


def test_the_true_group_comes_first_in_nine_of_ten() -> None:
    results = {name: found_first(case) for name, case in CASES.items()}
    right = sum(CASES[name]["group"] == group for name, (group, _) in results.items())
    print(f"\n{table(results)}\n{right} of {len(results)} right")
    assert right / len(results) >= WANTED_SHARE


@each_row("name", [n for n, c in CASES.items() if not Group[c["group"]].is_cors])
def test_what_is_not_cors_is_not_called_cors(name: str) -> None:
    """Whatever the group: a case where the configuration was not what had to change is never proven to be CORS."""
    diagnosis = diagnose(evidence(CASES[name]))
    assert not (diagnosis.is_cors and name not in DISPUTED)


BELOW_CORS = {Group.NETWORK, Group.MIXED_CONTENT, Group.LOCAL_NETWORK, Group.BLOCKER, Group.NOT_CORS}
"""Groups in which no answer of a server's CORS code was ever looked at."""


@each_row("name", [n for n, c in CASES.items() if Group[c["group"]] in BELOW_CORS])
def test_what_fails_below_cors_says_so_in_its_first_sentence(name: str) -> None:
    assert diagnose(evidence(CASES[name])).headline.startswith(("Not CORS: ", "Perhaps not CORS: "))


DISPUTED = {"C198": "a gateway whose list lacks a header looks like every server whose list lacks it"}
"""Cases whose evidence alone does not tell, and why."""
