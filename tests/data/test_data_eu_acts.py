"""The register of EU acts, and the many ways their numbers are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekisterilint.data import eu_acts


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("2016/679", "(EU) 2016/679"),
        ("(EU) 2016/679", "(EU) 2016/679"),
        ("EU 2016/679", "(EU) 2016/679"),
        ("EU) 2016/ 679", "(EU) 2016/679"),
        ("679/2016", "(EU) 2016/679"),  # the wrong form is still known for what it means
        ("95/46/EY", "95/46/EY"),
        ("95/46/EG", "95/46/EY"),
        ("95/46/EC", "95/46/EY"),
        ("1995/46/EY", "95/46/EY"),
        ("2002/58/EY", "2002/58/EY"),
        ("N:o 910/2014", "(EU) N:o 910/2014"),
        ("(EU) nr 910/2014", "(EU) N:o 910/2014"),
        ("No 910/2014", "(EU) N:o 910/2014"),
        ("910/2014", "(EU) N:o 910/2014"),
        ("2010/87/EU", "2010/87/EU"),
    ],
)
def test_by_number(written: str, number: str) -> None:
    found = eu_acts.by_number(written)
    assert found is not None
    assert found.number == number


@pytest.mark.parametrize(
    "written", ["", "GDPR", "2016/6790000", "(EU) 2016/680000", "1/2", "306/2019"]
)
def test_no_such_act(written: str) -> None:
    assert eu_acts.by_number(written) is None


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("95/46/EY", "1995/46"),
        ("(EY) N:o 45/2001", "2001/45"),
        ("(ETY) N:o 1408/71", "1971/1408"),
        ("(EY) N:o 1882/2003", "2003/1882"),
        ("(EU) 2018/1725", "2018/1725"),
        ("ei numeroa", None),
        ("12/34", None),
    ],
)
def test_normalised(written: str, key: str | None) -> None:
    assert eu_acts.normalised(written) == key


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("yleinen tietosuoja-asetus", "(EU) 2016/679"),
        ("yleisen tietosuoja-asetuksen", "(EU) 2016/679"),
        ("allmänna dataskyddsförordningen", "(EU) 2016/679"),
        ("General Data Protection Regulation", "(EU) 2016/679"),
        ("Privacy Shield", "(EU) 2016/1250"),
        ("saavutettavuusdirektiivissä", "(EU) 2016/2102"),
        ("tekoälysäädöksen", "(EU) 2024/1689"),
    ],
)
def test_by_name(name: str, number: str) -> None:
    assert [found.number for found in eu_acts.by_name(name)] == [number]


def test_what_fell_and_what_holds() -> None:
    shield = eu_acts.by_number("2016/1250")
    assert shield is not None
    assert (shield.status, shield.ended_on) == ("invalidated", "2020-07-16")
    assert not shield.is_in_force
    successor = eu_acts.by_number(shield.replaced_by)
    assert successor is not None
    assert successor.is_in_force


def test_the_data_protection_directive_ended_with_the_gdpr() -> None:
    directive = eu_acts.by_number("95/46/EY")
    assert directive is not None
    assert (directive.status, directive.ended_on) == ("repealed", "2018-05-25")
    assert directive.replaced_by == "(EU) 2016/679"


def test_every_act_is_found_by_its_own_number() -> None:
    assert len(eu_acts.all_acts()) == 29
    for act in eu_acts.all_acts():
        assert eu_acts.by_number(act.number) == act
        assert (act.ended_on == "") == act.is_in_force


@given(st.text(max_size=30))
def test_any_text_is_read(text: str) -> None:
    eu_acts.by_number(text)
    eu_acts.by_name(text)
