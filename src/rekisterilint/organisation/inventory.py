"""A notice as a row of a table: the start of a record of processing activities (Article 30)."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from rekisterilint.compare.report import ground_name
from rekisterilint.elements.keys import ELEMENT_KEYS
from rekisterilint.organisation.record import NoticeRecord
from rekisterilint.reports.wording import ELEMENT_NAMES, word

_COLUMNS: Mapping[str, Sequence[str]] = {
    "fi": ("rekisteri", "rekisterinpitäjä", "yksikkö", "yhteys", "käsittelyn tarkoitus", "oikeusperuste", "henkilötiedot",
           "säilytysaika", "vastaanottajat", "siirrot EU:n/ETA:n ulkopuolelle", "päiväys", "kieli", "tiedosto"),
    "sv": ("register", "personuppgiftsansvarig", "enhet", "kontakt", "ändamål", "rättslig grund", "uppgifter",
           "lagringstid", "mottagare", "överföringar utanför EU/EES", "datum", "språk", "fil"),
    "en": ("register", "controller", "unit", "contact", "purposes", "legal basis", "data", "retention", "recipients",
           "transfers outside the EU/EEA", "date", "language", "file"),
}  # fmt: skip
_MOST_SENTENCES, _LONGEST = 40, 2000


def inventory_columns(language: str) -> list[str]:
    """The heads of the table: what is said, then one for the status of each element."""
    statuses = [ELEMENT_NAMES[key][language] for key in ELEMENT_KEYS]
    return [*_COLUMNS[language], *(f"{number}. {name}" for number, name in enumerate(statuses, 1))]


def inventory_row(record: NoticeRecord, language: str) -> list[str]:
    """The row of one notice, in the order of `inventory_columns`; words as the notice has them."""
    return [
        record.title,
        _first(record, "name"),
        _first(record, "unit"),
        _contact(record),
        _said(record, "purposes"),
        ", ".join(ground_name(letter, language) for letter in sorted(record.values("ground"))),
        _said(record, "data_categories"),
        _said(record, "retention"),
        _said(record, "recipients"),
        _said(record, "transfers"),
        record.date,
        record.language,
        record.path,
        *(word(record.status(key), language) for key in ELEMENT_KEYS),
    ]


def _first(record: NoticeRecord, kind: str) -> str:
    return next((_line(detail.written) for detail in record.of(kind)), "")


def _contact(record: NoticeRecord) -> str:
    """Who answers questions: what is evidence of a contact person, then the ways to reach one."""
    # The officer and the controller are evidence of a contact, too, but have their own columns.
    kinds = ("dpo-name", "dpo-email", "dpo-phone", "postal-code", "business-id")
    others = {detail.line for detail in record.details if detail.kind in kinds}
    others |= {s.line for s in record.statements if s.element == "controller"}
    said = _said(record, "contact_person", others)
    ways = [_line(detail.written) for kind in ("email", "phone") for detail in record.of(kind)]
    return "; ".join([part for part in (said, *(way for way in dict.fromkeys(ways) if way not in said)) if part][:6])


def _said(record: NoticeRecord, element: str, without: Collection[int] = ()) -> str:
    """The sentences on an element, but not those of some lines."""
    sentences = [
        _line(s.text) for s in record.statements if s.element == element and s.line not in without
    ]
    words = "; ".join(dict.fromkeys(sentences[:_MOST_SENTENCES]))
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


def _line(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()
