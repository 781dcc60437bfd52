"""In which modes an initiator can ask and with which credentials: what the author of a page can choose.

An element without a ``crossorigin`` attribute asks without CORS and with credentials; with one it asks with CORS.
https://html.spec.whatwg.org/#cors-settings-attribute
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from cors_tui.standards.request import CredentialsMode, Initiator, Mode

Choice = TypeVar("Choice", Mode, CredentialsMode)

_TAKE_CROSSORIGIN = (Initiator.SCRIPT, Initiator.STYLESHEET, Initiator.IMAGE)
_TAKE_NO_CREDENTIALS_MODE = (Initiator.IMPORT, Initiator.FONT)


def modes(initiator: Initiator) -> tuple[Mode, ...]:
    """The modes it can ask in, first the one it has by itself.

    https://html.spec.whatwg.org/#create-a-potential-cors-request for elements,
    https://html.spec.whatwg.org/#fetch-a-single-module-script, https://xhr.spec.whatwg.org/#the-send()-method,
    https://html.spec.whatwg.org/#dom-eventsource and https://drafts.csswg.org/css-fonts/#font-fetching-requirements
    """
    if initiator is Initiator.FETCH:
        return Mode.CORS, Mode.NO_CORS, Mode.SAME_ORIGIN
    return (Mode.NO_CORS, Mode.CORS) if initiator in _TAKE_CROSSORIGIN else (Mode.CORS,)


def credentials_modes(initiator: Initiator, mode: Mode) -> tuple[CredentialsMode, ...]:
    """The credentials modes it can ask with in `mode`, first the one it has by itself.

    `withCredentials` and `crossorigin` know no omit; a font and ``import()`` of a classic script take nothing at all.
    """
    if initiator is Initiator.FETCH:
        return CredentialsMode.SAME_ORIGIN, CredentialsMode.INCLUDE, CredentialsMode.OMIT
    if initiator in _TAKE_NO_CREDENTIALS_MODE:
        return (CredentialsMode.SAME_ORIGIN,)
    if initiator in _TAKE_CROSSORIGIN and mode is Mode.NO_CORS:
        return (CredentialsMode.INCLUDE,)
    return CredentialsMode.SAME_ORIGIN, CredentialsMode.INCLUDE


def by_crossorigin(initiator: Initiator, value: str | None) -> tuple[Mode, CredentialsMode]:
    """What an element's ``crossorigin`` attribute means; None where it has none.

    https://html.spec.whatwg.org/#create-a-potential-cors-request
    """
    mode = modes(initiator)[0] if value is None else Mode.CORS
    written = CredentialsMode.INCLUDE if (value or "").lower() == "use-credentials" else CredentialsMode.SAME_ORIGIN
    return mode, chosen(written, credentials_modes(initiator, mode))


def chosen(written: Choice, possible: Sequence[Choice]) -> Choice:
    """What is meant by `written`: itself where it can be chosen, else what the initiator has by itself."""
    return written if written in possible else possible[0]


def is_written_by_author(initiator: Initiator) -> bool:
    """Whether the page's author chooses method, headers and body; everything else asks with a plain GET."""
    return initiator in (Initiator.FETCH, Initiator.XHR)
