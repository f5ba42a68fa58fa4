"""Which of the three languages a stretch of text is in."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from rekisterilint.lazy_patterns import lazy_pattern

_WORDS = {
    "fi": "ja on ei tai sekä että joka ovat voi mukaan tietoja henkilötietojen rekisterin myös kun "
    "jos oikeus tiedot henkilötietoja rekisteröidyn rekisteröidyllä käsitellään tietojen jotka "
    "sen olla niiden kuin muun esim mikä miten mitä emme tietosuoja yhteystiedot rekisterinpitäjä",
    "sv": "och att är som av för den det till inte eller med om har på kan ett en vi du i de vid "
    "personuppgifter uppgifter uppgifterna registret rätt behandling behandlas din dina från "
    "dataskydd enligt sina när vilka",
    "en": "the and of to is in that or for by with data be your you we are not on personal this "
    "which right have our as processing information may controller any from it",
}
_LANGUAGE_OF: dict[str, str] = {}
for _language, _list in _WORDS.items():
    for _word in _list.split():
        _LANGUAGE_OF[_word] = "" if _word in _LANGUAGE_OF else _language
_WORD = lazy_pattern(r"[^\W\d_]+")
_FINNISH_ENDING = lazy_pattern(r"(?:ssa|ssä|sta|stä|lle|lla|llä|lta|ltä|nen|ään|aan|iin|een|uus|yys|ien|jen|ista|istä|mme|tään|taan)$")


@lru_cache(maxsize=16_384)
def _vote(word: str) -> str:
    known = _LANGUAGE_OF.get(word)
    if known is not None:
        return known
    if len(word) > 6 and _FINNISH_ENDING.search(word):
        return "fi"
    return ""


def votes(text: str) -> dict[str, int]:
    """How many words of `text` speak for each language."""
    count = Counter(map(_vote, _WORD.findall(text.lower())))
    return {language: count[language] for language in ("fi", "sv", "en")}


@lru_cache(maxsize=4_096)
def sure_language(text: str) -> str:
    """The language of a short text if its words leave no doubt, else an empty text."""
    count = votes(text)
    second, best = sorted(count.values())[-2:]
    return max(count, key=lambda name: count[name]) if best >= 2 and second * 2 <= best else ""


def detect(text: str, hint: str = "") -> str:
    """The language of `text`: fi, sv or en; `hint` (a declared language) decides a tie."""
    count = votes(text)
    best = max(count.values())
    leaders = [language for language, number in count.items() if number == best]
    if best == 0 or len(leaders) > 1:
        short = hint[:2].lower()
        return short if short in count else leaders[0]
    return leaders[0]
