"""One notice in the HTML report: what was found in it, its text, its elements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any

from rekisterilint.catalogue.model import Rule
from rekisterilint.elements.keys import ELEMENT_KEYS
from rekisterilint.reports.html_text import Mark, NoticeText, escaped
from rekisterilint.reports.html_words import say
from rekisterilint.reports.levels import confidence_word, family_of
from rekisterilint.reports.wording import ELEMENT_NAMES, counted, word
from rekisterilint.results import SEVERITIES, FileResult

SIGNS: Mapping[str, str] = {
    "stated": "✓",
    "partial": "◐",
    "referred": "→",
    "missing": "✗",
    "not_applicable": "–",
}
SEVERITY_SIGNS: Mapping[str, str] = {"error": "✗", "warning": "!", "info": "i"}


def title_of(document: Mapping[str, Any]) -> str:
    """The notice's own title, or the name of its file."""
    title = str(document["title"]).strip()
    return title or PurePath(document["path"]).name


def severity_badge(severity: str, language: str) -> str:
    """The severity as sign and word."""
    return (
        f'<span class="badge {severity}"><span aria-hidden="true">{SEVERITY_SIGNS[severity]}</span> '
        f"{word(severity, language)}</span>"
    )


def status_words(status: str, language: str) -> str:
    """The status as sign and word."""
    return f'<span aria-hidden="true">{SIGNS[status]}</span> {word(status, language)}'


class NoticePart:
    """Makes the HTML of one checked file; `notice` is the id it gets in the page."""

    def __init__(
        self, result: FileResult, notice: str, language: str, rules: Mapping[str, Rule]
    ) -> None:
        assert result.document is not None
        self._result = result
        self._document = result.document
        self._findings: Sequence[Mapping[str, Any]] = result.document["findings"]
        self._notice = notice
        self._language = language
        self._rules = rules

    def html(self) -> str:
        """The notice as an article."""
        notice = self._notice
        title = escaped(title_of(self._document))
        spoken = self._document["language"]
        parts = [
            f'<article class="notice" id="{notice}" aria-labelledby="{notice}-title" tabindex="-1">',
            f'<header><h3 id="{notice}-title" lang="{spoken}">{title}</h3>',
            f'<p class="path">{escaped(self._document["path"])}</p>',
            self._facts(),
            "</header>",
            *self._notes(),
            self._elements(),
            f'<details class="body"><summary>{self._say("text-and-findings")}'
            f'<span class="vh">: {title}</span></summary>',
            '<div class="reading">',
            self._index(),
            f'<div class="text" lang="{spoken}">',
            self._text().html(),
            "</div></div></details>",
            *self._suppressed(),
            f'<p class="back"><a href="#elements">{self._say("to-table")}</a></p></article>',
        ]
        return "\n".join(part for part in parts if part) + "\n"

    def _say(self, name: str, *values: object) -> str:
        return escaped(say(name, self._language, *values))

    def _facts(self) -> str:
        language, document = self._language, self._document
        counts = [
            f'<span class="badge {severity}">{counted(number, severity, language)}</span>'
            for severity in SEVERITIES
            if (number := sum(f["severity"] == severity for f in self._findings))
        ]
        facts = [
            (say("findings", language), " ".join(counts) or self._say("no-findings")),
            (say("language", language), self._say(f"language-{document['language']}")),
        ]
        if document["controller_type"] in ("public", "private"):
            kind = self._say(f"controller-{document['controller_type']}")
            facts.append((say("controller", language), kind))
        if document["legal_bases"]:
            bases = ", ".join(f"6(1)({escaped(letter)})" for letter in document["legal_bases"])
            facts.append((say("bases", language), bases))
        rows = "".join(f"<div><dt>{escaped(name)}</dt><dd>{value}</dd></div>" for name, value in facts)
        return f'<dl class="facts">{rows}</dl>'

    def _notes(self) -> list[str]:
        label = self._say("notes")
        return [f'<p class="remark">{label}: {escaped(note)}</p>' for note in self._result.notes]

    def _elements(self) -> str:
        language, elements = self._language, self._document["elements"]
        rows = []
        for key in ELEMENT_KEYS:
            status = elements[key]["status"]
            quotes = "".join(
                f'<q lang="{self._document["language"]}">{escaped(_clipped(place["text"]))}</q> '
                f'<span class="where">({self._say("line", place["line"])})</span> '
                for place in elements[key]["evidence"]
            )
            rows.append(
                f'<tr id="{self._notice}-e-{key}" tabindex="-1"><th scope="row">{ELEMENT_NAMES[key][language]}</th>'
                f'<td data-status="{status}">{status_words(status, language)}</td><td>{quotes}</td></tr>'
            )
        heads = "".join(
            f'<th scope="col">{self._say(name)}</th>' for name in ("element", "status", "evidence")
        )
        return (
            f'<details class="elements"><summary>{self._say("table")}</summary><table class="plain">'
            f"<thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table></details>"
        )

    def _index(self) -> str:
        """The list beside the text: a link for each finding."""
        if not self._findings:
            return f'<p class="index none">{self._say("no-findings")}</p>'
        items = "".join(
            f'<li data-finding="{number}"><a href="#{self._notice}-f{number}"><span class="number">{number}</span> '
            f"{severity_badge(finding['severity'], self._language)} "
            f'<span class="rule">{escaped(finding["rule"])}</span> '
            f'<span class="words">{escaped(finding["message"])}</span></a></li>'
            for number, finding in enumerate(self._findings, 1)
        )
        label = self._say("findings-of", title_of(self._document))
        return f'<nav class="index" aria-label="{label}"><ol>{items}</ol></nav>'

    def _text(self) -> NoticeText:
        spans = self._result.extras.get("spans", ())
        marks = [
            Mark(number, finding["severity"], span[0], span[1])
            for number, (finding, span) in enumerate(zip(self._findings, spans, strict=False), 1)
        ]
        # Without spans nothing can be marked, but every finding is told.
        marks += [
            Mark(number, finding["severity"], -1, -1)
            for number, finding in enumerate(self._findings[len(marks) :], len(marks) + 1)
        ]
        cards = {number: self._card(number, f) for number, f in enumerate(self._findings, 1)}
        blocks = self._result.extras.get("blocks", ())
        return NoticeText(self._notice, blocks, marks, cards, say("finding", self._language))

    def _card(self, number: int, finding: Mapping[str, Any]) -> str:
        language, rule = self._language, finding["rule"]
        confidence = self._say("sure", confidence_word(finding["confidence"], language))
        rows = "".join(
            f"<div><dt>{self._say(name)}</dt><dd>{value}</dd></div>"
            for name, value in self._details(number, finding)
        )
        return (
            f'<div class="finding {finding["severity"]}" id="{self._notice}-f{number}" role="note" lang="{language}" '
            f'tabindex="-1" data-number="{number}" data-severity="{finding["severity"]}" '
            f'data-family="{escaped(family_of(rule))}" data-confidence="{finding["confidence"]}">'
            f'<p class="head"><span class="number">{number}</span> '
            f"{severity_badge(finding['severity'], language)} "
            f'<span class="rule">{escaped(rule)} {escaped(finding["name"])}</span> '
            f'<span class="where">{self._where(finding)} · {confidence}</span></p>'
            f'<p class="message">{escaped(finding["message"])}</p><dl>{rows}</dl>{self._help(rule)}</div>'
        )

    def _details(self, number: int, finding: Mapping[str, Any]) -> list[tuple[str, str]]:
        """Labels and values of a finding's card."""
        spoken, rows = self._document["language"], []
        # What is missing altogether is reported at the title, which says nothing about it.
        if finding["excerpt"] != self._document["title"]:
            rows.append(("quote", f'<q lang="{spoken}">{escaped(_clipped(finding["excerpt"]))}</q>'))
        if finding["suggestion"]:
            rows.append(("suggestion", f"<strong>{escaped(finding['suggestion'])}</strong>"))
        rows.append(("provision", escaped(finding["provision"])))
        related = self._result.extras.get("related", ())
        for place in related[number - 1] if number <= len(related) else ():
            quote = f'<q lang="{spoken}">{escaped(_clipped(place["text"]))}</q>'
            rows.append(("compare", f"{quote} ({self._where(place)})"))
        if finding["fix"]:
            rows.append(("fix", self._say("fix-safe" if finding["fix"]["safe"] else "fix-unsafe")))
        return rows

    def _where(self, place: Mapping[str, Any]) -> str:
        line = self._say("line", place["line"])
        return f"{self._say('page', place['page'])}, {line}" if place["page"] else line

    def _help(self, rule: str) -> str:
        if rule not in self._rules:
            return ""
        words = escaped(self._rules[rule].help[self._language].strip())
        return f'<details class="help"><summary>{self._say("help")}</summary><p>{words}</p></details>'

    def _suppressed(self) -> list[str]:
        hidden = self._result.suppressed
        if not hidden:
            return []
        items = "".join(
            f'<li><span class="rule">{escaped(finding["rule"])}</span> {escaped(finding["message"])} '
            f'<span class="where">({self._where(finding)}; {self._say("suppressed-" + finding["by"])}'
            f"{': ' + escaped(finding['reason']) if finding['reason'] else ''})</span></li>"
            for finding in hidden
        )
        label = self._say("suppressed", len(hidden))
        return [f'<details class="suppressed"><summary>{label}</summary><ul>{items}</ul></details>']


def _clipped(words: str) -> str:
    return words if len(words) <= 300 else words[:299] + "…"
