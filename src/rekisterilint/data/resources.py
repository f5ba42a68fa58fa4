"""Reading the reference data that ships in this package.

Every file is a JSON object that states its `source` and `date`; scripts in `tools/` rebuild it.
Nothing is read before it is asked for, and each file is read once.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final

import msgspec

FILES: Final = (
    "postal_codes.json",
    "town_forms.json",
    "statutes.json",
    "statute_names.json",
    "eu_acts.json",
    "gdpr_structure.json",
    "authorities.json",
)


class Provenance(msgspec.Struct, frozen=True):
    """Where a file of reference data comes from, and what day it describes (ISO date)."""

    file: str
    source: str
    date: str
    licence: str


@cache
def load(file: str) -> dict[str, Any]:
    """The JSON object in `file`, one of `FILES`. Callers must not change it."""
    # Beside this module in any installation; importlib.resources, which reads archives too, costs a start more.
    document: dict[str, Any] = msgspec.json.decode(Path(__file__).with_name(file).read_bytes())
    return document


def provenance(file: str) -> Provenance:
    """Source, date and licence as the file itself states them."""
    document = load(file)
    return Provenance(
        file=file,
        source=document["source"],
        date=document["date"],
        licence=document.get("licence", ""),
    )


def all_provenance() -> tuple[Provenance, ...]:
    """The provenance of every file of reference data."""
    return tuple(provenance(file) for file in FILES)
