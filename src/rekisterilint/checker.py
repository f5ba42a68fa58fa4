"""One file from path to result: read, check, suppress. What every worker of a run does."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rekisterilint.catalogue import Catalogue, Confidence, Severity, load_catalogue
from rekisterilint.checks import Context, Settings
from rekisterilint.config import Config
from rekisterilint.engine import NOT_A_NOTICE, Engine
from rekisterilint.findings import Document, Finding
from rekisterilint.readers import ReadError, read_bytes, read_file
from rekisterilint.readers.messages import error_message, note_message
from rekisterilint.reports.values import file_result
from rekisterilint.results import FileResult
from rekisterilint.selection import named_by, selected_rules
from rekisterilint.suppress.configured import apply_ignored, matches_glob
from rekisterilint.suppress.inline import Parsed, apply_suppressions, parse_suppressions
from rekisterilint.text import Text

if TYPE_CHECKING:
    from rekisterilint.organisation.profile import Profile
    from rekisterilint.organisation.record import NoticeRecord


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What a run asks of each file, the same for all of them.

    `extra_rules` are rule files beside those of the configuration. `with_blocks` keeps the text as
    read for reports that show it. `records` keeps the details of
    each notice for comparing them (`run`), with the sentences on each element (`full`). `today` is the day that ages are counted to.
    """

    language: str
    today: datetime.date
    extra_rules: tuple[Path, ...] = ()
    ignores: bool = True
    with_blocks: bool = False
    records: str = ""


@dataclass
class Checker:
    """Checks files. Keeps an engine for each set of rule files that configurations name."""

    options: CheckOptions
    _catalogues: dict[tuple[Path, ...], Catalogue] = field(default_factory=dict)
    _engines: dict[tuple[object, ...], Engine] = field(default_factory=dict)

    def catalogue(self, config: Config) -> Catalogue:
        """The catalogue for files under `config`. Raises CatalogueError for faulty rule files."""
        folders = (*config.rules, *self.options.extra_rules)
        if folders not in self._catalogues:
            self._catalogues[folders] = _load(folders)
        return self._catalogues[folders]

    def engine(self, config: Config) -> Engine:
        """The engine for files under `config`."""
        key = (
            config.rules, config.select, config.ignore, config.pedantic,
            config.controller_type, config.maximum_age_days, id(config.organisation),
        )  # fmt: skip
        if key not in self._engines:
            catalogue = self.catalogue(config)
            settings = Settings(
                self.options.today, config.controller_type, config.maximum_age_days, profile_of(config)
            )  # fmt: skip
            rules = selected_rules(
                catalogue.rules, config.select, config.ignore, pedantic=config.pedantic
            )
            self._engines[key] = Engine(catalogue, settings, rules)
        return self._engines[key]

    def check(self, path: str, config: Config, data: bytes | None = None) -> FileResult:
        """The result for the file at `path`, or for `data` read as a file of that name."""
        engine = self.engine(config)
        try:
            if data is None:
                text = read_file(Path(path), config.limits, engine.heading_words)
            else:
                text = read_bytes(data, Path(path).name, config.limits, engine.heading_words)
        except ReadError as error:
            return self._unread(path, error.code, error_message(error.code, error.values, self.options.language))
        try:
            document, contexts = engine.examine(text, path)
            records = self._records(document, contexts, engine)
        except Exception as error:
            # A crash must not stop the run, nor pass for a clean file.
            return self._unread(path, "internal-error", f"{type(error).__name__}: {error}")
        result = self._result(document, config, text, engine)
        return replace(result, extras={**result.extras, "notices": records}) if records else result

    def _records(
        self, document: Document, contexts: Sequence[Context], engine: Engine
    ) -> tuple[NoticeRecord, ...]:
        """The details of the file's notices if the run asks for them; none of what is no notice."""
        kept = self.options.records
        if not kept or any(finding.rule.id == NOT_A_NOTICE for finding in document.findings):
            return ()
        from rekisterilint.organisation.build import notice_records

        rules = engine.catalogue.rules.values()
        known = frozenset(name for rule in rules for name in (rule.id, rule.family))
        parsed = parse_suppressions(document.text, known) if self.options.ignores else Parsed()
        return notice_records(contexts, document.path, parsed.suppressions, full=kept == "full")

    def _unread(self, path: str, code: str, message: str) -> FileResult:
        return FileResult(path, None, {"path": path, "code": code, "message": message})

    def _result(self, document: Document, config: Config, text: Text, engine: Engine) -> FileResult:
        language = self.options.language
        findings: Sequence[Finding] = document.findings
        hidden: list[tuple[Finding, str, str]] = []
        remarks = list(text.notes)
        if self.options.ignores:
            rules = engine.catalogue.rules.values()
            known = frozenset(name for rule in rules for name in (rule.id, rule.family))
            # What is found over the whole run only can't be called unused here.
            run = [r for r in (rules if engine.rules is None else engine.rules) if r.kind != "run"]
            active = frozenset(name for rule in run for name in (rule.id, rule.family))
            findings, by_comment, more = apply_suppressions(
                findings, parse_suppressions(text, known), text, active
            )
            hidden += [(finding, "comment", reason) for finding, reason in by_comment]
            remarks += more
            findings, by_config, more = apply_ignored(
                findings, config, document.path, self.options.today, active
            )
            hidden += [(finding, "configuration", reason) for finding, reason in by_config]
            remarks += more
        findings = _configured(findings, config, document.path)
        hidden = [
            (left, by, reason)
            for finding, by, reason in hidden
            for left in _configured([finding], config, document.path)
        ]
        notes = tuple(note_message(code, detail, language) for code, detail in remarks)
        shown = replace(document, findings=tuple(findings))
        result = file_result(shown, language, notes, with_blocks=self.options.with_blocks)
        if document.crashes:
            message = error_message("rule-crashed", {"rules": "; ".join(document.crashes)}, language)
            crash = {"path": document.path, "code": "rule-crashed", "message": message}
            result = replace(result, error=crash)
        if not hidden:
            return result
        return replace(result, suppressed=_suppressed(document, hidden, language))


def profile_of(config: Config) -> Profile | None:
    """The organisation's profile that `config` holds, if any."""
    if not config.organisation:
        return None
    from rekisterilint.organisation.profile import read_profile

    return read_profile(config.organisation)


def _load(folders: tuple[Path, ...]) -> Catalogue:
    """The product's own files are validated by its tests, a team's own whenever they are read."""
    if not folders:
        return load_catalogue()
    from rekisterilint.catalogue.validate import load_valid_catalogue

    return load_valid_catalogue(folders)


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
