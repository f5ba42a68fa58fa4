"""EU acts that privacy notices cite: official number, names, whether they hold today.

Source: a register kept by hand, of the date in `eu_acts.json`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, Literal, cast

import msgspec

from rekisterilint.data.folding import fold
from rekisterilint.data.name_forms import stem_key
from rekisterilint.data.resources import load
from rekisterilint.data.statutes import Confidence
from rekisterilint.lazy_patterns import lazy_pattern

_FILE: Final = "eu_acts.json"
_NUMBER: Final = lazy_pattern(r"(?<!\d)(\d{1,4})\s*/\s*(\d{1,4})(?!\d)")
_EARLIEST: Final = 1952  # the first year of the Communities' law
_LATEST: Final = 2100
_TWO_DIGIT_YEARS: Final = 1900

EuKind = Literal["regulation", "directive", "decision"]
EuStatus = Literal["in_force", "repealed", "invalidated"]


class EuAct(msgspec.Struct, frozen=True):
    """One act. `number` is the official one in its Finnish form, `(EU) 2016/679`, `95/46/EY`.

    `ended_on` is an ISO date or empty; `replaced_by` the official number of what holds today.
    """

    number: str
    kind: EuKind
    name_fi: str
    name_sv: str
    name_en: str
    status: EuStatus
    ended_on: str
    replaced_by: str
    note: str
    confidence: Confidence

    @property
    def is_in_force(self) -> bool:
        """Whether the act holds today."""
        return self.status == "in_force"


@cache
def all_acts() -> tuple[EuAct, ...]:
    """Every EU act of the register."""
    return tuple(_act(row) for row in load(_FILE)["acts"])


def normalised(number: str) -> str | None:
    """The number as year and running number, `2016/679`, whatever way it is written.

    Goes in: `(EU) 2016/679`, `EU 2016/679`, `95/46/EY`, `95/46/EG`, `N:o 910/2014`. Regulations
    before 2015 put the year last, all else first. None if there is no such number in the text.
    """
    found = _NUMBER.search(number)
    if found is None:
        return None
    first, second = found.groups()
    numbered = re.search(r"N:o|nr|No", number[: found.start()], re.IGNORECASE)
    year, running = (second, first) if numbered or not _is_year(first) else (first, second)
    if not _is_year(year):
        return None
    full = int(year) + (_TWO_DIGIT_YEARS if len(year) == 2 else 0)
    return f"{full}/{int(running)}"


def by_number(number: str) -> EuAct | None:
    """The act of this number in any of the forms that `normalised` reads, else None."""
    key = normalised(number)
    return _by_number().get(key) if key else None


def by_name(name: str) -> tuple[EuAct, ...]:
    """The acts that go by this name in Finnish (any case form), Swedish or English."""
    return _by_name().get(_name_key(name), ())


def _is_year(digits: str) -> bool:
    """Whether the digits can be a year: four from 1952, or two of the last century."""
    if len(digits) == len("95"):
        return int(digits) >= _EARLIEST - _TWO_DIGIT_YEARS
    return len(digits) == len("1995") and _EARLIEST <= int(digits) < _LATEST


def _name_key(name: str) -> str:
    return stem_key(name) or fold(name)


@cache
def _by_number() -> dict[str, EuAct]:
    return {key: act for act in all_acts() if (key := normalised(act.number))}


@cache
def _by_name() -> dict[str, tuple[EuAct, ...]]:
    index: dict[str, tuple[EuAct, ...]] = {}
    for act in all_acts():
        for key in {_name_key(name) for name in (act.name_fi, act.name_sv, act.name_en)}:
            index[key] = (*index.get(key, ()), act)
    return index


def _act(row: list[str]) -> EuAct:
    number, kind, name_fi, name_sv, name_en, status, ended_on, replaced_by, note, confidence = row
    return EuAct(
        number=number,
        kind=cast(EuKind, kind),
        name_fi=name_fi,
        name_sv=name_sv,
        name_en=name_en,
        status=cast(EuStatus, status),
        ended_on=ended_on,
        replaced_by=replaced_by,
        note=note,
        confidence=cast(Confidence, confidence),
    )
