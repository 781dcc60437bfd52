"""Firefox's line in other languages: translated words around names that stay."""
# ruff: noqa: E501 -- sentences are kept whole

from __future__ import annotations

import pytest

from cors_tui.browsers.messages.firefox import read
from cors_tui.standards.verdict import Refusal

URL = "https://api.example/x"


@pytest.mark.parametrize(
    ("text", "refusal", "status", "value"),
    [
        pytest.param(
            "Quellübergreifende (Cross-Origin) Anfrage blockiert: Die Gleiche-Quelle-Regel verbietet das Lesen der "
            f"externen Ressource auf {URL}. (Grund: CORS-Kopfzeile 'Access-Control-Allow-Origin' fehlt). Statuscode: 502.",
            Refusal.ALLOW_ORIGIN_MISSING, 502, "", id="German",
        ),
        pytest.param(
            "Blocage d’une requête multiorigines (Cross-Origin Request) : la politique « Same Origin » ne permet pas de "
            f"consulter la ressource distante située sur {URL}. Raison : échec de la requête CORS. Code d’état : (null).",
            Refusal.NETWORK, None, "", id="French, the network",
        ),
        pytest.param(
            "Solicitud de origen cruzado bloqueada: la política de mismo origen no permite leer el recurso remoto en "
            f"{URL} (razón: falta la cabecera CORS 'Access-Control-Allow-Origin'). Código de estado: 404.",
            Refusal.ALLOW_ORIGIN_MISSING, 404, "", id="Spanish",
        ),
        pytest.param(
            "Richiesta multiorigine (cross-origin) bloccata: il criterio di corrispondenza dell’origine non consente la "
            f"lettura della risorsa remota da {URL}. Motivo: l’header CORS “Access-Control-Allow-Origin” non corrisponde "
            "a “https://b.example”.",
            Refusal.ALLOW_ORIGIN_MISMATCH, None, "https://b.example", id="Italian, another origin",
        ),
        pytest.param(
            f"已拦截跨源请求：同源策略禁止读取位于 {URL} 的远程资源。（原因：CORS 预检响应失败）。状态码：403。",
            Refusal.PREFLIGHT_STATUS, 403, "", id="Chinese, the preflight",
        ),
        pytest.param(
            f"クロスオリジン要求をブロックしました: 同一生成元ポリシーにより、{URL} にあるリモートリソースの読み込みは拒否されます "
            "(理由: CORS プリフライトチャンネルからのCORS ヘッダー ‘Access-Control-Allow-Headers’ にトークン ‘x-a’ が足りない)。",
            Refusal.HEADER_NOT_ALLOWED, None, "x-a", id="Japanese, a header",
        ),
        pytest.param(
            f"Запрос из постороннего источника заблокирован: Политика одного источника запрещает чтение удаленного "
            f"ресурса на {URL}. (Причина: не удалось выполнить запрос CORS). Код состояния: (null).",
            Refusal.NETWORK, None, "", id="Russian",
        ),
        pytest.param(
            f"Cross-origin request was blocked: the policy of one origin forbids to read the resource at {URL}. (Reason: "
            "no CORS header \"Access-Control-Allow-Origin\").",
            Refusal.ALLOW_ORIGIN_MISSING, None, "", id="translated back",
        ),
    ],
)  # fmt: skip
def test_the_names_that_stay_tell_the_reason(text: str, refusal: Refusal, status: int | None, value: str) -> None:
    (reading,) = read(text)
    assert (reading.refusal, reading.status, reading.url, reading.value) == (refusal, status, URL, value)
    assert reading.certain


@pytest.mark.parametrize(
    "text",
    [
        f"Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at {URL}. (Reason: "
        "CORS request not http).",
        "Anfrage blockiert: bitte später noch einmal versuchen",
        f"we saw a cross-origin request on {URL} and blocked it",
    ],
)
def test_other_sentences_are_left_to_others(text: str) -> None:
    assert [reading.refusal for reading in read(text)] in ([], [Refusal.SCHEME_NOT_HTTP])


def test_time_is_linear_in_a_text_that_only_begins_so() -> None:
    assert read("Anfrage blockiert " * 20_000) == ()
