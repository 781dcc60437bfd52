"""Asking a real, installed browser: the very request, from a blank page at the case's own page origin.

Chromium, Chrome and Edge are driven by raw CDP, Firefox by WebDriver BiDi, both over `websockets` (the extra
``browser``). Only the one page document is answered by us; the request to the API is the browser's own.
"""
