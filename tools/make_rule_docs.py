"""Writes the rule manuals from the rule files: docs/saannot.md (Finnish), docs/rules.md (English).

    python tools/make_rule_docs.py [--check]

One section a rule in the form of `rekisterilint explain`. `--check` writes nothing and fails when a
manual is not what the rule files give.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from rekisterilint.catalogue import Catalogue, Rule, load_catalogue
from rekisterilint.reports.rule_page import rule_page
from rekisterilint.reports.wording import word

DOCS = Path(__file__).resolve().parent.parent / "docs"
MANUALS = {"fi": "saannot.md", "en": "rules.md"}
FAMILIES: Mapping[str, Mapping[str, str]] = {
    "ELE": {"fi": "Tiedot, jotka 13 ja 14 artikla vaativat", "en": "The information that Articles 13 and 14 demand"},
    "CON": {"fi": "Ihmiset ja yhteystiedot", "en": "People and contact details"},
    "ADR": {"fi": "Postiosoitteet", "en": "Postal addresses"},
    "LAW": {"fi": "Säädösviittaukset", "en": "Citations"},
    "LOG": {"fi": "Ristiriidat", "en": "What contradicts itself"},
    "AUT": {"fi": "Viranomaiset", "en": "Authorities"},
    "DOC": {"fi": "Asiakirja itse", "en": "The document itself"},
    "ORG": {"fi": "Organisaation selosteet keskenään", "en": "Across the notices of one organisation"},
    "REG": {"fi": "Rakenteiset rekisterikuvaukset", "en": "Structured register descriptions"},
}
_INTRODUCTION = {
    "fi": """\
# Säännöt

Tämä luettelo on tehty sääntötiedostoista (`rules/`) komennolla `python tools/make_rule_docs.py`; älä
muokkaa sitä käsin. Saman sivun tulostaa `rekisterilint explain TUNNUS`. Testit ajavat esimerkit.
Varmuus kertoo, kuinka usein löydös on oikea: suuri vähintään 98, keskitaso 90 ja pieni 70 kertaa
sadasta. Mitattu tarkkuus on tiedostossa [accuracy.md](accuracy.md).
""",
    "en": """\
# Rules

Made from the rule files (`rules/`) by `python tools/make_rule_docs.py`; not to be edited by hand.
`rekisterilint explain ID` prints the same page. The tests run the examples. Confidence says how often
a finding is right: high at least 98 times of a hundred, medium 90, low 70. What was measured stands
in [accuracy.md](accuracy.md). The same in Finnish: [saannot.md](saannot.md).
""",
}
_HEADS = {"fi": ("Tunnus", "Nimi", "Vakavuus"), "en": ("ID", "Name", "Severity")}


def manual(catalogue: Catalogue, language: str) -> str:
    """The manual in `language` (fi, en) as Markdown."""
    rules = list(catalogue.rules.values())
    families = [name for name in FAMILIES if any(rule.family == name for rule in rules)]
    parts = [_INTRODUCTION[language], _index(rules, families, language)]
    for family in families:
        parts.append(f"## {family}: {FAMILIES[family][language]}\n")
        parts += [f"#{rule_page(rule, language)}" for rule in rules if rule.family == family]
    return "\n".join(parts)


def _index(rules: list[Rule], families: list[str], language: str) -> str:
    lines = [f"| {' | '.join(_HEADS[language])} |", "|---|---|---|"]
    for family in families:
        for rule in (rule for rule in rules if rule.family == family):
            anchor = f"{rule.id} {rule.name}".lower().replace(" ", "-")
            lines.append(f"| [{rule.id}](#{anchor}) | {rule.name} | {word(rule.severity.label, language)} |")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write both manuals, or tell which are out of date."""
    catalogue = load_catalogue()
    stale = []
    for language, name in MANUALS.items():
        text = manual(catalogue, language)
        path = DOCS / name
        if "--check" in sys.argv[1:]:
            if not path.is_file() or path.read_text(encoding="utf-8") != text:
                stale.append(name)
        else:
            path.write_text(text, encoding="utf-8")
    if stale:
        print(f"out of date: {', '.join(stale)}; run python tools/make_rule_docs.py", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
