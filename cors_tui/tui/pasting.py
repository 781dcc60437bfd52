"""What was pasted: read, looked at, corrected, and what it does to the case. Pure, but for a file that is read on a
person's word. Nothing in a paste is run, fetched or followed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from cors_tui.case import Call, Case
from cors_tui.diagnosis.answering import Answer, Asked, next_question, ranked, settled
from cors_tui.diagnosis.hypotheses import Hypothesis
from cors_tui.inputs.fault import Fault
from cors_tui.inputs.faults import faults
from cors_tui.inputs.file_path import file_in, path_in, read_file
from cors_tui.inputs.reader import UNKNOWN, Understood
from cors_tui.inputs.reading import onto_case, read_input
from cors_tui.session.told import KINDS, Told, corrected, read_as, told

_DROPPED = frozenset({".har", ".gz", ".http", ".rest", ".txt", ".log", ".json", ".js", ".ts", ".sh", ".ps1"})
_LINE_END = re.compile(r"\r\n?")
_BRIEF = 120
"""Characters of the guide's last line but one."""

_NOTHING = Told(None, None, ())


@dataclass(frozen=True, slots=True)
class Pasted:
    """A text and what it was understood as, as it stands after the person's corrections.

    `text` is the paste as it came; `inside` what was read (another text, where it named a file). `path` names a file
    that was not opened yet. `which` numbers the case that is looked at; `at` the likely cause; `answers` holds what
    the person said of the likely causes (by name), and `asking` is true while they are asked.
    """

    text: str
    inside: str
    understood: Understood
    cases: tuple[Told, ...] = ()
    path: Path | None = None
    which: int = 0
    at: int = 0
    answers: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    asking: bool = False

    @property
    def one(self) -> Told:
        """The case that is looked at."""
        return self.cases[self.which] if self.which < len(self.cases) else _NOTHING

    @property
    def found(self) -> tuple[Hypothesis, ...]:
        """Its likely causes, in the light of the answers."""
        return ranked(self.one.found, self.answers)

    @property
    def question(self) -> Asked | None:
        """What the person is asked now."""
        return next_question(self.one.found, self.answers) if self.asking else None

    @property
    def settled(self) -> Hypothesis | None:
        """The cause that the person confirmed."""
        return settled(self.one.found, self.answers)

    @property
    def is_understood(self) -> bool:
        return self.understood.kind != UNKNOWN

    @property
    def pointed(self) -> Hypothesis | None:
        """The cause that was confirmed, or else the one that is looked at."""
        found = self.found
        return self.settled or (found[min(self.at, len(found) - 1)] if found else None)

    @property
    def can_be_probed(self) -> bool:
        return self.one.call is not None and bool(self.one.call.url)

    @property
    def wants_a_look(self) -> bool:
        """Whether there is something to choose, to correct or to learn before the guide goes on."""
        if not self.is_understood or self.path or len(self.cases) != 1 or self.one.found:
            return True
        call = self.one.call
        return self.understood.kind in ("console", "har") or call is None or any(f.is_error for f in _url_faults(call))

    def choosing(self, which: int) -> Pasted:
        """Looking at another case; what was answered belongs to the one before."""
        if not self.cases or which % len(self.cases) == self.which:
            return self
        return replace(self, which=which % len(self.cases), at=0, answers=MappingProxyType({}), asking=False)

    def pointing(self, by: int) -> Pasted:
        """Looking at another likely cause."""
        count = len(self.found)
        return replace(self, at=(min(self.at, count - 1) + by) % count) if count else self

    def toggling(self) -> Pasted:
        """Asking the person, or no longer."""
        return replace(self, asking=not self.asking and bool(self.one.found))

    def answering(self, answer: Answer) -> Pasted:
        """What the person says to the question that is asked."""
        asked = self.question
        if asked is None:
            return self
        return replace(self, answers=MappingProxyType({**self.answers, asked.cause: answer}), at=0)

    def unanswering(self) -> Pasted:
        """The latest answer taken back; without one the asking ends."""
        if not self.answers:
            return replace(self, asking=False)
        return replace(self, answers=MappingProxyType(dict(list(self.answers.items())[:-1])), asking=True)

    def correcting(self, field_name: str, typed: str) -> Pasted:
        """A field of the case as the person says it is: url, origin, method, status or browser."""
        call, reading = self.one.call or Call(), self.one.reading
        if field_name == "url":
            call = replace(call, url=typed.strip())
        elif field_name == "origin":
            call = replace(call, origin=typed.strip())
        elif field_name == "method":
            call = replace(call, method=typed.strip())
        elif reading is not None and field_name == "browser":
            reading = replace(reading, engine=typed)
        elif reading is not None and field_name == "status":
            digits = typed.strip()
            reading = replace(reading, status=int(digits) if digits.isascii() and digits.isdigit() else None)
        if (call, reading) == (self.one.call or Call(), self.one.reading):
            return self
        now = corrected(self.inside, self.one, call, reading)
        cases = (*self.cases[: self.which], now, *self.cases[self.which + 1 :])
        return replace(self, cases=cases, at=0)


def read_paste(text: str, *, typed: bool = False) -> Pasted:
    """What `text` is understood as. The name of a file is opened where it was `typed`, only noted where it was pasted.

    Takes time in proportion to the text's (or the file's) length: call it off the UI thread.
    """
    text = _LINE_END.sub("\n", text)  # a terminal hands line ends over as carriage returns
    path = file_in(text) if typed else None
    if path is not None:
        return read_path(text, path)
    named = path_in(text)
    understood = read_input(text)
    if named is not None and named.suffix.lower() in _DROPPED and not _is_called(understood):
        return Pasted(text, text, Understood(UNKNOWN), path=named)
    return _looked_at(Pasted(text, text, understood, told(text, understood)))


def read_path(text: str, path: Path) -> Pasted:
    """The file at `path`, which `text` named, read on the person's word."""
    inside, understood = read_file(path.expanduser())
    return _looked_at(Pasted(text, inside, understood, told(inside, understood)))


def of_call(call: Call) -> Pasted:
    """A request that was typed into the guide, looked at as if its URL had been pasted."""
    return Pasted(call.url, call.url, Understood("url", (call,)), (corrected(call.url, _NOTHING, call, None),))


def _looked_at(pasted: Pasted) -> Pasted:
    """Where no URL is told nothing can be probed: the person is asked at once."""
    return pasted if pasted.can_be_probed else pasted.toggling()


def reread(pasted: Pasted, kind: str) -> Pasted:
    """The same text, read as the kind that the person says it is."""
    understood = read_as(pasted.inside, kind)
    if understood.kind == UNKNOWN:
        says = f"Nothing of the kind “{KINDS.get(kind, kind)}” was found in the text."
        return Pasted(pasted.text, pasted.inside, Understood(UNKNOWN, missed=(says,)), path=pasted.path)
    return _looked_at(Pasted(pasted.text, pasted.inside, understood, told(pasted.inside, understood), pasted.path))


def summary(pasted: Pasted) -> str:
    """What was understood of it, and what was not, as sentences."""
    if pasted.path is not None and not pasted.is_understood:
        return f"This names a file: {pasted.path}. It was not opened."
    understood = pasted.understood
    if not pasted.is_understood and pasted.one.found:
        return "No request and no browser's line was found in the text; its words alone hint at what it may be."
    kind = f"Understood: {KINDS.get(understood.kind, understood.kind)}."
    said = understood.says or ((kind,) if pasted.is_understood else ())
    return " ".join((*said, *understood.missed))


def brief(sentences: str) -> str:
    """As many of the sentences as a line takes; the key that shows them all where there are more."""
    if len(sentences) <= _BRIEF:
        return sentences
    end = sentences.rfind(". ", 0, _BRIEF) + 1
    return f"{sentences[:end] or sentences[:_BRIEF] + '…'} (u: all of it)"


def fault_sentences(pasted: Pasted) -> tuple[str, ...]:
    """What is wrong with the call by its shape alone."""
    return tuple(fault.sentence for fault in faults(pasted.one.call)) if pasted.one.call else ()


def suggestion(pasted: Pasted) -> tuple[str, str]:
    """The field that can be mended at a stroke, and what it would hold; empty texts where none can."""
    call = pasted.one.call
    offered = (f for f in faults(call) if f.suggestion and f.field in ("url", "origin", "method")) if call else ()
    return next(((fault.field, fault.suggestion) for fault in offered), ("", ""))


def _url_faults(call: Call) -> tuple[Fault, ...]:
    return tuple(fault for fault in faults(call) if fault.field == "url")


def onto(case: Case, pasted: Pasted) -> Case:
    """`case` with the call that is looked at. What the text does not say stays as the person had it."""
    call = pasted.one.call
    calls = (call,) if call is not None and call.url else ()
    found = onto_case(case, pasted.text, replace(pasted.understood, calls=calls), 0)
    return replace(found, pasted=_kept(case, pasted.text))


def keeping(case: Case, pasted: Pasted) -> Case:
    """`case` with the text kept, and nothing else changed."""
    return replace(case, pasted=_kept(case, pasted.text))


def _kept(case: Case, text: str) -> tuple[str, ...]:
    return case.pasted if case.pasted[-1:] == (text,) else (*case.pasted, text)


def _is_called(understood: Understood) -> bool:
    """Whether a browser could call what was understood: then it is no file."""
    return any("://" in call.url for call in understood.calls)
