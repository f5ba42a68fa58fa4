"""The HTML report: one file that needs nothing else, for people to read, send on and print."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from importlib.resources import files
from string import Template
from typing import Any, TextIO

from rekisterilint.reports.base import ReportOptions
from rekisterilint.reports.html_disagreements import (
    Disagreement,
    disagreements_html,
    disagreements_of,
)
from rekisterilint.reports.html_notice import NoticePart
from rekisterilint.reports.html_overview import (
    TableRow,
    counts_html,
    finding_filters_html,
    notice_filters_html,
    rules_html,
    table_html,
    table_row,
    unread_html,
)
from rekisterilint.reports.html_text import escaped
from rekisterilint.reports.html_words import HTML_WORDS, say
from rekisterilint.reports.spool import open_spool, pour
from rekisterilint.results import FileResult, Summary

_NOTICES = "<!-- notices -->"


class HtmlReport:
    """Notices wait in a temporary file: the counts and the table stand ahead of them."""

    def __init__(self, out: TextIO, options: ReportOptions) -> None:
        self._out = out
        self._options = options
        self._rows: list[TableRow] = []
        self._errors: list[Mapping[str, Any]] = []
        self._disagreements: list[Disagreement] = []
        self._spool = open_spool()

    def add(self, result: FileResult) -> None:
        """Take one file: its part of the page is put by, its row of the table kept."""
        if result.error is not None:
            self._errors.append(result.error)
        if result.document is None:
            return
        notice = f"n{len(self._rows) + 1}"
        self._rows.append(table_row(result, notice))
        self._disagreements += disagreements_of(result, notice)
        self._spool.write(
            NoticePart(result, notice, self._options.language, self._options.rules).html()
        )

    def close(self, summary: Summary) -> None:
        """Write the page."""
        before, _, after = _asset("report.html").partition(_NOTICES)
        values = self._values(summary)
        self._out.write(Template(before).substitute(values))
        pour(self._spool, self._out)
        self._out.write(Template(after).substitute(values))

    def _values(self, summary: Summary) -> dict[str, str]:
        language = self._options.language
        style, script = _asset("report.css"), _asset("report.js")
        words = {f"say_{name.replace('-', '_')}": escaped(texts[language]) for name, texts in HTML_WORDS.items()}
        return {
            **words,
            "language": language,
            "style": style,
            "script": script,
            "style_hash": _hash(style),
            "script_hash": _hash(script),
            "date": self._date(),
            "counts": counts_html(summary, language),
            "rules": rules_html(summary, self._options.rules, language),
            "unread": unread_html(self._errors, language),
            "disagreements": disagreements_html(
                self._disagreements, {row.path: row.notice for row in self._rows}, language
            ),
            "notice_filters": notice_filters_html(language),
            "finding_filters": finding_filters_html(summary.by_rule, language),
            "table": table_html(self._rows, language),
            "made_by": self._made_by(),
        }

    def _date(self) -> str:
        day = self._options.today
        if day is None:
            return ""
        shown = day.isoformat() if self._options.language == "en" else f"{day.day}.{day.month}.{day.year}"
        words = escaped(say("checked-on", self._options.language, shown))
        return f'<p class="date"><time datetime="{day.isoformat()}">{words}</time></p>'

    def _made_by(self) -> str:
        tool = self._options.tool
        dates = tool.get("data", {})
        values = (tool.get("version", ""), dates.get("postal_codes", "–"), dates.get("statutes", "–"))
        return escaped(say("made-by", self._options.language, *values))


def _asset(name: str) -> str:
    """A file of `assets`; line ends are those that a browser sees, for the hashes to be true."""
    content = files("rekisterilint.reports").joinpath("assets", name).read_text(encoding="utf-8")
    return content.replace("\r\n", "\n")


def _hash(content: str) -> str:
    """The source expression of a Content-Security-Policy that allows `content` alone."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
