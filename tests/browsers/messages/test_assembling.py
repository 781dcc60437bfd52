"""From shapes to readings: what belongs to one failure, and what is another."""

from __future__ import annotations

from cors_tui.browsers.browser import Reading
from cors_tui.browsers.messages.assembling import MOST_FAILURES, agree, merged, readings
from cors_tui.browsers.messages.pasted import Pasted
from cors_tui.browsers.messages.template import Part, Template
from cors_tui.standards.verdict import Refusal

SHAPES = (
    Template("«Blocked: {url} »", part=Part.FRAME),
    Template("«no key»", Refusal.ALLOW_ORIGIN_MISSING),
    Template("«bad key '{value}'»", Refusal.ALLOW_ORIGIN_INVALID),
    Template("«status {status}»", part=Part.DETAIL),
    Template("«it failed»", part=Part.GENERIC),
)


def read(text: str) -> tuple[Reading, ...]:
    return readings(Pasted.of(text), "some", [shape.find for shape in SHAPES])


def test_a_frame_a_reason_and_a_detail_are_one_failure() -> None:
    (reading,) = read("Blocked: https://a/ no key, status 404")
    assert (reading.url, reading.refusal, reading.status) == ("https://a/", Refusal.ALLOW_ORIGIN_MISSING, 404)


def test_a_reason_without_a_frame_is_a_failure() -> None:
    (reading,) = read("no key")
    assert (reading.refusal, reading.url, reading.certain) == (Refusal.ALLOW_ORIGIN_MISSING, "", True)


def test_every_frame_opens_a_failure() -> None:
    found = read("Blocked: https://a/ no key\nBlocked: https://b/ bad key 'x'")
    assert [(each.url, each.value) for each in found] == [("https://a/", ""), ("https://b/", "x")]


def test_the_same_failure_twice_is_said_once() -> None:
    assert len(read("Blocked: https://a/ no key\n" * 5)) == 1


def test_a_failure_told_without_its_url_and_then_with_it_is_said_once() -> None:
    (reading,) = read("no key\nand this: Blocked: https://a/ no key")
    assert (reading.url, reading.refusal) == ("https://a/", Refusal.ALLOW_ORIGIN_MISSING)


def test_the_url_that_a_sentence_without_its_beginning_stands_behind() -> None:
    assert read("https://a/x: no key")[0].url == "https://a/x"
    assert read("(https://a/x. no key")[0].url == "https://a/x"


def test_a_url_farther_away_is_not_taken() -> None:
    assert read("see https://a/x for it: no key")[0].url == ""
    assert read("no key https://a/x")[0].url == ""
    assert read("a/x: no key")[0].url == ""


def test_another_reason_before_a_url_is_another_failure() -> None:
    assert len(read("bad key 'x'\nBlocked: https://a/ no key")) == 2


def test_a_generic_line_is_read_only_where_nothing_else_is() -> None:
    assert [each.certain for each in read("it failed")] == [False]
    assert [each.certain for each in read("it failed: no key")] == [True]


def test_a_detail_of_another_status_does_not_overwrite() -> None:
    assert [each.status for each in read("no key status 404 then status 500")] == [404]


def test_readings_agree_where_no_field_differs() -> None:
    one = Reading("some", url="https://a/", status=404)
    assert agree(one, Reading("some", url="https://a/"))
    assert not agree(one, Reading("some", url="https://b/"))


def test_merging_fills_what_is_empty_and_keeps_what_is_not() -> None:
    whole = merged(Reading("some", url="https://a/"), Reading("some", url="https://b/", status=404))
    assert (whole.url, whole.status) == ("https://a/", 404)


def test_a_paste_of_ten_thousand_failures_is_bounded() -> None:
    text = "\n".join(f"Blocked: https://a/{number} no key" for number in range(10_000))
    assert len(read(text)) <= MOST_FAILURES
