"""Case forms of towns, as messages need them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rekisterilint.data.resources import load
from rekisterilint.data.town_forms import has_forms, town_form

# The largest municipalities, each checked by hand: name, genitive, mihin.
LARGEST = """
Helsinki Helsingin Helsinkiin
Espoo Espoon Espooseen
Tampere Tampereen Tampereelle
Vantaa Vantaan Vantaalle
Turku Turun Turkuun
Oulu Oulun Ouluun
Jyväskylä Jyväskylän Jyväskylään
Kuopio Kuopion Kuopioon
Lahti Lahden Lahteen
Pori Porin Poriin
Joensuu Joensuun Joensuuhun
Kouvola Kouvolan Kouvolaan
Lappeenranta Lappeenrannan Lappeenrantaan
Vaasa Vaasan Vaasaan
Hämeenlinna Hämeenlinnan Hämeenlinnaan
Seinäjoki Seinäjoen Seinäjoelle
Rovaniemi Rovaniemen Rovaniemelle
Mikkeli Mikkelin Mikkeliin
Salo Salon Saloon
Kotka Kotkan Kotkaan
Porvoo Porvoon Porvooseen
Kokkola Kokkolan Kokkolaan
Hyvinkää Hyvinkään Hyvinkäälle
Lohja Lohjan Lohjalle
Järvenpää Järvenpään Järvenpäähän
Rauma Rauman Raumalle
Nurmijärvi Nurmijärven Nurmijärvelle
Kirkkonummi Kirkkonummen Kirkkonummelle
Tuusula Tuusulan Tuusulaan
Kajaani Kajaanin Kajaaniin
Kerava Keravan Keravalle
Ylöjärvi Ylöjärven Ylöjärvelle
Kaarina Kaarinan Kaarinaan
Nokia Nokian Nokialle
Kangasala Kangasalan Kangasalle
Savonlinna Savonlinnan Savonlinnaan
Vihti Vihdin Vihtiin
Riihimäki Riihimäen Riihimäelle
Raasepori Raaseporin Raaseporiin
Imatra Imatran Imatralle
Raisio Raision Raisioon
Sastamala Sastamalan Sastamalaan
Raahe Raahen Raaheen
Sipoo Sipoon Sipooseen
Hollola Hollolan Hollolaan
Tornio Tornion Tornioon
Lempäälä Lempäälän Lempäälään
Iisalmi Iisalmen Iisalmeen
Siilinjärvi Siilinjärven Siilinjärvelle
Mäntsälä Mäntsälän Mäntsälään
Kurikka Kurikan Kurikkaan
Valkeakoski Valkeakosken Valkeakoskelle
Kemi Kemin Kemiin
Varkaus Varkauden Varkauteen
Jämsä Jämsän Jämsään
Mustasaari Mustasaaren Mustasaareen
Hamina Haminan Haminaan
Naantali Naantalin Naantaliin
Lieto Liedon Lietoon
Äänekoski Äänekosken Äänekoskelle
Laukaa Laukaan Laukaaseen
Heinola Heinolan Heinolaan
Pirkkala Pirkkalan Pirkkalaan
Pietarsaari Pietarsaaren Pietarsaareen
Forssa Forssan Forssaan
Kempele Kempeleen Kempeleeseen
Janakkala Janakkalan Janakkalaan
Akaa Akaan Akaaseen
Kuusamo Kuusamon Kuusamoon
Uusikaupunki Uudenkaupungin Uuteenkaupunkiin
Pieksämäki Pieksämäen Pieksämäelle
Orimattila Orimattilan Orimattilaan
Parainen Paraisten Paraisille
Loimaa Loimaan Loimaalle
Lapua Lapuan Lapualle
Kontiolahti Kontiolahden Kontiolahdelle
Ylivieska Ylivieskan Ylivieskaan
Kauhava Kauhavan Kauhavalle
Loviisa Loviisan Loviisaan
Ulvila Ulvilan Ulvilaan
Kalajoki Kalajoen Kalajoelle
Ilmajoki Ilmajoen Ilmajoelle
Liperi Liperin Liperiin
Maarianhamina Maarianhaminan Maarianhaminaan
Eura Euran Euraan
Kankaanpää Kankaanpään Kankaanpäähän
Nivala Nivalan Nivalaan
Hämeenkyrö Hämeenkyrön Hämeenkyröön
Pedersöre Pedersören Pedersöreen
Paimio Paimion Paimioon
Sotkamo Sotkamon Sotkamoon
Liminka Limingan Liminkaan
Huittinen Huittisten Huittisiin
Kitee Kiteen Kiteelle
Leppävirta Leppävirran Leppävirralle
Keuruu Keuruun Keuruulle
Muurame Muuramen Muurameen
Alavus Alavuden Alavudelle
Nurmes Nurmeksen Nurmekseen
Karkkila Karkkilan Karkkilaan
Somero Someron Somerolle
Hanko Hangon Hankoon
Kauniainen Kauniaisten Kauniaisiin
Lieksa Lieksan Lieksaan
Närpiö Närpiön Närpiöön
Loppi Lopen Lopelle
Muhos Muhoksen Muhokselle
Ii Iin Iihin
Virrat Virtain Virroille
Isokyrö Isonkyrön Isoonkyröön
Koria Korian Korialle
Rautalampi Rautalammin Rautalammille
"""


@pytest.mark.parametrize("row", LARGEST.strip().splitlines())
def test_forms_of_the_largest_towns(row: str) -> None:
    name, genitive, mihin = row.split()
    assert (town_form(name, "genitive"), town_form(name, "mihin")) == (genitive, mihin)


def test_a_message() -> None:
    written, own = "JÄRVENPÄÄ", "Helsinki"
    message = f"kuuluu {town_form(own, 'mihin')}, ei {town_form(written, 'mihin')}"
    assert message == "kuuluu Helsinkiin, ei Järvenpäähän"


@pytest.mark.parametrize(
    ("name", "mihin"), [("Esbo", "Espooseen"), ("ÅBO", "Turkuun"), ("Lovisa", "Loviisaan")]
)
def test_a_swedish_name_gives_the_finnish_form(name: str, mihin: str) -> None:
    assert town_form(name, "mihin") == mihin


def test_an_unknown_name_stays_as_it_is() -> None:
    assert not has_forms("Atlantis")
    assert town_form("Atlantis", "mihin") == "paikkakunnalle Atlantis"
    assert town_form("Atlantis", "genitive") == "paikkakunnan Atlantis"


def test_every_municipality_has_forms() -> None:
    table = load("postal_codes.json")["municipalities"]
    assert [name for row in table if not has_forms(name := row.split("\t")[0])] == []


def test_nearly_every_town_has_forms() -> None:
    names = load("town_forms.json")["forms"]
    assert len(names) > 2200


@given(st.sampled_from(sorted(load("town_forms.json")["forms"])))
def test_forms_end_as_their_case_does(name: str) -> None:
    assert town_form(name, "genitive").removesuffix(" Tl").endswith("n")
    assert town_form(name, "mihin").removesuffix(" Tl").endswith(("n", "lle"))


@given(st.text(max_size=20))
def test_any_text_gets_a_form(name: str) -> None:
    assert town_form(name, "mihin")
