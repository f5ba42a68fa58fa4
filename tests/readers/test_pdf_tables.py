"""Tables of untagged PDFs: each label owns all lines of its value, wherever it stands beside them."""

from __future__ import annotations

from pathlib import Path

import pytest
from office_files import line, lines, pdf

from rekisterilint.limits import Limits
from rekisterilint.readers.pdf.reader import read, read_here
from rekisterilint.text import Text

_FORM = [
    ("Rekisterinpitäjä", ["Kuvitelman kunta, sivistyspalvelut,", "Kuvakatu 1, 00100 Helsinki,", "puhelin 09 123 4567"]),
    ("Säilytysaika", ["kaksi vuotta viimeisestä lainasta,", "sitten tiedot hävitetään"]),
    ("Tietolähteet", ["asiakas itse"]),
    ("Tietosisältö", ["nimi, osoite, puhelinnumero,", "lainat, varaukset, maksut,", "huoltajan nimi,", "kielto"]),
]
_PITCH = 14.0
_SHARES = {"top": 0.0, "middle": 0.5, "bottom": 1.0}


def form(align: str, padding: float, *, ruled: bool = False) -> str:
    """The operators that draw `_FORM` with its labels at the top, middle or bottom of their rows."""
    drawn, y = "", 700.0
    for label, value in _FORM:
        drawn += lines(value, 220, y, _PITCH) + line(label, 72, y - _SHARES[align] * _PITCH * (len(value) - 1))
        bottom = y - _PITCH * (len(value) - 1) - padding
        if ruled:
            height = y + padding + 8 - (bottom - 4)
            drawn += f"0.5 w 66 {bottom - 4} 148 {height} re S 214 {bottom - 4} 300 {height} re S\n"
        y = bottom - _PITCH - padding
    return drawn


def rows(text: Text) -> list[str]:
    return [text.content[block.start : block.end] for block in text.blocks if block.kind == "row"]


def read_page(content: str) -> Text:
    return read_here(pdf(content), "a.pdf", Limits())


_EXPECTED = [f"{label} | {' '.join(value)}" for label, value in _FORM]


@pytest.mark.parametrize(
    ("align", "padding", "ruled"),
    [
        ("top", 6, False),
        ("top", 0, False),
        ("top", 0, True),
        ("middle", 6, False),
        ("middle", 2, False),
        ("middle", 0, False),
        ("middle", 4, True),
        ("bottom", 4, True),
    ],
)
def test_a_label_owns_its_value(align: str, padding: float, ruled: bool) -> None:
    around = line("Tietosuojaseloste", 72, 760, 18), line("Laadittu 1.3.2026", 72, 300)
    text = read_page(around[0] + form(align, padding, ruled=ruled) + around[1])

    assert rows(text) == _EXPECTED
    assert text.content.startswith("Tietosuojaseloste\n")
    assert text.content.endswith("Laadittu 1.3.2026\n")


@pytest.mark.parametrize("name", ["form-chromium.pdf", "form-libreoffice.pdf"])
def test_forms_of_real_programs_are_read_row_by_row(fixtures: Path, name: str) -> None:
    text = read(fixtures.joinpath(name).read_bytes(), name, Limits())

    found = dict(row.split(" | ") for row in rows(text))
    assert list(found) == [
        "Rekisterinpitäjä",
        "Rekisteriasioista vastaava henkilö",
        "Käsittelyn tarkoitus ja oikeusperuste",
        "Säilytysaika",
        "Rekisterin tietosisältö",
        "Tietolähteet",
        "Tietojen luovutukset ja siirrot EU:n tai ETA:n ulkopuolelle",
    ]
    assert found["Rekisterin tietosisältö"] == "nimi osoite puhelinnumero lainat"
    assert found["Säilytysaika"].startswith("Asiakastiedot säilytetään kaksi vuotta")
    assert found["Säilytysaika"].endswith("tiedonohjaussuunnitelman mukaan.")
    place = text.place(text.content.index("tiedonohjaussuunnitelman"))
    shown = text.source_line(text.origin.source_offset(text.content.index("tiedonohjaussuunnitelman")))
    assert place.page == 1
    assert "tiedonohjaussuunnitelman" in shown


def test_a_table_inside_a_column_leaves_the_columns_apart() -> None:
    left = [f"vasemman palstan rivi numero {n} jatkuu tässä" for n in range(9)]
    right = [f"oikean palstan rivi numero {n} jatkuu tässäkin" for n in range(16)]
    table = "".join(
        line(label, 72, y) + line(value, 190, y) + f"0.5 w 70 {y - 4} 116 14 re S 186 {y - 4} 100 14 re S\n"
        for y, label, value in ((600, "Lainat", "2 vuotta"), (586, "Maksut", "6 vuotta"), (572, "Nimi", "3 vuotta"))
    )
    text = read_page(lines(left, 72, 760) + table + lines(right, 320, 760))

    assert rows(text) == ["Lainat | 2 vuotta", "Maksut | 6 vuotta", "Nimi | 3 vuotta"]
    assert text.content.index(left[-1]) < text.content.index("Lainat") < text.content.index(right[0])
    assert text.content.index(right[0]) < text.content.index(right[-1])
