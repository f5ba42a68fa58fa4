"""Pages and forms as sites and offices build them: what names a part of the text, and what is no part."""

from __future__ import annotations

import pytest
from letter_places import blocks, misplaced_letters, words
from office_files import docx, line, lines, p, pdf

from rekisterilint.engine import Engine
from rekisterilint.limits import Limits
from rekisterilint.readers import read_bytes
from rekisterilint.readers.html.reader import read
from rekisterilint.readers.pdf.reader import read_here
from rekisterilint.text import Text

_LEAD = "<h1>Tietosuojaseloste</h1><p>Tämä seloste kertoo, miten kirjasto käsittelee tietoja.</p>"
_KEPT = "Asiakastiedot poistetaan kolmen vuoden kuluttua."
_GIVEN = "Tietoja ei luovuteta eikä siirretä."


def page(source: str) -> Text:
    return read(source.encode(), "seloste.html", Limits())


def parts(text: Text) -> list[tuple[str, str]]:
    return [(kind, shown) for kind, _, _, shown in blocks(text)[2:]]


_EXPECTED = [
    ("heading", "Säilytysaika"), ("paragraph", _KEPT), ("heading", "Luovutukset"), ("paragraph", _GIVEN),
]  # fmt: skip


@pytest.mark.parametrize(
    "source",
    [
        # Tabs of ARIA, with an icon in one of them.
        '<div role="tablist"><button role="tab" id="t1" aria-controls="p1">Säilytysaika</button><button role="tab" id="t2">'
        '<i aria-hidden="true">send</i> Luovutukset</button></div>'
        f'<div role="tabpanel" id="p1"><p>{_KEPT}</div><div role="tabpanel" id="p2" aria-labelledby="t2" hidden><p>{_GIVEN}</div>',
        # Tabs of Bootstrap.
        '<ul class="nav nav-tabs"><li><a data-toggle="tab" href="#a">Säilytysaika</a><li><a data-toggle="tab" href="#b">Luovutukset</a></ul>'
        f'<div class="tab-pane" id="a">{_KEPT}</div><div class="tab-pane" id="b">{_GIVEN}</div>',
        # Accordions: a button in a heading, a button by role, and one whose panel's wrapper is hidden.
        f'<h2><button aria-controls="a">Säilytysaika</button></h2><div id="a" hidden><p>{_KEPT}</div>'
        f'<div role="button" aria-controls="b"><p>Luovutukset</p></div><div style="visibility:hidden"><div id="b"><p>{_GIVEN}</div></div>',
        # A button of its own before the panel.
        f'<button aria-expanded="false" aria-controls="a">Säilytysaika</button><div id="a" style="display:none">{_KEPT}</div>'
        f'<a data-bs-toggle="collapse" href="#b">Luovutukset</a><div id="b" aria-hidden="true">{_GIVEN}</div>',
        f"<details><summary>Säilytysaika</summary>{_KEPT}</details><details><summary>Luovutukset</summary>{_GIVEN}</details>",
        # The panel's own heading repeats the tab.
        '<div role="tablist"><button role="tab" aria-controls="a">Säilytysaika</button></div>'
        f'<div role="tabpanel" id="a"><h2>Säilytysaika</h2><p>{_KEPT}<h2>Luovutukset</h2><p>{_GIVEN}</div>',
    ],
    ids=["tabs", "Bootstrap's tabs", "accordion", "buttons", "details", "repeated"],
)
def test_what_opens_a_part_is_its_heading(source: str) -> None:
    text = page(_LEAD + source)
    assert parts(text) == _EXPECTED
    assert text.notes == ()
    assert misplaced_letters(text) == []


@pytest.mark.parametrize(
    "source",
    [
        '<button aria-expanded="false" aria-controls="m">Valikko</button><ul id="m" hidden><li><a href="/a">Päivähoito ja koulutus</a>'
        '<li><a href="/b">Asuminen ja ympäristö</a></ul>',
        '<button aria-controls="d">Evästeasetukset</button><div id="d" role="dialog"><p>Käytämme evästeitä kävijämäärien seurantaan.'
        "<button>Hyväksy</button></div>",
        '<aside><h2>Lue myös</h2><ul><li><a href="/a">Evästeet</a><li><a href="/b">Tietoturva</a></ul></aside>',
        '<button aria-controls="puuttuu">Jaa sivu</button>',
    ],
    ids=["menu", "cookies", "see also", "nothing"],
)
def test_what_opens_no_text_is_left_out(source: str) -> None:
    assert parts(page(source + _LEAD)) == []
    assert parts(page(_LEAD + source)) == []


def test_an_aside_with_contact_details_is_read() -> None:
    text = page(f'{_LEAD}<aside><h2>Yhteystiedot</h2><p>Aino Esimerkki, <a href="tel:0401">040 123 4567</a></aside>')
    assert parts(text) == [("heading", "Yhteystiedot"), ("paragraph", "Aino Esimerkki, 040 123 4567")]


_ROWS = (
    ("1. Rekisterinpitäjä", "Kuvitelman kunta, Kuvakatu 1, 00100 Helsinki"),
    ("2. Käsittelyn tarkoitus", "Kirjastoaineiston lainaaminen ja maksujen perintä."),
    ("3. Säilytysaika", "Kolme vuotta viimeisestä lainasta."),
)


def _as_docx() -> bytes:
    cells = "".join(
        f"<w:tr><w:tc>{p(label)}</w:tc><w:sdt><w:sdtContent><w:tc>{p(value)}</w:tc></w:sdtContent></w:sdt></w:tr>"
        for label, value in _ROWS
    )
    return docx(p("Tietosuojaseloste") + f"<w:tbl>{cells}</w:tbl>")


def _as_pdf() -> bytes:
    drawn = line("Tietosuojaseloste", 72, 800, 18)
    for number, (label, value) in enumerate(_ROWS):
        y = 760 - 20 * number
        drawn += line(label, 72, y) + line(value, 250, y) + f"66 {y - 6} 180 20 re S 246 {y - 6} 300 20 re S\n"
    return pdf(drawn)


@pytest.mark.parametrize("name", ["seloste.docx", "seloste.pdf", "seloste.html", "seloste.md"])
def test_the_numbered_labels_of_a_form_tell_what_its_rows_are_about(engine: Engine, name: str) -> None:
    table = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in _ROWS)
    markdown = "".join(f"| {label} | {value} |\n" for label, value in _ROWS)
    data = {
        "seloste.docx": _as_docx(),
        "seloste.pdf": _as_pdf(),
        "seloste.html": f"<h1>Tietosuojaseloste</h1><table>{table}</table>".encode(),
        "seloste.md": f"# Tietosuojaseloste\n\n| | |\n|---|---|\n{markdown}".encode(),
    }[name]
    text = read_bytes(data, name, Limits(), engine.heading_words)

    assert [words.split(" | ")[0] for words in words(text) if " | " in words] == [label for label, _ in _ROWS]
    elements = engine.check(text, name).elements
    assert {elements[key].status.value for key in ("controller", "purposes", "retention")} == {"stated"}


_CELL = "66 {y} 180 {height} re S 246 {y} 300 {height} re S\n"


def test_a_table_inside_a_cell_of_a_pdf_keeps_its_rows() -> None:
    page_ = (
        line("1. Rekisterinpitäjä", 72, 760)
        + lines(["Nimi", "Osoite", "Puhelin"], 250, 760, 16)
        + lines(["Kuvitelman kunta", "Kuvakatu 1, 00100 Helsinki", "09 123 4567"], 340, 760, 16)
        + _CELL.format(y=720, height=54)
        + line("2. Säilytysaika", 72, 706)
        + line("Kolme vuotta", 250, 706)
        + _CELL.format(y=700, height=20)
        + line("3. Tietolähteet", 72, 686)
        + line("Asiakas itse", 250, 686)
        + _CELL.format(y=680, height=20)
    )
    text = read_here(pdf(page_), "a.pdf", Limits())
    assert [(kind, shown) for kind, _, _, shown in blocks(text)] == [
        ("heading", "Rekisterinpitäjä"),
        ("row", "Nimi | Kuvitelman kunta"),
        ("row", "Osoite | Kuvakatu 1, 00100 Helsinki"),
        ("row", "Puhelin | 09 123 4567"),
        ("row", "2. Säilytysaika | Kolme vuotta"),
        ("row", "3. Tietolähteet | Asiakas itse"),
    ]


def test_a_row_goes_on_on_the_next_page() -> None:
    first = (
        line("1. Tietolähteet", 72, 120) + line("Asiakas itse", 250, 120) + _CELL.format(y=114, height=20)
        + line("2. Säilytysaika", 72, 100) + line("Tiedot poistetaan kolmen vuoden kuluttua viimeisestä", 250, 100)
        + _CELL.format(y=94, height=20)
    )  # fmt: skip
    second = (
        line("käynnistä asiakaspalvelussa.", 250, 700) + _CELL.format(y=694, height=20)
        + line("3. Oikeudet", 72, 680) + line("Oikeus tarkastaa tiedot", 250, 680) + _CELL.format(y=674, height=20)
        + line("4. Valitus", 72, 660) + line("Valvontaviranomaiselle", 250, 660) + _CELL.format(y=654, height=20)
    )  # fmt: skip
    rows = [shown for kind, _, _, shown in blocks(read_here(pdf(first, second), "a.pdf", Limits())) if kind == "row"]
    assert rows[1] == (
        "2. Säilytysaika | Tiedot poistetaan kolmen vuoden kuluttua viimeisestä käynnistä asiakaspalvelussa."
    )
    assert rows[2:] == ["3. Oikeudet | Oikeus tarkastaa tiedot", "4. Valitus | Valvontaviranomaiselle"]


def test_a_cell_of_a_pdf_that_goes_on_with_paragraphs_keeps_its_label() -> None:
    """The page cuts the table: no line closes the row at its foot or opens it at the next head."""
    first = (
        line("1. Tietolähteet", 72, 120) + line("Asiakas itse", 250, 120) + _CELL.format(y=114, height=20)
        + line("2. Säilytysaika", 72, 85) + line("Tiedot poistetaan seuraavasti:", 250, 100)
        + "66 114 m 66 60 l S 246 114 m 246 60 l S 546 114 m 546 60 l S\n"
    )  # fmt: skip
    second = (
        lines(["• lainat kahden vuoden kuluttua", "• maksut kuuden vuoden kuluttua"], 262, 700)
        + "66 680 m 66 740 l S 246 680 m 246 740 l S 546 680 m 546 740 l S 66 680 m 546 680 l S\n"
        + line("3. Oikeudet", 72, 666) + line("Oikeus tarkastaa tiedot", 250, 666) + _CELL.format(y=660, height=20)
    )  # fmt: skip
    text = read_here(pdf(first, second), "a.pdf", Limits())
    assert [(kind, shown) for kind, _, _, shown in blocks(text)] == [
        ("row", "1. Tietolähteet | Asiakas itse"),
        ("heading", "Säilytysaika"),
        ("paragraph", "Tiedot poistetaan seuraavasti:"),
        ("item", "lainat kahden vuoden kuluttua"),
        ("item", "maksut kuuden vuoden kuluttua"),
        ("row", "3. Oikeudet | Oikeus tarkastaa tiedot"),
    ]
