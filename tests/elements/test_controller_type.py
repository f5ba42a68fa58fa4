from __future__ import annotations

import pytest

from rekisterilint.engine import Engine
from rekisterilint.limits import Limits
from rekisterilint.readers import read_bytes


@pytest.mark.parametrize(
    ("controller", "kind"),
    [
        ("Uudenmaan liitto", "public"),
        ("Pohjois-Karjalan liitto, Kuusikuja 1", "public"),
        ("Uudenmaan Palloilijaliitto ry", "private"),
        ("Lapin liitto ry", "private"),
        ("Kuusiniemen kaupunki", "public"),
        ("Havukka Oy", "private"),
        ("Havukka Oy\n\nTietosuojavastaava (Kuusiniemen kaupunki): Meri Maija", "private"),
        ("Havukan teatteri Oy\n\nPostiosoite: PL 5, 90015 Kuusiniemen kaupunki", "private"),
    ],
)
def test_what_kind_of_controller_the_name_tells(engine: Engine, controller: str, kind: str):
    words = f"Tietosuojaseloste\n\nRekisterinpitäjä\n\n{controller}\n\nTarkoitus\n\nTapahtuman järjestäminen."
    text = read_bytes(words.encode(), "a.txt", Limits(), engine.heading_words)
    assert engine.check(text, "a.txt").controller_type == kind


@pytest.mark.parametrize(
    ("controller", "kind"),
    [
        ("Bildningsnämnden i Granudd", "public"),
        ("Granudds rådgivning, Försäkringsnämnden och Banknämnden", "private"),
    ],
)
def test_boards_of_a_trade_are_no_authorities(engine: Engine, controller: str, kind: str):
    words = f"Dataskyddsbeskrivning\n\nPersonuppgiftsansvarig\n\n{controller}\n\nSyfte\n\nBehandling av kundernas ärenden."
    text = read_bytes(words.encode(), "a.txt", Limits(), engine.heading_words)
    assert engine.check(text, "a.txt").controller_type == kind
