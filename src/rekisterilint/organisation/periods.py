"""Periods of time in words and figures, as months."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "yksi yhden yhteen yhtä ett en one a", "kaksi kahden kahteen kahta två two", "kolme kolmen kolmeen kolmea tre three",
            "neljä neljän neljään fyra four", "viisi viiden viiteen fem five", "kuusi kuuden kuuteen sex six", "seitsemän sju seven", "kahdeksan åtta eight",
            "yhdeksän nio nine", "kymmenen kymmeneen kymmentä tio ten", "yksitoista elva eleven", "kaksitoista tolv twelve",
        ),
        1,
    )
    for word in words.split()
}  # fmt: skip
_SCALE = {
    "v": 12.0, "å": 12.0, "y": 12.0, "ku": 1.0, "kk": 1.0, "må": 1.0, "mo": 1.0, "vi": 7 / 30.4, "ve": 7 / 30.4,
    "we": 7 / 30.4, "p": 1 / 30.4, "vu-": 1 / 30.4, "da": 1 / 30.4, "dy": 1 / 30.4,
}  # fmt: skip
_UNIT = (
    r"vuotta|vuoden|vuotee?n|vuoteen|vuosi|vuorokau\w+|vuorokautta|kuukau\w+|kk\b|viikko\w*|viikon|päiv(?!änä)\w+|(?<=\d )v\b|(?<=\d)v\b|"
    r"års?\b|året|månad\w*|veck\w+|dag(?:ar|s)?\b|dygn|years?|months?|weeks?|days?"
)
_DURATION = re.compile(
    rf"(?<![\w.,/–-])(?P<number>\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
    rf" ?(?:\([\w ]{{1,12}}\) ?)?[- ]?(?:calendar |kalenteri|full |hela |täyttä )?(?P<unit>{_UNIT})(?!\w)",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?<!\w)(?P<unit>vuoden|kuukauden|viikon) (?=ajan|kuluttua|kuluessa|jälkeen|päästä|sisällä|kuluttua|viimei|pää)",
    re.IGNORECASE,
)


def find_periods(words: str) -> Iterator[tuple[int, int, float]]:
    """The periods that `words` name: start, end and length in months, rounded to a tenth."""
    found = list(_DURATION.finditer(words))
    for match in found:
        number = match["number"].lower()
        count = float(number) if number.isdigit() else float(_NUMBERS[number])
        if count:
            yield match.start(), match.end(), round(count * _scale(match["unit"].lower()), 1)
    for match in _BARE.finditer(words):
        if not any(other.start() <= match.start() < other.end() for other in found):
            yield match.start(), match.end(), round(_scale(match["unit"].lower()), 1)


def _scale(unit: str) -> float:
    if unit.startswith("vuoro"):
        return _SCALE["vu-"]
    if unit.startswith(("viik", "veck")):
        return 7 / 30.4
    return next(scale for stem, scale in _SCALE.items() if unit.startswith(stem))


def months_text(months: float, language: str) -> str:
    """`24.0` as two years: whole years and months where they fit, else days."""
    if months >= 12 and months % 12 == 0:
        return _counted(int(months // 12), language, ("vuosi", "vuotta"), ("år", "år"), ("year", "years"))
    if months >= 1 and months == int(months):
        return _counted(int(months), language, ("kuukausi", "kuukautta"), ("månad", "månader"), ("month", "months"))
    return _counted(round(months * 30.4), language, ("päivä", "päivää"), ("dag", "dagar"), ("day", "days"))


def _counted(number: int, language: str, *names: tuple[str, str]) -> str:
    one, many = names[("fi", "sv", "en").index(language)]
    return f"{number} {one if number == 1 else many}"
