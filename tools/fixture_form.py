"""A notice as a form of two columns, its labels beside the middle of the values: for make_fixtures.py."""

from __future__ import annotations

import html
from typing import Any

from docx import Document
from docx.enum.table import WD_ALIGN_VERTICAL

TITLE = "Tietosuojaseloste: kirjasto"
FORM = (
    ("Rekisterinpitäjä", "Kuvitelman kunta, Kuvakatu 1, 00100 Helsinki"),
    (
        "Rekisteriasioista vastaava henkilö",
        "Aino Esimerkki, suunnittelija, puhelin 040 1234567, aino.esimerkki@kuvitelma.example, "
        "Kuvakatu 1, 00100 Helsinki",
    ),
    (
        "Käsittelyn tarkoitus ja oikeusperuste",
        "Henkilötietoja käsitellään kirjastopalvelujen järjestämiseksi. Käsittely perustuu kunnan "
        "lakisääteiseen velvoitteeseen (yleinen tietosuoja-asetus 6 artiklan 1 kohdan c alakohta, "
        "laki yleisistä kirjastoista 1492/2016).",
    ),
    (
        "Säilytysaika",
        "Asiakastiedot säilytetään kaksi vuotta viimeisestä lainasta, minkä jälkeen tiedot "
        "hävitetään tietoturvallisesti kunnan tiedonohjaussuunnitelman mukaan.",
    ),
    ("Rekisterin tietosisältö", "nimi\nosoite\npuhelinnumero\nlainat"),
    (
        "Tietolähteet",
        "Tiedot saadaan asiakkaalta itseltään ja väestötietojärjestelmästä asiakkuuden alkaessa "
        "sekä osoitteen muuttuessa.",
    ),
    (
        "Tietojen luovutukset ja siirrot EU:n tai ETA:n ulkopuolelle",
        "Tietoja ei luovuteta muille eikä siirretä EU:n tai ETA:n ulkopuolelle.",
    ),
)
DATE = "Päivitetty 1.3.2026"


def form_html() -> str:
    """The form as a web page without lines."""
    rows = "".join(
        f"<tr><td>{html.escape(label)}</td><td>{html.escape(value)}</td></tr>\n" for label, value in FORM
    ).replace("nimi\nosoite\npuhelinnumero\n", "nimi<br>osoite<br>puhelinnumero<br>")
    return (
        '<!doctype html><html lang="fi"><head><meta charset="utf-8"><style>body{font:11pt sans-serif}'
        "td{vertical-align:middle;padding:4pt}td:first-child{width:30%}</style></head>"
        f"<body><h1>{TITLE}</h1><table>{rows}</table><p>{DATE}</p></body></html>"
    )


def form_document() -> Any:
    """The form as a word processor's table with lines."""
    document = Document()
    document.add_heading(TITLE, 1)
    table = document.add_table(0, 2, style="Table Grid")
    for label, value in FORM:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, value
        cells[0].vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    document.add_paragraph(DATE)
    return document
