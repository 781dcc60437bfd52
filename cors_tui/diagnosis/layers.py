"""Who did it: for each CORS header of an answer, which layer most likely sent, changed, doubled or removed it.

A claim is proven only by the direct answer beside the one through the edge; everything else is likely or possible.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.fingerprints import Fingerprint, Layer, who_answered
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Exchange

ORIGIN_SERVER = "the origin server"
IN_FRONT = "a layer in front of the origin server"
_NOT_TOLD_APART = "the server or a layer in front of it"
_OUTER = (Layer.EDGE, Layer.PLATFORM, Layer.PROXY)
_DOES_NOT_KEEP_ON_ERRORS = "nginx"


class Deed(Enum):
    """What a layer did with a header."""

    SENT = "sent"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    DOUBLED = "doubled"


@dataclass(frozen=True, slots=True)
class Claim:
    """Who did what with one header. `header` is its name in lower case; `because` the reason in one sentence."""

    header: str
    deed: Deed
    who: str
    certainty: Certainty
    because: str


def who_did_it(facts: Facts, through: Exchange) -> tuple[Claim, ...]:
    """One claim for each CORS header that stands in `through`'s answer or in the direct answer beside it."""
    response = through.response
    if response is None:
        return ()
    direct = look.same_request(facts.seen(experiments.DIRECT), through)
    if direct is not None and direct.response is not None:
        return _compared(response, direct.response)
    return _guessed(facts, through, response)


def _compared(through: Response, direct: Response) -> tuple[Claim, ...]:
    present = (*look.cors_names(direct.headers), *look.cors_names(through.headers))
    names = dict.fromkeys(name.lower() for name in present)
    front = _front(through, direct)
    return tuple(_claim(name, through, direct, front) for name in names)


def _claim(name: str, through: Response, direct: Response, front: str) -> Claim:
    here, there = through.headers.get_all(name), direct.headers.get_all(name)
    if here == there:
        because = "the same straight from the origin server and through the layer in front"
        return Claim(name, Deed.SENT, ORIGIN_SERVER, Certainty.PROVEN, because)
    if not here:
        because = "straight from the origin server it is there, through the layer in front it is not"
        return Claim(name, Deed.REMOVED, front, Certainty.PROVEN, because)
    if not there:
        because = "straight from the origin server it is not there, through the layer in front it is"
        return Claim(name, Deed.ADDED, front, Certainty.PROVEN, because)
    if len(here) > len(there):
        because = f"{len(there)} line straight from the origin server, {len(here)} through the layer in front"
        return Claim(name, Deed.DOUBLED, front, Certainty.PROVEN, because)
    because = "another value straight from the origin server than through the layer in front"
    return Claim(name, Deed.CHANGED, front, Certainty.PROVEN, because)


def _front(through: Response, direct: Response) -> str:
    """The layer in front by name, when it gives itself away; what the direct answer shows, too, is not in front."""
    behind = {each.product for each in who_answered(direct)}
    seen = (each for each in who_answered(through) if each.layer in (*_OUTER, Layer.SERVER))
    named = [each for each in seen if each.product not in behind]
    return f"{' or '.join(each.product for each in named)}, in front of the origin server" if named else IN_FRONT


def _guessed(facts: Facts, through: Exchange, response: Response) -> tuple[Claim, ...]:
    """Without the direct answer: the number of lines, their casing, fingerprints, and other statuses."""
    marks = who_answered(response)
    present = dict.fromkeys(name.lower() for name in look.cors_names(response.headers))
    claims = [_sender(name, response, marks) for name in present]
    return (*claims, *_lost_on_errors(facts, through, response, marks))


def _sender(name: str, response: Response, marks: tuple[Fingerprint, ...]) -> Claim:
    spellings = {found for found, _ in response.headers if found.lower() == name}
    if len(response.headers.get_all(name)) > 1:
        how = ", in two spellings" if len(spellings) > 1 else ""
        because = f"it stands there more than once{how}; one program sends it once"
        return Claim(name, Deed.DOUBLED, "two layers", Certainty.LIKELY, because)
    if _stands_out(spellings, response):
        because = "its name is spelled in another case than the names around it, as if another program wrote it"
        return Claim(name, Deed.ADDED, _NOT_TOLD_APART, Certainty.POSSIBLE, because)
    outer = next((each for each in marks if each.layer in _OUTER), None)
    framework = next((each for each in marks if each.layer is Layer.FRAMEWORK), None)
    if framework is not None and outer is None:
        because = f"nothing but {framework.product} gives itself away ({framework.quote})"
        return Claim(name, Deed.SENT, framework.product, Certainty.LIKELY, because)
    because = "only the answer straight from the origin server could tell"
    return Claim(name, Deed.SENT, _NOT_TOLD_APART, Certainty.POSSIBLE, because)


def _stands_out(spellings: set[str], response: Response) -> bool:
    """Whether the other headers agree on lower case or capitals, and this one differs from them all."""
    names = [found for found, _ in response.headers if not found.lower().startswith("access-control-")]
    cases = {name == name.lower() for name in names}
    return len(names) > 1 and len(cases) == 1 and cases.isdisjoint(each == each.lower() for each in spellings)


def _lost_on_errors(
    facts: Facts, through: Exchange, response: Response, marks: tuple[Fingerprint, ...]
) -> tuple[Claim, ...]:
    """nginx drops add_header on errors unless it says `always`."""
    if response.status < 400 or not look.bare(response):
        return ()
    good = look.headers_elsewhere(facts, than=through)
    nginx = next((each for each in marks if each.product == _DOES_NOT_KEEP_ON_ERRORS), None)
    if good is None or nginx is None:
        return ()
    because = f"other answers have it, this error has not, and nginx answers ({nginx.quote}): add_header without always"
    return (Claim(look.ALLOW_ORIGIN.lower(), Deed.REMOVED, nginx.product, Certainty.POSSIBLE, because),)
