"""What the writers of all engines share: the line of a shape, the page, the failing hop."""

from __future__ import annotations

from cors_tui.browsers.browser import ConsoleLine
from cors_tui.browsers.messages.template import Template
from cors_tui.standards.request import Request
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


def told_by_exception(failure: Failure) -> bool:
    """Whether script learns of it by an exception of its own call, and the console says nothing."""
    return failure.step.algorithm.startswith(CONSTRUCTOR)
