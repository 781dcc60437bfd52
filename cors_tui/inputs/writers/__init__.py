"""The way back: a case as text to copy, one form a file, binding ``WRITER``."""
