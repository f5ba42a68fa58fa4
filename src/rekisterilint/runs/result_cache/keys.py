"""What a cached result depends on, as hashes: the program, how it is asked, the file."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

from rekisterilint.config.model import Config
from rekisterilint.folders import packaged_folder
from rekisterilint.runs.options import CheckOptions

_SIZE = 20
_CODE = (".py", ".json", ".yaml")
_SKIPPED = frozenset({"__pycache__"})


def program_key() -> bytes:
    """A hash of this program: version, code, rules and data, Python and the libraries beside it.

    Files of the program count by size and time of change: a tenth of a second for reading them
    would be most of a cached run.
    """
    from rekisterilint import __version__

    digest = blake2b(digest_size=_SIZE)
    digest.update(repr((__version__, sys.version, sys.platform)).encode())
    package = Path(__file__).resolve().parent.parent
    for folder in (package, packaged_folder("rules"), packaged_folder("schemas")):
        for name, stat in sorted(_files(str(folder), "")):
            digest.update(f"{name}\0{stat}\0".encode("utf-8", "surrogateescape"))
        digest.update(b"\0")
    for name in sorted(_libraries()):
        digest.update(f"{name}\0".encode("utf-8", "surrogateescape"))
    return digest.digest()


def _files(folder: str, below: str) -> Iterator[tuple[str, str]]:
    """The program's files below `folder`, each with its size and time of change."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name not in _SKIPPED:
                    yield from _files(entry.path, f"{below}{entry.name}/")
            elif entry.name.endswith(_CODE):
                stat = entry.stat()
                yield below + entry.name, f"{stat.st_size} {stat.st_mtime_ns}"


def _libraries() -> Iterator[str]:
    """Names with versions of all that is installed where Python looks for modules."""
    for folder in sys.path:
        try:
            with os.scandir(folder or ".") as entries:
                names = [entry.name for entry in entries]
        except OSError:
            continue
        yield from (name for name in names if name.endswith((".dist-info", ".egg-info")))


def settings_key(program: bytes, config: Config, options: CheckOptions) -> bytes:
    """A hash of how a file under `config` is checked: whatever can change its result but itself.

    Own rule files count by what they hold. Raises OSError when one can't be read.
    """
    limits = config.limits
    values: list[Any] = [
        str(config.root), config.select, config.ignore, sorted(config.severity.items()),
        [(entry.glob, entry.rules) for entry in config.per_file_ignores],
        [(e.file, e.rule, e.quote, e.reason, e.expires) for e in config.ignored],
        config.pedantic, config.min_confidence, config.controller_type, config.public_bodies,
        config.maximum_age_days, (limits.max_bytes, limits.max_pages, limits.max_seconds),
        config.organisation, options.language, options.today.isoformat(), options.ignores,
        options.with_blocks, options.records,
    ]  # fmt: skip
    digest = blake2b(program, digest_size=_SIZE)
    digest.update(repr(values).encode("utf-8", "surrogateescape"))
    for path in _rule_files((*config.rules, *options.extra_rules)):
        data = path.read_bytes()
        digest.update(f"{path}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
        digest.update(data)
    return digest.digest()


def _rule_files(folders: tuple[Path, ...]) -> list[Path]:
    if not folders:
        return []
    from rekisterilint.catalogue.load import rule_files

    return rule_files(folders)


def file_key(settings: bytes, path: str, place: str, data: bytes) -> bytes:
    """A hash of one file's content, its path and where globs see it, and how it is checked."""
    digest = blake2b(settings, digest_size=_SIZE)
    digest.update(f"{path}\0{place}\0".encode("utf-8", "surrogateescape"))
    digest.update(data)
    return digest.digest()
