"""Rebuilds src/rekisterilint/data/town_forms.json: the case forms of Finnish post towns.

    python tools/build_town_forms.py

The names come from postal_codes.json, the forms from town_forms_checked.txt and, where it is
silent, from the rules of town_inflection.py. A name that neither is sure of is left out.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from town_inflection import Forms, inflect

HERE = Path(__file__).parent
DATA = HERE.parent / "src" / "rekisterilint" / "data"
CHECKED = HERE / "town_forms_checked.txt"
OF_TOWNS = {"street", "po_box", "collective"}
UNKNOWN = "-"


def checked_forms() -> dict[str, Forms | None]:
    """The hand-checked forms by name; None for a name that is to stay uninflected."""
    forms: dict[str, Forms | None] = {}
    for line in CHECKED.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, genitive, mihin = line.split("\t")
            forms[name] = None if genitive == UNKNOWN else Forms(genitive, mihin)
    return forms


def names(postal_codes: dict[str, Any]) -> list[str]:
    """The Finnish names of all post towns and municipalities."""
    kinds = postal_codes["kinds"]
    towns = {
        postal_codes["towns"][int(town)].split("\t")[0]
        for kind, town, _ in (row.split() for row in postal_codes["codes"].values())
        if kinds[int(kind)] in OF_TOWNS
    }
    return sorted(towns | {row.split("\t")[0] for row in postal_codes["municipalities"]})


def forms_of(name: str, checked: dict[str, Forms | None]) -> Forms | None:
    return checked[name] if name in checked else inflect(name, checked)


def build(postal_codes: dict[str, Any]) -> dict[str, Any]:
    checked = checked_forms()
    of_names = names(postal_codes)
    if strangers := checked.keys() - set(of_names):
        raise ValueError(f"checked, but no town: {sorted(strangers)}")
    forms = {name: forms_of(name, checked) for name in of_names}
    return {
        "source": "the names of " + postal_codes["source"] + "; their forms by the rules and the "
        "hand-checked list in this project's tools, after local usage",
        "date": postal_codes["date"],
        "licence": "part of this project",
        "forms": {name: "\t".join(found) for name, found in forms.items() if found},
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--output", type=Path, default=DATA / "town_forms.json")
    arguments = parser.parse_args()
    postal_codes = json.loads((DATA / "postal_codes.json").read_text(encoding="utf-8"))
    content = json.dumps(build(postal_codes), ensure_ascii=False, separators=(",", ":"))
    arguments.output.write_text(content + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
