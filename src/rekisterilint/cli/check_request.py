"""The options of `check` as typed."""

from __future__ import annotations

from pathlib import Path

import msgspec


class CheckRequest(msgspec.Struct, frozen=True):
    """The options of `check` as typed; empty ones leave the choice to the configuration."""

    paths: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    output: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    pedantic: bool = False
    min_confidence: str = ""
    fail_on: str = ""
    language: str = ""
    config: Path | None = None
    no_config: bool = False
    baseline: Path | None = None
    write_baseline: bool = False
    prune_baseline: bool = False
    ignores: bool = True
    jobs: int = 0
    statistics: bool = False
    quiet: bool = False
    stdin_filename: str = ""
    colour: str = "auto"
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    in_place: bool = False
    changed_since: str = ""
    show_config: bool = False
    watch: bool = False
    cache: bool | None = None
    cache_dir: Path | None = None
    engine: str = ""
    scheduler: str = ""

    @property
    def fixes(self) -> bool:
        """Whether fixes are to be made or shown."""
        return self.fix or self.unsafe_fixes or self.diff

    @property
    def partial(self) -> bool:
        """Whether rules or files are left out by an option."""
        return bool(self.select or self.ignore or self.min_confidence or self.changed_since)
