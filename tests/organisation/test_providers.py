"""Processors, systems and web pages: found, held against the profile, and learned."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest
from city import city_notices

from rekisterilint.checker import Checker, CheckOptions
from rekisterilint.cli.run_step import with_run_rules
from rekisterilint.config import Config, ConfigError, load_config
from rekisterilint.organisation.countries import codes_in, contradict, find_countries
from rekisterilint.organisation.groups import group_notices, with_other_languages
from rekisterilint.organisation.learn import profile_text
from rekisterilint.organisation.profile_providers import is_misspelt
from rekisterilint.organisation.providers import companies_in
from rekisterilint.organisation.run_rules import RunNotices
from rekisterilint.organisation.web import mended, web_address
from rekisterilint.runs.run import Task

CHECKER = Checker(CheckOptions("en", datetime.date(2026, 11, 21), records="run"))
PROFILE = """
select = ["ORG802"]
[organisation]
names = ["Koivulan kaupunki", "Björklunda stad"]
urls = ["https://www.koivula.example/tietosuoja", "https://www.koivula.example/kirjasto"]
[[organisation.processors]]
name = "Hyllytekniikka Oy"
country = "Suomi"
[[organisation.processors]]
name = "Pilvipalvelin Ltd"
country = "Yhdysvallat"
[[organisation.systems]]
name = "Lainaaja"
country = "EU/ETA"
"""
NOTICE = """# Tietosuojaseloste: {title}

## Rekisterinpitäjä

Koivulan kaupunki, PL 7, 05801 Hyvinkää, kirjaamo@koivula.example

## Käsittelyn tarkoitus

Tietoja käsitellään palvelun {title} järjestämiseksi.

## Vastaanottajat

{recipients}

## Säilytysaika

Tietoja säilytetään kaksi vuotta.
"""


def notice(recipients: str, title: str = "kirjasto") -> str:
    return NOTICE.format(recipients=recipients, title=title)


@pytest.fixture
def profile(tmp_path: Path) -> Config:
    path = tmp_path / "rekisterilint.toml"
    path.write_text(PROFILE, encoding="utf-8")
    config = load_config(path)
    assert config is not None
    return config


def found(text: str, config: Config) -> list[tuple[str, str | None]]:
    document = CHECKER.check("a.md", config, text.encode()).document
    assert document is not None
    return [(finding["excerpt"], finding["suggestion"]) for finding in document["findings"]]


@pytest.mark.parametrize(
    ("recipients", "excerpt", "suggestion"),
    [
        ("Hyllytekniikka Oy:n palvelimet sijaitsevat Ruotsissa.", "Ruotsissa", "Finland"),
        ("- Hyllytekniikka Oy, Viro, ylläpito", "Viro", "Finland"),
        ("- Hyllytekniikka Oy (Irlanti)", "Irlanti", "Finland"),
        ("- Hyllytekniikka Oy (palvelimet Irlannissa)", "Irlannissa", "Finland"),
        ("| Käsittelijä | Maa |\n|---|---|\n| Hyllytekniikka Oy | Norja |", "Norja", "Finland"),
        ("Pilvipalvelin Ltd säilyttää tiedot EU:n alueella.", "EU:n alueella", "United States"),
        ("Lainaaja-järjestelmän tiedot ovat Yhdysvalloissa.", "Yhdysvalloissa", "EU/EEA"),
        ("- Hyllytekniika Oy, Suomi", "Hyllytekniika", "Hyllytekniikka"),
        ("- Hylly-tekniikka Oy", "Hylly-tekniikka", "Hyllytekniikka"),
        ("Lue lisää: https://koivulla.example/tietosuoja.", "https://koivulla.example/tietosuoja", "https://koivula.example/tietosuoja"),
        ("Lue lisää: www.koivula.example/tietosuojja", "www.koivula.example/tietosuojja", "www.koivula.example/tietosuoja"),
    ],
)  # fmt: skip
def test_what_contradicts_the_profile(profile: Config, recipients: str, excerpt: str, suggestion: str):
    assert found(notice(recipients), profile) == [(excerpt, suggestion)]


@pytest.mark.parametrize(
    "recipients",
    [
        "Hyllytekniikka Oy:n palvelimet sijaitsevat Suomessa ja Ruotsissa.",
        "Hyllytekniikka Oy säilyttää tiedot EU:n alueella.",
        "Hyllytekniikka Oy ei säilytä tietoja Ruotsissa.",
        "Hyllytekniikka Oy:n alihankkija säilyttää tietoja Ruotsissa.",
        "Hyllytekniikka Oy ja Toinen Yhtiö Oy käsittelevät tietoja. Palvelimet sijaitsevat Ruotsissa.",
        "Tietoja säilyttävät Hyllytekniikka Oy Suomessa ja Pilvi Ab Ruotsissa.",
        "Hyllytekniikka Oy noudattaa Ruotsin lakia.",
        "Lainaaja-järjestelmän tiedot ovat Irlannissa.",
        "Pilvipalvelin Ltd (USA)",
        "Tietoja saa Hyllytekniikka Ab, Suomi.",
        "Tietoja saa Pyllytekniikka Oy.",
        "Tietoja saa Hyllytekniikka 2 Oy.",
        "www.koivula.example/Tietosuoja/ ja https://koivula.example/kirjastot ja https://www.koivulan-seura.example/tietosuoja",
        "https://www.koivula.example/sv/tietosuoja",
    ],
)
def test_what_may_be_right_is_left_alone(profile: Config, recipients: str):
    assert found(notice(recipients), profile) == []


def test_the_notices_of_others_are_left_alone(profile: Config):
    text = notice("- Hyllytekniikka Oy (Irlanti)").replace("Koivulan kaupunki", "Metsälän kunta").replace("koivula", "metsala")
    assert found(text, profile) == []


def test_country_names_in_three_languages():
    located = [("Irlannissa", "IE"), ("Alankomaissa", "NL"), ("Yhdysvalloissa", "US"), ("USA:ssa", "US"), ("Uudessa-Seelannissa", "NZ")]
    for words, code in located:
        assert [mention.code for mention in find_countries(f"Tiedot ovat {words}.")] == [code]
    assert [mention.code for mention in find_countries("Uppgifterna finns i Irland")] == ["IE"]
    assert [mention.code for mention in find_countries("kept in the Netherlands")] == ["NL"]
    assert not list(find_countries("Suomen lain ja Irlannin lain mukaan EU:n ulkopuolella, utanför EU, outside the EU"))
    assert codes_in("Suomi ja Irlanti") == codes_in("Finland, Ireland") == {"FI", "IE"}


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [("FI", "SE", True), ("FI", "EU", False), ("EU", "FI", False), ("US", "EU", True), ("EU", "US", True), ("FI SE", "SE", False), ("", "SE", False)],
)
def test_countries_contradict(one: str, other: str, answer: bool):
    assert contradict(frozenset(one.split()), frozenset(other.split())) is answer


def test_company_names_without_their_labels():
    words = "Käsittelijä Visma Esimerkki Oy sekä Palvelun toimittaja Data & Kirja Oyj ja Oy Ab"
    assert [words[a:b] for a, b in companies_in(words)] == ["Visma Esimerkki Oy", "Data & Kirja Oyj"]


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("Hyllytekniika", "Hyllytekniikka", True), ("Hylly Tekniikka", "Hyllytekniikka", True), ("Hyllytekniikka", "hyllytekniikka", False),
        ("Atea", "Atria", False), ("Pilvi 2", "Pilvi 3", False), ("Itä-Suomen Kirja", "Etelä-Suomen Kirja", False), ("Tietopiste", "Tietopisto", True),
    ],
)  # fmt: skip
def test_misspelt_names(one: str, other: str, answer: bool):
    assert is_misspelt(one, other) is answer


@pytest.mark.parametrize(
    ("written", "right", "answer"),
    [
        ("https://www.koivula.example/tietosuoja/", "http://koivula.example/Tietosuoja", None),
        ("kovula.example/x", "koivula.example/tietosuoja", "koivula.example/x"),
        ("koivula.example/tietosuja", "koivula.example/tietosuoja", "koivula.example/tietosuoja"),
        ("koivula.example/fi/tietosuoja", "koivula.example/sv/tietosuoja", None),
        ("koivula.example/seloste-1", "koivula.example/seloste-2", None),
    ],
)
def test_near_misses_of_web_addresses(written: str, right: str, answer: str | None):
    made = mended(web_address(written), web_address(right))
    assert (made.key if made else None) == answer


def city() -> Mapping[str, str]:
    page = "Lue lisää: https://www.koivula.example/tietosuoja"
    texts = {
        f"{n}.md": notice(f"- Hyllytekniikka Oy, Suomi, ylläpito\n- Pilvipalvelin Ltd\n\nTiedot ovat Lainaaja-järjestelmässä. {page}", f"palvelu {n}")
        for n in range(4)
    }
    texts["4.md"] = notice("- Hyllytekniikka Oy, Irlanti, ylläpito\n\nLue lisää: https://www.koivula.example/tietosuja", "palvelu 4")
    texts["5.md"] = notice("- Hyllytekniika Oy, Suomi, ylläpito\n- Kerran Mainittu Oy", "palvelu 5")
    return texts


def test_pages_systems_and_processors_are_learned_with_their_outliers():
    notices = RunNotices()
    for path, text in city().items():
        notices.add(CHECKER.check(path, Config(), text.encode()).extras["notices"])
    text = profile_text(notices.records, range(len(notices.records)), "en")
    learned = tomllib.loads(text)["organisation"]
    assert learned["urls"] == ["https://www.koivula.example/tietosuoja"]
    assert learned["processors"] == [{"name": "Hyllytekniikka Oy", "country": "Suomi"}, {"name": "Pilvipalvelin Ltd"}]
    assert learned["systems"] == [{"name": "Lainaaja"}]
    for outlier in ("Irlanti (4.md:", "Hyllytekniika Oy (5.md:", "https://www.koivula.example/tietosuja (4.md:"):
        assert f"differs: {outlier}" in text


def test_the_learned_profile_finds_the_outliers(tmp_path: Path):
    notices = RunNotices()
    for path, text in city().items():
        notices.add(CHECKER.check(path, Config(), text.encode()).extras["notices"])
    path = tmp_path / "rekisterilint.toml"
    path.write_text('select = ["ORG802"]\n' + profile_text(notices.records, range(6), "fi"), encoding="utf-8")
    config = load_config(path)
    assert config is not None
    assert [name for name, text in city().items() if found(text, config)] == ["4.md", "5.md"]
    assert sorted(excerpt for text in city().values() for excerpt, _ in found(text, config)) == [
        "Hyllytekniika", "Irlanti", "https://www.koivula.example/tietosuja",
    ]  # fmt: skip


def test_a_processor_in_two_countries_is_a_disagreement_of_the_run():
    tasks = {path: Task(path, Config(select=("ORG801",)), text.encode()) for path, text in city().items()}
    results = with_run_rules((CHECKER.check(t.path, t.config, t.data) for t in tasks.values()), tasks, CHECKER, "en")
    messages = [f["message"] for r in results if r.document for f in r.document["findings"]]
    assert len(messages) == 1
    assert messages[0].startswith("The processor's country (Hyllytekniikka) is Irlanti here, but Suomi in 4 other")


@pytest.mark.parametrize(("one", "other", "fits"), [("Suomi", "Finland", True), ("Suomi", "Ruotsi", False), ("Kuu", "Mars", False)])
def test_a_provider_twice_in_a_profile_must_be_in_one_country(tmp_path: Path, one: str, other: str, fits: bool):
    path = tmp_path / "rekisterilint.toml"
    entries = f'[[organisation.systems]]\nname = "A"\ncountry = "{one}"\n[[organisation.processors]]\nname = "A"\ncountry = "{other}"\n'
    path.write_text(entries, encoding="utf-8")
    if fits:
        assert load_config(path) is not None
        return
    with pytest.raises(ConfigError, match="contradicts"):
        load_config(path)


def test_the_names_in_other_languages_are_learned_too():
    notices = RunNotices()
    texts = [notice.text for notice in city_notices(names="suffix", count=12)]
    # A company of the city has its own notices, though the city's switchboard.
    texts.append(texts[0].replace("Koivulan kaupunki", "Koivulan Vesi Oy"))
    for number, text in enumerate(texts):
        notices.add(CHECKER.check(f"{number}.md", Config(), text.encode()).extras["notices"])
    groups = group_notices(notices.records)
    group = with_other_languages(notices.records, groups, max(groups, key=len))
    assert group == list(range(12))
    learned = tomllib.loads(profile_text(notices.records, group, "fi"))["organisation"]
    assert set(learned["names"]) == {"Koivulan kaupunki", "Björklunda stad", "City of Koivula"}
    assert learned["switchboard"] == "019 555 0300"
