from __future__ import annotations

import pytest

from rekisterilint.organisation.periods import find_periods, months_text
from rekisterilint.organisation.titles import file_key, name_stems, register_key, without_number


@pytest.mark.parametrize(
    "words, months",
    [
        ("Tietoja säilytetään kaksi vuotta.", [24]),
        ("ei ole käytetty kolmeen vuoteen", [36]),
        ("poistetaan kuukauden kuluttua tapahtumasta", [1]),
        ("säilytetään 10 v", [120]),
        ("sparas i fem år", [60]),
        ("i sex månader efter", [6]),
        ("for twelve months", [12]),
        ("60 päivää", [2]),
        ("uppgifterna av den registrerade", []),
        ("annettu 23 päivänä heinäkuuta 2014", []),
        ("laki 1050/2018, 29 §", []),
    ],
)
def test_periods(words: str, months: list[float]):
    assert [round(length) for _, _, length in find_periods(words)] == months


def test_periods_in_words():
    assert months_text(24.0, "fi") == "2 vuotta"
    assert months_text(1.0, "sv") == "1 månad"
    assert months_text(0.5, "en") == "15 days"


@pytest.mark.parametrize(
    "path, key, language",
    [
        ("a/kirjasto-fi.md", "a/kirjasto", "fi"),
        ("a/kirjasto_svenska.pdf", "a/kirjasto", "sv"),
        ("notices/sv/kirjasto.md", "notices/kirjasto", "sv"),
        ("kirjasto.md", "/kirjasto", ""),
    ],
)
def test_file_keys(path: str, key: str, language: str):
    found, told = file_key(path)
    assert (found.lstrip("/"), told) == (key.lstrip("/"), language)


def test_running_numbers_are_no_part_of_a_name():
    assert without_number("a/004 kirjasto") == without_number("a/019 kirjasto")


def test_the_words_that_tell_a_register():
    assert register_key("Tietosuojaseloste: uimahallin asiakasrekisteri") == "asiakasrekisteri uimahallin"
    assert register_key("Tietosuojaseloste") == ""
    assert register_key("Koivulan kaupungin kirjasto", name_stems(["koivulan kaupunki"])) == "kirjasto"
