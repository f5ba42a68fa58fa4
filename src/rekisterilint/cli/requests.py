"""From what the user typed to what is to be done: shared by the commands that read files."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from rekisterilint.cli.messages import say
from rekisterilint.cli.paths import expand_paths, is_excluded
from rekisterilint.config import Config, ConfigFinder, load_config
from rekisterilint.locations import is_url
from rekisterilint.runs.run import Task

if TYPE_CHECKING:
    from rekisterilint.rule_sets import RuleSets

_LANGUAGES = ("fi", "sv", "en")


class UsageError(Exception):
    """A request that can't be carried out; nothing was checked. Exit status 2."""


class Overrides(msgspec.Struct, frozen=True):
    """Options that outrank the configuration; empty ones don't."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    pedantic: bool = False
    min_confidence: str = ""
    fail_on: str = ""
    language: str = ""

    def apply(self, config: Config) -> Config:
        """`config` with these options in its place."""
        changed: dict[str, object] = {}
        for name in ("select", "min_confidence", "fail_on", "language"):
            if getattr(self, name):
                changed[name] = getattr(self, name)
        if self.ignore:
            changed["ignore"] = (*config.ignore, *self.ignore)
        if self.pedantic:
            changed["pedantic"] = True
        origins = {**config.origins, **dict.fromkeys((key.replace("_", "-") for key in changed), "--")}
        return replace(config, origins=origins, **changed) if changed else config


def chosen_language(option: str) -> str:
    """The language of messages; UsageError for an unknown one."""
    chosen = option or os.environ.get("REKISTERILINT_LANG", "")[:2]
    if option and option not in _LANGUAGES:
        raise UsageError(
            say("unknown-value", "fi", option="--lang", value=option, allowed=", ".join(_LANGUAGES))
        )
    return chosen if chosen in _LANGUAGES else "fi"


def check_value(option: str, value: str, allowed: Sequence[str], language: str) -> None:
    """UsageError unless `value` is empty or one of `allowed`."""
    if value and value not in allowed:
        raise UsageError(
            say("unknown-value", language, option=option, value=value, allowed=", ".join(allowed))
        )


def config_finder(path: Path | None, no_config: bool) -> ConfigFinder:
    """Finds the configuration of each file; ConfigError if the one named by the user is faulty."""
    if no_config:
        return ConfigFinder(Config())
    if path is not None:
        return ConfigFinder(load_config(path) or Config())
    return ConfigFinder()


def validate_selectors(sets: RuleSets, config: Config, language: str) -> None:
    """UsageError for a selector of the options or the configuration that names no rule."""
    from rekisterilint.selection import UnknownRuleError, check_selectors

    rules = sets.catalogue(config).rules
    per_file = [rule for entry in config.per_file_ignores for rule in entry.rules]
    named = [*config.select, *config.ignore, *config.severity, *per_file]
    try:
        check_selectors([*named, *(entry.rule for entry in config.ignored)], rules)
    except UnknownRuleError as error:
        hint = say("did-you-mean", language, nearest=error.nearest) if error.nearest else ""
        raise UsageError(say("unknown-rule", language, selector=error.selector) + hint) from error


def tasks_for(
    paths: Sequence[str],
    finder: ConfigFinder,
    overrides: Overrides,
    stdin_filename: str,
    language: str,
    *,
    found: bool = False,
) -> Iterator[tuple[Task, bool]]:
    """A task for each file, and whether the user named it; UsageError for a nameless `-`.

    `found` paths are those of a search, to which the configuration's `exclude` applies.
    """
    known: dict[int, tuple[Config, Config]] = {}

    def config_for(path: str) -> Config:
        """One and the same object for all files under a configuration."""
        found = finder.for_file(Path(path))
        if id(found) not in known:
            known[id(found)] = found, overrides.apply(found)
        return known[id(found)][1]

    rest = []
    for path in paths:
        if path != "-":
            rest.append(path)
            continue
        if not stdin_filename:
            raise UsageError(say("stdin-filename", language))
        config = config_for(stdin_filename)
        yield Task(stdin_filename, config, sys.stdin.buffer.read(config.limits.max_bytes + 1)), True
    for path, named in _expanded(rest, language):
        config = config_for(path)
        if (found or not named) and is_excluded(path, config):
            continue
        yield Task(path, config), named


def _expanded(paths: Sequence[str], language: str) -> Iterator[tuple[str, bool]]:
    """`expand_paths`; UsageError for a URL of a kind that can't be opened here."""
    if not any(map(is_url, paths)):
        yield from expand_paths(paths)
        return
    from rekisterilint.runs.remote import RemoteError

    try:
        yield from expand_paths(paths)
    except RemoteError as error:
        name = "url-extra" if error.extra else "url-unknown"
        raise UsageError(say(name, language, url=error.url, extra=error.extra)) from error


def today() -> datetime.date:
    """The day that ages are counted to; REKISTERILINT_TODAY (ISO) for reproducible reports."""
    fixed = os.environ.get("REKISTERILINT_TODAY", "")
    try:
        return datetime.date.fromisoformat(fixed) if fixed else datetime.date.today()
    except ValueError as error:
        raise UsageError(f"REKISTERILINT_TODAY: {error}") from error
