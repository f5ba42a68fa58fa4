"""The examples of docs/ci.md: valid YAML, and their own commands run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
EXAMPLES = [
    YAML(typ="safe").load(body) for body in re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
]


def commands(value: Any) -> Iterator[str]:
    """What examples run, wherever it stands: `run`, `script`."""
    if isinstance(value, dict):
        for key, part in value.items():
            if key in ("run", "script"):
                yield from [part] if isinstance(part, str) else part
            else:
                yield from commands(part)
    elif isinstance(value, list):
        for part in value:
            yield from commands(part)


def values(value: Any, key: str) -> Iterator[Any]:
    if isinstance(value, dict):
        for name, part in value.items():
            if name == key:
                yield part
            yield from values(part, key)
    elif isinstance(value, list):
        for part in value:
            yield from values(part, key)


RUN = [command for example in EXAMPLES for command in commands(example) if command.startswith("rekisterilint")]


def test_every_example_has_its_place() -> None:
    assert len(EXAMPLES) == 5
    assert len(RUN) == 3


@pytest.mark.skipif(os.name == "nt", reason="the commands are run by a POSIX shell")
@pytest.mark.parametrize("command", RUN)
def test_commands_run_and_leave_the_reports_that_are_uploaded(command: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "samples", tmp_path / "samples", ignore=shutil.ignore_patterns("formats"))
    for arguments in (["init", "-q", "-b", "main"], ["add", "."], ["-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-qm", "a"], ["update-ref", "refs/remotes/origin/main", "HEAD"]):
        subprocess.run(["git", *arguments], cwd=tmp_path, check=True, capture_output=True)
    path = str(Path(sys.executable).parent) + os.pathsep + os.environ["PATH"]
    done = subprocess.run(
        command, shell=True, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, "PATH": path},
    )  # fmt: skip
    assert done.returncode in (0, 1), done.stderr
    for name in re.findall(r"=(\S+)", command):
        assert (tmp_path / name).stat().st_size > 50


def test_hooks_inputs_and_outputs_exist() -> None:
    hooks = {hook["id"] for hook in YAML(typ="safe").load(ROOT / ".pre-commit-hooks.yaml")}
    action = YAML(typ="safe").load(ROOT / "action.yml")
    assert {hook["id"] for example in EXAMPLES for named in values(example, "hooks") for hook in named} <= hooks
    steps = [step for example in EXAMPLES for named in values(example, "steps") for step in named]
    ours = [step for step in steps if "rekisterilint@" in step.get("uses", "")]
    assert ours
    assert all(step["with"].keys() <= action["inputs"].keys() for step in ours)
    outputs = re.findall(r"steps\.notices\.outputs\.(\w+)", PAGE)
    assert set(outputs) <= action["outputs"].keys()


def test_the_pattern_shown_is_the_hook_s_own() -> None:
    pattern = YAML(typ="safe").load(ROOT / ".pre-commit-hooks.yaml")[0]["files"]
    assert f"files: '{pattern}'" in PAGE
