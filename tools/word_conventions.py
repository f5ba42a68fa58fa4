"""A DOCX as a Finnish Word writes it: for the fixtures, part by part."""

from __future__ import annotations

import zipfile
from pathlib import Path

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NAMESPACES = (
    W + ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
PARTS = ("styles", "numbering", "footnotes", "comments", "header", "footer")


def run(words: str, properties: str = "") -> str:
    """A run of text; a tab stands for w:tab."""
    body = "<w:tab/>".join(f'<w:t xml:space="preserve">{part}</w:t>' for part in words.split("\t"))
    return f"<w:r><w:rPr>{properties}</w:rPr>{body}</w:r>"


def paragraph(content: str, style: str = "", properties: str = "") -> str:
    """A paragraph of run markup, or of plain words."""
    if not content.startswith("<"):
        content = run(content)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{content}</w:p>"


def listed(words: str, number: int = 1, level: int = 0) -> str:
    """A paragraph of an automatic list."""
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(words, "Luettelokappale", numbering)


def table(*rows: tuple[str, ...]) -> str:
    """A table of plain cells."""
    drawn = "".join(
        "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{drawn}</w:tbl>"


def text_box(words: str) -> str:
    """A text box as Word writes it: the drawing, and the same once more for old readers."""
    content = f"<w:txbxContent>{paragraph(words)}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><a:graphic>"
        f"<a:graphicData><wps:wsp><wps:txbx>{content}</wps:txbx></wps:wsp></a:graphicData>"
        "</a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
        f"<v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def field(result: str, instruction: str) -> str:
    """A complex field with its result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def body() -> str:
    """The notice's paragraphs."""
    changed = 'w:id="1" w:author="Testi" w:date="2025-01-01T00:00:00Z"'
    bold = "<w:b/>"
    return "".join((
        paragraph("Asiakasrekisterin tietosuojaseloste", "Otsikko"),
        paragraph("1.\tRekisterinpitäjä", "Otsikko1"),
        paragraph(run("Kuvitelman kunta") + "<w:r><w:br/></w:r>" + run("PL 12, 00940 Helsinki")),
        paragraph(
            run("Sähköposti: ") + '<w:hyperlink r:id="rMail">' + run("kirjaamo") + "</w:hyperlink>"
        ),
        paragraph(text_box("Tietosuojavastaava: tsv@kuvitelma.example") + run("Katso myös laatikko.")),
        paragraph("2.\tKäsittelyn tarkoitus", "Otsikko1"),
        paragraph(
            run("Tietoja käsitellään ")
            + f"<w:del {changed}><w:r><w:delText>markkinointia</w:delText></w:r></w:del>"
            + f"<w:ins {changed}>{run('asiakassuhdetta')}</w:ins>"
            + run(" varten.")
            + '<w:r><w:footnoteReference w:id="2"/></w:r>'
        ),
        paragraph(run("Sisäinen huomautus: poista ennen julkaisua", "<w:vanish/>")),
        paragraph(run("Käsittelyn oikeusperuste", bold)),
        paragraph('<w:commentRangeStart w:id="0"/>' + run("Laki kirjastoista (1492/2016).")
                  + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'),
        paragraph("3.\tTiedot", "Otsikko1"),
        listed("nimi"),
        listed("yhteystiedot"),
        listed("puhelin", level=1),
        listed("ensimmäinen", 2),
        listed("toinen", 2),
        paragraph("a)\tkäsin numeroitu kohta"),
        paragraph("–\tviivalla merkitty kohta"),
        paragraph("4.\tSäilytysajat", "Otsikko1"),
        table(("Asiakastiedot", "3 vuotta"), ("Maksutiedot", "6 vuotta")),
        f"<w:sdt><w:sdtContent>{paragraph('Sisältöohjain: tiedot hävitetään.')}</w:sdtContent></w:sdt>",
        f'<w:moveFrom {changed}></w:moveFrom>'
        + paragraph(f"<w:moveFrom {changed}>{run('Siirretty lause.')}</w:moveFrom>"),
        paragraph(f"<w:moveTo {changed}>{run('Siirretty lause.')}</w:moveTo>"),
        paragraph(run("Digi") + "<w:r><w:noBreakHyphen/></w:r>" + run(" ja väestö")
                  + "<w:r><w:softHyphen/></w:r>" + run("tietovirasto, sivu ") + field("7", "PAGEREF x")),
        '<w:sectPr><w:headerReference w:type="default" r:id="rheader"/>'
        '<w:footerReference w:type="default" r:id="rfooter"/></w:sectPr>',
    ))  # fmt: skip


def styles() -> str:
    """Word's Finnish style names; the list and heading identifiers are Word's own."""
    rows = (
        ("Normaali", "Normal", ""),
        ("Otsikko", "Title", ""),
        ("Otsikko1", "heading 1", '<w:outlineLvl w:val="0"/>'),
        ("Luettelokappale", "List Paragraph", ""),
    )
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>'
        f"<w:pPr>{properties}</w:pPr></w:style>"
        for key, name, properties in rows
    )


def numbering() -> str:
    """A bullet list and a numbered one, two levels each."""
    kinds = (("bullet", "\u2022"), ("decimal", "%1."))
    drawn = "".join(
        f'<w:abstractNum w:abstractNumId="{index}">'
        + "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:lvlText w:val="{text}"/></w:lvl>'
            for level in (0, 1)
        )
        + "</w:abstractNum>"
        for index, (kind, text) in enumerate(kinds)
    )
    return drawn + "".join(
        f'<w:num w:numId="{index + 1}"><w:abstractNumId w:val="{index}"/></w:num>' for index in (0, 1)
    )


def write(target: Path) -> None:
    """Write the document to `target`."""
    note = paragraph("Alaviite: tehtävä perustuu kuntalakiin.")
    roots = {
        "styles": ("styles", styles()),
        "numbering": ("numbering", numbering()),
        "footnotes": (
            "footnotes",
            f'<w:footnote w:type="separator" w:id="-1">{paragraph("erotin")}</w:footnote>'
            f'<w:footnote w:id="2">{note}</w:footnote>',
        ),
        "comments": ("comments", f'<w:comment w:id="0">{paragraph("Kommentti: tarkista!")}</w:comment>'),
        "header": ("hdr", paragraph("Kuvitelman kunta")),
        "footer": ("ftr", paragraph(run("Sivu ") + field("1", "PAGE"))),
    }
    document = f"<w:document {NAMESPACES}><w:body>{body()}</w:body></w:document>"
    package = "http://schemas.openxmlformats.org/package/2006/"
    links = "".join(
        f'<Relationship Id="r{part}" Type="{OFFICE}{part}" Target="{part}.xml"/>' for part in PARTS
    )
    mail = (
        f'<Relationship Id="rMail" Type="{OFFICE}hyperlink" '
        'Target="mailto:kirjaamo@kuvitelma.example" TargetMode="External"/>'
    )
    types = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{WORD}{part}+xml"/>' for part in PARTS
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{package}content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD}document.main+xml"/>'
        f"{types}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{package}relationships"><Relationship Id="r1" '
        f'Type="{OFFICE}officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}relationships">'
        f"{links}{mail}</Relationships>",
        "word/document.xml": document,
    }
    for part, (root, content) in roots.items():
        files[f"word/{part}.xml"] = f"<w:{root} {NAMESPACES}>{content}</w:{root}>"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in files.items():
            entry = zipfile.ZipInfo(path, (2025, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + text)
