"""Finnish statutes that privacy notices cite: number, names, whether they are in force.

Source: a register kept by hand, of the date in `statutes.json`; each fact has a confidence. It
holds about a thousand of the tens of thousands of Finnish statutes, so that a number it lacks
tells nothing.
"""

from __future__ import annotations

from functools import cache
from typing import Final, Literal, cast

import msgspec

from rekisterilint.data.resources import load

_FILE: Final = "statutes.json"

# No year's collection of Finnish statutes has reached it; the fullest ones, of the 1990s, hold
# about 1,800. A bound that is surely true beats a tight one: above it is an error (LAW401).
_NEVER_REACHED: Final = 2000

Status = Literal["in_force", "repealed", "unknown"]
Confidence = Literal["high", "medium", "low"]


class Statute(msgspec.Struct, frozen=True):
    """One statute. Match it on name and number together: an old and a new act often share a name.

    `names_fi` and `names_sv` are the common and former names and abbreviations, without the
    titles. `repealed_on` is an ISO date or empty; `repealed_by` are the numbers of the acts that
    stand in its place today, several if it was split, none if nothing followed.
    """

    number: str
    title_fi: str
    title_sv: str
    names_fi: tuple[str, ...]
    names_sv: tuple[str, ...]
    status: Status
    repealed_on: str
    repealed_by: tuple[str, ...]
    confidence: Confidence
    note: str

    @property
    def names(self) -> tuple[str, ...]:
        """The common names in both languages, Finnish first."""
        return self.names_fi + self.names_sv

    @property
    def year(self) -> int:
        """The year of the statute's number."""
        return int(self.number.rpartition("/")[2])

    @property
    def is_settled(self) -> bool:
        """Whether its status is known well enough to rest a finding on."""
        return self.status != "unknown" and self.confidence != "low"


@cache
def all_statutes() -> tuple[Statute, ...]:
    """Every statute of the register, oldest first."""
    return tuple(map(statute_at, range(len(_rows()))))


@cache
def statute_at(position: int) -> Statute:
    """The statute at this position of `all_statutes()`, without reading the others."""
    number, title_fi, title_sv, names_fi, names_sv, status, on, by, confidence, note = _rows()[
        position
    ]
    return Statute(
        number=number,
        title_fi=title_fi,
        title_sv=title_sv,
        names_fi=_parts(names_fi),
        names_sv=_parts(names_sv),
        status=cast(Status, status),
        repealed_on=on,
        repealed_by=_parts(by),
        confidence=cast(Confidence, confidence),
        note=note,
    )


def by_number(number: str) -> tuple[Statute, ...]:
    """The statutes of this number, `1050/2018`; none if the register lacks it."""
    return tuple(map(statute_at, _positions_by_number().get(number, ())))


def by_name(folded_name: str) -> tuple[Statute, ...]:
    """The statutes that go by this name in the nominative, folded with `folding.fold`.

    Titles and common names in both languages count. Old and current acts often share one.
    """
    return tuple(map(statute_at, _positions_by_name().get(folded_name, ())))


def numbers_complete_for(year: int) -> bool:
    """Whether the register holds every statute of that year, so that an unknown number is wrong.

    As the data say; today they say so of no year.
    """
    return year in load(_FILE)["complete_years"]


def is_beyond(number: int, year: int) -> bool:
    """Whether no statute of that year can have that running number."""
    # Most numbers are far below, and need no look at the register.
    return number > _NEVER_REACHED and number > _highest_known().get(year, 0)


def _rows() -> list[list[str]]:
    rows: list[list[str]] = load(_FILE)["statutes"]
    return rows


def _parts(joined: str) -> tuple[str, ...]:
    return tuple(joined.split(";")) if joined else ()


@cache
def _positions_by_number() -> dict[str, tuple[int, ...]]:
    index: dict[str, tuple[int, ...]] = {}
    for position, (number, *_) in enumerate(_rows()):
        index[number] = (*index.get(number, ()), position)
    return index


@cache
def _positions_by_name() -> dict[str, tuple[int, ...]]:
    index: dict[str, tuple[int, ...]] = {}
    for position, (_, title_fi, title_sv, names_fi, names_sv, *_) in enumerate(_rows()):
        # The register holds tidy names: lower case is all that `fold` would do to them.
        names = f"{title_fi};{title_sv};{names_fi};{names_sv}".casefold().split(";")
        for name in set(names) - {""}:
            index[name] = (*index.get(name, ()), position)
    return index


@cache
def _highest_known() -> dict[int, int]:
    highest: dict[int, int] = {}
    for number, *_ in _rows():
        running, _, year = number.partition("/")
        highest[int(year)] = max(int(running), highest.get(int(year), 0))
    return highest
