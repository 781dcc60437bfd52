"""What the generated servers answer with: statuses, headers, and lists that are right, odd or wrong."""

from __future__ import annotations

PREFLIGHT_STATUSES = ((204, 45), (200, 45), (201, 3), (202, 2), (206, 2), (299, 3))
BAD_PREFLIGHT_STATUSES = (301, 302, 307, 308, 304, 400, 401, 403, 404, 405, 429, 500, 502, 503, 504)
STATUSES = (
    (200, 75),
    (201, 4),
    (202, 2),
    (204, 5),
    (206, 2),
    (400, 2),
    (401, 2),
    (403, 2),
    (404, 2),
    (413, 1),
    (422, 1),
    (500, 2),
    (502, 1),
)
FAILING_STATUSES = (400, 401, 403, 404, 405, 413, 429, 500, 502, 503, 504)

RESPONSE_HEADERS = (
    ("Content-Type", "application/json"),
    ("X-Request-Id", "r1"),
    ("X-Total-Count", "7"),
    ("Cache-Control", "no-store"),
    ("ETag", '"e"'),
    ("Vary", "Origin"),
    ("Server", "nginx"),
    ("Content-Language", "de"),
    ("Retry-After", "5"),
    ("Last-Modified", "Wed, 21 Oct 2015 07:28:00 GMT"),
    ("Expires", "0"),
    ("Pragma", "no-cache"),
    ("Link", "<x>; rel=next"),
)
EXPOSE = (
    "X-Request-Id",
    "x-request-id, X-TOTAL-COUNT",
    "*",
    "*, Authorization",
    "ETag,Link",
    "X-Request-Id X-Total-Count",
    "X-Request-Id; X-Total-Count",
    "",
    ",,",
    '"X-Request-Id"',
    " ETag ,, Link ",
    "Set-Cookie, Retry-After",
    "X-\xe9",
)


def wrong_origins(origin: str) -> tuple[list[str], ...]:
    """Lists of Access-Control-Allow-Origin lines that are not simply `origin` or ``*``; a few of them are harmless."""
    swapped = (
        origin.replace("http://", "https://") if origin.startswith("http:") else origin.replace("https://", "http://")
    )
    return (
        [],
        [""],
        ["null"],
        ["NULL"],
        ["https://www.example.test"],
        [origin + "/"],
        [origin.upper()],
        [swapped],
        [origin + ":443"],
        [origin + ":80"],
        [f"{origin}, {origin}"],
        [f"{origin},https://www.example.test"],
        [f"{origin} {origin}"],
        [origin, origin],
        [origin, "*"],
        ["*", "*"],
        ["*", "https://www.example.test"],
        ["*, *"],
        [f"*, {origin}"],
        [f'"{origin}"'],
        [f"'{origin}'"],
        [f"<{origin}>"],
        ["https://*.example.test"],
        ["https://"],
        [origin.partition("://")[2]],
        [f"{origin}/index.html"],
        [f"  {origin}\t"],
        [" * "],
        [f"{origin}\x0b"],
        [f"{origin}\xa0"],
        ["true"],
        ["undefined"],
        ["all"],
        ["http://localhost"],
        ["https://app.example.test "],
        [f"{origin};"],
        [f"{origin}."],
        ["%2A"],
        ["**"],
        [f"\xe9{origin}"],
        [origin.replace("://", ":// ")],
    )


WRONG_CREDENTIALS: tuple[list[str], ...] = (
    [],
    ["TRUE"],
    ["True"],
    ["1"],
    ["yes"],
    [""],
    ["false"],
    ["true, true"],
    ["true", "true"],
    ['"true"'],
    ["  true\t"],
    ["true;"],
    ["t rue"],
    ["include"],
    ["*"],
)


def method_lists(method: str) -> tuple[list[str], ...]:
    """Lists of Access-Control-Allow-Methods lines, right, odd and wrong."""
    return (
        [],
        [""],
        ["*"],
        ["GET"],
        ["GET, POST"],
        [method.lower()],
        [method.upper()],
        [f"GET, {method}"],
        [f"GET,{method},"],
        [f"GET; {method}"],
        [f"GET {method}"],
        [f'"{method}"'],
        [f"[{method}]"],
        ["GET", method],
        [method, "GET;"],
        [f" GET ,\t{method} ,, "],
        [f"methods={method}"],
        [f"GET, {method}\xe9"],
        [f"GET/{method}"],
        ["*", method],
        [f"*, {method}"],
        [f"{method}:"],
        [f"GET, @, {method}"],
        ["all"],
        ["GET, HEAD, PUT, PATCH, POST, DELETE"],
        [f"{method}\x0b"],
    )


def header_lists(names: list[str]) -> tuple[list[str], ...]:
    """Lists of Access-Control-Allow-Headers lines, right, odd and wrong, for the unsafe `names`."""
    listed, first = ", ".join(names), names[0] if names else "x-api-key"
    return (
        [],
        [""],
        ["*"],
        [listed.upper()],
        [listed.lower()],
        [",".join(names)],
        [f"x-other, {listed}"],
        [f"{listed},,"],
        [listed, "x-other"],
        [listed.replace(", ", " ")],
        [listed.replace(", ", ";")],
        [f'"{first}"'],
        [first],
        [f"*, {first}"],
        ["*", listed],
        [f"{first}: 1"],
        [f"[{listed}]"],
        [f"{listed}\xe9"],
        [f"{listed}, a@b"],
        ["X-Other"],
        ["Authorization"],
        [f"{listed}, Authorization"],
        [f"\t{listed} "],
        [f"{first}/x"],
        ["true"],
        [first[:-1]],
        [first + "s"],
        ["content-type"],
        [f"{listed}\x0b"],
        [f"{listed};q=1"],
    )


MAX_AGES = ("600", "0", "-1", "abc", "86400", "1.5", "")
REDIRECT_STATUSES = ((302, 35), (301, 20), (307, 20), (308, 10), (303, 15))
