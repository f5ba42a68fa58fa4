"""Findings over a run as the plain values that reports are written from."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from rekisterilint.catalogue.model import Confidence, Rule
from rekisterilint.config import Config
from rekisterilint.findings import translated
from rekisterilint.fingerprints import fingerprint_of
from rekisterilint.organisation.outcome import RunFinding
from rekisterilint.organisation.record import Detail, NoticeRecord, Place
from rekisterilint.readers.messages import note_message
from rekisterilint.results import FileResult
from rekisterilint.selection import named_by
from rekisterilint.suppress.configured import matches_glob
from rekisterilint.suppress.inline import Suppression, unused_remark


def with_run_findings(
    result: FileResult,
    findings: Sequence[tuple[NoticeRecord, RunFinding]],
    rules: Mapping[str, Rule],
    config: Config,
    language: str,
    today: datetime.date,
    *,
    ignores: bool = True,
    whole: bool = False,
) -> FileResult:
    """`result` with the findings about its notices, in their place among the others.

    `rules` are those that run on this file. Severities, the least confidence, comments and ignored
    entries count as for any finding. Where the run reads the `whole` folder, a remark is made on
    each comment that hides nothing.
    """
    waiting: Sequence[Suppression] = result.extras.get("comments", ())
    if result.document is None or not (findings or waiting):
        return result
    extras = {key: list(value) for key, value in result.extras.items() if key not in ("notices", "comments")}
    listed: list[Mapping[str, Any]] = list(result.document["findings"])
    # One for each finding, as the other lists of `extras`: what hides a finding hides its row.
    table: list[dict[str, Any] | None] = [None] * len(listed)
    suppressed = list(result.suppressed)
    used: set[Suppression] = set()
    for record, finding in findings:
        rule = rules.get(finding.rule)
        if rule is None:
            continue
        detail, place = record.details[finding.detail], record.places[finding.detail]
        comment = _comment_on(rule, place) if ignores else None
        if comment is not None:
            used.add(comment)
        if not _is_wanted(rule, finding, config, result.path):
            continue
        values = _values(rule, finding, detail, place, config, language)
        mark = fingerprint_of(rule.id, place.section, detail.written)
        if _is_told_by_profile(listed, place):
            continue
        hidden = ("comment", comment.reason) if comment else None
        if hidden is None and ignores:
            hidden = _hidden_by(rule, detail, config, result.path, today)
        if hidden is not None:
            suppressed.append({**values, "by": hidden[0], "reason": hidden[1], "fingerprint": mark})
            continue
        at = _index(listed, place)
        listed.insert(at, values)
        for key, value in _extras(finding, place, mark).items():
            if key in extras:
                extras[key].insert(at, value)
        table.insert(at, _row(rule.id, finding, record, place, language))
    idle = [comment for comment in waiting if comment not in used] if whole else []
    notes = result.notes + _remarks(idle, language)
    document = {**result.document, "findings": listed}
    if any(table):
        extras["disagreements"] = table
    return result.changed(
        document=document, extras=extras, suppressed=tuple(suppressed), notes=notes
    )


def _remarks(idle: Sequence[Suppression], language: str) -> tuple[str, ...]:
    """What is said of comments that hide nothing."""
    return tuple(note_message(code, about, language) for code, about in map(unused_remark, idle))


def _is_told_by_profile(listed: Sequence[Mapping[str, Any]], place: Place) -> bool:
    """Whether ORG802 has a finding there: the profile knows better than the majority."""
    here = (place.line, place.column)
    return any(f["rule"] == "ORG802" and (f["line"], f["column"]) == here for f in listed)


def _index(listed: Sequence[Mapping[str, Any]], place: Place) -> int:
    """Where a finding stands among the others in the order of the text."""
    here = (place.line, place.column)
    return next((n for n, f in enumerate(listed) if (f["line"], f["column"]) > here), len(listed))


def _comment_on(rule: Rule, place: Place) -> Suppression | None:
    return next((c for c in place.muted if rule.id in c.rules or rule.family in c.rules), None)


def _is_wanted(rule: Rule, finding: RunFinding, config: Config, path: str) -> bool:
    if Confidence[finding.confidence.upper()] < Confidence[config.min_confidence.upper()]:
        return False
    return not any(
        named_by(selector, rule)
        for entry in config.per_file_ignores
        if matches_glob(path, entry.glob, config.root)
        for selector in entry.rules
    )


def _hidden_by(
    rule: Rule, detail: Detail, config: Config, path: str, today: datetime.date
) -> tuple[str, str] | None:
    """The entry of the configuration that hides a finding, and its reason; None if none does."""
    for entry in config.ignored:
        live = not entry.expires or datetime.date.fromisoformat(entry.expires) >= today
        speaks_of_it = live and entry.rule == rule.id and entry.quote in detail.written
        if speaks_of_it and matches_glob(path, entry.file, config.root):
            return "configuration", entry.reason
    return None


def _values(
    rule: Rule, finding: RunFinding, detail: Detail, place: Place, config: Config, language: str
) -> dict[str, Any]:
    """As `reports.json_report.finding_values` gives them."""
    severity = config.severity.get(rule.id) or config.severity.get(rule.family) or rule.severity.label
    words = {name: translated(value, language) for name, value in finding.values.items()}
    message = rule.messages[finding.variant][language].format_map({"excerpt": detail.written, **words})
    return {
        "rule": rule.id,
        "name": rule.name,
        "severity": severity,
        "confidence": finding.confidence,
        "message": message,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "page": place.page,
        "excerpt": detail.written,
        "provision": rule.provision,
        "suggestion": finding.suggestion or None,
        "fix": None,
    }


def _extras(finding: RunFinding, place: Place, mark: str) -> dict[str, Any]:
    """As `reports.values.file_result` gives them."""
    return {
        "snippets": dict(place.snippet),
        "sections": place.section,
        "fingerprints": mark,
        "related": [],
        "edits": [],
        "variants": finding.variant,
        "spans": [place.start, place.end],
    }


def _row(
    rule: str, finding: RunFinding, record: NoticeRecord, place: Place, language: str
) -> dict[str, Any]:
    """A line of the table of disagreements."""
    row = {name: translated(value, language) for name, value in finding.table.items()}
    return {"rule": rule, "path": record.path, "line": place.line, **row}
