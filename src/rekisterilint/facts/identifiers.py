"""Business identity codes (Y-tunnus) and personal identity codes (henkilötunnus)."""

from __future__ import annotations

import re

from rekisterilint.facts.model import BusinessId, IdentityCode
from rekisterilint.lazy_patterns import lazy_pattern

_BUSINESS_LABEL = lazy_pattern(
    r"(?:y-? ?tunnus|ytunnus|yhteisötunnus|ly-tunnus|fo-? ?nummer|fo-? ?signum|företags- och organisationsnummer|"
    r"business (?:identity code|id)(?: code)?|company id|alv-? ?(?:tunnus|numero)|vat(?:[- ](?:id|number|no))?\.?)"
    r"(?:[^\d\n]{0,14}|\W{0,3}\n\s{0,8})\Z",
    re.IGNORECASE,
)
# Patterns begin with a digit, not with a look-behind: so the search skips ahead.
_BUSINESS = lazy_pattern(r"[0-9](?<![\w/.,-][0-9])[0-9]{5,7} ?[-–‑] ?\d(?![\w/-]|[.,]\d)")
_VAT = lazy_pattern(r"(?<!\w)FI[- ]?(\d{7})[- ]?(\d)(?!\w|[ -]\d)")
# Behind the name of a company or association, or in brackets, the form alone tells.
_COMPANY = lazy_pattern(r"\b(?:oyj?|ab|ry|rf|r\.y|ky|tmi|osk|sr|rs|ltd|säätiö\w*)\b[^\d\n]{0,20}\Z", re.IGNORECASE)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2)

_IDENTITY = lazy_pattern(
    r"[0-3](?<![\w+-][0-3])\d[01]\d\d\d([-+A-FU-Ya-fu-y])(\d{3})([0-9A-FHJ-NPR-Ya-fhj-npr-y])(?![\w+-])"
)
_CHECK_SIGNS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_MASKED = "******-****"


def find_business_ids(content: str) -> tuple[BusinessId, ...]:
    """The business ids of `content`, right or wrong: those with a label, or in the usual form."""
    found = []
    for match in _BUSINESS.finditer(content):
        before = content[max(0, match.start() - 60) : match.start()]
        label = _BUSINESS_LABEL.search(before)
        serial, check = re.findall(r"\d+", match.group())
        is_plain = len(serial) == 7 and match.group().isascii()
        is_company = is_plain and (before.endswith("(") or _COMPANY.search(before))
        if label or is_company:
            found.append(
                BusinessId(match.start(), match.end(), match.group(), f"{serial}-{check}", label is not None)
            )
    if "FI" in content:
        taken = {fact.start for fact in found}
        for match in _VAT.finditer(content):
            if match.start() not in taken:
                number = f"{match.group(1)}-{match.group(2)}"
                found.append(BusinessId(match.start(), match.end(), match.group(), number, True))
        found.sort(key=lambda fact: fact.start)
    return tuple(found)


def expected_check_digit(serial: str) -> int | None:
    """The check digit of a business id's seven digits; None where no such id can be given.

    Source: PRH and the Tax Administration, form of the Business ID (weights 7, 9, 10, 5, 8, 4, 2).
    """
    rest = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, serial, strict=True)) % 11
    if rest == 1:
        return None
    return 0 if rest == 0 else 11 - rest


def find_identity_codes(content: str) -> tuple[IdentityCode, ...]:
    """The personal identity codes of `content`: real dates with the right check character only.

    All century signs count (since 2023 also B-F and U-Y), and the numbers 900-999 that are given
    for temporary use.
    """
    found = []
    for match in _IDENTITY.finditer(content):
        century, number, check = match.groups()
        date = match.group()[:6]
        if not _is_code(date, century.upper(), number, check.upper()):
            continue
        found.append(IdentityCode(match.start(), match.end(), int(number) >= 900))
    return tuple(found)


def _is_code(date: str, century: str, number: str, check: str) -> bool:
    if _CHECK_SIGNS[int(date + number) % 31] != check:
        return False
    from stdnum.fi import hetu  # only for what has passed the sum: a date is left to check

    return bool(hetu.is_valid(f"{date}{century}{number}{check}", allow_temporary=True))


def mask_identity_codes(words: str) -> str:
    """`words` with each personal identity code in it made unreadable, of the same length."""
    for code in reversed(find_identity_codes(words)):
        words = words[: code.start] + _MASKED + words[code.end :]
    return words
