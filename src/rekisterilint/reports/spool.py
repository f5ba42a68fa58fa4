"""Where parts of a report wait that others, known only at the end, stand ahead of."""

from __future__ import annotations

import shutil
import tempfile
from typing import IO, TextIO

_IN_MEMORY = 4 * 1024 * 1024


def open_spool() -> IO[str]:
    """A text file in memory, beyond some megabytes in a temporary file."""
    return tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY, mode="w+", encoding="utf-8", newline="\n")


def pour(spool: IO[str], out: TextIO) -> None:
    """Write all that waits in `spool` to `out`, and close it."""
    spool.seek(0)
    shutil.copyfileobj(spool, out)
    spool.close()
