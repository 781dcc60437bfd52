"""The ways a real proxy breaks CORS in front of a server that does it right: each is found, with its layer."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from urllib.request import urlopen

import pytest

from cors_tui.diagnosis.layers import ORIGIN_SERVER, Deed, who_did_it
from tests.live.proxies.asking import asked, facts_of, findings, good_server, without_direct
from tests.live.proxies.programs import free_port, running

PASS = "location / { proxy_pass http://127.0.0.1:BEHIND; %s }"
CACHE = "proxy_cache_path FOLDER/cache keys_zone=zone:1m;\n---\n" + PASS % "proxy_cache zone; proxy_cache_valid 200 1m;"
OTHER = "https://www.example.com"
HIDE = "proxy_hide_header Access-Control-Allow-Origin;"
ACAO = "Access-Control-Allow-Origin"


@dataclass(frozen=True, slots=True)
class Broken:
    """A proxy, its configuration, and what must be found through it: with the direct answer beside it, and without
    ("" where the direct answer is what tells)."""

    proxy: str
    config: str
    found: str
    alone: str = ""
    deed: Deed | None = None
    preflighted: bool = False
    path: str = "/users"
    server: str = "good"


CASES: dict[str, Broken] = {
    "nginx strips": Broken("nginx", PASS % HIDE, "stripped-by-proxy", deed=Deed.REMOVED),
    "nginx strips from a preflight": Broken(
        "nginx", PASS % HIDE, "stripped-by-proxy", deed=Deed.REMOVED, preflighted=True
    ),
    "nginx overwrites": Broken(
        "nginx", PASS % f"{HIDE} add_header {ACAO} {OTHER} always;", "overwritten-by-proxy", "fixed-other-origin",
        deed=Deed.CHANGED,
    ),
    "nginx doubles": Broken(
        "nginx", PASS % f"add_header {ACAO} $http_origin always;", "doubled-by-two-layers", "doubled-by-two-layers",
        deed=Deed.DOUBLED,
    ),
    "nginx doubles on a preflight": Broken(
        "nginx", PASS % f"add_header {ACAO} $http_origin always;", "doubled-by-two-layers", "doubled-by-two-layers",
        deed=Deed.DOUBLED, preflighted=True,
    ),
    "nginx answers OPTIONS": Broken(
        "nginx", PASS % "if ($request_method = OPTIONS) { return 405; }", "preflight-answered-by-proxy",
        "options-not-handled", deed=Deed.REMOVED, preflighted=True,
    ),
    "nginx limits the methods": Broken(
        "nginx", PASS % "limit_except GET POST { deny all; }", "preflight-answered-by-proxy", "auth-before-cors",
        preflighted=True,
    ),
    "nginx asks for a password": Broken(
        "nginx", PASS % "auth_basic here; auth_basic_user_file /dev/null;", "auth-before-cors", "auth-before-cors",
        preflighted=True,
    ),
    "nginx caches what nobody asked for": Broken(
        "nginx", CACHE, "cached-without-vary", "cached-without-vary", server="without vary, asked before"
    ),
    "nginx redirects to https": Broken(
        "nginx", "return 301 https://$host$request_uri;", "redirect-to-https", "redirect-to-https", preflighted=True
    ),
    "nginx redirects to the slash": Broken(
        "nginx", "location /api/ { proxy_pass http://127.0.0.1:BEHIND; }", "redirect-preflight", "redirect-preflight",
        preflighted=True, path="/api",
    ),
    "nginx has its own 502": Broken("nginx", PASS % "", "timeout-gateway", "timeout-gateway", server="none"),
    "haproxy strips": Broken("haproxy", f" http-response del-header {ACAO}", "stripped-by-proxy", deed=Deed.REMOVED),
    "haproxy overwrites": Broken(
        "haproxy", f" http-response set-header {ACAO} {OTHER}", "overwritten-by-proxy", "fixed-other-origin",
        deed=Deed.CHANGED,
    ),
    "haproxy doubles": Broken(
        "haproxy", f" http-response add-header {ACAO} *", "doubled-by-two-layers", "doubled-by-two-layers",
        deed=Deed.DOUBLED,
    ),
    "haproxy denies OPTIONS": Broken(
        "haproxy", " http-request deny deny_status 405 if METH_OPTIONS", "preflight-answered-by-proxy",
        "options-not-handled", preflighted=True,
    ),
    "haproxy redirects": Broken(
        "haproxy", " http-request redirect scheme https", "redirect-to-https", "redirect-to-https", preflighted=True
    ),
    "haproxy has its own 503": Broken("haproxy", "", "timeout-gateway", "timeout-gateway", server="none"),
    "varnish strips": Broken(
        "varnish", f"sub vcl_backend_response {{ unset beresp.http.{ACAO}; }}", "stripped-by-proxy", deed=Deed.REMOVED
    ),
    "varnish hides the origin": Broken(
        "varnish", "sub vcl_recv { unset req.http.Origin; }", "stripped-by-proxy", deed=Deed.REMOVED, preflighted=True
    ),
    "varnish overwrites": Broken(
        "varnish", f'sub vcl_deliver {{ set resp.http.{ACAO} = "{OTHER}"; }}', "overwritten-by-proxy",
        "fixed-other-origin", deed=Deed.CHANGED,
    ),
    "varnish joins": Broken(
        "varnish", f'sub vcl_deliver {{ set resp.http.{ACAO} = resp.http.{ACAO} + ", *"; }}', "doubled-by-two-layers",
        "doubled-by-two-layers", deed=Deed.CHANGED,
    ),
    "varnish answers OPTIONS": Broken(
        "varnish", 'sub vcl_recv { if (req.method == "OPTIONS") { return (synth(405)); } }',
        "preflight-answered-by-proxy", "options-not-handled", preflighted=True,
    ),
    "varnish turns OPTIONS into GET": Broken(
        "varnish", 'sub vcl_recv { if (req.method == "OPTIONS") { return (hash); } }', "preflight-answered-by-proxy",
        "header-not-allowed", preflighted=True,
    ),
    "varnish caches what nobody asked for": Broken(
        "varnish", "", "cached-without-vary", "cached-without-vary", server="without vary, asked before"
    ),
    "varnish forgets Vary": Broken(
        "varnish", "sub vcl_backend_response { unset beresp.http.Vary; }", "cached-without-vary",
        "cached-without-vary", server="asked before",
    ),
    "varnish has its own 503": Broken("varnish", "", "timeout-gateway", "timeout-gateway", server="none"),
    "caddy strips": Broken(
        "caddy", f"reverse_proxy 127.0.0.1:BEHIND {{\n header_down -{ACAO}\n}}", "stripped-by-proxy",
        deed=Deed.REMOVED,
    ),
    "caddy overwrites": Broken(
        "caddy", f"reverse_proxy 127.0.0.1:BEHIND {{\n header_down {ACAO} {OTHER}\n}}", "overwritten-by-proxy",
        "fixed-other-origin", deed=Deed.CHANGED,
    ),
    "caddy doubles": Broken(
        "caddy", f"header {ACAO} *\nreverse_proxy 127.0.0.1:BEHIND", "doubled-by-two-layers", "doubled-by-two-layers",
        deed=Deed.DOUBLED,
    ),
    "caddy answers OPTIONS": Broken(
        "caddy", "@options method OPTIONS\nrespond @options 405\nreverse_proxy 127.0.0.1:BEHIND",
        "preflight-answered-by-proxy", "options-not-handled", preflighted=True,
    ),
    "caddy redirects to the slash": Broken(
        "caddy", "redir /api /api/ 308\nreverse_proxy 127.0.0.1:BEHIND", "redirect-preflight", "redirect-preflight",
        preflighted=True, path="/api",
    ),
    "caddy has its own 502": Broken(
        "caddy", "reverse_proxy 127.0.0.1:BEHIND", "timeout-gateway", "timeout-gateway", server="none"
    ),
    "apache strips": Broken("apache", f"Header unset {ACAO}", "stripped-by-proxy", deed=Deed.REMOVED),
    "apache overwrites": Broken(
        "apache", f"Header set {ACAO} {OTHER}", "overwritten-by-proxy", "fixed-other-origin", deed=Deed.CHANGED
    ),
    "apache doubles": Broken(
        "apache", f"Header always set {ACAO} *", "doubled-by-two-layers", "doubled-by-two-layers", deed=Deed.DOUBLED
    ),
    "apache answers OPTIONS": Broken(
        "apache", "RewriteEngine On\nRewriteCond %{REQUEST_METHOD} =OPTIONS\nRewriteRule ^ - [R=405]",
        "preflight-answered-by-proxy", "options-not-handled", preflighted=True,
    ),
    "apache limits the methods": Broken(
        "apache", "<Location />\n<LimitExcept GET POST>\nRequire all denied\n</LimitExcept>\n</Location>",
        "preflight-answered-by-proxy", "auth-before-cors", preflighted=True,
    ),
    "apache has its own 503": Broken("apache", "", "timeout-gateway", "timeout-gateway", server="none"),
}  # fmt: skip


def _ask_without_origin(url: str) -> None:
    with urlopen(url) as answer:
        answer.read()


@pytest.mark.parametrize("name", CASES)
async def test_a_broken_proxy_is_named(name: str) -> None:
    broken = CASES[name]
    with good_server(vary="without vary" not in broken.server) as server:
        behind = free_port() if broken.server == "none" else server
        with running(broken.proxy, broken.config, behind) as port:
            if "asked before" in broken.server:
                await asyncio.to_thread(_ask_without_origin, f"http://127.0.0.1:{port}{broken.path}")
            case = await asked(port, direct=server, preflighted=broken.preflighted, path=broken.path)
    assert [finding.cause for finding in findings(case)][:1] == [broken.found]
    if broken.alone:
        assert [finding.cause for finding in findings(without_direct(case))][:1] == [broken.alone]
    if broken.deed is not None:
        facts = facts_of(case)
        stuck = facts.preflight or facts.actual
        assert stuck is not None
        claims = {claim.header: claim for claim in who_did_it(facts, stuck)}
        assert claims[ACAO.lower()].deed is broken.deed
        assert claims[ACAO.lower()].who != ORIGIN_SERVER
