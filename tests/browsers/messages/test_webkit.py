"""Safari's console: every recorded line written letter for letter, and read back."""

from __future__ import annotations

from cors_tui.browsers.messages.webkit import read
from cors_tui.standards.verdict import Refusal
from tests.browsers.messages.playing import misread, played, wrong


def test_every_recorded_console_is_written_letter_for_letter() -> None:
    found = wrong("webkit")
    print(f"webkit: {len(played('webkit')) - len(found)} of {len(played('webkit'))} consoles are the same")
    assert found == {}


def test_every_recorded_console_is_read_back_to_its_failure() -> None:
    """But for the bare *cannot load*, which names no cause."""
    said_as = {
        Refusal.ALLOW_ORIGIN_MISSING: Refusal.ALLOW_ORIGIN_MISMATCH,
        Refusal.ALLOW_ORIGIN_INVALID: Refusal.ALLOW_ORIGIN_MISMATCH,
        Refusal.ALLOW_ORIGIN_MULTIPLE: Refusal.ALLOW_ORIGIN_MISMATCH,
        Refusal.PREFLIGHT_REDIRECT: Refusal.PREFLIGHT_STATUS,
        Refusal.REDIRECT_SCHEME: Refusal.SCHEME_NOT_HTTP,
        Refusal.MIXED_CONTENT: Refusal.SCHEME_NOT_HTTP,
    }
    unnamed = {
        each.case.id for each in played("webkit") if len(each.recorded) == 1 and "due to" not in str(each.recorded)
    }
    assert {name: fault for name, fault in misread("webkit", said_as).items() if name not in unnamed} == {}


def test_the_companion_gives_the_cause_its_url() -> None:
    (reading,) = read(
        "[Error] Preflight response is not successful. Status code: 401\n"
        "[Error] Fetch API cannot load https://api.example/x due to access control checks."
    )
    assert (reading.refusal, reading.status) == (Refusal.PREFLIGHT_STATUS, 401)
    assert (reading.url, reading.kind) == ("https://api.example/x", "fetch")


def test_two_pairs_are_two_failures() -> None:
    cause, companion = (
        "Preflight response is not successful. Status code: {}\n",
        "Fetch API cannot load {} due to access ",
    )
    pair = f"{cause}{companion}control checks.\n"
    found = read(pair.format(401, "https://a.example/") + pair.format(400, "https://b.example/"))
    assert [(each.status, each.url) for each in found] == [(401, "https://a.example/"), (400, "https://b.example/")]


def test_the_third_line_repeats_the_first() -> None:
    (reading,) = read(
        "Origin https://app.example is not allowed by Access-Control-Allow-Origin. Status code: 502\n"
        "XMLHttpRequest cannot load https://api.example/ due to access control checks.\n"
        "Failed to load resource: Origin https://app.example is not allowed by Access-Control-Allow-Origin. "
        "Status code: 502"
    )
    assert (reading.origin, reading.url, reading.status) == ("https://app.example", "https://api.example/", 502)


def test_a_redirect_names_where_it_leads_and_the_companion_the_hop_that_failed() -> None:
    redirection = (
        "Cross-origin redirection to https://b.example/2 denied by Cross-Origin Resource Sharing policy: "
        "Origin https://app.example is not allowed by Access-Control-Allow-Origin. Status code: 302"
    )
    companion = "Fetch API cannot load https://a.example/1 due to access control checks."
    assert [each.url for each in read(f"{redirection}\n{companion}")] == ["https://a.example/1"]
    assert [each.url for each in read(redirection)] == ["https://b.example/2"]


def test_the_companion_alone_names_no_cause() -> None:
    (reading,) = read("Fetch API cannot load http://192.168.0.201/metrics due to access control checks.")
    assert (reading.refusal, reading.certain) == (None, False)


def test_an_image_is_denied_without_a_cause() -> None:
    (reading,) = read("Cross-origin image load denied by Cross-Origin Resource Sharing policy.")
    assert (reading.refusal, reading.kind, reading.certain) == (None, "image", True)


def test_a_word_left_out_of_the_sentence() -> None:
    (reading,) = read("Origin https://app.example not allowed by Access-Control-Allow-Origin.")
    assert (reading.refusal, reading.origin) == (Refusal.ALLOW_ORIGIN_MISMATCH, "https://app.example")


def test_chromiums_longer_sentence_is_not_safaris() -> None:
    assert read("Method PATCH is not allowed by Access-Control-Allow-Methods in preflight response.") == ()
