"""The register of statutes."""

from __future__ import annotations

import re

import pytest

from rekisterilint.data import statutes
from rekisterilint.data.folding import fold


def test_a_statute_in_force() -> None:
    (found,) = statutes.by_number("306/2019")
    assert found.title_fi == "Laki digitaalisten palvelujen tarjoamisesta"
    assert found.status == "in_force"
    assert found.repealed_on == ""
    assert found.repealed_by == ()
    assert found.is_settled


def test_a_repealed_statute_names_its_successor() -> None:
    (found,) = statutes.by_number("523/1999")
    assert found.title_fi == "Henkilötietolaki"
    assert found.title_sv == "Personuppgiftslag"
    assert (found.status, found.repealed_on) == ("repealed", "2019-01-01")
    assert found.repealed_by == ("1050/2018",)
    assert found.year == 1999


def test_a_statute_split_in_two_names_both() -> None:
    (found,) = statutes.by_number("653/1987")
    assert found.repealed_by == ("481/1995", "482/1995")


def test_an_unknown_number() -> None:
    assert statutes.by_number("1/2019") == ()


def test_a_name_shared_by_an_old_and_a_current_act() -> None:
    numbers = {found.number: found.status for found in statutes.by_name("kuntalaki")}
    assert numbers == {"365/1995": "repealed", "410/2015": "in_force"}


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("Arkistolaki", "831/1994"),
        ("laki potilaan asemasta ja oikeuksista", "785/1992"),
        ("dataskyddslagen", "1050/2018"),
        ("Dataskyddslag", "1050/2018"),
        ("TyEL", "395/2006"),
        ("Laki kunnallisesta viranhaltijasta", "304/2003"),  # a former title
        ("Maankäyttö- ja rakennuslaki", "132/1999"),
    ],
)
def test_by_name(name: str, number: str) -> None:
    assert number in {found.number for found in statutes.by_name(fold(name))}


def test_by_name_takes_the_nominative_only() -> None:
    assert statutes.by_name("arkistolain") == ()
    assert statutes.by_name("") == ()


def test_what_is_unsettled_may_raise_nothing() -> None:
    (museum_agency,) = statutes.by_number("282/2004")
    assert museum_agency.status == "unknown"
    assert not museum_agency.is_settled
    assert all(
        found.is_settled == (found.status != "unknown" and found.confidence != "low")
        for found in statutes.all_statutes()
    )


def test_every_statute_is_well_formed() -> None:
    found = statutes.all_statutes()
    assert len(found) == 1011
    for statute in found:
        assert re.fullmatch(r"\d+/\d{4}", statute.number)
        assert statute.title_fi
        assert statute.status in {"in_force", "repealed", "unknown"}
        assert re.fullmatch(r"(\d{4}-\d\d-\d\d)?", statute.repealed_on)
        assert all(re.fullmatch(r"\d+/\d{4}", number) for number in statute.repealed_by)
        assert bool(statute.repealed_on) == (statute.status == "repealed")
        # by_name counts on names that lower case alone folds
        for name in (statute.title_fi, statute.title_sv, *statute.names):
            assert fold(name) == name.casefold()


def test_names_are_finnish_then_swedish_without_the_titles() -> None:
    (found,) = statutes.by_number("812/2000")
    assert found.names == found.names_fi + found.names_sv
    assert "asiakaslaki" in found.names_fi
    assert "klientlagen" in found.names_sv
    assert found.title_fi not in found.names


def test_the_register_is_complete_for_no_year() -> None:
    assert not any(map(statutes.numbers_complete_for, range(1734, 2030)))


def test_no_known_number_exceeds_the_bound() -> None:
    for found in statutes.all_statutes():
        assert not statutes.is_beyond(int(found.number.partition("/")[0]), found.year)
    assert statutes.is_beyond(10_000, 2019)


@pytest.mark.parametrize(("number", "beyond"), [(1, False), (1050, False), (2000, False), (2001, True), (20_191, True)])
def test_a_number_that_no_year_reached_is_beyond(number: int, beyond: bool) -> None:
    assert statutes.is_beyond(number, 2019) is beyond
