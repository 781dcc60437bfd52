"""Experiments: what is sent beyond the person's own request, and why.

A cause names the experiments it needs; the session sends each (or each sequence) once and hands the exchanges back by
name.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace

from cors_tui.case import Case
from cors_tui.standards.request import WireRequest
from cors_tui.standards.url import Url, parse_url

STRANGER = "https://stranger.invalid"
"""The origin of a page that no policy names."""


@dataclass(frozen=True, slots=True)
class Experiment:
    """One experiment. `asks` says in one phrase what is asked and why (shown while it runs, after "asking").

    `plan` makes its requests, in order, from the case; an empty tuple means it does not apply. `in_order`: the requests
    are a sequence, sent one after the other with nothing else in between. `direct`: it goes to the origin server's own
    address (`Case.answers["origin-server"]`) instead of through the edge. `consent` names the yes it needs in
    `Case.consents` ("" for none); only with one may it send an unsafe method. `compares`: its answers count beside that
    to the person's own request, and prove nothing where an extra query value alone changes the answer.
    """

    name: str
    asks: str
    plan: Callable[[Case], tuple[WireRequest, ...]]
    in_order: bool = False
    direct: bool = False
    consent: str = ""
    compares: bool = True


def with_fresh_query(url: Url, token: str | None = None) -> Url:
    """`url` with one query parameter more, so that no shared cache stores the answer under the real URL.

    `token` is shared within one sequence; a fresh one is made when it is None.
    """
    mark = f"cors-tui={token or secrets.token_hex(6)}"
    joined = f"{url.query}&{mark}" if url.query not in ("", "?") else f"?{mark}"
    bare = url.without_fragment.removesuffix(url.query).removesuffix("?")
    fresh = parse_url(f"{bare}{joined}")
    return fresh or replace(url, query=joined)
