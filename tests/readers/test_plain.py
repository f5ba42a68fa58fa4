from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekisterilint.engine import Engine
from rekisterilint.limits import Limits
from rekisterilint.readers import ReadError, read_bytes
from rekisterilint.readers.plain import reader
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
        "Säännönmukaiset tietojen luovutukset ja tietojen siirto EU:n tai Euroopan talousalueen ulkopuolelle",
        "7. Tietojen säännönmukaiset luovutukset ja tietojen siirto Euroopan unionin tai Euroopan talousalueen ulkopuolelle sekä siirron perusteet",
    ],
)
def test_headings(engine: Engine, heading: str):
    kind, words = blocks(engine, f"Alku.\n\n{heading}\n\nTässä kerrotaan asiasta.")[1]
    assert kind == "heading"
    assert heading.endswith(words)


def test_a_sentence_that_begins_with_a_site_does_not_go_on_with_the_heading(engine: Engine):
    source = "Alku.\n\n9. Tietojen siirto EU:n tai ETA:n ulkopuolelle\n\nkuusiniemi.fi ei luovuta tietoja EU:n ulkopuolelle."
    assert [kind for kind, _ in blocks(engine, source)] == ["paragraph", "heading", "paragraph"]


def test_the_end_of_a_sentence_under_a_full_line_is_no_heading(engine: Engine):
    source = (
        "Alku on tässä, ja se jatkuu pitkään niin, että rivi täyttyy oikeaan laitaan.\n\n"
        "Tietoja ei luovuteta säännönmukaisesti muille eikä niitä siirretä Euroopan\n"
        "EU-alueen tai ETA-alueen ulkopuolelle."
    )
    assert [kind for kind, _ in blocks(engine, source)] == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Henkilötietojen käsittely perustuu lakiin",
        "1. Palvelun tarjoamiseksi ja yhteydenpitämiseksi, tiedottamista varten.",
        "20700 Turku",
        "Seuran osoite Lähteentie 4, 23100 Mynämäki",
        "Kaupungin työntekijät, joilla työtehtävien mukaiset käyttöoikeudet rekisteriin",
        "Säilytysaika: 2 vuotta",
        "040 123 4567",
        "tietosuojavastaava@koivula.example",
        "9 September 2019, contact details updated in items 2 and 9",
        "Säkerhetsplanerare Mikko Merikoski\nE-postadress: mikko@koivula.example",
        "1. The data subject has a customer relationship with the controller of the register",
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


def test_a_list_right_under_a_numbered_heading_is_no_row_of_headings(engine: Engine):
    source = "1. Rekisterinpitäjä\n\nHavukka ry\n\n2. Tarkoitus\n\nLaskutus.\n\n3. Tietosisältö\n\n1. Nimi ja yhteystiedot\n2. Kortin numero\n3. Lainat\n\n4. Säilytysaika\n\nKaksi vuotta."
    kinds = {words: kind for kind, words in blocks(engine, source)}
    assert kinds["Nimi ja yhteystiedot"] == kinds["Kortin numero"] == "item"
    assert kinds["Tietosisältö"] == kinds["Säilytysaika"] == "heading"


def test_the_paragraph_under_a_numbered_heading_that_fills_its_line(engine: Engine):
    heading = "Överlämnande av uppgifter i medlemsregistret"
    body = "Registrets uppgifter ges åt klubbens styrelse, som godkänner medlemmarna."
    source = f"1. Registerförare\nGranudd rf\n\n2. Registrets namn\nRegister\n\n3. Kontaktperson\nAnna\n\n7. {heading}\n{body}\n\n- namn\n- adress\n- kön\n- ort\n"
    assert ("heading", heading) in blocks(engine, source)
    assert ("paragraph", body) in blocks(engine, source)


def test_all_that_stands_under_a_numbered_heading_is_its_text(engine: Engine):
    source = "1. Controller\n\nHavukka ry\n\n2. Purpose of processing\n\nSafety.\n\n3. Basis for processing\n\nLegitimate interest of controller\n\n4. Data content\n\nNames."
    assert ("paragraph", "Legitimate interest of controller") in blocks(engine, source)
    assert ("heading", "Legitimate interest of controller") in blocks(engine, source.replace("4. Data content", "Data content"))


def test_the_last_caption_may_read_as_a_known_heading(engine: Engine):
    source = (
        "1. Registeransvarig\n\nGranudden rf\n\n2. Kontaktperson\n\nMaja Holm\n\n3. Registrets namn\n\nREGISTRET, som består av\n\n"
        "1. REGISTRET ÖVER SÖKANDE av stipendier\n\n2. REGISTRET ÖVER MOTTAGARE av stipendier\n\n4. Syfte med behandlingen\n\nVi delar ut stipendier."
    )
    levels = [(b.marker, b.level) for b in read(engine, source).blocks if b.kind is BlockKind.HEADING]
    assert levels == [("1.", 1), ("2.", 1), ("3.", 1), ("1.", 2), ("2.", 2), ("4.", 1)]


def test_a_post_behind_its_label_is_no_heading(engine: Engine):
    source = "3. Kontaktperson för registret\n\nUppgiftsbeteckning\n\nSakkunnig inom datasäkerhet\n\nKontaktuppgifter\n\nPB 3, 00200 Helsingfors"
    assert ("paragraph", "Sakkunnig inom datasäkerhet") in blocks(engine, source)


def test_a_list_that_answers_the_heading_is_no_heading(engine: Engine):
    source = "Privacy policy\n\nThe categories of personal data\n\nName, organisation, contact details, billing information\n\nRecipients\n\nOur accountant."
    assert ("paragraph", "Name, organisation, contact details, billing information") in blocks(engine, source)


def test_captions_numbered_anew_stay_within_their_section(engine: Engine):
    source = (
        "1. Rekisterinpitäjä\n\nKoivula.\n\n2. Käsittelyn tarkoitus\n\nKerromme tässä.\n\n"
        "1. Uraohjaus\n\nOhjaamme.\n\n2. Valmennus\n\nValmennamme.\n\n3. Säilytysaika\n\nKaksi vuotta.\n"
    )
    text = read(engine, source)
    levels = {text.content[b.start : b.end]: b.level for b in text.blocks if b.level}
    assert levels["Uraohjaus"] > levels["Käsittelyn tarkoitus"]
    assert levels["Säilytysaika"] == levels["Käsittelyn tarkoitus"]


def _known(words: str) -> bool:
    """Stands for the catalogue's headings."""
    return words[:1].isupper() and len(words) % 3 == 0


_LINES = st.one_of(
    st.sampled_from(["1. Rekisteri", "- kohta", "Puhelin:", "katkais-", "https://x.example/a-", "2 (4)", "", "•", "Otsikko"]),
    st.text(max_size=30),
    st.text("aäåÄ -.,:;()\u00ad\u200b\u0301\u0f93\ufeff\t", max_size=80),
)
_ENDS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\n\n\n\n\n", "\f", "\u2028"])


def _check(data: bytes) -> None:
    try:
        text = reader.read(data, "a.txt", Limits(max_seconds=60), _known)
    except ReadError as error:
        assert error.code in ("empty", "binary")
        return
    for before, after in pairwise(text.blocks):
        assert before.end <= after.start
    for block in text.blocks:
        assert text.content[block.start : block.end].strip()
        for offset in range(block.start, block.end):
            source = text.origin.source_offset(offset)
            assert 0 <= source < len(text.source)
            if text.content[offset].isascii() and text.content[offset].isalnum():
                assert text.source[source] == text.content[offset]
        place = text.place(block.end - 1)
        assert place.line >= 1
        assert place.column >= 1


@given(st.lists(st.tuples(_LINES, _ENDS), max_size=30))
def test_every_letter_stands_where_the_text_says(parts: list[tuple[str, str]]):
    _check("".join(words + end for words, end in parts).encode("utf-8", "replace"))


@given(st.binary(max_size=400))
def test_no_bytes_crash_the_reader(data: bytes):
    _check(data)


def test_letters_that_compose_to_several_keep_their_places():
    # Found by the fuzzer: NFC takes this Tibetan letter apart.
    _check("• Kohta ྒྷ ja viimeinen sana.".encode())


def test_lines_are_the_same_however_long_the_text_is(engine: Engine):
    filler = "sana " * 250_000
    text = read(engine, f"{filler}\r\nToinen rivi.\r\n\r\nKolmas rivi.")
    last = text.blocks[-1]
    assert text.content[last.start : last.end] == "Kolmas rivi."
    assert text.place(last.start).line == 4


def test_a_row_of_two_cells_among_numbered_sections_is_no_heading(engine: Engine) -> None:
    source = (
        "1. Rekisterin nimi\n\nAsiakkaat\n\n2. Rekisterinpitäjä\n\nKuusi ry\n\n3. Käsittelyn oikeusperuste\n\nMuut toimet\n\n"
        "Rekisteröidyn suostumus  Uutiskirjeen lähettäminen\nLakisääteinen velvoite  Kirjanpito\n\n4. Tietolähteet\n\nAsiakas itse."
    )
    assert not [words for kind, words in blocks(engine, source) if kind == "heading" and "suostumus" in words]


def test_underlined_lines_are_headings(engine: Engine) -> None:
    source = (
        "===========\nTietosuoja\n===========\n\n1. Rekisterinpitäjä\n-------------------\nKeksitty ry\n\n"
        "Vad vi sparar\n~~~~~~~~~~~~~\nNamn och adress.\n"
    )
    text = read(engine, source)
    assert [(b.kind.value, b.level, text.content[b.start : b.end], text.place(b.start).line) for b in text.blocks] == [
        ("heading", 1, "Tietosuoja", 2),
        ("heading", 2, "Rekisterinpitäjä", 5),
        ("paragraph", 0, "Keksitty ry", 7),
        ("heading", 3, "Vad vi sparar", 9),
        ("paragraph", 0, "Namn och adress.", 11),
    ]


def test_an_underline_is_no_overline_of_the_next_heading(engine: Engine) -> None:
    # Found by fuzzing: words stood behind the end of the file.
    text = read(engine, "Tietosuoja\n==========\nOikeudet\n========\nVoit tarkastaa tietosi.\n")
    assert [(b.kind.value, text.content[b.start : b.end], text.place(b.start).line) for b in text.blocks] == [
        ("heading", "Tietosuoja", 1), ("heading", "Oikeudet", 3), ("paragraph", "Voit tarkastaa tietosi.", 5),
    ]  # fmt: skip


@pytest.mark.parametrize("source", ["Lause päättyy pisteeseen.\n-------------------------\n", "Nimi\n----------------------------------\n", "a ----- b\n"])
def test_a_line_of_signs_elsewhere_underlines_nothing(engine: Engine, source: str) -> None:
    assert all(kind != "heading" for kind, _ in blocks(engine, source))
