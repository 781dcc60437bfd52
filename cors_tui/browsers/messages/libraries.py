"""What a page's libraries say where the browser told them nothing: often the only line that names the URL.

Angular's HttpClient https://github.com/angular/angular/blob/main/packages/common/http/src/response.ts, ofetch
https://github.com/unjs/ofetch/blob/main/src/error.ts, Dart's package:http
https://github.com/dart-lang/http/blob/master/pkgs/http/lib/src/exception.dart, axios
https://github.com/axios/axios/blob/v1.x/lib/adapters/xhr.js, React Native's fetch
https://github.com/JakeChampion/fetch/blob/main/fetch.js.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cors_tui.browsers.messages.pasted import Pasted
from cors_tui.browsers.messages.template import Found, Part, Template

_LINE = re.compile(
    r"http failure response for (?:\(unknown url\)|(?P<angular>\S{1,2000}?)): 0 (?:unknown error|undefined)"
    r"|\[(?:get|post|put|patch|delete|head|options)\] ?['\"](?P<ofetch>[^'\"\s]{1,2000})['\"]: <no response>"
    r"|clientexception[^\n]{0,120}?\b(?:uri|url)=(?P<dart>[^\s,)]{1,2000})"
    r"|(?:axioserror: |error: )?network error|xmlhttprequest error|(?:typeerror: )?network request failed"
    r"|failed to send a request to the edge function|auth/network-request-failed"
)
_AXIOS = re.compile(r"\b(?P<name>baseurl|url)['\"]?: ?['\"](?P<value>[^'\"\s]{1,2000})['\"]", re.IGNORECASE)
_CONFIG = 4000
"""Characters behind axios's message in which its request's settings are looked for."""

_TEMPLATE = Template("«library»", part=Part.GENERIC)


def find_libraries(pasted: Pasted) -> Iterator[Found]:
    """Every place of a text where a library speaks, with the URL where it names one."""
    for match in _LINE.finditer(pasted.low):
        span = next((match.span(name) for name, url in match.groupdict().items() if url), (0, 0))
        config = pasted.flat[match.end() : match.end() + _CONFIG]
        url = pasted.flat[slice(*span)] or _of_axios(config)
        slots = {"url": url} if url else {}
        yield Found(_TEMPLATE, match.start(), match.end(), slots)


def _of_axios(config: str) -> str:
    """The URL of the settings that axios prints with its error; "" where they do not stand there."""
    told = {match["name"].lower(): match["value"] for match in reversed(list(_AXIOS.finditer(config)))}
    url, base = told.get("url", ""), told.get("baseurl", "")
    return url if "://" in url or not base else f"{base.rstrip('/')}/{url.lstrip('/')}"
