"""The baseline: findings that were there when the tool was taken into use.

A file's findings are counted by fingerprint, so that moved lines don't matter; more findings of
a fingerprint than the baseline counts are all new ones beyond that number.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rekisterilint.config.load import ConfigError
from rekisterilint.locations import is_url

Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Baseline:
    """Counts by file (as seen from the baseline's folder) and fingerprint."""

    root: Path
    counts: Counts

    def key(self, path: str) -> str:
        """How `path` is named in the baseline."""
        if is_url(path):
            return path
        full = Path(path).resolve()
        try:
            return full.relative_to(self.root).as_posix()
        except ValueError:
            return full.as_posix()

    def known(self, path: str, fingerprints: Sequence[str]) -> list[bool]:
        """For each finding of a file whether the baseline covers it."""
        left = Counter(self.counts.get(self.key(path), {}))
        covered = []
        for fingerprint in fingerprints:
            covered.append(left[fingerprint] > 0)
            left[fingerprint] -= 1
        return covered


def load_baseline(path: Path) -> Baseline:
    """The baseline in `path`; empty if there is no such file. Raises ConfigError if it is faulty."""
    root = path.resolve().parent
    if not path.exists():
        return Baseline(root, {})
    try:
        values: Any = json.loads(path.read_text(encoding="utf-8"))
        counts = values["files"]
        if values["version"] != 1 or not all(
            isinstance(number, int) for by_print in counts.values() for number in by_print.values()
        ):
            raise ValueError("not a baseline of version 1")
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ConfigError(f"{path}: not a baseline file: {error}") from error
    return Baseline(root, counts)


def merged(old: Baseline, seen: Counts, *, prune: bool) -> dict[str, dict[str, int]]:
    """Counts to write: nothing known is lost, and the findings of this run are added.

    With `prune` nothing is added: counts fall to what was seen, files that are gone are left out.
    """
    counts = {path: dict(by_print) for path, by_print in old.counts.items()}
    for path, by_print in seen.items():
        before = counts.get(path, {})
        if prune:
            counts[path] = {n: min(c, by_print[n]) for n, c in before.items() if n in by_print}
        else:
            counts[path] = {n: max(before.get(n, 0), by_print.get(n, 0)) for n in {**before, **by_print}}
    if prune:
        counts = {path: c for path, c in counts.items() if path in seen or is_url(path) or (old.root / path).exists()}
    return {path: by_print for path, by_print in counts.items() if by_print}


def baseline_text(counts: Counts) -> str:
    """The file's content: sorted, so that a version control shows what changed."""
    values = {"version": 1, "files": {p: dict(sorted(counts[p].items())) for p in sorted(counts)}}
    return json.dumps(values, indent=1, ensure_ascii=False) + "\n"
