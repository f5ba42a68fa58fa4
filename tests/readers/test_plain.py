from __future__ import annotations

import pytest

from rekisterilint.engine import Engine
from rekisterilint.readers import Limits, read_bytes
from rekisterilint.text import BlockKind, Text


def read(engine: Engine, source: str) -> Text:
    return read_bytes(source.encode(), "seloste.txt", Limits(), engine.heading_words)


def blocks(engine: Engine, source: str) -> list[tuple[str, str]]:
    text = read(engine, source)
    return [(b.kind.value, text.content[b.start : b.end]) for b in text.blocks if not b.furniture]


@pytest.mark.parametrize(
    "heading",
    [
        "1. Rekisterinpitäjä",
        "1 Rekisterinpitäjä ja yhteystiedot",
        "2) Säilytysaika",
        "3.1 Tietolähteet",
        "REKISTERÖIDYN OIKEUDET",
        "Miten pitkään säilytämme tietojasi?",
        "Rekisterin tietosisältö",
        "Tietojen säännönmukaiset luovutukset",
        "Dataskyddsombud",
        "How long do we keep your data?",
    ],
)
def test_headings(engine: Engine, heading: str):
    kind, words = blocks(engine, f"Alku.\n\n{heading}\n\nTässä kerrotaan asiasta.")[1]
    assert kind == "heading"
    assert heading.endswith(words)


@pytest.mark.parametrize(
    "line",
    [
        "Henkilötietojen käsittely perustuu lakiin",
        "1. Palvelun tarjoamiseksi ja yhteydenpitämiseksi, tiedottamista varten.",
        "20700 Turku",
        "Säilytysaika: 2 vuotta",
        "040 123 4567",
        "tietosuojavastaava@koivula.example",
    ],
)
def test_what_is_no_heading(engine: Engine, line: str):
    assert all(kind != "heading" for kind, _ in blocks(engine, f"Alku.\n\n{line}\n\nTässä kerrotaan."))


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("Kerromme henkilötie-\ntojen käsittelystä.", "Kerromme henkilötietojen käsittelystä."),
        ("Katso linja-\nautojen aikataulut.", "Katso linja-autojen aikataulut."),
        ("Hoidamme tieto-\nja viestintäasiat.", "Hoidamme tieto- ja viestintäasiat."),
        ("Lisää: https://koivula.example/tietosuoja-\nasiat/oma", "Lisää: https://koivula.example/tietosuoja-asiat/oma"),
    ],
)
def test_words_cut_at_line_ends_are_healed(engine: Engine, source: str, wanted: str):
    assert blocks(engine, source)[0][1] == wanted


def test_an_address_keeps_its_lines_apart(engine: Engine):
    source = "Rekisterinpitäjä\n\nKoivulan kaupunki\nPL 12\n05801 Hyvinkää\n"
    assert [words for _, words in blocks(engine, source)] == [
        "Rekisterinpitäjä", "Koivulan kaupunki", "PL 12", "05801 Hyvinkää",
    ]  # fmt: skip


def test_paragraphs_drawn_from_a_pdf_are_joined(engine: Engine):
    line = "Henkilötietoja käsitellään kirjaston lainaustoiminnan järjestämistä varten ja"
    source = f"{line}\n\nniitä säilytetään kaksi vuotta asiakkuuden päättymisestä."
    assert len(blocks(engine, source)) == 1


def test_page_numbers_and_repeated_headers_are_furniture(engine: Engine):
    page = "Koivulan kirjaston tietosuojaseloste"
    bodies = ("Tietoja säilytetään kaksi vuotta.", "Ne poistetaan sen jälkeen.")
    source = "\n\n\n\n\n".join([page, bodies[0], "sivu 1/2", page, bodies[1], "sivu 2/2"])
    text = read(engine, source)
    furniture = {text.content[b.start : b.end] for b in text.blocks if b.furniture}
    assert furniture == {page, "sivu 1/2", "sivu 2/2"}


@pytest.mark.parametrize("bullet", ["•", "-", "–", "*", "·", "\uf0b7"])
def test_bullets(engine: Engine, bullet: str):
    text = read(engine, f"Käsittelemme:\n{bullet} nimi\n{bullet} osoite\n")
    items = [b for b in text.blocks if b.kind is BlockKind.ITEM]
    assert [text.content[b.start : b.end] for b in items] == ["nimi", "osoite"]


def test_captions_numbered_anew_stay_within_their_section(engine: Engine):
    source = (
        "1. Rekisterinpitäjä\n\nKoivula.\n\n2. Käsittelyn tarkoitus\n\nKerromme tässä.\n\n"
        "1. Uraohjaus\n\nOhjaamme.\n\n2. Valmennus\n\nValmennamme.\n\n3. Säilytysaika\n\nKaksi vuotta.\n"
    )
    text = read(engine, source)
    levels = {text.content[b.start : b.end]: b.level for b in text.blocks if b.level}
    assert levels["Uraohjaus"] > levels["Käsittelyn tarkoitus"]
    assert levels["Säilytysaika"] == levels["Käsittelyn tarkoitus"]
