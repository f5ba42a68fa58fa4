from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekisterilint.readers.base import ReadError
from rekisterilint.readers.decode import decode

WORDS = "Säilytysaika on 2 vuotta.\r\nÄlä hätäile.\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_unicode_is_told_by_its_mark_or_its_looks(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + WORDS.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.bom) == (WORDS, encoding, mark)
    assert decoded.notes == ()


def test_other_bytes_are_windows_1252_with_a_note() -> None:
    decoded = decode("Säilytysaika – 2 €".encode("cp1252"))
    assert decoded.text == "Säilytysaika – 2 €"
    assert decoded.notes == (("windows-1252", ""),)
    assert decoded.lossless


def test_bytes_without_meaning_in_windows_1252_do_not_stop_the_reading() -> None:
    decoded = decode(b"S\xe4ilytys\x81aika")
    assert decoded.text == "Säilytys\x81aika"
    assert not decoded.lossless


def test_a_few_broken_bytes_do_not_spoil_the_rest_of_utf_8() -> None:
    data = ("Säilytysaikaa päätettäessä " * 5).encode() + b"\xe4"
    decoded = decode(data)
    assert decoded.text.startswith("Säilytysaikaa päätettäessä")
    assert decoded.notes == (("damaged-utf-8", str(len(data) - 1)),)
    assert not decoded.lossless


def test_a_page_may_declare_its_encoding() -> None:
    page = '<meta charset="iso-8859-15"><p>Hinta 5 €, säilytys'
    decoded = decode(page.encode("iso-8859-15"), html=True)
    assert decoded.text == page
    assert decoded.notes == ()


def test_a_declaration_does_not_overrule_good_utf_8() -> None:
    page = '<meta charset="iso-8859-1"><p>Säilytys'
    assert decode(page.encode(), html=True).text == page


@pytest.mark.parametrize("data", [b"", b" \r\n\t", codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
def test_a_file_without_words_is_empty(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        decode(data)
    assert caught.value.code == "empty"


def test_a_binary_file_is_refused_with_the_place_that_tells() -> None:
    with pytest.raises(ReadError) as caught:
        decode(b"abc\x00\x01\x02def")
    assert (caught.value.code, caught.value.values) == ("binary", {"offset": 3})


def test_a_stray_control_character_makes_no_binary_file() -> None:
    assert decode(b"S\xc3\xa4ilytys \x1b[31maika").text == "Säilytys \x1b[31maika"


@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_are_decoded_or_refused(data: bytes, html: bool) -> None:
    try:
        decoded = decode(data, html=html)
    except ReadError as error:
        assert error.code in ("binary", "empty")
        return
    if decoded.lossless:
        assert decoded.bom + decoded.text.encode(decoded.encoding) == data
