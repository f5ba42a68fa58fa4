"""Two versions of a notice, element by element."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rekisterilint.compare.sentences import (
    Pair,
    pair_sentences,
    parts_changed,
    plain,
    said_in_both,
)
from rekisterilint.elements.keys import ELEMENT_KEYS, RIGHTS
from rekisterilint.organisation.periods import find_periods
from rekisterilint.organisation.record import Detail, NoticeRecord, Statement

# What kinds of change there are: see docs/comparing.md.
KINDS = (
    "lost", "gained", "ground-added", "ground-removed", "longer", "shorter", "added", "removed", "changed", "detail",
)  # fmt: skip

_BY_SENTENCE = (
    "purposes", "legal_basis", "legitimate_interest", "recipients", "transfers", "transfer_safeguards", "retention",
    "data_categories", "source", "special_category_basis", "automated_decisions", "provision_obligation",
)  # fmt: skip
_BY_DETAIL = (
    ("controller", "name"), ("controller", "business-id"), ("controller_contact", "switchboard"),
    ("controller_contact", "registry-email"), ("controller_contact", "postal-code"), ("dpo", "dpo-name"),
    ("dpo", "dpo-email"), ("dpo", "dpo-phone"), ("contact_person", "email"), ("contact_person", "phone"),
)  # fmt: skip
# Changes of substance, which data subjects are to be told of (WP260 rev.01, paragraphs 29-31;
# GDPR 13(3) and 14(4) where the purpose is new).
_MATERIAL = {
    "lost": {*RIGHTS, "complaint", "consent_withdrawal", "controller", "dpo", "purposes", "recipients", "retention"},
    "gained": {"transfer_safeguards", "automated_decisions", "special_category_basis"},
    "added": {"purposes", "recipients", "transfers", "data_categories", "source", "automated_decisions"},
    "changed": {"purposes", "recipients", "transfers", "automated_decisions"},
    "longer": {"retention"}, "ground-added": {"legal_basis"}, "ground-removed": {"legal_basis"}, "detail": {"controller", "dpo"},
}  # fmt: skip
_NUMBERS = frozenset({"switchboard", "dpo-phone", "phone", "business-id"})
_LEAST_DIGITS = 6
_STATED = frozenset({"stated", "partial"})


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `old` and `new` are the words of either version, empty where there are none.

    `detail` is the kind of a changed detail, else empty. `parts_added` and `parts_removed` are
    what came into or left an enumeration. Lines count from 1, 0 stands for none.
    """

    element: str
    kind: str
    old: str = ""
    new: str = ""
    old_line: int = 0
    new_line: int = 0
    detail: str = ""
    parts_added: tuple[str, ...] = ()
    parts_removed: tuple[str, ...] = ()

    @property
    def material(self) -> bool:
        """Whether data subjects are to be told, as far as a tool can say."""
        if self.kind == "changed" and self.parts_added:
            return self.element in _MATERIAL["added"]
        return self.element in _MATERIAL.get(self.kind, ())


def find_changes(old: NoticeRecord, new: NoticeRecord) -> list[Change]:
    """What changed from `old` to `new` (both with statements), in the order of the elements."""
    changes = [
        *_statuses(old, new), *_grounds(old, new), *_sentences(old, new), *_details(old, new),
    ]  # fmt: skip
    order = {key: number for number, key in enumerate(ELEMENT_KEYS)}
    return sorted(changes, key=lambda change: (order[change.element], KINDS.index(change.kind), change.new_line))


def _statuses(old: NoticeRecord, new: NoticeRecord) -> Iterator[Change]:
    """Elements that one version states and the other does not."""
    for key in ELEMENT_KEYS:
        if key == "date":
            continue
        before, after = old.status(key), new.status(key)
        if before in _STATED and after in ("missing", "referred"):
            yield Change(key, "lost", _first(old, key).text, "", _first(old, key).line, 0)
        elif before in ("missing", "referred", "not_applicable") and after == "stated":
            # What became applicable by another change and is stated is news, too.
            yield Change(key, "gained", "", _first(new, key).text, 0, _first(new, key).line)


def _first(record: NoticeRecord, element: str) -> Statement:
    return next((s for s in record.statements if s.element == element), Statement(element, "", 0))


def _grounds(old: NoticeRecord, new: NoticeRecord) -> Iterator[Change]:
    before = {detail.value: detail for detail in old.of("ground")}
    after = {detail.value: detail for detail in new.of("ground")}
    for ground in sorted(after.keys() - before.keys()):
        yield Change("legal_basis", "ground-added", "", ground, 0, after[ground].line)
    for ground in sorted(before.keys() - after.keys()):
        yield Change("legal_basis", "ground-removed", ground, "", before[ground].line, 0)


def _sentences(old: NoticeRecord, new: NoticeRecord) -> Iterator[Change]:
    """Sentences on an element that came, went or changed; each is told once."""
    told: set[tuple[str, str]] = set()
    said_before, said_after = said_in_both(old.statements, new.statements)
    for element in _BY_SENTENCE:
        for pair in pair_sentences(_of(old, element), _of(new, element), said_before, said_after):
            if (pair.old_text, pair.new_text) in told:
                continue
            told.add((pair.old_text, pair.new_text))
            yield _sentence_change(element, pair)


def _of(record: NoticeRecord, element: str) -> list[Statement]:
    return [statement for statement in record.statements if statement.element == element]


def _sentence_change(element: str, pair: Pair) -> Change:
    places = (pair.old_text, pair.new_text, pair.old_line, pair.new_line)
    if not pair.old_text:
        return Change(element, "added", *places)
    if not pair.new_text:
        return Change(element, "removed", *places)
    if element == "retention":
        before, after = _months(pair.old_text), _months(pair.new_text)
        if before and after and before != after:
            kind = "longer" if max(after) > max(before) else "shorter" if max(after) < max(before) else "changed"
            return Change(element, kind, *places)
    added, removed = parts_changed(pair.old_text, pair.new_text)
    return Change(element, "changed", *places, "", added, removed)


def _months(words: str) -> list[float]:
    return sorted(months for _, _, months in find_periods(words))


def _details(old: NoticeRecord, new: NoticeRecord) -> Iterator[Change]:
    """Names, numbers and addresses: one change a kind, values gone against values that came."""
    for element, kind in _BY_DETAIL:
        before, after = _compared(old.of(kind)), _compared(new.of(kind))
        gone = [detail for key, detail in before.items() if key not in after]
        come = [detail for key, detail in after.items() if key not in before]
        if kind == "name":
            gone, come = (gone, come) if not before.keys() & after.keys() else ([], [])
        # What is only read as something else, in another format or place, has not changed.
        gone = [d for d in gone if come or not _still_said(d, new)]
        come = [d for d in come if gone or not _still_said(d, old)]
        if not gone and not come:
            continue
        yield Change(
            element, "detail", _written(gone), _written(come), gone[0].line if gone else 0,
            come[0].line if come else 0, kind,
        )  # fmt: skip


def _still_said(detail: Detail, record: NoticeRecord) -> bool:
    """Whether the words or the digits of a detail stand anywhere in a version."""
    words, digits = plain(detail.written), re.sub(r"\D", "", detail.value)
    by_digits = detail.kind in _NUMBERS and len(digits) >= _LEAST_DIGITS
    for statement in record.statements:
        if statement.element:
            continue
        if f" {words} " in f" {plain(statement.text)} ":
            return True
        if by_digits and digits.lstrip("0") in re.sub(r"\D", "", statement.text):
            return True
    return False


def _compared(details: Sequence[Detail]) -> dict[tuple[str, str], Detail]:
    keyed: dict[tuple[str, str], Detail] = {}
    for detail in details:
        keyed.setdefault((detail.key if detail.kind == "postal-code" else "", detail.value), detail)
    return keyed


def _written(details: Sequence[Detail]) -> str:
    return ", ".join(
        f"{detail.key.partition(',')[0]}: {detail.written}" if detail.kind == "postal-code" else re.sub(r"\s+", " ", detail.written)
        for detail in details
    )
