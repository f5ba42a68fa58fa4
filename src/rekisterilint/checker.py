"""One file from path to result: read, check, suppress. What every worker of a run does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from rekisterilint.catalogue import Confidence, Rule, Severity
from rekisterilint.checks import Context, Settings
from rekisterilint.config import Config
from rekisterilint.engine import NOT_A_NOTICE, Engine
from rekisterilint.findings import Document, Finding
from rekisterilint.locations import file_name, is_url
from rekisterilint.readers import ReadError, read_bytes, read_file
from rekisterilint.readers.messages import error_message, note_message
from rekisterilint.reports.values import file_result
from rekisterilint.results import FileResult
from rekisterilint.rule_sets import MOST_CONFIGURATIONS, RuleSets, profile_of
from rekisterilint.runs.options import CheckOptions
from rekisterilint.selection import named_by
from rekisterilint.suppress.configured import apply_ignored, matches_glob
from rekisterilint.suppress.inline import (
    Parsed,
    Suppression,
    apply_suppressions,
    parse_suppressions,
)
from rekisterilint.text import Text
from rekisterilint.time_limit import TimeIsUpError, in_time

__all__ = ["CheckOptions", "Checker", "profile_of"]

if TYPE_CHECKING:
    from rekisterilint.organisation.record import NoticeRecord


class _Prepared(msgspec.Struct, frozen=True):
    """What checking under `config` takes: the engine, and what comments and entries may name.

    `known` are all rules and families, `active` those that run, `later` those that run when all
    notices of a run are read.
    """

    config: Config
    engine: Engine
    known: frozenset[str]
    active: frozenset[str]
    later: frozenset[str]


class Checker(RuleSets):
    """Checks files. Keeps an engine for each set of rule files that configurations name."""

    _engines: dict[tuple[object, ...], Engine] = msgspec.field(default_factory=dict)
    _prepared: dict[int, _Prepared] = msgspec.field(default_factory=dict)

    def engine(self, config: Config) -> Engine:
        """The engine for files under `config`."""
        return self._for(config).engine

    def _for(self, config: Config) -> _Prepared:
        # The configuration is kept beside what was made of it: so no other one gets its number.
        prepared = self._prepared.get(id(config))
        if prepared is None:
            if len(self._prepared) >= MOST_CONFIGURATIONS:
                self._prepared.clear()
            engine = self._engine(config)
            rules = engine.catalogue.rules.values()
            chosen = list(rules if engine.rules is None else engine.rules)
            prepared = self._prepared[id(config)] = _Prepared(
                config, engine, _names(rules),
                # What is found over the whole run only can't be called unused in one file.
                _names(r for r in chosen if r.kind != "run"), _names(r for r in chosen if r.kind == "run"),
            )  # fmt: skip
        return prepared

    def _engine(self, config: Config) -> Engine:
        key = (
            config.rules, config.select, config.ignore, config.pedantic,
            config.controller_type, config.maximum_age_days, repr(config.organisation),
        )  # fmt: skip
        if key not in self._engines:
            settings = Settings(
                self.options.today, config.controller_type, config.maximum_age_days, profile_of(config)
            )  # fmt: skip
            self._engines[key] = Engine(self.catalogue(config), settings, self.selected(config))
        return self._engines[key]

    def check(
        self, path: str, config: Config, data: bytes | None = None, place: str = ""
    ) -> FileResult:
        """The result for the file at `path`, or for `data` read as a file of that name.

        Globs of the configuration are held against `place`, where it differs from `path`.
        """
        prepared = self._for(config)
        engine = prepared.engine
        try:
            if data is None and is_url(path):
                from rekisterilint.runs.remote import read_url

                data = read_url(path, config.limits)
            if data is None:
                text = read_file(Path(path), config.limits, engine.heading_words)
            else:
                text = read_bytes(data, file_name(path), config.limits, engine.heading_words)
        except ReadError as error:
            return self._unread(path, error.code, error_message(error.code, error.values, self.options.language))
        seconds = config.limits.max_seconds
        try:
            return in_time(seconds, lambda: self._examined(text, path, prepared, place or path))
        except TimeIsUpError:
            message = error_message("check-too-slow", {"seconds": f"{seconds:g}"}, self.options.language)
            return self._unread(path, "check-too-slow", message)
        except Exception as error:
            # A crash must not stop the run, nor pass for a clean file.
            return self._unread(path, "internal-error", f"{type(error).__name__}: {error}")

    def _examined(self, text: Text, path: str, prepared: _Prepared, place: str) -> FileResult:
        document, contexts = prepared.engine.examine(text, path)
        records = self._records(document, contexts, prepared)
        result = self._result(document, text, prepared, place)
        return result.changed(extras={**result.extras, "notices": records}) if records else result

    def _records(
        self, document: Document, contexts: Sequence[Context], prepared: _Prepared
    ) -> tuple[NoticeRecord, ...]:
        """The details of the file's notices if the run asks for them; none of what is no notice."""
        kept = self.options.records
        if not kept or any(finding.rule.id == NOT_A_NOTICE for finding in document.findings):
            return ()
        from rekisterilint.organisation.build import notice_records

        ignores = self.options.ignores
        parsed = parse_suppressions(document.text, prepared.known) if ignores else Parsed()
        return notice_records(contexts, document.path, parsed.suppressions, full=kept == "full")

    def _unread(self, path: str, code: str, message: str) -> FileResult:
        return FileResult(path, None, {"path": path, "code": code, "message": message})

    def _result(
        self, document: Document, text: Text, prepared: _Prepared, place: str
    ) -> FileResult:
        language, config = self.options.language, prepared.config
        findings: Sequence[Finding] = document.findings
        hidden: list[tuple[Finding, str, str]] = []
        waiting: tuple[Suppression, ...] = ()
        remarks = list(text.notes)
        if self.options.ignores:
            applied = apply_suppressions(
                findings, parse_suppressions(text, prepared.known), text, prepared.active,
                prepared.later,
            )  # fmt: skip
            findings, waiting = applied.kept, applied.waiting
            hidden += [(finding, "comment", reason) for finding, reason in applied.hidden]
            remarks += applied.remarks
            findings, by_config, more = apply_ignored(
                findings, config, place, self.options.today, prepared.active
            )
            hidden += [(finding, "configuration", reason) for finding, reason in by_config]
            remarks += more
        findings = _configured(findings, config, place)
        hidden = [
            (left, by, reason)
            for finding, by, reason in hidden
            for left in _configured([finding], config, place)
        ]
        notes = tuple(note_message(code, detail, language) for code, detail in remarks)
        shown = replace(document, findings=tuple(findings))
        result = file_result(shown, language, notes, with_blocks=self.options.with_blocks)
        if waiting and self.options.records:
            result = result.changed(extras={**result.extras, "comments": waiting})
        if document.crashes:
            message = error_message("rule-crashed", {"rules": "; ".join(document.crashes)}, language)
            crash = {"path": document.path, "code": "rule-crashed", "message": message}
            result = result.changed(error=crash)
        if not hidden:
            return result
        return result.changed(suppressed=_suppressed(document, hidden, language))


def _names(rules: Iterable[Rule]) -> frozenset[str]:
    return frozenset(name for rule in rules for name in (rule.id, rule.family))


def _configured(findings: Sequence[Finding], config: Config, path: str) -> list[Finding]:
    """Severities as configured; per-file ignores and the least confidence applied."""
    off = [
        selector
        for entry in config.per_file_ignores
        if matches_glob(path, entry.glob, config.root)
        for selector in entry.rules
    ]
    least = Confidence[config.min_confidence.upper()]
    kept = []
    for finding in findings:
        if finding.confidence < least or any(named_by(name, finding.rule) for name in off):
            continue
        name = config.severity.get(finding.rule.id) or config.severity.get(finding.rule.family)
        kept.append(replace(finding, severity=Severity[name.upper()]) if name else finding)
    return kept


def _suppressed(
    document: Document, hidden: list[tuple[Finding, str, str]], language: str
) -> tuple[dict[str, object], ...]:
    values = file_result(
        replace(document, findings=tuple(finding for finding, _, _ in hidden)), language
    )
    assert values.document is not None
    return tuple(
        {**finding, "by": by, "reason": reason, "fingerprint": fingerprint}
        for finding, (_, by, reason), fingerprint in zip(
            values.document["findings"], hidden, values.extras["fingerprints"], strict=True
        )
    )
