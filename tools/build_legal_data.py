"""Rebuilds the legal reference data in src/rekisterilint/data from the registers kept by hand.

    python tools/build_legal_data.py [FOLDER]

FOLDER (default ../shared/data) holds statutes.csv, eu_acts.csv, gdpr_structure.csv and
authorities.csv. Run it with the project installed: the keys of names are made by its own code.
What the registers say of how a fact was verified stays behind; its confidence is kept.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from legal_authorities import authorities, ombudsman
from rekisterilint.data.folding import fold
from rekisterilint.data.name_forms import stem_key

PROJECT = Path(__file__).parent.parent
REGISTERS = PROJECT.parent / "shared" / "data"
OUTPUT = PROJECT / "src" / "rekisterilint" / "data"
DATE = "2026-11-21"
LICENCE = "facts of public law; the register is part of this project"

Row = dict[str, str]

# Parts of a note that tell how the register was made, not what holds of the statute.
PROVENANCE = re.compile(
    r"^(ref:\d+"
    r"|cited (as in force|or amended) in \d+ statute\(s\) of .*"
    r"|listed as current in a third-party registry .*"
    r"|repeal clause .*"
    r"|.*corrected from the official XML"
    r"|also file:.*"
    r"|Swedish title (from knowledge|not verified)"
    r"|number from one independent text"
    r"|title (as in Finlex 2026|and entry into force from .*)"
    r"|date not verified"
    r"|listed as in force [\d-]+"
    r"|status corrected.*)$"
)
UNFIT = re.compile(r"file:|source:|ref:|\.xml|\w#\d", re.IGNORECASE)
ADVICE = re.compile(r"(?: here)? - (?:do not flag|a replacement was not checked)[^;]*")
FORMER_TITLE = re.compile(r'(?:original title|before:) "([^"]+)"')
ABBREVIATION = re.compile(r"[A-ZÅÄÖ][A-Za-zÅÄÖåäö]*[A-ZÅÄÖ]")

# Article 92 has five paragraphs in the Official Journal; the register lists three.
MISSING_PARAGRAPHS = {92: (4, 5)}

# Abbreviations that mean something else in most texts: TEL stands before phone numbers.
AMBIGUOUS = {"TEL"}


def read(register: Path) -> list[Row]:
    with register.open(encoding="utf-8", newline="") as lines:
        return [
            {column: (cell or "").strip() for column, cell in row.items()}
            for row in csv.DictReader(lines)
        ]


def without_provenance(note: str) -> str:
    """The note's parts that say something of the statute."""
    parts = [part.strip() for part in ADVICE.sub("", note).split(";")]
    kept = "; ".join(part for part in parts if part and not PROVENANCE.match(part))
    if UNFIT.search(kept):
        raise ValueError(f"a note that names its evidence: {kept}")
    return kept


def distinct(names: Iterable[str], but: str) -> list[str]:
    """The names, each once whatever its case, without `but` (the title)."""
    seen, kept = {fold(but)}, []
    for name in names:
        if name and fold(name) not in seen:
            seen.add(fold(name))
            kept.append(name)
    return kept


def statute(row: Row) -> list[str]:
    former = FORMER_TITLE.findall(row["note"])
    return [
        row["number"],
        row["title_fi"],
        row["title_sv"],
        ";".join(distinct([*row["common_names_fi"].split(";"), *former], row["title_fi"])),
        ";".join(distinct(row["common_names_sv"].split(";"), row["title_sv"])),
        row["status"],
        row["repealed_on"],
        row["repealed_by"],
        row["confidence"],
        without_provenance(row["note"]),
    ]


def statutes(rows: list[Row]) -> dict[str, Any]:
    return {
        "source": "a register of the Finnish statutes that privacy notices cite, kept by hand "
        "and checked against the statutes' own repeal clauses",
        "date": DATE,
        "licence": LICENCE,
        "complete_years": [],
        "statutes": [statute(row) for row in rows],
    }


def statute_names(rows: list[list[str]]) -> dict[str, Any]:
    """The keys of all names, and the abbreviations, each with the positions of its statutes."""
    keys: dict[str, list[int]] = {}
    abbreviations: dict[str, list[int]] = {}
    for position, row in enumerate(rows):
        _, title_fi, title_sv, names_fi, names_sv, *_ = row
        names = (title_fi, title_sv, *names_fi.split(";"), *names_sv.split(";"))
        for name in filter(None, names):
            key = stem_key(name)
            if key:
                table: dict[str, list[int]] = keys
            elif ABBREVIATION.fullmatch(name):
                table, key = abbreviations, name
            else:
                raise ValueError(f"a name without a head: {name}")
            if key not in AMBIGUOUS and position not in table.setdefault(key, []):
                table[key].append(position)
    return {
        "source": "the names in statutes.json, as rekisterilint.data.name_forms keys them",
        "date": DATE,
        "licence": LICENCE,
        "keys": keys,
        "abbreviations": abbreviations,
    }


def eu_acts(rows: list[Row]) -> dict[str, Any]:
    columns = (
        *("number", "kind", "short_name_fi", "short_name_sv", "short_name_en"),
        *("status", "ended_on", "replaced_by", "note", "confidence"),
    )
    return {
        "source": "a register of the EU acts that privacy notices cite, kept by hand from the "
        "Official Journal",
        "date": DATE,
        "licence": LICENCE,
        "acts": [[row[column] for column in columns] for row in rows],
    }


def points_between(span: str) -> str:
    """`a-f` as `abcdef`; an empty span stays empty."""
    first, _, last = span.partition("-")
    return "".join(map(chr, range(ord(first), ord(last or first) + 1))) if first else ""


def definitions(row: Row) -> dict[str, str]:
    """Article 4's numbered definitions as paragraphs, with the points that the note names."""
    last = int(row["points"].partition("-")[2])
    lettered = dict(re.findall(r"(\d+) ([a-z]-[a-z])", row["note"]))
    return {str(n): points_between(lettered.get(str(n), "")) for n in range(1, last + 1)}


def gdpr_structure(rows: list[Row]) -> dict[str, Any]:
    articles: dict[str, dict[str, str]] = {}
    titles: dict[str, str] = {}
    for row in rows:
        article = articles.setdefault(row["article"], {})
        if row["points"].startswith("1-"):
            article |= definitions(row)
        else:
            article[row["paragraph"]] = points_between(row["points"])
        if row["title_fi"]:
            titles.setdefault(row["article"], row["title_fi"])
    for number, missing in MISSING_PARAGRAPHS.items():
        for paragraph in missing:
            articles[str(number)].setdefault(str(paragraph), "")
    return {
        "source": "Regulation (EU) 2016/679, Official Journal L 119, 4.5.2016, as corrected",
        "date": DATE,
        "licence": LICENCE,
        "articles": articles,
        "titles": titles,
    }


def all_authorities(rows: list[Row]) -> dict[str, Any]:
    return {
        "source": "a register of authorities that privacy notices name, kept by hand from the "
        "statutes that founded or ended them and the Ombudsman's own contact page",
        "date": DATE,
        "licence": LICENCE,
        "authorities": authorities(rows, without_provenance),
        "ombudsman": ombudsman(rows, without_provenance),
    }


def build(registers: Path) -> dict[str, dict[str, Any]]:
    """Every file's content by its name."""
    of_statutes = statutes(read(registers / "statutes.csv"))
    builders: dict[str, Callable[[list[Row]], dict[str, Any]]] = {
        "eu_acts": eu_acts,
        "gdpr_structure": gdpr_structure,
        "authorities": all_authorities,
    }
    return {
        "statutes.json": of_statutes,
        "statute_names.json": statute_names(of_statutes["statutes"]),
        **{
            f"{register}.json": builder(read(registers / f"{register}.csv"))
            for register, builder in builders.items()
        },
    }


def written(content: dict[str, Any]) -> str:
    """JSON with one row a line, so that a change of the data reads as one."""
    lines = []
    for name, value in content.items():
        if isinstance(value, list | dict) and value:
            rows = value.items() if isinstance(value, dict) else enumerate(value)
            items = [
                (json.dumps(key, ensure_ascii=False) + ":" if isinstance(value, dict) else "")
                + json.dumps(row, ensure_ascii=False, separators=(",", ":"))
                for key, row in rows
            ]
            ends = "{}" if isinstance(value, dict) else "[]"
            body = ends[0] + "\n" + ",\n".join(items) + "\n" + ends[1]
        else:
            body = json.dumps(value, ensure_ascii=False)
        lines.append(json.dumps(name) + ":" + body)
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("registers", type=Path, nargs="?", default=REGISTERS)
    parser.add_argument("--output", type=Path, default=OUTPUT)
    arguments = parser.parse_args()
    for file, content in build(arguments.registers).items():
        (arguments.output / file).write_text(written(content), encoding="utf-8")


if __name__ == "__main__":
    main()
