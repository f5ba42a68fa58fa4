"""CON202, CON208: the people of contact blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rekisterilint.catalogue.model import Confidence, Rule
from rekisterilint.checks.contact_words import (
    ABOVE,
    ASKS,
    ASKS_FOR_CONTACT,
    ASKS_NOT,
    COMPANY_WORD,
    LISTED,
    NAME_LIKE,
    OFFICER,
    PERSONAL_EMAIL,
    RESPONSIBLE,
    TEMPLATE,
)
from rekisterilint.checks.context import Context
from rekisterilint.checks.empty_fields import CONTACT_TOPICS, NO_CONTACT_TOPICS
from rekisterilint.checks.own import number_of
from rekisterilint.facts.labels import read_field
from rekisterilint.facts.model import Person
from rekisterilint.findings import Hit, Span
from rekisterilint.lazy_patterns import lazy_pattern
from rekisterilint.notice.model import Unit
from rekisterilint.text import BlockKind

_LOOK_AHEAD = 12
_PLAIN_LETTERS = str.maketrans("åäö", "aao")
_LONGEST_LINE = 200
_SHORT_BLOCK = 45
_LABEL_BLOCK = 4
_LEAST_NAME = 6
# "Personen som ansvarar för registerärenden är Maija Meri."
_NAMES_ONE = lazy_pattern(
    r"^(?:rekisteri\w* (?:yhteys|vastuu)henkilö(?:nä)? (?:on|toimii)|"
    r"(?:personen som ansvarar|den som ansvarar|kontaktperson(?:en)?) för register\w* (?:är|fungerar)|"
    r"(?:the )?(?:contact person|person responsible) for the register is) [A-ZÅÄÖ]\w+ [A-ZÅÄÖ][\w-]+\W*$",
    re.IGNORECASE,
)


def contact_name(rule: Rule, context: Context) -> Iterator[Hit]:
    """Headings and labels that ask for a contact person, with no name under them."""
    units = context.notice.units
    covered = -1  # the last line under a heading that was reported: one error, one finding
    for number, unit in _speaking_of_person(units):
        words = context.notice.words(unit)
        if number <= covered:
            continue
        if unit.kind is BlockKind.HEADING:
            if not _asks(context, words, unit) or len(words) > 110:
                continue
            block = _contact_block(context, number)
            if _people_in(context, unit) or _has_own_heading(context, number) or _named_below(context, number, block):
                continue
            if block and _lacks_name(context, block):
                covered = number + len(block)
                yield Hit(Span(unit.start, unit.end), {"label": words.rstrip(" :")})
            continue
        head, colon, value = words.partition(":")
        if not colon or len(head) > 70 or not _asks(context, head, unit) or not ASKS.search(head):
            continue
        if re.match(r"[a-zåäö]{1,4}\b", value):
            continue  # a case ending: `… on Latu r.y.:n sihteeri`
        block = [unit, *_label_block(context, number)] if value.strip() else _label_block(context, number)
        if block and _lacks_name(context, block) and not _named_below(context, number, block):
            yield Hit(Span(unit.start, unit.end), {"label": head.strip()})


def _speaking_of_person(units: Sequence[Unit]) -> list[tuple[int, Unit]]:
    """The few sentences worth a look, with their numbers: a cheap test."""
    return [
        (number, unit) for number, unit in enumerate(units)
        if (b"henkil" in unit.folded or b"person" in unit.folded) and len(unit.folded) <= _LONGEST_LINE
    ]


def _asks(context: Context, words: str, unit: Unit) -> bool:
    if not ASKS.search(words) or ASKS_NOT.search(words):
        return False
    topics = context.notice.sections[unit.section].topics
    return not topics & NO_CONTACT_TOPICS or bool(topics & {"contact", "controller"})


def _under(units: Sequence[Unit], number: int) -> list[Unit]:
    """The sentences under a heading, those of its own subheadings included."""
    section = units[number].section
    block = []
    for unit in units[number + 1 : number + 1 + _SHORT_BLOCK]:
        if unit.kind is BlockKind.HEADING and unit.section != section:
            break
        block.append(unit)
    return block


def _contact_block(context: Context, number: int) -> list[Unit]:
    """The sentences under a heading, and under the labels (`Muut yhteystiedot:`) that follow a numbered one."""
    units, blocks = context.notice.units, context.notice.text.blocks
    found = _under(units, number)
    if not found and _is_post(context, number):
        return [units[number + 1], *_under(units, number + 1)]
    if not blocks[units[number].block].marker:
        return found
    following = number + 1 + len(found)
    while following < len(units) and not blocks[units[following].block].marker and _is_label(context.notice.words(units[following])):
        found += [units[following], *_under(units, following)]
        following = number + 1 + len(found)
    return found


def _is_post(context: Context, number: int) -> bool:
    """Whether a post right under a heading of plain text was read as a heading without a matter of its own."""
    notice = context.notice
    if notice.text.format not in ("text", "pdf") or number + 1 >= len(notice.units):
        return False
    heading, below = notice.units[number], notice.units[number + 1]
    is_heading = below.kind is BlockKind.HEADING and not notice.text.blocks[below.block].marker
    return is_heading and notice.sections[below.section].topics == notice.sections[heading.section].topics


def _is_label(words: str) -> bool:
    field = read_field(words)
    return field is not None and not field.value and "pitäjä" not in field.label and "vastaava" not in field.label


def _has_own_heading(context: Context, number: int) -> bool:
    """Whether a heading speaks of the controller, too, and the next one of the person alone."""
    units = context.notice.units
    if "controller" not in units[number].topics:
        return False
    heading = next((u for u in units[number + 1 : number + 1 + _LOOK_AHEAD] if u.kind is BlockKind.HEADING), None)
    return heading is not None and ASKS_FOR_CONTACT.search(context.notice.words(heading)) is not None


def _named_below(context: Context, number: int, block: Sequence[Unit]) -> bool:
    """Whether the role that stands in the person's place is the next heading, and a name is under it."""
    units = context.notice.units
    last = number + 1 + len(block)
    at = next((n for n in range(number + 1, min(last + 2, len(units))) if units[n].kind is BlockKind.HEADING), -1)
    if at < 0:
        return False
    heading = context.notice.words(units[at]).strip(" :").lower()
    return any(context.notice.words(unit).strip(" :").lower() == heading for unit in block) and any(
        _people_in(context, unit) for unit in _under(units, at)
    )


def _label_block(context: Context, number: int) -> list[Unit]:
    """The lines behind a label, up to the next label of a group or the next heading."""
    units = context.notice.units
    block = []
    for unit in units[number + 1 : number + 1 + _LABEL_BLOCK]:
        field = read_field(context.notice.words(unit))
        if unit.kind is BlockKind.HEADING or unit.section != units[number].section or (field and field.kind == "group"):
            break
        block.append(unit)
    return block


def _lacks_name(context: Context, block: Sequence[Unit]) -> bool:
    """Whether a block has a unit, title or channel, but no person, and points nowhere else."""
    if any(_people_in(context, unit) for unit in block):
        return False
    words = "\n".join(context.notice.words(unit) for unit in block)
    if LISTED.search(words) or TEMPLATE.search(words):
        return False
    if ABOVE.search(words) and any(
        unit.topics & CONTACT_TOPICS and _people_in(context, unit) for unit in context.notice.units
    ):
        return False
    if OFFICER.search(words) and any("dpo" in unit.topics and _people_in(context, unit) for unit in context.notice.units):
        return False
    fields = [read_field(context.notice.words(unit)) for unit in block]
    if any(field is not None and field.kind == "name" and not field.value for field in fields):
        return False
    names = [match.group(1) for match in NAME_LIKE.finditer(words)]
    # "FI-33100 Tampere" has the looks of a name.
    if any(not COMPANY_WORD.search(name) and not any(map(str.isdigit, name)) for name in names):
        return False
    if _named_by_email(words):
        return False
    return any(unit.facts & {"email", "phone", "address"} for unit in block) or len(words.split()) <= _SHORT_BLOCK


def _named_by_email(words: str) -> bool:
    """Whether `maija.meri@…` stands beside the surname, however the name itself is written."""
    plain = words.lower().translate(_PLAIN_LETTERS)
    others = PERSONAL_EMAIL.sub(" ", plain)
    return any(re.search(rf"\b{match[1]}\b", others) for match in PERSONAL_EMAIL.finditer(plain))


def _people_in(context: Context, unit: Unit) -> list[Person]:
    """The people named in a sentence; `Customer Service Manager` is none."""
    if "person" not in unit.facts:
        return []
    return [
        person for person in context.notice.facts.people
        if unit.start <= person.start < unit.end and not COMPANY_WORD.search(person.name)
    ]


def contact_unreachable(rule: Rule, context: Context) -> Iterator[Hit]:
    """Contact persons who are named without any phone, e-mail or address."""
    units = context.notice.units
    for number, unit in _speaking_of_person(units):
        words = context.notice.words(unit)
        if unit.kind is BlockKind.HEADING:
            if len(words) > 110 or not ASKS_FOR_CONTACT.search(words) or not _asks(context, words, unit):
                continue
            if "contact" in unit.topics and _other_is_reachable(context, number):
                continue
            block = [unit, *_contact_block(context, number)]
        else:
            head, colon, _ = words.partition(":")
            if not _NAMES_ONE.search(words) and (
                not colon or len(head) > 70 or not ASKS_FOR_CONTACT.search(head) or not _asks(context, head, unit)
            ):
                continue
            block = [other for other in units if other.section == unit.section]
        named = [(p, other) for other in block if other.start >= unit.start for p in _people_in(context, other)][:1]
        for person in (p for p, other in named if _is_unreachable(context, block, p, other)):
            yield Hit(Span(person.start, person.end), {"name": person.name}, confidence=Confidence.MEDIUM)


def _other_is_reachable(context: Context, number: int) -> bool:
    """Whether the heading names who answers for the register, and the next one the contact persons."""
    units = context.notice.units
    following = number + 1 + len(_under(units, number))
    if following >= len(units) or not RESPONSIBLE.search(context.notice.words(units[number])):
        return False
    asks = ASKS_FOR_CONTACT.search(context.notice.words(units[following])) is not None
    return asks and any(unit.facts & {"email", "phone"} for unit in _under(units, following))


def _is_unreachable(context: Context, block: Sequence[Unit], person: Person, named: Unit) -> bool:
    if any(unit.facts & {"email", "phone", "address", "url"} for unit in block):
        return False
    words = "\n".join(context.notice.words(unit) for unit in block if unit.kind is not BlockKind.HEADING)
    if ABOVE.search(words) or LISTED.search(words) or TEMPLATE.search(words) or "@" in words or len(words.split()) > _SHORT_BLOCK:
        return False
    surname = person.name.split()[-1].lower().translate(str.maketrans("åäö", "aao"))
    if any(surname in email.address.lower() for email in context.notice.facts.emails):
        return False
    return not _reached_elsewhere(context, person.name, named) and not _is_of_controller(context, person, named)


def _is_of_controller(context: Context, person: Person, named: Unit) -> bool:
    """Whether the controller's own name stands behind the person's: its contact details are theirs."""
    behind = context.notice.text.content[person.end : named.end].strip(" ,–-/().")
    if len(behind) < _LEAST_NAME:
        return False
    return any(
        "controller" in unit.topics and behind in context.notice.words(unit) and any(
            other.facts & {"email", "phone"} for other in context.notice.units if other.section == unit.section
        )
        for unit in context.notice.units if unit is not named
    )


def _reached_elsewhere(context: Context, name: str, named: Unit) -> bool:
    units = context.notice.units
    for person in context.notice.facts.people:
        if person.name != name or named.start <= person.start < named.end:
            continue
        unit = context.unit_at(person.start)
        if unit is None:
            continue
        number = number_of(context, unit)
        near = [u for u in units[number : number + 5] if u.section == unit.section]
        if any(u.facts & {"email", "phone", "address"} for u in near):
            return True
    return False
