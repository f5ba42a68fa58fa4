"""Hostile PDF files: each ends in an error or a text within memory and processor time."""

from __future__ import annotations

import zlib

import pytest
from bounded import outcome
from office_files import line, pdf, raw_pdf

_CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>"
_ERRORS = ("damaged-pdf", "pdf-without-text", "too-many-pages", "too-slow")


def test_pages_that_are_their_own_parents_end() -> None:
    pages = b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>"

    assert outcome("pdf.reader", raw_pdf([_CATALOG, pages])) in _ERRORS


def test_an_object_that_is_its_own_length_ends() -> None:
    objects = [
        _CATALOG,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        _PAGE,
        b"<</Length 4 0 R>>stream\nBT ET\nendstream",
    ]

    assert outcome("pdf.reader", raw_pdf(objects)) in _ERRORS


def test_forms_that_draw_each_other_end() -> None:
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>/Length 5>>"
    objects = [
        _CATALOG,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R"
        b"/Resources<</XObject<</X 5 0 R>>>>>>",
        b"<</Length 5>>stream\n/X Do\nendstream",
        form % 6 + b"stream\n/X Do\nendstream",
        form % 5 + b"stream\n/X Do\nendstream",
    ]

    assert outcome("pdf.reader", raw_pdf(objects)) in _ERRORS


def _compressed(content: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        content = zlib.compress(content, 9)
    filters = b"/FlateDecode" * times
    return b"<</Length %d/Filter[%s]>>stream\n%s\nendstream" % (len(content), filters, content)


@pytest.mark.parametrize("size", [64, 128])
def test_a_huge_stream_ends(size: int) -> None:
    objects = [
        _CATALOG,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        _PAGE,
        _compressed(b" " * (size * 2**20)),
    ]

    found = outcome("pdf.reader", raw_pdf(objects), memory=2 * 1024**3, seconds=30)

    assert found in _ERRORS or found.startswith("died"), found


def test_a_claimed_million_pages_is_refused() -> None:
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1000000>>"

    assert outcome("pdf.reader", raw_pdf([_CATALOG, pages, _PAGE, b"<<>>"])) in _ERRORS


def test_a_page_of_scattered_words_ends() -> None:
    content = "".join(line("x", n % 550, n * 7 % 800, 1) for n in range(25_000))

    assert outcome("pdf.reader", pdf(content), seconds=20).split()[0] in ("read", "too-slow")


def test_absurd_sizes_and_places_are_harmless() -> None:
    content = (
        "BT /F1 1e38 Tf 1e38 -1e38 Td (suuri) Tj ET BT /F1 0 Tf 0 0 Td (pieni) Tj ET "
        "BT /F1 9 Tf 0 0 0 0 0 0 Tm (litistetty) Tj ET BT /F1 9 Tf 10 10 Td (tavallinen) Tj ET"
    )

    assert outcome("pdf.reader", pdf(content)).split()[0] in ("read", "pdf-without-text")


def test_nested_arrays_end() -> None:
    deep = b"[" * 50_000 + b"]" * 50_000

    assert outcome("pdf.reader", raw_pdf([_CATALOG, b"<</Kids %s>>" % deep])) in _ERRORS


def test_control_and_direction_characters_stay_out_of_the_text() -> None:
    from rekisterilint.limits import Limits
    from rekisterilint.readers.pdf.reader import read_here

    text = read_here(pdf(line("a\x1b[31mb\x07c", 72, 700)), "a.pdf", Limits())

    assert not any(letter < " " for letter in text.content.replace("\n", ""))
