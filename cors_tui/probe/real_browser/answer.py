"""What a real browser did with a call, or why it could not be asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from cors_tui.standards.header_list import HeaderList, HeaderPair
from cors_tui.standards.request import Role


class Ending(Enum):
    """How the call ended for script: an element resolves with its load event and is rejected with its error event.

    `TIMEOUT`: neither within the deadline (it may ask).
    """

    RESOLVED = "resolved"
    REJECTED = "rejected"
    TIMEOUT = "timeout"


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line the browser's console showed; `source` and `level` are the browser's own names."""

    text: str
    source: str
    level: str


@dataclass(frozen=True, slots=True)
class SentRequest:
    """One request the browser put on the wire, as its own network events tell it.

    `headers` are those really sent (latin-1 text), in the order of the events, which need not be that of the wire.
    `status` is the answer's, None when there was none.
    """

    role: Role
    method: str
    url: str
    headers: HeaderList = field(default_factory=HeaderList)
    status: int | None = None


@dataclass(frozen=True, slots=True)
class RealAnswer:
    """What the browser did.

    `browser` is the name asked for and `version` the browser's own words for itself. `page` is the page's
    ``location.origin`` as the browser gave it. `type`, `status`, `url`, `redirected` and `visible_headers` (lower-case,
    sorted) are what script saw, empty when rejected; `message` is then the error script saw. Of what is loaded (not
    asked for by fetch or XMLHttpRequest) script sees no answer: `type` is script, module, link, img, font or
    eventsource, and `status` None. `notes` are sentences for people: how this question differed from an ordinary visit.
    """

    browser: str
    version: str
    page: str
    ending: Ending
    type: str = ""
    status: int | None = None
    redirected: bool = False
    url: str = ""
    visible_headers: tuple[str, ...] = ()
    message: str = ""
    console: tuple[PrintedLine, ...] = ()
    requests: tuple[SentRequest, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def allowed(self) -> bool:
        """Resolved: what the verdict ALLOWED means. A same-origin or opaque answer and one that loads are not blocked,
        whether or not script can read them."""
        return self.ending is Ending.RESOLVED


class Obstacle(Enum):
    """Why a real browser could not be asked."""

    UNKNOWN_BROWSER = "unknown-browser"
    NOT_INSTALLED = "not-installed"
    EXTRA_MISSING = "extra-missing"
    NEEDS_CONSENT = "needs-consent"
    CANNOT_ASK = "cannot-ask"
    DID_NOT_START = "did-not-start"
    NO_PAGE = "no-page"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class NotAvailable:
    """No answer: which obstacle, and one sentence that says what to do about it."""

    obstacle: Obstacle
    reason: str


@dataclass(frozen=True, slots=True)
class Question:
    """The call as the page's script takes it, and the page it stands on.

    `page_url` is where the blank page stands (its path is ``/``); `sandboxed` makes its origin opaque. `script` is the
    JavaScript expression that runs the call; it gives a promise of JSON text. `headers` are what the person's own page
    came with, besides those that a blank page has.
    """

    page_url: str
    sandboxed: bool
    script: str
    expected_origin: str
    headers: tuple[HeaderPair, ...] = ()


@dataclass(frozen=True, slots=True)
class Heard:
    """What one protocol brought back: the script's JSON text, the page's origin, the console and the requests."""

    version: str
    page: str
    result: str
    console: tuple[PrintedLine, ...]
    requests: tuple[SentRequest, ...]
