"""What stands ahead of the notices in the HTML report: counts, the element table, filters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rekisterilint.catalogue.model import Rule
from rekisterilint.elements.keys import ELEMENT_KEYS
from rekisterilint.reports.html_notice import SIGNS, severity_badge, status_words, title_of
from rekisterilint.reports.html_text import escaped
from rekisterilint.reports.html_words import say
from rekisterilint.reports.levels import CONFIDENCES, confidence_word, family_name, family_of
from rekisterilint.reports.wording import ELEMENT_NAMES, word
from rekisterilint.results import SEVERITIES, FileResult, Summary

_SHORT = ("missing", "partial")


@dataclass(frozen=True, slots=True)
class TableRow:
    """What the table needs of a notice; `counts` are of errors, warnings and infos."""

    notice: str
    title: str
    path: str
    language: str
    counts: tuple[int, ...]
    statuses: tuple[str, ...]


def table_row(result: FileResult, notice: str) -> TableRow:
    """The row of a checked file whose id in the page is `notice`."""
    assert result.document is not None
    document = result.document
    severities = [finding["severity"] for finding in document["findings"]]
    return TableRow(
        notice,
        title_of(document),
        document["path"],
        document["language"],
        tuple(severities.count(severity) for severity in SEVERITIES),
        tuple(document["elements"][key]["status"] for key in ELEMENT_KEYS),
    )


def counts_html(summary: Summary, language: str) -> str:
    """The counts of the run."""
    tiles = [("notices", summary.documents, "plain")]
    tiles += [(severity + "s", summary.count(severity), severity) for severity in SEVERITIES]
    if summary.unread:
        tiles.append(("unread", summary.unread, "error"))
    hidden = sum(summary.suppressed.values())
    if hidden:
        tiles.append(("hidden", hidden, "plain"))
    items = "".join(
        f'<div class="tile {kind if number else "plain"}"><dt>{escaped(say(name, language))}</dt><dd>{number}</dd></div>'
        for name, number, kind in tiles
    )
    by = ", ".join(say(f"by-{name}", language, n) for name, n in sorted(summary.suppressed.items()))
    note = f'<p class="where">{escaped(say("hidden", language))}: {escaped(by)}.</p>' if by else ""
    return f'<dl class="tiles">{items}</dl>{note}'


def rules_html(summary: Summary, rules: Mapping[str, Rule], language: str) -> str:
    """The findings by rule, the most frequent first; empty if there are none."""
    if not summary.by_rule:
        return ""
    rows = []
    for rule, number in sorted(summary.by_rule.items(), key=lambda item: (-item[1], item[0])):
        about = rules.get(rule)
        badge = severity_badge(about.severity.label, language) if about else ""
        words = escaped(about.help[language].strip()) if about else ""
        name = escaped(about.name) if about else ""
        rows.append(
            f'<tr><th scope="row"><span class="rule">{escaped(rule)}</span> {name}</th>'
            f'<td class="number">{number}</td><td>{badge}</td><td>{words}</td></tr>'
        )
    heads = "".join(
        f'<th scope="col">{escaped(say(name, language))}</th>'
        for name in ("rule", "number", "severity", "help")
    )
    return (
        f'<details class="rules"><summary>{escaped(say("by-rule", language))}</summary><table class="plain">'
        f"<thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table></details>"
    )


def table_html(rows: Sequence[TableRow], language: str) -> str:
    """The Article 13/14 table: notices down, elements across."""
    heads = [_head("notice", "name", escaped(say("notice", language)))]
    heads += [
        _head(severity, "count", escaped(say(severity + "s", language))) for severity in SEVERITIES
    ]
    heads += [_head(key, "status", escaped(ELEMENT_NAMES[key][language])) for key in ELEMENT_KEYS]
    legend = "".join(
        f'<li data-status="{status}">{status_words(status, language)}</li>' for status in SIGNS
    )
    short = [sum(row.statuses[n] in _SHORT for row in rows) for n in range(len(ELEMENT_KEYS))]
    foot = "".join(f"<td>{number}</td>" for number in short)
    return (
        f'<ul class="legend" role="list" aria-label="{escaped(say("legend", language))}">{legend}</ul>'
        '<div class="scroller" role="region" tabindex="0" '
        f'aria-label="{escaped(say("table-region", language))}"><table id="table">'
        f'<caption class="vh">{escaped(say("table-help", language))}</caption>'
        f"<thead><tr>{''.join(heads)}</tr></thead>\n<tbody>"
        + "\n".join(_row(row, language) for row in rows)
        + f'</tbody>\n<tfoot><tr><th scope="row">{escaped(say("table-short", language))}</th>'
        f'<td colspan="3"></td>{foot}</tr></tfoot></table></div>'
    )


def _head(key: str, kind: str, words: str) -> str:
    return (
        f'<th scope="col" class="{kind}" data-key="{key}" data-kind="{kind}">'
        f'<button type="button"><span>{words}</span></button></th>'
    )


def _row(row: TableRow, language: str) -> str:
    counts = "".join(
        f'<td class="count{" " + severity if number else ""}">{number}</td>'
        for severity, number in zip(SEVERITIES, row.counts, strict=True)
    )
    cells = "".join(
        f'<td data-status="{status}"><span role="img" aria-label="{word(status, language)}">'
        f"{SIGNS[status]}</span></td>"
        for status in row.statuses
    )
    return (
        f'<tr data-notice="{row.notice}"><th scope="row"><a href="#{row.notice}" lang="{row.language}">'
        f'{escaped(row.title)}</a><span class="path">{escaped(row.path)}</span></th>{counts}{cells}</tr>'
    )


def unread_html(errors: Sequence[Mapping[str, Any]], language: str) -> str:
    """The files that were not checked, and why; empty if there are none."""
    if not errors:
        return ""
    rows = "".join(
        f'<tr><th scope="row" class="path">{escaped(error["path"])}</th><td>{escaped(error["message"])}</td></tr>'
        for error in errors
    )
    heads = "".join(f'<th scope="col">{escaped(say(n, language))}</th>' for n in ("file", "reason"))
    return (
        f'<section class="unread" aria-labelledby="unread-title"><h2 id="unread-title">{escaped(say("not-checked", language))}</h2>'
        f'<p>{escaped(say("not-checked-help", language))}</p><table class="plain"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></section>"
    )


def notice_filters_html(language: str) -> str:
    """The form that filters the table and the notices with it; the script shows it."""
    elements = [(key, ELEMENT_NAMES[key][language]) for key in ELEMENT_KEYS]
    statuses = [(status, word(status, language)) for status in SIGNS]
    return (
        f'<form class="filters" id="notice-filters" aria-label="{escaped(say("filter-notices", language))}" hidden>'
        f'<label>{escaped(say("search", language))} <input type="search" id="filter-words" autocomplete="off"></label>'
        + _select("element", say("any-element", language), elements, language)
        + _select("status", say("any", language), statuses, language)
        + f'<button type="reset">{escaped(say("reset", language))}</button>'
        + _status("notices-shown", language)
        + "</form>"
    )


def finding_filters_html(rules: Iterable[str], language: str) -> str:
    """The form that filters findings; `rules` are the identifiers of those that found something."""
    families = [(f, family_name(f, language)) for f in sorted({family_of(rule) for rule in rules})]
    confidences = [
        (name, say("least", language, confidence_word(name, language)))
        for name in CONFIDENCES
        if name != "low"
    ]
    boxes = "".join(
        f'<label class="box"><input type="checkbox" name="severity" value="{severity}" checked> '
        f"{severity_badge(severity, language)}</label>"
        for severity in SEVERITIES
    )
    return (
        f'<form class="filters" id="finding-filters" aria-label="{escaped(say("filter-findings", language))}" hidden>'
        f'<fieldset><legend class="vh">{escaped(say("severity", language))}</legend>{boxes}</fieldset>'
        + _select("family", say("any", language), families, language)
        + _select("confidence", say("any", language), confidences, language)
        + f'<label class="box"><input type="checkbox" id="filter-only"> {escaped(say("only-with", language))}</label>'
        f'<span class="buttons"><button type="reset">{escaped(say("reset", language))}</button>'
        f'<button type="button" id="open-all">{escaped(say("open-all", language))}</button>'
        f'<button type="button" id="close-all">{escaped(say("close-all", language))}</button></span>'
        + _status("findings-shown", language)
        + "</form>"
    )


def _select(name: str, none: str, choices: Sequence[tuple[str, str]], language: str) -> str:
    options = "".join(f'<option value="{escaped(value)}">{escaped(words)}</option>' for value, words in choices)
    return (
        f'<label>{escaped(say(name, language))} <select id="filter-{name}">'
        f'<option value="">{escaped(none)}</option>{options}</select></label>'
    )


def _status(name: str, language: str) -> str:
    return f'<p role="status" id="{name}" data-words="{escaped(say(name, language))}"></p>'
