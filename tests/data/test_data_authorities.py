"""Authorities, their successors, and the Ombudsman's contact details."""

from __future__ import annotations

import re

import pytest

from rekisterilint.data import authorities, postal
from rekisterilint.data.authorities import national_digits


@pytest.mark.parametrize(
    ("name", "today", "date"),
    [
        ("aluehallintovirasto", "Lupa- ja valvontavirasto", "2026-01-01"),
        ("AVI", "Lupa- ja valvontavirasto", "2026-01-01"),
        ("Valvira", "Lupa- ja valvontavirasto", "2026-01-01"),
        ("ely-keskus", "elinvoimakeskus", "2026-01-01"),
        ("NTM-centralen", "elinvoimakeskus", "2026-01-01"),
        ("maistraatti", "Digi- ja väestötietovirasto", "2020-01-01"),
        ("VRK", "Digi- ja väestötietovirasto", "2020-01-01"),
        ("lääninhallitus", "Lupa- ja valvontavirasto", "2010-01-01"),
        ("Evira", "Ruokavirasto", "2019-01-01"),
    ],
)
def test_what_stands_in_a_bodys_place_today(name: str, today: str, date: str) -> None:
    (found,) = authorities.by_name(name)
    assert found.is_replaced
    assert (found.today, found.replaced_on) == (today, date)


def test_te_toimisto_gave_way_to_the_employment_areas() -> None:
    (found,) = authorities.by_name("TE-toimisto")
    assert found.replaced_on == "2025-01-01"
    assert "työllisyysalue" in found.today
    assert "arbets- och näringsbyrån" in found.names_sv


def test_a_body_that_had_two_successors_in_turn_names_both() -> None:
    (found,) = authorities.by_name("Terveydenhuollon oikeusturvakeskus")
    assert (found.replaced_by, found.today) == ("Valvira", "Lupa- ja valvontavirasto")
    assert found.today_sv == "Tillstånds- och tillsynsverket"


def test_current_bodies_are_not_replaced() -> None:
    (found,) = authorities.by_name("DVV")
    assert not found.is_replaced
    assert found not in authorities.replaced()
    assert len(authorities.all_authorities()) > len(authorities.replaced()) > 50


def test_every_former_body_has_a_name_and_a_successor() -> None:
    for found in authorities.replaced():
        assert found.names or found.names_sv
        assert found.replaced_by
        assert found.today
        assert re.fullmatch(r"(\d{4}-\d\d-\d\d)?", found.replaced_on)
        assert "since" not in found.replaced_by + found.today


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("vrk.fi", "Väestörekisterikeskus"),
        ("www.vrk.fi", "Väestörekisterikeskus"),
        ("kirjaamo@maistraatti.fi", "maistraatti"),
        ("asiointi.te-palvelut.fi", "työ- ja elinkeinotoimisto"),
        ("kirjaamo.etela@AVI.fi", "aluehallintovirasto"),
    ],
)
def test_domains_of_former_bodies(written: str, name: str) -> None:
    found = authorities.by_domain(written)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("written", ["dvv.fi", "tietosuoja@om.fi", "", "notvrk.fi", "navi.fi"])
def test_other_domains(written: str) -> None:
    assert authorities.by_domain(written) is None


def test_the_ombudsmans_present_addresses() -> None:
    office = authorities.ombudsman()
    assert office.name_fi == "Tietosuojavaltuutetun toimisto"
    assert office.name_sv == "Dataombudsmannens byrå"
    assert office.name_en == "Office of the Data Protection Ombudsman"
    visiting, postal_address = office.visiting_address, office.postal_address
    assert (visiting.street, visiting.code, visiting.town) == (
        "Lintulahdenkuja 4",
        "00530",
        "Helsinki",
    )
    assert (visiting.street_sv, visiting.town_sv) == ("Fågelviksgränden 4", "Helsingfors")
    assert (postal_address.po_box, postal_address.code) == ("800", "00531")


def test_the_ombudsmans_former_addresses() -> None:
    former = [a for a in authorities.ombudsman().addresses if not a.is_current]
    assert {(a.street, a.po_box, a.code) for a in former} == {
        ("Ratapihantie 9, 6. krs", "", "00520"),
        ("", "800", "00521"),
        ("Albertinkatu 25 A", "", "00180"),
        ("", "315", "00181"),
    }


def test_the_ombudsmans_codes_are_helsinkis() -> None:
    for address in authorities.ombudsman().addresses:
        assert postal.accepts(address.code, address.town)
        assert postal.accepts(address.code, address.town_sv)


@pytest.mark.parametrize(
    ("number", "role", "is_current"),
    [
        ("029 566 6700", "switchboard", True),
        ("029 56 66700", "switchboard", True),
        ("+358 29 566 6700", "switchboard", True),
        ("+358 (0)29 566 6700", "switchboard", True),
        ("00358 29 5666768", "registry", True),
        ("010 36 66700", "switchboard", False),
        ("029 56 16670", "guidance", False),
        ("029 566 6735", "fax", False),
    ],
)
def test_the_ombudsmans_phones(number: str, role: str, is_current: bool) -> None:
    phone = authorities.ombudsman().phone(number)
    assert phone is not None
    assert (phone.role, phone.is_current) == (role, is_current)


def test_a_phone_that_is_not_the_ombudsmans() -> None:
    assert authorities.ombudsman().phone("09 27191") is None


def test_the_ombudsmans_mail() -> None:
    (email,) = authorities.ombudsman().emails
    assert (email.address, email.is_current) == ("tietosuoja@om.fi", True)


def test_digits_as_dialled_at_home() -> None:
    assert national_digits("+358 9 27191") == national_digits("(09) 27191") == "0927191"
