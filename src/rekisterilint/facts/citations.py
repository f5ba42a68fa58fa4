"""Citations of statutes and EU acts: a number, the name it belongs to, or a name alone.

Numbers stand as `410/2015`, `21.5.1999/621`, `(EU) 2016/679`, `95/46/EY`; what only looks like one
(a date, a fraction, a record or decision number, part of a web address) is left out.
"""

from __future__ import annotations

import re
from functools import cache

import re2

from rekisterilint.data import eu_acts
from rekisterilint.data.statutes import all_statutes
from rekisterilint.facts.law_names import PERSONAL_DATA_ACT, LawName, find_law_names
from rekisterilint.facts.model import Citation
from rekisterilint.lazy_patterns import lazy_pattern
from rekisterilint.matching.folding import fold_whole

_TOKEN_SPAN = 60
_MARK_SPAN = 24
_UNION = r"(?:EU|EY|EG|EC|ETY|EEC|EEG|Euratom|YUTP)"
_EU_BEFORE = lazy_pattern(
    rf"(?:\({_UNION}(?:,\s?Euratom)?\)|\(?\b{_UNION}:?n?)[\s/,]*(?:N:o|Nr|nr|No\.?|N°|numero)?\s*$"
)
_EU_BEHIND = lazy_pattern(rf"\s?/\s?{_UNION}\b")
_SECTION_BEHIND = lazy_pattern(r"\s?/\s?\d{1,3}\s?[a-z]?\s?§")
_DAY_BEFORE = lazy_pattern(r"(?<![\d.])\d{1,2}\.\s?\d{1,2}\.\s?$")
# What numbers records, bills, decisions and meetings carry before them.
_NO_STATUTE = lazy_pattern(
    r"(?:\b(?:HE|RP|PeVL|PeVM|StVM|HaVM|LaVM|TyVM|SiVM|LiVM|YmVM|VaVM|HVM|KKO|KHO|HD|HFD|EOA[EK]?|AOK|MAO|TT|ISO|IEC|SFS|"
    r"C-?|T-?)|(?i:\b(?:dno?ro?|d:?nro|dnr|diaari\w*|diarie\w*|asianumero\w*|asia|ärende\w*|päätös\w*|päätökse\w*|"
    r"beslut\w*|decision|case|lupa\w*|tutkimuslupa\w*|versio\w*|version|ver\.|v\.|kokou\w*|möte\w*|sivu\w*|sida\w*|page|s\.|"
    r"liite|bilaga|numero|nro|nummer|no\.?|nr\.?|id|tunnus|rekisterinumero|osa|kpl|palvelu\w*|"
    r"päivi\w*|uppdat\w*|updated|pvm|date|alkaen|vuosi\w*|kuluessa|klo|kl\.?)))[\s:.)]*$"
)
_LAW_BEFORE = lazy_pattern(r"(?:\b(?:L|A|lak[ia]\w*|lain|laissa|lag\w*|asetu\w*|förordning\w*|[Aa]ct|SK|SäädK|FFS)\s?)\(?\s?$")
_SECTION_NEAR = lazy_pattern(r"\s*[)\],]*\s*\d{1,3}\s?[a-z]?\s?(?:§|luvu|luku|kap)")
_GAP = lazy_pattern(
    r"^[\s\"'”’»*_\]]*"
    r"(?:,?\s*(?:\d+\s?[a-z]?\s?(?:§(?::\w+)?)(?:\s+\d+\s*mom\w*\.?)?|\(?\d+\s?\.?\s?(?:luku|luvun|kap\.?)\)?))?"
    r"[\s,|:–—-]*"
    r"(?:[(\[{]\s*(?:(?:jäljempänä|jatkossa|nedan|hereinafter|myös|ns\.|lyh\.)?[^()\d|]{0,70}[,;:]\s*)?)?"
    r"(?:nro|Nro|numero|n:o|N:o|nr|No\.?|no\.?|L|A|SK|SäädK|FFS|lain numero)?\s*$"
)
_EU_GAP = lazy_pattern(rf"^[\s\"'”’»*_\]\),(–-]*(?:{_UNION}\b:?n?\)?)?[\s,/)(:]*(?:N:o|Nr|nr|No\.?|annettu|asetus|[Rr]egulation|förordning|GDPR|EU|,)*[\s,(:–-]*$")
_PLAIN = lazy_pattern(r"^[^.;:|()\[\]•\d]{1,220}[(\s]*(?:nro|n:o|nr)?\s*$", re.DOTALL)
_BEHIND_GAP = lazy_pattern(r"^\s*[)\]]?\s*[|,:–-]?\s*$")
_CELL_START = lazy_pattern(r"(?:^|\n|\||•)[\s(•*-]*$")
_AMENDED = lazy_pattern(r"(?:muut\.?|muutet\w+|muutos\w*|myöh\w*|ändr\w*|amended|sellaisena)[^()|]{0,30}$", re.IGNORECASE)
_EARLIEST, _LATEST = 1600, 2199
_MONTHS = 12


@cache
def _number_pattern() -> re2._Regexp:
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    return re2.compile(rb"[0-9]{1,5} ?/ ?[0-9]{1,5}", options)


@cache
def _gdpr_pattern() -> re2._Regexp:
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    return re2.compile(
        rb"(?:yleis[a-z]+ )?tietosuoja-? ?a[a-z]{1,4}tu[a-z]*|gdpr(?::[a-z]+|n)?|gdpr-[a-z]+|"
        rb"(?:allm\xe4n(?:na)? )?dataskydds?-?f\xf6rordning[a-z]*|(?:general )?data protection regulation",
        options,
    )


def find_citations(content: str) -> tuple[Citation, ...]:
    """The citations of `content`, in order: numbers with their names, and known names alone."""
    folded = fold_whole(content)
    names = find_law_names(content, folded)
    regulations = _gdpr_names(content, folded)
    found: list[Citation] = []
    used: set[int] = set()
    for match in _number_pattern().finditer(folded):
        start, end = match.span()
        citation = _at_number(content, start, end, names, regulations, used)
        if citation is not None:
            found.append(citation)
    for index, name in enumerate(names):
        if index not in used and name.statutes:
            found.append(_by_name_alone(content, name))
    return tuple(sorted(found, key=lambda citation: citation.start))


def _gdpr_names(content: str, folded: bytes) -> list[LawName]:
    if b"gdpr" not in folded and b"tietosuoja" not in folded and b"data" not in folded:
        return []
    return [LawName(match.start(), match.end(), ()) for match in _gdpr_pattern().finditer(folded)]


def _by_name_alone(content: str, name: LawName) -> Citation:
    return Citation(
        name.start, name.end, content[name.start : name.end], "", False,
        content[name.start : name.end], name.start, name.end, _numbers(name),
    )  # fmt: skip


def _numbers(name: LawName | None) -> tuple[str, ...]:
    statutes = all_statutes()
    return tuple(statutes[position].number for position in name.statutes) if name else ()


def _at_number(
    content: str, start: int, end: int, names: list[LawName], regulations: list[LawName], used: set[int]
) -> Citation | None:
    written = content[start:end]
    first, second = (part.strip() for part in written.split("/"))
    before = content[max(0, start - _TOKEN_SPAN) : start]
    if not _may_stand(content, start, end, before):
        return None
    day = _DAY_BEFORE.search(before)
    if day is not None and len(first) == 4:
        # 21.5.1999/621, as Finlex cites.
        day_start = start - len(before) + day.start()
        number = f"{int(second)}/{first}"
        name, index = _name_beside(content, day_start, end, number, names)
        _use(used, index)
        return _citation(content, day_start, end, number, False, name)
    if day is not None:
        return None
    eu = _european(content, start, end, before, first, second, names, regulations)
    if eu is not None:
        return eu
    name, index = _name_beside(content, start, end, _normalised(first, second), names)
    if name is None:
        name, index = _name_behind(content, start, end, names)
    if name is None and not _stands_alone(content, start, end, first, second, before):
        return None
    _use(used, index)
    return _citation(content, start, end, _normalised(first, second), False, name)


def _use(used: set[int], index: int) -> None:
    if index >= 0:
        used.add(index)


def _may_stand(content: str, start: int, end: int, before: str) -> bool:
    """Whether what surrounds the digits lets them be a number of a statute at all."""
    previous = before[-1:]
    if previous and (previous.isdigit() or previous in "/-–_#&=?%@:€$"):
        return False
    if previous == "." and not _DAY_BEFORE.search(before):
        return False
    if previous.isalpha() and not re.search(rf"{_UNION}$", before):
        return False
    behind = content[end : end + 12]
    if _EU_BEHIND.match(behind) or _SECTION_BEHIND.match(behind):
        return True
    if re.match(r"\d|\s?/\s?\d|[-–.,]\d|[\w%€=&]|-[a-z]", behind):
        return False
    token = before.rsplit(None, 1)[-1:] if not before[-1:].isspace() else []
    return not (token and ("://" in token[0] or token[0].startswith("www.") or "/" in token[0]))


def _normalised(first: str, second: str) -> str:
    """`523/99` means 1999; zeros before the number count for nothing."""
    year = f"19{second}" if len(second) == 2 and int(second) > 30 else second
    return f"{int(first)}/{year}"


def _citation(content: str, start: int, end: int, number: str, eu: bool, name: LawName | None) -> Citation:
    name_start, name_end = (name.start, name.end) if name else (start, start)
    return Citation(
        start, end, content[start:end], number, eu, content[name_start:name_end], name_start, name_end, _numbers(name)
    )


def _european(
    content: str, start: int, end: int, before: str, first: str, second: str,
    names: list[LawName], regulations: list[LawName],
) -> Citation | None:  # fmt: skip
    """The citation if the number is an EU act's: by its letters, its name, or the GDPR's own number."""
    marked = _EU_BEFORE.search(before[-_MARK_SPAN:])
    suffix = _EU_BEHIND.match(content, end)
    gdpr = _regulation_before(content, start - len(marked.group()) if marked else start, regulations)
    own = {first, second} == {"2016", "679"}
    first_is_year = len(first) == 4 and 1952 <= int(first) < 2100 and len(second) <= 4
    if marked or suffix:
        begin = start - len(marked.group().lstrip()) if marked else start
        if content[begin] == "(" and ")" not in content[begin:end]:
            begin += 1
        stop = end + len(suffix.group()) if suffix else end
        key = eu_acts.normalised(content[begin:stop]) or f"{first}/{second}"
        return _citation(content, begin, stop, "2016/679" if own else key, True, gdpr)
    if gdpr is not None:
        return _citation(content, start, end, "2016/679" if own else f"{first}/{second}", True, gdpr)
    if own and (first_is_year or not any(name.end <= start and start - name.end < 40 for name in names)):
        return _citation(content, start, end, "2016/679", True, None)
    act = eu_acts.by_number(f"{first}/{second}") or eu_acts.by_number(f"N:o {first}/{second}")
    if act is not None and re.search(r"eidas|EU|direktiiv|asetu|förordning|regulation", before, re.IGNORECASE):
        return _citation(content, start, end, eu_acts.normalised(act.number) or "", True, None)
    return None


def _regulation_before(content: str, start: int, regulations: list[LawName]) -> LawName | None:
    for name in reversed(regulations):
        if name.end <= start:
            if start - name.end <= 40 and _EU_GAP.match(content[name.end : start]):
                return name
            return None
    return None


def _name_beside(
    content: str, start: int, end: int, number: str, names: list[LawName]
) -> tuple[LawName | None, int]:
    """The name before a number, or the one behind it where a list's lines begin with the numbers."""
    before, index = _name_before(content, start, names)
    if before is not None and "\n" in content[before.end : start] and number not in _numbers(before):
        behind, place = _name_behind(content, start, end, names)
        if behind is not None and "\n" not in content[end : behind.start]:
            return behind, place
    return before, index


def _name_before(content: str, start: int, names: list[LawName]) -> tuple[LawName | None, int]:
    """The name that the number at `start` belongs to, and its place in `names`."""
    for index in range(len(names) - 1, -1, -1):
        name = names[index]
        if name.start > start:
            continue
        if name.end > start:
            # lag 621/1999 om offentlighet i myndigheternas verksamhet
            return name, index
        gap = content[name.end : start]
        if len(gap) > 240 or gap.count("\n") > 3:
            return None, -1
        if _GAP.match(gap) or (name.bare and _PLAIN.match(gap)):
            if _AMENDED.search(gap):
                return None, -1
            return name, index
        return None, -1
    return None, -1


def _name_behind(content: str, start: int, end: int, names: list[LawName]) -> tuple[LawName | None, int]:
    """A name right behind a number that opens its line or cell: `410/2015 | Kuntalaki`."""
    if not _CELL_START.search(content[max(0, start - 6) : start]) and start > 0:
        return None, -1
    for index, name in enumerate(names):
        if name.start >= end:
            return (name, index) if _BEHIND_GAP.match(content[end : name.start]) else (None, -1)
    return None, -1


def _stands_alone(content: str, start: int, end: int, first: str, second: str, before: str) -> bool:
    """Whether a number without a name is a statute's all the same."""
    if len(second) != 4 or not _EARLIEST <= int(second) <= _LATEST or int(first) <= _MONTHS:
        return bool(len(second) == 4 and _LAW_BEFORE.search(before))
    if _NO_STATUTE.search(before) or re.match(r"\s?vp\b|\s?rd\b", content[end : end + 4]):
        return False
    if f"{first}/{second}" == PERSONAL_DATA_ACT or _LAW_BEFORE.search(before) or _SECTION_NEAR.match(content, end):
        return True
    return before.endswith(("(", ", ", "; ")) and content[end : end + 1] in (")", ",", ";")
