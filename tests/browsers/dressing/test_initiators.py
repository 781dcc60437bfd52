"""What a request says of the thing on the page that makes it."""

from __future__ import annotations

import pytest

from cors_tui.browsers.dressing.initiators import accepts, destination, is_element
from cors_tui.standards.request import Initiator
from tests.standards.making import asks


@pytest.mark.parametrize(
    ("initiator", "said"),
    [
        (Initiator.FETCH, "empty"),
        (Initiator.XHR, "empty"),
        (Initiator.EVENT_SOURCE, "empty"),
        (Initiator.IMPORT, "script"),
        (Initiator.STYLESHEET, "style"),
        (Initiator.IMAGE, "image"),
        (Initiator.FONT, "font"),
    ],
)
def test_where_the_answer_goes(initiator: Initiator, said: str) -> None:
    request = asks(initiator=initiator)
    assert (destination(request), is_element(request)) == (said, said != "empty")


def test_what_is_accepted_is_the_engines_own_where_it_has_one() -> None:
    own = {Initiator.IMAGE: "image/*"}
    assert accepts(asks(initiator=Initiator.IMAGE), own) == {"Accept": "image/*"}
    assert accepts(asks(initiator=Initiator.FONT), own) == {"Accept": "*/*"}
    assert accepts(asks(initiator=Initiator.STYLESHEET), own)["Accept"].startswith("text/css,")


def test_an_event_stream_keeps_caches_out() -> None:
    assert accepts(asks(initiator=Initiator.EVENT_SOURCE), {}) == {
        "Accept": "text/event-stream",
        "Cache-Control": "no-cache",
        "Pragma": "no-cache",
    }
