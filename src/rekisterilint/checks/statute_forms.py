"""LAW408: how sections, subsections and articles are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rekisterilint.catalogue.model import Confidence, Rule
from rekisterilint.checks.context import Context
from rekisterilint.findings import Edit, Fix, Hit, Span
from rekisterilint.lazy_patterns import lazy_pattern
from rekisterilint.notice.model import Unit

# The endings of `pykälä` behind the colon of `§:`.
_ENDINGS = {
    "n", "ää", "ssä", "stä", "ään", "llä", "lle", "ltä", "ksi", "nä", "ttä", "t", "ien", "iä", "issä", "istä", "iin", "illä",
    "ille", "iltä", "iksi", "inä", "kin", "nkin", "ssäkin", "hän", "ineen",
}  # fmt: skip
_MENDED = {
    "ssa": "ssä", "sta": "stä", "aan": "ään", "lla": "llä", "lta": "ltä", "a": "ää", "ä": "ää", "en": "n", "een": "ään",
    "an": "ään", "in": "n", "na": "nä", "ää": "ää",
}  # fmt: skip
_ENDING = lazy_pattern(r"\d\s?[a-z]?\s?(§(\s?):\s?([a-zäö]{1,6}))\b|\d\s?[a-z]?\s?(§\s?(n|ssä|ssa|stä|sta|ään|aan|än|in|ää))\b")
_GENITIVE_BEHIND = lazy_pattern(r"\s*(?:\(?\d+\s*(?:mom|koh)\w*\s*)*(?:mukai|mukaan|mukais|nojalla|perusteel|perustu|johdost|vaati|edellyt|velvoit|salli|tarkoituks)")
_ILLATIVE_VERB = lazy_pattern(r"perustu|perusta[av]|perustet|nojau|nojaa|viita|viitte|liitty|liitet|pohjau|kohdistu|soveltu|perust")
_ORDINAL = lazy_pattern(r"(?<![\d.])(\d{1,3}\s?\.\s?§)(?!\s?\d)")
_SIGN_FIRST = lazy_pattern(r"(§§?\s?\d{1,3}(?:\s?[a-hj-z]\b)?)")
_NUMBER_BEFORE = lazy_pattern(r"\d\s?[a-z]?\s?$")
# `yliopistolaki 558/2009 § 46`: the number before the sign is the act's, not a section's.
# So is the one behind a full title: `lag om sjöfartsskydd 485/2004 §22`.
_ACT_BEFORE = lazy_pattern(r"(?:(?:la(?:ki|in|issa|ista|kia|kiin)|lag(?:en|ens)?|\bact)|\blag(?:en)? om [^;.()]{4,60}) \d{1,4}/\d{1,4}\s?$")
_LAW_BEFORE = lazy_pattern(
    r"(?:la(?:ki|in|issa|ista|kia|kiin)|asetu(?:s|ksen|ksessa)|lag(?:en|ens)?|förordning(?:en)?|\bact|\d{1,4}/\d{2,4}|[a-z]{3,}l\.?)"
    r"[\s,)(\"':]{0,6}(?:\d+ kap\.?\s?|\d+\.? luvun?\s)?$"
)
_LAW_BEHIND = lazy_pattern(r"^(?:\s?(?:\d\s?)?(?:mom\.?|st\.?|punkt(?:en)?|och \d+|,))*\s+(?:i|av|of|in)\s+(?:the\s+)?(?:[\w:-]+\s){0,5}?[\w-]*(?:lag|förordning|act|code|decree)")
_NO_GENITIVE = lazy_pattern(
    r"((?:\d{1,3}\s?[a-z]?\s?§\s?(?:,|ja|tai|sekä)\s?)*\d{1,3}\s?[a-z]?\s?§)(?=\s+(?P<follows>mukai|mukaan|nojalla|perusteel|johdosta|"
    r"vaatim|edellyttäm|velvoittam|sallim|säätäm|määräämä|tarkoitt?am|tarkoitet|määritelt|määritel|säädet))"
)
_ABBREVIATED = lazy_pattern(r"(\d+\.?\s?(?:mom\.?|momentti):?(?:n|ssa|ssä|sta|stä|a|an|in))\b")
_PART_FIRST = lazy_pattern(r"(\d{1,3}(?:\.\d)?\s?§\s?,?\s?(?:\d\s?mom\b\.?,?\s?(?=kohta))?(?:koht[ai]\w*|kohdan|kohdassa|momen\w+|mom\.?|punkt)\s?\d{1,2})\b")
_EU_MOMENT = lazy_pattern(r"(?:\d\s?artikl\w*|artikl\w*\s?\d{1,3},?|artikel\s?\d{1,3},?)\s+(\d{1,2}\.?\s?(?:mom\b\.?|momen\w+))")
_EU_SECTION = lazy_pattern(
    r"(?:tietosuoja-?\s?asetu\w*|gdpr\S*|dataskyddsförordning\w*|2016/679|679/2016)[)\]\",]*\s+(?:\w+\s)?(\d{1,2}(?:\s?(?:ja|tai|och|,)\s?\d{1,2})*\s?§(?::\w+)?)"
)
_EU_SECTION_BEHIND = lazy_pattern(
    r"(\d{1,2}\s?§|§\s?\d{1,2}|\bsections?\s\d{1,2})(?:\s?\d\s?mom\.?)?\s+(?:i|av|of|in)\s+(?:the\s|eu:s\s|eu\s|den\s|allmänna\s|general\s)*(?:dataskyddsförordning|gdpr|data protection regulation)"
)
# `tietosuojalain (1050/2018) 30 artikla`, `tietosuojalain artiklan 30`: a national statute has sections.
_NATIONAL_ARTICLE = lazy_pattern(
    r"(?:tietosuojalai|henkilötietolai|perustuslai|arkistolai|julkisuuslai|hallintolai|kuntalai|yhdistyslai|kirjanpitolai)\w*(?: ?\([^()]{1,30}\))?,? "
    r"(\d{1,3}\.? ?artikl\w*|artikl\w* \d{1,3}\b)"
    r"|(?:dataskyddslagen|personuppgiftslagen|grundlagen|arkivlagen|förvaltningslagen)s?(?: ?\([^()]{1,30}\))? (artikel \d{1,3}\b)"
    r"|\b(artikel \d{1,3}) i (?:(?:dataskydds|personuppgifts|grund|arkiv|förvaltnings|offentlighets|förenings|bokförings)lagen|patient[a-zåäö]*förordningen|statsrådets förordning|[a-zåäö-]*ministeriets förordning)"
    r"|\b(articles? \d{1,3}) of the (?:finnish )?(?:data protection|personal data|archives|administrative procedure|associations|accounting|universities|local government) act\b"
)
_ARTICLE_CASES = {"": "artikla", "n": "artiklan", "ssä": "artiklassa", "stä": "artiklasta", "ään": "artiklaan", "ää": "artiklaa"}
_FOLLOWS_INESSIVE = ("tarkoitet", "määritelt", "määritel", "säädet")


def citation_form(rule: Rule, context: Context) -> Iterator[Hit]:
    """LAW408: forms that are wrong in the language of the notice, each place once."""
    units = sorted({match.unit for match in context.evidence.of("rule", rule.id)})
    finnish = context.notice.language == "fi"
    for number in units:
        unit = context.notice.units[number]
        words = unit.folded.decode("latin-1")
        hits = [*_european(unit, words, finnish), *_national(unit, words)]
        if finnish:
            hits += [*_endings(unit, words), *_finnish_order(unit, words)]
        if "§" in words:
            hits += _sign_first(unit, words, context.notice.language)
        taken: list[Span] = []
        for hit in sorted(hits, key=lambda hit: (hit.span.start, -hit.span.end)):
            if all(hit.span.start >= span.end or hit.span.end <= span.start for span in taken):
                taken.append(hit.span)
                yield hit


def _hit(unit: Unit, start: int, end: int, right: str, *, safe: bool, variant: str = "default") -> Hit:
    span = Span(unit.start + start, unit.start + end)
    return Hit(
        span,
        {"right": right},
        variant=variant if right or variant != "default" else "no-suggestion",
        suggestion=right,
        fix=Fix((Edit(span, right),), safe=safe) if right else None,
        confidence=Confidence.HIGH if safe else None,
    )


def _endings(unit: Unit, words: str) -> Iterator[Hit]:
    """`7 §:än`, `7 §:ssa`, `7 §n`: what follows the sign."""
    if "§" not in words:
        return
    for match in _ENDING.finditer(words):
        group = 1 if match.group(1) else 4
        ending = match.group(3) or match.group(5)
        if group == 1 and ending in _ENDINGS and not match.group(2):
            continue
        behind = words[match.end() :]
        right, safe = _right_ending(ending, behind, words[: match.start()])
        number = words[match.start() : match.start(group)]
        start = match.start() - len(words[: match.start()]) + len(words[: match.start()].rstrip("0123456789"))
        written = words[start : match.start(group)] if number else ""
        yield _hit(unit, start, match.end(group), f"{written}§:{right}" if right else "", safe=safe)


def _right_ending(ending: str, behind: str, before: str) -> tuple[str, bool]:
    if ending in _ENDINGS:
        return ending, True
    if ending == "än":
        # Most often the illative without its long vowel; before a postposition the genitive.
        if _GENITIVE_BEHIND.match(behind):
            return "n", True
        return "ään", bool(_ILLATIVE_VERB.search(before[-200:]))
    right = _MENDED.get(ending, "")
    return right, right != ""


def _finnish_order(unit: Unit, words: str) -> Iterator[Hit]:
    """`11. §`, `11 § mukaan`, `6.1 § kohta 2`, `2 mom:n`."""
    for match in _PART_FIRST.finditer(words):
        yield _hit(unit, match.start(1), match.end(1), "", safe=False, variant="order")
    for match in _ORDINAL.finditer(words):
        number = re.match(r"\d+", match.group(1))
        yield _hit(unit, match.start(1), match.end(1), f"{number.group()} §" if number else "", safe=True)
    for match in _NO_GENITIVE.finditer(words):
        ending = "ssä" if match["follows"].startswith(_FOLLOWS_INESSIVE) else "n"
        right = re.sub(r"\s?§", f" §:{ending}", match.group(1))
        yield _hit(unit, match.start(1), match.end(1), right, safe=True)
    for match in _ABBREVIATED.finditer(words):
        if ":" not in match.group(1):
            continue
        number = re.match(r"\d+", match.group(1))
        ending = match.group(1).rpartition(":")[2]
        right = f"{number.group()} momenti{ending if ending != 'a' else ''}" if number else ""
        yield _hit(unit, match.start(1), match.end(1), right if ending in ("n", "ssa", "sta", "in") else "", safe=ending == "n")


def _sign_first(unit: Unit, words: str, language: str) -> Iterator[Hit]:
    """`§ 7` beside a law's name; in minutes (`hallitus 12.3.2020 § 45`) it is usage."""
    for match in _SIGN_FIRST.finditer(words):
        before = words[: match.start()]
        named = _ACT_BEFORE.search(before[-80:])
        if _NUMBER_BEFORE.search(before) and not named:
            continue
        if not named and not _LAW_BEFORE.search(before[-40:]) and not _LAW_BEHIND.match(words[match.end() :]):
            continue
        number = re.sub(r"[§\s]", "", match.group(1))
        right = f"section {number}" if language == "en" else f"{number} §"
        yield _hit(unit, match.start(1), match.end(1), right, safe=language != "en")


def _national(unit: Unit, words: str) -> Iterator[Hit]:
    """`tietosuojalain 30 artikla`: an article that is the GDPR's, or a section."""
    for match in _NATIONAL_ARTICLE.finditer(words):
        group = match.lastindex or 0
        yield _hit(unit, match.start(group), match.end(group), "", safe=False, variant="national")


def _european(unit: Unit, words: str, finnish: bool) -> Iterator[Hit]:
    """`9 artiklan 2. mom.`, `tietosuoja-asetuksen 22 §`: units that EU acts do not have."""
    for match in _EU_MOMENT.finditer(words):
        number = re.match(r"\d+", match.group(1))
        abbreviated = not re.search(r"momenti|momentt", match.group(1))
        right = ""
        if number and finnish:
            ending = match.group(1).rpartition("moment")[2]
            right = f"{number.group()} " + ("kohta" if abbreviated or ending == "ti" else "kohdan" if ending == "in" else "kohta")
        elif number:
            right = f"punkt {number.group()}"
        yield _hit(unit, match.start(1), match.end(1), right, safe=False, variant="eu")
    for match in _EU_SECTION.finditer(words):
        if _LAW_BEHIND.match(words[match.end() :]):
            continue  # the section is the next act's: `… i dataskyddsförordningen och 6 § i …lagen`
        digits, _, ending = match.group(1).partition("§")
        case = _ARTICLE_CASES.get(ending.strip(":"), "")
        right = f"{digits.strip()} {case}" if finnish and case else (f"artikel {digits.strip()}" if not finnish else "")
        yield _hit(unit, match.start(1), match.end(1), right, safe=finnish and bool(case), variant="eu")
    for match in _EU_SECTION_BEHIND.finditer(words):
        number_found = re.search(r"\d+", match.group(1))
        word = "Article" if "section" in match.group(1) else "artikel"
        right = f"{word} {number_found.group()}" if number_found else ""
        yield _hit(unit, match.start(1), match.end(1), right, safe=True, variant="eu")
