"""Results of earlier runs, found by what the file holds and how it is to be checked."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from rekisterilint.config.model import Config
from rekisterilint.locations import is_url
from rekisterilint.results import FileResult
from rekisterilint.runs.options import CheckOptions
from rekisterilint.runs.packing import UnpackError, unpack
from rekisterilint.runs.result_cache.keys import file_key, program_key, settings_key
from rekisterilint.runs.result_cache.store import Store
from rekisterilint.runs.run import Task

# Larger files are left to be read by the process that checks them.
_LARGEST = 16 * 2**20


@dataclass(frozen=True, slots=True)
class Lookup:
    """A file's key, its content as it was looked up, and its result if there is one."""

    key: bytes
    data: bytes
    found: FileResult | None


@dataclass
class ResultCache:
    """What a run with `options` finds in a store and puts there.

    Only results without an error are kept: an error may pass.
    """

    kept: Store
    options: CheckOptions
    _program: bytes = field(default_factory=program_key)
    _settings: dict[int, tuple[Config, bytes]] = field(default_factory=dict)

    def knows(self, config: Config) -> bool:
        """Whether `config` was found to be in order with these options and rule files."""
        return self.kept.knows_settings(self._key(config))

    def vouch_for(self, config: Config) -> None:
        """Keep that `config` is in order."""
        self.kept.add_settings(self._key(config))

    def look_up(self, task: Task) -> Lookup | None:
        """What is known of a task's file; None for what is not to be cached."""
        data = task.data if task.data is not None else _content(task)
        if data is None:
            return None
        key = file_key(self._key(task.config), task.path, _place(task), data)
        packed = self.kept.get(key)
        if packed is not None:
            try:
                found = unpack(packed, task.path, trusted=True)
            except UnpackError:
                pass
            else:
                return Lookup(key, b"", found)
        return Lookup(key, data, None)

    def store(self, key: bytes, packed: bytes) -> None:
        """Keep a packed result under its key."""
        self.kept.put(key, packed)

    def _key(self, config: Config) -> bytes:
        known = self._settings.get(id(config))
        if known is None:
            known = self._settings[id(config)] = config, settings_key(self._program, config, self.options)
        return known[1]


def _content(task: Task) -> bytes | None:
    """What the file holds; None for what is to be refused, or read by the process that checks it."""
    if is_url(task.path):
        return None
    try:
        # Not to wait at a pipe that nobody writes to.
        number = os.open(task.path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    except (OSError, ValueError):
        return None
    try:
        about = os.fstat(number)
        if not stat.S_ISREG(about.st_mode) or about.st_size > min(_LARGEST, task.config.limits.max_bytes):
            return None
        with open(number, "rb", buffering=0, closefd=False) as stream:
            return stream.read() or None
    except OSError:
        return None
    finally:
        os.close(number)


def _place(task: Task) -> str:
    """Where globs of the configuration see the file; nothing where there are none."""
    config = task.config
    if not (config.per_file_ignores or config.ignored):
        return ""
    return task.place or str(Path(task.path).resolve())
