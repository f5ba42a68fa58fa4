"""The manual is executed: every command that docs/ and README.md show.

Commands are the lines of fenced `console` blocks that start with `$ `, and all lines of fenced `sh`
blocks. They run one after the other, document by document, in a folder with a copy of `samples/` and
with `selosteet/` (the same as `notices/`), three notices in Word and PDF; the folder is a git repository.
Lines of a `console` block without `$ ` are output: each must be shown, `…` stands for anything. The exit
status must be 0 or 1. A comment just before the block says otherwise: `<!-- status: 2 -->`, or
`<!-- not run -->` for what a test can't do. Installing is never run.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from in_process import run_command

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
_INSTALLING = re.compile(r"\bpipx?3? .*(install|ensurepath|upgrade)\b|\bwinget install\b")
_INTERACTIVE = re.compile(r"\bcd |--watch\b")
_FOR_A_SHELL = re.compile(r"[|<>&;$*~`]")
_BLOCK = re.compile(
    r"(?:^<!--\s*(?P<mark>not run|status: \d)\s*-->\n+)?^(?P<indent> *)```(?P<kind>console|sh)\n(?P<body>.*?)^ *```$",
    re.MULTILINE | re.DOTALL,
)


class Command(NamedTuple):
    line: str
    statuses: tuple[int, ...]
    output: tuple[str, ...]


def commands_of(page: Path) -> Iterator[Command]:
    for block in _BLOCK.finditer(page.read_text(encoding="utf-8")):
        mark = block["mark"] or ""
        if mark == "not run" or _INSTALLING.search(block["body"]):
            continue
        statuses = (int(mark[-1]),) if mark else (0, 1)
        lines = [line.removeprefix(block["indent"]) for line in block["body"].splitlines()]
        if block["kind"] == "sh":
            script = "\n".join(lines).replace("\\\n", " ")
            for line in script.split("\n"):
                if line.strip() and not line.startswith("#"):
                    yield Command(line, statuses, ())
            continue
        starts = [number for number, line in enumerate(lines) if line.startswith("$ ")]
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
            shown = tuple(line for line in lines[start + 1 : end] if line.strip())
            yield Command(lines[start][2:], statuses, shown)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "samples", tmp_path / "samples", ignore=shutil.ignore_patterns("formats"))
    notices = tmp_path / "selosteet"
    notices.mkdir()
    for name in ("kuusiniemi-tyollisyyspalvelut-fi.docx", "kuusiniemi-oma-palvelu-fi.pdf", "kuusiniemi-kirjasto-fi.docx"):
        shutil.copy(ROOT / "samples" / "formats" / name, notices)
    shutil.copytree(notices, tmp_path / "notices")
    for command in (
        ["init", "-q", "-b", "main"],
        ["add", "."],
        ["-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-qm", "notices"],
    ):
        subprocess.run(["git", *command], cwd=tmp_path, check=True, capture_output=True)
    return tmp_path


@pytest.mark.skipif(os.name == "nt", reason="the commands are run by a POSIX shell")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_commands_of_a_page_do_what_it_says(page: Path, folder: Path) -> None:
    for number, command in enumerate(commands_of(page)):
        # A start of Python for each command would take half a minute in all: a page's first has one.
        in_shell = not number or _FOR_A_SHELL.search(command.line) or not command.line.startswith("rekisterilint ")
        status, shown = (_in_a_shell if in_shell else _in_this_process)(command.line, folder)
        assert status in command.statuses, f"{command.line}\n{shown}"
        for line in command.output:
            pattern = ".*".join(re.escape(part.strip()) for part in line.split("…"))
            assert re.search(pattern, shown), f"{command.line}\nlacks: {line}\n{shown}"


def _in_a_shell(line: str, folder: Path) -> tuple[int, str]:
    scripts = str(Path(sys.executable).parent)
    environment = {**os.environ, "PATH": scripts + os.pathsep + os.environ["PATH"], "COLUMNS": "120"}
    done = subprocess.run(
        line, shell=True, cwd=folder, env=environment, capture_output=True,
        encoding="utf-8", check=False, timeout=300,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


def _in_this_process(line: str, folder: Path) -> tuple[int, str]:
    done = run_command(shlex.split(line, comments=True)[1:], folder, COLUMNS="120")
    return done.returncode, (done.stdout + done.stderr).decode()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_only_what_can_t_run_is_left_out(page: Path) -> None:
    for block in _BLOCK.finditer(page.read_text(encoding="utf-8")):
        if block["mark"] == "not run":
            assert _INTERACTIVE.search(block["body"]), block.group()
