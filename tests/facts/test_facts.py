"""What notices write in forms of their own: dates, numbers, names and references."""

from __future__ import annotations

import pytest

from rekisterilint.facts.citations import find_citations
from rekisterilint.facts.contacts import find_phones
from rekisterilint.facts.dates import find_dates
from rekisterilint.facts.gdpr_references import find_gdpr_references
from rekisterilint.facts.law_names import find_law_names
from rekisterilint.facts.people import find_people
from rekisterilint.matching import fold


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Uppdaterad 1.11 2020 till ny revision", ["2020-11-01"]),
        ("Päivitetty 1.11.2020", ["2020-11-01"]),
        ("artikel 6.1 2016/679", []),
        ("versio 2.13 2020", []),
    ],
)
def test_a_date_may_lack_its_second_full_stop(text: str, iso: list[str]) -> None:
    assert [date.iso for date in find_dates(text)] == iso


def test_a_date_behind_the_regulations_name_is_no_article() -> None:
    assert find_gdpr_references("enligt EU:s dataskyddsförordning GDPR 25.5 2018") == ()
    (reference,) = find_gdpr_references("enligt EU:s dataskyddsförordning GDPR 6.1 c")
    assert (reference.article, reference.paragraph) == (6, 1)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Call +358 (0) 294 52 11. Or write.", "+358 (0) 294 52 11"),
        ("Puh. 09 310 1691 2. Rekisterin nimi", "09 310 1691"),
    ],
)
def test_the_end_of_a_number_is_told_from_the_next_headings_number(text: str, written: str) -> None:
    assert [phone.written for phone in find_phones(text)] == [written]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mr Virve Utumaa", ["Virve Utumaa"]),
        ("Ms Zzyra Granvik\nzg(at)granudden.fi", ["Zzyra Granvik"]),
        ("Miss Data Protection", []),
    ],
)
def test_who_is_called_mr_or_ms_is_a_person(text: str, names: list[str]) -> None:
    assert [person.name for person in find_people(text)] == names


def test_a_number_that_opens_its_line_belongs_to_the_name_behind_it() -> None:
    lines = "Lait:\n29.4.2011/386 Ajokorttilaki\n410/2015 Kuntalaki\n"
    assert [(c.number, c.name) for c in find_citations(lines)] == [("386/2011", "Ajokorttilaki"), ("410/2015", "Kuntalaki")]
    other = "Ajokorttilaki\n386/2011\nKuntalaki\n410/2015\n"
    assert [(c.number, c.name) for c in find_citations(other)] == [("386/2011", "Ajokorttilaki"), ("410/2015", "Kuntalaki")]


@pytest.mark.parametrize("name", ["Hotel Aada Oy", "Maria Granudden Ab", "Aino Kuusikorpi Tmi"])
def test_a_company_called_after_a_person_is_none(name: str) -> None:
    assert find_people(f"Controller\n{name}\nBusiness ID: 1234567-1") == ()


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("enligt lagen om personuppgifter (10 och 24 §)", "lagen om personuppgifter"),
        ("enligt lagen om skydd av personuppgifter, 10 §", "lagen om skydd av personuppgifter"),
        ("enligt lagen om personuppgifter som lämnas vid inköp av gödsel", "lagen"),
    ],
)
def test_the_personal_data_act_is_known_by_what_translations_call_it(text: str, named: str) -> None:
    (name,) = find_law_names(text, fold(text))
    assert text[name.start : name.end] == named
    assert bool(name.statutes) == (named != "lagen")
