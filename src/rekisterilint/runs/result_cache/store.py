"""The file that cached results lie in: an SQLite database in the user's cache folder.

Several runs may read and write it at a time. Whatever goes wrong with it (a full disk, a damaged
file, one that another run holds for too long) costs the cache, never the run.
"""

from __future__ import annotations

import contextlib
import sqlite3
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

_NAME = "results-1.sqlite"
_MOST_BYTES = 2 * 2**30
_LEFT_AFTER_PRUNING = 0.75
_PATIENCE = 2.0  # seconds to wait for another run's writing
_WRITE_AT = 64
_SCHEMA = """
CREATE TABLE IF NOT EXISTS results (id INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, data BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS settings (key BLOB PRIMARY KEY) WITHOUT ROWID;
"""


@dataclass
class Store:
    """Results by key. Faults are not raised: what can't be read isn't there, what can't be written
    is lost, and after that nothing more is tried."""

    path: Path
    most_bytes: int = _MOST_BYTES
    _connection: sqlite3.Connection | None = None
    _waiting: list[tuple[bytes, bytes]] = field(default_factory=list)
    _is_changed: bool = False

    def get(self, key: bytes) -> bytes | None:
        """What was put under `key`, if it is there in one piece."""
        row = self._first("SELECT data FROM results WHERE key = ?", key)
        if row is None or not isinstance(row, bytes) or len(row) < 4:
            return None
        # The key is part of the sum: a damaged index must not hand out another file's result.
        return row[4:] if _checksum(key, row[4:]) == row[:4] else None

    def put(self, key: bytes, data: bytes) -> None:
        """Keep `data` under `key`; written with others, at `close` at the latest."""
        if self._connection is None:
            return
        self._waiting.append((key, _checksum(key, data) + data))
        if len(self._waiting) >= _WRITE_AT:
            self._write()

    def knows_settings(self, key: bytes) -> bool:
        """Whether settings of hash `key` have been found to be in order."""
        return self._first("SELECT 1 FROM settings WHERE key = ?", key) is not None

    def add_settings(self, key: bytes) -> None:
        """Keep that settings of hash `key` are in order."""
        self._run("INSERT OR IGNORE INTO settings VALUES (?)", [(key,)])

    def close(self) -> None:
        """Write what waits; drop the oldest results if there are too many."""
        self._write()
        if self._is_changed:
            self._prune()
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    def _first(self, query: str, key: bytes) -> object | None:
        if self._connection is None:
            return None
        try:
            row = self._connection.execute(query, (key,)).fetchone()
        except sqlite3.Error as error:
            self._give_up(error)
            return None
        return row[0] if row else None

    def _write(self) -> None:
        # Of two results under one key, either will do: they are the same.
        if self._waiting:
            self._run("INSERT OR REPLACE INTO results (key, data) VALUES (?, ?)", self._waiting)
            self._is_changed = True
        self._waiting = []

    def _run(self, statement: str, rows: Sequence[tuple[bytes, ...]]) -> None:
        if self._connection is None:
            return
        try:
            with self._connection:
                self._connection.executemany(statement, rows)
        except sqlite3.Error as error:
            self._give_up(error)

    def _prune(self) -> None:
        if self._connection is None:
            return
        try:
            pages, free, size = (
                self._connection.execute(f"PRAGMA {name}").fetchone()[0]
                for name in ("page_count", "freelist_count", "page_size")
            )
            held = (pages - free) * size
            if held <= self.most_bytes:
                return
            with self._connection:
                self._connection.execute(
                    "DELETE FROM results WHERE id <= (SELECT MAX(id) - CAST(COUNT(*) * ? AS INTEGER) FROM results)",
                    (_LEFT_AFTER_PRUNING * self.most_bytes / held,),
                )  # fmt: skip
                self._connection.execute("DELETE FROM settings")
        except sqlite3.Error as error:
            self._give_up(error)

    def _give_up(self, error: Exception) -> None:
        """Do without from here on; a damaged file is put out of the way for the next run."""
        self._waiting = []
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None
        if isinstance(error, sqlite3.DatabaseError) and not isinstance(error, sqlite3.OperationalError):
            _remove(self.path)


def open_store(folder: Path | None) -> Store | None:
    """The store in `folder`, made if there is none; None where that can't be."""
    if folder is None:
        return None
    path = folder / _NAME
    for attempt in range(2):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            return Store(path, _connection=_connected(path))
        except sqlite3.OperationalError:
            return None
        except sqlite3.DatabaseError:
            # No database, or not one in one piece.
            if attempt == 0:
                _remove(path)
        except OSError:
            return None
    return None


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_PATIENCE)
    try:
        connection.execute("PRAGMA page_size = 8192")
        # Readers and a writer side by side; where the file system can't do that, it says so.
        connection.execute("PRAGMA journal_mode = WAL").fetchone()
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.executescript(_SCHEMA)
        # A read-only database opens all right: only writing tells.
        connection.execute("BEGIN IMMEDIATE")
        connection.rollback()
    except BaseException:
        connection.close()
        raise
    return connection


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        with contextlib.suppress(OSError):
            path.with_name(path.name + suffix).unlink(missing_ok=True)


def _checksum(key: bytes, data: bytes) -> bytes:
    return zlib.crc32(data, zlib.crc32(key)).to_bytes(4, "little")
