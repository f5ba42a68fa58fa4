"""PDF: lines, columns, headings, tables, furniture and places."""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path

import pytest
from office_files import line, lines, pdf, raw_pdf

from rekisterilint.limits import Limits
from rekisterilint.readers.base import ReadError
from rekisterilint.readers.pdf.reader import read, read_here
from rekisterilint.text import BlockKind, Text

_PROSE = [
    "Rekisterissä käsitellään asiakkaan nimeä, osoitetta ja puhelinnumeroa sekä tieto-",
    "ja kirjastoaineiston lainoja. Tiedot ovat välttämättömiä asiakassuhteen hoi-",
    "tamiseksi, eikä niitä luovuteta muille.",
]


def blocks(text: Text, *, furniture: bool = False) -> list[tuple[str, str, str]]:
    """Kind, marker and words of the blocks, without furniture unless asked for."""
    return [
        (block.kind.value, block.marker, text.content[block.start : block.end])
        for block in text.blocks
        if block.furniture == furniture
    ]


def read_pages(*contents: str) -> Text:
    return read_here(pdf(*contents), "a.pdf", Limits())


def test_lines_of_a_paragraph_are_joined_and_hyphens_healed() -> None:
    text = read_pages(lines(_PROSE))

    assert blocks(text) == [
        (
            "paragraph",
            "",
            "Rekisterissä käsitellään asiakkaan nimeä, osoitetta ja puhelinnumeroa sekä tieto- "
            "ja kirjastoaineiston lainoja. Tiedot ovat välttämättömiä asiakassuhteen "
            "hoitamiseksi, eikä niitä luovuteta muille.",
        )
    ]


def test_the_source_keeps_the_lines_so_that_places_are_found() -> None:
    text = read_pages(lines(["Sivu yksi on tässä"]), lines(_PROSE))

    place = text.place(text.content.index("hoitamiseksi"))

    assert (place.page, place.line) == (2, 2)
    assert text.source_line(text.origin.source_offset(text.content.index("eikä"))) == _PROSE[2]


def test_short_lines_are_kept_apart_as_in_an_address() -> None:
    text = read_pages(lines(["Kuvitelman kunta", "PL 41", "00940 Helsinki", "", "", *_PROSE]))

    assert blocks(text)[0] == ("paragraph", "", "Kuvitelman kunta\nPL 41\n00940 Helsinki")


def test_headings_are_told_by_size_and_boldness() -> None:
    page = (
        line("Tietosuojaseloste", 72, 800, 18)
        + line("1. Rekisterinpitäjä", 72, 770, 11, "F2")
        + lines(_PROSE, y=755)
        + line("Yhteystiedot", 72, 700, 11, "F2")
        + lines(_PROSE, y=685)
    )

    headings = [
        (block.level, block.marker, text.content[block.start : block.end])
        for text in [read_pages(page)]
        for block in text.blocks
        if block.kind is BlockKind.HEADING
    ]

    assert headings == [
        (1, "", "Tietosuojaseloste"),
        (2, "1.", "Rekisterinpitäjä"),
        (2, "", "Yhteystiedot"),
    ]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [f"vasemman palstan rivi numero {n} jatkuu" for n in range(10)]
    right = [f"oikean palstan rivi numero {n} jatkuu" for n in range(10)]
    # Drawn line by line across the page, as some programs do.
    page = line("Otsikko yli koko sivun leveyden, molempien palstojen yläpuolella", 72, 800, 14)
    for number, (first, second) in enumerate(zip(left, right, strict=True)):
        page += line(first, 72, 760 - 14 * number) + line(second, 320, 760 - 14 * number)

    words = read_pages(page).content

    assert words.index(left[9]) < words.index(right[0])


def test_a_two_column_table_is_rows_whatever_the_order_of_drawing() -> None:
    labels = ["Rekisterinpitäjä", "Säilytysaika", "Tietolähde"]
    values = ["Kuvitelman kunta", "2 vuotta", "asiakas itse"]
    page = lines(labels, pitch=24) + lines(values, x=250, pitch=24)

    assert blocks(read_pages(page)) == [
        ("row", "", f"{label} | {value}") for label, value in zip(labels, values, strict=True)
    ]


def test_a_form_with_long_texts_is_headings_and_paragraphs() -> None:
    prose = ["Tiedot säilytetään laissa säädetyn ajan ja hävitetään sitten"] * 6
    page = line("Säilytysaika", 72, 760) + lines(prose, x=220)

    found = blocks(read_pages(page))

    assert found[0] == ("heading", "", "Säilytysaika")
    assert [kind for kind, _, _ in found[1:]] == ["paragraph"]


def test_lists_keep_their_markers_apart() -> None:
    page = lines(
        ["Tietoja ovat:", "\u2022 nimi", "\u2022 osoite ja", "1. laina", "a) varaus", "\u2013 maksu"]
    )

    items = [(marker, words) for kind, marker, words in blocks(read_pages(page)) if kind == "item"]

    assert items == [
        ("•", "nimi"),
        ("•", "osoite ja"),
        ("1.", "laina"),
        ("a)", "varaus"),
        ("–", "maksu"),
    ]


def test_page_numbers_and_repeated_margins_are_furniture() -> None:
    pages = [
        line("Kuvitelman kunta", 72, 810)
        + line(f"Sivu {number} (3)", 280, 30)
        + lines([f"Sivun {number} omaa tekstiä."], y=600)
        for number in (1, 2, 3)
    ]
    text = read_pages(*pages)

    assert blocks(text) == [("paragraph", "", f"Sivun {n} omaa tekstiä.") for n in (1, 2, 3)]
    assert blocks(text, furniture=True)[:2] == [
        ("paragraph", "", "Kuvitelman kunta"),
        ("paragraph", "", "Sivu 1 (3)"),
    ]


def test_a_paragraph_goes_on_across_pages() -> None:
    text = read_pages(lines(_PROSE[:2]), lines(_PROSE[2:]))

    assert len(blocks(text)) == 1
    assert "hoitamiseksi" in text.content


def test_ligatures_are_letters() -> None:
    encoding = "<</Type/Encoding/Differences[1/fi/fl]>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R"
        b"/Resources<</Font<</F1 4 0 R>>>>>>",
        f"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding{encoding}>>".encode(),
        b"<</Length 47>>stream\nBT /F1 12 Tf 72 700 Td (pro\\001lointi ja) Tj ET  \nendstream",
    ]

    assert read_here(raw_pdf(objects), "a.pdf", Limits()).content == "profilointi ja\n"


@pytest.mark.parametrize("name", ["libreoffice.pdf", "chromium.pdf", "two-columns.pdf"])
def test_the_fixtures_hold_the_whole_notice_in_order(fixtures: Path, name: str) -> None:
    text = read(fixtures.joinpath(name).read_bytes(), name, Limits())

    sections = [
        (block.marker, text.content[block.start : block.end])
        for block in text.blocks
        if block.kind is BlockKind.HEADING and block.marker
    ]

    assert [marker for marker, _ in sections] == [f"{number}." for number in range(1, 11)]
    assert sections[0][1] == "Rekisterinpitäjä"
    assert "kirjastopalvelujen tilastoimiseksi" in text.content
    assert "https://tietosuoja.fi/ilmoitus-tietosuojavaltuutetulle." in text.content
    assert ("row", "", "Maksut | 6 vuotta tilikauden päättymisestä") in blocks(text)
    assert "profilointia" in text.content
    furniture = " ".join(words for _, _, words in blocks(text, furniture=True))
    assert "1" in furniture
    assert "2" in furniture


def test_word_processor_formats_read_the_same(fixtures: Path) -> None:
    from rekisterilint.readers.office import docx, odt

    readers = {"pdf": read, "docx": docx.read, "odt": odt.read}
    found = [
        blocks(reader(fixtures.joinpath(f"libreoffice.{name}").read_bytes(), name, Limits()))
        for name, reader in readers.items()
    ]

    assert found[0] == found[1] == found[2]


def test_blocks_map_back_to_the_source(fixtures: Path) -> None:
    text = read_here(fixtures.joinpath("libreoffice.pdf").read_bytes(), "a.pdf", Limits())

    for block in text.blocks:
        offset = text.origin.source_offset(block.start)
        assert text.source[offset] == text.content[block.start]
    assert all(before <= after for before, after in pairwise(text.page_starts))


@pytest.mark.parametrize(
    ("name", "code"), [("encrypted.pdf", "encrypted-pdf"), ("scanned.pdf", "pdf-without-text")]
)
def test_what_cannot_be_read_says_why(fixtures: Path, name: str, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(fixtures.joinpath(name).read_bytes(), name, Limits())

    assert caught.value.code == code


def test_an_empty_password_opens(fixtures: Path) -> None:
    data = fixtures.joinpath("empty-password.pdf").read_bytes()

    assert "Rekisterinpitäjä" in read_here(data, "a.pdf", Limits()).content


def test_a_damaged_file_says_so() -> None:
    with pytest.raises(ReadError) as caught:
        read_here(b"%PDF-1.7\nrikki", "a.pdf", Limits())

    assert caught.value.code == "damaged-pdf"


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(ReadError) as caught:
        read_here(pdf(*["" for _ in range(4)]), "a.pdf", Limits(max_pages=3))

    assert caught.value.code == "too-many-pages"
    assert caught.value.values == {"pages": 4, "limit": 3}


def test_the_library_is_loaded_only_when_a_pdf_is_read() -> None:
    import subprocess

    program = "import sys, rekisterilint.readers.pdf.reader; print('pypdfium2' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)

    assert done.stdout.strip() == b"False"


def test_the_time_and_address_that_a_browser_prints_are_furniture() -> None:
    margins = (
        line("22.11.2026 klo 9.15", 30, 825, 8)
        + line("https://kunta.example/tietosuoja", 30, 15, 8)
        + line("1/1", 540, 15, 8)
    )
    text = read_pages(margins + lines(["Tiedot säilytetään kaksi vuotta.", "Päivitetty 1.3.2026"]))

    assert [words for _, _, words in blocks(text)] == [
        "Tiedot säilytetään kaksi vuotta. Päivitetty 1.3.2026"
    ]
