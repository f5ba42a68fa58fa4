"""Finnish postal codes: post town, kind of code, municipality of the post office.

Source: Posti's file of postal codes, of the date in `postal_codes.json`. Names of towns are
compared in either language, without regard to case.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import Final

import msgspec

from rekisterilint.data.folding import fold
from rekisterilint.data.resources import load

_FILE: Final = "postal_codes.json"
_SUGGESTIONS: Final = 5
_FARTHEST: Final = 2  # digits that may differ before a code stops being a likely slip
_FEW: Final = 2  # a town with so few codes is suggested however far off the wrong one is

# Words behind a town's name that the file shortens.
_IN_FULL: Final = {"asema": "as", "kirkonkylä": "kk", "station": "st", "kyrkby": "kby"}


class CodeKind(StrEnum):
    """What a postal code stands for, in the terms of Posti's file."""

    STREET = "street"
    PO_BOX = "po_box"
    CORPORATE = "corporate"
    COLLECTIVE = "collective"
    REPLY = "reply"
    PARCEL = "parcel"
    PICKUP = "pickup"


_OF_A_TOWN: Final = frozenset({CodeKind.STREET, CodeKind.PO_BOX, CodeKind.COLLECTIVE})


class PostalCode(msgspec.Struct, frozen=True):
    """A code in use. `town` is the name that belongs behind it; of a corporate code the company's.

    The Swedish names equal the Finnish where the place has one name only. `abbreviations` are
    Posti's short forms of the town's name (Hki, Hfors).
    """

    code: str
    town_fi: str
    town_sv: str
    kind: CodeKind
    municipality_fi: str
    municipality_sv: str
    abbreviations: tuple[str, ...] = ()


@cache
def lookup(code: str) -> PostalCode | None:
    """The code of these five digits, or None if Posti has no such code."""
    document = load(_FILE)
    row = document["codes"].get(code)
    if row is None:
        return None
    kind, town, municipality = (int(number) for number in row.split())
    town_fi, town_sv, *abbreviations = _cells(document["towns"][town])
    municipality_fi, municipality_sv = _cells(document["municipalities"][municipality])
    return PostalCode(
        code=code,
        town_fi=town_fi,
        town_sv=town_sv,
        kind=CodeKind(document["kinds"][kind]),
        municipality_fi=municipality_fi,
        municipality_sv=municipality_sv,
        abbreviations=tuple(short for short in abbreviations if short),
    )


def codes_of_town(name: str) -> tuple[PostalCode, ...]:
    """The codes of the post town of this name, lowest first; none if there is no such town.

    Street, PO box and collective codes: those of companies and parcel lockers are left out.
    """
    return _found(_codes_by_town().get(fold(name), ()))


def codes_of_municipality(name: str) -> tuple[PostalCode, ...]:
    """The codes whose post office lies in the municipality of this name, lowest first."""
    return _found(_codes_by_municipality().get(fold(name), ()))


def municipality_towns(name: str) -> tuple[str, ...]:
    """The Finnish names of the post towns in a municipality, in alphabetical order."""
    return tuple(sorted({found.town_fi for found in codes_of_municipality(name)}))


def is_town(name: str) -> bool:
    """Whether a post town or a municipality goes by this name, in Finnish or Swedish."""
    folded = fold(name)
    return folded in _codes_by_town() or folded in _codes_by_municipality()


def accepts(code: str, town: str) -> bool:
    """Whether `town` may stand behind `code`.

    It may if it is the post town in either language, its official abbreviation, the municipality
    of the post office, or, behind a corporate code, the company's name. Never for unknown codes.
    """
    found = lookup(code)
    if found is None:
        return False
    written = _shortened(fold(town))
    names = (found.town_fi, found.town_sv, found.municipality_fi, found.municipality_sv)
    if written in {fold(name) for name in (*names, *found.abbreviations)}:
        return True
    if found.kind is not CodeKind.CORPORATE:
        return False
    # `00014 University of Helsinki`, `00076 Aalto-yliopisto`
    return any(re.search(rf"\b{re.escape(fold(name))}\b", written) for name in names)


def _shortened(name: str) -> str:
    """`perniö asema` as Posti's file has it: `perniö as`."""
    head, _, last = name.rpartition(" ")
    return f"{head} {_IN_FULL[last]}" if head and last in _IN_FULL else name


def nearest_codes(code: str, town: str, kind: CodeKind | None = None) -> tuple[str, ...]:
    """The codes of `town` that whoever wrote the wrong `code` most likely meant, best first.

    At most five, none more than two slips away unless the town has only one or two; nothing for
    a town that does not exist. `kind` narrows the search to street or PO box codes. Fewer slips
    come first, then swapped or dropped digits before wrong ones, then the lower code.
    """
    from rapidfuzz.distance import OSA, Levenshtein  # only when there is a slip to explain

    candidates = [
        found.code
        for found in codes_of_town(town) or codes_of_municipality(town)
        if kind is None or found.kind is kind
    ]
    ranked = []
    for candidate in candidates:
        slips = OSA.distance(code, candidate)
        swapped = Levenshtein.distance(code, candidate) > slips
        dropped = len(code) != len(candidate)
        ranked.append((slips, not (swapped or dropped), candidate))
    likely = [rank for rank in ranked if rank[0] <= _FARTHEST]
    if not likely and len(ranked) <= _FEW:
        likely = ranked
    return tuple(candidate for _, _, candidate in sorted(likely)[:_SUGGESTIONS])


def _cells(row: str) -> list[str]:
    """The cells of a table row; an empty second one repeats the first (one name, two languages)."""
    first, *rest = row.split("\t")
    second = rest[0] if rest and rest[0] else first
    return [first, second, *rest[1:]]


def _found(codes: tuple[str, ...]) -> tuple[PostalCode, ...]:
    return tuple(found for found in map(lookup, codes) if found)


def _codes_by_town() -> dict[str, tuple[str, ...]]:
    return _codes_by_name()[0]


def _codes_by_municipality() -> dict[str, tuple[str, ...]]:
    return _codes_by_name()[1]


@cache
def _codes_by_name() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """The codes of towns by the lower-case names of the towns, and of the municipalities."""
    document = load(_FILE)
    kinds = {str(document["kinds"].index(kind)) for kind in _OF_A_TOWN}
    of_town: dict[str, list[str]] = {}
    of_municipality: dict[str, list[str]] = {}
    for code, row in document["codes"].items():
        kind, town, municipality = row.split()
        if kind in kinds:
            of_town.setdefault(town, []).append(code)
            of_municipality.setdefault(municipality, []).append(code)
    return (
        _named(document["towns"], of_town),
        _named(document["municipalities"], of_municipality),
    )


def _named(table: list[str], codes_by_row: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    index: dict[str, tuple[str, ...]] = {}
    for number, codes in codes_by_row.items():
        # The tables hold tidy names: lower case is all that `fold` would do to them.
        for name in {name.casefold() for name in _cells(table[int(number)])[:2]}:
            known = index.get(name)
            index[name] = tuple(sorted((*known, *codes))) if known else tuple(codes)
    return index
