"""Bounds on one input file."""

from __future__ import annotations

import msgspec


class Limits(msgspec.Struct, frozen=True):
    """Bounds on one input file, so that a hostile or broken file can't hang the run."""

    max_bytes: int = 50 * 1024 * 1024
    max_pages: int = 2_000
    max_seconds: float = 10.0
