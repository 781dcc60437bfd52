"""The methods that a runtime's own HTTP parser reads. Any other it answers itself, before a middleware sees it.

Sent one by one to each of the runtimes in `cors_tui/fixes/versions.py`.
"""

from __future__ import annotations

from collections.abc import Callable

from cors_tui.fixes.fault import Fault
from cors_tui.fixes.grants import listed_methods
from cors_tui.fixes.name_faults import method_faults
from cors_tui.policy import CorsPolicy

WILDCARD = "*"

_SHARED = frozenset(
    {
        *("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "QUERY", "PURGE", "SEARCH", "NOTIFY"),
        *("ACL", "CHECKOUT", "COPY", "LOCK", "MERGE", "MKACTIVITY", "MKCOL", "MOVE", "PROPFIND", "PROPPATCH"),
        *("REPORT", "SUBSCRIBE", "UNLOCK", "UNSUBSCRIBE"),
    }
)
NODE = _SHARED | {"BIND", "LINK", "M-SEARCH", "MKCALENDAR", "REBIND", "SOURCE", "UNBIND", "UNLINK"}
"""https://nodejs.org/api/http.html#httpmethods, less what no page can send"""

WORKERS = _SHARED | {"MSEARCH"}
"""https://github.com/capnproto/capnproto/blob/v2/c%2B%2B/src/kj/compat/http.h"""


def unread_methods(policy: CorsPolicy, runtime: str, reads: Callable[[str], bool], says: int) -> tuple[Fault, ...]:
    """A grave fault for each method, faultless otherwise, that `runtime` does not read: it answers `says` to it."""
    faulty = {fault.value for fault in method_faults(policy.methods, credentials=policy.credentials)}
    why = f"{runtime} reads no such method: it answers {says} itself, and no CORS header can stand there"
    return tuple(
        Fault("unread-method", "methods", method, why, "name another method, such as POST")
        for method in listed_methods(policy)
        if method not in faulty and method != WILDCARD and not reads(method)
    )


def node_limits(policy: CorsPolicy) -> tuple[Fault, ...]:
    """What no framework on Node can do."""
    return unread_methods(policy, "Node", NODE.__contains__, 400)


def workers_limits(policy: CorsPolicy) -> tuple[Fault, ...]:
    """What no program on Workers can do."""
    return unread_methods(policy, "workerd", WORKERS.__contains__, 501)
