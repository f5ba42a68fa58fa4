"""The hooks of .pre-commit-hooks.yaml with the real pre-commit in a real repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples"
HOOKS: list[dict[str, Any]] = YAML(typ="safe").load(ROOT / ".pre-commit-hooks.yaml")

pytest.importorskip("pre_commit", reason="pre-commit is not installed")


def call(folder: Path, *command: str, status: int | None = 0) -> str:
    environment = {
        **os.environ, "REKISTERILINT_LANG": "en", "PRE_COMMIT_HOME": str(folder.parent / "pre-commit"),
        "GIT_AUTHOR_NAME": "T", "GIT_AUTHOR_EMAIL": "t@example.org", "GIT_COMMITTER_NAME": "T",
        "GIT_COMMITTER_EMAIL": "t@example.org",
    }  # fmt: skip
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=300
    )
    shown = done.stdout + done.stderr
    assert status is None or done.returncode == status, shown
    return shown


def pre_commit(folder: Path, *arguments: str, status: int | None = 0) -> str:
    return call(folder, sys.executable, "-m", "pre_commit", *arguments, status=status)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with both hooks, run from this installation: no network is needed."""
    folder = tmp_path / "notices"
    folder.mkdir()
    hooks = [
        {**hook, "language": "system", "args": ["--select", "LAW401"],
         "entry": f'"{sys.executable}" -m {hook["entry"]}'}
        for hook in HOOKS
    ]  # fmt: skip
    with (folder / ".pre-commit-config.yaml").open("w", encoding="utf-8") as stream:
        YAML().dump({"repos": [{"repo": "local", "hooks": hooks}]}, stream)
    call(folder, "git", "init", "-q")
    pre_commit(folder, "install")
    call(folder, "git", "add", ".")
    call(folder, "git", "commit", "-qm", "hooks")
    return folder


def test_the_manifest_is_valid() -> None:
    call(ROOT, sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml")


def test_a_commit_with_a_defect_is_stopped_and_passes_after_the_fix(repository: Path) -> None:
    notice = repository / "oma-tietosuojaseloste.md"
    shutil.copy(SAMPLES / "faulty" / "kuusiniemi-oma-palvelu-fi.md", notice)
    call(repository, "git", "add", ".")
    stopped = call(repository, "git", "commit", "-m", "a notice", status=1)
    assert "error[LAW401]" in stopped
    assert stopped.count("Failed") == 2
    call(repository, sys.executable, "-m", "rekisterilint", "check", "--fix", "--fail-on", "never", notice.name)
    call(repository, "git", "add", ".")
    passed = call(repository, "git", "commit", "-m", "a notice")
    assert "Failed" not in passed
    assert notice.name in call(repository, "git", "ls-files")


@pytest.mark.parametrize("suffix", ["pdf", "docx", "odt", "html", "txt"])
def test_office_files_are_met(repository: Path, suffix: str) -> None:
    sample = SAMPLES / "formats" / f"kuusiniemi-oma-palvelu-fi.{suffix}"
    (repository / "Selosteet").mkdir()
    shutil.copy(sample, repository / "Selosteet" / f"Oma palvelu.{suffix}")
    call(repository, "git", "add", ".")
    shown = pre_commit(repository, "run", "rekisterilint", status=1)
    assert "LAW401" in shown


def test_other_documents_are_no_business_of_the_hooks(repository: Path) -> None:
    (repository / "README.md").write_text("# Ohjeet\n\nLaki (727/211)\n", encoding="utf-8")
    call(repository, "git", "add", ".")
    assert "Skipped" in pre_commit(repository, "run", "rekisterilint")


def test_the_whole_folder_is_checked_when_one_notice_changes(repository: Path) -> None:
    shutil.copy(SAMPLES / "faulty" / "kuusiniemi-oma-palvelu-fi.md", repository / "seloste-vanha.md")
    call(repository, "git", "add", ".")
    call(repository, "git", "commit", "-qnm", "old")
    shutil.copy(SAMPLES / "clean" / "kuusiniemi-kirjasto-fi.md", repository / "seloste-uusi.md")
    call(repository, "git", "add", ".")
    pre_commit(repository, "run", "rekisterilint")
    assert "seloste-vanha.md" in pre_commit(repository, "run", "rekisterilint-all", status=1)
