"""Three hundred notices that a city made from one template: what is right stays unreported."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

import pytest
from city import CityNotice, city_notices

from rekisterilint.checker import Checker, CheckOptions
from rekisterilint.cli.run_step import with_run_rules
from rekisterilint.config import Config
from rekisterilint.organisation.groups import group_notices
from rekisterilint.organisation.run_rules import RunNotices
from rekisterilint.organisation.siblings import find_siblings
from rekisterilint.organisation.title_words import title_meaning
from rekisterilint.runs.run import Task

CHECKER = Checker(CheckOptions("en", datetime.date(2026, 11, 21), records="run"))
ORG = Config(select=("ORG801", "ORG803", "ORG804"))
SCHEMES = ("suffix", "folder", "translated")


@pytest.fixture(scope="module")
def cities() -> Mapping[str, list[CityNotice]]:
    return {names: list(city_notices(names=names)) for names in SCHEMES}


def found(texts: Mapping[str, str]) -> list[tuple[str, str]]:
    tasks = {path: Task(path, ORG, text.encode()) for path, text in texts.items()}
    results = with_run_rules((CHECKER.check(t.path, t.config, t.data) for t in tasks.values()), tasks, CHECKER, "en")
    return [
        (finding["rule"], result.path)
        for result in results
        if result.document
        for finding in result.document["findings"]
    ]


@pytest.mark.parametrize("names", SCHEMES)
def test_a_shared_template_makes_neither_versions_nor_duplicates(
    cities: Mapping[str, list[CityNotice]], names: str
) -> None:
    notices = cities[names]
    assert len({notice.path for notice in notices}) == 300
    run = RunNotices()
    for notice in notices:
        run.add(CHECKER.check(notice.path, ORG, notice.text.encode()).extras["notices"])
    pairs = list(find_siblings(run.records, group_notices(run.records)))
    wrong = [(notices[a].path, notices[b].path) for a, b in pairs if notices[a].register != notices[b].register]
    assert wrong == []
    languages: dict[int, set[str]] = {}
    for notice in notices:
        languages.setdefault(notice.register, set()).add(notice.language)
    possible = sum(len(held) - 1 for held in languages.values())
    assert len(pairs) >= possible * 0.9
    assert run.findings(("ORG801", "ORG803", "ORG804")) == {}


@pytest.mark.parametrize("names", SCHEMES)
def test_what_is_planted_among_them_is_found(cities: Mapping[str, list[CityNotice]], names: str) -> None:
    notices = cities[names][:60]
    texts = {notice.path: notice.text for notice in notices}
    swedish = [notice for notice in notices if notice.language == "sv" and notice.register in (0, 3, 4)]
    for notice in swedish:
        texts[notice.path] = notice.text.replace("Uppgifterna sparas i", "Uppgifterna sparas i sju år, ärenden i")
    changed = {notice.path for notice in swedish if "sju år" in texts[notice.path]}
    longer = {path: text.replace("sju år, ärenden i", "sju år, dock inte") for path, text in texts.items()}
    assert len(changed) == 3
    for path in changed:
        # Only another period instead of the Finnish one is a disagreement for sure.
        longer[path] = longer[path].replace("dock inte två år", "").replace("dock inte fem år", "").replace("dock inte tio år", "")
        longer[path] = longer[path].replace("dock inte sex månader", "")
    old = next(notice for notice in notices if notice.language == "fi" and notice.register == 9)
    longer["vanha/" + old.path] = old.text.replace("säilytetään", "säilytetään enintään kolme kuukautta eli").replace(
        "viisi vuotta", ""
    )
    assert sorted(found(longer)) == sorted(
        [("ORG804", path) for path in changed] + [("ORG803", "vanha/" + old.path)]
    )


def test_one_title_for_the_registers_of_many_departments(cities: Mapping[str, list[CityNotice]]) -> None:
    notices = [notice for notice in cities["suffix"] if notice.language == "fi"]
    by_law = {notice.text.partition("säädetään: ")[2].partition(".")[0]: notice for notice in notices}
    texts = {
        notice.path: notice.text.replace(notice.text.split("\n")[0], "# Tietosuojaseloste: asiakasrekisteri")
        for notice in by_law.values()
    }
    assert len(texts) > 20
    assert found(texts) == []


@pytest.mark.parametrize(
    ("fi", "sv", "en"),
    [
        ("Uimahallin asiakasrekisteri", "Simhallens kundregister", "Swimming hall customer register"),
        ("Tietosuojaseloste – kirjasto 2", "Dataskyddsbeskrivning – biblioteket 2", "Privacy notice – library 2"),
        ("Lukion opiskelijarekisteri", "Gymnasiets studeranderegister", "Upper secondary student register"),
    ],
)
def test_titles_that_speak_of_the_same(fi: str, sv: str, en: str) -> None:
    assert title_meaning(fi, "fi") == title_meaning(sv, "sv") == title_meaning(en, "en") != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kirjaston asiakasrekisteri", "Bibliotekets medlemsregister"),
        ("Kirjasto 1", "Biblioteket 2"),
        ("Kirjasto", "Simhallen"),
    ],
)
def test_titles_that_speak_of_something_else(one: str, other: str) -> None:
    assert title_meaning(one, "fi") != title_meaning(other, "sv")


@pytest.mark.parametrize("title", ["Tietosuojaseloste", "Sinisten lokkien kirjasto", "", "Kirjastopöllörekisteri"])
def test_titles_that_tell_nothing_for_sure(title: str) -> None:
    assert title_meaning(title, "fi") == ""
