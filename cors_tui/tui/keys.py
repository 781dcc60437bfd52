"""Every action of the guide with its key, its twin that works inside fields, and its words: one table for the
bindings, the palette and the help."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding


@dataclass(frozen=True, slots=True)
class Key:
    """`key` is live where nothing is typed, `twin` everywhere. `label` is for the last line ("" keeps it off that)."""

    key: str
    twin: str
    action: str
    label: str
    help: str

    def binding(self) -> Binding:
        keys = ",".join(filter(None, (self.key, self.twin)))
        return Binding(keys, self.action, self.label or self.help, show=bool(self.label))


KEYS = (
    Key("r", "ctrl+r", "probe", "probe", "Probe: send what a browser would send in this step"),
    Key("enter", "ctrl+n", "next", "next", "Go to the next step"),
    Key("escape", "", "back", "back", "Leave the field, or go one step back"),
    Key("a", "f2", "everything", "all", "Send every safe probe of every step"),
    Key("y", "ctrl+y", "copy", "copy", "Copy the fix; in other steps choose what, and in which form"),
    Key("Y", "ctrl+f4", "copy_as", "", "Copy the request as curl, fetch code, HTTPie, .http or a page"),
    Key("w", "f4", "watch", "watch", "Watch: probe again every 2 s, then slower, until it is green"),
    Key("k", "f7", "apply", "lab fix", "Apply the fix to the lab server, or break it again"),
    Key("e", "ctrl+g", "edit", "edit policy", "Edit the policy that the fix is made of"),
    Key("p", "ctrl+o", "policy_file", "", "Save the policy as a file (cors-policy.toml), or open one"),
    Key("f", "f8", "development", "dev variant", "Switch to the development-only variant of the fix"),
    Key("t", "ctrl+t", "try_it", "try it", "Try the fix here: boot it on this machine and send it the request"),
    Key("n", "ctrl+f2", "verify", "verify", "Go to the last step: verify"),
    Key("c", "f3", "console", "browser", "Show the next browser's console"),
    Key("tab", "", "field(1)", "field", "Go to the next field"),
    Key("shift+tab", "", "field(-1)", "", "Go to the field before"),
    Key("f6", "", "panel", "panel", "Go to the next panel; the arrow keys scroll it"),
    Key("v", "ctrl+l", "whole", "whole", "Show everything uncut: the console, the headers, the snippet"),
    Key("u", "ctrl+f3", "pasted", "ask me", "Look at what was pasted: likely causes, and questions to you"),
    Key("x", "f9", "reveal", "", "Show or mask secrets"),
    Key("l", "f10", "larger_body", "larger body", "Send a larger body once, to find a limit, after a look at it"),
    Key("s", "ctrl+s", "stop", "stop", "Stop what is being asked"),
    Key("b", "ctrl+b", "real_browser", "real browser", "Ask a real browser that is installed here"),
    Key("slash", "f5", "reference", "", "Open the reference"),
    Key("question_mark", "f1", "help", "", "Show what every key does"),
    *(Key(str(n), "", f"step({n})", "", f"Go to step {n}") for n in range(1, 8)),
)


def bindings() -> list[Binding]:
    """The table as Textual wants it."""
    return [key.binding() for key in KEYS]
