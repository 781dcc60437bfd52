"""The options that describe a call and how it is reached: the same in the guide and in `check`, as curl spells them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from cors_tui.case import Case

Command = TypeVar("Command", bound=Callable[..., Any])

INITIATORS = ("fetch", "xhr", "script", "module", "import", "css", "img", "font", "eventsource")
"""`Initiator`'s values, written out: --help loads nothing for them."""

MODES = ("cors", "no-cors", "same-origin")
"""`Mode`'s values."""

_OPTIONS = (
    click.option("--origin", default="", metavar="ORIGIN", help="Where the page is: scheme://host[:port], or null."),
    click.option(
        "--page-header", "page_headers", multiple=True, metavar="'NAME: VALUE'",
        help="A header the page came with: its Content-Security-Policy, its COEP.",
    ),
    click.option("-X", "--request", "--method", "method", default="", metavar="METHOD", help="POST with --data."),
    click.option("-H", "--header", "headers", multiple=True, metavar="'NAME: VALUE'", help="A header the page sets."),
    click.option("-d", "--data", default=None, metavar="TEXT", help="Body, as a string: text/plain unless -H says."),
    click.option("-b", "--cookie", "cookie", default="", metavar="'A=1; B=2'", help="Cookies the browser has."),
    click.option(
        "--credentials",
        type=click.Choice(["omit", "same-origin", "include"]),
        default=None,
        help="fetch's credentials mode; include when --cookie is given.",
    ),
    click.option(
        "--initiator", type=click.Choice(INITIATORS), default="fetch", show_default=True,
        help="What on the page makes the request.",
    ),
    click.option(
        "--mode", type=click.Choice(MODES), default=None,
        help="Default: the initiator's own. For script, css and img, cors means a crossorigin attribute.",
    ),
    click.option("-k", "--insecure", is_flag=True, help="Go on although the certificate is not trusted."),
    click.option("--cacert", default="", metavar="FILE", help="Trust the certificates in FILE (PEM) only."),
    click.option("-x", "--proxy", default="", metavar="URL", help="Go through this proxy (never for loopback)."),
    click.option("--resolve", multiple=True, metavar="HOST:PORT:ADDR", help="Use ADDR for HOST:PORT."),
    click.option("--connect-to", multiple=True, metavar="[HOST1:PORT1:]HOST2:PORT2", help="Connect there; names kept."),
    click.option(
        "-m", "--max-time", default=10.0, type=click.FloatRange(0.1, 600), show_default=True, metavar="SECONDS",
        help="Longest time for one exchange.",
    ),
    click.option(
        "--as", "dressed_as", type=click.Choice(["chromium", "firefox", "safari"]), default="chromium",
        show_default=True, help="Whose headers the probe wears.",
    ),
    click.option("-A", "--user-agent", default="", metavar="TEXT", help="Another User-Agent."),
)  # fmt: skip


def call_options(command: Command) -> Command:
    """Give `command` the options of a call."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def case_of(url: str, options: dict[str, Any]) -> Case:
    """The case that the command line describes.

    Raises `click.UsageError` with one sentence for a header without a colon. A Cookie header becomes a cookie, as a
    page cannot set it. Modes that were not given are the initiator's own; cookies mean include where it can be had.
    """
    from cors_tui.case import Call, Case, Connection
    from cors_tui.standards.cors_settings import chosen, credentials_modes, modes
    from cors_tui.standards.header_list import HeaderList
    from cors_tui.standards.request import CredentialsMode, Initiator, Mode

    pairs = [_header(text) for text in options["headers"]]
    cookies = [options["cookie"], *(value for name, value in pairs if name.lower() == "cookie")]
    cookie = "; ".join(text for text in cookies if text)
    body: str | None = options["data"]
    initiator = Initiator(options["initiator"])
    mode = Mode(options["mode"]) if options["mode"] else modes(initiator)[0]
    if options["credentials"]:
        credentials = CredentialsMode(options["credentials"])
    else:
        wanted = CredentialsMode.INCLUDE if cookie else CredentialsMode.SAME_ORIGIN
        credentials = chosen(wanted, credentials_modes(initiator, mode))
    call = Call(
        url=url.strip(),
        origin=options["origin"].strip(),
        method=options["method"] or ("POST" if body is not None else "GET"),
        headers=HeaderList.of(pair for pair in pairs if pair[0].lower() != "cookie"),
        body=None if body is None else body.encode("utf-8").decode("latin-1"),
        credentials=credentials,
        mode=mode,
        initiator=initiator,
        cookie=cookie,
        page_headers=HeaderList.of(_header(text, "--page-header") for text in options["page_headers"]),
    )
    connection = Connection(
        connect_to=options["connect_to"],
        resolve=options["resolve"],
        proxy=options["proxy"],
        insecure=options["insecure"],
        cacert=options["cacert"],
        max_time=options["max_time"],
        dressed_as="webkit" if options["dressed_as"] == "safari" else options["dressed_as"],
        user_agent=options["user_agent"],
    )
    return Case(call, connection)


def _header(text: str, option: str = "-H") -> tuple[str, str]:
    name, colon, value = text.partition(":")
    if not colon or not name.strip():
        raise click.UsageError(f"{option} {text!r} has no colon; write it as 'Name: value'.")
    return name.strip(), value.strip(" \t").encode("utf-8").decode("latin-1")
