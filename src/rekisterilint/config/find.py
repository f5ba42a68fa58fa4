"""The configuration that is nearest to a file, upwards."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from rekisterilint.config.load import load_config
from rekisterilint.config.model import Config

FILE_NAMES = ("rekisterilint.toml", ".rekisterilint.toml", "pyproject.toml")


class ConfigFinder(msgspec.Struct):
    """Finds configurations, each folder looked at once. `fixed` is used for all files if given."""

    fixed: Config | None = None
    _known: dict[Path, Config] = msgspec.field(default_factory=dict)
    _as_typed: dict[str, Config] = msgspec.field(default_factory=dict)

    def for_file(self, path: Path) -> Config:
        """The configuration for the file at `path`. Raises ConfigError for a faulty one."""
        if self.fixed is not None:
            return self.fixed
        if path.is_symlink():
            # Unlike Path.resolve, this takes links that lead in a circle as they are.
            return self._for_folder(Path(os.path.realpath(path)).parent)
        folder = os.path.dirname(path)  # noqa: PTH120 - half the time of walking a large folder
        config = self._as_typed.get(folder)
        if config is None:
            config = self._as_typed[folder] = self._for_folder(path.resolve().parent)
        return config

    def _for_folder(self, folder: Path) -> Config:
        if folder in self._known:
            return self._known[folder]
        for name in FILE_NAMES:
            candidate = folder / name
            if candidate.is_file():
                config = load_config(candidate)
                if config is not None:
                    self._known[folder] = config
                    return config
        config = Config() if folder.parent == folder else self._for_folder(folder.parent)
        self._known[folder] = config
        return config
