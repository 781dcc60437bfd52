"""Recipes: text to copy, by topic. Example hosts stand for your own."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recipe:
    """A text to copy. `language` is the Pygments name; `warning` is shown above it when not empty."""

    title: str
    language: str
    text: str
    warning: str = ""


PREVENTION = (
    Recipe(
        "One shared helper (Express)",
        "javascript",
        """\
// cors-policy.mjs: the only place that knows the policy
import cors from 'cors';

const allowedOrigins = (process.env.CORS_ORIGINS ?? '')
  .split(',').map((o) => o.trim().replace(/\\/+$/, '')).filter(Boolean);

export const corsPolicy = cors({
  origin: allowedOrigins,
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  allowedHeaders: ['Content-Type', 'Authorization'],
  maxAge: 7200,
});
// app.use(corsPolicy) as the first app.use of every service""",
    ),
    Recipe(
        "Origins from the environment (Python)",
        "python",
        """\
import os

origins = [o.strip().rstrip("/") for o in os.environ.get("CORS_ORIGINS", "").split(",") if o.strip()]""",
    ),
    Recipe(
        "The production origin in development",
        "bash",
        "CORS_ORIGINS=https://app.example.com,http://localhost:3000",
    ),
    Recipe(
        "Preflight cache",
        "http",
        "Access-Control-Max-Age: 7200",
    ),
    Recipe(
        "Smoke test after a gateway or CDN change",
        "bash",
        """\
#!/bin/sh
# Fails when the preflight, a good answer or an error loses the header.
set -eu
api=https://api.example.com origin=https://app.example.com
ask() { curl -sS -o /dev/null -D - --max-time 10 -H "Origin: $origin" "$@" | tr -d '\\r'; }
want() { grep -qix "access-control-allow-origin: $origin" || { echo "no header: $1" >&2; exit 1; }; }
ask -X OPTIONS -H 'Access-Control-Request-Method: PUT' \\
  -H 'Access-Control-Request-Headers: authorization,content-type' "$api/users" > preflight.txt
grep -Eq '^HTTP/[0-9.]+ 2' preflight.txt || { echo 'preflight not ok' >&2; exit 1; }
want preflight < preflight.txt
ask "$api/users" | want request
ask "$api/no-such-path" | want error
echo ok""",
    ),
    Recipe(
        "Watching preflights that fail (nginx)",
        "nginx",
        """\
map "$request_method:$status" $failed_preflight { default 0; "~^OPTIONS:[45]" 1; }
server {
  access_log /var/log/nginx/failed-preflights.log combined if=$failed_preflight;
}""",
    ),
)

ENVIRONMENTS = (
    Recipe(
        "Development: one origin for both, by Vite's proxy",
        "javascript",
        """\
// vite.config.js: the page calls /api/users, no CORS takes part
export default {
  server: { proxy: { '/api': { target: 'http://127.0.0.1:8000', changeOrigin: true } } },
};""",
    ),
    Recipe(
        "Development: everybody, without credentials (Express)",
        "javascript",
        "app.use(cors({ origin: '*', credentials: false }));",
        "For your own machine only: never deploy it.",
    ),
    Recipe(
        "Production: the exact list (Express)",
        "javascript",
        """\
app.use(cors({
  origin: ['https://app.example.com', 'https://app.staging.example.com'],
  credentials: true, // only when cookies are needed
}));""",
    ),
)

_BYPASS_WARNING = "Development only. Every page in this window may read every other site as you."

BYPASS = (
    Recipe(
        "macOS",
        "bash",
        'open -na "Google Chrome" --args --user-data-dir="$(mktemp -d)" --disable-web-security',
        _BYPASS_WARNING,
    ),
    Recipe(
        "Linux",
        "bash",
        'google-chrome --user-data-dir="$(mktemp -d)" --disable-web-security',
        _BYPASS_WARNING,
    ),
    Recipe(
        "Windows",
        "bat",
        'start chrome --user-data-dir="%TEMP%\\chrome-no-cors" --disable-web-security',
        _BYPASS_WARNING,
    ),
)

VERIFY = (
    Recipe(
        "The preflight",
        "bash",
        """\
curl -i -X OPTIONS https://api.example.com/users \\
  -H 'Origin: https://app.example.com' \\
  -H 'Access-Control-Request-Method: POST' \\
  -H 'Access-Control-Request-Headers: authorization,content-type'""",
    ),
    Recipe(
        "The request itself",
        "bash",
        "curl -i https://api.example.com/users -H 'Origin: https://app.example.com'",
    ),
    Recipe(
        "An error",
        "bash",
        "curl -i https://api.example.com/no-such-path -H 'Origin: https://app.example.com'",
    ),
    Recipe(
        "Straight to the origin server, with TLS name and Host kept",
        "bash",
        """\
curl -i https://api.example.com/users -H 'Origin: https://app.example.com' \\
  --connect-to api.example.com:443:ORIGIN_IP:443""",
    ),
)

PROXIES = (
    Recipe(
        "nginx passes the application's headers and decorates only its own errors",
        "nginx",
        """\
map $http_origin $cors_origin { default ""; "https://app.example.com" $http_origin; }
server {
  error_page 413 502 503 504 @cors_error;
  location / { proxy_pass http://app; }
  location @cors_error {
    internal;
    add_header Access-Control-Allow-Origin $cors_origin always;
    add_header Vary Origin always;
    default_type text/plain;
    return 200 "$status\\n";  # error_page keeps the status of the error itself
  }
}""",
    ),
    Recipe(
        "Through the CDN and around it, side by side",
        "bash",
        """\
ask() { curl -sS -o /dev/null -D - -H 'Origin: https://app.example.com' "$@" https://api.example.com/users; }
diff <(ask) <(ask --connect-to api.example.com:443:ORIGIN_IP:443)""",
    ),
)
