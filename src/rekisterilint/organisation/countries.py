"""Countries by name in Finnish, Swedish and English, and where a text says that something is there.

The names are those of the countries in which providers of Finnish controllers keep data: the
European Economic Area and some forty more (ISO 3166-1). A name that is not listed is no country here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

EUROPE: Final = "EU"  # for words that name the EU or EEA and no country

# code, Finnish, Finnish stem before -ssa/-ssä, Swedish, English, other names; the EEA first.
_EEA: Final = """
AT|Itävalta|Itävalla|Österrike|Austria
BE|Belgia|Belgia|Belgien|Belgium
BG|Bulgaria|Bulgaria|Bulgarien|Bulgaria
CY|Kypros|Kyprokse|Cypern|Cyprus
CZ|Tšekki|Tšeki|Tjeckien|Czech Republic|Tsekki|Tseki|Czechia
DE|Saksa|Saksa|Tyskland|Germany
DK|Tanska|Tanska|Danmark|Denmark
EE|Viro|Viro|Estland|Estonia
ES|Espanja|Espanja|Spanien|Spain
FI|Suomi|Suome|Finland|Finland
FR|Ranska|Ranska|Frankrike|France
GR|Kreikka|Kreika|Grekland|Greece
HR|Kroatia|Kroatia|Kroatien|Croatia
HU|Unkari|Unkari|Ungern|Hungary
IE|Irlanti|Irlanni|Irland|Ireland
IS|Islanti|Islanni|Island|Iceland
IT|Italia|Italia|Italien|Italy
LI|Liechtenstein|Liechtensteini|Liechtenstein|Liechtenstein
LT|Liettua|Liettua|Litauen|Lithuania
LU|Luxemburg|Luxemburgi|Luxemburg|Luxembourg
LV|Latvia|Latvia|Lettland|Latvia
MT|Malta|Malta|Malta|Malta
NL|Alankomaat|Alankomai|Nederländerna|Netherlands|Hollanti|Hollanni|Holland
NO|Norja|Norja|Norge|Norway
PL|Puola|Puola|Polen|Poland
PT|Portugali|Portugali|Portugal|Portugal
RO|Romania|Romania|Rumänien|Romania
SE|Ruotsi|Ruotsi|Sverige|Sweden
SI|Slovenia|Slovenia|Slovenien|Slovenia
SK|Slovakia|Slovakia|Slovakien|Slovakia
"""
_OTHERS: Final = """
AE|Arabiemiirikunnat|Arabiemiirikunni|Förenade Arabemiraten|United Arab Emirates
AL|Albania|Albania|Albanien|Albania
AU|Australia|Australia|Australien|Australia
BA|Bosnia ja Hertsegovina|Bosniassa ja Hertsegovina|Bosnien och Hercegovina|Bosnia and Herzegovina
BR|Brasilia|Brasilia|Brasilien|Brazil
BY|Valko-Venäjä|Valko-Venäjä|Belarus|Belarus
CA|Kanada|Kanada|Kanada|Canada
CH|Sveitsi|Sveitsi|Schweiz|Switzerland
CN|Kiina|Kiina|Kina|China
EG|Egypti|Egypti|Egypten|Egypt
GB|Iso-Britannia|Iso-Britannia|Storbritannien|United Kingdom|Britannia|Yhdistynyt kuningaskunta|Yhdistyneessä kuningaskunna|Englanti|Englanni|England|Great Britain|UK
GE|Georgia|Georgia|Georgien|Georgia
HK|Hongkong|Hongkongi|Hongkong|Hong Kong
ID|Indonesia|Indonesia|Indonesien|Indonesia
IL|Israel|Israeli|Israel|Israel
IN|Intia|Intia|Indien|India
JP|Japani|Japani|Japan|Japan
KR|Etelä-Korea|Etelä-Korea|Sydkorea|South Korea
MD|Moldova|Moldova|Moldavien|Moldova
ME|Montenegro|Montenegro|Montenegro|Montenegro
MK|Pohjois-Makedonia|Pohjois-Makedonia|Nordmakedonien|North Macedonia
MX|Meksiko|Meksiko|Mexiko|Mexico
MY|Malesia|Malesia|Malaysia|Malaysia
NZ|Uusi-Seelanti|Uudessa-Seelanni|Nya Zeeland|New Zealand
PH|Filippiinit|Filippiinei|Filippinerna|Philippines
PK|Pakistan|Pakistani|Pakistan|Pakistan
RS|Serbia|Serbia|Serbien|Serbia
RU|Venäjä|Venäjä|Ryssland|Russia
SG|Singapore|Singapore|Singapore|Singapore
TH|Thaimaa|Thaimaa|Thailand|Thailand
TN|Tunisia|Tunisia|Tunisien|Tunisia
TR|Turkki|Turki|Turkiet|Turkey
TW|Taiwan|Taiwani|Taiwan|Taiwan
UA|Ukraina|Ukraina|Ukraina|Ukraine
US|Yhdysvallat|Yhdysvalloi|Förenta staterna|United States|USA|United States of America|U.S.
VN|Vietnam|Vietnami|Vietnam|Vietnam
ZA|Etelä-Afrikka|Etelä-Afrika|Sydafrika|South Africa
"""
_EUROPE_WORDS: Final = ("EU", "ETA", "EU/ETA", "EU- tai ETA-alue", "EU-alue", "ETA-alue", "EES", "EU/EES", "EEA", "EU/EEA", "Euroopan unioni", "Europeiska unionen", "European Union", "Eurooppa", "Europa", "Europe")
_EUROPE_IN: Final = (
    r"\b(?:EU|ETA|EU/ETA)(?::n|n)?(?:[ -](?:ja|tai)[ -]ETA(?::n)?)?[ -](?:alue|maissa|sisä)\w*|\bEU:ssa\b|\bEuroopassa\b|\bEuroopan (?:unionin|talousalue)\w*"
    r"|\b(?:inom|i) (?:EU|EES|Europa)\b|\b(?:within|inside|in) (?:the )?(?:EU|EEA|Europe)\b"
)
_OUTSIDE: Final = re.compile(r"ulkopuol|utanför|outside", re.IGNORECASE)
# Words that are in three languages the names of more than the country.
_SHORT: Final = frozenset({"UK", "USA", "U.S."})


@dataclass(frozen=True, slots=True)
class CountryMention:
    """A country that words place something in: offsets, the code, and whether by its plain name."""

    start: int
    end: int
    code: str
    plain: bool


@cache
def _codes() -> Mapping[str, str]:
    """Codes by plain names in lower case."""
    codes: dict[str, str] = {}
    for line in (_EEA + _OTHERS).split("\n"):
        code, *names = line.split("|")
        for number, name in enumerate(names):
            if number != 1:
                codes.setdefault(name.casefold(), code)
    return codes | {word.casefold(): EUROPE for word in _EUROPE_WORDS}


@cache
def _in_eea() -> frozenset[str]:
    return frozenset(line[:2] for line in _EEA.split("\n") if line)


def code_of(name: str) -> str:
    """The code of a country by its plain name in any of the languages; empty for what is none."""
    words = " ".join(name.split()).casefold().rstrip(".")
    return _codes().get(words, "") or _codes().get(words.removeprefix("the "), "")


def country_name(code: str, language: str) -> str:
    """The name of a country in `fi`, `sv` or `en`; the code where it is not known."""
    column = {"fi": 1, "sv": 3, "en": 4}[language]
    for line in (_EEA + _OTHERS).split("\n"):
        if line.startswith(f"{code}|"):
            return line.split("|")[column]
    return {"fi": "EU/ETA", "sv": "EU/EES", "en": "EU/EEA"}[language] if code == EUROPE else code


def codes_in(words: str) -> frozenset[str]:
    """The countries that a list of plain names gives: `Suomi, Irlanti`."""
    parts = re.split(r"\s*(?:,|;|/|\bja\b|\boch\b|\band\b)\s*", words)
    whole = code_of(words)
    return frozenset({whole} if whole else {code for part in parts if (code := code_of(part))})


def contradict(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of countries can't both be right: none is common, nor is one in the other."""
    if not one or not other or one & other:
        return False
    in_eea = _in_eea() | {EUROPE}
    return not (EUROPE in one and other & in_eea) and not (EUROPE in other and one & in_eea)


def find_countries(words: str) -> Iterator[CountryMention]:
    """Countries that `words` name by themselves or say that something is in."""
    for match in _plain_pattern().finditer(words):
        yield CountryMention(match.start(), match.end(), code_of(match.group()), plain=True)
    for match in _located_pattern().finditer(words):
        code = next((name for name, held in match.groupdict().items() if held), "")
        if code == EUROPE and _OUTSIDE.search(words, match.start(), min(match.end() + 20, len(words))):
            continue
        if code == EUROPE and _OUTSIDE.search(words[max(0, match.start() - 20) : match.start()]):
            continue
        yield CountryMention(match.start(), match.end(), code, plain=False)


@cache
def _plain_pattern() -> re.Pattern[str]:
    names = [
        name
        for line in (_EEA + _OTHERS).split("\n")
        for number, name in enumerate(line.split("|")[1:])
        if number != 1
    ]
    listed = "|".join(re.escape(name) for name in sorted({*names}, key=len, reverse=True))
    return re.compile(rf"(?<![\w.-])(?:{listed})(?![\w:-])")


@cache
def _located_pattern() -> re.Pattern[str]:
    """The Finnish inessive; other languages place by words before a plain name."""
    stems: dict[str, list[str]] = {}
    for line in (_EEA + _OTHERS).split("\n"):
        if line:
            code, first, stem, _, _, *others = line.split("|")
            stems[code] = [stem, *(other for other in others if other != first and other not in _SHORT)]
    stems["US"].append("USA:")
    groups = [
        f"(?P<{code}>(?:{'|'.join(re.escape(stem) for stem in found)})ss[aä])"
        for code, found in stems.items()
    ]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(groups)})(?!\w)|(?P<{EUROPE}>{_EUROPE_IN})")
