"""Pasted JavaScript, read and never run: its syntax tree, what values can be told, and the calls it makes."""
