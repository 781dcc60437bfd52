"""Step 4: who answered, and what became of the headers on the way."""

from __future__ import annotations

from textual.content import Content

from cors_tui.case import ACTUAL_ANYWAY, AS_ASKED
from cors_tui.masking import masked
from cors_tui.session.edge import claim_sentence, edge
from cors_tui.session.judging import Judgement
from cors_tui.tui.view import View
from cors_tui.tui.visible import elided, escaped, joined, lines, visible

_TELLING = (
    "server",
    "via",
    "x-powered-by",
    "x-cache",
    "x-cache-status",
    "age",
    "cf-ray",
    "cf-cache-status",
    "x-served-by",
    "x-amz-cf-id",
    "x-amzn-requestid",
    "x-vercel-id",
    "x-nf-request-id",
    "fly-request-id",
    "x-varnish",
    "vary",
)


def above(_view: View) -> Content:
    """Nothing beyond the questions."""
    return visible("")


def below(view: View) -> Content:
    """The response headers that give away who answered."""
    if view.judgement is None:
        return visible(
            "A probe here goes through the edge, past its cache, without Origin and, with an address, around it."
        )
    found = dict.fromkeys(_telling(view))
    given_away = (
        (visible("What the answers give away:", "bold"), *(_line(text, view) for text in found))
        if found
        else (visible("No response header tells who answered.", "$quiet"),)
    )
    return lines(*_known(view, view.judgement), *given_away)


def _known(view: View, judgement: Judgement) -> list[Content]:
    """What stands in front, who did what with each CORS header, and what to change at that product."""
    found = edge(view.case, judgement)
    if not found.told:
        return []
    rows = [visible("What is known of the layer in front:", "bold")]
    rows += [visible(f"  {told.says} ({told.certainty.value})") for told in found.told]
    if found.claims:
        rows.append(visible("Who did what with the CORS headers:", "bold"))
        rows += [visible(f"  {claim_sentence(role, claim)}") for role, claim in found.claims]
    for product in dict.fromkeys(product for product, _ in found.changes):
        rows.append(visible(f"What to change at {product}:", "bold"))
        rows += [visible(f"  {what}", "$success") for name, what in found.changes if name == product]
    return rows


def _telling(view: View) -> list[str]:
    exchanges = (*view.case.exchanges(AS_ASKED), *view.case.exchanges(ACTUAL_ANYWAY))
    responses = [exchange.response for exchange in exchanges if exchange.response]
    return [
        f"{name.lower()}: {masked(name, value)}"
        for r in responses
        for name, value in r.headers
        if name.lower() in _TELLING
    ]


def _line(text: str, view: View) -> Content:
    return joined(visible("  "), visible(elided(escaped(text), view.content_width - 2)))
