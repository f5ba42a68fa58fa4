"""The steps of action.yml, their commands run as GitHub would run them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parent.parent
ACTION: dict[str, Any] = YAML(typ="safe").load(ROOT / "action.yml")
STEPS = {step.get("name", step.get("uses")): step for step in ACTION["runs"]["steps"]}

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")


def run_step(name: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    scripts = str(Path(sys.executable).parent)
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", STEPS[name]["run"]],
        cwd=folder, capture_output=True, encoding="utf-8", check=False, timeout=300,
        env={
            **os.environ, "PATH": scripts + os.pathsep + os.environ["PATH"], "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(ROOT), "RUNNER_TEMP": str(folder / "temp"),
            "GITHUB_OUTPUT": str(folder / "output"), "GITHUB_STEP_SUMMARY": str(folder / "summary"),
            **environment,
        },
    )  # fmt: skip


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "temp").mkdir()
    shutil.copytree(ROOT / "samples" / "faulty", tmp_path / "omat selosteet")
    shutil.copytree(ROOT / "samples" / "clean", tmp_path / "clean")
    return tmp_path


def test_inputs_reach_scripts_as_variables_only() -> None:
    for step in STEPS.values():
        assert "${{" not in step.get("run", "")
        for value in step.get("env", {}).values():
            assert value.removeprefix("${{ inputs.").removesuffix(" }}") in ACTION["inputs"]


def test_defects_fail_the_step_with_annotations_summary_and_reports(workspace: Path) -> None:
    done = run_step("Check", workspace, INPUT_PATHS="omat selosteet\nclean\n", INPUT_OPTIONS="--lang en --min-confidence high")
    assert done.returncode == 1, done.stderr
    assert "::error file=omat selosteet/" in done.stdout
    assert (workspace / "summary").stat().st_size > 100
    outputs = dict(line.split("=", 1) for line in (workspace / "output").read_text().splitlines())
    assert outputs.keys() == ACTION["outputs"].keys()
    assert all(Path(path).stat().st_size > 100 for path in outputs.values())


def test_clean_notices_pass_without_options(workspace: Path) -> None:
    done = run_step("Check", workspace, INPUT_PATHS="clean", INPUT_OPTIONS="", REKISTERILINT_TODAY="2026-11-21")
    assert done.returncode == 0, done.stdout


def test_inputs_are_no_commands(workspace: Path) -> None:
    done = run_step("Check", workspace, INPUT_PATHS="$(touch owned); `touch owned`", INPUT_OPTIONS="$(touch owned)")
    assert done.returncode == 3
    assert not (workspace / "owned").exists()


@pytest.mark.skipif(find_spec("hatchling") is None, reason="hatchling is not installed")
def test_the_action_installs_itself(tmp_path: Path) -> None:
    done = run_step(
        "Install", tmp_path, PIP_TARGET=str(tmp_path / "target"), PIP_NO_DEPS="1",
        PIP_NO_BUILD_ISOLATION="0", PIP_DISABLE_PIP_VERSION_CHECK="1",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "target" / "rekisterilint" / "rules").is_dir()
