"""Access-Control headers, each right, odd and wrong, on either answer, with and without credentials."""

from __future__ import annotations

from collections.abc import Iterator

from tests.live.browsers.answer_ingredients import wrong_origins
from tests.live.browsers.families.making import APP, AUTH, CREDENTIALS, DEV, HEADERS, KEY, METHODS, ORIGIN, Case, made

_ORIGINS = (
    [f"{APP}, https://other.example.test"], [f"{APP} https://other.example.test"], ["https://app\xe9.test"],
    ["https://app%2eexample.test"], ["*,"], ["*, *"], [f"{APP}."], [APP, "https://other.example.test"], ["* "],
    ["\t*"], ["*/*"], ["*.example.test"], ["https://*"], ["//app.example.test"], ["app.example.test:443"],
    [f"{APP}?"], [f"{APP}#"], [f"{APP}\\"], ["https://u@app.example.test"], ["https://app.example.test:0443"],
    ["https:app.example.test"], ["https:/app.example.test"], ["file://"], ["data:"], ["about:blank"], ["0"], ["-"],
    ["\x01"], ["\x7f"], ["\x0c" + APP], ["\xff"], [f"{APP}\x00"[:-1] + "\x1f"], ["(null)"], ["null, null"],
    ["null", "null"], ["", ""], ["", APP], [APP, ""], [",", APP], [f",{APP}"], [f"{APP},"], [",,"], [" "],
    ["$http_origin"], ["^https://.*\\.example\\.test$"], ["https://app.example.test|https://b.test"],
    ["https://app.example.test;https://b.test"], ["https://\xc3\xa4.test"], ["https://xn--bcher-kva.test"],
)  # fmt: skip
_CREDENTIALS: tuple[list[str], ...] = (
    [], ["true"], ["TRUE"], ["True"], ["1"], ["yes"], [""], ["false"], ["true, true"], ["true", "true"],
    ["true", "false"], ['"true"'], ["  true\t"], ["true,"], ["*"], ["true;"], ["t rue"], ["\xa0true"], ["true\x0b"],
    ["omit"], ["include"], ["null"], ["tru\xe9"],
)  # fmt: skip
_METHODS = (
    "PATCH", "patch", "Patch", "PUT", "put", "PURGE", "purge", "OPTIONS", "get", "GET", "Post", "head", "DELETE",
    "delete", "QUERY", "query", "TRACE", "trace", "CONNECT", "Connect", "TRACK", "FOO BAR", "", "*", "M-SEARCH", "GE T",
    "get\t", "\xe9", "PROPFIND", "x!#$%&'*+-.^_`|~", "LINK", "POST,PUT", "(", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
)  # fmt: skip
_METHOD_LISTS: tuple[list[str], ...] = (
    ["*"], ['"PUT"'], ["GET; PUT"], ["GET PUT"], ["[PUT]"], [""], [",,PUT,,"], ["PUT:"], ["@, PUT"], ["*, *"],
    ["GET,\tPUT"], ["PUT, \xe9"], ["ALL"], ["PUT;"], ['"PUT'], ['"GET,PUT"'], ["PUT (ok)"], ["PUT=1"], ["PUT\x0bGET"],
    ["GET", "PUT"], ["PUT", "a b"], ["a b", "PUT"], ["put"], ["GET"], [], ["*", "PUT"], ["PUT, *"], ["**"], ["*PUT"],
    ["PUT/1"], ["PUT|GET"], ["{PUT}"], ["<PUT>"], ["PUT,GET,"], ["\xa0PUT"], ["PUT\x7f"], ["any"], ["PUT\\"],
    ["PUT, P\x01T"], [" "], [",", ","], ["", "PUT"], ["PUT", ""], ["GET, (PUT)"], ["methods: PUT"], ["'PUT'"],
    ["Put"], ["GET,HEAD,POST"], ["PUT,, PUT"], ["a,b,c,d,e,f,g,h,i,j,k,PUT"],
)  # fmt: skip
_HEADER_LISTS: tuple[list[str], ...] = (
    ["*"], ["*, authorization"], ["authorization, *"], ['"x-api-key", "authorization"'], ["x-api-key; authorization"],
    ["x-api-key authorization"], ["X-API-KEY, AUTHORIZATION"], [",,x-api-key,,authorization,"], [""],
    ["x-api-key: 1, authorization"], ["x-*, auth*"], ["x_api_key, authorization"], ["[x-api-key, authorization]"],
    ["x-api-key, authorization, \xe9"], [], ["x-api-key"], ["authorization"], ["x-api-key,\tauthorization\t"],
    ["x-api-key\tauthorization"], ["x-api-key, authorization, a@b"], ["**"], ["x-api-key", "a b"],
    ["a b", "x-api-key"], ["x-api-key", "authorization"], ["*", "authorization"], ["*", "*"], ["*, *"], ["*;"],
    ["'*'"], ['"*"'], ["* "], ["x-api-key, authorization\x0b"], ["x-api-key\xa0, authorization"], ["all"], ["true"],
    ["x-api-key,authorization;q=1"], ["x-api-ke, authorizatio"], ["x-api-keys, authorizations"], ["x-api-key=1"],
    ["(x-api-key)"], ["{x-api-key}"], ["x-api-key/authorization"], ["\xa0"], [" "], [",", "authorization"],
    ["authorization, x-api-key, (", "x"], ["Origin, X-Requested-With, Content-Type, Accept"],
    ["x-api-key|authorization"],
    ["x-api-key,authorization", ""], ["content-type"],
)  # fmt: skip
_PUT, _COOKIES = {"method": "PUT"}, {"credentials": "include"}


def cases() -> Iterator[Case]:
    """Every combination, each with a name that says what it is."""
    yield from _origins()
    yield from _other_pages()
    yield from _credentials()
    yield from _methods()
    yield from _method_lists()
    yield from _header_lists()


def _origins() -> Iterator[Case]:
    for number, values in enumerate((*_ORIGINS, *wrong_origins(APP))):
        lines = [[ORIGIN, value] for value in values]
        for mode in ("omit", "include"):
            more = [[CREDENTIALS, "true"]] if mode == "include" else []
            yield made(f"acao-{number}-{mode}", request={"credentials": mode}, actual={"headers": [*lines, *more]})
            preflight = {"headers": [*lines, *more, [METHODS, "PUT"]]}
            yield made(f"acao-{number}-pre-{mode}", request=_PUT | {"credentials": mode}, preflight=preflight)


def _other_pages() -> Iterator[Case]:
    """Pages whose origin can be written in several ways."""
    written = {
        "null": ("null", "NULL", "Null", "*", "", "'null'", "null ", "undefined", APP, DEV, "null, null",
        "about:blank"),
        "http://[::1]:3000": ("http://[::1]:3000", "http://[0:0:0:0:0:0:0:1]:3000", "http://[::1]", "http://::1:3000"),
        "https://xn--bcher-kva.test": ("https://xn--bcher-kva.test", "https://b\xc3\xbccher.test",
        "https://b\xfccher.test",
                                       "https://XN--BCHER-KVA.test"),
        DEV: (DEV, "http://localhost", "localhost:3000", "http://127.0.0.1:3000", "https://localhost:3000", "*"),
    }  # fmt: skip
    for page, values in written.items():
        for number, value in enumerate(values):
            name = f"page-{len(page)}-{number}"
            yield made(name, page=page, actual={"headers": [[ORIGIN, value]]})
            answer = {"headers": [[ORIGIN, value], [METHODS, "PUT"]]}
            yield made(f"{name}-pre", page=page, request=_PUT, preflight=answer)


def _credentials() -> Iterator[Case]:
    for number, values in enumerate(_CREDENTIALS):
        lines = [[ORIGIN, APP], *([CREDENTIALS, value] for value in values)]
        for mode in ("omit", "include"):
            yield made(f"acac-{number}-{mode}", request={"credentials": mode}, actual={"headers": lines})
        yield made(f"acac-{number}-pre", request=_PUT | _COOKIES, preflight={"headers": [*lines, [METHODS, "PUT"]]})
        yield made(f"acac-{number}-xhr", request=_COOKIES | {"api": "xhr"}, actual={"headers": lines})


def _methods() -> Iterator[Case]:
    for number, method in enumerate(_METHODS):
        for kind, listed in (("upper", [method.upper()]), ("lower", [method.lower()]), ("missing", [])):
            answer = {"headers": [[ORIGIN, APP], *([METHODS, value] for value in listed)]}
            for api in ("fetch", "xhr"):
                yield made(f"method-{number}-{kind}-{api}", request={"method": method, "api": api}, preflight=answer)


def _method_lists() -> Iterator[Case]:
    for number, values in enumerate(_METHOD_LISTS):
        lines = [[METHODS, value] for value in values]
        yield made(f"acam-{number}", request=_PUT, preflight={"headers": [[ORIGIN, APP], *lines]})
        cookies = {"headers": [[ORIGIN, APP], [CREDENTIALS, "true"], *lines]}
        yield made(f"acam-{number}-include", request=_PUT | _COOKIES, preflight=cookies)
        keyed = {"headers": [[ORIGIN, APP], *lines, [HEADERS, "x-api-key"]]}
        yield made(f"acam-{number}-get", request={"headers": [KEY]}, preflight=keyed)


def _header_lists() -> Iterator[Case]:
    asked: dict[str, Case] = {
        "key": {"headers": [KEY]},
        "auth": {"headers": [AUTH]},
        "both": {"headers": [KEY, AUTH]},
        "put": _PUT,
    }
    for number, values in enumerate(_HEADER_LISTS):
        for kind, request in asked.items():
            methods = [[METHODS, "PUT"]] if kind == "put" else []
            lines = [*methods, *([HEADERS, value] for value in values)]
            yield made(f"acah-{number}-{kind}", request=request, preflight={"headers": [[ORIGIN, APP], *lines]})
            cookies = {"headers": [[ORIGIN, APP], [CREDENTIALS, "true"], *lines]}
            yield made(f"acah-{number}-{kind}-include", request=request | _COOKIES, preflight=cookies)
