"""`--jobs`: real processes, one of which is killed while it checks a file."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from project import ROOT

SAMPLE = ROOT / "samples" / "formats" / "kuusiniemi-kirjasto-fi.txt"
COUNT = 30  # two batches
# Any process but the first dies when it opens a file of that name: as one does that the system kills.
_KILLED = """
import io, multiprocessing, os
_open = io.open
def open(file, *rest, **named):
    if str(file).endswith("{name}") and multiprocessing.parent_process() and {when}:
        os._exit(9)
    return _open(file, *rest, **named)
io.open = open
"""
_UNABLE = """
import os, sys
if any("spawn_main" in word for word in sys.orig_argv):
    os._exit(9)
"""


def _run(folder: Path, customized: str) -> tuple[int, dict[str, object], str]:
    code = folder / "code"
    code.mkdir()
    code.joinpath("sitecustomize.py").write_text(customized)
    report = folder / "report.json"
    done = subprocess.run(
        [sys.executable, "-m", "rekisterilint", "check", "selosteet", "--jobs", "2", "--quiet", "--format", f"json={report}"],
        cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=120,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(code), str(ROOT / "src")])},
    )  # fmt: skip
    return done.returncode, json.loads(report.read_text(encoding="utf-8")), done.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    notices = tmp_path / "selosteet"
    notices.mkdir()
    for number in range(COUNT):
        shutil.copy(SAMPLE, notices / f"{number:02}.txt")
    return tmp_path


def _paths(report: dict[str, object]) -> list[str]:
    documents = report["documents"]
    assert isinstance(documents, list)
    return [Path(document["path"]).name for document in documents]


def test_a_file_that_kills_its_process_is_named_and_all_others_are_checked(folder: Path) -> None:
    status, report, errors = _run(folder, _KILLED.format(name="17.txt", when=True))

    assert status == 3
    assert _paths(report) == [f"{number:02}.txt" for number in range(COUNT) if number != 17]
    (error,) = report["errors"]  # type: ignore[misc, attr-defined]
    assert Path(error["path"]).name == "17.txt"
    assert error["code"] == "process-died"
    assert "Traceback" not in errors


def test_a_process_that_is_killed_once_loses_nothing(folder: Path) -> None:
    once = folder / "once"
    when = f"not os.path.exists({str(once)!r}) and not os.mkdir({str(once)!r})"

    status, report, errors = _run(folder, _KILLED.format(name="28.txt", when=when))

    assert once.is_dir()
    assert status in (0, 1)
    assert _paths(report) == [f"{number:02}.txt" for number in range(COUNT)]
    assert report["errors"] == []
    assert "Traceback" not in errors


def test_where_no_process_can_be_started_this_one_checks(folder: Path) -> None:
    status, report, errors = _run(folder, _UNABLE)

    assert status in (0, 1)
    assert _paths(report) == [f"{number:02}.txt" for number in range(COUNT)]
    assert report["errors"] == []
    assert "Traceback" not in errors
