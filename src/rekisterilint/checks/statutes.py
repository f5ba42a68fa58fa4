"""Citations of statutes: numbers that can't be, wrong names, acts that are no longer in force."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from rekisterilint.catalogue.model import Confidence, Rule
from rekisterilint.checks.context import Context
from rekisterilint.checks.history import tells_history
from rekisterilint.data import eu_acts, name_index, statutes
from rekisterilint.data.statutes import Statute
from rekisterilint.facts.english_names import ENGLISH_NAMES
from rekisterilint.facts.model import Citation
from rekisterilint.findings import Edit, Fix, Hit, Span
from rekisterilint.lazy_patterns import lazy_pattern

_FIRST_YEAR = 1734  # the oldest statutes still cited, the codes of the Law of 1734
# Statutes were numbered by year from 1860 on, the codes of 1734 afterwards.
_UNNUMBERED = range(1735, 1860)
_LIST_GAP = 60
_PARTING = lazy_pattern(r"\s*(?:(?:i|of) Finland\s)?\s*(?:\(|§+ ?\d+(?: ?[–-] ?\d+)?|\d+(?: ?[–-] ?\d+)? ?§)\s*\(?")
_PERSONAL_DATA_ACT = "523/1999"
_PLURAL = lazy_pattern(r"(?:lait|lakien|lakeja|laeissa|laeista|laeilla|lagar\w*|acts)$", re.IGNORECASE)
_NEAR = 1
_NATIONAL = lazy_pattern(r"(?:la(?:ki|in|issa|ista|kia|kiin)|lag(?:en|ens)?|act)$", re.IGNORECASE)
# Short names that are used of other things as well, or of EU acts.
_AMBIGUOUS = lazy_pattern(r"^(?:tietoturva-?|tietoturvallisuus|puite|asiakirja|informationssäkerhets)", re.IGNORECASE)
_FOREIGN = lazy_pattern(r"\b(?:eu:n|eu|unionin|yleis\w+|ruotsin|ahvenanmaan|eu:s|sveriges|svenska|swedish)\s$", re.IGNORECASE)


def citations_of(context: Context) -> Iterator[Citation]:
    """The notice's citations, those in page furniture left out."""
    notice = context.notice
    for citation in notice.facts.citations:
        if notice.start <= citation.start < notice.end and context.unit_at(citation.start) is not None:
            yield citation


def malformed(rule: Rule, context: Context) -> Iterator[Hit]:
    """LAW401: a national statute's number that no statute can have."""
    for citation in citations_of(context):
        if citation.eu or not citation.number or citation.name_start == citation.name_end:
            continue
        reason = _fault(citation.number, context.settings.today.year)
        if not reason or (reason == "reversed" and not _is_national(citation)):
            continue
        right = _likely_number(citation)
        span = Span(citation.start, citation.end)
        yield Hit(
            span,
            {"name": _tidy(citation.name), "right": right},
            variant="known" if right else "default",
            suggestion=right,
            fix=Fix((Edit(span, right),), safe=True) if right else None,
        )


def unknown(rule: Rule, context: Context) -> Iterator[Hit]:
    """LAW402: a well-formed number of a year whose statutes the register holds all."""
    for citation in citations_of(context):
        if citation.eu or not citation.number or _fault(citation.number, context.settings.today.year):
            continue
        year = int(citation.number.partition("/")[2])
        complete = year in _UNNUMBERED or statutes.numbers_complete_for(year)
        if complete and not statutes.by_number(citation.number):
            yield Hit(Span(citation.start, citation.end))


def mismatched(rule: Rule, context: Context) -> Iterator[Hit]:
    """LAW403: a known name with the number of another statute."""
    for citation in citations_of(context):
        if not _is_mismatch(citation, context.settings.today.year) or _own_number_beside(citation, context):
            continue
        right = [statute for number in citation.named for statute in statutes.by_number(number)]
        best = _in_force(right)
        near = [s for s in right if s.status == "in_force" and _distance(s.number, citation.number) <= _NEAR]
        others = statutes.by_number(citation.number)
        span = Span(citation.start, citation.end)
        values = {
            "name": _tidy(citation.name),
            "right": " / ".join(statute.number for statute in best),
            "other": _titles(others[:1]) if others else "",
        }
        certain = len(best) == 1 and len(near) == 1
        yield Hit(
            span,
            values,
            variant="other" if others else "default",
            confidence=Confidence.HIGH if others or near else Confidence.MEDIUM,
            suggestion=best[0].number if len(best) == 1 else "",
            fix=Fix((Edit(span, best[0].number),), safe=certain) if len(best) == 1 else None,
        )


def repealed(rule: Rule, context: Context) -> Iterator[Hit]:
    """LAW404: a statute or EU act that is no longer in force, told as today's law."""
    reported: list[tuple[int, str]] = []
    for citation in citations_of(context):
        if not citation.number and _is_doubtful(citation, context):
            continue
        statute, confidence = _repealed_statute(citation, context.settings.today.isoformat())
        if statute is None:
            yield from _repealed_eu_act(citation, context)
            continue
        span = _whole(citation, context)
        if tells_history(context, span.start, span.end):
            continue
        near = any(number == statute.number and citation.start - end < _LIST_GAP for end, number in reported)
        if near and (not citation.number or _is_bracketed(context, reported[-1][0], span.start)):
            continue  # the alias or repeat of what was just reported
        reported.append((citation.end, statute.number))
        successors = [s for number in statute.repealed_by for s in statutes.by_number(number)]
        yield Hit(
            span,
            {
                "title": {"fi": statute.title_fi, "sv": statute.title_sv or statute.title_fi, "en": statute.title_fi},
                "number": statute.number,
                "since": _day(statute.repealed_on),
                "successor": _titles(successors),
            },
            variant=_repeal_variant(statute, successors),
            confidence=confidence,
        )


def inconsistent(rule: Rule, context: Context) -> Iterator[Hit]:
    """LAW409: one name with two numbers, one of which at least is none of its own."""
    by_name: dict[str, list[Citation]] = {}
    for citation in citations_of(context):
        if citation.number and not citation.eu and citation.name and " " not in citation.named:
            key = " ".join(citation.named) or _single_name(citation.name)
            if key:
                by_name.setdefault(key, []).append(citation)
    for found in by_name.values():
        numbers = {citation.number for citation in found}
        if len(numbers) < 2 or numbers <= set(found[0].named):
            continue
        first = found[0]
        other = next(c for c in found if c.number != first.number)
        at, against = other, first
        if _is_mismatch(other, context.settings.today.year) or _fault(other.number, context.settings.today.year):
            at, against = first, other
        yield Hit(
            Span(at.start, at.end),
            {"name": _tidy(at.name), "number": at.number, "other": against.written},
            related=(Span(against.start, against.end),),
        )


def _is_bracketed(context: Context, end: int, start: int) -> bool:
    """Whether only a bracket or a section parts two citations: `Personal Data Act (henkilötietolaki, 523/1999)`."""
    return _PARTING.fullmatch(context.notice.text.content[end:start]) is not None


def _fault(number: str, this_year: int) -> str:
    """Why no statute can have this number; empty if one can."""
    running, _, year = number.partition("/")
    years = range(_FIRST_YEAR, this_year + 1)
    if len(running) == 4 and int(running) in years and (len(year) != 4 or int(year) not in years):
        return "reversed"
    if len(year) != 4:
        return "" if len(year) == 2 else "year"
    if int(year) not in years:
        return "year"
    if int(running) == 0 or statutes.is_beyond(int(running), int(year)):
        return "number"
    return ""


def _is_national(citation: Citation) -> bool:
    """Whether the name is a Finnish statute's beyond doubt: a year-first number may be an EU act's."""
    return bool(citation.named) or bool(_NATIONAL.search(citation.name))


def _likely_number(citation: Citation) -> str:
    """The number that was meant, if the name leaves no doubt."""
    known = _in_force([s for number in citation.named for s in statutes.by_number(number)])
    if len(known) != 1:
        return ""
    number = known[0].number
    reversed_number = "/".join(reversed(citation.number.split("/")))
    return number if number == reversed_number or _distance(number, citation.number) <= 2 else ""


def _is_mismatch(citation: Citation, this_year: int) -> bool:
    if not citation.number or not citation.named or citation.number in citation.named or citation.eu:
        return False
    if _fault(citation.number, this_year) or len(citation.number.partition("/")[2]) != 4:
        return False
    others = statutes.by_number(citation.number)
    if any(_shares_name(s, citation.name) or _is_predecessor(s, citation) for s in others):
        return False
    if others or any(_distance(number, citation.number) <= _NEAR for number in citation.named):
        return True
    if any(_is_misread(number, citation.number) for number in citation.named):
        return True
    # A title may belong to an act that the register lacks, an alias even more so.
    key = name_index.stem_key(citation.name)
    own = [s for number in citation.named for s in statutes.by_number(number)]
    year = int(citation.number.partition("/")[2])
    oldest = min(statute.year for statute in own)
    titled = any(key == name_index.stem_key(statute.title_fi) for statute in own)
    return titled and oldest <= year <= max(statute.year for statute in own) + 1


def _own_number_beside(citation: Citation, context: Context) -> bool:
    """Whether the name's own number stands next to it: two names, then two numbers in one bracket."""
    content = context.notice.text.content
    before, after = content[max(0, citation.start - 12) : citation.start], content[citation.end : citation.end + 12]
    return any(number in before or number in after for number in citation.named)


def _is_misread(number: str, written: str) -> bool:
    """Whether the year is another and the long running number all but the same: `1362/2007` for `1326/2010`."""
    running, written_running = number.partition("/")[0], written.partition("/")[0]
    return len(running) == len(written_running) >= 4 and _distance(running, written_running) <= 1


def _is_predecessor(statute: Statute, citation: Citation) -> bool:
    """Whether an act, titled `Laki …` and so without a short name of its own, went before the
    one that goes by this name today: it was called the same."""
    # A former act whose English name isn't known was called what its successor is.
    translated = citation.name.endswith(" Act") and not any(
        statute.number in numbers for numbers in ENGLISH_NAMES.values()
    )
    titled = translated or statute.title_fi.startswith(("Laki ", "Asetus "))
    return titled and not set(statute.repealed_by).isdisjoint(citation.named)


def _shares_name(statute: Statute, name: str) -> bool:
    """Whether the act's own name ends like this one: `sähköisen viestinnän tietosuojalaki`."""
    key = name_index.stem_key(name) or name
    # A full title is compared as a whole: many end alike (`… asemasta ja oikeuksista`).
    last = key if key.startswith("laki ") else key.split()[-1]
    names = (statute.title_fi, statute.title_sv, *statute.names)
    return any((name_index.stem_key(own) or own.lower()).endswith(last) for own in names if own)


def _distance(first: str, second: str) -> int:
    from rapidfuzz.distance import OSA

    return int(OSA.distance(first, second))


def _in_force(found: list[Statute]) -> list[Statute]:
    current = [statute for statute in found if statute.status == "in_force"]
    return current or found


def _is_doubtful(citation: Citation, context: Context) -> bool:
    """Whether a name without a number may mean something else than a Finnish statute."""
    before = context.notice.text.content[max(0, citation.start - 24) : citation.start]
    return bool(_AMBIGUOUS.match(citation.name) or _FOREIGN.search(before) or _PLURAL.search(citation.name))


def _repealed_statute(citation: Citation, today: str) -> tuple[Statute | None, Confidence]:
    """The repealed statute that is cited and how sure that is; None if it is not, or in doubt."""
    nothing = (None, Confidence.LOW)
    if citation.eu:
        return nothing
    if citation.number:
        number = _year_last(citation)
        found = statutes.by_number(number)
        own = not citation.named or number in citation.named
        if len(found) != 1 or not (own or _is_predecessor(found[0], citation)):
            return nothing
        named = bool(citation.named)
    else:
        found = tuple(s for number in citation.named for s in statutes.by_number(number))
        named = citation.named == (_PERSONAL_DATA_ACT,)
    if not found or any(s.status != "repealed" or not s.is_settled or s.repealed_on > today for s in found):
        return nothing
    latest = max(found, key=lambda statute: statute.year)
    return latest, Confidence.HIGH if named and latest.confidence == "high" else Confidence.MEDIUM


def _year_last(citation: Citation) -> str:
    """The number, turned round where that makes it the named statute's: `Museolaki 1992/729`."""
    turned = "/".join(reversed(citation.number.split("/")))
    return turned if turned in citation.named and citation.number not in citation.named else citation.number


def _repealed_eu_act(citation: Citation, context: Context) -> Iterator[Hit]:
    if not citation.eu:
        return
    act = eu_acts.by_number(citation.written)
    # Decisions on transfers are LAW410's.
    if act is None or act.kind == "decision" or act.status == "in_force":
        return
    if tells_history(context, citation.start, citation.end):
        return
    yield Hit(
        Span(citation.start, citation.end),
        {
            "title": {"fi": act.name_fi, "sv": act.name_sv, "en": act.name_en},
            "number": act.number,
            "since": _day(act.ended_on),
            "successor": act.replaced_by,
        },
        variant="default",
        confidence=Confidence.HIGH,
    )


def _repeal_variant(statute: Statute, successors: list[Statute]) -> str:
    if successors:
        return "default" if statute.repealed_on else "undated"
    return "ended" if statute.repealed_on else "ended-undated"


def _titles(found: list[Statute] | tuple[Statute, ...]) -> Mapping[str, str]:
    """The titles with their numbers, in each language."""
    finnish = ", ".join(f"{s.title_fi} ({s.number})" for s in found)
    swedish = ", ".join(f"{s.title_sv or s.title_fi} ({s.number})" for s in found)
    return {"fi": finnish, "sv": swedish, "en": finnish}


def _whole(citation: Citation, context: Context) -> Span:
    """Name and number if they stand on one line, else the number alone."""
    start = min(citation.name_start, citation.start)
    end = max(citation.name_end, citation.end)
    content = context.notice.text.content
    if "\n" in content[start:end]:
        return Span(citation.start, citation.end)
    open_bracket = content.count("(", start, end) > content.count(")", start, end)
    return Span(start, end + (open_bracket and content[end : end + 1] == ")"))


def _single_name(name: str) -> str:
    """The key of an unknown one-word name: a compound, for a bare `laki` tells nothing."""
    words = name.split()
    if len(words) != 1 or len(words[0]) < 8 or words[0].lower().startswith("förordning"):
        return ""
    return name_index.stem_key(name) or ""


def _tidy(name: str) -> str:
    return " ".join(name.split())


def _day(iso: str) -> str:
    """`2019-01-01` as `1.1.2019`."""
    if not iso:
        return ""
    year, month, day = iso.split("-")
    return f"{int(day)}.{int(month)}.{year}"
