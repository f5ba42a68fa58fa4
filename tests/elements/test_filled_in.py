"""Elements whose words a program puts into a page."""

from __future__ import annotations

import datetime

import pytest

from rekisterilint.catalogue import load_catalogue
from rekisterilint.checks import Settings
from rekisterilint.engine import Engine
from rekisterilint.limits import Limits
from rekisterilint.readers import read_bytes


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(load_catalogue(), Settings(datetime.date(2026, 11, 21)))


def statuses(engine: Engine, page: str) -> dict[str, str]:
    text = read_bytes(page.encode(), "seloste.njk", Limits(), engine.heading_words)
    return {key: each.status.value for key, each in engine.check(text, "seloste.njk").elements.items()}


@pytest.mark.parametrize(
    ("title", "controller", "retention", "updated"),
    [
        ("Tietosuojaseloste", "Rekisterinpitäjä", "Säilytysaika", "Päivitetty"),
        ("Dataskyddsbeskrivning", "Personuppgiftsansvarig", "Lagringstid", "Uppdaterad"),
        ("Privacy notice", "Controller", "Retention period", "Updated"),
    ],
)
def test_a_section_that_a_program_fills_in_is_not_missing(
    engine: Engine, title: str, controller: str, retention: str, updated: str
) -> None:
    page = (
        f"<h1>{title}</h1><p>{updated}: {{{{ page.date }}}}</p><h2>{controller}</h2><p>{{{{ org.address }}}}</p>"
        f"<h2>{retention}</h2><p>{{{{ org.time }}}}</p>"
    )
    found = statuses(engine, page)
    assert found["controller"] == found["retention"] == "referred"
    assert found["date"] == "stated"
    assert found["legal_basis"] == "missing"


def test_an_empty_section_is_missing(engine: Engine) -> None:
    page = "<h1>Tietosuojaseloste</h1><h2>Rekisterinpitäjä</h2><p>Kysy meiltä.</p><h2>Säilytysaika</h2><p>Kysy {{ a.b }} meiltä.</p>"
    found = statuses(engine, page)
    assert found["controller"] == "missing"
    assert found["retention"] == "referred"
