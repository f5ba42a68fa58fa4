"""Runs a reader, or the whole program, in a process whose memory and processor time the system limits."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

MEMORY = 700 * 1024 * 1024
SECONDS = 8

_PROGRAM = """
import sys
from rekisterilint.limits import Limits
from rekisterilint.readers.base import ReadError
module = __import__("rekisterilint.readers." + sys.argv[1], fromlist=["read_here"])
data = sys.stdin.buffer.read()
try:
    text = module.read_here(data, "hostile", Limits(max_seconds=float(sys.argv[2])))
    print("read", len(text.blocks))
except ReadError as error:
    print(error.code)
"""


@dataclass(frozen=True)
class Ended:
    """How the program ended and what it wrote."""

    status: int
    output: str
    errors: str


def _limit(memory: int, seconds: int) -> Callable[[], None]:
    resource = pytest.importorskip("resource")

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))

    return limit


def outcome(
    reader: str, data: bytes, *, memory: int = MEMORY, seconds: int = SECONDS, max_seconds: float = 5
) -> str:
    """What `reader` makes of `data` within the limits: an error code or "read <blocks>".

    A process that the limits killed prints nothing, which no test expects.
    """
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, reader, str(max_seconds)],
        input=data,
        capture_output=True,
        preexec_fn=_limit(memory, seconds),
        check=False,
        timeout=120,
    )
    answer = done.stdout.decode().strip()
    return answer or f"died {done.returncode}: {done.stderr.decode()[-500:]}"


def checked(
    arguments: Sequence[str],
    folder: Path,
    *,
    memory: int = MEMORY,
    seconds: int = SECONDS,
    stdin: str = os.devnull,
) -> Ended:
    """How `rekisterilint check` with `arguments` ends in `folder`, within the limits."""
    with Path(stdin).open("rb") as given:
        done = subprocess.run(
            [sys.executable, "-m", "rekisterilint", "check", "--jobs", "1", *arguments],
            cwd=folder,
            stdin=given,
            capture_output=True,
            preexec_fn=_limit(memory, seconds),
            check=False,
            timeout=180,
        )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())
