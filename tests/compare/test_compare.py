"""What `compare` says of two versions of a sample."""

from __future__ import annotations

import datetime
import itertools
import json
import re
import textwrap
from collections.abc import Callable
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


FORMATS = sorted((SAMPLES / "formats").iterdir())


@pytest.mark.parametrize("path", FORMATS, ids=lambda path: path.name)
def test_another_format_is_no_change(path: Path):
    source = next(p for folder in ("clean", "faulty") for p in (SAMPLES / folder).glob(f"{path.stem}.*"))
    before, after = (CHECKER.check(str(p), Config()).extras["notices"] for p in (source, path))
    assert [c for old, new in zip(before, after, strict=True) for c in find_changes(old, new)] == []


def reflowed(text: str, width: int) -> str:
    lines = text.split("\n")
    return "\n".join(textwrap.fill(line, width, break_long_words=False) if line[:1].isalpha() else line for line in lines)


def moved(text: str) -> str:
    first, *sections = re.split(r"(?m)^(?=## )", text)
    return first + "".join([*sections[:3], *sections[5:7], *sections[3:5], *sections[7:]])


def numbered(text: str) -> str:
    count = itertools.count(1)
    return re.sub(r"(?m)^## ", lambda _: f"## {next(count)}. ", text)


def tables_as_lists(text: str) -> str:
    def listed(match: re.Match[str]) -> str:
        rows = [row.strip("| ").split(" | ") for row in match.group().strip().split("\n")]
        return "".join(f"- {name}: {value}\n" for name, value in rows[2:])

    return re.sub(r"(?m)(?:^\|.*\n)+", listed, text)


def list_as_sentence(text: str) -> str:
    items = [
        "myöntää kirjastokortin ja tunnistaa asiakkaan", "hallita lainoja, varauksia ja kaukolainoja",
        "lähettää eräpäivämuistutukset ja noutoilmoitukset", "periä myöhästymismaksut ja korvaukset kadonneesta aineistosta",
        "ottaa vastaan tilavaraukset ja ilmoittautumiset kirjaston tilaisuuksiin",
    ]  # fmt: skip
    last = "lähettää kirjaston uutiskirjeen niille, jotka ovat sen tilanneet."
    listed = "\n\n- " + "\n- ".join([*items, last])
    assert listed in text
    return text.replace(listed, " " + ", ".join(items) + " sekä " + last)


def reworded(text: str) -> str:
    for old, new in {
        "fem år": "5 år", "one year": "12 months", "kuusi vuotta": "6 vuotta", "consent, point": "your consent, point",
        "9 March 2026": "1 May 2026", "17 augusti 2026": "3 november 2026", "14.9.2026": "20.11.2026",
    }.items():  # fmt: skip
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize("name", ["kuusiniemi-kirjasto-fi.md", "granudden-smabarnspedagogik-sv.md", "polar-compass-training-en.md"])
@pytest.mark.parametrize(
    "edit",
    [lambda t: reflowed(t, 60), lambda t: reflowed(t, 78), moved, numbered, tables_as_lists, reworded, list_as_sentence],
    ids=["narrow", "wide", "moved", "numbered", "lists", "reworded", "sentence"],
)
def test_another_layout_is_no_change(name: str, edit: Callable[[str], str]):
    if edit is list_as_sentence and not name.endswith("-fi.md"):
        pytest.skip("its list is in the Finnish sample")
    text = (SAMPLES / "clean" / name).read_text(encoding="utf-8")
    assert edit(text) != text
    assert find_changes(record(text), record(edit(text))) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        ("granudden-smabarnspedagogik-sv.md", "Ansökningar och beslut sparas i fem år", "Ansökningar och beslut sparas i tio år",
         [("retention", "longer", True)]),
        ("granudden-smabarnspedagogik-sv.md", "förskolan eller skolan,", "förskolan, skolan eller fritidshemmet,",
         [("recipients", "changed", True)]),
        ("granudden-smabarnspedagogik-sv.md", "fattar inga automatiserade beslut inom småbarnspedagogiken och gör ingen profilering",
         "fattar automatiserade beslut om klientavgiften", [("automated_decisions", "changed", True)]),
        ("polar-compass-training-en.md", "in Finland and Sweden.", "in Finland, Sweden and the United States.",
         [("recipients", "changed", True)]),
        ("polar-compass-training-en.md", "we do not profile participants", "we profile participants", [("automated_decisions", "changed", True)]),
        ("polar-compass-training-en.md", "Feedback: one year", "Feedback: 13 months", [("retention", "longer", True)]),
    ],
)  # fmt: skip
def test_changes_in_swedish_and_english(name: str, old: str, new: str, expected: list[tuple[str, str, bool]]):
    text = (SAMPLES / "clean" / name).read_text(encoding="utf-8")
    assert old in text
    found = find_changes(record(text), record(text.replace(old, new)))
    assert [(change.element, change.kind, change.material) for change in found] == expected
