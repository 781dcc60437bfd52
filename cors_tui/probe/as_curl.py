"""A wire request as a curl command for a POSIX shell: the same bytes, as far as curl can send them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping

from cors_tui.case import Connection
from cors_tui.masking import MASK, is_secret, masked_url
from cors_tui.probe.failures import FailedError
from cors_tui.probe.framing import body_bytes, host_of
from cors_tui.probe.proxies import is_loopback
from cors_tui.probe.routes import read_direct
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import WireRequest

_LONGEST_ARGUMENT = 100_000
"""Bytes of body that fit one argument; Linux takes 128 KiB."""

_WAITS_FOR_100 = 1024 * 1024
"""From this size on curl asks with Expect: 100-continue before it sends a body."""

_PLAIN = re.compile(r"[A-Za-z0-9_@%+=:,./-]+")
_PRINTABLE = re.compile(r"[ -~]*")
_OWN = ("User-Agent", "Accept")
"""What curl adds by itself, unless it is given or taken away."""


def as_curl(
    wire: WireRequest,
    headers: HeaderList,
    connection: Connection,
    *,
    direct: str = "",
    show_secrets: bool = False,
    environment: Mapping[str, str] | None = None,
) -> str:
    """The command that sends `wire` wearing `headers` over `connection`, one option a line.

    Secrets stand as shell variables named after their header or parameter ("$AUTHORIZATION", "$COOKIE") unless
    `show_secrets`, so that the command runs once they are set. A body too large for a command line is read from a
    file called ``request-body``. `direct` is as for `Prober.send`.
    """
    parts = [
        f"curl -i{_method(wire)} {_url(wire, show_secrets)}",
        *_header_options(wire, headers, show_secrets),
        *_body_options(wire, headers),
        *_connection_options(
            connection, wire, direct, show_secrets, os.environ if environment is None else environment
        ),
    ]
    return _input_of(wire) + " \\\n  ".join(parts)


def quote(text: str) -> str:
    """`text` (one character a byte) as one word of a POSIX shell; what is not printable ASCII as bash's ``$'…'``."""
    if _PLAIN.fullmatch(text):
        return text
    if _PRINTABLE.fullmatch(text):
        return "'" + text.replace("'", "'\\''") + "'"
    return "$'" + "".join(_escaped(character) for character in text) + "'"


def _escaped(character: str) -> str:
    if character in "\\'":
        return f"\\{character}"
    if character == "\n":
        return "\\n"
    # An exclamation mark would call up the history of an interactive shell.
    return character if " " <= character <= "~" and character != "!" else f"\\x{ord(character):02x}"


def _method(wire: WireRequest) -> str:
    if wire.method == "HEAD":
        return " --head"
    return "" if wire.method == "GET" and wire.body is None else f" -X {quote(wire.method)}"


def _url(wire: WireRequest, show_secrets: bool) -> str:
    url = f"{wire.url.scheme}://{host_of(wire.url)}{wire.url.target}"
    glob = "--globoff " if re.search(r"[][{}]", url) else ""
    shown = url if show_secrets else masked_url(url)
    return glob + "".join(_masked_words(shown))


def _masked_words(url: str) -> Iterator[str]:
    """The URL in quotes, each masked value as a variable named after its parameter."""
    name = ""
    for number, piece in enumerate(url.split(MASK)):
        if number:
            yield f'"${_variable(name)}"'
        if piece:
            yield _quoted(piece)
        parameter = re.search(r"[?&]([^?&=]+)=\Z", piece)
        name = parameter[1] if parameter else "user-and-password"


def _variable(name: str) -> str:
    """A header's or parameter's name as a shell variable's."""
    plain = re.sub(r"[^A-Za-z0-9]+", "_", name).strip("_").upper() or "SECRET"
    return f"_{plain}" if plain[0].isdigit() else plain


def _variable_header(name: str) -> str:
    """A header whose value is a variable. A name may hold ``$`` and a backquote, which double quotes would expand."""
    variable = f"${_variable(name)}"
    return f'"{name}: {variable}"' if re.fullmatch(r"[\w-]+", name, re.ASCII) else f'{quote(f"{name}: ")}"{variable}"'


def _header_options(wire: WireRequest, headers: HeaderList, show_secrets: bool) -> Iterator[str]:
    """One ``-H`` a header, in order; curl writes Host and Content-Length by itself."""
    for name, value in headers:
        lower = name.lower()
        if lower == "content-length" or (lower == "host" and value == host_of(wire.url)):
            continue
        if not value:
            yield f"-H {quote(f'{name};')}"
        elif is_secret(name) and not show_secrets:
            yield f"-H {_variable_header(name)}"
        else:
            yield f"-H {_quoted(f'{name}: {value}')}"
    own = [*_OWN, *(["Content-Type"] if _sends_body(wire) else [])]
    yield from (f"-H '{name}:'" for name in own if name not in headers)
    if wire.body is not None and len(body_bytes(wire.body.text)) > _WAITS_FOR_100 and "Expect" not in headers:
        yield "-H 'Expect:'"


def _quoted(text: str) -> str:
    """`text` in quotes even where the shell would not need them: commands read better so."""
    return f"'{text}'" if _PLAIN.fullmatch(text) else quote(text)


def _word(text: str) -> str:
    """What the person typed, any characters, as one word; their terminal is taken to speak UTF-8."""
    return quote(text.encode("utf-8", "surrogateescape").decode("latin-1"))


def _sends_body(wire: WireRequest) -> bool:
    """POST and PUT announce a body of no length when they have none."""
    return wire.body is not None or wire.method in ("POST", "PUT")


def _body_options(wire: WireRequest, headers: HeaderList) -> Iterator[str]:
    if _sends_body(wire):
        body = body_bytes(wire.body.text) if wire.body else b""
        if len(body) > _LONGEST_ARGUMENT:
            yield "--data-binary @request-body"
        elif b"\0" in body:
            yield "--data-binary @-"
        else:
            yield f"--data-raw {_quoted(body.decode('latin-1'))}"
    if "accept-encoding" in headers:
        yield "--compressed"


def _input_of(wire: WireRequest) -> str:
    """A body with NUL in it cannot be an argument; it comes through a pipe."""
    body = body_bytes(wire.body.text) if wire.body else b""
    if b"\0" not in body or len(body) > _LONGEST_ARGUMENT:
        return ""
    octets = "".join(f"\\{byte:03o}" for byte in body)
    return f"printf '{octets}' | "


def _connection_options(
    connection: Connection, wire: WireRequest, direct: str, show_secrets: bool, environment: Mapping[str, str]
) -> Iterator[str]:
    if connection.insecure:
        yield "--insecure"
    if connection.cacert:
        yield f"--cacert {_word(connection.cacert)}"
    if direct or (is_loopback(wire.url.host) and _has_proxy(connection, environment)):
        yield "--noproxy '*'"
    elif connection.proxy:
        yield f"--proxy {''.join(_masked_words(connection.proxy if show_secrets else masked_url(connection.proxy)))}"
    for rule in (_direct_rule(direct),) if direct else connection.connect_to:
        yield f"--connect-to {_word(_four_parts(rule))}"
    for rule in connection.resolve:
        yield f"--resolve {_word(rule)}"
    if connection.max_time != Connection().max_time:
        yield f"--max-time {connection.max_time:g}"


def _has_proxy(connection: Connection, environment: Mapping[str, str]) -> bool:
    return bool(connection.proxy) or any(name.lower().endswith("_proxy") for name in environment)


def _direct_rule(direct: str) -> str:
    try:
        target = read_direct(direct)
    except FailedError:
        return direct
    return f"::{target.to_host}:{target.to_port or ''}"


def _four_parts(rule: str) -> str:
    """``HOST:PORT``, our short form for everything, as curl writes it."""
    return f"::{rule}" if len(re.split(r":(?![^\[]*\])", rule)) == 2 else rule
