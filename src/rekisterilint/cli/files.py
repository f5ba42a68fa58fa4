"""Files written whole or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """A stream of text for `path`, which takes its place when the block ends without an error.

    A pipe or device is written to as it is: it can't be put in another one's place. Raises OSError.
    """
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        return
    target = path.resolve()
    temporary = _beside(target)
    try:
        with temporary.open("x", encoding="utf-8", newline="") as stream:
            yield stream
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def write_file(path: Path, data: bytes) -> None:
    """Put `data` at `path`, whole or not at all; an old file's rights are kept. Raises OSError.

    A file that may not be written is refused, though its folder may be.
    """
    target = path.resolve()
    rights = target.stat().st_mode if target.exists() else None
    if rights is not None and (not rights & stat.S_IWUSR or not os.access(target, os.W_OK)):
        raise PermissionError(13, "read-only", str(path))
    temporary = _beside(target)
    try:
        with temporary.open("xb") as stream:
            stream.write(data)
        if rights is not None:
            temporary.chmod(stat.S_IMODE(rights))
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _beside(target: Path) -> Path:
    """A name in the same folder, so that the file system can exchange the two at once."""
    import secrets

    return target.with_name(f".{target.name}.{secrets.token_hex(4)}")
