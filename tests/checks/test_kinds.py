"""Where a finding about something missing stands."""

from __future__ import annotations

import pytest

from project import TODAY
from rekisterilint.checker import Checker, CheckOptions
from rekisterilint.config import Config

CHECKER = Checker(CheckOptions("fi", TODAY))
NOTICE = """Tietosuojaseloste

1. Rekisterinpitäjä

Kuusiniemen kunta
Kirkkotie 1, 04400 Järvenpää

{before}

Kirjaamo
PL 41
04401 Järvenpää

2. Oikeusperuste

Käsittelyn oikeusperuste on suostumus.

{heading}

Voit tarkastaa tietosi ja pyytää niiden oikaisemista.
"""


@pytest.mark.parametrize(
    ("before", "heading", "line"),
    [
        ("Tietopyynnöt ja muut rekisteröidyn oikeudet:", "3. Rekisteröidyn oikeudet", 18),
        ("Yhteystiedot:", "3. Rekisteröidyn oikeudet", 18),
        ("Tietopyynnöt ja muut rekisteröidyn oikeudet:", "3. Muut asiat", 8),
        ("Yhteystiedot:", "3. Muut asiat", 16),
    ],
)
def test_what_is_missing_is_told_at_its_own_heading_or_the_sentence_that_asks_for_it(before: str, heading: str, line: int) -> None:
    result = CHECKER.check("a.txt", Config(), NOTICE.format(before=before, heading=heading).encode())

    assert result.document is not None
    (finding,) = [finding for finding in result.document["findings"] if finding["rule"] == "ELE121"]
    assert finding["line"] == line
    asking = [place["line"] for places in result.extras["related"] for place in places]
    assert 16 in asking or line == 16
