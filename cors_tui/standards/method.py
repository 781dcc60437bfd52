"""Methods: which are normalized, safelisted, forbidden.

https://fetch.spec.whatwg.org/#methods
"""

from __future__ import annotations

from functools import lru_cache

from cors_tui.standards.infra import byte_upper

_NORMALIZED = frozenset({"DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT"})
_FORBIDDEN = frozenset({"CONNECT", "TRACE", "TRACK"})
SAFELISTED_METHODS = frozenset({"GET", "HEAD", "POST"})


@lru_cache(maxsize=512)
def normalize_method(method: str) -> str:
    """Upper case for DELETE, GET, HEAD, OPTIONS, POST and PUT; every other method stays as written.

    https://fetch.spec.whatwg.org/#concept-method-normalize
    """
    upper = byte_upper(method)
    return upper if upper in _NORMALIZED else method


def is_safelisted_method(method: str) -> bool:
    """https://fetch.spec.whatwg.org/#cors-safelisted-method"""
    return method in SAFELISTED_METHODS


@lru_cache(maxsize=512)
def is_forbidden_method(method: str) -> bool:
    """https://fetch.spec.whatwg.org/#forbidden-method"""
    return byte_upper(method) in _FORBIDDEN
