"""Departures: each is one engine's at least, says what it does, and changes something that was recorded."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from cors_tui.browsers.browser import known_browsers
from cors_tui.inputs.cases import RecordedCase, play
from cors_tui.inputs.recording import recorded
from cors_tui.standards.departures import Departure, Departures
from tests.truth.agreement import case_of, cases

BROWSERS = known_browsers()

WITHOUT_RECORDING = {
    Departure.BAD_LOCATION_ALWAYS_FAILS: "tests/standards/test_redirect.py",
    Departure.CROSS_ORIGIN_DELETE_BECOMES_GET: "tests/standards/test_redirect_departures.py",
    Departure.ORIGIN_OUTLIVES_METHOD: "tests/standards/test_redirect_departures.py",
    Departure.MIXED_CONTENT_LATE: "tests/standards/test_redirect_departures.py",
    Departure.LOOPBACK_IS_UPGRADED: "tests/standards/test_mixed_content.py",
    Departure.LOCAL_IS_NOT_MIXED_CONTENT: "tests/standards/test_mixed_content.py",
    Departure.ADDRESSES_ARE_UPGRADED: "tests/standards/test_mixed_content.py",
    Departure.LOOPBACK_PAGES_MIX_IMAGES: "tests/standards/test_mixed_content.py",
    Departure.LOCAL_PAGES_REACH_LOOPBACK: "tests/standards/test_local_network_access.py",
    Departure.NO_ADDRESS_REFUSED: "tests/standards/test_main_fetch.py",
    Departure.NO_ADDRESS_NEVER_REACHED: "tests/standards/test_main_fetch.py",
    Departure.PUBLIC_BY_POLICY: "tests/standards/test_local_network_access.py",
    Departure.CACHED_WILDCARD_IS_LITERAL: "tests/standards/test_preflight_cache.py",
    Departure.FAILURE_KEEPS_CACHE: "tests/standards/test_preflight_cache.py",
    Departure.PREFLIGHTS_NAME_HEADERS_DROPPED_EARLIER: "tests/standards/test_redirect.py",
    Departure.XHR_BODY_TYPE_OUTLIVES_REDIRECT: "tests/standards/test_redirect_departures.py",
    Departure.CACHED_WILDCARD_COVERS_AUTHORIZATION: "tests/standards/test_preflight_cache.py",
    Departure.TAINTED_ORIGINS_NOT_CACHED: "tests/standards/test_preflight_cache.py",
    Departure.REDIRECT_CREDENTIALS_LATE: "tests/standards/test_redirect_departures.py",
    Departure.NO_CORS_DATA_MUST_FOLLOW: "tests/standards/test_main_fetch.py",
    Departure.KEEPALIVE_FOLLOWS_ONE_LESS: "tests/standards/test_redirect_departures.py",
    Departure.DATA_URLS_KEEP_CAPITALS: "tests/standards/test_data_url.py",
    Departure.UNKNOWN_RESOURCE_POLICY_ALLOWS: "tests/standards/test_corp.py",
    Departure.SPACE_BEFORE_COLON_SKIPPED: "tests/standards/test_wire_leniency.py",
    Departure.BARE_CR_READ: "tests/standards/test_wire_leniency.py",
    Departure.COMMA_IN_CONTENT_TYPE_UNSAFE: "tests/standards/test_safelist.py",
    Departure.RANGE_FITS_64_BITS: "tests/standards/test_safelist.py",
    Departure.LAX_REFERRER_POLICIES_IGNORED: "tests/standards/test_responding.py",
    Departure.UNCACHED_REQUESTS_PREFLIGHT: "tests/standards/test_preflight_cache.py",
    Departure.VALIDATED_REQUESTS_PREFLIGHT: "tests/standards/test_preflight_cache.py",
    Departure.UPLOAD_LISTENER_NEEDS_BODY: "tests/standards/test_preflight.py",
    Departure.LOCATIONS_MUST_AGREE: "tests/standards/test_wire_leniency.py",
    Departure.LOW_STATUS_FAILS: "tests/standards/test_wire_leniency.py",
    Departure.ODD_VERSION_FAILS: "tests/standards/test_wire_leniency.py",
    Departure.ODD_VERSION_IS_HTTP_0_9: "tests/standards/test_wire_leniency.py",
    Departure.NUL_IN_NAME_SKIPPED: "tests/standards/test_wire_leniency.py",
    Departure.BROKEN_CHUNK_FAILS: "tests/standards/test_wire_leniency.py",
    Departure.OPAQUE_BODY_MUST_END: "tests/standards/test_responding.py",
    Departure.EMPTY_PARAMETER_UNSAFE: "tests/standards/test_safelist.py",
    Departure.XHR_CHARSET_REWRITTEN: "tests/standards/test_request_class.py",
    Departure.PREFLIGHT_UNCHECKED_AT_HOME: "tests/standards/test_redirect.py",
    Departure.SPACE_IN_HOST_ESCAPED: "tests/standards/test_redirect.py",
    Departure.ERROR_MODE_NEEDS_LOCATION: "tests/standards/test_redirect.py",
    Departure.OPAQUE_VALIDATED: "tests/standards/test_opaque_response.py",
    Departure.OPAQUE_SNIFFED: "tests/standards/test_opaque_response.py",
    Departure.SVG_NEEDS_OK: "tests/standards/test_element.py",
    Departure.BYTES_OUTRANK_SVG: "tests/standards/test_element.py",
    Departure.IMAGES_MAY_BE_CUT: "tests/standards/test_element.py",
    Departure.FIRST_TYPE_COUNTS: "tests/standards/test_element.py",
    Departure.UNDECODABLE_TAKEN: "tests/standards/test_element.py",
    Departure.JPEG_XL_SHOWN: "tests/standards/test_element.py",
    Departure.HEIC_AND_TIFF_SHOWN: "tests/standards/test_element.py",
    Departure.PDFS_ARE_IMAGES: "tests/standards/test_element.py",
    Departure.STYLES_OF_ANY_TYPE: "tests/standards/test_element.py",
    Departure.IMPORTS_SEND_ORIGIN_AT_HOME: "tests/standards/test_responding.py",
    Departure.ELEMENTS_SEND_ORIGIN_AT_HOME: "tests/standards/test_responding.py",
    Departure.UPGRADED_REDIRECT_TAINTS: "tests/standards/test_redirect.py",
    Departure.LOCATION_TABS_KEPT: "tests/standards/test_redirect.py",
    Departure.MAX_AGE_CAPPED_AT_TEN_MINUTES: "tests/standards/test_preflight_cache.py",
    Departure.MAX_AGE_CAPPED_AT_TWO_HOURS: "tests/standards/test_preflight_cache.py",
    Departure.MAX_AGE_CAPPED_AT_ONE_DAY: "tests/standards/test_preflight_cache.py",
    Departure.NAMES_HEADERS_IN_TABLE_ORDER: "rejected either way: tests/standards/test_header_table.py",
    Departure.OPAQUE_ORIGINS_NOT_CACHED: "tests/standards/test_preflight_cache.py",
    Departure.SCHEMES_SHARE_A_SITE: "tests/standards/test_cookies.py",
    Departure.DISPOSITIONS_FAIL: "tests/standards/test_wire_leniency.py",
    Departure.SWITCHING_FAILS: "tests/standards/test_wire_leniency.py",
    Departure.UNFINISHED_PLAIN_HEAD_READ: "tests/standards/test_wire_leniency.py",
    Departure.DIFFERENT_LENGTHS_READ: "tests/standards/test_wire_leniency.py",
    Departure.ICY_READ: "tests/standards/test_wire_leniency.py",
    Departure.JUNK_BEFORE_READ: "tests/standards/test_wire_leniency.py",
    Departure.JUNK_STATUS_READ: "tests/standards/test_wire_leniency.py",
    Departure.UNFINISHED_HEAD_READ: "tests/standards/test_wire_leniency.py",
    Departure.HTTP_0_9_READ_ON_ANY_PORT: "rejected either way: tests/standards/test_wire_leniency.py",
    Departure.HTTP_0_9_READ: "rejected either way, for another reason: tests/standards/test_wire_leniency.py",
    Departure.REDIRECT_CREDENTIALS_BEFORE_MODE: "rejected either way: tests/standards/test_redirect.py",
    Departure.REDIRECT_BEFORE_CHECK: "rejected either way: tests/standards/test_preflight.py",
    Departure.STATUS_BEFORE_CHECK: "rejected either way: tests/standards/test_preflight.py",
}
"""Departures no recorded case shows by its verdict or its requests, and where they are tested."""


class Listening(frozenset[Departure]):
    """Departures that remember which of them were asked for."""

    def __init__(self, _departures: Departures) -> None:
        self.asked: set[Departure] = set()

    def __contains__(self, departure: object) -> bool:
        if isinstance(departure, Departure):
            self.asked.add(departure)
        return super().__contains__(departure)


@cache
def played(departures: Departures) -> list[tuple[RecordedCase, dict[str, Any], set[Departure]]]:
    """Every recorded case, our record of it with `departures`, and those that were asked for meanwhile."""
    found = []
    for case in map(case_of, cases()):
        listening = Listening(departures)
        found.append((case, recorded(case, play(case, listening)), listening.asked))
    return found


def differences(departures: Departures, without: Departure) -> Iterator[str]:
    """The recorded cases that end in another way without one departure; where it was asked for, they are met first."""
    for case, record, _ in sorted(played(departures), key=lambda each: without not in each[2]):
        if recorded(case, play(case, departures - {without})) != record:
            yield case.id


@pytest.mark.parametrize("departure", [each for each in Departure if each not in WITHOUT_RECORDING])
def test_a_recorded_case_shows_it(departure: Departure) -> None:
    having = [browser.departures for browser in BROWSERS.values() if departure in browser.departures]
    assert any(next(differences(departures, departure), None) for departures in having)


def test_every_departure_is_some_engines() -> None:
    assert {each for browser in BROWSERS.values() for each in browser.departures} == set(Departure)


def test_each_says_in_one_phrase_what_the_engine_does() -> None:
    phrases = [departure.value for departure in Departure]
    assert len(set(phrases)) == len(phrases)
    assert all(phrase[0].islower() and not phrase.endswith(".") for phrase in phrases)
