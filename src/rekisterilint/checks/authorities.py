"""Authorities: those that are no more, the Data Protection Ombudsman's contact details and name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rekisterilint.catalogue.model import Confidence, Rule
from rekisterilint.checks.authority_names import find_former_authorities
from rekisterilint.checks.context import Context
from rekisterilint.checks.history import tells_history
from rekisterilint.data import authorities
from rekisterilint.data.authorities import Authority
from rekisterilint.findings import Edit, Fix, Hit, Span
from rekisterilint.lazy_patterns import lazy_pattern
from rekisterilint.matching.folding import fold_whole
from rekisterilint.notice.model import Unit

# Decisions, guidance and records that a former body gave stay its own.
_ITS_OWN_ACT = lazy_pattern(r"^\W{0,3}(?:\(\w+\)\W{0,2})?(?:päätö|määräy|seulonta|suositu|ohje|dnro|diaari|v/\d|beslut|föreskrift|decision|record no)")
_HOST = lazy_pattern(r"^(?:https?://)?(?:www\.)?([^/:?#\s]+)", re.IGNORECASE)
_OTHER_PARTY = lazy_pattern(
    r"rekisterinpitäjä|tietosuojavastaav|yhteyshenkilö|personuppgiftsansvarig|dataskyddsombud|data protection officer|controller|"
    r"kontaktperson|contact person|\boy\b|\bry\b|kaupun|kunta\b|yliopist"
)
_WINDOW = 8
# Letters that a misspelt street (Lintulahdenkatu) shares with the right one.
_STREET_STEM = 10
_OFFICE_DETAILS = lazy_pattern(
    r"om\.fi|tietosuoja\.fi|toimisto|byrå|office|566 ?6\d|56 ?66|pl 800|pb 800|lintulahden|ratapihan|fågelviks|"
    r"valvontavirano|tillsynsmyn|supervisory|valitu|valitt|klag|besvär|complain"
)


def replaced(rule: Rule, context: Context) -> Iterator[Hit]:
    """AUT601: a body that no longer exists, once in each section by its name; by its letters or
    its domain only where nothing was said of it before."""
    notice = context.notice
    content = notice.text.content[notice.start : notice.end]
    seen: set[tuple[int, str]] = set()
    named: set[str] = set()
    for naming in find_former_authorities(content, fold_whole(content)):
        start, end = notice.start + naming.start, notice.start + naming.end
        unit = context.unit_at(start)
        if unit is None:
            continue
        if naming.abbreviated and naming.authority.name in named:
            continue
        if (unit.section, naming.authority.name) in seen or _ITS_OWN_ACT.match(content[naming.end : naming.end + 40].lower()):
            continue
        if tells_history(context, start, end):
            continue
        seen.add((unit.section, naming.authority.name))
        named.add(naming.authority.name)
        yield _replaced_hit(Span(start, end), naming.authority, "default")
    yield from _domains(context, named)


def _domains(context: Context, named: set[str]) -> Iterator[Hit]:
    """Addresses at a former body's domain, where the body itself is not named."""
    facts = context.notice.facts
    places = [(email.start, email.end, email.address) for email in facts.emails]
    for url in facts.urls:
        host = _HOST.match(url.written)
        if host:
            places.append((url.start, url.end, host.group(1)))
    for start, end, domain in sorted(places):
        body = authorities.by_domain(domain)
        if body is None or body.name in named or context.unit_at(start) is None or tells_history(context, start, end):
            continue
        named.add(body.name)
        yield _replaced_hit(Span(start, end), body, "domain")


def _replaced_hit(span: Span, body: Authority, variant: str) -> Hit:
    since = _day(body.replaced_on)
    today = {"fi": body.today, "sv": body.today_sv or body.today, "en": body.today}
    return Hit(
        span,
        {"name": body.name, "today": today, "since": since},
        variant=variant if since else "undated",
        confidence=Confidence.HIGH if body.confidence == "high" else Confidence.MEDIUM,
        suggestion=today,
    )


def _office_windows(context: Context) -> Iterator[list[Unit]]:
    """The sentence that names the Ombudsman's office and those that follow it, up to another party."""
    units = context.notice.units
    named = sorted({match.unit for match in context.evidence.of("rule", "AUT602")})
    for number in named:
        window = [units[number]]
        for unit in units[number + 1 : number + 1 + _WINDOW]:
            words = unit.folded.decode("latin-1")
            if _OTHER_PARTY.search(words) or unit.section != units[number].section:
                break
            window.append(unit)
        yield window


def ombudsman_contact(rule: Rule, context: Context) -> Iterator[Hit]:
    """AUT602: a former or mistaken address or phone of the Ombudsman's office."""
    seen: set[int] = set()
    for window in _office_windows(context):
        for unit in window:
            for hit in (*_addresses(unit, context), *_phones(unit, context)):
                if hit.span.start not in seen:
                    seen.add(hit.span.start)
                    yield hit


def _addresses(unit: Unit, context: Context) -> Iterator[Hit]:
    office = authorities.ombudsman()
    swedish = context.notice.language == "sv"
    for address in context.notice.facts.addresses:
        if not unit.start <= address.start < unit.end:
            continue
        street = address.street.casefold()
        for own in office.addresses:
            same_box = bool(own.po_box) and address.box == own.po_box
            names = [name.casefold().split(",")[0] for name in (own.street, own.street_sv) if name]
            same_street = any(name in street or name.rsplit(" ", 1)[0] in street for name in names)
            misspelt = own.is_current and any(street.startswith(name[:_STREET_STEM]) for name in names)
            if not same_box and not same_street and not misspelt:
                continue
            current = [a for a in office.addresses if a.is_current and (a.kind == own.kind)]
            right = current[0] if current else office.visiting_address
            named_right = own.is_current and (same_box or same_street)
            if named_right and address.code == own.code:
                break
            if named_right and any(a.po_box == own.po_box and a.code == own.code for a in office.addresses if a.is_current):
                yield _code_hit(address.start, address.code, own.code)
                break
            town = right.town_sv if swedish else right.town
            place = (right.street_sv if swedish else right.street) or f"{'PB' if swedish else 'PL'} {right.po_box}"
            suggestion = f"{place}, {right.code} {town}"
            yield Hit(Span(address.line_start, address.end), {"right": suggestion}, suggestion=suggestion)
            break


def _code_hit(start: int, written: str, right: str) -> Hit:
    span = Span(start, start + len(written))
    return Hit(span, {"right": right}, variant="code", suggestion=right, fix=Fix((Edit(span, right),), safe=True))


def _phones(unit: Unit, context: Context) -> Iterator[Hit]:
    office = authorities.ombudsman()
    current = [phone.digits for phone in office.phones if phone.is_current]
    for phone in context.notice.facts.phones:
        if not unit.start <= phone.start < unit.end:
            continue
        digits = authorities.national_digits(phone.digits)
        known = office.phone(phone.digits)
        if known is not None and (known.is_current or known.confidence == "low"):
            continue
        if known is None and not any(_near(digits, own) for own in current):
            continue
        right = "029 566 6700"
        yield Hit(Span(phone.start, phone.end), {"right": right}, variant="phone", suggestion=right)


def _near(first: str, second: str) -> bool:
    from rapidfuzz.distance import OSA

    return int(OSA.distance(first, second)) == 1


def confused(rule: Rule, context: Context) -> Iterator[Hit]:
    """AUT603: the organisation's own officer under the Ombudsman's name, or the reverse."""
    seen: set[int] = set()
    for match in context.evidence.of("rule", rule.id):
        unit = context.notice.units[match.unit]
        if match.unit in seen:
            continue
        seen.add(match.unit)
        if match.clause.clause.value and not _has_own_details(context, match.unit):
            continue
        if match.test.first < 0:
            continue
        for start, end in context.compiled.bank.spans(match.test.first, unit.folded):
            stop = start + len(unit.folded[start:end].rstrip())
            yield Hit(Span(unit.start + start, unit.start + stop), variant=_confusion(unit.folded[start:end]))
            break


def _has_own_details(context: Context, number: int) -> bool:
    """Whether contact details stand under a heading or label, and not the Ombudsman's."""
    section = context.notice.units[number].section
    units = [unit for unit in context.notice.units[number : number + 6] if unit.section == section]
    if not any({"email", "phone"} & unit.facts for unit in units):
        return False
    return not _OFFICE_DETAILS.search(b" ".join(unit.folded for unit in units).decode("latin-1"))


def _confusion(words: bytes) -> str:
    plain = words.decode("latin-1")
    complaint = re.search(r"valit|kantel|klag|besvär|complain", plain)
    return "complaint" if complaint else "default"


def _day(iso: str) -> str:
    if not iso:
        return ""
    year, month, day = iso.split("-")
    return f"{int(day)}.{int(month)}.{year}"
