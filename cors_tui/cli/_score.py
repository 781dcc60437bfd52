"""How far our judgement agrees with a recorded truth: per engine, and by kind of refusal."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any, TextIO, cast

ASPECTS = ("verdict", "headers", "requests", "console")
"""What is compared: how it ends and what its type is; what script sees; what is sent; what the console says."""

_NAMED = ("origin", "access-control-request-method", "access-control-request-headers")
_ENDED = ("resolved", "rejected")


@dataclass(slots=True)
class Score:
    """Counts of one engine: compared cases, and agreeing ones by aspect; the same by kind of refusal."""

    engine: str
    cases: int = 0
    agree: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    kinds_agree: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)

    def count(self, ours: dict[str, Any], theirs: dict[str, Any]) -> None:
        """Compare one case; one that the recording did not bring to an end is not counted."""
        if theirs.get("outcome") not in _ENDED:
            return
        differing = tuple(aspect for aspect in ASPECTS if _shown(aspect, ours) != _shown(aspect, theirs))
        kind = ours["refusal"] or "resolved"
        self.cases += 1
        self.kinds[kind] += 1
        self.kinds_agree[kind] += not differing
        self.agree.update(aspect for aspect in ASPECTS if aspect not in differing)
        if differing:
            self.wrong.append((str(theirs.get("id")), differing))


def truth_lines(folder: Path, name: str) -> Iterator[str]:
    """The lines of ``NAME.jsonl`` or ``NAME.jsonl.gz`` in a folder of recordings.

    Raises `FileNotFoundError` when the folder has neither.
    """
    packed, plain = folder / f"{name}.jsonl.gz", folder / f"{name}.jsonl"
    if packed.exists():
        with gzip.open(packed, "rt", encoding="utf-8") as lines:
            yield from cast(TextIO, lines)
    else:
        with plain.open(encoding="utf-8") as lines:
            yield from lines


def truth_records(folder: Path, engine: str) -> dict[str, dict[str, Any]]:
    """What an engine did, by the case's id."""
    found = (json.loads(line) for line in truth_lines(folder, engine))
    return {record["id"]: record for record in found}


def table(scores: list[Score]) -> str:
    """The agreement as text: one row an engine, then one row a kind of refusal."""
    rows = [f"{'':<28}{'cases':>7}" + "".join(f"{aspect:>10}" for aspect in ASPECTS)]
    rows += [
        f"{score.engine:<28}{score.cases:>7}" + "".join(f"{_share(score.agree[a], score.cases):>10}" for a in ASPECTS)
        for score in scores
    ]
    kinds = sorted({kind for score in scores for kind in score.kinds})
    rows += ["", f"{'everything agrees, by kind':<28}" + "".join(f"{score.engine:>18}" for score in scores)]
    rows += [f"{kind:<28}" + "".join(f"{_fraction(score, kind):>18}" for score in scores) for kind in kinds]
    return "\n".join(rows)


def disagreements(scores: list[Score]) -> str:
    """One line for each case that is not matched: engine, case, what differs."""
    return "\n".join(
        f"{score.engine} {case}: {', '.join(aspects)}" for score in scores for case, aspects in score.wrong
    )


def _share(count: int, total: int) -> str:
    return f"{100 * count / total:.2f} %" if total else "-"


def _fraction(score: Score, kind: str) -> str:
    return f"{score.kinds_agree[kind]} of {score.kinds[kind]}" if score.kinds[kind] else "-"


def _shown(aspect: str, record: dict[str, Any]) -> object:
    if aspect == "verdict":
        return record["resolved"], record.get("type"), record["allowed"]
    if aspect == "headers":
        return record.get("headers_visible")
    if aspect == "console":
        return [(line["text"], line["source"], line["level"]) for line in record["console"]]
    # How often an engine tries again is chance: equal requests in a row count once.
    return [first for first, _ in groupby(_request(request) for request in record["requests"])]


def _request(request: dict[str, Any]) -> tuple[object, ...]:
    headers = {name.lower(): value for name, value in request["headers"]}
    return (request["role"], request["method"], request["target"], *(headers.get(name) for name in _NAMED))
