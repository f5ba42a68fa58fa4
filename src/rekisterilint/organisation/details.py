"""The details of a notice that other notices of the same organisation should agree with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rekisterilint.checks.context import Context
from rekisterilint.checks.own import number_of, own
from rekisterilint.data.folding import fold
from rekisterilint.notice.model import Unit
from rekisterilint.organisation.names import controller_names
from rekisterilint.organisation.periods import find_periods
from rekisterilint.organisation.providers import find_providers, without_form
from rekisterilint.organisation.web import web_address
from rekisterilint.text import BlockKind

_SWITCHBOARD = re.compile(r"\b(?:puhelin)?vaih(?:de|tee\w*)\b|\b(?:telefon)?växeln?\b|\bswitchboard\b", re.IGNORECASE)
_REGISTRY = re.compile(r"(?:kirjaamo|registrator|registratur|registry)[\w.-]*@", re.IGNORECASE)
_FAX = re.compile(r"fa(?:x|ksi)\W{0,4}\Z", re.IGNORECASE)
_AUTHORITY = re.compile(r"valtuutetu|valvontaviranom|ombudsm[ae]n|dataombud|tillsynsmynd|supervisory|om\.fi\b", re.IGNORECASE)
_OFFICER = re.compile(r"tietosuoja-?vastaav|dataskydds-?ombud|data protection officer|\bDPO\b", re.IGNORECASE)
# In the folded text, which is cheaper to search: without one of these there is no officer.
_OFFICER_WORDS = (b"tietosuoja", b"dataskydd", b"data protection officer", b"dpo")
_OFFICER_MAIL = re.compile(r"tietosuojavastaava|dataskyddsombud|^dpo\b", re.IGNORECASE)
_OTHER_ROLE = re.compile(
    r"rekisterinpitäj|yhteyshenkil|yhteystaho|vastuuhenkil|yhdyshenkil|kirjaamo|edustaj|personuppgiftsansvarig|kontaktperson|"
    r"registrator|representant|controller|contact person|representative",
    re.IGNORECASE,
)
# A business id on the line above a box is no street.
_NO_STREET = re.compile(r"\d{5}|tunnus|nummer|business", re.IGNORECASE)
_REACHES = frozenset({"dpo-email", "dpo-phone", "email", "phone", "switchboard", "registry-email"})
_UNIT = re.compile(r"\s?[,/|–-]\s?(?P<unit>[^\W\d_][^\n,/|@:]{2,80})$")
_OTHER_PARTIES = frozenset({"complaint", "recipients", "transfers"})
_REACH, _REACH_BACK, _LONG = 5, 5, 90


@dataclass(frozen=True, slots=True)
class Found:
    """A detail where it stands in the content; see `organisation.record.Detail` for the rest."""

    kind: str
    key: str
    value: str
    start: int
    end: int


def national(digits: str) -> str:
    """A phone number's digits without the Finnish country code: `+35819…` as `019…`."""
    return re.sub(r"^(?:\+358|00358)0?", "0", digits)


def find_details(context: Context) -> list[Found]:
    """The details of one notice, in no certain order; each place once."""
    found: dict[tuple[str, int, str], Found] = {}
    # The officer's first: what is known to be the officer's is not any phone or address.
    for detail in (*_officer(context), *_contacts(context), *_identity(context), *_content(context), *_others(context)):
        # One sentence may claim several grounds; what reaches someone is one thing alone.
        value = detail.value if detail.kind == "ground" else ""
        kind = "" if detail.kind in _REACHES else detail.kind
        found.setdefault((kind, detail.start, value), detail)
    return list(found.values())


def _others(context: Context) -> Iterator[Found]:
    """Pages of the web, processors and systems, with the countries that they are in."""
    for url, _ in own(context, context.notice.facts.urls):
        yield Found("url", "", web_address(url.written).key, url.start, url.end)
    for kind, mention in find_providers(context):
        key = without_form(mention.name)
        yield Found(kind, "", fold(key), mention.start, mention.end)
        for place in mention.places:
            yield Found(f"{kind}-country", key, place.code, place.start, place.end)


def _identity(context: Context) -> Iterator[Found]:
    title = context.title_span()
    yield Found("title", "", fold(context.notice.title), title.start, title.end)
    for start, end, _, key in controller_names(context):
        yield Found("name", context.notice.language, key, start, end)
        line = context.unit_at(start)
        below = _UNIT.match(context.notice.text.content, end, line.end) if line else None
        if below is not None:
            yield Found("unit", "", fold(below["unit"]), below.start("unit"), below.end("unit"))
    for number, unit in own(context, context.notice.facts.business_ids):
        if number.labelled and "controller" in unit.topics:
            yield Found("business-id", "", number.number, number.start, number.end)


def _contacts(context: Context) -> Iterator[Found]:
    facts = context.notice.facts
    for phone, unit in own(context, facts.phones):
        if _is_other_party(context, unit):
            continue
        before = context.notice.text.content[max(unit.start, phone.start - 45) : phone.start]
        value = national(phone.digits)
        if _FAX.search(before):
            continue
        kind = "switchboard" if _SWITCHBOARD.search(before) else "phone"
        yield Found(kind, "", value, phone.start, phone.end)
    for email, unit in own(context, facts.emails):
        if email.placeholder or email.fault or not email.address or _is_other_party(context, unit):
            continue
        mailbox = email.address.lower()
        local = mailbox.partition("@")[0]
        if _REGISTRY.match(mailbox):
            yield Found("registry-email", local, mailbox, email.start, email.end)
        elif _OFFICER_MAIL.search(local):
            yield Found("dpo-email", context.notice.language, mailbox, email.start, email.end)
        else:
            yield Found("email", "", mailbox, email.start, email.end)
    for address, unit in own(context, facts.addresses):
        key = address_key(address.street, address.box, address.town)
        if key and not _is_other_party(context, unit):
            yield Found("postal-code", key, address.code, address.start, address.start + len(address.code))


def address_key(street: str, box: str, town: str) -> str:
    """What a postal code belongs to: a box or a street in a town; empty where it can't be told.

    A line with both may rightly have either one's code.
    """
    if _NO_STREET.search(street):
        street = ""
    if bool(street) == bool(box):
        return ""
    place = f"PL {box}" if box else fold(street)
    return f"{place}, {_town(town)}"


def _town(name: str) -> str:
    """The Finnish name of a post town, whichever language it is written in."""
    from rekisterilint.data.postal import codes_of_municipality, codes_of_town

    codes = codes_of_town(name) or codes_of_municipality(name)
    return fold(codes[0].town_fi) if codes else fold(name)


def _is_other_party(context: Context, unit: Unit) -> bool:
    """Whether a sentence gives the contact details of someone else: the authority, a recipient."""
    if unit.topics & _OTHER_PARTIES and "contact" not in unit.topics:
        return True
    number = number_of(context, unit)
    around = context.notice.units[max(0, number - _REACH_BACK) : number + 1]
    return any(
        other.section == unit.section and _AUTHORITY.search(context.notice.words(other))
        for other in around
    )


def _officer(context: Context) -> Iterator[Found]:
    """Name, e-mail and phone of the data protection officer, from where the role opens a block."""
    notice = context.notice
    for number, unit in enumerate(notice.units):
        if not any(map(unit.folded.__contains__, _OFFICER_WORDS)):
            continue
        words = notice.words(unit)
        match = _OFFICER.search(words)
        if match is None or _is_other_party(context, unit):
            continue
        opens = unit.kind is BlockKind.HEADING or len(words) <= _LONG
        if not opens and not unit.facts & {"person", "email", "phone"}:
            continue
        start = unit.start + match.start()
        end = _block_end(context, number, match.end())
        yield from _officer_facts(context, start, end)


def _block_end(context: Context, number: int, after: int) -> int:
    """Where the block that the role opens ends: at another role or at running text."""
    notice = context.notice
    unit = notice.units[number]
    other = _OTHER_ROLE.search(notice.words(unit), after)
    if other is not None:
        return unit.start + other.start()
    end = unit.end
    if len(notice.words(unit)) > _LONG and "person" not in unit.facts:
        return end
    for later in notice.units[number + 1 : number + 1 + _REACH]:
        words = notice.words(later)
        is_below = later.section == unit.section or unit.kind is BlockKind.HEADING
        if not is_below or later.kind is BlockKind.HEADING or len(words) > _LONG:
            break
        if _OTHER_ROLE.search(words.partition("@")[0]) or _OFFICER.search(words.partition("@")[0]):
            break
        end = later.end
    return end


def _officer_facts(context: Context, start: int, end: int) -> Iterator[Found]:
    facts = context.notice.facts
    language = context.notice.language
    people = [person for person in facts.people if start <= person.start < end]
    stop = people[1].start if len(people) > 1 else end
    for person in people[:1]:
        value = " ".join(sorted(fold(person.name).split()))
        yield Found("dpo-name", "", value, person.start, person.end)
    for email in facts.emails:
        is_whole = email.address and not (email.placeholder or email.fault)
        if start <= email.start < stop and is_whole and not _REGISTRY.match(email.address):
            yield Found("dpo-email", language, email.address.lower(), email.start, email.end)
    for phone in facts.phones:
        before = context.notice.text.content[max(start, phone.start - 45) : phone.start]
        if start <= phone.start < stop and not _SWITCHBOARD.search(before):
            yield Found("dpo-phone", "", national(phone.digits), phone.start, phone.end)


def _content(context: Context) -> Iterator[Found]:
    """Grounds and periods of keeping."""
    for ground in sorted(context.situation.grounds):
        units = context.signal_units(f"claims-{ground}")
        if units:
            yield Found("ground", "", ground, units[0].start, units[0].end)
    for unit in context.notice.units:
        if "retention" not in unit.topics or unit.kind is BlockKind.HEADING:
            continue
        for start, end, months in find_periods(context.notice.words(unit)):
            yield Found("period", "", f"{months:g}", unit.start + start, unit.start + end)


