"""What a description drawn from a notice holds, and its comments."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from rekisterilint.catalogue import load_catalogue
from rekisterilint.cli.extract_command import run_extract_command
from rekisterilint.engine import Engine
from rekisterilint.extract import Extraction, NotANoticeError, extract, extract_each
from rekisterilint.limits import Limits
from rekisterilint.readers import read_bytes

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


SAMPLES = Path(__file__).parents[2] / "samples" / "clean"


@pytest.fixture(scope="module")
def two() -> str:
    names = ("kuusiniemi-kirjasto-fi.md", "granudden-smabarnspedagogik-sv.md")
    return "\n".join((SAMPLES / name).read_text(encoding="utf-8") for name in names)


def test_each_notice_of_a_file_can_be_drawn(engine: Engine, two: str) -> None:
    text = read_bytes(two.encode(), "a.md", Limits(), engine.heading_words)
    both = list(extract_each(text, engine, "a.md"))
    assert [one.language for one in both] == ["fi", "sv"]
    assert [one.others for one in both] == [1, 1]
    second = extract(text, engine, "a.md", number=2)
    assert second.source == both[1].source
    assert "name: Dataskyddsbeskrivning för småbarnspedagogiken" in second.source
    assert "kirjasto" not in second.source
    with pytest.raises(IndexError):
        extract(text, engine, "a.md", number=3)


def test_the_notices_of_a_file_are_chosen_or_go_into_a_folder(
    two: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "kaksi.md"
    path.write_text(two, encoding="utf-8")

    def run(output: str, number: int = 0) -> tuple[int, str]:
        status = run_extract_command(str(path), output, "fi", None, True, "", number)
        return status, capsys.readouterr().err

    status, remarks = run(str(tmp_path / "yksi.yaml"))
    assert status == 0 and "tiedostossa on 1 muuta selostetta tai kieliversiota" in remarks
    assert run(str(tmp_path / "toinen.yaml"), 2) == (0, "")
    assert "language: sv" in (tmp_path / "toinen.yaml").read_text(encoding="utf-8")
    status, remarks = run("", 3)
    assert status == 2 and "anna --notice 1–2" in remarks
    assert run(f"{tmp_path}/kuvaukset/") == (0, "")
    assert sorted(file.name for file in (tmp_path / "kuvaukset").iterdir()) == ["kaksi-fi.yaml", "kaksi-sv.yaml"]
    status, remarks = run(str(tmp_path / "puuttuu" / "a.yaml"))
    assert status == 2 and "ei voi kirjoittaa" in remarks
    assert not (tmp_path / "puuttuu").exists()


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("Päivitetty: 2025", "2025"),
        ("Versio: syksy 2024", "2024"),
        ("Päivitetty 3/2025", "3/2025"),
        ("## Päiväys\n\n2.3.2026", "2026-03-02"),
        ("Päiväys:\n\nJärvenpää 2.3.2026", "2026-03-02"),
    ],
)
def test_dates_as_exact_as_the_notice_has_them(engine: Engine, written: str, date: str) -> None:
    drawn_from = drawn(engine, NOTICE.replace("Päivitetty 2.3.2026", written))
    assert drawn_from.plain()["date"] == date
    assert "date" not in {difference.element for difference in drawn_from.differences}


@pytest.mark.parametrize(
    ("block", "name"),
    [
        ("Kuusiniemen kaupunki\nPL 41, 04401 Järvenpää\npuh. 09 271 971", "Kuusiniemen kaupunki"),
        ("Rekisterinpitäjä ja yhteystiedot\nKuusiniemen kaupunki\nPL 41, 04401 Järvenpää", "Kuusiniemen kaupunki"),
        (
            "Kuusiniemen kaupunki vastaa siitä, että nuorisotilan tietoja käsitellään oikein.\nPL 41, 04401 Järvenpää",
            "Kuusiniemen kaupunki",
        ),
    ],
)
def test_the_controller_is_a_name_and_no_label_or_sentence(engine: Engine, block: str, name: str) -> None:
    source = NOTICE.replace("Kuusiniemen kaupunki\nPL 41, 04401 Järvenpää\npuh. 09 271 971", block)
    assert source != NOTICE or block in NOTICE
    controller = drawn(engine, source).plain()["controller"]
    assert isinstance(controller, dict)
    assert controller["name"] == name


def test_an_organisation_is_no_ones_task(engine: Engine) -> None:
    source = NOTICE.replace(
        "Nuoriso-ohjaaja Aino Esimerkki, 040 123 4567, aino.esimerkki@kuusiniemi.example",
        "Aino Esimerkki\nKuusiniemen nuorisosäätiö\n040 123 4567\naino.esimerkki@kuusiniemi.example",
    )
    assert drawn(engine, source).plain()["contact_person"] == {
        "name": "Aino Esimerkki", "unit": "Kuusiniemen nuorisosäätiö",
        "phone": "040 123 4567", "email": "aino.esimerkki@kuusiniemi.example",
    }  # fmt: skip
