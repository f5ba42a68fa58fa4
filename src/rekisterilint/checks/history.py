"""Whether a sentence tells history: what is named there is not claimed of today."""

from __future__ import annotations

import re

from rekisterilint.checks.context import Context
from rekisterilint.lazy_patterns import lazy_pattern
from rekisterilint.notice.model import Unit
from rekisterilint.text import BlockKind

_FINNISH = (
    r"kumo(?:t|si|nnut|aa|amis|utu)\w*|korvasi\w*|korvattiin|korvannu\w*|korvannee\w*|aiemmin|aikaisemmin|"
    r"siirtymä(?!vä)\w*|siirtyi\w*|siirtynee\w*|siirrettiin|voimassa oll\w*|\d{4} (?:saakka|asti)|(?:saakka|asti) \d|"
    r"poiketen|vasta(?:a|avat) pitkälti|lakkaut\w*|lakkasi\w*|lakannu\w*|päättyi\w*|yhdistyi\w*|yhdistettiin|muuttui\w*|nykyisin|nykyään|"
    r"oli|olivat|ollut|olleet|olleen|perustui|perustuivat|toimi|toimivat|toimineen|\w{3,}(?:ettiin|attiin|ättiin|uttiin|yttiin|ittiin) |"
    r"ennen (?:\w+ ){0,4}(?:voimaantulo|voimaan|\d{4})\w*|historia\w*|ennen \d{1,2}\.\d{1,2}\.\d{4}|"
    r"(?:on|ovat|olemme|olet|olen) (?:\w+ ){0,3}?(?:perustettu|kerätty|saatu|siirretty|haettu|tallennettu|luovutettu|"
    r"(?!antanut|pyytänyt|kieltänyt|halunnut|ilmoittanut)\w{3,}(?:nut|nyt|neet))"
)
_SWEDISH = (
    r"upphäv\w*|upphör(?:de|t)|ersatte\w*|ersatts|numera|övergångs\w*|fram till|tidigare|"
    r"till och med \d|t\.o\.m\.|var(?! (?:och|sjätte|femte|tredje|annan|för|sin|sitt|finns|du))|grundade|tillämpades|samlades|"
    r"lämnades|överfördes|bildades|sammanslogs|har (?:\w+ ){0,2}?(?:lämnats|samlats|överförts|fått|erhållit|bildats|upphört|ändrats)|"
    r"historia|historik"
)
_ENGLISH = (
    r"repeal\w*|replaced|superseded|formerly|previously|prior to|until \w+ ?\d|was|were|used to|transitional|"
    r"no longer|(?:has|have) been(?! (?:\w+ )?(?:stored|recorded|registered|saved|entered|given|provided|requested))|history|predecessor"
)
# Right before the name these tell that it is meant as what was.
_FORMER = lazy_pattern(
    r"\b(?:entis\w+|entinen|aiem[mp]\w+|aikaisem[mp]\w+|edeltä\w+|vanha\w*|silloi\w+|f\.d\.|före detta|förutvarande|gamla|"
    r"dåvarande|former|previous|old|then)\W+(?:\w+\W+)?$"
)
_HISTORY = {
    language: lazy_pattern(rf"\b(?:{words})(?:\b|(?<=\s))", re.IGNORECASE)
    for language, words in {"fi": _FINNISH, "sv": _SWEDISH, "en": _ENGLISH}.items()
}
_YEARS = lazy_pattern(r"\b(?:19|20)\d\d\s?-\s?(?:19|20)\d\d\b")
_HISTORY_HEADING = lazy_pattern(r"histori|muutoslog|versiot|versiohist|ändringslogg|change log|changelog")
_QUOTED_BEYOND = 20
# "… oikeus tarkastaa, mitä tietoja hänestä on tallennettu": the tense is that of the question.
_ASKED = lazy_pattern(r", (?:mitä|mitkä|millaisia|minkälaisia|onko) [^.,;]*")


def tells_history(context: Context, start: int, end: int) -> bool:
    """Whether content `start` to `end` stands in a sentence in the past or perfect tense, in a
    quotation, or in a section that lists changes."""
    unit = context.unit_at(start)
    if unit is None:
        return False
    words = unit.folded.decode("latin-1")
    language = context.notice.language
    own = words[: max(0, start - unit.start)] + " " + words[end - unit.start :]
    if _HISTORY[language].search(_ASKED.sub(" ", own)) or _YEARS.search(words):
        return True
    if _FORMER.search(words[: max(0, start - unit.start)]):
        return True
    return _quoted(words, start - unit.start, end - unit.start) or _in_history_section(context, unit)


def _quoted(words: str, start: int, end: int) -> bool:
    """Whether the place lies in a quotation longer than itself: a defined name is none."""
    if words.count('"', 0, start) % 2 == 0:
        return False
    opening, closing = words.rfind('"', 0, start), words.find('"', end)
    return closing >= 0 and closing - opening > end - start + _QUOTED_BEYOND


def _in_history_section(context: Context, unit: Unit) -> bool:
    if unit.kind is BlockKind.HEADING:
        return False
    heading = context.notice.sections[unit.section].heading
    if heading is None:
        return False
    words = context.notice.text.content[heading.start : heading.end].lower()
    return bool(_HISTORY_HEADING.search(words))
