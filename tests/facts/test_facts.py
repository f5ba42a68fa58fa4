"""What notices write in forms of their own: dates, numbers, names and references."""

from __future__ import annotations

import pytest

from rekisterilint.facts.contacts import find_phones
from rekisterilint.facts.dates import find_dates
from rekisterilint.facts.gdpr_references import find_gdpr_references
from rekisterilint.facts.people import find_people


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
