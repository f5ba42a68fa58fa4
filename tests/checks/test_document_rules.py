"""The rules on the document and on contradictions, run on small notices."""

from __future__ import annotations

import datetime

import pytest

from rekisterilint.catalogue import load_catalogue
from rekisterilint.checks import Settings
from rekisterilint.engine import Engine
from rekisterilint.findings import Finding
from rekisterilint.readers import Limits, read_bytes


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(load_catalogue(), Settings(datetime.date(2026, 11, 21)))


def found(engine: Engine, rule: str, text: str) -> list[Finding]:
    """The findings of one rule, run alone."""
    engine.rules = [engine.catalogue.rules[rule]]
    read = read_bytes(text.encode(), "notice.md", Limits(), engine.heading_words)
    return list(engine.check(read, "notice.md").findings)


@pytest.mark.parametrize(
    ("written", "today"),
    [
        ("rekisteriselosteen", "tietosuojaselosteen"),
        ("Rekisteriselosteessa", "Tietosuojaselosteessa"),
        ("jäsenrekisteriseloste", "jäsenrekisterin tietosuojaseloste"),
        ("rekisteri- ja tietosuojaselosteeseen", "tietosuojaselosteeseen"),
        ("sosiaaliturvatunnuksen", "henkilötunnuksen"),
    ],
)
def test_obsolete_term_keeps_its_inflection(engine: Engine, written: str, today: str) -> None:
    (finding,) = found(engine, "DOC709", f"Kuusikorven Latu ry:n {written} mukaan tietoja ei luovuteta.")
    assert (finding.excerpt, finding.suggestion) == (written, today)


def test_registers_in_one_file_do_not_contradict_each_other(engine: Engine) -> None:
    part = "# {}\n\n## Tietolähteet\n\n{}\n\n## Säilytysaika\n\nKaksi vuotta.\n\n## Suojaus\n\nSalasana.\n\n"
    text = part.format("Jäsenrekisteri", "Tiedot kerätään vain rekisteröidyltä itseltään.") + part.format(
        "Kilpailijarekisteri", "Tiedot saadaan lajiliiton rekisteristä."
    )
    assert found(engine, "LOG506", text) == []


def test_a_gap_that_the_reader_missed_is_no_gap(engine: Engine) -> None:
    text = "## 1. Rekisterinpitäjä\n\nKuusikorven Latu ry\n\n2. Tarkoitus on jäsenasioiden hoito.\n\n"
    text += "## 3. Tietolähteet\n\nJäsen itse.\n\n## 4. Säilytysaika\n\nKaksi vuotta."
    assert found(engine, "DOC704", text) == []
