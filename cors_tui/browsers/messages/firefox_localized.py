"""Firefox's line in other languages, and in the words of those who translate it back: its sentence is translated, but
the names of headers, the URL and the order of its parts stay.

https://github.com/mozilla-l10n/firefox-l10n
"""
# ruff: noqa: E501 -- a language a line

from __future__ import annotations

import re
from collections.abc import Iterator

from cors_tui.browsers.messages.pasted import Pasted
from cors_tui.browsers.messages.template import Found, Part, Template
from cors_tui.standards.verdict import Refusal

_BLOCKED = (
    r"cross[- ]origin[- ]request (?:was )?blocked",  # also as a translator writes it
    r"\banfrage blockiert",
    r"blocage d.une requête multi-?origines?",
    r"requête multi-?origines? bloquée",
    r"solicitud (?:de|desde) (?:otro )?origen(?: cruzado| externo)?(?: \([^)]*\))? (?:fue )?bloqueada",
    r"richiesta multiorigine(?: \([^)]*\))? bloccata",
    r"(?:requisição|pedido|solicitação) (?:cross-origin|de origem cruzada|entre origens|multi-?origem)[^.:]{0,30} bloquead[ao]",
    r"cross-origin-(?:verzoek|aanvraag) geblokkeerd",
    r"zablokowano żądanie do zasobu innego pochodzenia",
    r"запрос из постороннего источника заблокирован",
    r"已(?:拦截|阻止)跨(?:源|域)请求",
    r"已封鎖跨來源請求",
    r"クロスオリジン要求をブロックしました",
    r"교차 (?:출처|원본) 요청(?:이)? 차단",
)
_REASON = r"(?:reason|grund|raison|raz[oó]n|motivo|reden|powód|причина|原因|理由|이유)\s?[:：]\s?"
_STATUS = (
    r"(?:status ?code|code d.état|código de (?:estado|status)|codice di stato|statuscode|kod stanu|код состояния"
    r"|状态码|狀態碼|ステータスコード|상태 코드)\s?[:：]\s?\(?(?P<status>\d{3}|null)"
)
_LINE = re.compile(
    rf"(?:{'|'.join(_BLOCKED)})(?P<between>[^\n]{{0,300}}?)(?P<url>(?:https?|file)://[^\s“”»«]{{1,4096}})"
    rf"(?:[^\n]{{0,120}}?{_REASON}(?P<reason>[^\n]{{0,400}}))?",
    re.IGNORECASE,
)
_STATUS_BEHIND = re.compile(_STATUS, re.IGNORECASE)
_QUOTED = re.compile(r"['\"«“](?: )?([^'\"«»“”\s]{1,500}?)(?: )?['\"»”]")
_NOT_EQUAL = r"match|stimmt nicht|entspricht nicht|correspond|coincide|corrisponde|overeen|pasuje|соответству|匹配|一致|符合|일치"
_SEVERAL = r"multiple|mehrere|plusieurs|m[uú]ltipl|più|meerdere|wiele|несколько|多个|多個|複数|여러"
_CREDENTIALS = (
    r"credential|anmelde|zugangsdaten|identifi|credenc|credenz|referentie|poświadcze|учётн|учетн|凭据|憑證|資格|자격"
)
_BEFORE = (
    r"preflight|pr[eé]-?v[ée]rif|verificación previa|comprobación previa|предварительн|预检|預檢|プリフライト|사전"
)
_HEADERS = (
    ("access-control-allow-credentials", Refusal.ALLOW_CREDENTIALS),
    ("access-control-allow-methods", Refusal.METHOD_NOT_ALLOWED),
    ("access-control-allow-headers", Refusal.HEADER_NOT_ALLOWED),
)


def find_localized(pasted: Pasted) -> Iterator[Found]:
    """Every such line of a text, with what it says as far as the header names and a few words tell."""
    for match in _LINE.finditer(pasted.low):
        if "disallows reading the remote" in match["between"]:
            continue  # Firefox's own English, which has shapes of its own
        url = pasted.flat[slice(*match.span("url"))].rstrip(".。，、,;)）'\"")
        reason = pasted.flat[slice(*match.span("reason"))] if match["reason"] else ""
        status = _STATUS_BEHIND.search(reason)
        said = reason[: status.start()] if status else reason
        refusal = _refusal(said.lower())
        slots = {"url": url, "status": status["status"] if status else "", "value": _value(refusal, said)}
        template = Template("localized", refusal, Part.FRAME)
        yield Found(template, match.start(), match.end(), {name: text for name, text in slots.items() if text})


def _refusal(reason: str) -> Refusal | None:
    """What the reason says. ``CORS`` alone, with no header's name, is the network's failure."""
    if "access-control-allow-origin" in reason:
        return _of_allow_origin(reason)
    named = next((refusal for header, refusal in _HEADERS if header in reason), None)
    if named is not None:
        return named
    if re.search(_BEFORE, reason):
        return Refusal.PREFLIGHT_STATUS
    if re.search(r"\bhttp\b", reason):
        return Refusal.SCHEME_NOT_HTTP
    return Refusal.NETWORK if "cors" in reason else None


def _of_allow_origin(reason: str) -> Refusal:
    if re.search(_CREDENTIALS, reason):
        return Refusal.ALLOW_ORIGIN_WILDCARD
    if re.search(_SEVERAL, reason):
        return Refusal.ALLOW_ORIGIN_MULTIPLE
    return Refusal.ALLOW_ORIGIN_MISMATCH if re.search(_NOT_EQUAL, reason) else Refusal.ALLOW_ORIGIN_MISSING


def _value(refusal: Refusal | None, reason: str) -> str:
    """The value or the name that is quoted beside the header's own."""
    if refusal not in (Refusal.ALLOW_ORIGIN_MISMATCH, Refusal.HEADER_NOT_ALLOWED):
        return ""
    quoted = [text.strip() for text in _QUOTED.findall(reason)]
    return next((text for text in quoted if not text.lower().startswith("access-control-")), "")
