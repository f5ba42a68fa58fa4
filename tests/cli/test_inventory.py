"""The inventory as a spreadsheet, read back."""

from __future__ import annotations

from pathlib import Path

import pytest

from rekisterilint.cli.inventory_command import run_inventory_command
from rekisterilint.elements.assess import ELEMENT_KEYS

openpyxl = pytest.importorskip("openpyxl")
SAMPLES = Path(__file__).parents[2] / "samples"
FORMULA = """# =HYPERLINK("http://paha.example";"Paina") tietosuojaseloste

## Rekisterinpitäjä

Koivulan palloseura ry, Palokuja 1, 05800 Hyvinkää, seura@koivula.example

## Käsittelyn tarkoitus

=SUM(1) on otsikko.\x0b Tietoja käsitellään jäsenasioiden hoitamiseksi. Peruste on sopimus (6 artiklan 1 kohdan b alakohta).

## Säilytysaika

Jäsentiedot säilytetään kaksi vuotta jäsenyyden päättymisestä.
"""


def sheet_of(*paths: Path, output: Path, status: int = 0) -> list[tuple[object, ...]]:
    done = run_inventory_command(tuple(map(str, paths)), "", output, "en", None, True, 1)
    assert done == status
    book = openpyxl.load_workbook(output)
    assert book.active.freeze_panes == "B2"
    assert book.active.auto_filter.ref == book.active.dimensions
    assert all(cell.data_type != "f" for row in book.active.iter_rows() for cell in row)
    return list(book.active.iter_rows(values_only=True))


def test_a_row_for_each_notice_with_what_it_says(tmp_path: Path) -> None:
    head, *rows = sheet_of(SAMPLES / "clean", output=tmp_path / "a.xlsx")
    assert head[:4] == ("register", "controller", "unit", "contact")
    assert len(head) == 13 + len(ELEMENT_KEYS)
    assert len(rows) == 6
    library = dict(zip(head, next(row for row in rows if "kirjasto" in str(row[12])), strict=True))
    assert library["controller"] == "Kuusiniemen kaupunki"
    assert library["legal basis"] == "a (consent), e (public task)"
    assert library["date"] == "2026-09-14"
    assert "riitta.haapasaari@kuusiniemi.example" in str(library["contact"])
    assert "tietosuojavastaava" not in str(library["contact"])
    assert "kuusi vuotta" in str(library["retention"])
    assert library["1. Controller"] == "stated"
    assert {str(value) for value in rows[0][13:]} <= {"stated", "partial", "referred", "missing", "n/a"}


def test_words_of_a_notice_become_no_formula(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(FORMULA, encoding="utf-8")
    _, row = sheet_of(path, output=tmp_path / "a.xlsx")
    assert str(row[0]).startswith("=HYPERLINK(")
    assert "=SUM(1) on otsikko" in str(row[4])


def test_what_is_not_read_is_named_and_the_rest_is_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.md").write_text(FORMULA, encoding="utf-8")
    (tmp_path / "b.md").write_text("", encoding="utf-8")
    (tmp_path / "c.md").write_text("# Leipäohje\n\nSekoita jauhot ja vesi. Paista tunti.\n", encoding="utf-8")
    rows = sheet_of(tmp_path, output=tmp_path / "a.xlsx", status=3)
    assert len(rows) == 2
    errors = capsys.readouterr().err
    assert "b.md: " in errors and "c.md: " in errors


def test_a_table_that_cant_be_written_is_said(tmp_path: Path) -> None:
    assert run_inventory_command((str(SAMPLES / "clean"),), "", tmp_path / "gone" / "a.xlsx", "en", None, True, 1) == 2
