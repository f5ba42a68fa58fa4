"""Finnish statutes that privacy notices cite: number, names, whether they are in force.

Source: a register kept by hand, of the date in `statutes.json`; each fact has a confidence. It
holds about a thousand of the tens of thousands of Finnish statutes, so that a number it lacks
tells nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final, Literal, cast

from rekisterilint.data.folding import fold
from rekisterilint.data.resources import load

_FILE: Final = "statutes.json"

# No year's collection of Finnish statutes has reached it; the fullest ones, of the 1990s, hold
# about 1,800. A bound that is surely true beats a tight one: above it is an error (LAW401).
_NEVER_REACHED: Final = 2000

Status = Literal["in_force", "repealed", "unknown"]
Confidence = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Statute:
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
    return tuple(_statute(row) for row in load(_FILE)["statutes"])


def by_number(number: str) -> tuple[Statute, ...]:
    """The statutes of this number, `1050/2018`; none if the register lacks it."""
    return _by_number().get(number, ())


def by_name(folded_name: str) -> tuple[Statute, ...]:
    """The statutes that go by this name in the nominative, folded with `folding.fold`.

    Titles and common names in both languages count. Old and current acts often share one.
    """
    return _by_name().get(folded_name, ())


def numbers_complete_for(year: int) -> bool:
    """Whether the register holds every statute of that year, so that an unknown number is wrong.

    As the data say; today they say so of no year.
    """
    return year in load(_FILE)["complete_years"]


def highest_number(year: int) -> int:
    """A number that no statute of that year exceeds: a true upper bound, not the year's last one."""
    return max(_NEVER_REACHED, _highest_known().get(year, 0))


def _statute(row: list[str]) -> Statute:
    number, title_fi, title_sv, names_fi, names_sv, status, on, by, confidence, note = row
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


def _parts(joined: str) -> tuple[str, ...]:
    return tuple(joined.split(";")) if joined else ()


@cache
def _by_number() -> dict[str, tuple[Statute, ...]]:
    index: dict[str, tuple[Statute, ...]] = {}
    for statute in all_statutes():
        index[statute.number] = (*index.get(statute.number, ()), statute)
    return index


@cache
def _by_name() -> dict[str, tuple[Statute, ...]]:
    index: dict[str, tuple[Statute, ...]] = {}
    for statute in all_statutes():
        for name in {fold(n) for n in (statute.title_fi, statute.title_sv, *statute.names) if n}:
            index[name] = (*index.get(name, ()), statute)
    return index


@cache
def _highest_known() -> dict[int, int]:
    highest: dict[int, int] = {}
    for statute in all_statutes():
        number = int(statute.number.partition("/")[0])
        highest[statute.year] = max(number, highest.get(statute.year, 0))
    return highest
