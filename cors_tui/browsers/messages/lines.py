"""What the writers of all engines share: the line of a shape, the page, the failing hop."""

from __future__ import annotations

from dataclasses import replace

from cors_tui.browsers.browser import ConsoleLine
from cors_tui.browsers.messages.template import Template
from cors_tui.standards.csp import csp_failure
from cors_tui.standards.redirect import is_redirect
from cors_tui.standards.request import Request
from cors_tui.standards.response import NetworkError, NetworkFailure, Response
from cors_tui.standards.url import parse_url
from cors_tui.standards.verdict import Failure

CONSTRUCTOR = "new Request("
"""How the step of a failure begins that script is told of by an exception, without a console line."""


def line(template: Template, **slots: object) -> ConsoleLine:
    """A shape that is a whole line, with its slots filled."""
    return ConsoleLine(template.fill(**slots).rstrip(" "), template.source, template.level)


def page_origin(request: Request) -> str:
    """The page's origin, serialized: engines name it, not the origin that was sent."""
    return str(request.page.origin)


def page_url(request: Request) -> str:
    return request.page.url.without_fragment if request.page.url else page_origin(request)


def against_policy(written: str, redirected_from: str, request: Request) -> Failure | None:
    """What the page's own policy has against a URL that is refused for something else as well."""
    url = parse_url(written) or parse_url(written.replace("%20", "-"))  # no URL, but some engines take it for one
    broken = csp_failure(request, url, 1 if redirected_from else 0) if url else None
    return replace(broken, url=written, redirected_from=redirected_from) if broken else None


def redirect_target(failure: Failure) -> str | None:
    """The Location of the answer that was judged, as it stands; None when that is no redirect."""
    answer = failure.answer
    if not isinstance(answer, Response) or not is_redirect(answer):
        return None
    return answer.headers.get("location")


def prints_nothing(failure: Failure) -> bool:
    """Whether the console is silent: script learns of it by an exception of its own call, or the browser waits on."""
    answer = failure.answer
    waits = isinstance(answer, NetworkError) and answer.failure is NetworkFailure.NO_ANSWER_YET
    return waits or failure.step.algorithm.startswith(CONSTRUCTOR)
