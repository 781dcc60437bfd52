"""curl's options as far as they make a request; the rest is skipped with its value, or named as not taken over.

https://curl.se/docs/manpage.html
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import quote_plus

from cors_tui.inputs.readers._curl_names import FLAGS, SHORT_FLAGS, SHORT_WITH_VALUE, TAKES_VALUE
from cors_tui.inputs.readers._words import as_unicode

BOUNDARY = "----cors-tui-form"
FORM = "application/x-www-form-urlencoded"

_SCHEME = re.compile(r"Bearer|Basic|Token|Digest", re.IGNORECASE)


@dataclass(slots=True)
class Spelled:
    """What the words of one curl command spell out. Texts hold one character a byte, but for URLs."""

    urls: list[str] = field(default_factory=list)
    method: str = ""
    headers: list[tuple[str, str]] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    form: list[str] = field(default_factory=list)
    queries: list[str] = field(default_factory=list)
    json: bool = False
    get: bool = False
    head: bool = False
    upload: bool = False
    cookies: list[str] = field(default_factory=list)
    connect_to: list[str] = field(default_factory=list)
    resolve: list[str] = field(default_factory=list)
    proxy: str = ""
    cacert: str = ""
    user_agent: str = ""
    insecure: bool = False
    max_time: float = 0.0
    missed: list[str] = field(default_factory=list)


def spell_out(words: list[str]) -> Iterator[Spelled]:
    """The requests that the words after ``curl`` spell out; ``--next`` begins another."""
    spelled = Spelled()
    waiting = iter(words)
    for word in waiting:
        if word in ("--next", "-:"):
            yield spelled
            spelled = Spelled()
        elif word.startswith("--") and len(word) > 2:
            _long(spelled, word[2:], waiting)
        elif word.startswith("-") and len(word) > 1:
            _short(spelled, word[1:], waiting)
        elif _SCHEME.fullmatch(word):
            _unquoted_authorization(spelled, word, next(waiting, ""))
        else:
            spelled.urls.append(as_unicode(word))
    yield spelled


def _unquoted_authorization(spelled: Spelled, scheme: str, secret: str) -> None:
    """``-H Authorization: Bearer abc`` without quotes: three words to a shell, and the last must not become a URL."""
    spelled.headers.append(("Authorization", f"{scheme} {secret}".strip()))
    spelled.missed.append(f"“{scheme} …” stands outside of quotes: curl takes both words for URLs. Quote the header.")


def _long(spelled: Spelled, name: str, waiting: Iterator[str]) -> None:
    name, equals, value = name.partition("=")
    if name not in TAKES_VALUE:
        known = [option for option in (*TAKES_VALUE, *FLAGS) if option.startswith(name)]
        name = known[0] if len(known) == 1 else name
    if name not in TAKES_VALUE:
        _flag(spelled, name)
    elif equals:
        _option(spelled, name, value)
    else:
        _option(spelled, name, next(waiting, None))


def _short(spelled: Spelled, letters: str, waiting: Iterator[str]) -> None:
    """One word of short options: flags may stand together, and a value may stand right behind its letter."""
    for place, letter in enumerate(letters):
        name = SHORT_WITH_VALUE.get(letter)
        if name is not None:
            rest = letters[place + 1 :]
            _option(spelled, name, rest or next(waiting, None))
            return
        _flag(spelled, SHORT_FLAGS.get(letter, ""))


def _flag(spelled: Spelled, name: str) -> None:
    if name == "get":
        spelled.get = True
    elif name == "head":
        spelled.head = True
    elif name == "insecure":
        spelled.insecure = True
    elif name in ("digest", "ntlm", "negotiate", "netrc", "anyauth"):
        spelled.missed.append(f"--{name} was not taken over: a page logs in by a header or a cookie.")


def _option(spelled: Spelled, name: str, value: str | None) -> None:
    if value is None:
        spelled.missed.append(f"--{name} has no value behind it.")
    elif name in _HANDLERS:
        _HANDLERS[name](spelled, value)
    elif name in _NOT_TAKEN_OVER:
        spelled.missed.append(f"--{name} was not taken over: {_NOT_TAKEN_OVER[name]}.")


def _header(spelled: Spelled, value: str) -> None:
    if value.startswith("@"):
        spelled.missed.append("-H @file was not read: files are not opened.")
        return
    name, colon, text = value.partition(":")
    if colon and not text.strip(" \t"):
        return  # curl takes the header away that it would have added
    if not colon and value.endswith(";"):
        name = value[:-1]
    spelled.headers.append((name.strip(" \t"), text.strip(" \t\r\n")))


def _data(spelled: Spelled, value: str) -> None:
    if value.startswith("@"):
        spelled.missed.append("The body is in a file, which was not opened: it is taken as empty.")
        value = ""
    spelled.data.append(value)


def _data_urlencode(spelled: Spelled, value: str) -> None:
    """https://curl.se/docs/manpage.html#--data-urlencode"""
    name, mark, content = [*re.split(r"([=@])", value, maxsplit=1), "", ""][:3]
    if mark == "@":
        _data(spelled, "@")
    elif mark:
        spelled.data.append(
            f"{name}={quote_plus(content, encoding='latin-1')}" if name else quote_plus(content, encoding="latin-1")
        )
    else:
        spelled.data.append(quote_plus(value, encoding="latin-1"))


def _json(spelled: Spelled, value: str) -> None:
    spelled.json = True
    _data(spelled, value)


def _cookie(spelled: Spelled, value: str) -> None:
    if "=" in value:
        spelled.cookies.append(value)
    else:
        spelled.missed.append("The cookies are in a file, which was not opened.")


def _user(spelled: Spelled, value: str) -> None:
    """A page cannot be asked for a password by curl: the header it would send is taken over."""
    spelled.headers.append(("Authorization", f"Basic {b64encode(value.encode('latin-1')).decode()}"))


def _upload(spelled: Spelled, _: str) -> None:
    spelled.upload = True
    spelled.missed.append("The file to upload was not opened: the body is taken as empty.")


def _max_time(spelled: Spelled, value: str) -> None:
    if re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,6})?", value) and float(value) > 0:
        spelled.max_time = float(value)


def _set(name: str) -> Callable[[Spelled, str], None]:
    return lambda spelled, value: setattr(spelled, name, as_unicode(value))


def _add(name: str) -> Callable[[Spelled, str], None]:
    return lambda spelled, value: getattr(spelled, name).append(as_unicode(value))


def _bytes(name: str) -> Callable[[Spelled, str], None]:
    return lambda spelled, value: getattr(spelled, name).append(value)


_HANDLERS: dict[str, Callable[[Spelled, str], None]] = {
    "request": _set("method"), "header": _header, "data": _data, "data-ascii": _data, "data-binary": _data,
    "data-raw": _bytes("data"), "data-urlencode": _data_urlencode, "json": _json, "form": _bytes("form"),
    "form-string": _bytes("form"), "url": _add("urls"), "url-query": _bytes("queries"), "cookie": _cookie,
    "user": _user,
    "oauth2-bearer": lambda spelled, value: spelled.headers.append(("Authorization", f"Bearer {value}")),
    "user-agent": _set("user_agent"), "referer": lambda spelled, value: spelled.headers.append(("Referer", value)),
    "range": lambda spelled, value: spelled.headers.append(("Range", f"bytes={value}")),
    "resolve": _add("resolve"), "connect-to": _add("connect_to"), "proxy": _set("proxy"), "cacert": _set("cacert"),
    "max-time": _max_time, "upload-file": _upload,
}  # fmt: skip

_NOT_TAKEN_OVER = {
    "config": "files are not opened",
    "cert": "client certificates are not supported",
    "aws-sigv4": "the request is not signed",
    "request-target": "a page cannot set it",
    "unix-socket": "a page cannot use one",
    "proxy-user": "write it into the proxy's URL",
    "socks5": "SOCKS proxies are not supported",
    "socks5-hostname": "SOCKS proxies are not supported",
    "socks4": "SOCKS proxies are not supported",
}
