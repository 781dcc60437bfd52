"""How often the true group of causes is among the hypotheses, over every pasted text whose cause was found in the end.

Run with ``-s`` for the table of confusions. The rules were written with these texts in sight; the figures of texts that
nobody saw are lower.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

from cors_tui.browsers.reading import read_console
from cors_tui.diagnosis.hypotheses import TAXONOMY, hypotheses
from cors_tui.inputs.reading import read_input
from tests.corpus.test_reading import cases

FIRST, AMONG_THREE, UNDERSTOOD = 0.55, 0.80, 0.95


@cache
def groups(case: str) -> tuple[str, ...]:
    """The groups of a case's hypotheses, the likeliest first."""
    text = cases()[case]["console_text"]
    return tuple(each.group for each in hypotheses(text, next(iter(read_console(text)), None)))


def true_group(case: str) -> str:
    return cases()[case]["taxonomy_group"]


def table() -> str:
    """A line for each pair of true and first group, with the cases behind the wrong ones."""
    pairs: dict[tuple[str, str], list[str]] = {}
    for case in cases():
        pairs.setdefault((true_group(case), next(iter(groups(case)), "-")), []).append(case)
    lines = [f"{'true':<26} {'first':<26} cases"]
    for (true, got), named in sorted(pairs.items()):
        wrong = "" if true == got else f"  {' '.join(named)}"
        lines.append(f"{true[:25]:<26} {got[:25]:<26} {len(named):>3}{wrong}")
    return "\n".join(lines)


def test_the_true_group_is_among_the_hypotheses() -> None:
    first = sum(groups(case)[:1] == (true_group(case),) for case in cases()) / len(cases())
    three = sum(true_group(case) in groups(case)[:3] for case in cases()) / len(cases())
    print(f"\n{table()}\nfirst {100 * first:.1f} %, among three {100 * three:.1f} % of {len(cases())}")
    assert first >= FIRST
    assert three >= AMONG_THREE


def test_the_kind_is_understood() -> None:
    kinds = Counter(read_input(each["console_text"]).kind for each in cases().values())
    print(kinds)
    assert kinds["console"] / len(cases()) >= UNDERSTOOD


def test_the_names_of_groups_are_the_public_ones() -> None:
    assert {true_group(case) for case in cases()} - set(TAXONOMY.values()) <= {"S3 region/endpoint redirect"}


def test_no_rule_names_a_host_of_the_corpus() -> None:
    """A rule for one text's own host would know that text and no other."""
    folder = Path(__file__).parents[2] / "cors_tui" / "diagnosis"
    paths = [*(folder / "text_rules").glob("*.py"), folder / "hypotheses.py"]
    rules = "\n".join(path.read_text(encoding="utf-8") for path in paths).replace("\\", "")
    hosts = {host for each in cases().values() for host in re.findall(r"://([\w.-]+\.[a-z]{2,})", str(each))}
    assert {host for host in hosts if host in rules} == set()
