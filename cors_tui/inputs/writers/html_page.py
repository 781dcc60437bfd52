"""A smallest page that sends the request from a real browser."""

from __future__ import annotations

import html

from cors_tui.case import Case
from cors_tui.inputs.writer import Writer
from cors_tui.inputs.writers import fetch_code
from cors_tui.standards.request import Initiator

_PAGE = """<!doctype html>
<meta charset="utf-8">
<title>Does the browser allow it?</title>
<!-- Serve this file from {origin}: opened from the disk its origin is null. -->
<button id="send">Send</button>
<pre id="said"></pre>
<script type="module">
const said = document.getElementById("said");
const send = async () => {{
{code}
}};
document.getElementById("send").onclick = async () => {{
  try {{
    const answer = await send();
    said.textContent = {answered};
  }} catch (error) {{
    said.textContent = {failed};
  }}
}};
</script>
"""

_FAILED = "`${error}\\nThe reason is in the browser's console.`"
_SAID = {
    Initiator.FETCH: ("`${answer.type} ${answer.status}\\n${await answer.text()}`", _FAILED),
    Initiator.XHR: ("`${answer.status}\\n${answer.responseText}`", _FAILED),
}
"""What the page shows of an answer, and of a failure, as JavaScript."""

_OF_AN_ELEMENT = (
    '"loaded"',
    '"not loaded: the reason is in the browser\'s console\\nReload this page before you send again."',
)


def write(case: Case, show_secrets: bool = False) -> str:
    """The page. Whatever the case holds, it stays inside its string literals."""
    constants, call = fetch_code.constants_and_call(case.call, show_secrets)
    origin = html.escape(case.call.origin or "the page's own origin").replace("--", "&#45;&#45;")
    answered, failed = _SAID.get(case.call.initiator, _OF_AN_ELEMENT)
    return _PAGE.format(origin=origin, code=f"{constants}return {call};", answered=answered, failed=failed)


WRITER = Writer("HTML page", write, ".html")
