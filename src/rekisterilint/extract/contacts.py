"""Organisations, people and addresses of contact blocks as typed fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from rekisterilint.extract.node import Node, mapping
from rekisterilint.extract.passages import words_of
from rekisterilint.facts.labels import read_field
from rekisterilint.facts.model import Address
from rekisterilint.findings import Span
from rekisterilint.notice.model import Notice, Unit
from rekisterilint.organisation.names import is_organisation
from rekisterilint.readers.register.words import LABELS
from rekisterilint.text import BlockKind

_KINDS: Mapping[str, str] = {"title": "role", "id": "business_id", "web": "url"}
_BOX = re.compile(r"(?:PL|PB|P\.? ?O\.? ?Box|Postbox|Postilokero)\s*\d+", re.IGNORECASE)
_CODE = re.compile(r"(\d{5})\s+(\S.*)")
_ADDRESS_LINE = re.compile(r"(?:PL|PB|P\.? ?O\.? ?Box)\s*\d+|\S.*\s\d{1,4}(?:[ -]?[A-Za-z])?(?:[ ,].*)?\Z", re.IGNORECASE)
CHANNELS = ("address", "phone", "email", "url")
_OWN_LABELS = ("name", "business_id", "address", "phone", "email", "url", "role", "unit")
_LONGEST_NAME = 90
_MOST_WORDS = 9
# Words of sentences: "Pyynnöt voi lähettää osoitteeseen" is no unit.
_SPEAKS = re.compile(r"\b(?:voit?|voi|ota|otta\w+|kan|kontakta|can|may|please|you|osoitteeseen|till adressen)\b", re.IGNORECASE)
_LABEL_WORD = re.compile(
    r"rekisterinpitäj\w*|personuppgiftsansvarig\w*|registeransvarig\w*|registerförar\w*|controller\w*|omistaja|edustaja\w*|representant\w*|"
    r"representative|yhteys\w*|yhdyshenkilö\w*|vastuu\w*|lisätie\w*|kontakt\w*|contact|ansvarig|tietosuoja\w*|dataskydd\w*|data|protection|officer|"
    r"muut|rekisteri\w*|registe[rt]\w*|person|details|information|mer|ytterligare|further|more|tieto|tiedot|sisältö|asioissa|asioista|koskevi\w*|"
    r"ärenden|frågor|i|som|gäller|för|av|och|ja|sekä|and|of|the|for|in|nimi|namn|name|osoite|adress|address|tmi",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"\s*(?:,|;|\s\|\s|\s/\s)\s*")


@dataclass(slots=True)
class Details:
    """What a contact block says, the first of each kind; `lines` are words that are none of it."""

    found: dict[str, Node] = field(default_factory=dict)
    lines: list[Node] = field(default_factory=list)

    def put(self, name: str, value: Node) -> None:
        """Keep a value if it is the first of its kind."""
        if value.value and name not in self.found:
            self.found[name] = value


@cache
def _labels() -> Mapping[str, str]:
    return {words.casefold(): name for name in _OWN_LABELS for words in LABELS[name].values()}


def details(notice: Notice, units: Iterable[Unit]) -> Details:
    """The details in `units`, in their order."""
    found = Details()
    for unit in units:
        if unit.kind is BlockKind.HEADING and not unit.facts:
            continue
        for words, span in _lines(notice, unit):
            _take_line(notice, words, span, found)
    return found


def _lines(notice: Notice, unit: Unit) -> Iterator[tuple[str, Span]]:
    start = unit.start
    for line in notice.words(unit).split("\n"):
        yield " ".join(line.split()), Span(start, start + len(line))
        start += len(line) + 1


def _take_line(notice: Notice, words: str, span: Span, found: Details) -> None:
    label, _, value = words.partition(":")
    name = _labels().get(label.strip().casefold(), "")
    value = value.strip()
    if not name:
        labelled = read_field(words)
        if labelled is not None:
            name = _KINDS.get(labelled.kind, labelled.kind)
            value = labelled.value
    address = _address_of(value, span) if name == "address" else None
    if address is not None and isinstance(address.value, dict):
        found.put("address", address)
    typed = _facts(notice, span, found)
    if address is not None:
        found.put("address", address)
    elif name in ("name", "role", "unit") and value:
        found.put(name, Node(value, (span,)))
    elif name == "url" and "url" not in found.found:
        found.put("url", Node(value, (span,)))
    elif name == "group" and value and not typed:
        found.lines.append(Node(value, (span,)))
    elif not name and words:
        rest = _rest(notice, words, span)
        if rest:
            found.lines.append(Node(rest, (span,)))


def _facts(notice: Notice, span: Span, found: Details) -> bool:
    """Put the facts of a line; whether there are any."""
    facts = notice.facts
    kinds: Sequence[tuple[str, Iterable[tuple[int, str]]]] = (
        ("email", ((mail.start, mail.written) for mail in facts.emails)),
        ("phone", ((phone.start, phone.written) for phone in facts.phones)),
        ("url", ((url.start, url.written) for url in facts.urls)),
        ("business_id", ((number.start, number.number) for number in facts.business_ids)),
        ("person", ((person.start, person.name) for person in facts.people)),
    )
    any_found = False
    for name, held in kinds:
        for start, written in held:
            if span.start <= start < span.end:
                found.put(name, Node(" ".join(written.split()), (span,)))
                any_found = True
    for address in facts.addresses:
        if span.start <= address.start < span.end:
            found.put("address", _typed_address(address, notice))
            any_found = True
    return any_found


def _rest(notice: Notice, words: str, span: Span) -> str:
    """What a line says beside its facts: a name or a role; empty for street lines."""
    content = notice.text.content
    facts = notice.facts
    marks = [
        (fact.start, fact.end)
        for held in (facts.emails, facts.phones, facts.urls, facts.business_ids, facts.people)
        for fact in held
        if span.start <= fact.start < span.end
    ]
    for address in facts.addresses:
        if span.start <= address.line_start < span.end or span.start <= address.start < span.end:
            marks.append((max(address.line_start, span.start), min(address.end, span.end)))
    if not marks:
        return "" if _ADDRESS_LINE.match(words) else words
    left = content[span.start : min(start for start, _ in marks)]
    parts = [part for part in _SEPARATORS.split(left) if part.strip(" :(-–")]
    parts = [part for part in parts if not read_field(f"{part.strip(' :(')}: x")]
    return " ".join(", ".join(parts).split()).strip(" :(-–.")


def _typed_address(address: Address, notice: Notice) -> Node:
    span = Span(min(address.line_start, address.start), address.end)
    box = address.box.strip()
    if box.isdigit():
        box = f"{'PB' if notice.language == 'sv' else 'PL'} {box}"
    parts = {
        "street": address.street, "po_box": box,
        "postal_code": address.code, "town": address.town,
    }  # fmt: skip
    return Node({name: Node(" ".join(value.split())) for name, value in parts.items() if value.strip()}, (span,))


def _address_of(value: str, span: Span) -> Node:
    """An address in one line in parts; as one text if it has others."""
    parts: dict[str, Node] = {}
    for part in (part.strip() for part in value.split(",")):
        coded = _CODE.fullmatch(part)
        if coded and "postal_code" not in parts:
            parts["postal_code"], parts["town"] = Node(coded.group(1)), Node(coded.group(2))
        elif _BOX.fullmatch(part) and "postal_code" not in parts:
            parts["po_box"] = Node(part)
        elif "postal_code" in parts and "country" not in parts:
            parts["country"] = Node(part)
        elif "street" not in parts and "po_box" not in parts and part:
            parts["street"] = Node(part)
        else:
            return Node(value, (span,))
    if "postal_code" not in parts:
        return Node(value, (span,))
    order = ("street", "po_box", "postal_code", "town", "country")
    return Node({name: parts[name] for name in order if name in parts}, (span,))


def _is_name(words: str) -> bool:
    return _is_short(words) and not _is_label(words)


def _is_short(words: str) -> bool:
    if words.endswith((".", ":", "?", "!")) and not words.endswith("r.y."):
        return False
    return 1 < len(words) <= _LONGEST_NAME


def _is_label(words: str) -> bool:
    """Whether words only say what stands below or beside them."""
    return all(_LABEL_WORD.fullmatch(word) for word in re.findall(r"[^\W\d_]+", words))


def _is_role(words: str) -> bool:
    return _is_name(words) and len(words.split()) <= _MOST_WORDS and not _SPEAKS.search(words)


def organisation(notice: Notice, units: Sequence[Unit], fallback: Sequence[Unit] = ()) -> Node | None:
    """The name and contact details of an organisation; `fallback` names it where no line does."""
    known = details(notice, units)
    names = [line for line in known.lines if _is_name(str(line.value))] or known.lines
    name = known.found.get("name") or (names[0] if names else None)
    if name is None and fallback:
        name = Node(
            " ".join(words_of(notice, unit) for unit in fallback),
            (Span(fallback[0].start, fallback[-1].end),),
        )
    if name is None:
        return None
    kept = ("business_id", *CHANNELS)
    return mapping({"name": name, **{key: known.found.get(key) for key in kept}})


def person(notice: Notice, units: Sequence[Unit]) -> Node | None:
    """A person, role or unit with the ways to reach it."""
    known = details(notice, units)
    found = known.found
    name = found.get("name") or found.get("person")
    lines = [line for line in known.lines if _is_role(str(line.value))]
    role, unit = found.get("role"), found.get("unit")
    if name is not None:
        behind = [line for line in lines if line.spans[0].start >= name.spans[0].start]
        before = [line for line in lines if line not in behind]
        role = role or (behind[0] if behind else None)
        unit = unit or (before[0] if before else None)
    # A label is better than nothing: whoever it is has a phone or an address.
    lines = lines or [line for line in known.lines if _is_short(str(line.value)) and _is_label(str(line.value))]
    if name is None and lines and role is None and unit is None:
        unit, role = lines[0], lines[1] if len(lines) > 1 else None
    if role is not None and unit is None and is_organisation(str(role.value)):
        unit, role = role, None
    kept = {key: found.get(key) for key in CHANNELS}
    return mapping({"name": name, "role": role, "unit": unit, **kept})


def channels(notice: Notice, units: Sequence[Unit]) -> dict[str, Node]:
    """Address, phone, e-mail and web address in `units`."""
    found = details(notice, units).found
    return {key: found[key] for key in CHANNELS if key in found}
