"""The command line's contract as scenario files: command, files, output, status."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from in_process import Done, run_command

SCENARIOS = sorted(Path(__file__).with_name("scenarios").glob("*.scenario"))
_PART = re.compile(r"^==== (\w+)(?: (.+?))? ====$", re.MULTILINE)


def parts_of(scenario: Path) -> list[tuple[str, str, str]]:
    source = scenario.read_text(encoding="utf-8")
    marks = list(_PART.finditer(source))
    ends = [mark.start() for mark in marks[1:]] + [len(source)]
    return [
        (mark.group(1), mark.group(2) or "", source[mark.end() + 1 : end])
        for mark, end in zip(marks, ends, strict=True)
    ]


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda path: path.stem)
def test_scenario(scenario: Path, tmp_path: Path):
    done: Done | None = None
    for part, argument, content in parts_of(scenario):
        if part == "file":
            path = tmp_path / argument
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.rstrip("\n").encode() + b"\n" if content.strip() else b"")
        elif part == "bytes":
            (tmp_path / argument).write_bytes(bytes.fromhex(content))
        elif part == "command":
            done = run(content.split(), tmp_path)
        else:
            assert done is not None
            check(part, argument, content, done, tmp_path)


def run(arguments: list[str], folder: Path) -> Done:
    stdin = (folder / arguments[arguments.index("<") + 1]).read_bytes() if "<" in arguments else b""
    words = arguments[: arguments.index("<")] if "<" in arguments else arguments
    return run_command(words, folder, stdin, REKISTERILINT_TODAY="2026-11-21")


def test_a_real_process_says_the_same(tmp_path: Path):
    """What the scenarios see is what a shell sees, also where the console is not UTF-8."""
    (tmp_path / "ä.md").write_text("# Tietosuojaseloste\n", encoding="utf-8")
    arguments = ["check", "ä.md", "puuttuu.md"]
    environment = {**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-m", "rekisterilint", *arguments],
        cwd=tmp_path, env=environment, capture_output=True, check=False,
    )  # fmt: skip
    here = run_command(arguments, tmp_path)
    assert (done.returncode, done.stderr) == (here.returncode, here.stderr)
    assert done.stdout.replace(b"\r\n", b"\n") == here.stdout
    assert "tiedostoa ei ole" in done.stdout.decode()


def read(path: Path) -> str:
    return path.read_bytes().decode()


def check(
    part: str, argument: str, content: str, done: Done, folder: Path
) -> None:
    streams = {"stdout": done.stdout.decode(), "stderr": done.stderr.decode()}
    if part == "status":
        assert done.returncode == int(argument), streams
    elif part in streams:
        assert streams[part].replace("\r\n", "\n").strip() == content.strip()
    elif part in ("stdout_has", "stderr_has"):
        for line in content.strip().split("\n"):
            assert line.strip() in streams[part[:6]], streams
    elif part in ("stdout_lacks", "stderr_lacks"):
        for line in content.strip().split("\n"):
            assert line.strip().replace("\\e", "\x1b") not in streams[part[:6]]
    elif part == "unchanged":
        assert not (folder / argument).exists() or content.strip() in read(folder / argument)
    elif part == "file_has":
        assert all(line in read(folder / argument) for line in content.strip().split("\n"))
    elif part == "file_is":
        assert read(folder / argument).strip() == content.strip()
    elif part == "files":
        assert sorted(path.name for path in folder.iterdir()) == content.split()
    else:
        raise AssertionError(f"unknown part {part}")
