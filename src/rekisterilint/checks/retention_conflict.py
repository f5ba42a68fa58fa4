"""LOG508: two different periods for the same data."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from rekisterilint.catalogue.model import Confidence, Rule
from rekisterilint.checks import scan
from rekisterilint.checks.context import Context
from rekisterilint.checks.logic import quote, registers, same_register
from rekisterilint.findings import Hit, Span
from rekisterilint.lazy_patterns import lazy_pattern
from rekisterilint.notice.model import Unit

_NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "yhden yksi vuoden ett en one a", "kaksi kahden två two", "kolme kolmen tre three", "neljä neljän fyra four",
            "viisi viiden fem five", "kuusi kuuden sex six", "seitsemän sju seven", "kahdeksan åtta eight", "yhdeksän nio nine",
            "kymmenen tio ten",
        ),
        1,
    )
    for word in words.split()
}  # fmt: skip
_UNIT = {
    "vuo": 12.0, "år": 12.0, "year": 12.0, "kuuk": 1.0, "kk": 1.0, "mån": 1.0, "month": 1.0, "viik": 0.23, "vecko": 0.23,
    "week": 0.23, "päiv": 0.033, "vuor": 0.033, "dag": 0.033, "dygn": 0.033, "day": 0.033,
}  # fmt: skip
_DURATION = lazy_pattern(
    r"(?<![\w.,–-])(?P<number>\d{1,3}|" + "|".join(_NUMBERS) + r") ?\(?\d{0,2}\)? ?(?P<unit>vuo(?:tta|den|sina)|år(?:s|et)?|years?|kuukau\w+|kk|månad\w*|months?|viikko\w*|viikon|veck\w+|weeks?|päiv\w+|dag\w*|dygn|days?|vuorokau\w+)(?![\w])"
)
_KEEP = lazy_pattern(
    r"(?:säilytetään|säilytämme|säilyvät|säilyy|säilyte\w+|poistetaan|poistamme|poistuvat|hävitetään|tuhotaan|tallennetaan|tallessa|"
    r"sparas|sparar|bevaras|förvaras|lagras|raderas|utplånas|avlägsnas|gallras|"
    r"(?:is|are|will be|be) (?:retained|stored|kept|deleted|removed|erased|destroyed|anonymi[sz]ed)|retain|keep|store)(?![\w])"
)
_GENERIC = lazy_pattern(
    r"(?:kaikkia |kaikki |näitä |nämä |all |alla |the |your |din[ae]? |registrets |rekisterin |rekisteröidyn |rekisteröityjen )*"
    r"(?:tietoja|tiedot|tietojasi|tietosi|henkilötietoja|henkilötiedot|henkilötietojasi|uppgifterna|personuppgifterna|uppgifter|personuppgifter|"
    r"data|personal data|information|we|the data|personal information)"
)
_OPENING = lazy_pattern(
    r"^(?:as a rule|generally|in general|pääsääntöisesti|lähtökohtaisesti|yleensä|i regel|i allmänhet),? |"
    r" (?:is|are|will be|ovat|on|as a rule)$"
)
# Another criterion or other data: no conflict of periods.
_APART = (
    r"kuitenkin|\bjos\b|mikäli|kirjanpi|lasku|kuitti|loki|varmuuskop|vastaus|eväst|hakemu|vähintään|viimeistään kuukauden kuluessa pyy|"
    r"dock|\bom\b|ifall|bokför|faktur|verifik|logg|säkerhetskop|kakor|ansök|minst|"
    r"however|\bif\b|account|invoic|log\b|logs|backup|cookie|applica|at least|unless|tallenteet|inspel|record(?:ing)s"
)


# `jäsentietoja säilytetään`, `jäsentiedot poistetaan`: one subject in two case forms.
_PARTITIVE = lazy_pattern(r"(?:tietoja|tietojen)$|(?P<us>\w{2}[uy])ksia$|(?P<a>\w{2})eita$")


class Period(msgspec.Struct, frozen=True):
    """What a sentence says of keeping: whose data, and how long in months."""

    unit: Unit
    subject: str
    months: float
    generic: bool


def retention_conflict(rule: Rule, context: Context) -> Iterator[Hit]:
    """One hit at the second of two sentences that give the same data different periods."""
    periods = list(_periods(context))
    if len(periods) < 2:
        return
    starts = registers(context.notice)
    for number, later in enumerate(periods):
        for earlier in periods[:number]:
            if earlier.subject != later.subject or _alike(earlier.months, later.months):
                continue
            if not same_register(starts, earlier.unit, later.unit) or not _comparable(context, earlier, later):
                continue
            yield Hit(
                Span(earlier.unit.start, earlier.unit.end),
                {"other": quote(context, later.unit), "line": str(context.notice.text.place(later.unit.start).line)},
                confidence=Confidence.LOW if later.generic else Confidence.MEDIUM,
                related=(Span(later.unit.start, later.unit.end),),
            )
            return


def _periods(context: Context) -> Iterator[Period]:
    for unit in context.signal_units("keeps-for"):
        folded = unit.folded
        words = folded.decode("latin-1")
        durations = [match for match in _DURATION.finditer(words) if _months(match) is not None]
        verb = _KEEP.search(words)
        if len(durations) != 1 or verb is None or scan.first(_APART, folded):
            continue
        subject = _OPENING.sub("", words[: verb.start()].strip(" ,;-*"))
        if not subject or subject.count(" ") > 4 or ":" in subject or "," in subject:
            continue
        months = _months(durations[0])
        if months is not None:
            generic = _GENERIC.fullmatch(subject) is not None
            yield Period(unit, "" if generic else _one_form(subject), months, generic)


def _one_form(subject: str) -> str:
    """The subject with its noun in the nominative plural."""
    found = _PARTITIVE.search(subject)
    if found is None:
        return subject
    before = subject[: found.start()]
    return before + (f"{found['us']}kset" if found["us"] else f"{found['a']}eet" if found["a"] else "tiedot")


def _months(match: re.Match[str]) -> float | None:
    number = match["number"]
    count = float(number) if number.isdigit() else _NUMBERS.get(number)
    scale = next((value for stem, value in _UNIT.items() if match["unit"].startswith(stem)), None)
    return None if count is None or scale is None else count * scale


def _alike(first: float, second: float) -> bool:
    return abs(first - second) <= 0.1 * max(first, second)


def _comparable(context: Context, earlier: Period, later: Period) -> bool:
    """Whether two sentences about "the data" mean the same data: not in parts for each group."""
    if not earlier.generic:
        return True
    one = context.notice.sections[earlier.unit.section]
    other = context.notice.sections[later.unit.section]
    if earlier.unit.block == later.unit.block:
        return False
    if earlier.unit.section == later.unit.section:
        return one.heading is None
    above = context.notice.sections[one.parent].topics if one.parent >= 0 else frozenset()
    topics = one.topics | other.topics
    # Sub-sections of a section on retention tell of one group of people or data each.
    return (
        "retention" in topics
        and "retention" not in above
        and "data" not in topics
        and one.parent == other.parent
    )
