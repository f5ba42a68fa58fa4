"""Markdown for a comment on a change: findings by file, the table of elements folded."""

from __future__ import annotations

import re
import sys
from typing import TextIO

from rekisterilint.elements.keys import ELEMENT_KEYS
from rekisterilint.reports.base import ReportOptions
from rekisterilint.reports.plain_words import harmless
from rekisterilint.reports.wording import ELEMENT_NAMES, counted, word
from rekisterilint.results import FileResult, Summary

_SIGNS = {"error": "🔴", "warning": "🟡", "info": "🔵"}
_STATUS_SIGNS = {"stated": "✅", "partial": "⚠️", "referred": "↗️", "missing": "❌", "not_applicable": "–"}
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~&$-])")
# Code hosts look for these in the shown text, where neither a backslash nor an entity is left.
_CALLS = re.compile(r"(@|\\#)(?=\w)")
_NOTHING = "&#8203;"
TITLES = {"fi": "Tietosuojaselosteiden tarkastus", "sv": "Granskning av dataskyddsbeskrivningar", "en": "Privacy notice check"}
_TABLE = {"fi": "Artiklojen 13 ja 14 tiedot", "sv": "Uppgifterna i artiklarna 13 och 14", "en": "Article 13/14 elements"}


class MarkdownReport:
    """Findings as they come; the table at the end, since it needs all notices."""

    def __init__(self, out: TextIO, options: ReportOptions) -> None:
        self._out = out
        self._language = options.language
        self._columns: list[tuple[str, list[str]]] = []
        out.write(f"## {TITLES[options.language]}\n\n")

    def add(self, result: FileResult) -> None:
        """Write the findings of one file."""
        path = escaped(result.path)
        if result.error is not None:
            label = word("not-checked", self._language)
            self._out.write(f"### {path}\n\n🔴 **{label}**: {escaped(result.error['message'])}\n\n")
        if result.document is None:
            return
        elements = result.document["elements"]
        self._columns.append((path, [sys.intern(elements[key]["status"]) for key in ELEMENT_KEYS]))
        if not result.document["findings"]:
            return
        self._out.write(f"### {path}\n\n")
        for finding in result.document["findings"]:
            place = f"{finding['line']}:{finding['column']}"
            if finding["page"]:
                place = f"{word('page', self._language)} {finding['page']}, {place}"
            suggestion = f" → {escaped(finding['suggestion'])}" if finding["suggestion"] else ""
            self._out.write(
                f"- {_SIGNS[finding['severity']]} **{finding['rule']}** ({place}) "
                f"{escaped(finding['message'])}{suggestion} *{escaped(finding['provision'])}*\n"
            )
        self._out.write("\n")

    def close(self, summary: Summary) -> None:
        """Write the counts and the folded table."""
        counts = ", ".join(
            counted(summary.count(name), name, self._language) for name in ("error", "warning", "info")
        )
        self._out.write(f"**{counts}**\n")
        if not self._columns:
            return
        language = self._language
        self._out.write(f"\n<details><summary>{_TABLE[language]}</summary>\n\n")
        self._out.write("| | " + " | ".join(path for path, _ in self._columns) + " |\n")
        self._out.write("|---" * (len(self._columns) + 1) + "|\n")
        for number, key in enumerate(ELEMENT_KEYS):
            cells = [
                f"{_STATUS_SIGNS[statuses[number]]} {word(statuses[number], language)}"
                for _, statuses in self._columns
            ]
            self._out.write(f"| {ELEMENT_NAMES[key][language]} | " + " | ".join(cells) + " |\n")
        self._out.write("\n</details>\n")


def escaped(words: str) -> str:
    """`words` so that Markdown shows them as they are, links and mentions included."""
    plain = _CALLS.sub(rf"\1{_NOTHING}", _SPECIAL.sub(r"\\\1", harmless(words)))
    return plain.replace("://", ":&#47;/").replace("www.", "www&#46;")
