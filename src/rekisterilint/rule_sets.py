"""Which rules are in force under a configuration: known without the engine that runs them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from rekisterilint.config.model import Config
from rekisterilint.runs.options import CheckOptions

if TYPE_CHECKING:
    from rekisterilint.catalogue.model import Catalogue, Rule
    from rekisterilint.organisation.profile import Profile

MOST_CONFIGURATIONS = 256


class RuleSets(msgspec.Struct):
    """The catalogues of a run, each loaded once, by the rule files beside our own.

    Those of `trusted` are not held against the schema: they were before.
    """

    options: CheckOptions
    catalogues: dict[tuple[Path, ...], Catalogue] = msgspec.field(default_factory=dict)
    trusted: set[tuple[Path, ...]] = msgspec.field(default_factory=set)
    _selected: dict[int, tuple[Config, list[Rule]]] = msgspec.field(default_factory=dict)

    def catalogue(self, config: Config) -> Catalogue:
        """The catalogue for files under `config`. Raises CatalogueError for faulty rule files."""
        folders = self.folders(config)
        if folders not in self.catalogues:
            self.catalogues[folders] = _load(folders, folders in self.trusted)
        return self.catalogues[folders]

    def folders(self, config: Config) -> tuple[Path, ...]:
        """The rule files, or folders with them, beside our own."""
        return (*config.rules, *self.options.extra_rules)

    def selected(self, config: Config) -> list[Rule]:
        """The rules that run on files under `config`."""
        # The configuration is kept beside its rules: so no other one gets its number.
        known = self._selected.get(id(config))
        if known is None:
            from rekisterilint.selection import selected_rules

            if len(self._selected) >= MOST_CONFIGURATIONS:
                self._selected.clear()
            rules = self.catalogue(config).rules
            chosen = selected_rules(rules, config.select, config.ignore, pedantic=config.pedantic)
            known = self._selected[id(config)] = config, chosen
        return known[1]


def _load(folders: tuple[Path, ...], trusted: bool) -> Catalogue:
    """The product's own files are validated by its tests, a team's own whenever they are read."""
    if trusted or not folders:
        from rekisterilint.catalogue.load import load_catalogue

        return load_catalogue(folders)
    from rekisterilint.catalogue.validate import load_valid_catalogue

    return load_valid_catalogue(folders)


def profile_of(config: Config) -> Profile | None:
    """The organisation's profile that `config` holds, if any."""
    if not config.organisation:
        return None
    from rekisterilint.organisation.profile import read_profile

    return read_profile(config.organisation)
