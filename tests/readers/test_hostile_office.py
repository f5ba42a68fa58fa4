"""Hostile DOCX and ODT files: each ends in an error within memory and processor time."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
from bounded import outcome
from office_files import ODT_MIME, W, docx, odt, p, package

from rekisterilint.readers.base import ReadError
from rekisterilint.readers.office.package import is_large
from rekisterilint.readers.sniff import sniff

_PARTS = {"docx": "word/document.xml", "odt": "content.xml"}


def _bomb(name: str, size: int) -> bytes:
    """A package whose main part unpacks to `size` bytes of white space."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open(name, "w", force_zip64=True) as stream,
    ):
        for _ in range(size // 2**20):
            stream.write(b" " * 2**20)
    return buffer.getvalue()


@pytest.mark.parametrize("reader", ["docx", "odt"])
def test_a_zip_bomb_is_refused_before_it_unpacks(reader: str) -> None:
    assert outcome(f"office.{reader}", _bomb(_PARTS[reader], 128 * 2**20)) == "unsafe-archive"


@pytest.mark.parametrize("reader", ["docx", "odt"])
def test_a_zip_bomb_that_lies_about_its_size_is_refused(reader: str) -> None:
    data = bytearray(_bomb(_PARTS[reader], 64 * 2**20))
    directory = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, directory + 24, 1000)

    # zipfile itself stops at the declared size: what is left is no XML.
    assert outcome(f"office.{reader}", bytes(data)) in ("unsafe-archive", f"damaged-{_NAMES[reader]}")


_NAMES = {"docx": "word", "odt": "odt"}


@pytest.mark.parametrize("reader", ["docx", "odt"])
def test_many_parts_of_a_bomb_count_together(reader: str) -> None:
    root = f'<w:styles xmlns:w="{W}"/>'
    big = root + ("<!--" + " " * (9 * 2**20) + "-->") * 3
    parts = ["word/document.xml", "word/styles.xml", "word/numbering.xml"]
    if reader == "odt":
        parts = ["META-INF/manifest.xml", "content.xml", "styles.xml"]

    data = package({"mimetype": ODT_MIME, **dict.fromkeys(parts, big)})

    assert outcome(f"office.{reader}", data) == "unsafe-archive"


@pytest.mark.parametrize("reader", ["docx", "odt"])
@pytest.mark.parametrize(
    "declaration",
    [
        "<!DOCTYPE x [<!ENTITY a 'haha'><!ENTITY b '" + "&a;" * 10 + "'><!ENTITY c '" + "&b;" * 10 + "'>]>",
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:1/x.dtd">',
        '<!DOCTYPE x [<!ENTITY % a SYSTEM "file:///dev/zero"> %a;]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xml_with_entities_is_refused(reader: str, declaration: str, encoding: str) -> None:
    markup = f'<?xml version="1.0" encoding="{encoding}"?>{declaration}<x>&a;</x>'

    assert outcome(f"office.{reader}", package({_PARTS[reader]: markup.encode(encoding)})) == "unsafe-xml"


def test_deep_nesting_is_refused() -> None:
    deep = 100_000
    boxes = "<w:tbl><w:tr><w:tc>" * deep + "</w:tc></w:tr></w:tbl>" * deep
    sections = "<text:section>" * deep + "</text:section>" * deep

    assert outcome("office.docx", docx(boxes)) == "damaged-word"
    assert outcome("office.odt", odt(sections)) == "damaged-odt"


def test_nesting_up_to_the_parsers_limit_is_read_or_refused() -> None:
    for deep in (20, 60, 80):
        boxes = "<w:tbl><w:tr><w:tc>" * deep + p("x") + "</w:tc></w:tr></w:tbl>" * deep
        assert outcome("office.docx", docx(boxes)) in ("read 1", "damaged-word")


def test_a_small_file_of_many_small_elements_is_read_in_a_worker() -> None:
    data = docx("<w:x/>" * 1_000_000)

    assert len(data) < 100_000
    assert is_large(data)
    assert not is_large(docx(p("x")))


def test_a_directory_of_a_million_entries_is_refused_by_its_size() -> None:
    data = bytearray(docx(p("x")))
    end = data.rindex(b"PK\x05\x06")
    struct.pack_into("<I", data, end + 12, 40_000_000)

    with pytest.raises(ReadError) as caught:
        sniff(bytes(data), "a.docx")

    assert caught.value.code == "unsafe-archive"
    assert outcome("office.docx", bytes(data)) == "unsafe-archive"


def test_styles_based_on_each_other_end() -> None:
    styles = "".join(
        f'<w:style w:styleId="{own}"><w:name w:val="{own}"/><w:basedOn w:val="{other}"/></w:style>'
        for own, other in (("a", "b"), ("b", "a"))
    )

    assert outcome("office.docx", docx(p("x", '<w:pStyle w:val="a"/>'), styles=styles)) == "read 1"


def test_a_part_that_refers_to_itself_ends() -> None:
    link = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="header" Target="document.xml"/></Relationships>'
    )
    body = (
        f'<w:document xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships"><w:body>{p("x")}<w:sectPr><w:headerReference r:id="r1"/></w:sectPr></w:body>'
        "</w:document>"
    )
    data = package({"word/document.xml": body, "word/_rels/document.xml.rels": link})

    assert outcome("office.docx", data).startswith("read")


def test_many_paragraphs_stay_in_bounds() -> None:
    assert outcome("office.docx", docx(p("x") * 20_000), seconds=12) in ("read 20000", "too-slow")


def test_absurd_numbers_are_harmless() -> None:
    body = "<text:p>a<text:s text:c='999999999'/>b<text:s text:c='-5'/>c</text:p>"
    numbering = '<w:numPr><w:ilvl w:val="99999999999"/><w:numId w:val="-1"/></w:numPr>'

    assert outcome("office.odt", odt(body)) == "read 1"
    assert outcome("office.docx", docx(p("x", numbering))) == "read 1"


def test_terminal_escapes_do_not_survive_xml() -> None:
    assert outcome("office.docx", docx(p("\x1b[31m"))) == "damaged-word"
