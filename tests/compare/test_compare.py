"""What `compare` says of two versions of a sample."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from rekisterilint.checker import Checker, CheckOptions
from rekisterilint.compare.changes import Change, find_changes
from rekisterilint.compare.report import REPORTS
from rekisterilint.compare.sentences import is_typo, parts_changed
from rekisterilint.config import Config
from rekisterilint.organisation.record import NoticeRecord

SAMPLES = Path(__file__).parents[2] / "samples"
OLD = (SAMPLES / "clean" / "kuusiniemi-kirjasto-fi.md").read_text(encoding="utf-8")
CHECKER = Checker(CheckOptions("fi", datetime.date(2026, 11, 21), records="full"))


def record(text: str) -> NoticeRecord:
    records: tuple[NoticeRecord, ...] = CHECKER.check("n.md", Config(), text.encode()).extras["notices"]
    return records[0]


BEFORE = record(OLD)


def changes(old: str, new: str) -> list[Change]:
    assert old in OLD
    return find_changes(BEFORE, record(OLD.replace(old, new)))


@pytest.mark.parametrize(
    "old, new, expected",
    [
        ("kolmeen vuoteen", "viiteen vuoteen", [("retention", "longer")]),
        ("kuusi vuotta", "viisi vuotta", [("retention", "shorter")]),
        ("- toinen kirjasto,", "- Kansaneläkelaitos etuuksien maksamista varten\n- toinen kirjasto,", [("recipients", "added")]),
        ("019 555 0120", "019 555 0121", [("dpo", "detail")]),
        ("Voit pyytää käsittelyn rajoittamista esimerkiksi siksi ajaksi, kun selvitämme tiedon paikkansapitävyyttä. ", "", [("right_restriction", "lost")]),
        ("asiointikieli", "asiointikieli, valokuva", [("data_categories", "changed")]),
        ("Päivitetty 14.9.2026", "Päivitetty 20.11.2026", []),
        ("eräpäivämuistutukset", "eräpäivämuistutuksett", []),
    ],
)  # fmt: skip
def test_changes(old: str, new: str, expected: list[tuple[str, str]]):
    assert [(change.element, change.kind) for change in changes(old, new)] == expected


def test_a_new_ground_is_told():
    old = "6 artiklan 1 kohdan e alakohta"
    assert ("legal_basis", "ground-added", "c") in [
        (change.element, change.kind, change.new) for change in changes(old, "6 artiklan 1 kohdan c ja e alakohta")
    ]


def test_a_transfer_is_told():
    told = changes("Tietoja ei siirretä Euroopan", "Tietoja siirretään Euroopan")
    assert ("transfers", "changed", True) in [(c.element, c.kind, c.material) for c in told]


def test_moved_sections_are_no_change():
    head, _, rest = OLD.partition("## Tehdäänkö sinusta")
    section, _, tail = rest.partition("## Mitä oikeuksia")
    moved = head + "## Mitä oikeuksia" + tail + "\n## Tehdäänkö sinusta" + section
    assert find_changes(BEFORE, record(moved)) == []


@pytest.mark.parametrize("suffix", ["docx", "odt", "pdf", "html"])
def test_other_formats_of_the_same_notice_are_no_change(suffix: str):
    path = SAMPLES / "formats" / f"kuusiniemi-kirjasto-fi.{suffix}"
    result = CHECKER.check(str(path), Config())
    assert find_changes(BEFORE, result.extras["notices"][0]) == []


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_reports(language: str):
    told = changes("- toinen kirjasto,", "- **Kela** <b>\n- toinen kirjasto,")
    values = json.loads(REPORTS["json"](told, "a.md", "b.md", language))
    assert values["summary"] == {"changes": 1, "material": 1}
    assert values["changes"][0]["element"] == "recipients"
    markdown = REPORTS["markdown"](told, "a.md", "b.md", language)
    assert "\\<b\\>" in markdown or "<b>" not in markdown
    assert "Kela" in REPORTS["text"](told, "a.md", "b.md", language)


def test_nothing_changed_is_said():
    assert "Nothing changed" in REPORTS["text"]([], "a", "b", "en")


def test_figures_and_short_words_are_no_typos():
    assert is_typo("tietoja säilytettään", "tietoja säilytetään")
    assert not is_typo("säilytetään 2 vuotta", "säilytetään 3 vuotta")
    assert not is_typo("tietoja ei siirretä", "tietoja siirretään")


def test_parts_of_an_enumeration():
    assert parts_changed("nimi, osoite", "nimi, osoite ja puhelin") == (("puhelin",), ())
