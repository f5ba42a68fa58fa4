"""CSV as a Finnish Excel opens it: UTF-8 with a byte order mark, semicolons."""

from __future__ import annotations

import csv
from typing import TextIO

from rekisterilint.elements.keys import ELEMENT_KEYS
from rekisterilint.reports.base import ReportOptions
from rekisterilint.reports.levels import confidence_word
from rekisterilint.reports.plain_words import harmless
from rekisterilint.reports.wording import ELEMENT_NAMES, word
from rekisterilint.results import FileResult, Summary

_COLUMNS = {
    "fi": ("tiedosto", "sivu", "rivi", "sarake", "vakavuus", "varmuus", "sääntö", "nimi", "viesti", "kohta", "teksti", "peruste", "ehdotus"),
    "sv": ("fil", "sida", "rad", "kolumn", "allvarlighetsgrad", "säkerhet", "regel", "namn", "meddelande", "avsnitt", "text", "grund", "förslag"),
    "en": ("file", "page", "line", "column", "severity", "confidence", "rule", "name", "message", "section", "text", "provision", "suggestion"),
}  # fmt: skip


# What spreadsheets take for the beginning of a formula, the wide forms of East Asian text too.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


class CsvReport:
    """One row a finding; a file that was not checked is a row, too."""

    def __init__(self, out: TextIO, options: ReportOptions) -> None:
        self._language = options.language
        out.write("\ufeff")
        self._rows = csv.writer(out, delimiter=";", lineterminator="\r\n")
        self._rows.writerow(_COLUMNS[options.language])

    def add(self, result: FileResult) -> None:
        """Write the rows of one file."""
        if result.error is not None:
            severity = word("not-checked", self._language)
            row = [result.path, "", "", "", severity, "", result.error["code"], "", result.error["message"], "", "", "", ""]
            self._rows.writerow([table_cell(value) for value in row])
        if result.document is None:
            return
        for finding, section in zip(
            result.document["findings"], result.extras["sections"], strict=True
        ):
            row = [
                result.path, finding["page"] or "", finding["line"], finding["column"],
                word(finding["severity"], self._language),
                confidence_word(finding["confidence"], self._language), finding["rule"], finding["name"],
                finding["message"], section, finding["excerpt"], finding["provision"],
                finding["suggestion"] or "",
            ]  # fmt: skip
            self._rows.writerow([table_cell(value) for value in row])

    def close(self, summary: Summary) -> None:
        """Nothing: the rows are all."""


class ElementsCsvReport:
    """The Article 13/14 table: notices down, elements across."""

    def __init__(self, out: TextIO, options: ReportOptions) -> None:
        self._language = options.language
        out.write("\ufeff")
        self._rows = csv.writer(out, delimiter=";", lineterminator="\r\n")
        names = [ELEMENT_NAMES[key][options.language] for key in ELEMENT_KEYS]
        self._rows.writerow([_COLUMNS[options.language][0], *names])

    def add(self, result: FileResult) -> None:
        """Write the row of one notice."""
        if result.document is None:
            self._rows.writerow([table_cell(result.path), word("not-checked", self._language)])
            return
        elements = result.document["elements"]
        statuses = [word(elements[key]["status"], self._language) for key in ELEMENT_KEYS]
        self._rows.writerow([table_cell(result.path), *statuses])

    def close(self, summary: Summary) -> None:
        """Nothing: the rows are all."""


def table_cell(value: str | int) -> str | int:
    """A cell that a spreadsheet takes for words: text from a notice must not become a formula."""
    if not isinstance(value, str):
        return value
    words = harmless(value)
    return f"'{words}" if words.lstrip().startswith(_FORMULA) else words
