"""The rules on the document and on contradictions, run on small notices."""

from __future__ import annotations

import datetime

import pytest

from rekisterilint.catalogue import load_catalogue
from rekisterilint.checks import Settings
from rekisterilint.engine import Engine
from rekisterilint.findings import Finding
from rekisterilint.limits import Limits
from rekisterilint.readers import read_bytes


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
        ("Asiakasrekisteri- ja tietosuojaseloste", "Asiakasrekisterin tietosuojaseloste"),
        ("sosiaaliturvatunnuksen", "henkilötunnuksen"),
        ("henkilöturvatunnuksen", "henkilötunnuksen"),
        ("GDPR-rekisteriselosteen", "GDPR-tietosuojaselosteen"),
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


def test_a_heading_over_a_subheading_of_plain_text_is_not_empty(engine: Engine) -> None:
    engine.rules = [engine.catalogue.rules["DOC701"]]
    text = "Privacy notice\n\nCustomers of Granudden Ltd.\n\nController\n\nGranudden Ltd, kansli@granudden.fi\n\n"
    text += "Purpose and legal basis for processing\n\nGeneral information on processing personal data\n\n"
    text += "We follow the laws on personal data and use the data of customers to deliver their orders."
    read = read_bytes(text.encode(), "notice.txt", Limits(), engine.heading_words)
    assert list(engine.check(read, "notice.txt").findings) == []


@pytest.mark.parametrize(
    ("heading", "count"),
    [
        ("Kontaktuppgifter:\n\n019 222 600, info@granudden.fi", 0),
        ("Registrets namn\n\nAnsökningsregistret", 1),
    ],
)
def test_a_channel_under_its_own_label_reaches_the_person_above(engine: Engine, heading: str, count: int) -> None:
    text = f"# Dataskyddsbeskrivning\n\n## 2. Kontaktperson för registret\n\nHenrik Merikoski, rektor\n\n## {heading}"
    assert len(found(engine, "CON208", text)) == count


@pytest.mark.parametrize("inner", ["Yhteyshenkilö: Yhdistyksen hallitus", "Rekisterin yhteyshenkilöt:\n\nJäsenrekisteri; sihteeri"])
def test_a_heading_and_a_label_under_it_ask_for_the_same_name_once(engine: Engine, inner: str) -> None:
    engine.rules = [engine.catalogue.rules["CON202"]]
    text = f"Tietosuojaseloste\n\n1. Rekisterinpitäjä\n\nHavukan Veto ry\n\n2. Yhteyshenkilö\n\n{inner}\n\nhavukka@veto.example\n\n3. Rekisterin nimi\n\nJäsenrekisteri"
    read = read_bytes(text.encode(), "notice.txt", Limits(), engine.heading_words)
    assert [finding.excerpt for finding in engine.check(read, "notice.txt").findings] == ["Yhteyshenkilö"]


def test_names_under_a_label_of_the_contact_block_are_names(engine: Engine) -> None:
    engine.rules = [engine.catalogue.rules["CON202"]]
    text = "Tietosuojaseloste\n\n1 Rekisterinpitäjä\n\nHavukan kirjasto\n\n2 Yhteyshenkilö rekisteriä koskevissa asioissa\n\n"
    text += "Osoite: Latutie 2, 00100 Helsinki\nMuut yhteystiedot (esim. puhelin virka-aikana, sähköpostiosoite):\n\n"
    text += "Havukan kirjasto / Marianne Latva (040 359 3513)\n\n3 Tietosuojavastaava\n\ntietosuoja@havukka.example"
    read = read_bytes(text.encode(), "notice.txt", Limits(), engine.heading_words)
    assert list(engine.check(read, "notice.txt").findings) == []


@pytest.mark.parametrize(
    ("third", "part"),
    [("3. REKISTERIN NIMI", "Järjestelmätoimittaja ja henkilötietojen käsittelijä"), ("3. Tietosisältö", "Sähköisesti tallennetut tiedot")],
)
def test_a_part_of_a_section_needs_no_number(engine: Engine, third: str, part: str) -> None:
    engine.rules = [engine.catalogue.rules["DOC704"]]
    headings = ["1. REKISTERINPITÄJÄ", "2. YHTEYSHENKILÖ", third, part, "4. TIETOSISÄLTÖ"]
    if not third.isupper():
        headings = [heading if heading == part else heading.capitalize() for heading in headings]
    text = "Tietosuojaseloste\n\n" + "\n\n".join(f"{heading}\n\nTässä kerrotaan asiasta jotain." for heading in headings)
    read = read_bytes(text.encode(), "notice.txt", Limits(), engine.heading_words)
    assert list(engine.check(read, "notice.txt").findings) == []


def test_what_a_screen_reader_is_told_of_a_link_is_furniture(engine: Engine) -> None:
    (finding,) = found(engine, "DOC707", "# Seloste\n\nTietosuojalakiLinkki avautuu uudessa välilehdessä ja muita säädöksiä.")
    assert finding.excerpt == "Linkki avautuu uudessa välilehdessä"


def test_an_address_that_is_kept_from_robots_is_hidden(engine: Engine) -> None:
    text = "# Seloste\n\nSähköposti: Tämä sähköpostiosoite on suojattu spamboteilta. Tarvitset JavaScript-tuen nähdäksesi sen."
    (finding,) = found(engine, "CON204", text)
    assert finding.severity.name == "INFO"


def test_a_label_for_the_persons_mailbox_asks_for_no_name(engine: Engine) -> None:
    text = "# Dataskyddsbeskrivning\n\n## Register\n\nKontaktpersonens email: sekreterare@granudden.fi"
    assert found(engine, "CON202", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "This notice describes the processing of personal data of applicants and gives the information that the "
        "GDPR requires.\n\nData controller: Granudden Ltd, contact: kansli@granudden.fi. We use the data in order to "
        "choose students, and store name and address for two years.",
        "# Boat register\n\n## Terms\n\nThe privacy of our members matters.\n\n## Purpose\n\nWe process personal data to "
        "send letters.\n\n## What data do we process?\n\n- name\n- address\n\n## Where do the data come from?\n\nFrom you. Write to kansli@granudden.fi.",
    ],
)
def test_a_notice_is_known_without_its_title(engine: Engine, text: str) -> None:
    assert found(engine, "DOC712", text) == []
