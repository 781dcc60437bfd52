"""What to change at which product in front, as one table: a row a product and topic. To add one is one row and one
test.

Sources: the products' own documentation, and runs of nginx, HAProxy, Varnish, Caddy and Apache.
"""
# ruff: noqa: E501 -- a table is read across

from __future__ import annotations

from collections.abc import Set as AbstractSet
from enum import Enum


class Topic(Enum):
    """What a layer in front does; the value is the question about it."""

    WHO = "who"
    HEADERS = "headers"
    CACHE = "cache"
    OPTIONS = "options"
    REDIRECT = "redirect"


_H, _C, _O, _R = Topic.HEADERS, Topic.CACHE, Topic.OPTIONS, Topic.REDIRECT

# fmt: off
CHANGES: tuple[tuple[str, Topic, str], ...] = (
    ("Cloudflare", _H, "Rules > Transform Rules, Snippets and Workers set and remove response headers: look for Access-Control there."),
    ("Cloudflare", _C, "Add Origin to Vary in a Cache Rule, then purge everything: purging one URL leaves the answers made for other origins."),
    ("Cloudflare", _O, "Access stops preflights, which carry no session: give the application its CORS settings, or let OPTIONS bypass it."),
    ("Cloudflare", _R, "SSL/TLS > Edge Certificates > Always Use HTTPS, and Redirect Rules, redirect: call the final URL."),
    ("CloudFront", _H, "The response headers policy: its CORS part writes over the server's headers (origin override), and it can remove Vary."),
    ("CloudFront", _C, "Put Origin into the cache policy, so that each origin has an answer of its own; then invalidate."),
    ("CloudFront", _O, "Allow OPTIONS in the behaviour's methods, and pass Origin and the Access-Control-Request headers on (origin request policy)."),
    ("CloudFront", _R, "The viewer protocol policy redirects http to https: call https."),
    ("Fastly", _H, "Header rules or VCL (vcl_deliver, vcl_fetch) set and unset Access-Control headers."),
    ("Fastly", _C, "Keep the server's `Vary: Origin` (VCL may overwrite it), then purge."),
    ("Azure Front Door", _H, "The rule set's actions modify response headers: look for Access-Control there."),
    ("Azure App Service", _H, "The platform has CORS settings of its own (az webapp cors): leave them empty, or take CORS out of the application."),
    ("AWS API Gateway (HTTP)", _H, "With CORS configured it leaves out the server's own CORS headers: put the whole policy there, or none."),
    ("AWS API Gateway (HTTP)", _O, "With CORS configured it answers OPTIONS itself: put the whole policy there, or none."),
    ("AWS API Gateway (REST)", _H, "Its own 4XX and 5XX answers carry CORS headers only when the gateway responses DEFAULT_4XX and DEFAULT_5XX set them."),
    ("AWS API Gateway (REST)", _O, "Add an OPTIONS method without authorization to the resource, then deploy the stage."),
    ("AWS load balancer", _H, "Listener attributes can insert Access-Control headers: take them out there, or at the server."),
    ("Vercel", _H, "`headers` of vercel.json or next.config are the same for every origin: take Access-Control out, or out of the code."),
    ("Vercel", _O, "Deployment Protection stops preflights: allow OPTIONS for the path, or call the production domain."),
    ("Netlify", _H, "The `_headers` file and netlify.toml set headers: take Access-Control out there, or in the function."),
    ("Firebase Hosting", _H, "`headers` in firebase.json sets them: take Access-Control out there, or in the function."),
    ("Kong", _H, "The cors plugin writes over what the service sends: keep one of the two."),
    ("Kong", _O, "The cors plugin answers OPTIONS itself unless preflight_continue is true."),
    ("Envoy", _H, "The route's cors policy, and response_headers_to_add and response_headers_to_remove: keep one layer that sends them."),
    ("Envoy", _O, "The cors filter answers preflights itself where the route has a cors policy: give it your page's origin."),
    ("nginx", _H, "`add_header … always` adds and `proxy_hide_header` takes away; a block with an add_header of its own inherits none."),
    ("nginx", _C, "Put $http_origin into proxy_cache_key, or take Vary out of proxy_ignore_headers."),
    ("nginx", _O, "`if ($request_method = OPTIONS)`, limit_except, auth_basic and auth_request answer in the server's place: take OPTIONS out of them."),
    ("nginx", _R, "`return 301`, `rewrite … permanent` and `location /x/` with proxy_pass redirect: call the URL they lead to."),
    ("OpenResty", _H, "`add_header`, `proxy_hide_header` and header_filter_by_lua change headers: look for Access-Control there."),
    ("HAProxy", _H, "http-response set-header, add-header, replace-header and del-header change them: look for Access-Control there."),
    ("HAProxy", _O, "http-request return and deny answer OPTIONS: let preflights pass, or give them all the headers."),
    ("Varnish", _H, "Look for Access-Control in vcl_backend_response and vcl_deliver, and for `unset req.http.Origin` in vcl_recv."),
    ("Varnish", _C, "Keep the server's `Vary: Origin`, or add hash_data(req.http.Origin) to vcl_hash."),
    ("Varnish", _O, "synth() answers OPTIONS, and `return (hash)` makes a GET of it: `return (pass)` for OPTIONS."),
    ("Varnish", _R, "synth(301) redirects: call the URL it leads to."),
    ("Caddy", _H, "`header` adds before the server's answer comes, so that there are two: header_down in reverse_proxy replaces, `-Name` removes."),
    ("Caddy", _O, "`respond` and `handle` for OPTIONS stand before reverse_proxy: take them out, or give them all the headers."),
    ("Caddy", _R, "`redir` and automatic https redirect: call the final URL."),
    ("Apache", _H, "`Header always set` doubles what the server sends (`Header unset` it first); `Header unset` alone takes it away."),
    ("Apache", _C, "mod_cache keeps one answer for all without `Vary: Origin`: let the server send it."),
    ("Apache", _O, "Limit, LimitExcept, Require and RewriteRule with R=… answer OPTIONS: take OPTIONS out of them."),
    ("Apache", _R, "Redirect, RewriteRule with R and mod_dir redirect: call the URL they lead to."),
    ("IIS", _H, "customHeaders in web.config doubles what the application sends: keep one, or use the CORS module alone."),
    ("IIS", _O, "The OPTIONSVerbHandler answers OPTIONS: remove it in web.config, or use the CORS module."),
)
# fmt: on


def changes_at(product: str, topics: AbstractSet[Topic]) -> tuple[str, ...]:
    """What to change at `product` about `topics`, in the table's order."""
    return tuple(what for name, topic, what in CHANGES if name == product and topic in topics)
