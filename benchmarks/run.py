"""Time rekisterilint against its floors and its peers, all in one run.

    python benchmarks/run.py [--sizes 1,500] [--profile]

Writes benchmarks/results/<date>-<n>.json and the table in docs/performance.md. Peers are timed
when they are installed: codespell and proselint (PyPI). --profile prints where the time goes.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from corpus import write_corpus

ROOT = Path(__file__).resolve().parent.parent
_MARK = "<!-- results -->"


def measured(command: list[str], runs: int) -> dict[str, float]:
    """Median wall seconds, CPU seconds and peak memory (MB) of `command`; one warm-up before."""
    walls, cpus, peaks = [], [], []
    for number in range(runs + 1):
        start = time.perf_counter()
        done = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, _, usage = os.wait4(done.pid, 0)
        wall = time.perf_counter() - start
        if number:
            walls.append(wall)
            cpus.append(usage.ru_utime + usage.ru_stime)
            peaks.append(usage.ru_maxrss / 1024)
    return {
        "wall": statistics.median(walls),
        "cpu": statistics.median(cpus),
        "peak_mb": max(peaks),
    }


def _tool(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "rekisterilint", *arguments]


def cold_start(one: Path) -> dict[str, dict[str, float]]:
    """Single starts: the floors, `--version`, `--help`, one notice."""
    python = sys.executable
    commands = {
        "python -c pass": [python, "-c", "pass"],
        "python -c 'import typer, rich'": [python, "-c", "import typer, rich"],
        "rekisterilint --version": _tool("--version"),
        "rekisterilint --help": _tool("--help"),
        "rekisterilint check one.txt": _tool("check", str(one), "--fail-on", "never"),
    }
    return {name: measured(command, 7) for name, command in commands.items()}


def throughput(folder: Path, count: int) -> dict[str, dict[str, float]]:
    """Whole runs over `count` notices."""
    check = _tool("check", str(folder), "--format", "json", "--fail-on", "never", "--pedantic")
    commands = {"rekisterilint, one process": [*check, "--jobs", "1"]}
    if (os.cpu_count() or 1) > 1:
        commands["rekisterilint, two processes"] = [*check, "--jobs", "2"]
    for peer, arguments in {"codespell": [], "proselint": ["check"]}.items():
        found = shutil.which(peer, path=str(Path(sys.executable).parent)) or shutil.which(peer)
        if found and count <= 500:
            commands[peer] = [found, *arguments, str(folder)]
    runs = 1 if count > 1000 else 3
    results = {name: measured(command, runs) for name, command in commands.items()}
    for values in results.values():
        values["files_per_second"] = count / values["wall"]
    return results


def table(results: dict[str, Any]) -> str:
    """The results as Markdown."""
    machine = results["machine"]
    lines = [
        f"{results['date']}, {machine['system']}, {machine['cores']} cores, Python {machine['python']}; "
        f"load average before the run {machine['load']:.1f}.",
        "",
        "| one start | wall ms | CPU ms | peak MB | × floor |",
        "|---|---:|---:|---:|---:|",
    ]
    floor = results["cold"]["python -c 'import typer, rich'"]["cpu"]
    for name, values in results["cold"].items():
        lines.append(
            f"| {name} | {values['wall'] * 1000:.0f} | {values['cpu'] * 1000:.0f} | "
            f"{values['peak_mb']:.0f} | {values['cpu'] / floor:.1f} |"
        )
    for size, runs in results["throughput"].items():
        lines += ["", f"| {size} notices of 10 kB | wall s | CPU s | notices/s | peak MB |", "|---|---:|---:|---:|---:|"]
        for name, values in runs.items():
            lines.append(
                f"| {name} | {values['wall']:.2f} | {values['cpu']:.2f} | "
                f"{values['files_per_second']:.0f} | {values['peak_mb']:.0f} |"
            )
    return "\n".join(lines) + "\n"


def main() -> None:
    """Make the corpus, measure, write results and table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="500")
    parser.add_argument("--profile", action="store_true")
    arguments = parser.parse_args()
    sizes = [int(size) for size in arguments.sizes.split(",")]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        if arguments.profile:
            write_corpus(folder / "profile", 100)
            check = ["-m", "rekisterilint", "check", str(folder / "profile"), "--format", "json", "--fail-on", "never"]
            subprocess.run([sys.executable, "-m", "cProfile", "-s", "tottime", *check, "-o", str(folder / "out.json")], check=False)
            return
        results: dict[str, Any] = {
            "date": datetime.date.today().isoformat(),
            "machine": {
                "system": platform.platform(terse=True),
                "cores": os.cpu_count(),
                "python": platform.python_version(),
                "load": os.getloadavg()[0],
            },
        }
        write_corpus(folder / "one", 1)
        results["cold"] = cold_start(next((folder / "one").rglob("*.txt")))
        results["throughput"] = {}
        for size in sizes:
            write_corpus(folder / str(size), size)
            results["throughput"][str(size)] = throughput(folder / str(size), size)
            shutil.rmtree(folder / str(size))
    _write(results)


def _write(results: dict[str, Any]) -> None:
    output = ROOT / "benchmarks" / "results"
    output.mkdir(exist_ok=True)
    number = 1 + len(list(output.glob(f"{results['date']}-*.json")))
    (output / f"{results['date']}-{number}.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    page = ROOT / "docs" / "performance.md"
    head, _, _ = page.read_text(encoding="utf-8").partition(_MARK)
    page.write_text(f"{head}{_MARK}\n\n{table(results)}", encoding="utf-8")
    print(table(results))


if __name__ == "__main__":
    main()
