"""Parsed rule files kept in the user's cache folder: YAML takes long to parse, JSON doesn't.

The name of a cached file is a hash of what the rule files hold and of our version, so an entry is
never stale. It is plain JSON: whoever could write it could change findings, but run nothing.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import Any

from rekisterilint import __version__

_FORMAT = 1
_MOST_ENTRIES = 8

Documents = list[tuple[str, dict[str, Any]]]


def cache_folder() -> Path | None:
    """The folder of cached files; None when the user wants none (REKISTERILINT_CACHE empty)."""
    chosen = os.environ.get("REKISTERILINT_CACHE")
    if chosen is not None:
        return Path(chosen) if chosen else None
    import platformdirs

    return Path(platformdirs.user_cache_dir("rekisterilint", appauthor=False))


def load_documents(digest: str) -> Documents | None:
    """The parsed rule files of hash `digest`, or None if they are not there in one piece."""
    folder = cache_folder()
    if folder is None:
        return None
    import orjson

    try:
        values = orjson.loads((folder / _name(digest)).read_bytes())
        if values["format"] != _FORMAT or values["digest"] != digest:
            return None
        return [(name, document) for name, document in values["documents"]]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def save_documents(digest: str, documents: Documents) -> None:
    """Keep `documents`; a folder that can't be written to is no fault."""
    folder = cache_folder()
    if folder is None:
        return
    import orjson

    data = orjson.dumps({"format": _FORMAT, "digest": digest, "documents": documents})
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".rules-", delete=False) as stream:
            stream.write(data)
        Path(stream.name).replace(folder / _name(digest))
        _forget_old(folder)


def _name(digest: str) -> str:
    return f"rules-{__version__}-{digest[:32]}.json"


def _forget_old(folder: Path) -> None:
    entries = sorted(folder.glob("rules-*.json"), key=lambda path: path.stat().st_mtime)
    for path in entries[:-_MOST_ENTRIES]:
        path.unlink(missing_ok=True)
