"""What a configuration file can say (schemas/config.schema.json)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from rekisterilint.limits import Limits


class PerFileIgnore(msgspec.Struct, frozen=True):
    """Rules or families that are not run on files whose path matches `glob`."""

    glob: str
    rules: tuple[str, ...]


class Ignored(msgspec.Struct, frozen=True):
    """A finding that someone decided to live with, for files that can't carry a comment.

    `file` is a glob, `quote` a part of the excerpt (empty: any). `expires` is an ISO date, after
    which the entry counts no more; empty: never.
    """

    file: str
    rule: str
    quote: str
    reason: str
    expires: str = ""


class Config(msgspec.Struct, frozen=True):
    """Settings in force for a file. Paths in it are resolved against `root`."""

    path: Path | None = None
    root: Path = msgspec.field(default_factory=Path)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = msgspec.field(default_factory=dict)
    per_file_ignores: tuple[PerFileIgnore, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    language: str = "fi"
    fail_on: str = "error"
    pedantic: bool = False
    min_confidence: str = "low"
    rules: tuple[Path, ...] = ()
    controller_type: str = ""
    public_bodies: tuple[str, ...] = ()
    maximum_age_days: int = 3 * 365
    exclude: tuple[str, ...] = ()
    limits: Limits = msgspec.field(default_factory=Limits)
    organisation: Mapping[str, Any] = msgspec.field(default_factory=dict)
    cache: bool = False
    cache_dir: Path | None = None
    origins: Mapping[str, str] = msgspec.field(default_factory=dict)
