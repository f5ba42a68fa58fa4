"""Near misses of the vocabulary: what is mended, and what is left alone."""

from __future__ import annotations

import pytest

from rekisterilint.checks.vocabulary import _corrected


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("rekisterinpitjä", "rekisterinpitäjä"),
        ("rekisteriinpitäjälle", "rekisterinpitäjälle"),
        ("rekisteristerinpitäjän", "rekisterinpitäjän"),
        ("tietosuojavastavalle", "tietosuojavastaavalle"),
        ("hekilötietoja", "henkilötietoja"),
        ("tarkastuspyynto", "tarkastuspyyntö"),
        ("rekisteröityn", "rekisteröidyn"),
        ("tietoturvavaltuutetulle", "tietosuojavaltuutetulle"),
        ("tietosuojavastaa", "tietosuojavastaava"),
        ("käsitelemme", "käsittelemme"),
    ],
)
def test_finnish_slips_are_mended_in_the_form_written(word: str, right: str) -> None:
    assert _corrected(word, "fi") == right


@pytest.mark.parametrize(
    "word",
    [
        "rekisterinpitäjäämme", "rekisteröinti", "rekisteröityy", "rekisteröidään", "henkilötunniste",
        "henkilötietolain", "henkilöstötietoja", "vastaanottavat", "tarkistusoikeus", "suostumuksetta",
    ],
)  # fmt: skip
def test_other_finnish_words_are_left_alone(word: str) -> None:
    assert _corrected(word, "fi") == ""


@pytest.mark.parametrize(
    ("word", "language", "right"),
    [
        ("personuppgiftsanvarig", "sv", "personuppgiftsansvarig"),
        ("dataskyddsombudd", "sv", "dataskyddsombud"),
        ("samtyckt", "sv", ""),
        ("personuppgiftsbehandling", "sv", ""),
        ("controler", "en", "controller"),
        ("supervisors", "en", ""),
        ("processed", "en", ""),
    ],
)
def test_swedish_and_english(word: str, language: str, right: str) -> None:
    assert _corrected(word, language) == right
