"""Findings hidden by the configuration's `ignored` entries and `per-file-ignores`."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from fnmatch import fnmatch
from pathlib import Path

from rekisterilint.config.model import Config, Ignored
from rekisterilint.findings import Finding


def matches_glob(path: str, glob: str, root: Path) -> bool:
    """Whether `path` matches `glob`, seen from `root`, by its whole path or its name."""
    full = Path(path).resolve()
    try:
        relative = full.relative_to(root.resolve()).as_posix()
    except ValueError:
        relative = full.as_posix()
    return fnmatch(relative, glob) or fnmatch(full.name, glob) or fnmatch(relative, f"{glob.rstrip('/')}/*")


def apply_ignored(
    findings: Sequence[Finding], config: Config, path: str, today: datetime.date
) -> tuple[list[Finding], list[tuple[Finding, str]], list[tuple[str, str]]]:
    """What is left, what is hidden with the reason, and remarks on entries that count no more."""
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
    remarks += [("ignored-unused", entry.rule) for entry in live if entry not in used]
    return kept, hidden, remarks


def _expired(entry: Ignored, today: datetime.date) -> bool:
    return bool(entry.expires) and datetime.date.fromisoformat(entry.expires) < today
