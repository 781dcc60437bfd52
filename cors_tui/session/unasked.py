"""What was not asked of a server, and why, in sentences: nothing is left out in silence."""

from __future__ import annotations

from cors_tui.case import Case
from cors_tui.experiments.query import changed_by_query
from cors_tui.session.experimenting import Plan, held_back, not_asked
from cors_tui.standards.request import Role
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Exchange


def held_back_sentence(case: Case) -> str:
    """Why questions were held back that carry a query value of their own; "" when none were."""
    plans, changed = held_back(case), changed_by_query(case)
    if not plans or changed is None:
        return ""
    what = "the preflight" if changed.own.request.role is Role.PREFLIGHT else "the request"
    return (
        f"With a query value more, {what} is answered {_in_words(changed.fresh)} instead of {_in_words(changed.own)}. "
        f"{_questions(plans)} that would carry one {_were(plans)} held back: there is nothing to compare them with."
    )


def not_asked_sentence(case: Case) -> str:
    """Why the server was asked no more; "" when it was asked everything."""
    plans = not_asked(case)
    if not plans:
        return ""
    return f"The server has had too many questions and says so: {_questions(plans)} {_were(plans)} not asked."


def _questions(plans: tuple[Plan, ...]) -> str:
    count = sum(len(plan.wires) for plan in plans)
    return f"{count} question" if count == 1 else f"{count} questions"


def _were(plans: tuple[Plan, ...]) -> str:
    return "was" if sum(len(plan.wires) for plan in plans) == 1 else "were"


def _in_words(exchange: Exchange) -> str:
    response = exchange.response
    if not isinstance(response, Response):
        return "by nothing"
    is_page = (response.headers.get("content-type") or "").lower().startswith("text/html")
    return f"{response.status} (a page)" if is_page else str(response.status)
