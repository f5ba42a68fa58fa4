"""Postal codes: what stands behind a code, and which code was meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekisterilint.data import postal
from rekisterilint.data.postal import CodeKind
from rekisterilint.data.resources import load


@pytest.mark.parametrize(
    ("code", "town_fi", "town_sv", "kind", "municipality_fi", "municipality_sv"),
    [
        ("04400", "Järvenpää", "Järvenpää", CodeKind.STREET, "Järvenpää", "Träskända"),
        ("04401", "Järvenpää", "Järvenpää", CodeKind.PO_BOX, "Järvenpää", "Träskända"),
        ("00400", "Helsinki", "Helsingfors", CodeKind.STREET, "Helsinki", "Helsingfors"),
        ("00530", "Helsinki", "Helsingfors", CodeKind.STREET, "Helsinki", "Helsingfors"),
        ("00531", "Helsinki", "Helsingfors", CodeKind.PO_BOX, "Helsinki", "Helsingfors"),
        ("02070", "Espoon kaupunki", "Esbo stad", CodeKind.CORPORATE, "Espoo", "Esbo"),
        ("00056", "Kela", "FPA", CodeKind.CORPORATE, "Helsinki", "Helsingfors"),
        ("04500", "Kellokoski", "Kellokoski", CodeKind.STREET, "Tuusula", "Tusby"),
        ("21422", "Lieto", "Lieto", CodeKind.COLLECTIVE, "Lieto", "Lundo"),
    ],
)
def test_lookup_of_a_code_in_use(
    code: str,
    town_fi: str,
    town_sv: str,
    kind: CodeKind,
    municipality_fi: str,
    municipality_sv: str,
) -> None:
    found = postal.lookup(code)
    assert found is not None
    assert (found.code, found.kind) == (code, kind)
    assert (found.town_fi, found.town_sv) == (town_fi, town_sv)
    assert (found.municipality_fi, found.municipality_sv) == (municipality_fi, municipality_sv)


@pytest.mark.parametrize("code", ["", "0440", "044000", "99998", "O4400", "04400 "])
def test_lookup_of_no_code(code: str) -> None:
    assert postal.lookup(code) is None


def test_there_are_five_thousand_codes() -> None:
    codes = load("postal_codes.json")["codes"]
    assert len(codes) == 5033
    assert all(postal.lookup(code) for code in codes)


@pytest.mark.parametrize(
    "name", ["Järvenpää", "JÄRVENPÄÄ", " järvenpää ", "Ja\u0308rvenpa\u0308a\u0308"]
)
def test_codes_of_a_town(name: str) -> None:
    codes = [found.code for found in postal.codes_of_town(name)]
    assert codes == ["04400", "04401", "04410", "04420", "04430", "04431", "04440"]


def test_codes_of_a_town_by_its_swedish_name() -> None:
    assert postal.codes_of_town("Esbo") == postal.codes_of_town("Espoo")


@pytest.mark.parametrize("name", ["Smartpost", "Pakettiautomaatti", "Kela", "Atlantis", ""])
def test_what_is_no_town_has_no_codes(name: str) -> None:
    assert postal.codes_of_town(name) == ()
    assert not postal.is_town(name)


@pytest.mark.parametrize(
    "name", ["Järvenpää", "espoo", "ESBO", "Åbo", "Pedersöre", "Träskända", "Koski Tl", "Ii"]
)
def test_towns_and_municipalities_are_towns(name: str) -> None:
    assert postal.is_town(name)


@pytest.mark.parametrize(
    ("code", "town"),
    [
        ("04400", "Järvenpää"),
        ("04400", "JÄRVENPÄÄ"),
        ("04400", "Träskända"),
        ("00400", "Helsingfors"),
        ("00100", "Hki"),
        ("33100", "Tammerfors"),
        ("04500", "Kellokoski"),
        ("04500", "Tuusula"),
        ("02070", "Espoon kaupunki"),
        ("02070", "ESPOON KAUPUNKI"),
        ("02070", "Esbo stad"),
        ("02070", "Espoo"),
        ("00014", "Helsingin yliopisto"),
        ("00014", "University of Helsinki"),
        ("00076", "Aalto-yliopisto"),
        ("02033", "Länsi-Uudenmaan hyvinvointialue"),
        ("25520", "Perniö asema"),
    ],
)
def test_names_that_may_stand_behind_a_code(code: str, town: str) -> None:
    assert postal.accepts(code, town)


@pytest.mark.parametrize(
    ("code", "town"),
    [
        ("00400", "Järvenpää"),
        ("04400", "Helsinki"),
        ("02070", "Vantaa"),
        ("00400", ""),
        ("99998", "Helsinki"),
        ("04400", "Järvenpää, Finland"),
    ],
)
def test_names_that_may_not(code: str, town: str) -> None:
    assert not postal.accepts(code, town)


@pytest.mark.parametrize(
    ("code", "town", "expected"),
    [
        ("00400", "Järvenpää", ("04400", "04401", "04410", "04420", "04430")),
        ("0440", "Järvenpää", ("04400", "04401")),  # a digit dropped
        ("04040", "Järvenpää", ("04400", "04440")),  # two digits swapped come first
        ("044000", "Järvenpää", ("04400",)),
        ("00531", "Helsinki", ("00531",)),
        ("99998", "Helsinki", ()),  # nothing near enough
        ("99998", "Atlantis", ()),
        ("00400", "Tuusula", ("04300",)),
        ("12345", "Isojoki", ("64900",)),  # the town's only code
    ],
)
def test_nearest_codes_begin_with(code: str, town: str, expected: tuple[str, ...]) -> None:
    nearest = postal.nearest_codes(code, town)
    assert nearest[: len(expected)] == expected
    assert bool(nearest) == bool(expected)


def test_nearest_codes_of_a_kind() -> None:
    assert postal.nearest_codes("04400", "Järvenpää", CodeKind.PO_BOX) == ("04401", "04431")


def test_towns_of_a_municipality() -> None:
    assert postal.municipality_towns("Järvenpää") == ("Haarajoki", "Järvenpää", "Nummenkylä")
    assert "Kellokoski" in postal.municipality_towns("tusby")
    assert postal.municipality_towns("Atlantis") == ()


@given(st.sampled_from(sorted(load("postal_codes.json")["codes"])))
def test_every_code_accepts_its_own_names(code: str) -> None:
    found = postal.lookup(code)
    assert found is not None
    for name in (found.town_fi, found.town_sv, found.municipality_fi, found.municipality_sv):
        assert postal.accepts(code, name.upper())
        assert postal.accepts(code, name.lower())


@given(st.text(max_size=8), st.text(max_size=12))
def test_no_text_breaks_a_lookup(code: str, town: str) -> None:
    assert postal.lookup(code) is None or postal.lookup(code) is not None
    assert isinstance(postal.accepts(code, town), bool)
    assert len(postal.nearest_codes(code, town)) <= 5


@given(st.from_regex(r"[0-9]{4,6}", fullmatch=True), st.sampled_from(["Espoo", "Turku", "Ii"]))
def test_nearest_codes_are_the_towns_own(code: str, town: str) -> None:
    own = {found.code for found in postal.codes_of_town(town)}
    assert own.issuperset(postal.nearest_codes(code, town))
