"""Makes the readers' fixtures in tests/fixtures: needs LibreOffice and Chromium, the tests do not.

    python tools/make_fixtures.py

Every file holds the one notice of tools/fixture_notice.py, the forms that of tools/fixture_form.py,
as the named program writes it.
"""

from __future__ import annotations

import html
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from pypdf import PdfReader, PdfWriter

import word_conventions
from fixture_form import form_document, form_html
from fixture_notice import HEADER, NOTICE, TITLE, with_soft_hyphens

FIXTURES = Path(__file__).parent.parent / "tests" / "fixtures"
TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
UNTAGGED = "pdf:writer_pdf_Export"
PLAIN = TAGGED.replace("true", "false")
LINKS = """<!doctype html><html lang="fi"><head><meta charset="utf-8"><title>Tietosuojaseloste</title></head><body>
<h1>Tietosuojaseloste</h1><h2>1. Tietolähteet</h2>
<p>Osoitteet saadaan <a href="https://www.vrk.fi/haku?a=1&amp;b=2">väestörekisteristä</a>. Katso myös
<a href="#kohta">kohta 2</a>, <a href="https://www.kuusiniemi.example/tietosuoja">kuusiniemi.example</a> ja
<a href="https://www.kuusiniemi.example/kirjasto">kirjaston</a> sivu; kysy
<a href="mailto:kirjaamo@kuusiniemi.example">kirjaamosta</a>.</p>
<h2 id="kohta">2. Rekisterit</h2>
<table border="1"><tr><td>Rekisterin nimi</td><td>Kirjaston <a href="https://www.kuusiniemi.example/kirjasto">kirjaston</a> rekisteri</td></tr></table>
</body></html>"""
STYLES = {"heading": "Heading 1", "sub": "Heading 2", "item": "List Bullet", "number": "List Number"}


def soffice(source: Path, target: str, folder: Path, *options: str) -> Path:
    """Convert `source` with LibreOffice to format `target`; the path of the new file."""
    profile = folder / "profile"
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", *options,
         "--convert-to", target, "--outdir", str(folder), str(source)],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    return folder / f"{source.stem}.{target.split(':')[0]}"


def chromium_pdf(source: Path, target: Path, *options: str) -> None:
    """Print the page `source` as a browser's user does, with header and footer lines unless told."""
    subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", *options,
         f"--print-to-pdf={target}", source.as_uri()],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip


def add_field(paragraph: Any, instruction: str) -> None:
    """Append a field such as PAGE with a stored result."""
    for kind in ("begin", None, "separate", "1", "end"):
        run = paragraph.add_run()
        if kind is None:
            element = OxmlElement("w:instrText")
            element.text = instruction
        elif kind == "1":
            run.text = "1"
            continue
        else:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        run._r.append(element)


def notice_document(columns: int = 1) -> Any:
    """The notice as python-docx makes it, with real styles, header and page number."""
    document = Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = HEADER
    footer = section.footer.paragraphs[0]
    footer.add_run("Sivu ")
    add_field(footer, "PAGE")
    if columns > 1:
        setting = section._sectPr.find(qn("w:cols"))
        setting.set(qn("w:num"), str(columns))
        setting.set(qn("w:space"), "500")
    document.add_heading(with_soft_hyphens(TITLE), 0)
    table = None
    for kind, words in NOTICE:
        text = with_soft_hyphens(words)
        if kind == "row":
            if table is None:
                table = document.add_table(0, 2, style="Table Grid")
                for column in table.columns:
                    column.width = Cm(15 / columns / 2)
            for cell, value in zip(table.add_row().cells, text.split("|"), strict=True):
                cell.text = value
                cell.width = Cm(15 / columns / 2)
            continue
        table = None
        document.add_paragraph(text, style=STYLES.get(kind))
    return document


def notice_html() -> str:
    """The notice as a web page."""
    parts = [
        '<!doctype html><html lang="fi"><head><meta charset="utf-8">'
        f"<title>{TITLE}</title><style>body{{max-width:30em;font-family:sans-serif}}"
        "p,li{text-align:justify}</style></head><body>"
        f"<h1>{TITLE}</h1>"
    ]
    open_tag = ""
    wrappers = {"row": "table", "item": "ul", "number": "ol"}
    tags = {"heading": "h2", "sub": "h3", "text": "p", "item": "li", "number": "li"}
    for kind, words in NOTICE:
        wrapper = wrappers.get(kind, "")
        if wrapper != open_tag:
            parts.append(f"</{open_tag}>" * bool(open_tag) + f"<{wrapper}>" * bool(wrapper))
            open_tag = wrapper
        text = html.escape(with_soft_hyphens(words)).replace("\n", "<br>")
        if kind == "row":
            cells = "".join(f"<td>{cell}</td>" for cell in text.split("|"))
            parts.append(f"<tr>{cells}</tr>\n")
        else:
            parts.append(f"<{tags[kind]}>{text}</{tags[kind]}>\n")
    return "".join(parts) + "</body></html>"


def encrypt(source: Path, target: Path, password: str) -> None:
    """Write `source` with a user password (an empty one opens without asking)."""
    writer = PdfWriter(clone_from=PdfReader(source))
    writer.encrypt(password, owner_password="omistaja", algorithm="AES-128")
    writer.write(target)


def scanned(source: Path, folder: Path, target: Path) -> None:
    """Render the first page of `source` to an image and make a PDF of it, as a scanner does."""
    subprocess.run(
        ["pdftoppm", "-r", "50", "-gray", "-f", "1", "-l", "1", "-jpeg", str(source), str(folder / "scan")],
        check=True,
    )
    from PIL import Image

    image = next(folder.glob("scan*.jpg"))
    Image.open(image).save(target, "PDF", resolution=50)


def forms(folder: Path) -> None:
    """Untagged forms with labels beside the middle of their values, without and with lines."""
    page = folder / "form.html"
    page.write_text(form_html(), encoding="utf-8")
    chromium_pdf(page, FIXTURES / "form-chromium.pdf", "--disable-pdf-tagging", "--no-pdf-header-footer")
    document = folder / "form.docx"
    form_document().save(str(document))
    shutil.copy(soffice(document, PLAIN, folder), FIXTURES / "form-libreoffice.pdf")


def links(folder: Path) -> None:
    """A notice with links behind its words, as a browser prints it and as LibreOffice writes it."""
    page = folder / "links.html"
    page.write_text(LINKS, encoding="utf-8")
    chromium_pdf(page, FIXTURES / "links-chromium.pdf", "--no-pdf-header-footer")
    text = soffice(page, "odt:writer8", folder, "--infilter=HTML (StarWriter)")
    for target in ("docx", UNTAGGED):
        shutil.copy(soffice(text, target, folder), FIXTURES / f"links-libreoffice.{target[:4].split(':')[0]}")
    shutil.copy(text, FIXTURES / "links-libreoffice.odt")


def main() -> None:
    """Write all fixtures anew."""
    FIXTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "one").mkdir()
        master = folder / "one" / "notice.docx"
        notice_document().save(str(master))
        for target in ("odt", TAGGED, "docx"):
            made = soffice(master, target, folder)
            shutil.copy(made, FIXTURES / f"libreoffice.{made.suffix[1:]}")
        two_columns = folder / "two.docx"
        notice_document(columns=2).save(str(two_columns))
        shutil.copy(soffice(two_columns, UNTAGGED, folder), FIXTURES / "two-columns.pdf")
        page = folder / "page.html"
        page.write_text(notice_html(), encoding="utf-8")
        chromium_pdf(page, FIXTURES / "chromium.pdf")
        encrypt(FIXTURES / "libreoffice.pdf", FIXTURES / "encrypted.pdf", "salasana")
        encrypt(FIXTURES / "libreoffice.pdf", FIXTURES / "empty-password.pdf", "")
        scanned(FIXTURES / "libreoffice.pdf", folder, FIXTURES / "scanned.pdf")
        forms(folder)
        links(folder)
    word_conventions.write(FIXTURES / "word.docx")


if __name__ == "__main__":
    main()
