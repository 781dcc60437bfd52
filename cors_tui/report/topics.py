"""The topics of the reference: what a person should know beyond one cause, with recipes that work as they stand."""

from __future__ import annotations

from dataclasses import dataclass

from cors_tui.report.recipes import BYPASS, ENVIRONMENTS, PREVENTION, PROXIES, VERIFY, Recipe


@dataclass(frozen=True, slots=True)
class Topic:
    """One page: `says` are its paragraphs, `recipes` what can be copied."""

    name: str
    title: str
    says: tuple[str, ...]
    recipes: tuple[Recipe, ...] = ()


HOW_IT_WORKS = Topic(
    "how-it-works",
    "How CORS works: simple and preflighted requests",
    (
        "A page may send requests to another origin, but it may read the answer only when that answer says so. An "
        "origin is scheme, host and port: https://app.example.com and https://app.example.com:8443 are two.",
        "CORS is enforced by the browser, for its user. Postman and curl do not ask, so there it 'works'. The server "
        "gives the permission, with headers; nothing the page sends can replace them.",
        "A simple request goes out at once: GET, HEAD or POST with nothing but safelisted headers. POST counts as "
        "simple with a Content-Type of text/plain, multipart/form-data or application/x-www-form-urlencoded. The "
        "answer needs Access-Control-Allow-Origin.",
        "Everything else is preflighted: PUT, PATCH, DELETE, an Authorization header, a header of your own, and "
        "Content-Type: application/json - on a GET, too. The browser first sends OPTIONS without cookies and tokens. "
        "Its answer needs a status from 200 to 299, Access-Control-Allow-Origin, and the method and headers by name.",
        "In the network panel: one red request means the answer to the request itself was refused; a red OPTIONS "
        "means that your request was never sent.",
    ),
)

CREDENTIALS = Topic(
    "credentials",
    "Cookies, tokens and credentials",
    (
        "credentials: 'include' sends cookies and HTTP authentication to another origin. Then `*` counts nowhere: the "
        "answer must name the origin, and carry Access-Control-Allow-Credentials: true - on the preflight, too.",
        "A bearer token in an Authorization header is not credentials in this sense. It needs Authorization in "
        "Access-Control-Allow-Headers, and no credentials mode.",
        "A cookie for another site needs SameSite=None and Secure, and browsers may still hold it back as a "
        "third-party cookie. Right CORS headers and a missing cookie are two matters.",
        "Never answer credentials to any Origin that asks: every site could then act as the person who is signed in.",
    ),
)

MISTAKES = Topic(
    "mistakes",
    "Common mistakes",
    (
        "Access-Control-Allow-Origin set on the page's request: it is a response header. In a request it does nothing "
        "but force a preflight that asks for permission to send it.",
        "http://localhost:3000 against http://127.0.0.1:3000, or the development server on the next free port: "
        "different origins, compared letter by letter.",
        "A slash at the end of the listed origin, http for https, a host without scheme, a space after the comma of a "
        "list: none of them matches.",
        "Headers only on 200s: errors need them as well, or every 401, 404 and 500 looks like CORS.",
        "It works in Postman: no browser, no CORS. It works with `curl -I`: that is HEAD without Origin, and most "
        "servers stay silent then; some answer 405.",
        "A GET with Content-Type: application/json is not simple: it is preflighted.",
        "app.options('*', cors()): Express 5 stops at start with it, in Express 4 it is dead code or takes over with "
        "the defaults. `app.use(cors(options))` answers OPTIONS already.",
        "callback(new Error('Not allowed by CORS')): a status 500 without headers, for your own page's POSTs as well. "
        "Give the middleware a list.",
        "mode: 'no-cors': the request goes out, and the page can read nothing of the answer. It is never the repair.",
        "Reflecting the Origin header with credentials, or allowing `null`: works, and lets everybody in.",
        "Two layers that both add the headers: one is enough, and two are an error.",
    ),
)

PREVENTION_TOPIC = Topic(
    "prevention",
    "Prevention: so that it does not come back",
    (
        "Keep the policy in one shared helper, not per route; register it first.",
        "Have the production origin in the list during development, so that the gap does not show on the day of "
        "deployment.",
        "Read the origins from the environment: split, trim, cut the slash at the end, drop what is empty. An unset "
        "variable must mean nobody, not everybody.",
        "Let browsers keep the preflight's answer: Access-Control-Max-Age of 600 to 7200 (Chromium keeps it no longer "
        "than 7200 seconds, Firefox 86400).",
        "After every change of a gateway or CDN run a smoke test: the preflight, a 200 and an error.",
        "Watch preflights that end with 4xx: they are pages that just stopped working.",
    ),
    PREVENTION,
)

ENVIRONMENTS_TOPIC = Topic(
    "environments",
    "Development and production",
    (
        "In development `*` without credentials is enough for most work, and it must not reach production. Better is a "
        "proxy in the development server: then the page and the API share one origin and CORS does not take part.",
        "In production list every origin exactly. Origins of staging and previews are listed or matched by an anchored "
        "pattern, never by a loose one.",
    ),
    ENVIRONMENTS,
)

BYPASS_TOPIC = Topic(
    "bypass",
    "Switching CORS off in one browser, for debugging only",
    (
        "WARNING: in such a window every page may read every other site as you. Use a fresh profile, open nothing but "
        "your own development page, sign in nowhere, and close it afterwards.",
        "It changes nothing for your users: production needs the right headers. It answers one question only: does "
        "everything else work?",
        "It does not help against a server that fails, a refused connection, or an untrusted certificate.",
        "Safari: Develop menu, Disable Cross-Origin Restrictions. Firefox has no such switch.",
    ),
    BYPASS,
)

VERIFY_TOPIC = Topic(
    "verify",
    "Verify with curl",
    (
        "Send what a browser sends: always an Origin, and for a preflight the two Access-Control-Request headers, the "
        "names in lower case, sorted, with commas and no spaces. Use GET, not `-I`.",
        "Expect the preflight to be 200 to 299 with your origin, your method and your headers in the lists (whole "
        "lists are fine). Expect Access-Control-Allow-Origin exactly once, on errors too.",
        "Look at an error as well as at a success, and at the origin server as well as at the CDN.",
    ),
    VERIFY,
)

PROXIES_TOPIC = Topic(
    "proxies",
    "CDNs and proxies",
    (
        "A layer in front of the server can strip, overwrite or double the headers, answer OPTIONS itself, store the "
        "first answer for everybody, redirect, or send its own error pages without headers. Compare the answer through "
        "it with the answer straight from the origin server.",
        "Cloudflare and nginx strip no CORS header unless told to. `proxy_pass_header` does nothing for them.",
        "nginx: `add_header` needs `always` to stand on errors, and one add_header inside a location drops all that "
        "were inherited.",
        "Exactly one layer owns CORS. If it is the proxy, hide the application's headers there.",
    ),
    PROXIES,
)

PROTECTS = Topic(
    "protects",
    "What CORS does not protect",
    (
        "CORS does not protect your API. It only tells browsers which pages may read answers; every other program "
        "ignores it. Authenticate and authorize every request.",
        "It does not stop a request from being sent: a simple POST reaches the server and does its work even when the "
        "page may not read the answer. Against that, use CSRF tokens or SameSite cookies.",
        "A strict list does not make a public endpoint private, and `*` without credentials on public data is no hole.",
    ),
)

TOPICS = (
    HOW_IT_WORKS,
    CREDENTIALS,
    MISTAKES,
    PREVENTION_TOPIC,
    ENVIRONMENTS_TOPIC,
    BYPASS_TOPIC,
    VERIFY_TOPIC,
    PROXIES_TOPIC,
    PROTECTS,
)
"""Every topic, in the order one would read them."""
