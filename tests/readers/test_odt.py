"""ODT: headings, lists, tables, changes, notes and hidden text."""

from __future__ import annotations

import pytest
from office_files import ODT_MIME, odt, package

from rekisterilint.limits import Limits
from rekisterilint.readers.base import ReadError
from rekisterilint.readers.office.odt import read
from rekisterilint.text import Text

_LIST = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
    'style:num-format="1" style:num-suffix="."/><text:list-level-style-bullet text:level="2" '
    'text:bullet-char="–"/></text:list-style>'
)


def read_body(body: str, automatic: str = "", styles: str = "") -> Text:
    return read(odt(body, automatic, styles), "a.odt", Limits())


def blocks(text: Text) -> list[tuple[str, int, str, str]]:
    """Kind, level, marker and words of the blocks that are no furniture."""
    return [
        (block.kind.value, block.level, block.marker, text.content[block.start : block.end])
        for block in text.blocks
        if not block.furniture
    ]


def test_headings_by_outline_level_and_by_style() -> None:
    body = (
        '<text:h text:outline-level="1">1. Tiedot</text:h><text:h text:outline-level="2">Nimi</text:h>'
        '<text:p text:style-name="Heading_20_3">Osoite</text:p><text:p>Teksti.</text:p>'
    )

    assert blocks(read_body(body)) == [
        ("heading", 1, "1.", "Tiedot"),
        ("heading", 2, "", "Nimi"),
        ("heading", 3, "", "Osoite"),
        ("paragraph", 0, "", "Teksti."),
    ]


def test_lists_nest_and_count() -> None:
    body = (
        '<text:list text:style-name="L"><text:list-item><text:p>yksi</text:p><text:list>'
        "<text:list-item><text:p>alla</text:p></text:list-item></text:list></text:list-item>"
        "<text:list-item><text:p>kaksi</text:p></text:list-item></text:list>"
    )

    assert blocks(read_body(body, _LIST)) == [
        ("item", 1, "1.", "yksi"),
        ("item", 2, "–", "alla"),
        ("item", 1, "2.", "kaksi"),
    ]


def test_tables_are_rows() -> None:
    body = (
        "<table:table><table:table-row><table:table-cell><text:p>Säilytysaika</text:p>"
        "</table:table-cell><table:table-cell><text:p>2 vuotta</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    )

    assert blocks(read_body(body)) == [("row", 0, "", "Säilytysaika | 2 vuotta")]


def test_changes_comments_and_notes() -> None:
    body = (
        '<text:tracked-changes><text:changed-region text:id="c"><text:deletion><text:p>poistettu'
        "</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        "<text:p>Nimi<office:annotation><text:p>kommentti</text:p></office:annotation>"
        '<text:change text:change-id="c"/><text:note><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>Alaviite.</text:p></text:note-body></text:note> ja osoite.</text:p>"
        "<text:p>Loppu.</text:p>"
    )

    assert [words for _, _, _, words in blocks(read_body(body))] == [
        "Nimi ja osoite.",
        "Loppu.",
        "Alaviite.",
    ]


def test_breaks_blanks_links_and_frames() -> None:
    body = (
        "<text:p>Kunta<text:line-break/>PL<text:s text:c='3'/>12<text:tab/>"
        '<text:a xlink:href="mailto:a@b.example">posti</text:a>'
        "<draw:frame><draw:text-box><text:p>Laatikko</text:p></draw:text-box></draw:frame></text:p>"
    )

    assert [words for _, _, _, words in blocks(read_body(body))] == [
        "Kunta\nPL 12 posti (a@b.example)",
        "Laatikko",
    ]


def test_hidden_text_is_left_out_and_noted() -> None:
    automatic = (
        '<style:style style:name="T1" style:family="text">'
        '<style:text-properties text:display="none"/></style:style>'
    )
    body = (
        '<text:p>Näkyy<text:span text:style-name="T1"> ei näy</text:span>.</text:p>'
        '<text:section text:display="none"><text:p>piilossa</text:p></text:section>'
    )
    text = read_body(body, automatic)

    assert text.source == "Näkyy.\n"
    assert text.notes == (("hidden-text", "2"),)


def test_bold_paragraphs_are_headings() -> None:
    automatic = (
        '<style:style style:name="P1" style:family="paragraph">'
        '<style:text-properties fo:font-weight="bold"/></style:style>'
    )
    body = '<text:p text:style-name="P1">Tietolähteet</text:p><text:p>Asiakas itse kertoo.</text:p>'

    assert blocks(read_body(body, automatic))[0] == ("heading", 1, "", "Tietolähteet")


def test_headers_and_footers_are_furniture() -> None:
    styles = (
        "<office:master-styles><style:master-page><style:header><text:p>Kunta</text:p></style:header>"
        "<style:footer><text:p>Sivu <text:page-number>1</text:page-number></text:p></style:footer>"
        "</style:master-page></office:master-styles>"
    )
    text = read_body("<text:p>Teksti.</text:p>", styles=styles)

    assert [(b.furniture, text.content[b.start : b.end]) for b in text.blocks] == [
        (True, "Kunta"),
        (False, "Teksti."),
        (True, "Sivu 1"),
    ]


def test_an_encrypted_file_says_so() -> None:
    manifest = (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry>'
        "<m:encryption-data/></m:file-entry></m:manifest>"
    )
    data = package({"mimetype": ODT_MIME, "META-INF/manifest.xml": manifest, "content.xml": b"\x12"})

    with pytest.raises(ReadError) as caught:
        read(data, "a.odt", Limits())

    assert caught.value.code == "encrypted-odt"
