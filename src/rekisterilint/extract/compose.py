"""A description put together from what a notice says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rekisterilint.checks import Context
from rekisterilint.extract.contacts import CHANNELS, channels, organisation, person
from rekisterilint.extract.evidence import (
    FIELD_OF_ELEMENT,
    FIELD_OF_SIGNAL,
    giving_units,
    is_given,
    is_stated,
)
from rekisterilint.extract.fields import (
    READERS,
    RIGHTS,
    purposes,
    rights,
    set_forms,
    text_field,
    typed_periods,
)
from rekisterilint.extract.lines import Line, lines_of, set_sentence
from rekisterilint.extract.node import Node, mapping
from rekisterilint.extract.passages import Passages, passages
from rekisterilint.facts.identifiers import mask_identity_codes
from rekisterilint.findings import Span
from rekisterilint.notice.model import Unit
from rekisterilint.organisation.names import controller_names
from rekisterilint.text import BlockKind

FIELDS = (
    "name", "language", "date", "controller", "joint_controllers", "representative",
    "contact_person", "dpo", "purposes", "legitimate_interest", "data_categories",
    "special_categories", "data_subjects", "sources", "recipients", "processors", "transfers",
    "retention", "rights", "consent_withdrawal", "complaint", "provision",
    "automated_decisions", "security",
)  # fmt: skip
_WITHOUT_ELEMENT = ("data_subjects", "security", "processors")
_RENDERED = 8  # headings of the description's own that tell a notice rendered from one
_CHANNEL = 4  # lines behind a name in which its phone and e-mail stand
_BESIDE_NAME = 24  # characters: a short name in brackets, a unit
_BELOW_LABEL = 3  # units from a label to the date below it
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NO = re.compile(r"\b(?:ei|eikä|inte|ingen|något|no|not)\b", re.IGNORECASE)


def compose(context: Context) -> dict[str, Node]:
    """The fields of the description of one notice, in the order of the schema."""
    composer = _Composer(context)
    found = composer.fields()
    return {name: found[name] for name in FIELDS if found.get(name) is not None}


class _Composer:
    def __init__(self, context: Context) -> None:
        self._context = context
        self._notice = context.notice
        self._passages: Passages = passages(context.notice)
        # Under its own headings each sentence is already in its field.
        self._is_rendered = len(self._passages.exact) >= _RENDERED

    def fields(self) -> dict[str, Node]:
        """All fields that the notice gives."""
        found: dict[str, Node | None] = {
            "name": self._name(),
            "language": Node(self._notice.language),
            "date": self._date(),
            "controller": self._controller(),
            "joint_controllers": self._joint(),
            "representative": self._representative(),
            "contact_person": self._person("contact_person"),
            "dpo": self._dpo(),
            "purposes": self._purposes(),
            "special_categories": self._special(),
            "transfers": self._transfers(),
            "rights": self._rights(),
        }
        for name, read in READERS.items():
            if name not in found:
                found[name] = read(self._lines(name))
        if not self._is_rendered:
            found["retention"] = typed_periods(found["retention"])
        return {name: node for name, node in found.items() if node is not None}

    # Which sentences belong to a field

    def _elements(self, field: str) -> list[str]:
        return [key for key, owner in FIELD_OF_ELEMENT.items() if owner == field]

    def _units(self, field: str) -> list[Unit]:
        """The units of a field, what states its elements elsewhere included; none if it is missing."""
        own = list(self._passages.units(field))
        if self._is_rendered:
            return own
        elements = self._elements(field)
        given = [key for key in elements if is_given(self._context, key)]
        if field == "rights":
            given = [key for key in elements if giving_units(self._context, key)]
        if field in self._passages.exact or field in _WITHOUT_ELEMENT:
            if field in _WITHOUT_ELEMENT:
                return own
        elif not given:
            return []
        for key in given:
            units = giving_units(self._context, key)
            if not any(unit in own for unit in units):
                own += units
        for signal, owner in FIELD_OF_SIGNAL.items():
            told = self._context.signal_units(signal) if owner == field else []
            if told and not any(unit in own for unit in told):
                own += told[:1]
        return sorted(set(own), key=lambda unit: unit.start)

    def _lines(self, field: str) -> list[Line]:
        return lines_of(self._notice, self._units(field))

    def _with_channel(self, units: Iterable[Unit]) -> list[Unit]:
        """The units and the lines behind them, up to the next heading."""
        found: list[Unit] = []
        for unit in units:
            number = self._notice.units.index(unit)
            for near in self._notice.units[number : number + 1 + _CHANNEL]:
                if near.section != unit.section or (near.kind is BlockKind.HEADING and near != unit):
                    break
                found.append(near)
        return found

    # Fields

    def _name(self) -> Node:
        first = next((s.heading for s in self._notice.sections if s.heading is not None), None)
        if first is not None and self._is_rendered:
            # The title is the heading before them, whatever it says.
            words = self._notice.text.content[first.start : first.end]
            return Node(" ".join(mask_identity_codes(words).split()), (Span(first.start, first.end),))
        title = " ".join(mask_identity_codes(self._notice.title).split())
        for section in self._notice.sections:
            heading = section.heading
            if heading is not None:
                words = self._notice.text.content[heading.start : heading.end]
                if " ".join(words.split()) == title:
                    return Node(title, (Span(heading.start, heading.end),))
        return Node(title or {"fi": "Tietosuojaseloste", "sv": "Dataskyddsbeskrivning"}.get(
            self._notice.language, "Privacy notice"))

    def _date(self) -> Node | None:
        found: list[tuple[int, Node]] = []
        stating = giving_units(self._context, "date")
        units = (*self._passages.units("date"), *stating)
        for unit in (*units, *self._with_channel(stating)[:_BELOW_LABEL]):
            for date in self._notice.facts.dates:
                if unit.start <= date.start < unit.end:
                    year, *rest = date.iso.split("-")
                    words = f"{int(rest[0])}/{year}" if len(rest) == 1 else date.iso
                    found.append((len(date.iso), Node(words, (Span(unit.start, unit.end),))))
        if found:
            # The most exact, of several the first.
            return max(found, key=lambda pair: pair[0])[1]
        years = ((unit, _YEAR.search(self._notice.words(unit))) for unit in units)
        return next((Node(year.group(), (Span(u.start, u.end),)) for u, year in years if year), None)

    def _controller(self) -> Node | None:
        if not is_given(self._context, "controller") and not is_given(self._context, "controller_contact"):
            return None
        units = self._passages.units("controller")
        stating = giving_units(self._context, "controller")
        if not units:
            units = tuple(self._with_channel(stating or giving_units(self._context, "controller_contact")))
        lines = lines_of(self._notice, units)
        told = [(line, set_sentence(line, "controller")) for line in lines]
        spoken = {line.span for line, truth in told if truth}
        units = tuple(u for u in units if Span(u.start, u.end) not in spoken)
        node = organisation(self._notice, units, stating)
        public = next((Node(truth[1], (line.span,)) for line, truth in told if truth), None)
        if node is None or not isinstance(node.value, dict):
            return node
        entries = dict(node.value)
        if not self._is_rendered:
            entries["name"] = self._controller_name(entries["name"])
        if not is_given(self._context, "controller") and not self._is_rendered:
            # The schema asks for a name: one left empty states nothing.
            entries["name"] = Node("")
        if is_given(self._context, "controller_contact") and not set(entries) & set(CHANNELS):
            stating = giving_units(self._context, "controller_contact")
            entries |= channels(self._notice, stating) or channels(self._notice, self._with_channel(stating))
        if public is not None:
            entries["public"] = public
        return Node(entries)

    def _controller_name(self, drawn: Node) -> Node:
        """The name that the sentences on the controller give, where a line says more or something else."""
        named = next(controller_names(self._context), None)
        if named is None:
            return drawn
        start, end, name, _ = named
        words = str(drawn.value)
        if name in words and len(words) <= len(name) + _BESIDE_NAME:
            return drawn
        return Node(" ".join(name.split()), (Span(start, end),))

    def _joint(self) -> Node | None:
        if "joint_controllers" not in self._passages.exact:
            return None
        blocks: dict[int, list[Unit]] = {}
        for unit in self._passages.units("joint_controllers"):
            blocks.setdefault(unit.block, []).append(unit)
        named, rest = [], []
        for units in blocks.values():
            if self._notice.words(units[0]).rstrip().endswith("."):
                rest += units
            elif (node := organisation(self._notice, units)) is not None:
                named.append(node)
        arrangement = text_field(lines_of(self._notice, rest))
        return mapping({"controllers": Node(tuple(named)), "arrangement": arrangement}) if named else None

    def _representative(self) -> Node | None:
        return organisation(self._notice, self._passages.units("representative"))

    def _person(self, field: str) -> Node | None:
        if not is_given(self._context, field):
            return None
        units: Sequence[Unit] = self._passages.units(field)
        stating = giving_units(self._context, field)
        node = person(self._notice, units) if units else None
        if node is not None and not self._is_rendered and not _named(node):
            node = person(self._notice, [*stating, *(unit for unit in units if unit not in stating)])
        if node is None:
            node = person(self._notice, self._with_channel(stating))
        if node is not None:
            return node
        line = next(iter(lines_of(self._notice, stating)), None)
        return Node({"role": line.node}) if line else None

    def _dpo(self) -> Node | None:
        lines = lines_of(self._notice, self._passages.units("dpo"))
        appointed = next(
            (Node(told[1], (line.span,)) for line in lines if (told := set_sentence(line, "dpo"))), None
        )
        node = self._person("dpo") if len(lines) != 1 or appointed is None else None
        if appointed is not None:
            held = node.value if node is not None and isinstance(node.value, dict) else {}
            kept = {
                key: item
                for key, item in held.items()
                if not set(item.spans) & set(appointed.spans)
            }
            return Node({"appointed": appointed, **kept})
        if node is None or not isinstance(node.value, dict):
            return node
        told_off = [
            line for line in lines_of(self._notice, giving_units(self._context, "dpo"))
            if _NO.search(line.words)
        ]
        if told_off and not set(node.value) & {"phone", "email", "address", "url"}:
            return Node({"appointed": Node(False, (told_off[0].span,))})
        return node

    def _purposes(self) -> Node | None:
        node = purposes(self._lines("purposes"), sorted(self._context.situation.grounds))
        if self._is_rendered or node is None or not isinstance(node.value, tuple):
            return node
        first, statutes = node.value[0], self._statutes()
        if not statutes or not isinstance(first.value, dict) or "statutes" in first.value:
            return node
        return Node((Node({**first.value, "statutes": Node(statutes)}), *node.value[1:]))

    def _statutes(self) -> tuple[Node, ...]:
        """The national statutes cited for the purposes, each once, as the notice writes them."""
        content = self._notice.text.content
        found: dict[str, Node] = {}
        for unit in self._units("purposes"):
            for citation in self._notice.facts.citations:
                if not unit.start <= citation.start < unit.end or citation.eu:
                    continue
                start = min(citation.start, citation.name_start) if citation.name else citation.start
                end = max(citation.end, citation.name_end)
                words = " ".join(content[start:end].split())
                if citation.number and words.count("(") > words.count(")"):
                    words, end = f"{words})", end + 1
                found.setdefault(citation.number or words.casefold(), Node(words, (Span(start, end),)))
        return tuple(found.values())

    def _special(self) -> Node | None:
        if "special_categories" in self._passages.exact:
            return READERS["special_categories"](self._lines("special_categories"))
        if not giving_units(self._context, "special_category_basis"):
            return None
        basis = lines_of(self._notice, giving_units(self._context, "special_category_basis"))
        kinds = lines_of(self._notice, self._context.signal_units("special-categories"))
        return mapping({"categories": text_field(kinds or basis), "basis": text_field(basis)})

    def _transfers(self) -> Node | None:
        lines = self._lines("transfers")
        node = READERS["transfers"](lines)
        stated = is_stated(self._context, "transfer_safeguards")
        if node is None or isinstance(node.value, dict) or not stated:
            return node
        safe = giving_units(self._context, "transfer_safeguards")
        held = {(unit.start, unit.end) for unit in safe}
        others = [unit for unit in self._units("transfers") if (unit.start, unit.end) not in held]
        return mapping({
            "outside_eea": Node(True),
            "countries": text_field(lines_of(self._notice, others)),
            "safeguards": text_field(lines_of(self._notice, safe)),
        })

    def _rights(self) -> Node | None:
        own = self._units("rights")
        if self._is_rendered:
            return rights(lines_of(self._notice, own), {})
        stated: dict[str, Sequence[Line]] = {}
        used: set[Unit] = set()
        for right in RIGHTS:
            if self._context.evidence.of("element", f"right_{right}", "stated"):
                units = giving_units(self._context, f"right_{right}")
                stated[right] = lines_of(self._notice, units)
                used.update(units)
        lines = lines_of(self._notice, own)
        if set_forms(lines):
            return rights(lines, stated)
        return rights(lines_of(self._notice, [unit for unit in own if unit not in used]), stated)


def _named(node: Node) -> bool:
    return isinstance(node.value, dict) and bool(set(node.value) & {"name", "role", "unit"})
