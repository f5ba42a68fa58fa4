"""`--engine dask`: a real scheduler and real workers on loopback, one of which is killed."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from project import ROOT

distributed = pytest.importorskip("distributed", reason='needs pip install "rekisterilint[dask]"')

COUNT = 60
SAMPLES = sorted((ROOT / "samples").glob("*/kuusiniemi-*.md"))
# A worker's name and process: what the test kills, and nothing else.
WORKER = """
import asyncio, sys
from distributed import Worker
async def main():
    worker = await Worker(sys.argv[1], nthreads=1, name=sys.argv[2], dashboard_address=":0", host="127.0.0.1")
    print("ready", flush=True)
    await worker.finished()
asyncio.run(main())
"""
SCHEDULER = """
import asyncio
from distributed import Scheduler
async def main():
    scheduler = await Scheduler(host="127.0.0.1", port=0, dashboard=False)
    print(scheduler.address, flush=True)
    await scheduler.finished()
asyncio.run(main())
"""


def python(*arguments: str, **options: Any) -> subprocess.Popen[str]:
    command = [sys.executable, *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, **options)


class Cluster:
    """A scheduler and two workers with one thread each."""

    def __init__(self) -> None:
        self.scheduler = python("-c", SCHEDULER)
        assert self.scheduler.stdout is not None
        self.address = self.scheduler.stdout.readline().strip()
        self.workers = [python("-c", WORKER, self.address, f"worker-{n}") for n in range(2)]
        for worker in self.workers:
            assert worker.stdout is not None
            assert worker.stdout.readline() == "ready\n"

    def close(self) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait(30)


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    running = Cluster()
    yield running
    running.close()


@pytest.fixture
def notices(tmp_path: Path) -> Path:
    """Notices in two folders with a configuration each, own rules, comments and one broken file."""
    folder = tmp_path / "notices"
    for number in range(COUNT):
        below = folder / ("old" if number % 3 else "new")
        below.mkdir(parents=True, exist_ok=True)
        words = SAMPLES[number % len(SAMPLES)].read_text(encoding="utf-8")
        (below / f"{number:03}.md").write_text(words.replace("Kuusiniem", f"Kuusiniem{number % 7}"), encoding="utf-8")
    (folder / "new" / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    (folder / "old" / "rekisterilint.toml").write_text(
        'rules = ["own.rules"]\nexclude = ["own.rules"]\n[severity]\nDOC = "warning"\n'
        '[per-file-ignores]\n"00*" = ["DOC", "ADR"]\n[organisation]\nswitchboard = "019 555 0199"\n',
        encoding="utf-8",
    )
    (folder / "old" / "own.rules").mkdir()
    (folder / "old" / "own.rules" / "own.yaml").write_text(RULE, encoding="utf-8")
    return folder


RULE = """
rules:
  - id: OWN901
    name: no-library
    severity: warning
    confidence: high
    provision: Oma ohje
    kind: pattern
    message: {fi: "Sana {excerpt}", sv: "Ordet {excerpt}", en: "The word {excerpt}"}
    help: {fi: "Ohje.", sv: "Råd.", en: "Help."}
    clauses:
      - all: "rekisteri"
    examples:
      - {lang: fi, text: "Tämä on rekisteri.", finds: "rekisteri"}
      - {lang: fi, text: "Tämä ei ole."}
"""


def check(folder: Path, report: str, *options: str) -> subprocess.Popen[str]:
    return python(
        "-m", "rekisterilint", "check", ".", "--format", f"json={report}", "--format", f"sarif={report}.sarif",
        "--fail-on", "never", *options, cwd=folder, env={**os.environ, "REKISTERILINT_LANG": "en"},
    )  # fmt: skip


def report_of(folder: Path, tmp_path: Path, name: str, *options: str) -> tuple[bytes, bytes]:
    path = tmp_path / name
    process = check(folder, str(path), *options)
    assert process.wait(240) == 3  # the broken file
    return path.read_bytes(), Path(f"{path}.sarif").read_bytes()


def test_a_worker_that_is_killed_loses_nothing_and_doubles_nothing(cluster: Cluster, notices: Path, tmp_path: Path):
    here = report_of(notices, tmp_path, "here.json")
    assert b'"summary": {"documents":%d,' % COUNT in here[0]
    assert b'"rule":"OWN901"' in here[0]
    process = check(notices, str(tmp_path / "there.json"), "--engine", "dask", "--scheduler", cluster.address)
    client = distributed.Client(cluster.address, set_as_default=False)
    try:
        deadline = time.monotonic() + 120
        busy: set[str] = set()
        while time.monotonic() < deadline and process.poll() is None:
            workers = client.scheduler_info(n_workers=-1)["workers"]
            busy = {str(about["name"]) for at, about in workers.items() if client.processing([at])[at]}
            if "worker-0" in busy:
                break
            time.sleep(0.02)
        assert "worker-0" in busy, "the worker never had work"
        cluster.workers[0].send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
        assert cluster.workers[0].wait(30) != 0
        assert process.poll() is None, "the run was over before the worker died"
    finally:
        client.close()
    assert process.wait(240) == 3
    assert (tmp_path / "there.json").read_bytes() == here[0]
    assert (tmp_path / "there.json.sarif").read_bytes() == here[1]


def test_the_same_report_also_from_a_cache(cluster: Cluster, notices: Path, tmp_path: Path):
    for path in sorted(notices.rglob("*.md"))[12:]:
        path.unlink()
    options = ("--engine", "dask", "--scheduler", cluster.address, "--cache", "--cache-dir", str(tmp_path / "kept"))
    first = report_of(notices, tmp_path, "first.json", *options)
    assert report_of(notices, tmp_path, "again.json", *options) == first
    assert report_of(notices, tmp_path, "here.json") == first


def test_a_scheduler_that_is_gone_is_named(notices: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from rekisterilint.runs import cluster as module

    monkeypatch.setattr(module, "_PATIENCE", 1)
    with pytest.raises(module.ClusterError) as raised, module.dask_lane("tcp://127.0.0.1:9"):
        pass
    assert raised.value.code == "unreachable"


def test_a_scheduler_without_workers_is_named(monkeypatch: pytest.MonkeyPatch):
    from rekisterilint.runs import cluster as module

    monkeypatch.setattr(module, "_PATIENCE", 1)
    scheduler = python("-c", SCHEDULER)
    assert scheduler.stdout is not None
    try:
        address = scheduler.stdout.readline().strip()
        assert re.match(r"tcp://127\.0\.0\.1:\d+", address)
        with pytest.raises(module.ClusterError) as raised, module.dask_lane(address):
            pass
        assert raised.value.code == "workers"
    finally:
        scheduler.kill()
        scheduler.wait(30)


def test_workers_of_another_version_are_refused():
    from rekisterilint.runs.abroad import VersionError, check_version, program_version

    check_version(program_version())
    with pytest.raises(VersionError, match=r"0\.0"):
        check_version("0.0-other")
