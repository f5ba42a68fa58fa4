"""What a file is, by its content."""

from __future__ import annotations

from pathlib import Path

import pytest
from office_files import docx, odt, p, package, pdf

from rekisterilint.readers.base import ReadError
from rekisterilint.readers.sniff import refuse_named, sniff

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
_OLD_WORD = _OLE + "WordDocument".encode("utf-16-le")
_ENCRYPTED = _OLE + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "name", "format_"),
    [
        (b"Tietosuojaseloste", "a.txt", "text"),
        (b"Tietosuojaseloste", "a", "text"),
        (b"# Tietosuojaseloste", "a.md", "markdown"),
        (b"<!DOCTYPE html><html>", "a.html", "html"),
        (b"\xef\xbb\xbf<html><body>", "a.htm", "html"),
        ("\ufeff<html><body>".encode("utf-16"), "a.htm", "html"),
        (b"rekisteri: 1", "a.yaml", "register-yaml"),
        (b"{}", "a.json", "register-json"),
        (pdf(""), "a.pdf", "pdf"),
        (docx(p("x")), "a.docx", "docx"),
        (odt("<text:p>x</text:p>"), "a.odt", "odt"),
        (_OLD_WORD, "a.doc", "doc"),
        (_ENCRYPTED, "a.docx", "encrypted-office"),
        (b"{\\rtf1 x}", "a.rtf", "rtf"),
        (package({"x.xml": "<x/>"}), "a.zip", "unknown-binary"),
        (b"\x7fELF\0\0\0\1", "a", "unknown-binary"),
        ("Tietosuojaseloste, käsittely".encode("utf-16"), "a.txt", "text"),
    ],
)
def test_content_tells_the_format(data: bytes, name: str, format_: str) -> None:
    assert sniff(data, name).format == format_


@pytest.mark.parametrize(
    ("data", "name", "true_format"),
    [
        (pdf(""), "seloste.docx", "pdf"),
        (docx(p("x")), "seloste.pdf", "docx"),
        (docx(p("x")), "seloste.doc", "docx"),
        (b"<html><body><p>x</p></body></html>", "seloste.doc", "html"),
        (b"Tietosuojaseloste", "seloste.pdf", "text"),
    ],
)
def test_a_wrong_extension_is_noted(data: bytes, name: str, true_format: str) -> None:
    kind = sniff(data, name)

    assert kind == (true_format, (("wrong-extension", true_format),))


def test_a_right_extension_is_not_noted(fixtures: Path) -> None:
    for path in fixtures.iterdir():
        assert sniff(path.read_bytes(), path.name).notes == (), path.name


@pytest.mark.parametrize(
    ("data", "code"),
    [(_OLD_WORD, "old-word"), (_ENCRYPTED, "encrypted-word"), (b"{\\rtf1}", "rich-text")],
)
def test_what_no_reader_takes_is_refused_with_its_reason(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        refuse_named(sniff(data, "a.bin"))

    assert caught.value.code == code


def test_a_cut_off_package_is_still_known() -> None:
    whole = docx(p("x" * 500))

    assert sniff(whole[: len(whole) // 2], "a.docx").format == "docx"


@pytest.mark.parametrize(("name", "format_"), [("a.odt", "odt"), ("a.zip", "unknown-binary")])
def test_a_broken_package_is_what_its_name_says(name: str, format_: str) -> None:
    assert sniff(b"PK\x03\x04" + bytes(300), name).format == format_


def test_a_file_of_nothing_but_comments_is_sniffed_at_once() -> None:
    assert sniff(b"<!---->" * 1_000, "a.txt").format == "text"
    assert sniff(b"<!-- a - b -->\n" * 100 + b"<html>", "a.txt").format == "html"


@pytest.mark.parametrize(
    ("name", "format_"),
    [
        ("a.mdx", "markdown"), ("a.md.j2", "markdown"), ("a.txt.erb", "text"), ("a.html.erb", "html"), ("a.blade.php", "html"),
        ("a.njk", "html"), ("a.JSP", "html"), ("a.tsx", "code"), ("a.vue", "code"), ("a.js", "code"),
    ],
)  # fmt: skip
def test_templates_and_code_are_known_by_their_names(name: str, format_: str) -> None:
    assert sniff(b"Sana ja toinen", name).format == format_
