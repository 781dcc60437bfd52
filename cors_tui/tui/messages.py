"""What workers and widgets tell the screen. A worker posts these and touches nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:  # the first screen posts some of these, and must not wait for what the others carry
    from cors_tui.session.asking import Progress
    from cors_tui.tui.clipboard import Copied
    from cors_tui.tui.pasting import Pasted


class Answered(Message):
    """A person answered the question called `question`: what is typed or chosen so far."""

    def __init__(self, question: str, answer: str) -> None:
        super().__init__()
        self.question = question
        self.answer = answer


class Left(Message):
    """A person pressed Enter in a field: on to the next one."""


class Progressed(Message):
    """A probe came a step further. A later one of the same run replaces it."""

    def __init__(self, progress: Progress, run: int) -> None:
        super().__init__()
        self.progress = progress
        self.run = run


class Finished(Message):
    """The run with this number has ended."""

    def __init__(self, run: int) -> None:
        super().__init__()
        self.run = run


class Watching(Message):
    """The watch: a new round begins (`says` tells what it waits for)."""

    def __init__(self, says: str, run: int) -> None:
        super().__init__()
        self.says = says
        self.run = run


class PolicyEdited(Message):
    """A field of the policy editor was changed to `text`."""

    def __init__(self, field: str, text: str) -> None:
        super().__init__()
        self.field = field
        self.text = text


class WholeWanted(Message):
    """A person wants to see everything uncut."""


class CopyDone(Message):
    """A copy has ended, one way or another."""

    def __init__(self, copied: Copied) -> None:
        super().__init__()
        self.copied = copied


class PasteRead(Message):
    """A paste was read."""

    def __init__(self, pasted: Pasted) -> None:
        super().__init__()
        self.pasted = pasted


class RealAsked(Message):
    """Real browsers were asked; `says` is what they did, for people."""

    def __init__(self, says: str) -> None:
        super().__init__()
        self.says = says
