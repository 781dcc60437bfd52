"""A smallest page that sends the request from a real browser."""

from __future__ import annotations

import html

from cors_tui.case import Case
from cors_tui.inputs.writer import Writer
from cors_tui.inputs.writers import fetch_code

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
    said.textContent = `${{answer.type}} ${{answer.status}}\\n${{await answer.text()}}`;
  }} catch (error) {{
    said.textContent = `${{error}}\\nThe reason is in the browser's console.`;
  }}
}};
</script>
"""


def write(case: Case, show_secrets: bool = False) -> str:
    """The page. Whatever the case holds, it stays inside its string literals."""
    constants, call = fetch_code.constants_and_call(case.call, show_secrets)
    origin = html.escape(case.call.origin or "the page's own origin").replace("--", "&#45;&#45;")
    return _PAGE.format(origin=origin, code=f"{constants}return {call};")


WRITER = Writer("HTML page", write, ".html")
