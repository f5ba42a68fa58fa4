"""Postal addresses: five digits and a post town, with the street or box before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rekisterilint.facts.model import Address
from rekisterilint.lazy_patterns import lazy_pattern

# Begins with a set of characters, not with a look-behind: so the search skips ahead.
_CODE = lazy_pattern(
    r"[0-9O](?<![0-9O][0-9O])(?:\d{3,5}|(?:(?<=O)|(?=\d{0,3}[Oo]))[\dOo]{4}|(?<=\d) \d{4}|\d \d{3}|\d\d \d\d|\d{3} \d)"
    r"(?=[ ,]{0,2}[A-ZÅÄÖ]|[ ,]{1,2}[a-zåäö]{3})"
)
_PREFIX = lazy_pattern(r"(?<!\w)(?:(?:FI|FIN|SF|AX) ?[-–] ?|FI ?)\Z")
_NO_CODE_BEFORE = lazy_pattern(r"[\w/+%:.–-]\Z")
_TOWN_WORD = r"[A-ZÅÄÖa-zåäö][\w'’.-]*"
_TOWN = lazy_pattern(rf"(?P<gap>[ ,]{{0,2}})(?P<words>{_TOWN_WORD}(?: [\w'’&-]+){{0,3}})")
# The order of web forms: `Satamakatu 4, Tampere, 33100`.
_BEHIND_TOWN = lazy_pattern(r"(?<=, )(?P<town>[A-ZÅÄÖ][\w-]+),? (?P<code>\d{5})(?=[,.;)]?(?:\s|\Z))")
_BOX = lazy_pattern(r"(?<!\w)(?:PL|PB|P\.?O\.? ?B(?:ox)?|Box|Postilokero|Postbox)\.?:? ?(\d{1,5})(?!\d)", re.IGNORECASE)
_STREET_END = (
    r"(?:katu|kadun|tie|kuja|polku|aukio|tori|puisto|puistikko|rinne|ranta|rannan|kaari|väylä|bulevardi|esplanadi|"
    r"raitti|penger|mäki|laituri|kulma|portti|silta|piha|kehä|taival|tanhua|rata|kari|linja|niitty|lehto|laakso|"
    r"gatan|vägen|gränden|gränd|stigen|torget|esplanaden|allén|platsen|plan|kajen|stranden|backen|svängen|parken|bågen)"
)
_STREET = lazy_pattern(
    rf"(?P<name>(?:[A-ZÅÄÖ][\w'’.-]*(?: [\w'’-]+){{0,2}}|[a-zåäö]+{_STREET_END})) "
    r"(?P<number>\d{1,4}(?: ?[-–/] ?\d{1,4})?(?: ?[A-Za-z]{1,2}(?![\w]))?(?: ?\d{1,3}(?!\d))?)"
    rf"|(?P<bare>[A-ZÅÄÖ][\w-]*{_STREET_END})(?=[ ,]*$)"
)
# The street within a line of prose: `Käyntiosoite on Satamakatu 4`.
_TIGHT = lazy_pattern(
    rf"[\w'’-]+{_STREET_END} \d|(?:[A-ZÅÄÖ][\w'’-]* ){{1,2}}(?:katu|tie|kuja|polku|tori|puisto|kaari|ranta|gata|väg) \d"
)
_LEAD = lazy_pattern(r".*\b(?:\w*osoite\w*|on|\w*adress\w*|är|\w*address|is|till|to|at|oy|oyj|ry|ab|rf) ", re.IGNORECASE)
_NO_STREET = lazy_pattern(
    r"(?:PL|PB|P\.?O\.? ?Box|Box|Postilokero|Postbox|Puh\w*\.?|Tel\w*\.?|Tfn|Kerros|Puhelin|Artikla|Kohta)\Z", re.IGNORECASE
)
_GENITIVE_BODY = frozenset(
    ("kaupunki", "stad", "kunta", "yliopisto", "universitet", "kommun", "hyvinvointialue", "välfärdsområde")
)
_ADDRESS_WORD = lazy_pattern(r"(?:osoite|adress|address|\d{3}) \Z", re.IGNORECASE)
_LINES_ABOVE = 2


class Line(NamedTuple):
    """What stands before the code: the street, the box, and where the first of them begins."""

    street: str
    box: str
    start: int


def find_addresses(content: str) -> tuple[Address, ...]:
    """The postal addresses of `content`.

    Digits are taken for a postal code when a town known to the reference data stands behind them,
    or a street or PO box before them. `code` is as written where it is no five digits.
    """
    found = []
    for match in _CODE.finditer(content):
        words = _TOWN.match(content, match.end())
        if words is None:
            continue
        code = match.group()
        prefix = _PREFIX.search(content, max(0, match.start() - 6), match.start())
        if prefix is None and _NO_CODE_BEFORE.search(content, max(0, match.start() - 1), match.start()):
            continue
        start = prefix.start() if prefix else match.start()
        line = _line_before(content, start)
        town, is_known = _town(code, words.group("words"))
        is_plain = len(code) == 5 and code.isdigit()
        # Without a blank or a capital, only a known town behind a street or box tells an address.
        if (not words["gap"] or town[0].islower()) and not (is_plain and is_known and _touches(content, start, line)):
            continue
        if not is_known and not (is_plain and (line.street or line.box)):
            continue
        if not (line.street or line.box or (is_plain and (prefix or _stands_alone(content, start)))):
            continue
        found.append(
            Address(
                match.start(), words.start("words") + len(town), code, town, line.street, line.box,
                line.start if line.start >= 0 else match.start(),
            )
        )
    taken = {address.start for address in found}
    found += [address for address in _town_first(content) if address.start not in taken]
    return tuple(sorted(found, key=lambda address: address.start))


def _touches(content: str, at: int, line: Line) -> bool:
    """Whether nothing stands between the street or box and the code at `at`."""
    before = content[max(0, at - 60) : at].rstrip(" ,\n")
    return before.endswith(tuple(part for part in (line.street, line.box) if part))


def _town_first(content: str) -> Iterator[Address]:
    """Addresses whose postal code stands behind the town; the span is that of the code."""
    from rekisterilint.data.postal import is_town

    for match in _BEHIND_TOWN.finditer(content):
        line = _line_before(content, match.start())
        if line.street and is_town(match["town"]):
            yield Address(
                match.start("code"), match.end(), match["code"], match["town"], line.street, line.box, line.start
            )


def _stands_alone(content: str, at: int) -> bool:
    """Whether digits without street or box can be a postal code: `varattu 12500 Lahti` is none."""
    before = content[max(0, at - 16) : at]
    return not before.rstrip(" ") or before.rstrip(" ")[-1] in "\n,|:;(/•·–" or _ADDRESS_WORD.search(before) is not None


def _line_before(content: str, at: int) -> Line:
    """Street and box on the line of the code, or on the lines just above where it begins one."""
    street, box, first = "", "", -1
    end = at
    for number in range(_LINES_ABOVE + 1):
        begin = content.rfind("\n", max(0, end - 120), end) + 1 or max(0, end - 120)
        words = content[begin:end].rstrip(" ,")
        if words:
            one, other, start = _on_line(words)
            if not (one or other) and number:
                break
            street, box = street or one, box or other
            first = begin + start if start >= 0 else first
            if (one or other) and start > 0:
                break
        if (number and not words) or begin == 0 or len(words) > 100:
            break
        end = begin - 1
        if words and not (street or box):
            break
    return Line(street, box, first)


def _on_line(words: str) -> tuple[str, str, int]:
    """Street, box and where the first begins in `words`, the end of a line."""
    words_at = max(0, len(words) - 100)
    boxes = list(_BOX.finditer(words, words_at))
    streets = [m for m in _STREET.finditer(words, words_at) if not _is_no_street(m)]
    # The nearest ones belong to this code: a line may hold two addresses.
    last = _after_last_code(words)
    boxes = [m for m in boxes if m.start() >= last]
    streets = [m for m in streets if m.start() >= last]
    starts = [m.start() for m in boxes[-1:]]
    street = ""
    if streets:
        street = streets[-1].group()
        tight = _TIGHT.search(street) or _LEAD.match(street)
        cut = 0 if tight is None else tight.start() or (tight.end() if tight.re is _LEAD else 0)
        street = street[cut:]
        starts.append(streets[-1].start() + cut)
    return street, boxes[-1].group(1) if boxes else "", min(starts) if starts else -1


def _is_no_street(match: re.Match[str]) -> bool:
    name = match.group("name") or match.group("bare")
    return _NO_STREET.search(name) is not None


def _after_last_code(words: str) -> int:
    last = 0
    for match in re.finditer(r"\b\d{5} [A-ZÅÄÖ]", words):
        last = match.end()
    return last


@lru_cache(maxsize=4096)
def _town(code: str, words: str) -> tuple[str, bool]:
    """The words behind a code that name the town, and whether the reference data know it."""
    from rekisterilint.data.postal import accepts, is_town

    parts = words.rstrip(".-").split(" ")
    for count in range(len(parts), 0, -1):
        name = " ".join(parts[:count]).rstrip(".")
        if accepts(code, name) or is_town(name):
            return name, True
    named = _meant_body(code, parts)
    if named:
        return named, True
    count = 2 if len(parts) > 1 and parts[1].lower() in _GENITIVE_BODY else 1
    return " ".join(parts[:count]).rstrip("."), False


def _meant_body(code: str, parts: list[str]) -> str:
    """The organisation behind a malformed corporate code such as `0023 Valtioneuvosto`."""
    digits = code.replace(" ", "").upper().replace("O", "0")
    if len(code) == 5 and code.isdigit():
        return ""
    for count in range(len(parts), 0, -1):
        name = " ".join(parts[:count])
        if likely_codes(digits, name):
            return name
    return ""


def likely_codes(digits: str, town: str) -> tuple[str, ...]:
    """The codes that accept `town` and become `digits` by leaving out or adding one digit.

    Five digits are their own only candidate.
    """
    from rekisterilint.data.postal import accepts

    if len(digits) == 5:
        candidates = {digits}
    elif len(digits) == 4:
        candidates = {digits[:at] + digit + digits[at:] for at in range(5) for digit in "0123456789"}
    elif len(digits) == 6:
        candidates = {digits[:at] + digits[at + 1 :] for at in range(6)}
    else:
        return ()
    return tuple(sorted(code for code in candidates if accepts(code, town)))
