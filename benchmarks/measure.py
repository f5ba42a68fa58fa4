"""Commands timed from outside: wall, processor time, memory, and what the machine is."""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


def measured(
    command: list[str], runs: int, *, warm_up: bool = True, before: Callable[[], object] | None = None,
    may_fail: bool = False,
) -> dict[str, float]:  # fmt: skip
    """Median wall and CPU seconds of `command` and the peak memory of its largest process (MB).

    `before` is called ahead of each run. Raises SystemExit if the command can't do its work; one that
    `may_fail` says by its exit status what it found.
    """
    walls, cpus, peaks = [], [], []
    for number in range(runs + warm_up):
        if before is not None:
            before()
        start = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode < 0 or (process.returncode > 1 and not may_fail):
            raise SystemExit(f"{' '.join(command)}: exit status {process.returncode}")
        if number or not warm_up:
            walls.append(wall)
            cpus.append(usage.ru_utime + usage.ru_stime)
            peaks.append(usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2))
    return {
        "wall": statistics.median(walls), "cpu": statistics.median(cpus), "peak_mb": max(peaks), "runs": runs,
    }  # fmt: skip


def machine() -> dict[str, Any]:
    """What the figures depend on, the load by others among it."""
    return {
        "system": platform.platform(terse=True),
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30),
        "python": platform.python_version(),
        "load": os.getloadavg()[0],
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor()
