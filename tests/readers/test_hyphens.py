"""Healing of words that a line's end broke."""

from __future__ import annotations

import pytest

from rekisterilint.readers.pdf.hyphens import kept_part


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("rekisterin tieto-", "taminen", "rekisterin tietotaminen"),
        ("tietosuoja-", "asetus", "tietosuoja-asetus"),
        ("säilytys-", "aika", "säilytysaika"),
        ("käsittely-", "peruste", "käsittelyperuste"),
        ("linja-", "auto", "linja-auto"),
        ("Uudenmaan-", "Helsingin", "Uudenmaan-Helsingin"),
        ("EU-", "tasolla", "EU-tasolla"),
        ("alle 15-", "vuotias", "alle 15-vuotias"),
        ("lähetä e-", "postadress", "lähetä e-postadress"),
        ("tilastoi\u2010", "miseksi", "tilastoimiseksi"),
        ("tilastoi\u00ad", "miseksi", "tilastoimiseksi"),
        ("Oma Kuusiniemi -", "palvelussa", "Oma Kuusiniemi -palvelussa"),
        ("https://a.fi/tieto-", "suoja", "https://a.fi/tieto-suoja"),
        ("ks. https://a.fi/", "tietosuoja", "ks. https://a.fi/tietosuoja"),
        ("https://a.", "fi/tietosuoja", "https://a.fi/tietosuoja"),
        ("katso www.kuvitelma.", "fi", "katso www.kuvitelma.fi"),
        ("maija.meri@kuvitelma.", "example ja puhelin", "maija.meri@kuvitelma.example ja puhelin"),
        ("kirjaamo@kuvite", "lma.example", "kirjaamo@kuvitelma.example"),
    ],
)
def test_a_broken_word_is_healed(before: str, after: str, joined: str) -> None:
    kept = kept_part(before, after)

    assert kept is not None
    assert kept + after == joined


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("osaamis-", "ja työllisyyspalvelut"),
        ("vår-", "och höstmöten"),
        ("nimi", "ja osoite"),
        ("nimi -", "osoite"),
        ("sivulla https://a.fi.", "Tiedot poistetaan"),
        ("osoite a@b.example", "ja puhelin"),
        ("osoitteesta www.kuvitelma.fi.", "se on auki"),
        ("kysy kunnasta.", "fi"),
        ("loppuu-", ""),
        ("", "alku"),
    ],
)
def test_words_that_are_whole_stay_apart(before: str, after: str) -> None:
    assert kept_part(before, after) is None


def test_an_endless_line_is_no_burden() -> None:
    for words in ("a" * 2_000_000, "www." * 500_000, "@" * 2_000_000):
        assert kept_part(words + " x", "y") is None
        kept_part(words, "y")
