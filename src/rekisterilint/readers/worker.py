"""A process that reads files: stopped when the time is up, bounded in memory, free to crash.

For libraries that may stay inside one call for long, and for files so large that what is made of
them may not fit in memory.
"""

from __future__ import annotations

import atexit
import importlib
import os
import subprocess
import sys
import threading
from contextlib import suppress
from typing import IO, Any

import orjson

from rekisterilint.limits import Limits
from rekisterilint.readers.base import ReadError
from rekisterilint.readers.deadline import too_slow
from rekisterilint.text import Block, BlockKind, Link, Origin, Text

WORKER_MEMORY = 2 * 1024**3
_IN_WORKER = "REKISTERILINT_READER_WORKER"
_HEADER = 8


def read_in_worker(reader: str, data: bytes, name: str, limits: Limits) -> Text:
    """`rekisterilint.readers.<reader>.read_here(data, name, limits)` in a process of its own.

    One worker serves all files of this process. It is stopped when `limits.max_seconds` are over
    (ReadError "too-slow") and dies of what kills it (ReadError "reader-crashed"); the next file
    gets a new one. Where no process can be started the reader runs here, with its own checks.
    """
    if os.environ.get(_IN_WORKER):
        return _read_here(reader, data, name, limits)
    with _lock:
        worker = _ready_worker()
        if worker is None:
            return _read_here(reader, data, name, limits)
        job = [reader, name, limits.max_bytes, limits.max_pages, limits.max_seconds]
        answer = worker.ask(orjson.dumps(job), data, limits.max_seconds)
    if answer is None:
        raise too_slow(limits.max_seconds)
    if not answer:
        raise ReadError("reader-crashed")
    result = orjson.loads(answer)
    if "error" in result:
        raise ReadError(result["error"], **result["values"])
    return _to_text(result)


def _read_here(reader: str, data: bytes, name: str, limits: Limits) -> Text:
    module = importlib.import_module(f"rekisterilint.readers.{reader}")
    text: Text = module.read_here(data, name, limits)
    return text


class _Worker:
    """A running reader process: asked through its standard input, answers on its output."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "rekisterilint.readers.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, _IN_WORKER: "1", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        self.owner = os.getpid()

    def ask(self, job: bytes, data: bytes, seconds: float) -> bytes | None:
        """The answer; empty if the worker died, None if it was stopped after `seconds`."""
        stopped = threading.Event()

        def stop() -> None:
            stopped.set()
            self.process.kill()

        # The reader's own check comes first where it can; this one is for when it can't.
        timer = threading.Timer(seconds + 1.0, stop)
        timer.daemon = True
        timer.start()
        try:
            assert self.process.stdin is not None and self.process.stdout is not None
            _send(self.process.stdin, job)
            _send(self.process.stdin, data)
            answer = _receive(self.process.stdout)
        except OSError:
            answer = b""
        finally:
            timer.cancel()
        if not answer:
            self.process.kill()
            self.process.wait()
        return None if stopped.is_set() and not answer else answer

    def close(self) -> None:
        """Stop the process and wait for its end."""
        self.process.kill()
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()
        self.process.wait()


_lock = threading.Lock()
_worker: _Worker | None = None


def _ready_worker() -> _Worker | None:
    global _worker
    if _worker is not None and _worker.owner != os.getpid():
        _worker = None  # a forked process must not talk on its parent's pipes
    if _worker is not None and _worker.process.poll() is not None:
        _worker.close()
        _worker = None
    if _worker is None and sys.executable and not getattr(sys, "frozen", False):
        with suppress(OSError):
            _worker = _Worker()
            atexit.register(_worker.close)
    return _worker


def _send(stream: IO[bytes], message: bytes) -> None:
    stream.write(len(message).to_bytes(_HEADER, "big"))
    stream.write(message)
    stream.flush()


def _receive(stream: IO[bytes]) -> bytes:
    header = stream.read(_HEADER)
    if len(header) < _HEADER:
        return b""
    size = int.from_bytes(header, "big")
    message = stream.read(size)
    return message if len(message) == size else b""


def _to_json(text: Text) -> bytes:
    blocks = [(b.start, b.end, b.kind.value, b.level, b.marker, b.furniture) for b in text.blocks]
    fields: dict[str, Any] = {
        name: getattr(text, name)
        for name in ("source", "content", "format", "line_starts", "page_starts", "node_paths",
                     "title", "language_hint", "notes")
    }  # fmt: skip
    links = [(link.start, link.end, link.words_start, link.words_end) for link in text.links]
    origin = (text.origin.starts, text.origin.sources)
    return orjson.dumps({**fields, "blocks": blocks, "origin": origin, "links": links})


def _to_text(fields: dict[str, Any]) -> Text:
    starts, sources = fields.pop("origin")
    blocks = tuple(
        Block(start, end, BlockKind(kind), level, marker, furniture)
        for start, end, kind, level, marker, furniture in fields.pop("blocks")
    )
    links = tuple(Link(*link) for link in fields.pop("links"))
    for name in ("line_starts", "page_starts"):
        fields[name] = tuple(fields[name])
    for name in ("node_paths", "notes"):
        fields[name] = tuple((key, value) for key, value in fields[name])
    origin = Origin(tuple(starts), tuple(sources))
    return Text(blocks=blocks, origin=origin, links=links, **fields)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (WORKER_MEMORY, WORKER_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(job: bytes, data: bytes) -> bytes:
    reader, name, max_bytes, max_pages, max_seconds = orjson.loads(job)
    try:
        text = _read_here(reader, data, name, Limits(max_bytes, max_pages, max_seconds))
        return _to_json(text)
    except ReadError as error:
        return orjson.dumps({"error": error.code, "values": error.values})


def serve() -> None:
    """Answer jobs from standard input until it ends: the worker's main loop."""
    _limit_memory()
    stdin, stdout = sys.stdin.buffer, sys.stdout.buffer
    while job := _receive(stdin):
        _send(stdout, _answer(job, _receive(stdin)))


if __name__ == "__main__":
    serve()
