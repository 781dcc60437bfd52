"""What a page's libraries print of a failure the browser told them nothing of."""

from __future__ import annotations

import pytest

from cors_tui.browsers.messages.libraries import find_libraries
from cors_tui.browsers.messages.pasted import Pasted
from cors_tui.browsers.reading import read_console

_ANGULAR = (
    "ERROR HttpErrorResponse {headers: HttpHeaders, status: 0, statusText: 'Unknown Error', url: 'https://api.test/x',"
    " message: 'Http failure response for https://api.test/x: 0 Unknown Error'}"
)
_OFETCH = 'FetchError: [POST] "https://api.test/x": <no response> Failed to fetch'
_AXIOS = "AxiosError {message: 'Network Error', code: 'ERR_NETWORK', config: {url: '/x', baseURL: 'https://api.test/'}}"


@pytest.mark.parametrize(
    ("text", "url"),
    [
        pytest.param(_ANGULAR, "https://api.test/x", id="Angular"),
        pytest.param("Http failure response for (unknown url): 0 Unknown Error", "", id="Angular without the URL"),
        pytest.param(_OFETCH, "https://api.test/x", id="ofetch"),
        pytest.param("ClientException: XMLHttpRequest error., uri=https://api.test/x", "https://api.test/x", id="Dart"),
        pytest.param(_AXIOS, "https://api.test/x", id="axios with its settings"),
        pytest.param(_AXIOS.replace("'/x'", "'https://b.test/y'"), "https://b.test/y", id="axios, a whole URL"),
        pytest.param("AxiosError: Network Error", "", id="axios alone"),
        pytest.param("TypeError: Network request failed", "", id="React Native"),
        pytest.param("Firebase: Error (auth/network-request-failed).", "", id="Firebase"),
    ],
)  # fmt: skip
def test_a_librarys_line_is_read_with_the_url_it_names(text: str, url: str) -> None:
    (reading,) = read_console(text)
    assert (reading.url, reading.refusal, reading.certain) == (url, None, False)


@pytest.mark.parametrize(
    "text",
    [
        "Http failure response for https://api.test/x: 404 Not Found",
        '[POST] "https://api.test/x": 500 Internal Server Error',
        "a network of errors",
    ],
)
def test_an_answer_that_came_is_none_of_these(text: str) -> None:
    assert list(find_libraries(Pasted.of(text))) == []


def test_a_browsers_own_line_wins() -> None:
    line = "POST https://api.test/y net::ERR_CONNECTION_REFUSED"
    (reading,) = read_console(f"{line}\n{_AXIOS}")
    assert (reading.url, reading.engine) == ("https://api.test/y", "chromium")
