"""cors-tui: from a red CORS line in a browser console to a working, proven change."""

__version__ = "0.1.0"
