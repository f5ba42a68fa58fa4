"""Time rekisterilint against its floors and its peers, all in one run.

    python benchmarks/run.py [--sizes 1,500,45000] [--profile pyinstrument|importtime|cprofile]

Makes a corpus from the project's own samples, times this program, its floors and the peers that are
installed (benchmarks/install_peers.sh), and writes benchmarks/results/<date>-<n>.json and the tables of
docs/performance.md. Peers are timed on up to 500 files. With --profile nothing is timed: it shows
where the time of a run (cprofile, pyinstrument) or of a start (importtime) goes.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from corpus import write_corpus, write_large
from measure import machine, measured
from peers import peer_commands, python_with, versions
from table import table

ROOT = Path(__file__).resolve().parent.parent
_MARK = "<!-- results -->"
_MOST_FOR_PEERS = 500
# Beyond, one run takes minutes: two processes and a cache, as whoever has so many would run it.
_MOST_FOR_ALL = 10_000
_LARGE_MEGABYTES = (1, 5)
_UNCACHED = "import os; os.environ['REKISTERILINT_CACHE'] = ''; from rekisterilint.cli import main; main()"
_PROFILERS = ("pyinstrument", "importtime", "cprofile")


def _tool(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "rekisterilint", *arguments]


def _check(path: Path, *options: str) -> list[str]:
    """The whole catalogue, as JSON."""
    return _tool("check", str(path), "--format", "json", "--fail-on", "never", "--pedantic", *options)


def cold_start(one: Path, folder: Path) -> dict[str, dict[str, float]]:
    """Single starts: the floors, `--version`, `--help`, one notice, the peers."""
    python = sys.executable
    commands = {"python -c pass": [python, "-c", "pass"]}
    with_typer = python_with("typer", "rich")
    if with_typer:
        commands["python -c 'import typer, rich'"] = [with_typer, "-c", "import typer, rich"]
    kept = ("--cache", "--cache-dir", str(folder / "kept-one"))
    commands |= {
        "rekisterilint --version": _tool("--version"),
        "rekisterilint --help": _tool("--help"),
        "rekisterilint check one.txt": _tool("check", str(one), "--fail-on", "never"),
        "rekisterilint check one.txt, rules not compiled yet": [
            python, "-c", _UNCACHED, "check", str(one), "--fail-on", "never",
        ],
        "rekisterilint check one.txt --cache, unchanged": _tool("check", str(one), "--fail-on", "never", *kept),
    }  # fmt: skip
    peers = peer_commands([str(one)], folder)
    return {
        **{name: measured(command, 7) for name, command in commands.items()},
        **{name: measured(command, 3, may_fail=True) for name, command in peers.items()},
    }


def throughput(corpus: Path, count: int, folder: Path) -> dict[str, dict[str, float]]:
    """Whole runs over `count` notices; the first line is one process alone, unless there are very many."""
    runs = 3 if count <= 1000 else 1
    results = {}
    if count <= _MOST_FOR_ALL:
        results["rekisterilint --jobs 1"] = measured(_check(corpus, "--jobs", "1"), runs, warm_up=count <= 1000)
    if (os.cpu_count() or 1) > 1 and 1 < count <= _MOST_FOR_ALL:
        results["rekisterilint --jobs 2"] = measured(_check(corpus, "--jobs", "2"), runs, warm_up=False)
    kept = folder / "kept"
    cached = _check(corpus, "--jobs", "2", "--cache", "--cache-dir", str(kept))

    def forget() -> None:
        shutil.rmtree(kept, ignore_errors=True)

    results["rekisterilint --jobs 2 --cache, first"] = measured(cached, 1, warm_up=False, before=forget)
    results["rekisterilint --jobs 2 --cache, unchanged"] = measured(cached, runs, warm_up=False)
    forget()
    if count > _MOST_FOR_ALL:
        return results
    floor = [sys.executable, str(ROOT / "benchmarks" / "pattern_floor.py"), str(corpus)]
    results["floor: read, one set of patterns"] = measured(floor, runs, warm_up=False)
    if 1 < count <= _MOST_FOR_PEERS:
        files = [str(path) for path in sorted(corpus.rglob("*.txt"))]
        for name, command in peer_commands(files, folder).items():
            results[name] = measured(command, 1, warm_up=False, may_fail=True)
    return results


def large(folder: Path) -> dict[str, dict[str, float]]:
    """One notice of many megabytes: time in proportion to size."""
    results = {}
    # Whoever has notices of megabytes gives them more time, too.
    (folder / "rekisterilint.toml").write_text("[limits]\nmax-seconds = 3600.0\n", encoding="utf-8")
    for megabytes in _LARGE_MEGABYTES:
        path = folder / f"{megabytes}.txt"
        write_large(path, megabytes)
        results[str(megabytes)] = measured(_check(path), 1, warm_up=False)
    return results


def profile(kind: str, folder: Path) -> None:
    """Show where the time goes, on stderr and stdout."""
    write_corpus(folder / "corpus", 1 if kind == "importtime" else 100)
    check = _check(folder / "corpus", "--jobs", "1", "-o", str(folder / "out.json"))[1:]
    before = {
        "importtime": ["-X", "importtime"], "cprofile": ["-m", "cProfile", "-s", "tottime"], "pyinstrument": ["-m", "pyinstrument"],
    }[kind]  # fmt: skip
    subprocess.run([sys.executable, *before, *check], check=False)


def main() -> None:
    """Make the corpus, measure, write results and tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="1,500,45000", help="numbers of notices, e.g. 1,500")
    parser.add_argument("--profile", choices=_PROFILERS, nargs="?", const="cprofile")
    parser.add_argument("--no-large", action="store_true", help="leave out the notices of megabytes")
    parser.add_argument("--no-write", action="store_true", help="print the tables only")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        # Its own: the first run makes what later ones find there.
        os.environ["REKISTERILINT_CACHE"] = str(folder / "cache")
        # An installed program has its compiled modules.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        if arguments.profile:
            profile(arguments.profile, folder)
            return
        results: dict[str, Any] = {
            "date": datetime.date.today().isoformat(), "machine": machine(), "peers": versions(),
        }  # fmt: skip
        write_corpus(folder / "one", 1)
        results["cold"] = cold_start(next((folder / "one").rglob("*.txt")), folder)
        (folder / "large").mkdir()
        results["large"] = {} if arguments.no_large else large(folder / "large")
        results["throughput"] = {}
        for size in map(int, arguments.sizes.split(",")):
            write_corpus(folder / "corpus", size)
            results["throughput"][str(size)] = throughput(folder / "corpus", size, folder)
            shutil.rmtree(folder / "corpus")
    if not arguments.no_write:
        _write(results)
    print(table(results))


def _write(results: dict[str, Any]) -> None:
    output = ROOT / "benchmarks" / "results"
    output.mkdir(exist_ok=True)
    number = 1 + len(list(output.glob(f"{results['date']}-*.json")))
    (output / f"{results['date']}-{number}.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    page = ROOT / "docs" / "performance.md"
    head, _, _ = page.read_text(encoding="utf-8").partition(_MARK)
    page.write_text(f"{head}{_MARK}\n\n{table(results)}", encoding="utf-8")


if __name__ == "__main__":
    main()
