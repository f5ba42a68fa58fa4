from __future__ import annotations

import pytest

from rekisterilint.engine import Engine
from rekisterilint.limits import Limits
from rekisterilint.readers import read_bytes

FINNISH = "Tietosuojaseloste\n\nRekisterinpitäjä\n\n{}\n\nTarkoitus\n\nTapahtuman järjestäminen."
SWEDISH = "Dataskyddsbeskrivning\n\nPersonuppgiftsansvarig\n\n{}\n\nSyfte\n\nBehandling av kundernas ärenden."


@pytest.mark.parametrize(
    ("notice", "controller", "kind"),
    [
        (FINNISH, "Uudenmaan liitto", "public"),
        (FINNISH, "Pohjois-Karjalan liitto, Kuusikuja 1", "public"),
        (FINNISH, "Uudenmaan Palloilijaliitto ry", "private"),
        (FINNISH, "Lapin liitto ry", "private"),
        (FINNISH, "Kuusiniemen kaupunki", "public"),
        (FINNISH, "Havukka Oy", "private"),
        (FINNISH, "Havukka Oy\n\nTietosuojavastaava (Kuusiniemen kaupunki): Meri Maija", "private"),
        (FINNISH, "Havukan teatteri Oy\n\nPostiosoite: PL 5, 90015 Kuusiniemen kaupunki", "private"),
        (FINNISH, "KuusiPeli (Y-tunnus 1234567-1)\n\nLyhyesti\n\nSijaintia käytetään kunnan tunnistamiseen.", "private"),
        (SWEDISH, "Bildningsnämnden i Granudd", "public"),
        (SWEDISH, "Granudds rådgivning, Försäkringsnämnden och Banknämnden", "private"),
    ],
)
def test_what_kind_of_controller_the_name_tells(engine: Engine, notice: str, controller: str, kind: str):
    text = read_bytes(notice.format(controller).encode(), "a.txt", Limits(), engine.heading_words)
    assert engine.check(text, "a.txt").controller_type == kind
