from __future__ import annotations

import json

import pytest

from rekisterilint.api import check
from rekisterilint.checks import KINDS
from rekisterilint.engine import Engine
from rekisterilint.limits import Limits
from rekisterilint.readers import read_bytes
from rekisterilint.reports.values import file_result

CODE = "131052-902Y"
NOTICE = f"""\
# Tietosuojaseloste

## Rekisterinpitäjä

Koivulan palloseura ry, Palokuja 1, 05800 Hyvinkää, seura@koivula.example

## Esimerkki {CODE}

Käsittelemme henkilötietoja, esimerkiksi Matin henkilötunnusta {CODE}, jäsenasioita varten.
Säilytämme henkilötietoja kaksi vuotta.
"""


def test_an_identity_code_is_masked_in_all_that_leaves_the_engine(engine: Engine):
    text = read_bytes(NOTICE.encode(), "a.md", Limits(), engine.heading_words)
    document = engine.check(text, "a.md")
    assert any(finding.rule.id == "CON210" for finding in document.findings)
    result = file_result(document, "fi", with_blocks=True)
    everything = json.dumps([result.document, dict(result.extras), result.suppressed])
    assert CODE not in everything
    assert "131052" not in everything


def test_all_elements_are_always_reported(engine: Engine):
    text = read_bytes(b"Tietosuoja", "a.txt", Limits(), engine.heading_words)
    assert len(engine.check(text, "a.txt").elements) == 25


def test_a_crash_in_a_rule_is_an_error_of_the_file_and_no_more(
    tmp_path, monkeypatch: pytest.MonkeyPatch
):
    def crash(rule, context):
        raise RuntimeError("boom")
        yield

    path = tmp_path / "a.md"
    path.write_text(NOTICE, encoding="utf-8")
    monkeypatch.setitem(KINDS, "pattern", crash)  # type: ignore[arg-type]
    result = check(path)
    assert result.error is not None
    assert result.error["code"] == "rule-crashed"
    assert "boom" in result.error["message"]
    assert result.document is not None
    assert result.document["findings"], "the other rules go on"


def test_the_weaker_language_version_decides(engine: Engine):
    finnish = "Käsittelemme henkilötietoja jäsenasioiden hoitamista varten ja lähetämme jäsenille tiedotteita. " * 14
    swedish = "Vi behandlar personuppgifter för att sköta medlemsärenden och skicka information till medlemmarna. " * 14
    source = (
        f"# Tietosuojaseloste\n\n{finnish}\n\n## Säilytysaika\n\nTietoja säilytetään kaksi vuotta.\n\n"
        f"# Dataskyddsbeskrivning\n\n{swedish}\n"
    )
    text = read_bytes(source.encode(), "a.md", Limits(), engine.heading_words)
    assert engine.check(text, "a.md").elements["retention"].status == "missing"
