"""The report for people at a terminal: place, line with the words underlined, what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TextIO

from rekisterilint.reports.base import ReportOptions
from rekisterilint.reports.plain_words import harmless
from rekisterilint.reports.wording import counted, word
from rekisterilint.results import FileResult, Summary

_WIDTH = 100
_MOST_ROWS = 60
_STYLES = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "rule": "1",
    "place": "34",
    "faint": "2",
    "good": "1;32",
}


class TerminalReport:
    """Findings file by file in the manner of ruff and rustc, then one line with the counts."""

    def __init__(self, out: TextIO, options: ReportOptions) -> None:
        self._out = out
        self._options = options
        self._language = options.language
        self._disagreements: list[Mapping[str, Any]] = []
        self._more = 0

    def add(self, result: FileResult) -> None:
        """Write the findings of one file."""
        path = harmless(result.path)
        if result.error is not None:
            label = self._style(word("not-checked", self._language), "error")
            self._out.write(f"{path}: {label}: {harmless(result.error['message'])}\n\n")
        for row in filter(None, result.extras.get("disagreements", ())):
            if len(self._disagreements) < _MOST_ROWS:
                self._disagreements.append(row)
            else:
                self._more += 1
        if result.document is None or self._options.quiet:
            return
        for note in result.notes:
            self._out.write(f"{path}: {word('note', self._language)} {harmless(note)}\n\n")
        for number, finding in enumerate(result.document["findings"]):
            self._write_finding(path, finding, result.extras, number)

    def close(self, summary: Summary) -> None:
        """Write the counts, by rule too if asked for."""
        if self._disagreements:
            self._write_disagreements()
        if self._options.statistics and summary.by_rule:
            self._write_statistics(summary)
        self._out.write(self._summary_line(summary) + "\n")

    def _style(self, words: str, name: str) -> str:
        return f"\x1b[{_STYLES[name]}m{words}\x1b[0m" if self._options.colour else words

    def _write_finding(
        self, path: str, finding: Mapping[str, Any], extras: Mapping[str, Any], number: int
    ) -> None:
        language = self._language
        severity = finding["severity"]
        head = self._style(f"{word(severity, language)}[{finding['rule']}]", severity)
        lines = [f"{head} {self._style(harmless(finding['message']), 'rule')}"]
        snippet = extras["snippets"][number]
        arrow = self._style("-->", "place")
        lines.append(f"  {arrow} {path}:{finding['line']}:{finding['column']}{self._where(finding, extras, number)}")
        lines += self._snippet_lines(finding["line"], snippet)
        bar = " " * len(str(finding["line"]))
        for related in extras["related"][number]:
            quote = _clipped(harmless(related["text"]), 70)
            lines.append(f"{bar} {self._style('=', 'place')} {word('see-also', language)}: {path}:{related['line']}: {quote}")
        lines.append(f"{bar} {self._style('=', 'place')} {word('provision', language)}: {finding['provision']}")
        if finding["suggestion"]:
            lines.append(f"{bar} {self._style('=', 'place')} {word('suggestion', language)}: {harmless(finding['suggestion'])}")
        self._out.write("\n".join(lines) + "\n\n")

    def _where(self, finding: Mapping[str, Any], extras: Mapping[str, Any], number: int) -> str:
        parts = []
        if finding["page"]:
            parts.append(f"{word('page', self._language)} {finding['page']}")
        place = extras["snippets"][number]["path"] or extras["sections"][number]
        if place:
            parts.append(f"{word('section', self._language)} {_clipped(harmless(place), 60)}")
        return f" ({', '.join(parts)})" if parts else ""

    def _snippet_lines(self, line: int, snippet: Mapping[str, Any]) -> list[str]:
        words, start, end = _window(harmless(snippet["line"]), snippet["start"], snippet["end"])
        margin = " " * len(str(line))
        bar = self._style("|", "place")
        marks = " " * start + self._style("^" * max(end - start, 1), "error")
        return [f"{margin} {bar}", f"{line} {bar} {words}", f"{margin} {bar} {marks}"]

    def _write_disagreements(self) -> None:
        """One table of where notices disagree, at the end of what was said notice by notice."""
        language = self._language
        self._out.write(self._style(word("disagreements", language), "rule") + ":\n")
        for row in self._disagreements:
            what, here, usual = (_clipped(harmless(row[key]), 48) for key in ("what", "here", "usual"))
            times = f" ×{row['count']}" if row["count"] != "1" else ""
            place = f"{harmless(row['path'])}:{row['line']}"
            self._out.write(f"  {row['rule']}  {what}: {here} ≠ {usual}{times}\n")
            self._out.write(f"          {self._style(place, 'place')} ≠ {harmless(row['where'])}\n")
        if self._more:
            self._out.write(f"  … +{self._more}\n")
        self._out.write("\n")

    def _write_statistics(self, summary: Summary) -> None:
        self._out.write(word("findings-by-rule", self._language) + ":\n")
        for rule, number in sorted(summary.by_rule.items(), key=lambda item: (-item[1], item[0])):
            name = self._options.rules[rule].name if rule in self._options.rules else ""
            self._out.write(f"{number:6} {rule} {name}\n")
        self._out.write("\n")

    def _summary_line(self, summary: Summary) -> str:
        language = self._language
        counts = [
            counted(summary.count(severity), severity, language)
            for severity in ("error", "warning", "info")
            if summary.count(severity)
        ]
        notices = {
            "fi": f"{summary.documents} tiedosto{'a' if summary.documents != 1 else ''} tarkastettu",
            "sv": f"{summary.documents} {'filer' if summary.documents != 1 else 'fil'} granskade",
            "en": f"{summary.documents} file{'s' if summary.documents != 1 else ''} checked",
        }[language]
        clean = {"fi": "ei huomautettavaa", "sv": "inget att anmärka", "en": "nothing to report"}[language]
        found = ", ".join(counts) if counts else ("" if summary.unread else clean)
        parts = [notices + (f": {found}" if found else "")]
        if summary.unread:
            parts.append(
                {
                    "fi": f"{summary.unread} jäi tarkastamatta",
                    "sv": f"{summary.unread} blev ogranskade",
                    "en": f"{summary.unread} not checked",
                }[language]
            )
        if summary.suppressed:
            parts.append(_hidden(summary, language))
        line = "; ".join(parts) + "."
        bad = summary.errors or summary.unread
        return self._style(line, "error" if bad else "warning" if counts else "good")


def _hidden(summary: Summary, language: str) -> str:
    by = {
        "comment": {"fi": "kommenteilla", "sv": "med kommentarer", "en": "by comments"},
        "configuration": {"fi": "asetuksissa", "sv": "i inställningarna", "en": "by the configuration"},
        "baseline": {"fi": "lähtötasossa", "sv": "i baslinjen", "en": "by the baseline"},
    }
    parts = [f"{number} {by[name][language]}" for name, number in sorted(summary.suppressed.items())]
    hidden = {"fi": "piilotettu", "sv": "dolda", "en": "hidden"}[language]
    return f"{hidden} {', '.join(parts)}"


def _clipped(words: str, width: int) -> str:
    return words if len(words) <= width else words[: width - 1] + "…"


def _window(line: str, start: int, end: int) -> tuple[str, int, int]:
    """The part of a long line around its marked columns, and the columns within that part."""
    stripped = len(line) - len(line.lstrip())
    cut = min(stripped, start)
    if end - cut > _WIDTH:
        cut = max(cut, min(start, max(start - 30, 0)))
    ahead = "…" if cut > stripped else ""
    words = line[cut:]
    clipped = _clipped(words, _WIDTH)
    return ahead + clipped, start - cut + len(ahead), min(end - cut, len(clipped)) + len(ahead)
