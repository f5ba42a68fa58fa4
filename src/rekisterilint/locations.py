"""Where a notice lies: a path of this machine, or a URL of another one."""

from __future__ import annotations

import re
from pathlib import PurePath
from urllib.parse import unquote, urlsplit

# Two letters at least: one is a drive of Windows. fsspec joins several with `::`.
_URL = re.compile(r"[a-z][a-z0-9+.-]+(?:://|::)", re.IGNORECASE)


def is_url(path: str) -> bool:
    """Whether `path` is a URL (`https://…`, `s3://…`), not a path of the file system."""
    return _URL.match(path) is not None


def file_name(path: str) -> str:
    """The last part of a path or URL, without a URL's query."""
    if not is_url(path):
        return PurePath(path).name
    parts = urlsplit(path.rpartition("::")[2])
    return PurePath(unquote(parts.path) or parts.netloc).name


def posix(path: str) -> str:
    """`path` with slashes, as reports for other programs want it; a URL as it is."""
    return path if is_url(path) else PurePath(path).as_posix()
