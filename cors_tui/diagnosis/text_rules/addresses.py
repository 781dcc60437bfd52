"""What the shape of an address tells: whose machine it is, and what kind of service stands there.

Every pattern is a kind of address that many people have; none is one person's own.
"""
# ruff: noqa: E501 -- a table is read across

from __future__ import annotations

import re
from dataclasses import dataclass

from cors_tui.standards.site import ip_of, is_localhost, registrable_domain
from cors_tui.standards.url import Url, parse_url

# fmt: off
_HOSTS = (
    # clue, pattern of the host, what it says
    ("gateway-host", r"\.execute-api\.", "The host is an API gateway's."),
    ("gateway-host", r"\.azure-api\.net$|\.apigee\.net$|\.gateway\.dev$", "The host is an API gateway's."),
    ("function-host", r"\.supabase\.(co|in)$|\.functions\.|\.lambda-url\.|\bcloudfunctions\.net$|\.azurewebsites\.net$|\.workers\.dev$", "The host runs functions."),
    ("google-function-host", r"\bcloudfunctions\.net$|\.run\.app$|\.a\.run\.app$", "Google decides who may invoke what runs there."),
    ("lambda-host", r"\.lambda-url\.", "A function URL can send CORS headers beside the function's own."),
    ("bucket-host", r"(^|\.)s3[.-]|\.r2\.|\br2\.dev$|^storage\.|(^|\.)storage\.googleapis\.|(^|\.)firebasestorage\.|\.blob\.core\.|digitaloceanspaces|\.oss-[a-z]+-|\.cos\.|backblazeb2", "The host stores files (a bucket)."),
    ("s3-global-host", r"(^|\.)s3\.amazonaws\.", "The host is the storage service's global name, not the bucket's region."),
    ("app-host", r"\.(on)?render\.com$|\.railway\.app$|\.vercel\.app$|\.netlify\.app$|\.herokuapp\.com$|\.fly\.dev$|\.koyeb\.app$|\.pages\.dev$|\.glitch\.me$|\.cyclic\.|\.pythonanywhere\.|\.replit\.|\.repl\.co$", "The host is a hosting platform's, which answers itself while no app runs."),
    ("sleeping-host", r"\.(on)?render\.com$|\.herokuapp\.com$|\.glitch\.me$", "On that platform an unused app is asleep."),
    ("tunnel-host", r"\bngrok\b|\bngrok-free\b|\.loca\.lt$|\.trycloudflare\.|\.localtunnel\.|\.serveo\.", "The host is a public tunnel's, which can show visitors a page first."),
    ("private-tunnel-host", r"\.github\.dev$|\.devtunnels\.ms$|\.gitpod\.io$|\.cloudshell\.|\.cloudworkstations\.|\.csb\.app$|^\d{4,5}-", "The host is a development tunnel's, and those are private until shared."),
    ("login-host", r"^(login|auth|sso|accounts?|idp|signin|oauth2?|id)\.|cloudflareaccess|\.auth0\.|\.okta\.|\.b2clogin\.|\.amazoncognito\.|microsoftonline", "The address is a login page's."),
    ("proxy-host", r"cors-?proxy|cors-?anywhere|\bcorsfix|allorigins|thingproxy|crossorigin\.me|\bcors\.(sh|lol|io)\b", "The host is a public CORS proxy's."),
    ("cdn-host", r"\bcdn\b|cdn\.|\.cdn|cdnjs|maxcdn|bootstrapcdn|jsdelivr|unpkg|cloudfront|akamai|fastly|azureedge|azurefd|\bstatic\b|\bassets\b|fontawesome|\bfonts?\b", "The host is one that hands out files for many sites (a CDN)."),
    ("tracker-url", r"analytics|doubleclick|googletag|\btrack|telemetry|\bstats?\b|\bads?\b|\bpixel|sentry|hotjar|mixpanel|amplitude|segment|clarity|datadog|newrelic|posthog|matomo|\blog(s|ging)?\b", "The address looks like one that counts visitors, which blockers stop."),
)
_PATHS = (
    # clue, pattern of path and query, what it says
    ("login-url", r"/(log-?in|sign-?in|signon|sso|auth(orize|entication)?|oauth2?|saml2?|account)([/?._-]|$)|/sso-|/pf-signin|access/login|redirect_ur[il]=|returnurl=|[?&]next=", "The address that failed is a login page's."),
    ("login-return", r"/[\w./-]*(log-?in|sign-?in|sso|auth|saml)[\w./-]*\?([^#]*&)?(next|redirect_?ur[il]|return_?(to|url)?|continue|service|relaystate|response_type|samlrequest)=", "The address is a login page's that leads back to where one came from."),
    ("function-path", r"/functions/v1/|/\.netlify/functions/", "The path is a function's."),
    ("socket-io", r"/socket\.io/|[?&]EIO=\d|/signalr\b|/sockjs", "The path is Socket.IO's or its like, which has CORS settings of its own."),
    ("apps-script", r"/macros/(s|d)/|/macros/.*/exec", "The path is an Apps Script web app's."),
    ("double-slash", r"^[^?]*//", "The path has two slashes in a row."),
    ("tracker-url", r"/(collect|count|track(ing)?|telemetry|analytics|pixel|beacon|events?|ads?|metrics|log)([/?.]|$)|sentry_key=", "The address looks like one that counts visitors, which blockers stop."),
    ("undefined-url", r"(?<![A-Za-z0-9_-])(undefined|null|NaN|%5Bobject%20Object%5D|\[object Object\])(?![A-Za-z0-9_-])|\$\{|\{\{|%7B%7B", "A variable in the URL was not filled in."),
    ("big-body", r"upload|import|image|file|photo|media|avatar|attachment", "The path is one that takes files."),
    ("login-path", r"/(log-?in|auth|sessions?|token|users?/authenticate)([/?]|$)", "The path signs somebody in."),
    ("dev-server", r"/@vite/|/@id/|/@fs/|/@react-refresh|/src/[\w./-]+\.(jsx?|tsx?|vue)([?#]|$)|hot-update", "A development server hands the file out, to the pages it knows."),
    ("manifest-url", r"manifest\.(json|webmanifest)|\.webmanifest", "A manifest is fetched without cookies, even from the page's own server."),
)
# fmt: on
_PROXY = re.compile(r"https?://(?=\S*?(?:cors|prox))\S+?https?(?::|%3a)(?:/|%2f)", re.IGNORECASE)
_APP = re.compile(r"(capacitor|ionic|tauri|app|vscode-webview)://|https://localhost$|https?://tauri\.localhost$")


@dataclass(frozen=True, slots=True)
class Address:
    """The texts of an address in a message: parsed where it can be, else its host by its looks."""

    text: str
    url: Url | None

    @property
    def host(self) -> str:
        if self.url is not None and self.url.is_http:
            return self.url.host.lower()
        found = re.match(r"(?:[a-z]+://)?([^/?#:\s]+)", self.text, re.IGNORECASE)
        return found[1].lower() if found else ""

    @property
    def after_host(self) -> str:
        found = re.match(r"(?:[a-z]+:/+)?[^/?#\s]*", self.text, re.IGNORECASE)
        return self.text[found.end() :] if found else ""

    @property
    def is_local(self) -> bool:
        """Loopback, whatever its spelling."""
        ip = ip_of(self.host)
        return is_localhost(self.host) or (ip is not None and ip.is_loopback)

    @property
    def is_private(self) -> bool:
        """An address of a local network, or a name that is for one."""
        ip = ip_of(self.host)
        return (ip is not None and ip.is_private and not ip.is_loopback) or self.host.endswith((".local", ".lan"))

    @property
    def is_public(self) -> bool:
        ip = ip_of(self.host)
        return ip.is_global if ip is not None else "." in self.host and not (self.is_local or self.is_private)


def address(text: str) -> Address:
    """An address as a message quotes it."""
    return Address(text, parse_url(text))


def shapes(where: Address) -> dict[str, str]:
    """What the address alone shows: clues with a sentence each. Empty for an unknown address."""
    if not where.text:
        return {}
    found = {clue: says for clue, pattern, says in _HOSTS if re.search(pattern, where.host)}
    after = where.after_host[:4000]
    found |= {clue: says for clue, pattern, says in _PATHS if re.search(pattern, after, re.IGNORECASE)}
    if where.is_local:
        found["local-url"] = "The URL is on this machine."
    if where.is_private:
        found["private-url"] = "The URL is in a local network."
    if where.host.startswith("www."):
        found["www-url"] = "The URL's host begins with www."
    return found | _odd_hosts(where)


def _odd_hosts(where: Address) -> dict[str, str]:
    found: dict[str, str] = {}
    if re.match(r"(undefined|null|nan)(\.|$)", where.host) or re.match(
        r"[a-z]+://[^/?#]*:\d*(undefined|NaN)", where.text
    ):
        found["undefined-url"] = "A variable in the URL was not filled in."
    elif re.fullmatch(r"(?!localhost$)[a-z][a-z0-9_-]*", where.host) and "://" in where.text:
        found["bare-name"] = "The host is one word, a name that only a private network (Docker's, say) knows."
    if _PROXY.match(where.text):
        found["proxy-host"] = "The address hands another address to a CORS proxy."
    if re.match(r"https?:/*https?", where.text, re.IGNORECASE):
        found["two-schemes"] = "The URL has two schemes."
    url = where.url
    if url is not None and url.is_http:
        if url.scheme == "http" and url.port == 443:
            found["odd-port"] = "The URL says http on the port of https."
        if url.scheme == "https" and (where.is_local or where.is_private):
            found["https-at-home"] = "The URL is https on a machine of one's own, with a certificate of one's own."
        elif url.scheme == "https" and url.port not in (None, 443):
            found["https-on-port"] = "The URL is https on a port that often speaks plain http."
        if url.port in (5000, 7000) and where.is_local:
            found["airplay-port"] = "macOS listens on that port itself (AirPlay)."
    return found


def is_near(first: Address, second: Address) -> bool:
    """Whether one address is the other but for its scheme, a leading www. or a slash at its end: where servers redirect."""
    plain = [(each.host.removeprefix("www."), each.after_host.rstrip("/")) for each in (first, second)]
    return bool(first.host) and plain[0] == plain[1]


def pairs(url: Address, page: Address) -> dict[str, str]:
    """What the URL and the page show together."""
    found: dict[str, str] = {}
    if page.text == "null" or page.text.startswith("file:"):
        found["null-page"] = "The page's origin is null: a file, or a sandboxed frame."
    elif page.text and re.match(r"(chrome|moz|safari-web)-extension:", page.text):
        found["extension-page"] = "The page is a browser extension's."
    elif _APP.match(page.text) or (page.text == "http://localhost" and not url.is_local):
        found["app-page"] = "The page is an app's web view, whose origin is one that no site has."
    elif page.is_local:
        found["local-page"] = "The page is served on this machine."
    elif page.is_public:
        found["public-page"] = "The page is on the internet."
    if page.host.startswith("www."):
        found["www-page"] = "The page's host begins with www., which an allow-list often forgets."
    if re.search(r"preview|staging|-git-|-pr-?\d|^deploy-|--", page.host):
        found["preview-page"] = "The page is a preview, with an address of its own."
    if not (url.host and page.host) or page.text == "null":
        return found
    if url.host == page.host:
        found["same-host"] = "Page and URL have the same host."
    elif registrable_domain(url.host) == registrable_domain(page.host) and url.is_public:
        found["same-site"] = "Page and URL belong to one site, so somebody set this server up for this page."
    return found
