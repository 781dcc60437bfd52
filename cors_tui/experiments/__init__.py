"""The experiments: what can be asked of a server beyond the person's own request, as data.

Only GET, HEAD and OPTIONS, but for the one that needs an explicit yes.
"""

from cors_tui.experiments.body import OVERSIZED_BODY
from cors_tui.experiments.caches import A_NONE_B, NONE_FIRST, PAST_THE_CACHE, TWICE
from cors_tui.experiments.making import own_origin
from cors_tui.experiments.origins import NULL_ORIGIN, SECOND_ORIGIN, STRANGER_ORIGIN, WITHOUT_ORIGIN, twin_origins
from cors_tui.experiments.places import (
    DIRECT,
    HTTP_INSTEAD,
    HTTPS_INSTEAD,
    LOCALHOST_ADDRESSES,
    MISSING_PATH,
    SLASH_VARIANT,
    WWW_VARIANT,
)
from cors_tui.experiments.query import EXTRA_QUERY, OWN_AGAIN, query_changes_answer
from cors_tui.experiments.requests import FEWER_HEADERS, HEAD, PLAIN_OPTIONS, WITHOUT_AUTHORIZATION

ALL = (
    *(EXTRA_QUERY, OWN_AGAIN),
    *(DIRECT, WITHOUT_ORIGIN, STRANGER_ORIGIN, SECOND_ORIGIN, NULL_ORIGIN),
    *(PAST_THE_CACHE, TWICE, A_NONE_B, NONE_FIRST),
    *(MISSING_PATH, WITHOUT_AUTHORIZATION, PLAIN_OPTIONS, FEWER_HEADERS, HEAD),
    *(HTTPS_INSTEAD, HTTP_INSTEAD, SLASH_VARIANT, WWW_VARIANT, LOCALHOST_ADDRESSES),
    OVERSIZED_BODY,
)
"""Every experiment, the most telling first."""

__all__ = [
    "ALL",
    "A_NONE_B",
    "DIRECT",
    "EXTRA_QUERY",
    "FEWER_HEADERS",
    "HEAD",
    "HTTPS_INSTEAD",
    "HTTP_INSTEAD",
    "LOCALHOST_ADDRESSES",
    "MISSING_PATH",
    "NONE_FIRST",
    "NULL_ORIGIN",
    "OVERSIZED_BODY",
    "OWN_AGAIN",
    "PAST_THE_CACHE",
    "PLAIN_OPTIONS",
    "SECOND_ORIGIN",
    "SLASH_VARIANT",
    "STRANGER_ORIGIN",
    "TWICE",
    "WITHOUT_AUTHORIZATION",
    "WITHOUT_ORIGIN",
    "WWW_VARIANT",
    "own_origin",
    "query_changes_answer",
    "twin_origins",
]
