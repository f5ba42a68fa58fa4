"""Findings hidden by the configuration's `ignored` entries and `per-file-ignores`."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Sequence
from fnmatch import fnmatch
from glob import has_magic
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from rekisterilint.config.model import Config, Ignored
from rekisterilint.locations import file_name, is_url
from rekisterilint.results import FileResult

if TYPE_CHECKING:
    from rekisterilint.findings import Finding


def matches_glob(path: str, glob: str, root: Path) -> bool:
    """Whether `path` matches `glob`, seen from `root`, by its whole path or its name.

    Of a URL the whole and the name count.
    """
    if is_url(path):
        return fnmatch(file_name(path), glob) or fnmatch(path, glob)
    full = Path(path).resolve()
    try:
        relative = full.relative_to(root.resolve()).as_posix()
    except ValueError:
        relative = full.as_posix()
    # "**/" means any folder, this one too.
    globs = [glob, glob.removeprefix("**/"), f"{glob.rstrip('/')}/*"]
    return fnmatch(full.name, glob) or any(fnmatch(relative, pattern) for pattern in globs)


def apply_ignored(
    findings: Sequence[Finding],
    config: Config,
    path: str,
    today: datetime.date,
    active: Collection[str],
) -> tuple[list[Finding], list[tuple[Finding, str]], list[tuple[str, str]]]:
    """What is left, what is hidden with the reason, and remarks on entries that count no more.

    Only entries for one file are called unused here: what a glob is for is known after the run
    (`EntryUse`). `active` are the rules that were run.
    """
    entries = [entry for entry in config.ignored if matches_glob(path, entry.file, config.root)]
    remarks = [
        ("ignored-expired", f"{entry.rule} ({entry.expires})")
        for entry in entries
        if _expired(entry, today)
    ]
    live = [entry for entry in entries if not _expired(entry, today)]
    kept: list[Finding] = []
    hidden: list[tuple[Finding, str]] = []
    used: set[Ignored] = set()
    for finding in findings:
        by = next((e for e in live if e.rule == finding.rule.id and e.quote in finding.excerpt), None)
        if by is None:
            kept.append(finding)
        else:
            used.add(by)
            hidden.append((finding, by.reason))
    remarks += [
        ("ignored-unused", entry.rule)
        for entry in live
        if entry not in used and entry.rule in active and not has_magic(entry.file)
    ]
    return kept, hidden, remarks


class EntryUse(msgspec.Struct):
    """Which `ignored` entries hid something, where only the whole run tells: those for several files,
    and those of rules over several notices.
    """

    _used: dict[Ignored, bool] = msgspec.field(default_factory=dict)

    def add(
        self, result: FileResult, config: Config, ran: Collection[str], over_run: Collection[str]
    ) -> None:
        """Take one file's result; `config` is in force for it.

        `ran` are the rules that looked at the file alone, `over_run` those that looked at it among
        the others.
        """
        if result.document is None:
            return
        for entry in config.ignored:
            counts = entry.rule in over_run or (entry.rule in ran and has_magic(entry.file))
            if counts and matches_glob(result.path, entry.file, config.root):
                self._used[entry] = self._used.get(entry, False) or any(
                    finding["by"] == "configuration"
                    and finding["rule"] == entry.rule
                    and entry.quote in finding["excerpt"]
                    for finding in result.suppressed
                )

    def unused(self) -> list[Ignored]:
        """Entries that matched a file and hid nothing in any."""
        return [entry for entry, used in self._used.items() if not used]


def _expired(entry: Ignored, today: datetime.date) -> bool:
    return bool(entry.expires) and datetime.date.fromisoformat(entry.expires) < today
