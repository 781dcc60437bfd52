"""One fault of a policy: where, why, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """`place` is the policy's field, `value` what stands there, `why` what is wrong with it, `instead` what to write.

    `proof` is an origin that a stranger can register and that the value would let in, "" where that is not the matter.
    A fault that is not `grave` is worth knowing, and the policy may become code all the same.
    """

    code: str
    place: str
    value: str
    why: str
    instead: str
    proof: str = ""
    grave: bool = True

    @property
    def sentence(self) -> str:
        """All of it in one sentence on one line."""
        proof = f" (it lets in {self.proof})" if self.proof else ""
        return f"{self.place} `{one_line(self.value)}`: {self.why}{proof}; {one_line(self.instead)}."


def one_line(text: str) -> str:
    """`text` with every character that does not print written as an escape."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
