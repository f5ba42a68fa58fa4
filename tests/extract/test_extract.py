"""What a description drawn from a notice holds, and its comments."""

from __future__ import annotations

import io

import pytest
from ruamel.yaml import YAML

from rekisterilint.catalogue import load_catalogue
from rekisterilint.engine import Engine
from rekisterilint.extract import Extraction, NotANoticeError, extract
from rekisterilint.readers import Limits, read_bytes

NOTICE = """# Kuusiniemen nuorisotilan tietosuojaseloste

Päivitetty 2.3.2026

## 1. Rekisterinpitäjä

Kuusiniemen kaupunki
PL 41, 04401 Järvenpää
puh. 09 271 971

## 2. Yhteyshenkilö

Nuoriso-ohjaaja Aino Esimerkki, 040 123 4567, aino.esimerkki@kuusiniemi.example

## 3. Tietosuojavastaava

tietosuoja@kuusiniemi.example

## 4. Käyttötarkoitus

Tietoja käytetään nuorisotilan kävijöiden kirjaamiseen. Käsittely perustuu yleistä etua koskevaan
tehtävään (tietosuoja-asetus 6 artikla 1 e) ja nuorisolakiin (1285/2016).

## 5. Mitä tietoja keräämme?

- nimi ja syntymäaika 131052-308T
- huoltajan puhelinnumero

## 6. Säilytysaika

Säilytämme tietoja 2 vuotta viimeisestä käynnistä.

## 7. Oikeutesi

Sinulla on oikeus tarkastaa tietosi ja pyytää niiden oikaisemista.
"""


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(load_catalogue())


def drawn(engine: Engine, source: str, name: str = "seloste.md", language: str = "fi") -> Extraction:
    text = read_bytes(source.encode(), name, Limits(), engine.heading_words)
    return extract(text, engine, name, language)


def test_facts_become_typed_fields(engine: Engine) -> None:
    found = YAML(typ="safe").load(io.StringIO(drawn(engine, NOTICE).source))
    assert found["date"] == "2026-03-02"
    assert found["controller"] == {
        "name": "Kuusiniemen kaupunki",
        "address": {"po_box": "PL 41", "postal_code": "04401", "town": "Järvenpää"},
        "phone": "09 271 971",
    }
    assert found["contact_person"] == {
        "name": "Aino Esimerkki", "role": "Nuoriso-ohjaaja",
        "phone": "040 123 4567", "email": "aino.esimerkki@kuusiniemi.example",
    }  # fmt: skip
    assert found["dpo"] == {"email": "tietosuoja@kuusiniemi.example"}
    assert found["purposes"][0]["legal_bases"] == ["e"]
    assert found["purposes"][0]["statutes"] == ["nuorisolakiin (1285/2016)"]
    assert found["retention"] == [{"period": "Säilytämme tietoja 2 vuotta viimeisestä käynnistä."}]
    assert set(found["rights"]) == {"access", "rectification"}


def test_identity_codes_are_not_carried_on(engine: Engine) -> None:
    assert "131052-308T" not in drawn(engine, NOTICE).source


def test_comments_tell_the_place_and_what_is_missing(engine: Engine) -> None:
    source = drawn(engine, NOTICE).source
    assert "# seloste.md, rivit 7–9\ncontroller:\n" in source
    assert "  # rivi 9\n  phone:" in source
    assert "# Puuttuu: kenelle tietoja annetaan" in source
    assert "\n# recipients:\n" in source
    assert "  # erasure:" in source
    assert "# Missing: who receives the data" in drawn(engine, NOTICE, language="en").source


def test_the_description_says_what_the_notice_says(engine: Engine) -> None:
    assert drawn(engine, NOTICE).differences == ()


@pytest.mark.parametrize(
    ("source", "name", "code"),
    [
        ("# Leipäohje\n\nSekoita jauhot ja vesi. Paista tunti.\n", "ohje.md", "not-a-notice"),
        ("name: a\nsecurity: b\n", "a.yaml", "register-already"),
    ],
)
def test_what_is_no_notice_is_refused(engine: Engine, source: str, name: str, code: str) -> None:
    with pytest.raises(NotANoticeError) as caught:
        drawn(engine, source, name)
    assert caught.value.code == code
