"""Real proxies that are set up right: nothing is found wrong with them, whatever is asked."""

from __future__ import annotations

import pytest

from tests.live.proxies.asking import asked, findings, good_server
from tests.live.proxies.programs import running

_NAMES = ("Allow-Origin", "Allow-Credentials", "Allow-Methods", "Allow-Headers", "Expose-Headers", "Max-Age")
_ORIGINS = '"http://localhost:3000" $http_origin; "https://app.example.com" $http_origin;'

NGINX_OWNS = f"""\
map $http_origin $cors_origin {{ default ""; {_ORIGINS} }}
map "$request_method:$cors_origin" $cors_methods {{ default ""; "~^OPTIONS:." "GET, POST, PUT"; }}
map "$request_method:$cors_origin" $cors_headers {{ default ""; "~^OPTIONS:." "Content-Type, X-Api-Key"; }}
---
{" ".join(f"proxy_hide_header Access-Control-{name};" for name in _NAMES)}
proxy_hide_header Vary;
add_header Access-Control-Allow-Origin $cors_origin always;
add_header Access-Control-Allow-Methods $cors_methods always;
add_header Access-Control-Allow-Headers $cors_headers always;
add_header Vary Origin always;
if ($request_method = OPTIONS) {{ return 204; }}
location / {{ proxy_pass http://127.0.0.1:BEHIND; }}
"""
NGINX_DECORATES = f"""\
map $http_origin $cors_origin {{ default ""; {_ORIGINS} }}
---
error_page 413 502 503 504 @cors_error;
location / {{ proxy_pass http://127.0.0.1:BEHIND; }}
location @cors_error {{
  internal;
  add_header Access-Control-Allow-Origin $cors_origin always;
  add_header Vary Origin always;
  return 200 "$status";
}}
"""
HAPROXY_OWNS = """\
 acl cors_ok req.hdr(origin) -m str http://localhost:3000 https://app.example.com
 http-request set-var(txn.cors_origin) req.hdr(origin) if cors_ok
 http-request return status 204 hdr Access-Control-Allow-Methods "GET, PUT" hdr Access-Control-Allow-Headers "X-Api-Key" if METH_OPTIONS { req.hdr(access-control-request-method) -m found } cors_ok
 http-after-response del-header Access-Control-Allow-Origin
 http-after-response set-header Access-Control-Allow-Origin %[var(txn.cors_origin)] if { var(txn.cors_origin) -m found }
 http-after-response set-header Vary Origin"""  # noqa: E501 -- one rule, one line
APACHE_OWNS = """\
SetEnvIf Origin "^(http://localhost:3000|https://app\\.example\\.com)$" CORS_ORIGIN=$1
Header unset Access-Control-Allow-Origin
Header unset Access-Control-Allow-Methods
Header unset Access-Control-Allow-Headers
Header unset Vary
Header always set Access-Control-Allow-Origin "%{CORS_ORIGIN}e" env=CORS_ORIGIN
Header always set Access-Control-Allow-Methods "GET, PUT" "expr=%{REQUEST_METHOD} == 'OPTIONS' && -n reqenv('CORS_ORIGIN')"
Header always set Access-Control-Allow-Headers "X-Api-Key" "expr=%{REQUEST_METHOD} == 'OPTIONS' && -n reqenv('CORS_ORIGIN')"
Header always set Vary Origin
RewriteEngine On
RewriteCond %{REQUEST_METHOD} =OPTIONS
RewriteCond %{HTTP:Access-Control-Request-Method} .
RewriteRule ^ - [R=204,L]"""  # noqa: E501 -- one directive, one line

CACHE = (
    "proxy_cache_path FOLDER/cache keys_zone=zone:1m;\n---\n"
    "location / { proxy_pass http://127.0.0.1:BEHIND; proxy_cache zone; proxy_cache_valid 200 1m; }"
)

WORKING = {
    "nginx passes": ("nginx", "location / { proxy_pass http://127.0.0.1:BEHIND; }"),
    "nginx owns": ("nginx", NGINX_OWNS),
    "nginx decorates its own errors": ("nginx", NGINX_DECORATES),
    "nginx caches what varies": ("nginx", CACHE),
    "haproxy passes": ("haproxy", ""),
    "haproxy owns": ("haproxy", HAPROXY_OWNS),
    "varnish caches what varies": ("varnish", ""),
    "caddy passes": ("caddy", "reverse_proxy 127.0.0.1:BEHIND"),
    "apache passes": ("apache", ""),
    "apache owns": ("apache", APACHE_OWNS),
}
REQUESTS = {
    "a simple request": {},
    "a preflighted one": {"preflighted": True},
    "a path that does not exist": {"path": "/nowhere"},
    "an error": {"path": "/boom"},
}


@pytest.mark.parametrize("name", WORKING)
async def test_nothing_is_found_wrong(name: str) -> None:
    proxy, config = WORKING[name]
    with good_server() as server, running(proxy, config, server) as port:
        for what, options in REQUESTS.items():
            case = await asked(port, direct=server, **options)  # type: ignore[arg-type]
            assert [(what, finding.cause, finding.says) for finding in findings(case)] == []
