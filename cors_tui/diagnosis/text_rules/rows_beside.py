"""The rows of the table that no browser's line is needed for: a call alone, words, and what stands beside a line."""
# ruff: noqa: E501 -- a table is read across

from __future__ import annotations

# fmt: off
ROWS_BESIDE = (
    # --- no failure told: what the call alone shows ---------------------------------------------------------------------
    ("call header-of-answer", "response-headers-in-request 90"),
    ("call no-scheme", "url-without-scheme 90"),
    ("call mixed", "mixed-content 85"),
    ("call local-url public-page", "production-calls-localhost 75, local-network-permission 60"),
    ("call private-url public-page", "local-network-permission 70"),
    ("call null-page", "origin-null 50, file-page 45"),
    ("call apps-script", "apps-script-access 40"),
    ("call bucket-host", "storage-bucket-no-cors 45"),
    ("call private-tunnel-host", "tunnel-or-preview-protected 45"),
    ("call proxy-host", "public-cors-proxy 60"),
    ("call bare-name", "name-not-resolved 60"),
    ("call https-at-home", "tls-not-trusted 30"),
    ("call socket-io", "socketio-own-cors 45"),
    ("call header-sdk", "sdk-header-nobody-typed 35"),
    ("call small-method", "lower-case-patch 85"),
    ("call cookie-left-out", "credentials-mode-missing 30"),
    # --- words without a browser's line ------------------------------------------------------------------------------
    ("words", "no-allow-origin 15, origin-not-in-list 14, error-without-headers 13"),
    ("words preflight", "options-not-handled 45, auth-before-cors 20"),
    ("words preflight status-401", "auth-before-cors 90"),
    ("words preflight status-403", "auth-before-cors 50, origin-refused 55"),
    ("words header-words", "header-not-allowed 80"),
    ("words method-words", "method-not-allowed 70"),
    ("words credentials-words", "allow-credentials-missing 70, cookie-not-sent-samesite 20"),
    ("words wildcard-words", "wildcard-with-credentials 60, wildcard-misses-authorization 40"),
    ("words wildcard-words authorization-words", "wildcard-misses-authorization 85"),
    ("words wildcard-words credentials-words", "wildcard-with-credentials 85"),
    ("words origin-words", "origin-refused 60"),
    ("words multiple-words", "doubled-by-two-layers 75"),
    ("words login-words", "redirect-to-login 60"),
    ("words idp-words", "no-allow-origin 85"),
    ("words token-words", "auth-before-cors 50, gateway-refuses 45"),
    ("words name-words", "name-not-resolved 90"),
    ("words refused-words", "server-not-running 90"),
    ("words tls-words", "tls-not-trusted 70"),
    ("words file-words", "file-page 60"),
    ("words cache-words", "cached-without-vary 50"),
    ("words cookie-words", "cookie-not-sent-samesite 55, credentials-mode-missing 20"),
    ("words local-words", "local-network-permission 75"),
    ("words font-words", "no-allow-origin 40, cached-without-vary 35"),
    ("words script-host-words", "socketio-own-cors 60"),
    # --- what stands beside a browser's line ---------------------------------------------------------------------------
    ("beside-bucket !gateway-host status-unknown", "storage-bucket-no-cors 62"),
    ("beside-bucket status-403", "storage-bucket-no-cors 78"),
    ("beside-bucket preflight", "storage-bucket-no-cors 70"),
    ("beside-blocker", "blocked-by-client 88"),
    ("beside-cache allow-origin-missing", "cached-without-vary 76"),
    ("beside-cache allow-origin-mismatch", "cached-without-vary 72"),
    ("beside-certificate network", "tls-not-trusted 88"),
    ("beside-big status-unknown", "body-too-large 72"),
    ("beside-signed-out allow-origin-missing", "redirect-to-login 30"),
    ("allow-origin-missing dev-server", "origin-not-in-list 55"),
    ("app-page", "origin-not-in-list 52"),
    ("beside-duplicate allow-origin-mismatch", "doubled-by-two-layers 82"),
)
# fmt: on
"""Rows as in `table`: the clues, and the causes with their weights."""
