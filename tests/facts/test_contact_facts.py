"""Addresses, mailboxes, names and labels as Finnish notices really write them."""

from __future__ import annotations

import pytest

from rekisterilint.facts.addresses import find_addresses
from rekisterilint.facts.contacts import find_emails
from rekisterilint.facts.labels import read_bare_field
from rekisterilint.facts.people import find_people


@pytest.mark.parametrize(
    ("text", "code", "town"),
    [
        ("Satamakatu 4, 11101 riihimäki", "11101", "riihimäki"),
        ("Satamakatu 4, 33100Tampere", "33100", "Tampere"),
        ("Satamakatu 4, Tampere, 33100", "33100", "Tampere"),
        ("Satamakatu 4\n33100 TAMPERE", "33100", "TAMPERE"),
    ],
)
def test_an_address_with_a_slip_in_its_form_is_one_all_the_same(text: str, code: str, town: str) -> None:
    (address,) = find_addresses(text)
    assert (address.code, address.town, address.street) == (code, town, "Satamakatu 4")


@pytest.mark.parametrize(
    "text",
    [
        "Satamakatu 4, 33100 euroa",
        "Satamakatu 4 on suljettu, koska 20100 salo on loppu",
        "Tuote 20100Salo on loppu",
        "Tilasimme, Tampere 33100 kappaletta",
    ],
)
def test_digits_beside_a_word_are_no_address(text: str) -> None:
    assert find_addresses(text) == ()


@pytest.mark.parametrize(
    ("text", "address", "fault"),
    [
        ("Sähköpostitoimisto@kuusikorpi.fi", "toimisto@kuusikorpi.fi", "glued"),
        ("Maija Virtanenmaija.virtanen@kuusikorpi.fi", "maija.virtanen@kuusikorpi.fi", "glued"),
        ("Jari Lehtölehto.jari@kuusikorpi.fi", "Lehtölehto.jari@kuusikorpi.fi", ""),
        ("Maija.Virtanen@kuusikorpi.fi", "Maija.Virtanen@kuusikorpi.fi", ""),
        ("E-postkansli@granudden.fi", "kansli@granudden.fi", "glued"),
    ],
)
def test_a_word_that_runs_into_the_mailbox_is_told_from_it(text: str, address: str, fault: str) -> None:
    (email,) = find_emails(text)
    assert (email.address, email.fault) == (address, fault)


@pytest.mark.parametrize(
    "text",
    ["Postia voi lähettää (hallitus at kuusikorpi.fi)", "Sähköposti: hallitus[ä.t]kuusikorpi.fi", "hallitus (at) kuusikorpi.fi"],
)
def test_an_at_sign_in_words_or_brackets_is_one(text: str) -> None:
    (email,) = find_emails(text)
    assert email.address == "hallitus@kuusikorpi.fi"


def test_a_web_shop_is_no_person() -> None:
    assert find_people("Nimi: Kuusikorpi Webstore") == ()
    assert [person.name for person in find_people("Annu Kuusikorpi")] == ["Annu Kuusikorpi"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rekisterin yhteyshenkilö\n\nFjola Jonsdottir\ntoimisto@havukka.fi", ["Fjola Jonsdottir"]),
        ("2. Rekisteriasioista vastaava henkilö\nAbeba Tesfaye, toiminnanjohtaja", ["Abeba Tesfaye"]),
        ("Kontaktperson i registerärenden\n\nFjola Jonsdottir\n", ["Fjola Jonsdottir"]),
        ("Yhteyshenkilö\n\nHavukan Veto\nLähteentie 4", []),
        ("Yhteyshenkilö\n\nLahti Energia\nLähteentie 4", []),
        ("Rekisterinpitäjä\n\nFjola Jonsdottir\nLähteentie 4", []),
        ("Yhteystiedot\n\nMaija Meren tukiyhdistys ry\nPL 63", []),
        ("Yhteyshenkilö\n\nJäsenen Fjola Jonsdottir lähettää kutsut", []),
    ],
)
def test_a_name_alone_under_a_heading_that_asks_for_a_person_is_one(text: str, names: list[str]) -> None:
    assert [person.name for person in find_people(text)] == names


def test_a_surname_first_is_a_name_where_the_mailbox_says_so() -> None:
    with_mailbox = "Karhu Eeva-Kaisa\nSähköposti: eeva-kaisa.karhu@kuusikorpi.fi"
    assert [person.name for person in find_people(with_mailbox)] == ["Karhu Eeva-Kaisa"]
    assert find_people("Karhu Eeva-Kaisa\nSähköposti: toimisto@kuusikorpi.fi") == ()


@pytest.mark.parametrize(
    ("line", "kind", "value"),
    [
        ("Puh. 040 555 0142", "phone", "040 555 0142"),
        ("puh.", "phone", ""),
        ("Puh. …", "phone", ""),
        ("Sähköposti maija@kuusikorpi.fi", "email", "maija@kuusikorpi.fi"),
    ],
)
def test_a_label_needs_no_colon(line: str, kind: str, value: str) -> None:
    field = read_bare_field(line)
    assert field is not None and (field.kind, field.value) == (kind, value)


@pytest.mark.parametrize("line", ["puhelinnumero", "Sähköposti", "PUHELINNUMERO", "Puhelinpalvelu", "sähköpostilista"])
def test_what_names_a_datum_is_no_label(line: str) -> None:
    assert read_bare_field(line) is None
