"""The blank page and the script it runs: the very call, by fetch or XMLHttpRequest."""

from __future__ import annotations

import json

from cors_tui.case import Call
from cors_tui.probe.real_browser.answer import Question
from cors_tui.standards.request import CredentialsMode, Initiator
from cors_tui.standards.url import parse_url

PAGE = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>cors-tui</title>'
"""A page that asks for nothing of its own; the empty icon keeps browsers from looking for one."""

PAGE_HEADERS = (("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "no-store"))

SANDBOX_HEADER = ("Content-Security-Policy", "sandbox allow-scripts")
"""Makes the page's origin opaque, as a ``file:`` page's is."""

OPAQUE_PAGE_HOST = "page.invalid"
"""Where a page of origin ``null`` stands: a name that never resolves, so that it is nobody's site."""

ORIGIN_SCRIPT = "self.origin"
"""The origin the page really has; ``location.origin`` would not tell that a page is sandboxed."""

LOCATION_SCRIPT = "location.origin"

_RUN = """
async (call) => {
  const names = (text) => text.trim().split(/[\\r\\n]+/).filter(Boolean).map((line) => line.split(":", 1)[0]);
  const byFetch = async (signal) => {
    const init = {method: call.method, headers: call.headers, credentials: call.credentials, mode: call.mode,
                  redirect: call.redirect, signal};
    if (call.body !== null) init.body = call.body;
    const response = await fetch(call.url, init);
    const seen = {ending: "resolved", type: response.type, status: response.status, redirected: response.redirected,
                  url: response.url, headers: [...response.headers.keys()]};
    if (response.body) response.body.cancel().catch(() => {});
    return seen;
  };
  const byXhr = () => new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(call.method, call.url);
    for (const [name, value] of call.headers) xhr.setRequestHeader(name, value);
    xhr.withCredentials = call.credentials === "include";
    const moved = () => xhr.responseURL !== new URL(call.url).href.split("#")[0];
    xhr.onload = () => resolve({ending: "resolved", type: call.cross ? "cors" : "basic", status: xhr.status,
      redirected: moved(), url: xhr.responseURL, headers: names(xhr.getAllResponseHeaders())});
    xhr.onerror = () => reject(new Error("the error event of XMLHttpRequest"));
    xhr.send(call.body);
  });
  const controller = new AbortController();
  const late = new Promise((resolve) => setTimeout(() => resolve({ending: "timeout"}), call.timeout));
  const run = async () => {
    try {
      return await (call.api === "xhr" ? byXhr() : byFetch(controller.signal));
    } catch (error) {
      return {ending: "rejected", message: String(error)};
    }
  };
  const result = await Promise.race([run(), late]);
  if (result.ending === "timeout") controller.abort();
  return JSON.stringify(result);
}
"""


def question(call: Call, timeout: float) -> Question | str:
    """The question for `call`, given up inside the page after `timeout` seconds; a sentence when it cannot be asked."""
    if call.initiator not in (Initiator.FETCH, Initiator.XHR):
        return f"A real browser is asked for fetch and XMLHttpRequest only, not for {call.initiator.value}."
    if call.initiator is Initiator.XHR and call.credentials is CredentialsMode.OMIT:
        return "XMLHttpRequest has no way to omit credentials; ask with same-origin or include, or ask for fetch."
    if parse_url(call.url) is None:
        return f"The URL {call.url!r} cannot be parsed; give a whole one like https://api.example.com/users."
    place = _page_place(call)
    if place is None:
        return f"A page cannot stand at the origin {call.origin!r}; give one like https://app.example.com."
    page_url, origin = place
    return Question(page_url, origin == "null", _script(call, origin, timeout), origin)


def page_headers(asked: Question) -> tuple[tuple[str, str], ...]:
    """The headers of the blank page."""
    return (*PAGE_HEADERS, SANDBOX_HEADER) if asked.sandboxed else PAGE_HEADERS


def _page_place(call: Call) -> tuple[str, str] | None:
    if call.origin.strip() == "null":
        target = parse_url(call.url)
        scheme = target.scheme if target and target.is_http else "https"
        return f"{scheme}://{OPAQUE_PAGE_HOST}/", "null"
    url = parse_url(call.origin)
    if url is None or not url.is_http or not url.host:
        return None
    return f"{url.origin}/", str(url.origin)


def _script(call: Call, origin: str, timeout: float) -> str:
    target = parse_url(call.url)
    written = {
        "api": call.initiator.value,
        "method": call.method,
        "url": call.url,
        "headers": [list(pair) for pair in call.headers],
        "credentials": call.credentials.value,
        "mode": call.mode.value,
        "redirect": call.redirect.value,
        "body": None if call.body is None else _as_text(call.body),
        "cross": target is None or origin == "null" or str(target.origin) != origin,
        "timeout": max(int(timeout * 1000), 1),
    }
    return f"({_RUN.strip()})({json.dumps(written)})"


def _as_text(body: str) -> str:
    """Script encodes a string body as UTF-8: bytes held as latin-1 text must become the text they encode."""
    try:
        return body.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return body
