"""What the author of a page can choose, by what makes the request."""

from __future__ import annotations

import pytest

from cors_tui.standards.cors_settings import by_crossorigin, chosen, credentials_modes, is_written_by_author, modes
from cors_tui.standards.request import CredentialsMode, Initiator, Mode

NO_CORS_FIRST = {Initiator.SCRIPT, Initiator.STYLESHEET, Initiator.IMAGE}


def test_an_element_asks_without_cors_by_itself_and_with_cors_by_crossorigin() -> None:
    assert {each for each in Initiator if modes(each) == (Mode.NO_CORS, Mode.CORS)} == NO_CORS_FIRST


def test_everything_else_asks_with_cors_and_only_fetch_otherwise() -> None:
    others = set(Initiator) - NO_CORS_FIRST - {Initiator.FETCH}
    assert {each for each in Initiator if modes(each) == (Mode.CORS,)} == others
    assert (modes(Initiator.FETCH)[0], set(modes(Initiator.FETCH))) == (Mode.CORS, set(Mode))


@pytest.mark.parametrize(
    ("initiator", "mode", "possible"),
    [
        (Initiator.FETCH, Mode.CORS, "same-origin include omit"),
        (Initiator.FETCH, Mode.NO_CORS, "same-origin include omit"),
        (Initiator.XHR, Mode.CORS, "same-origin include"),
        (Initiator.SCRIPT, Mode.NO_CORS, "include"),
        (Initiator.STYLESHEET, Mode.NO_CORS, "include"),
        (Initiator.IMAGE, Mode.NO_CORS, "include"),
        (Initiator.IMAGE, Mode.CORS, "same-origin include"),
        (Initiator.MODULE, Mode.CORS, "same-origin include"),
        (Initiator.EVENT_SOURCE, Mode.CORS, "same-origin include"),
        (Initiator.IMPORT, Mode.CORS, "same-origin"),
        (Initiator.FONT, Mode.CORS, "same-origin"),
    ],
)
def test_the_credentials_modes_first_the_one_it_has_by_itself(initiator: Initiator, mode: Mode, possible: str) -> None:
    assert " ".join(each.value for each in credentials_modes(initiator, mode)) == possible


def test_what_cannot_be_chosen_is_what_it_has_by_itself() -> None:
    possible = credentials_modes(Initiator.XHR, Mode.CORS)
    assert chosen(CredentialsMode.INCLUDE, possible) is CredentialsMode.INCLUDE
    assert chosen(CredentialsMode.OMIT, possible) is CredentialsMode.SAME_ORIGIN


@pytest.mark.parametrize(
    ("initiator", "value", "mode", "credentials"),
    [
        (Initiator.IMAGE, None, Mode.NO_CORS, CredentialsMode.INCLUDE),
        (Initiator.IMAGE, "", Mode.CORS, CredentialsMode.SAME_ORIGIN),
        (Initiator.IMAGE, "use-credential", Mode.CORS, CredentialsMode.SAME_ORIGIN),
        (Initiator.SCRIPT, "Use-Credentials", Mode.CORS, CredentialsMode.INCLUDE),
        (Initiator.MODULE, None, Mode.CORS, CredentialsMode.SAME_ORIGIN),
        (Initiator.MODULE, "use-credentials", Mode.CORS, CredentialsMode.INCLUDE),
        (Initiator.FONT, "use-credentials", Mode.CORS, CredentialsMode.SAME_ORIGIN),
    ],
)
def test_what_crossorigin_means(
    initiator: Initiator, value: str | None, mode: Mode, credentials: CredentialsMode
) -> None:
    assert by_crossorigin(initiator, value) == (mode, credentials)


def test_only_script_writes_a_request() -> None:
    assert {each for each in Initiator if is_written_by_author(each)} == {Initiator.FETCH, Initiator.XHR}
