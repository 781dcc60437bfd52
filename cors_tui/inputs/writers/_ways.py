"""How a page makes each kind of call but `fetch`, as JavaScript that is a promise: the table of templates.

A line is written once for each value of what it names with ``$``, and not at all where there is none. What is put in is
never looked at again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from string import Template

from cors_tui.standards.request import Initiator

_SCRIPT = """\
new Promise((resolve, reject) => {
  const script = document.createElement("script");
  script.type = $type;
  script.crossOrigin = $crossorigin;
  script.onload = () => resolve(script);
  script.onerror = () => reject(new Error("not loaded"));
  script.src = $url;
  document.head.append(script);
})"""

TEMPLATES = {
    Initiator.XHR: """\
new Promise((resolve, reject) => {
  const xhr = new XMLHttpRequest();
  xhr.open($method, $url);
  xhr.setRequestHeader($header);
  xhr.withCredentials = $with_credentials;
  xhr.onload = () => resolve(xhr);
  xhr.onerror = () => reject(new Error("XMLHttpRequest fired its error event"));
  xhr.send($body);
})""",
    Initiator.SCRIPT: _SCRIPT,
    Initiator.MODULE: _SCRIPT,
    Initiator.IMPORT: "import($url)",
    Initiator.STYLESHEET: """\
new Promise((resolve, reject) => {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.crossOrigin = $crossorigin;
  link.onload = () => resolve(link);
  link.onerror = () => reject(new Error("not loaded"));
  link.href = $url;
  document.head.append(link);
})""",
    Initiator.IMAGE: """\
new Promise((resolve, reject) => {
  const image = new Image();
  image.crossOrigin = $crossorigin;
  image.onload = () => resolve(image);
  image.onerror = () => reject(new Error("not loaded"));
  image.src = $url;
})""",
    Initiator.FONT: 'new FontFace("copied", $css_url).load()',
    Initiator.EVENT_SOURCE: """\
new Promise((resolve, reject) => {
  const source = new EventSource($url, {withCredentials: $with_credentials});
  source.onopen = () => { source.close(); resolve(source); };
  source.onerror = () => { source.close(); reject(new Error("not loaded")); };
})""",
}


def written(initiator: Initiator, values: Mapping[str, Sequence[str]]) -> str:
    """The template of `initiator`, its names filled in with the JavaScript in `values`."""
    return "\n".join(line for each in TEMPLATES[initiator].split("\n") for line in _lines(each, values))


def _lines(line: str, values: Mapping[str, Sequence[str]]) -> Iterator[str]:
    template = Template(line)
    names = template.get_identifiers()
    for chosen in product(*(values[name] for name in names)):
        yield template.substitute(dict(zip(names, chosen, strict=True)))
