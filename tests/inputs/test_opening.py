"""Files as people have them: packed, in another encoding, damaged, or no text at all."""

from __future__ import annotations

import gzip
import io
import json

import pytest

from cors_tui.inputs.opening import opened, read_opened
from cors_tui.inputs.reader import UNKNOWN

ENTRY = {
    "request": {"method": "GET", "url": "https://a.test/", "headers": [{"name": "Origin", "value": "https://b.test"}]},
    "response": {"status": 504, "headers": []},
}
HAR = json.dumps({"log": {"entries": [ENTRY] * 50}}).encode()
LINE = b"https://a.test/\xc3\xa9\n"


@pytest.mark.parametrize(
    "file",
    [
        pytest.param(HAR, id="as it is"),
        pytest.param(b"\xef\xbb\xbf" + HAR, id="with a byte order mark"),
        pytest.param(gzip.compress(HAR), id="gzip"),
        pytest.param(HAR.decode().encode("utf-16"), id="UTF-16, as PowerShell writes"),
        pytest.param(gzip.compress(HAR.decode().encode("utf-16-be", "strict").join([b"\xfe\xff", b""])), id="both"),
    ],
)
def test_a_har_however_it_was_saved(file: bytes) -> None:
    text, understood = read_opened(io.BytesIO(file))
    assert (text, understood.kind, len(understood.calls), understood.missed) == ("", "har", 50, ())


def test_a_damaged_packed_file_is_read_up_to_the_damage() -> None:
    numbered = [ENTRY | {"comment": str(number) * number} for number in range(300)]
    packed = gzip.compress(json.dumps({"log": {"entries": numbered}}).encode())
    _, understood = read_opened(io.BytesIO(packed[: len(packed) // 2]))
    assert 0 < len(understood.calls) < 300
    assert any("ends in the middle" in missed for missed in understood.missed)


@pytest.mark.parametrize(
    "text", [LINE, LINE.decode().encode("utf-16"), gzip.compress(LINE)], ids=["UTF-8", "UTF-16", "gzip"]
)
def test_the_same_text_in_any_form(text: bytes) -> None:
    assert opened(io.BytesIO(text)).read().decode("utf-8-sig") == LINE.decode()


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (b"", "There is no text."),
        (b" \r\n\t", "There is no text."),
        (b"\x7fELF\x02\x01\x01" + bytes(200), "bytes that are no text"),
        (b"PK\x03\x04" + bytes(50), "ZIP"),
        (b"\x1f\x8b damaged from the first byte", "There is no text."),
    ],
)
def test_what_is_no_text_is_said_in_one_sentence(file: bytes, said: str) -> None:
    text, understood = read_opened(io.BytesIO(file))
    assert understood.kind == UNKNOWN
    assert said in understood.missed[0]
    assert text.strip() == ""
