"""Files that can't be read: one line each that says why and what to do, and the rest is checked."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from bounded import checked
from office_files import lines, odt, package, pdf, raw_pdf

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "tests" / "fixtures"
GOOD = ROOT / "samples" / "formats" / "kuusiniemi-kirjasto-fi.docx"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
_ENCRYPTED_ODT = {
    "mimetype": "application/vnd.oasis.opendocument.text",
    "META-INF/manifest.xml": '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:'
    'manifest:1.0"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/>'
    "</manifest:file-entry></manifest:manifest>",
    "content.xml": b"\x07\x19salattu",
}


def _many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (3 + n) for n in range(count))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    return raw_pdf(
        [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count), *[page] * count]
    )


UNREADABLE = {
    "salattu.pdf": ((FIXTURES / "encrypted.pdf").read_bytes(), "PDF-tiedosto on suojattu salasanalla"),
    "skannattu.pdf": (
        (FIXTURES / "scanned.pdf").read_bytes(),
        "näyttää skannatulta: tekstiä ei ole; aja tekstintunnistus ensin",
    ),
    "katkennut.pdf": (b"%PDF-1.7\nrikki", "PDF-tiedosto on vioittunut"),
    "katkennut.docx": ((FIXTURES / "word.docx").read_bytes()[:3_000], "Word-tiedosto on vioittunut"),
    "katkennut.odt": (odt("<text:p>x</text:p>" * 50)[:-200], "OpenDocument-tiedosto on vioittunut"),
    "roska.docx": (bytes(range(1, 256)) * 9, "Word-tiedosto on vioittunut"),
    "roska.odt": (bytes(range(256)) * 9, "OpenDocument-tiedosto on vioittunut"),
    "roska.pdf": (bytes(range(255, -1, -1)) * 9, "PDF-tiedosto on vioittunut"),
    "kehä.pdf": (
        raw_pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"]),
        "PDF-tiedosto on vioittunut",
    ),
    "vanha.doc": (
        _OLE + "WordDocument".encode("utf-16-le"), "vanha Word-tiedosto (.doc): tallenna se .docx-muotoon",
    ),
    "vanha.docx": (
        _OLE + "WordDocument".encode("utf-16-le"), "vanha Word-tiedosto (.doc): tallenna se .docx-muotoon",
    ),
    "suojattu.docx": (
        _OLE + "EncryptedPackage".encode("utf-16-le"), "Word-tiedosto on suojattu salasanalla",
    ),
    "suojattu.odt": (package(_ENCRYPTED_ODT), "OpenDocument-tiedosto on suojattu salasanalla"),
    "muotoilu.rtf": (b"{\\rtf1 Tietosuojaseloste}", "RTF-tiedosto: tallenna se .docx-muotoon"),
    "taulukko.xlsx": (package({"xl/workbook.xml": "<x/>"}), "tiedostomuotoa .xlsx ei tueta"),
    "ohjelma.txt": (b"\x7fELF\0\0\0\1", "ei ole tekstiä: tiedostossa on binääridataa (tavu 4)"),
    "tyhja.md": (b" \n", "tiedosto on tyhjä"),
    "sivuja.pdf": (_many_pages(2_001), "sivuja on liikaa: 2001, raja 2000"),
    "suuri.html": (bytes(50 * 2**20 + 1), "tiedosto on liian suuri: 51 Mt, raja 50 Mt"),
}  # fmt: skip


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, dict[str, object]]:
    """The exit status and the JSON report of one run over all of them and a good file."""
    folder = tmp_path_factory.mktemp("tiedostot")
    for name, (data, _) in UNREADABLE.items():
        folder.joinpath(name).write_bytes(data)
    shutil.copy(GOOD, folder / "hyva.docx")
    done = checked(
        [*UNREADABLE, "hyva.docx", "--format", "json"], folder, memory=2 * 2**30, seconds=40
    )
    return done.status, json.loads(done.output)


@pytest.mark.parametrize("name", UNREADABLE)
def test_each_says_why_it_was_not_read(report: tuple[int, dict[str, list[dict[str, str]]]], name: str) -> None:
    messages = {error["path"]: error["message"] for error in report[1]["errors"]}

    assert messages[name] == UNREADABLE[name][1]


def test_the_rest_is_checked_and_the_status_tells(report: tuple[int, dict[str, list[dict[str, str]]]]) -> None:
    status, written = report

    assert status == 3
    assert len(written["errors"]) == len(UNREADABLE)
    assert [document["path"] for document in written["documents"]] == ["hyva.docx"]


@pytest.mark.parametrize(
    ("name", "data", "true"),
    [
        ("seloste.docx", pdf(lines(["Tietosuojaseloste", "Rekisterinpitäjä on kunta."])), "pdf"),
        ("seloste.pdf", GOOD.read_bytes(), "docx"),
        ("seloste.doc", GOOD.read_bytes(), "docx"),
        ("seloste.txt", b"<!DOCTYPE html><title>a</title><h1>Tietosuojaseloste</h1>", "html"),
    ],
)
def test_the_content_decides_where_the_ending_is_wrong(tmp_path: Path, name: str, data: bytes, true: str) -> None:
    tmp_path.joinpath(name).write_bytes(data)

    done = checked([name, "--fail-on", "never"], tmp_path, memory=2 * 2**30, seconds=15)

    assert f"pääte ei vastaa sisältöä: luettiin muodossa {true}" in done.output
    assert done.status == 0
