"""The folders of this installation and of its user."""

from __future__ import annotations

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def packaged_folder(name: str) -> Path:
    """The folder `rules`, `schemas` or `compiled`: in the wheel, or at the top of a checkout (the last in a wheel alone)."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent.parent / name


def cache_folder() -> Path | None:
    """The folder of cached files; None when the user wants none (REKISTERILINT_CACHE empty)."""
    chosen = os.environ.get("REKISTERILINT_CACHE")
    if chosen is not None:
        return Path(chosen) if chosen else None
    import platformdirs

    return Path(platformdirs.user_cache_dir("rekisterilint", appauthor=False))
