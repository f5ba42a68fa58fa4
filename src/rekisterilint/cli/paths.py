"""Paths on the command line to files: folders are walked, globs expanded."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from rekisterilint.config import Config
from rekisterilint.suppress.configured import matches_glob

SUFFIXES = frozenset(
    {".txt", ".md", ".markdown", ".html", ".htm", ".pdf", ".docx", ".odt", ".yaml", ".yml", ".json"}
)
_SKIPPED_FOLDERS = frozenset({".git", ".hg", ".svn", "node_modules", ".venv", "__pycache__", ".tox"})
_CONFIGURATION = frozenset({"rekisterilint.toml", ".pre-commit-config.yaml", "package.json"})


def expand_paths(arguments: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Each file once, as (path, whether it was named itself); what does not exist is passed on.

    Folders are walked in name order; in them only files with a readable ending count, links to
    folders are not followed.
    """
    seen: set[str] = set()
    for argument in arguments:
        for path, named in _expand(argument):
            key = os.path.normcase(os.path.abspath(path))
            if key not in seen:
                seen.add(key)
                yield path, named


def _expand(argument: str) -> Iterator[tuple[str, bool]]:
    path = Path(argument)
    if path.is_dir():
        for found in _walk(path):
            yield found, False
    elif not path.exists() and glob.has_magic(argument):
        matches = sorted(glob.glob(argument, recursive=True))
        for match in matches:
            if Path(match).is_dir():
                continue
            yield match, False
        if not matches:
            yield argument, True
    else:
        yield argument, True


def _walk(folder: Path) -> Iterator[str]:
    for current, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in _SKIPPED_FOLDERS)
        for name in sorted(files):
            if Path(name).suffix.lower() in SUFFIXES and name not in _CONFIGURATION:
                yield str(Path(current) / name)


def is_excluded(path: str, config: Config) -> bool:
    """Whether the configuration leaves the file out of folders."""
    return any(matches_glob(path, pattern, config.root) for pattern in config.exclude)
