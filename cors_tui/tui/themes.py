"""The colours: one theme of our own, and one without any for NO_COLOR."""

from __future__ import annotations

from textual.theme import Theme

COLOUR = Theme(
    name="cors-tui",
    primary="#7aa2f7",
    secondary="#9aa5ce",
    accent="#e0af68",
    warning="#e0af68",
    error="#f7768e",
    success="#9ece6a",
    foreground="#d5d9e8",
    background="#16181f",
    surface="#1d2029",
    panel="#272b37",
    variables={"quiet": "#8d96b3"},
)

MONOCHROME = Theme(
    name="monochrome",
    primary="#ffffff",
    secondary="#ffffff",
    accent="#ffffff",
    warning="#ffffff",
    error="#ffffff",
    success="#ffffff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    luminosity_spread=0.0,
    text_alpha=1.0,
    variables={
        "block-cursor-background": "#ffffff",
        "block-cursor-foreground": "#000000",
        "input-cursor-background": "#ffffff",
        "input-cursor-foreground": "#000000",
        "quiet": "#ffffff",
    },
)

VARIABLES = {"quiet": "#8d96b3"}
"""Our own names of colours, for a theme that does not know them."""


def theme_name(no_color: bool) -> str:
    """The theme to start with; `no_color` is whether NO_COLOR is set at all, even to nothing."""
    return MONOCHROME.name if no_color else COLOUR.name
