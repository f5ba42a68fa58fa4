"""Batches of tasks as they go to another process, and what it does with them."""

from __future__ import annotations

import pickle
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rekisterilint.config.model import Config
from rekisterilint.locations import is_url
from rekisterilint.runs.options import CheckOptions
from rekisterilint.runs.run import Task

if TYPE_CHECKING:
    from rekisterilint.checker import Checker


@dataclass(frozen=True, slots=True)
class Parcel:
    """A batch: configurations once each, pickled, and for each file its path, its configuration's
    number, its content if that is sent along, and its place (see `run.Task`). `version` is that of
    the program that made it, if it goes to another machine."""

    options: CheckOptions
    configs: tuple[bytes, ...]
    files: tuple[tuple[str, int, bytes | None, str], ...]
    version: str = ""


@dataclass
class Packer:
    """Makes parcels, `abroad` for other machines; a configuration is pickled once for the whole run."""

    options: CheckOptions
    abroad: bool = False
    _pickled: dict[int, tuple[Config, bytes]] = field(default_factory=dict)

    def parcel(self, tasks: Sequence[Task]) -> Parcel:
        """The parcel of `tasks`."""
        numbers: dict[bytes, int] = {}
        files = []
        for task in tasks:
            number = numbers.setdefault(self._packed(task.config), len(numbers))
            files.append((task.path, number, task.data, task.place))
        version = ""
        if self.abroad:
            from rekisterilint.runs.abroad import program_version

            version = program_version()
        return Parcel(self.options, tuple(numbers), tuple(files), version)

    def _packed(self, config: Config) -> bytes:
        known = self._pickled.get(id(config))
        if known is None:
            sent: object = config
            if self.abroad:
                from rekisterilint.runs.abroad import config_abroad

                sent = config_abroad(config)
            known = self._pickled[id(config)] = config, pickle.dumps(sent)
        return known[1]


_checkers: dict[CheckOptions, Checker] = {}
_configs: dict[bytes, Config] = {}
_MOST_KEPT = 16
# A worker may have several threads; an engine learns as it goes and is for one at a time.
_one_at_a_time = threading.RLock()


def check_parcel(parcel: Parcel) -> list[bytes]:
    """Check a parcel's files; returns their packed results. What other processes run.

    Raises VersionError where this is another version of the program.
    """
    from rekisterilint.runs.packing import pack

    if parcel.version:
        from rekisterilint.runs.abroad import check_version

        check_version(parcel.version)
    with _one_at_a_time:
        configs = [_unpacked(pickled) for pickled in parcel.configs]
        tasks = [Task(path, configs[number], data, place) for path, number, data, place in parcel.files]
        if any(task.data is None and is_url(task.path) for task in tasks):
            from rekisterilint.runs.remote import with_content

            tasks = list(with_content(tasks))
        checker = _checker_for(parcel.options)
        return [pack(checker.check(t.path, t.config, t.data, t.place)) for t in tasks]


def _checker_for(options: CheckOptions) -> Checker:
    checker = _checkers.get(options)
    if checker is None:
        from rekisterilint.checker import Checker

        if len(_checkers) >= _MOST_KEPT:
            _checkers.clear()
        checker = _checkers[options] = Checker(options)
    return checker


def _unpacked(pickled: bytes) -> Config:
    # Pickled by the process that started this one, or by whoever may run what he likes here anyway.
    config = _configs.get(pickled)
    if config is None:
        if len(_configs) >= _MOST_KEPT:
            _configs.clear()
        loaded = pickle.loads(pickled)
        config = loaded if isinstance(loaded, Config) else loaded.unpacked()
        assert isinstance(config, Config)
        _configs[pickled] = config
    return config
