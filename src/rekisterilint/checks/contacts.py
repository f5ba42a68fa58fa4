"""CON203-CON205, CON209, CON211: phone numbers and e-mail addresses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from rekisterilint.catalogue.model import Confidence, Rule, Severity
from rekisterilint.checks.context import Context
from rekisterilint.checks.own import is_broken_line, number_of, own
from rekisterilint.facts.labels import read_field
from rekisterilint.facts.model import Email, Phone
from rekisterilint.findings import Edit, Fix, Hit, Span
from rekisterilint.lazy_patterns import lazy_pattern
from rekisterilint.notice.model import Unit

# Finnish mobile, landline and company numbers of these lengths are all in the numbering plan (a test holds them against it).
_SURE_FINNISH = lazy_pattern(
    r"(?:\+358|00358|0)(?:(?:4[0-8]|50)\d{6,8}|(?:1[3-7][1-8]|19[1-8]|[23568][1-8]\d|9[1-8]\d)\d{4,6}"
    r"|(?:10|20|29|30)\d{6,8})\Z"
)
_RANGE = lazy_pattern(r"(.*\d{3}) ?[-–‑] ?\d{1,4}\Z")

_SWITCHBOARD = lazy_pattern(r"\b(?:puhelin)?vaih(?:de|tee\w*)\b|\b(?:telefon)?växeln?\b|\bswitchboard\b", re.IGNORECASE)
_REGISTRY = lazy_pattern(r"\bkirjaamo(?:n|on|sta)?\b(?!\s?(?:@|[(\[]))|\bregistratorskontor\w*|\bregistry office\b", re.IGNORECASE)
_AUTHORITY = lazy_pattern(r"valtuutetu|valvontaviranom|ombudsm|dataombud|tillsynsmynd|supervisory", re.IGNORECASE)
_ORGANISATION = lazy_pattern(
    r"([A-ZÅÄÖ][\w-]{2,})(?: [\w-]+)? (?:kaupun\w+|kunta|kunnan|hyvinvointialue\w*|kuntayhtymä\w*|seurakun\w+|virasto\w*|yliopisto\w*|"
    r"stad|stads|kommun|välfärdsområde|universitet|Oyj?|Ab|ry|rf|Ltd)\b"
)
_FAX = lazy_pattern(r"fa(?:x|ksi)\W{0,4}\Z", re.IGNORECASE)
_OTHER_PARTIES = frozenset({"complaint", "recipients", "transfers"})
_REACH_BACK = 5
_REACH = 4

_LEAST_DOMAIN = 6
_ASCII = str.maketrans("åäö", "aao")


# A role's mailbox run together with its domain, and what stands behind a label for the address.
_RUN_TOGETHER = lazy_pattern(r"(?<![\w.@/-])(?:tietosuojavastaava|kirjaamo|dataskyddsombud)[a-z][a-z-]{3,30}\.fi(?![\w@/])", re.IGNORECASE)
# `maija.meriatkuusikorpi.fi`, `maija.meri-at-kuusikorpi.fi`: the word for the sign run into the address.
_RUN_AT = lazy_pattern(
    r"(?<![\w.@/-])(?P<first>[a-zåäö-]{2,})\.(?P<last>[a-zåäö-]{2,}?)(?P<sign>-at-|_at_|at|ät)(?P<domain>[a-z][a-z0-9-]{3,40}\.(?:fi|com|net|org|eu))(?![\w@/])",
    re.IGNORECASE,
)
_BARE_DOMAIN = lazy_pattern(r"(?!www\.)[\w-]+(?:\.[\w-]+)*\.(?:fi|com|net|org)\Z", re.IGNORECASE)


def email_invalid(rule: Rule, context: Context) -> Iterator[Hit]:
    """Addresses that can't be one (by their fault or without an at sign), and disguised ones (info)."""
    yield from _without_at(context)
    for email, unit in own(context, context.notice.facts.emails):
        if email.placeholder or not (email.fault or email.disguised):
            continue
        if email.fault == "blank" and is_broken_line(context, email.start, email.end):
            continue
        # Where the format marks its blocks, an address does not go on in the next one.
        torn = context.notice.text.format in ("text", "pdf") or email.end < unit.end
        if email.fault == "no-top-level" and torn and _goes_on(context.notice.text.content, email.end):
            continue
        span = Span(email.start, email.end)
        if email.fault == "hidden":
            yield Hit(span, variant="hidden", severity=Severity.INFO)
            continue
        right = _mended(email)
        fix = Fix((Edit(span, right),), safe=False) if right else None
        if email.fault:
            yield Hit(span, {"right": right}, variant=email.fault, suggestion=right, fix=fix)
        else:
            yield Hit(span, {"right": right}, variant="disguised", severity=Severity.INFO, suggestion=right, fix=fix)


def _without_at(context: Context) -> Iterator[Hit]:
    notice = context.notice
    for unit in notice.units:
        if b".fi" not in unit.folded and b".com" not in unit.folded and b".net" not in unit.folded and b".org" not in unit.folded:
            continue
        if "email" in unit.facts:
            continue
        words = notice.words(unit)
        field = read_field(words)
        found = _RUN_TOGETHER.search(words)
        if found is None:
            found = next((m for m in _RUN_AT.finditer(words) if _is_meant_as_address(context, m)), None)
        if found is not None:
            yield Hit(Span(unit.start + found.start(), unit.start + found.end()), variant="no-at")
        elif field is not None and field.kind == "email" and _BARE_DOMAIN.match(field.value):
            yield Hit(Span(unit.start + words.index(field.value), unit.start + words.index(field.value) + len(field.value)), variant="no-at")


def _is_meant_as_address(context: Context, match: re.Match[str]) -> bool:
    """Whether hyphens bound the sign, or somebody whom the notice names has this mailbox."""
    if match["sign"][0] in "-_":
        return True
    mailbox = f"{match['first']}.{match['last']}".lower()
    return any(
        ".".join((words[0], words[-1])).lower().translate(_ASCII) == mailbox
        for words in (person.name.split() for person in context.notice.facts.people)
    )


def _goes_on(content: str, end: int) -> bool:
    """Whether the next line may hold the rest of an address: a PDF's line end tore it."""
    following = content[end : end + 2]
    return following[:1] == "-" or (following[:1] == "\n" and (following[1:] == "." or following[1:].islower()))


def _mended(email: Email) -> str:
    """The address that must be meant; empty where that can't be told."""
    if email.fault in ("no-top-level", "dots"):
        return ""
    return email.address.replace(",", ".")


def email_placeholder(rule: Rule, context: Context) -> Iterator[Hit]:
    """`etunimi.sukunimi@…` in place of an address."""
    for email, _ in own(context, context.notice.facts.emails):
        if email.placeholder:
            yield Hit(Span(email.start, email.end))


def email_domain(rule: Rule, context: Context) -> Iterator[Hit]:
    """Addresses whose domain is a near miss of one that more addresses and links use."""
    emails = [(email, _site(email.address.rpartition("@")[2])) for email, _ in own(context, context.notice.facts.emails)
              if not email.fault]
    known = {site for _, site in emails}
    if not known:
        return
    counts = Counter(site for _, site in emails)
    for url, _ in own(context, context.notice.facts.urls):
        counts[_site(_host(url.written))] += 1
    if len(counts) < 2:
        return
    for email, site in emails:
        better = [
            other for other in counts
            if (counts[other], other) > (counts[site], "") and counts[other] > counts[site] and _near(site, other)
        ]
        if better:
            meant = max(better, key=lambda other: counts[other])
            right = email.address.replace(site, meant)
            span = Span(email.start, email.end)
            yield Hit(span, {"domain": site, "other": meant}, suggestion=right, fix=Fix((Edit(span, right),), safe=False))


def _host(url: str) -> str:
    return re.sub(r"^https?://", "", url, flags=re.IGNORECASE).split("/")[0].split(":")[0]


def _site(domain: str) -> str:
    """The part of a domain that its owner registered: `edu.kunta.fi` → `kunta.fi`."""
    return ".".join(domain.lower().split(".")[-2:])


def _near(one: str, other: str) -> bool:
    name, _, top = one.translate(_ASCII).rpartition(".")
    other_name, _, other_top = other.translate(_ASCII).rpartition(".")
    if name == other_name or top != other_top or min(len(name), len(other_name)) < _LEAST_DOMAIN:
        return False
    if abs(len(name) - len(other_name)) > 1 or (name[:2] != other_name[:2] and name[-2:] != other_name[-2:]):
        return False
    from rapidfuzz.distance import OSA  # only when two domains look alike

    return bool(OSA.distance(name, other_name) == 1)


def phone_invalid(rule: Rule, context: Context) -> Iterator[Hit]:
    """Phone numbers that no numbering plan allows."""
    content = context.notice.text.content
    for phone, _ in own(context, context.notice.facts.phones):
        if _is_allowed(phone.digits) or _is_cut(content, phone):
            continue
        shortened = _RANGE.match(phone.written)
        if shortened and _is_allowed(re.sub(r"[^\d+]", "", shortened.group(1).replace("(0)", ""))):
            continue
        sure = Confidence.HIGH if phone.labelled else Confidence.MEDIUM
        yield Hit(Span(phone.start, phone.end), confidence=sure)


def _is_cut(content: str, phone: Phone) -> bool:
    """Whether the number goes on in the next block: a PDF's line break tore it."""
    return content[phone.end : phone.end + 1] == "\n" and content[phone.end + 1 : phone.end + 2].isdigit()


@lru_cache(maxsize=4096)
def _is_allowed(digits: str) -> bool:
    """Whether a numbering plan has `digits`; without `+` it is a number dialled in Finland."""
    if _SURE_FINNISH.match(digits):
        return True
    if digits.startswith(("+3580", "003580")):
        return False  # the trunk zero behind the country code: phonenumbers drops it, a phone dials it
    import phonenumbers  # slow to load: only for numbers that are not plain Finnish ones

    try:
        number = phonenumbers.parse(digits, "FI")
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_valid_number(number)


def phone_inconsistent(rule: Rule, context: Context) -> Iterator[Hit]:
    """A switchboard, registry or person with two different numbers."""
    phones = [(phone, unit) for phone, unit in own(context, context.notice.facts.phones)]
    if len({phone.digits for phone, _ in phones}) < 2:
        return
    for name, pattern in (("switchboard", _SWITCHBOARD), ("registry", _REGISTRY)):
        named = [(phone, unit) for phone, unit in phones if _is_called(context, phone, unit, pattern)]
        yield from _differing(context, named, name)
    yield from _people(context, phones)


def _is_called(context: Context, phone: Phone, unit: Unit, pattern: re.Pattern[str]) -> bool:
    content = context.notice.text.content
    start = max(unit.start, phone.start - 45)
    before = content[start : phone.start]
    after = content[phone.end : min(unit.end, phone.end + 16)]
    if _FAX.search(before) or not (pattern.search(before) or pattern.search(after)):
        return False
    topics = unit.topics
    if topics & _OTHER_PARTIES and "contact" not in topics:
        return False
    number = number_of(context, unit)
    around = context.notice.units[max(0, number - _REACH_BACK) : number + 1]
    return not any(_AUTHORITY.search(context.notice.words(other)) for other in around)


def _differing(context: Context, named: list[tuple[Phone, Unit]], variant: str) -> Iterator[Hit]:
    """One hit where the same thing has two numbers: at the rarer one, else the later."""
    numbers = Counter(_national(phone.digits) for phone, _ in named)
    if len(numbers) != 2:
        return
    (usual, _), (rare, _) = numbers.most_common()
    first = next(p for p, _ in named if _national(p.digits) == usual)
    phone, unit = next((p, u) for p, u in named if _national(p.digits) == rare)
    other_unit = context.unit_at(first.start)
    if other_unit is None or _is_elsewhere(context, unit, other_unit):
        return
    yield Hit(
        Span(phone.start, phone.end), {"number": phone.written, "other": first.written}, variant=variant,
        related=(Span(first.start, first.end),),
    )


def _is_elsewhere(context: Context, one: Unit, other: Unit) -> bool:
    """Whether the two sentences stand by addresses of different organisations."""
    def marks(unit: Unit) -> set[str]:
        number = number_of(context, unit)
        units = context.notice.units[max(0, number - _REACH) : number + _REACH + 1]
        near = [u for u in units if u.section == unit.section]
        low, high = near[0].start, near[-1].end
        facts = context.notice.facts
        return {_site(e.address.rpartition("@")[2]) for e in facts.emails if low <= e.start < high} | {
            a.town.lower() for a in facts.addresses if low <= a.start < high
        }

    here, there = marks(one), marks(other)
    if here and there and not here & there:
        return True
    owner, other_owner = _organisation(context, one), _organisation(context, other)
    return bool(owner and other_owner and owner != other_owner)


def _organisation(context: Context, unit: Unit) -> str:
    """The beginning of the nearest organisation's name, in or above a sentence of the section."""
    number = number_of(context, unit)
    for near in reversed(context.notice.units[max(0, number - _REACH) : number + 1]):
        names = _ORGANISATION.findall(context.notice.words(near)) if near.section == unit.section else []
        if names:
            return str(names[-1])[:5].lower()
    return ""


def _national(digits: str) -> str:
    return re.sub(r"^(?:\+358|00358)", "0", digits)


def _people(context: Context, phones: list[tuple[Phone, Unit]]) -> Iterator[Hit]:
    people = [person for person, _ in own(context, context.notice.facts.people)]
    names = Counter(person.name.lower() for person in people)
    if not phones or max(names.values(), default=0) < 2:
        return
    numbers: dict[str, list[list[Phone]]] = {}
    for index, person in enumerate(people):
        if names[person.name.lower()] < 2:
            continue
        unit = context.unit_at(person.start)
        if unit is None:
            continue
        stop = people[index + 1].start if index + 1 < len(people) else context.notice.end
        number = number_of(context, unit)
        last = context.notice.units[number]
        for later in context.notice.units[number : number + _REACH]:
            if later.section != unit.section:
                break
            last = later
        stop = min(stop, last.end)
        own_phones = [p for p, u in phones if person.end <= p.start < stop
                      and not _is_called(context, p, u, _SWITCHBOARD)]
        if own_phones:
            numbers.setdefault(person.name.lower(), []).append(own_phones)
    for places in numbers.values():
        yield from _differing_person(places)


def _differing_person(places: list[list[Phone]]) -> Iterator[Hit]:
    first = places[0]
    known = {_national(phone.digits) for phone in first}
    for later in places[1:]:
        found = {_national(phone.digits) for phone in later}
        alike = {_is_mobile(digits) for digits in known} & {_is_mobile(digits) for digits in found}
        if known & found or not alike:
            continue
        yield Hit(
            Span(later[0].start, later[0].end), {"number": later[0].written, "other": first[0].written},
            variant="person", related=(Span(first[0].start, first[0].end),),
        )
        return


def _is_mobile(digits: str) -> bool:
    return digits.startswith(("04", "050"))
