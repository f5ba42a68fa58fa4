"""The catalogue and its compiled patterns kept for a quick start: in the wheel, else in the user's cache folder.

The name of a cached file is a hash of what the rule files hold and of our version, so an entry is
never stale. It is plain JSON, read into the types it is meant for or not at all: whoever could write
it could change findings, but run nothing.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

from rekisterilint import __version__
from rekisterilint.folders import cache_folder, packaged_folder

_T = TypeVar("_T")
# Another number for another form of the kept types, or another way of making them.
_FORMAT = 4
_MOST_ENTRIES = 8


class _Kept(msgspec.Struct, Generic[_T]):
    format: int
    digest: str
    value: _T


def load_kept(name: str, digest: str, kind: type[_T]) -> _T | None:
    """The `kind` that was kept as `name` for the rule files of hash `digest`; None if it isn't there
    in one piece.
    """
    kept = _read(packaged_folder("compiled"), name, digest, kind)
    if kept is not None:
        return kept
    folder = cache_folder()
    return None if folder is None else _read(folder, name, digest, kind)


def _read(folder: Path, name: str, digest: str, kind: type[_T]) -> _T | None:
    try:
        data = (folder / _file(name, digest)).read_bytes()
        # What somebody else wrote there is as nothing.
        kept = msgspec.json.decode(data, type=_Kept[kind])  # type: ignore[valid-type]
    except (OSError, ValueError):
        return None
    return kept.value if kept.format == _FORMAT and kept.digest == digest else None


def save_kept(name: str, digest: str, value: object) -> None:
    """Keep `value`, made of what msgspec knows; a folder that can't be written to is no fault."""
    folder = cache_folder()
    if folder is None:
        return
    import tempfile

    data = msgspec.json.encode(_Kept(_FORMAT, digest, value))
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
