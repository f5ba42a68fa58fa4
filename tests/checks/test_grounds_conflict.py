"""LOG501: the message names the grounds and says which place has more."""

from __future__ import annotations

import datetime

import pytest

from rekisterilint.catalogue import load_catalogue
from rekisterilint.checks import Settings
from rekisterilint.engine import Engine
from rekisterilint.limits import Limits
from rekisterilint.readers import read_bytes

_NOTICE = (
    "# Tietosuojaseloste\n\n## 1. Käsittelyn tarkoitus\n\nKäsittely perustuu suostumukseen (6 artiklan 1 kohdan a alakohta) tai "
    "yleistä etua koskevaan tehtävään (6 artiklan 1 kohdan e alakohta).\n\n## 2. Käsittelyn oikeusperuste\n\nKäsittely perustuu "
    "yleistä etua koskevaan tehtävään (6 artiklan 1 kohdan e alakohta).\n"
)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fi", ("tässä suostumus (a) ja yleinen etu tai julkinen valta (e), mutta rivillä 9 vain yleinen etu",)),
        ("sv", ("här samtycke (a) och allmänt intresse", "men på rad 9 bara allmänt intresse")),
        ("en", ("here consent (a) and public interest", "but on line 9 only public interest")),
    ],
)
def test_the_message_says_what_disagrees_with_what(language: str, words: tuple[str, ...]) -> None:
    engine = Engine(load_catalogue(), Settings(datetime.date(2026, 11, 21)))
    engine.rules = [engine.catalogue.rules["LOG501"]]
    read = read_bytes(_NOTICE.encode(), "notice.md", Limits(), engine.heading_words)
    (finding,) = engine.check(read, "notice.md").findings
    message = finding.message(language)
    assert all(part in message for part in words)
