"""Headers that are comma lists of tokens: Access-Control-Allow-Methods, -Allow-Headers and -Expose-Headers.

https://fetch.spec.whatwg.org/#extract-header-list-values
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.infra import HTTP_TAB_OR_SPACE, is_token


@dataclass(frozen=True, slots=True)
class TokenList:
    """A parsed list. `malformed` is the first element that is no token; then the whole header is a failure."""

    items: tuple[str, ...] = ()
    malformed: str | None = None


def extract_list(name: str, headers: HeaderList) -> TokenList | None:
    """The elements of every `name` header together, in order; None when the header is absent.

    https://fetch.spec.whatwg.org/#extract-header-list-values
    """
    values = headers.get_all(name)
    return parse_list(", ".join(values)) if values else None


@lru_cache(maxsize=4096)
def parse_list(value: str) -> TokenList:
    """``#field-name`` (or ``#method``): tokens between commas; empty elements are fine, anything else is not.

    https://httpwg.org/specs/rfc9110.html#abnf.extension
    """
    elements = [element.strip(HTTP_TAB_OR_SPACE) for element in value.split(",")]
    malformed = next((element for element in elements if element and not is_token(element)), None)
    return TokenList(tuple(element for element in elements if element), malformed)
