"""DOCX: styles, lists, tables, changes, notes and hidden text."""

from __future__ import annotations

from pathlib import Path

import pytest
from office_files import docx, p, package

from rekisterilint.limits import Limits
from rekisterilint.readers.base import ReadError
from rekisterilint.readers.office.docx import read
from rekisterilint.text import Text


def read_body(body: str, **parts: str) -> Text:
    return read(docx(body, **parts), "a.docx", Limits())


def blocks(text: Text) -> list[tuple[str, int, str, str]]:
    """Kind, level, marker and words of the blocks that are no furniture."""
    return [
        (block.kind.value, block.level, block.marker, text.content[block.start : block.end])
        for block in text.blocks
        if not block.furniture
    ]


@pytest.fixture(scope="module")
def word(fixtures: Path) -> Text:
    return read(fixtures.joinpath("word.docx").read_bytes(), "word.docx", Limits())


def test_finnish_heading_styles_and_manual_numbers(word: Text) -> None:
    headings = [(level, marker, words) for kind, level, marker, words in blocks(word) if kind == "heading"]

    assert headings == [
        (1, "", "Asiakasrekisterin tietosuojaseloste"),
        (1, "1.", "Rekisterinpitäjä"),
        (1, "2.", "Käsittelyn tarkoitus"),
        (2, "", "Käsittelyn oikeusperuste"),
        (1, "3.", "Tiedot"),
        (1, "4.", "Säilytysajat"),
    ]


def test_lists_automatic_and_typed(word: Text) -> None:
    items = [(level, marker, words) for kind, level, marker, words in blocks(word) if kind == "item"]

    assert items == [
        (1, "•", "nimi"),
        (1, "•", "yhteystiedot"),
        (2, "•", "puhelin"),
        (1, "1.", "ensimmäinen"),
        (1, "2.", "toinen"),
        (1, "a)", "käsin numeroitu kohta"),
        (1, "–", "viivalla merkitty kohta"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Kuvitelman kunta\nPL 12, 00940 Helsinki",
        "Sähköposti: kirjaamo (kirjaamo@kuvitelma.example)",
        "Tietoja käsitellään asiakassuhdetta varten.",
        "Laki kirjastoista (1492/2016).",
        "Asiakastiedot | 3 vuotta",
        "Sisältöohjain: tiedot hävitetään.",
        "Digi- ja väestötietovirasto, sivu 7",
    ],
)
def test_what_a_reader_of_the_page_sees_is_read(word: Text, words: str) -> None:
    assert words in [found for _, _, _, found in blocks(word)]


@pytest.mark.parametrize("words", ["markkinointia", "Kommentti", "PAGEREF", "Sisäinen huomautus"])
def test_what_the_page_does_not_show_is_not_read(word: Text, words: str) -> None:
    assert words not in word.source


def test_a_text_box_and_a_moved_sentence_stand_once(word: Text) -> None:
    assert word.content.count("tsv@kuvitelma.example") == 1
    assert word.content.count("Siirretty lause.") == 1


def test_hidden_text_is_noted(word: Text) -> None:
    assert word.notes == (("hidden-text", "1"),)


def test_footnotes_stand_at_the_end_and_margins_are_furniture(word: Text) -> None:
    assert blocks(word)[-1][3] == "Alaviite: tehtävä perustuu kuntalakiin."
    furniture = [word.content[b.start : b.end] for b in word.blocks if b.furniture]
    assert furniture == ["Kuvitelman kunta", "Sivu 1"]


def test_places_are_paragraph_numbers_under_their_headings(word: Text) -> None:
    place = word.place(word.content.index("3 vuotta"))

    assert word.source.splitlines()[place.line - 1] == "Asiakastiedot | 3 vuotta"
    assert place.path == "4. Säilytysajat"


@pytest.mark.parametrize(
    ("name", "level"),
    [("heading 2", 2), ("Otsikko 3", 3), ("Rubrik 1", 1), ("Title", 1), ("Subtitle", 2)],
)
def test_heading_styles_in_three_languages(name: str, level: int) -> None:
    styles = f'<w:style w:type="paragraph" w:styleId="x"><w:name w:val="{name}"/></w:style>'

    text = read_body(p("Tiedot", '<w:pStyle w:val="x"/>') + p("Nimi."), styles=styles)

    assert blocks(text)[0] == ("heading", level, "", "Tiedot")


def test_a_style_based_on_a_heading_and_an_outline_level_are_headings() -> None:
    styles = (
        '<w:style w:styleId="Otsikko2"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:styleId="Oma"><w:name w:val="Oma tyyli"/><w:basedOn w:val="Otsikko2"/></w:style>'
    )
    body = p("Tiedot", '<w:pStyle w:val="Oma"/>') + p("Muuta", '<w:outlineLvl w:val="2"/>') + p("x")

    assert [level for _, level, _, _ in blocks(read_body(body, styles=styles))] == [2, 3, 0]


def test_a_bold_line_is_a_heading_and_a_bold_first_line_is_parted() -> None:
    bold = "<w:b/>"
    body = (
        p("Rekisterinpitäjä", run=bold)
        + p("Kuvitelman kunta hoitaa rekisteriä.")
        + f"<w:p><w:r><w:rPr>{bold}</w:rPr><w:t>Tietolähteet</w:t><w:br/></w:r>"
        "<w:r><w:t>Tiedot saadaan asiakkaalta.</w:t></w:r></w:p>"
    )

    assert blocks(read_body(body)) == [
        ("heading", 1, "", "Rekisterinpitäjä"),
        ("paragraph", 0, "", "Kuvitelman kunta hoitaa rekisteriä."),
        ("heading", 1, "", "Tietolähteet"),
        ("paragraph", 0, "", "Tiedot saadaan asiakkaalta."),
    ]


def test_plain_numbered_titles_are_headings_where_no_style_is_used() -> None:
    body = "".join(
        p(f"{n}. {title}") + p("Tästä kerrotaan tarkemmin.")
        for n, title in enumerate(["Rekisterinpitäjä", "Tarkoitus", "Oikeudet"], 1)
    )

    kinds = [(kind, marker) for kind, _, marker, _ in blocks(read_body(body))]

    assert kinds[::2] == [("heading", "1."), ("heading", "2."), ("heading", "3.")]


def test_numbers_of_lower_levels_name_the_upper_ones() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="0">'
        '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>'
    )

    def item(level: int) -> str:
        return p("x", f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>')

    text = read_body("".join(map(item, (0, 1, 1, 0, 1))), numbering=numbering)

    assert [marker for _, _, marker, _ in blocks(text)] == ["1.", "1.a)", "1.b)", "2.", "2.a)"]


def _table(*rows: tuple[str, ...]) -> str:
    return "<w:tbl>" + "".join(
        "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows
    ) + "</w:tbl>"  # fmt: skip


def test_a_label_beside_a_long_text_is_its_heading() -> None:
    long = p("Tiedot säilytetään kaksi vuotta. " * 12)

    found = blocks(read_body(_table((p("Säilytysaika"), long))))

    assert [kind for kind, _, _, _ in found] == ["heading", "paragraph"]


def test_a_layout_table_is_read_cell_by_cell() -> None:
    text = read_body(_table((p("Vain yksi täysi solu"), p("")), (p("Toinen"),)))

    assert [kind for kind, _, _, _ in blocks(text)] == ["paragraph", "paragraph"]


def test_deleted_rows_and_paragraphs_are_not_read() -> None:
    row = "<w:tr><w:trPr><w:del/></w:trPr><w:tc>" + p("poistettu") + "</w:tc></w:tr>"

    text = read_body(f"<w:tbl>{row}</w:tbl>" + p("jää"))

    assert text.content == "jää\n"


def test_the_strict_variant_is_read() -> None:
    namespace = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    body = f'<w:document xmlns:w="{namespace}"><w:body>{p("Tiedot.")}</w:body></w:document>'

    assert read(package({"word/document.xml": body}), "a", Limits()).content == "Tiedot.\n"


@pytest.mark.parametrize(
    "data",
    [b"PK\x03\x04rikki", package({"word/document.xml": "<w:document"}), package({"x": "y"}),
     docx(p("x" * 900))[:-30]],
)  # fmt: skip
def test_a_damaged_file_says_so(data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        read(data, "a.docx", Limits())

    assert caught.value.code == "damaged-word"
