"""The data files state where they come from, and are what the scripts in tools make."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekisterilint.data import resources
from rekisterilint.data.folding import fold


@pytest.mark.parametrize("file", resources.FILES)
def test_every_file_states_source_and_date(file: str) -> None:
    stated = resources.provenance(file)
    assert stated.source
    assert stated.licence
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", stated.date)


def test_dates() -> None:
    dates = {stated.file: stated.date for stated in resources.all_provenance()}
    assert dates["postal_codes.json"] == "2024-04-13"
    assert dates["statutes.json"] == "2026-11-21"


def test_every_file_of_the_folder_is_listed(shipped: Path) -> None:
    assert {path.name for path in shipped.glob("*.json")} == set(resources.FILES)


@pytest.mark.parametrize("file", resources.FILES)
def test_no_file_tells_how_its_facts_were_looked_up(file: str, shipped: Path) -> None:
    text = (shipped / file).read_text(encoding="utf-8")
    assert not re.search(r"\w#\d|ref:\d|file:|_fin\.xml", text)


def test_nothing_is_loaded_by_an_import() -> None:
    modules = ["postal", "town_forms", "statutes", "name_index", "eu_acts", "gdpr", "authorities"]
    script = (
        f"from rekisterilint.data import resources, {', '.join(modules)};"
        "print(resources.load.cache_info().currsize)"
    )
    printed = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert printed.stdout.strip() == "0"


@pytest.mark.parametrize(
    "file",
    [
        "statutes.json",
        "statute_names.json",
        "eu_acts.json",
        "gdpr_structure.json",
        "authorities.json",
    ],
)
def test_the_legal_data_are_what_the_registers_make(
    file: str, shipped: Path, registers: Path
) -> None:
    from build_legal_data import build, written

    made = written(build(registers)[file])
    assert made == (shipped / file).read_text(encoding="utf-8")


def test_the_keys_of_names_are_those_of_the_shipped_statutes(shipped: Path) -> None:
    from build_legal_data import statute_names

    rows = json.loads((shipped / "statutes.json").read_text(encoding="utf-8"))["statutes"]
    committed = json.loads((shipped / "statute_names.json").read_text(encoding="utf-8"))
    assert statute_names(rows) == committed


def test_the_town_forms_are_those_of_the_shipped_postal_codes(shipped: Path) -> None:
    from build_town_forms import build

    postal_codes = json.loads((shipped / "postal_codes.json").read_text(encoding="utf-8"))
    committed = json.loads((shipped / "town_forms.json").read_text(encoding="utf-8"))
    assert build(postal_codes) == committed


def test_postal_codes_from_records_of_the_source() -> None:
    from build_postal_codes import build

    record = {
        "date": "20240413",
        "postcode": "02070",
        "postcode_fi_name": "ESPOON KAUPUNKI",
        "postcode_sv_name": "ESBO STAD",
        "postcode_abbr_fi": "",
        "postcode_abbr_sv": "",
        "type_code": "3",
        "municipal_name_fi": "Espoo",
        "municipal_name_sv": "Esbo",
    }
    made = build([record], "1.0.267")
    assert made["date"] == "2024-04-13"
    assert made["towns"] == ["Espoon kaupunki\tEsbo stad"]
    assert made["municipalities"] == ["Espoo\tEsbo"]
    assert made["codes"] == {"02070": "2 0 0"}


@pytest.mark.parametrize(
    ("capitals", "name"),
    [
        ("HELSINKI", "Helsinki"),
        ("PERNAJAN VANHAKYLÄ", "Pernajan Vanhakylä"),
        ("VASIKKA-AHO", "Vasikka-aho"),
        ("ALA-HONKAJOKI", "Ala-Honkajoki"),
        ("KOSKI TL", "Koski Tl"),
        ("HELSINGIN YLIOPISTO", "Helsingin yliopisto"),
        ("HUS", "HUS"),
        ("LÄNSI-UUDENMAAN HYVINVOINTIALU", "Länsi-Uudenmaan hyvinvointialue"),
    ],
)
def test_names_in_running_text(capitals: str, name: str) -> None:
    from build_postal_codes import in_running_text

    assert in_running_text(capitals) == name


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  Kunta\u00a0Laki \n", "kunta laki"),
        ("tieto\u00adsuoja\u2011asetus", "tietosuoja-asetus"),
        ("Ja\u0308rvenpa\u0308a\u0308", "järvenpää"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
