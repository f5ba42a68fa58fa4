from __future__ import annotations

import pytest

from rekisterilint.engine import Engine
from rekisterilint.limits import Limits
from rekisterilint.notice.language import detect
from rekisterilint.notice.sentences import sentence_spans
from rekisterilint.readers import read_bytes

FINNISH = """\
# Tietosuojaseloste

## Rekisterinpitäjä

Koivulan palloseura ry

## Rekisteröidyn oikeudet

### Oikeus oikaisuun

Voit pyytää virheellisen tiedon korjaamista.

## Muuta

Säilytysaika: kaksi vuotta jäsenyyden päättymisestä.
"""


def notice_of(engine: Engine, source: str, name: str = "seloste.md"):
    text = read_bytes(source.encode(), name, Limits(), engine.heading_words)
    return next(engine.contexts(text)).notice


def sentences(content: str) -> list[str]:
    return [content[start:end] for start, end in sentence_spans(content, 0, len(content))]


def test_sections_have_the_topics_of_their_headings(engine: Engine):
    notice = notice_of(engine, FINNISH)
    topics = {
        notice.text.content[s.heading.start : s.heading.end]: s.topics
        for s in notice.sections
        if s.heading
    }
    assert "controller" in topics["Rekisterinpitäjä"]
    assert "rights" in topics["Oikeus oikaisuun"]


@pytest.mark.parametrize(
    "heading",
    [
        "EU:n yleinen tietosuoja-asetus, artiklat 12-14",
        "EU:s allmänna dataskyddsförordning, artiklarna 12-14",
        "Article 6(1)(a) of the EU General Data Protection Regulation",
        "General Data Protection Regulation of the European Union",
    ],
)
def test_the_maker_of_the_gdpr_is_no_topic(engine: Engine, heading: str):
    notice = notice_of(engine, f"# {heading}\n\nAlku.\n\n# Siirrot EU:n ulkopuolelle\n\nEi.\n")
    law, transfers = (section.topics for section in notice.sections if section.heading)
    assert not law & {"transfers", "third_countries", "introduction"}
    assert "transfers" in transfers


def test_a_label_gives_its_sentence_a_topic_of_its_own(engine: Engine):
    notice = notice_of(engine, FINNISH)
    unit = next(u for u in notice.units if "Säilytysaika" in notice.words(u))
    assert "retention" in unit.topics


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        ("Tietoja on esim. Kelalla. Ne poistetaan.", ["Tietoja on esim. Kelalla.", "Ne poistetaan."]),
        ("Puh. 09 123 456 on vaihde.", ["Puh. 09 123 456 on vaihde."]),
        ("Oikeus perustuu 6. artiklaan. Se on yleinen etu.", ["Oikeus perustuu 6. artiklaan.", "Se on yleinen etu."]),
        ("Kirjaamo\nPL 1", ["Kirjaamo", "PL 1"]),
        ("Saanko tietoni? Saat.", ["Saanko tietoni?", "Saat."]),
        ("Uppgifterna lagras t.ex. i Finland.", ["Uppgifterna lagras t.ex. i Finland."]),
        ("Kept as told in section 4. Data are then erased.", ["Kept as told in section 4.", "Data are then erased."]),
        ("Punkterna finns i punkt 2. Uppgifterna raderas.", ["Punkterna finns i punkt 2.", "Uppgifterna raderas."]),
        ("Sent to Fly.io Inc. The service is in Paris.", ["Sent to Fly.io Inc.", "The service is in Paris."]),
        ("Havukka Ltd. Helsinki is the seller.", ["Havukka Ltd. Helsinki is the seller."]),
        ("Kerrotaan kohdassa 3. Tiedot poistetaan.", ["Kerrotaan kohdassa 3.", "Tiedot poistetaan."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(content: str, wanted: list[str]):
    assert sentences(content) == wanted


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Henkilötietoja käsitellään suostumuksen perusteella.", "fi"),
        ("Personuppgifterna behandlas med stöd av samtycke och lagras i fem år.", "sv"),
        ("We process your personal data on the basis of consent.", "en"),
    ],
)
def test_language(text: str, language: str):
    assert detect(text) == language


@pytest.mark.parametrize(
    "first",
    [
        "Tietosuojaseloste Kuusiniemen seurakuntien jäsenrekisteristä     30.5.2024",
        "TIETOSUOJA-ASETUKSEN (EU) 2016/679 MUKAINEN TIETOSUOJASELOSTE",
    ],
)
def test_a_first_line_that_is_no_heading_may_be_the_title(engine: Engine, first: str):
    source = f"{first}\n\nRekisterinpitäjä\n\nKuusiniemen seurakunta\n\nTietojen säilytysaika\n\nKaksi vuotta."
    (context,) = engine.contexts(read_bytes(source.encode(), "a.txt", Limits(), engine.heading_words))
    assert context.notice.title.split() == first.split()


def test_a_second_line_may_be_the_title_below_a_date(engine: Engine):
    source = "Laatimispäivä 23.5.2026\n\nKuusiniemen leirikirkko, tietosuojaseloste/leirit\n\n1. Rekisterinpitäjä\n\nLeirikirkko ry\n\n2. Rekisterin nimi\n\nLeirit"
    (context,) = engine.contexts(read_bytes(source.encode(), "a.txt", Limits(), engine.heading_words))
    assert context.notice.title == "Kuusiniemen leirikirkko, tietosuojaseloste/leirit"


def test_a_first_sentence_is_no_title(engine: Engine):
    source = "Tämä on Kuusiniemen kirjaston tietosuojaseloste.\n\nRekisterinpitäjä\n\nKuusiniemen kirjasto\n"
    (context,) = engine.contexts(read_bytes(source.encode(), "a.txt", Limits(), engine.heading_words))
    assert context.notice.title == "Rekisterinpitäjä"


def test_the_declared_language_decides_a_tie():
    assert detect("12345", "sv-FI") == "sv"


def test_two_languages_one_after_the_other_are_two_notices(engine: Engine):
    finnish = "Käsittelemme henkilötietoja jäsenasioiden hoitamista varten ja säilytämme niitä kaksi vuotta. " * 16
    swedish = "Vi behandlar personuppgifter för att sköta medlemsärenden och vi lagrar dem i två år efter det. " * 16
    source = f"# Tietosuojaseloste\n\n{finnish}\n\n# Dataskyddsbeskrivning\n\n{swedish}\n"
    text = read_bytes(source.encode(), "a.md", Limits(), engine.heading_words)
    contexts = list(engine.contexts(text))
    assert [context.notice.language for context in contexts] == ["fi", "sv"]
    assert contexts[1].notice.title == "Dataskyddsbeskrivning"


def test_a_quotation_in_another_language_is_no_notice_of_its_own(engine: Engine):
    finnish = "Käsittelemme henkilötietoja jäsenasioiden hoitamista varten ja säilytämme niitä kaksi vuotta. " * 16
    source = f"{finnish}\n\nThis notice is available in Finnish only, and we are sorry for that.\n\n{finnish}"
    text = read_bytes(source.encode(), "a.md", Limits(), engine.heading_words)
    assert [context.notice.language for context in engine.contexts(text)] == ["fi"]
