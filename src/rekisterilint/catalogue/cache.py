"""Parsed rule files and compiled patterns kept in the user's cache folder, for a quick start.

The name of a cached file is a hash of what the rule files hold and of our version, so an entry is
never stale. It is plain JSON: whoever could write it could change findings, but run nothing.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

from rekisterilint import __version__
from rekisterilint.folders import cache_folder

_FORMAT = 2
_MOST_ENTRIES = 8


def load_values(name: str, digest: str) -> Any | None:
    """What was kept as `name` for the rule files of hash `digest`; None if it isn't there in one piece."""
    folder = cache_folder()
    if folder is None:
        return None
    import orjson

    try:
        kept = orjson.loads((folder / _file(name, digest)).read_bytes())
        if kept["format"] != _FORMAT or kept["digest"] != digest:
            return None
        return kept["values"]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def save_values(name: str, digest: str, values: Any) -> None:
    """Keep `values`, made of what JSON knows; a folder that can't be written to is no fault."""
    folder = cache_folder()
    if folder is None:
        return
    import tempfile

    import orjson

    data = orjson.dumps({"format": _FORMAT, "digest": digest, "values": values})
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, prefix=f".{name}-", delete=False) as stream:
            stream.write(data)
        Path(stream.name).replace(folder / _file(name, digest))
        _forget_old(folder, name)


def _file(name: str, digest: str) -> str:
    return f"{name}-{__version__}-{digest[:32]}.json"


def _forget_old(folder: Path, name: str) -> None:
    entries = sorted(folder.glob(f"{name}-*.json"), key=lambda path: path.stat().st_mtime)
    for path in entries[:-_MOST_ENTRIES]:
        path.unlink(missing_ok=True)
