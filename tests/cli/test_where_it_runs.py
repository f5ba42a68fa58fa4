"""Streams, git, terminals and shells: what the command line does beside checking."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

DEFECT = "# Tietosuojaseloste\n\nKirkkokatu 1, 00400 Järvenpää\n"
CLEAN = "# Tietosuojaseloste\n\nKirkkokatu 1, 04400 Järvenpää\n"
POSIX = pytest.mark.skipif(os.name == "nt", reason="POSIX only")


def run(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "rekisterilint", *arguments],
        cwd=cwd, env={**os.environ, "REKISTERILINT_LANG": "en", **environment},
        capture_output=True, encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", *arguments],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q")
    (tmp_path / "sub").mkdir()
    for name in ("old.md", "changed.md", "gone.md", "sub/ä b.md"):
        (tmp_path / name).write_text(CLEAN, encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    return tmp_path


def test_changed_since_checks_changed_and_new_files_only(repository: Path) -> None:
    for name in ("changed.md", "sub/ä b.md", "new.md"):
        (repository / name).write_text(DEFECT, encoding="utf-8")
    (repository / "gone.md").unlink()
    (repository / "settings.yaml").write_text("a: 1\n", encoding="utf-8")
    (repository / "draft.md").write_text(DEFECT, encoding="utf-8")
    (repository / "rekisterilint.toml").write_text('exclude = ["draft.md"]\n', encoding="utf-8")
    done = run("check", "--changed-since", "HEAD", "--select", "ADR302", cwd=repository)
    assert done.returncode == 1, done.stderr
    assert "3 files checked: 3 errors." in done.stdout
    below = run("check", "--changed-since", "HEAD", "--select", "ADR302", cwd=repository / "sub")
    assert "ä b.md:3:15" in below.stdout
    assert "1 file checked: 1 error." in below.stdout


def test_nothing_changed_is_clean_and_an_unknown_revision_an_error(repository: Path) -> None:
    assert run("check", "--changed-since", "HEAD", cwd=repository).returncode == 0
    done = run("check", "--changed-since", "nothing", cwd=repository)
    assert (done.returncode, "git can't tell what changed since nothing" in done.stderr) == (2, True)


def test_annotations_come_by_themselves_beside_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(DEFECT, encoding="utf-8")
    command = ("check", "a.md", "--select", "ADR302")
    done = run(*command, cwd=tmp_path, GITHUB_ACTIONS="true")
    assert "\n::error file=a.md,line=3" in done.stdout
    assert done.stdout.index("error[ADR302]") < done.stdout.index("::error")
    for others in (["--format", "json"], ["--output", "out.txt"], ["--format", "github"]):
        done = run(*command, *others, cwd=tmp_path, GITHUB_ACTIONS="true")
        assert done.stdout.count("::error") == (others[-1] == "github")
    assert "::error" not in run(*command, cwd=tmp_path, GITHUB_ACTIONS="").stdout


@POSIX
def test_a_report_has_the_rights_that_any_new_file_gets(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(DEFECT, encoding="utf-8")
    run("check", "a.md", "--output", "out.txt", cwd=tmp_path)
    other = tmp_path / "other"
    other.touch()
    assert (tmp_path / "out.txt").stat().st_mode == other.stat().st_mode


@POSIX
def test_a_report_can_go_to_a_device_or_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(DEFECT, encoding="utf-8")
    done = run("check", "a.md", "--output", "/dev/stdout", cwd=tmp_path)
    assert "a.md" in done.stdout
    assert not Path("/dev/stdout").is_file() or Path("/dev/stdout").is_symlink()
    (tmp_path / "real.txt").touch()
    (tmp_path / "link.txt").symlink_to("real.txt")
    run("check", "a.md", "--output", "link.txt", cwd=tmp_path)
    assert (tmp_path / "link.txt").is_symlink()
    assert "a.md" in (tmp_path / "real.txt").read_text(encoding="utf-8")


def test_a_read_only_file_is_named_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(DEFECT.replace("Kirkkokatu", "Laki pysäköinninvalvonnasta (727/211), Kirkkokatu"), encoding="utf-8")
    before = path.read_bytes()
    path.chmod(0o444)
    done = run("check", "a.md", "--fix", "--select", "LAW401", cwd=tmp_path)
    path.chmod(0o644)
    assert done.returncode == 1
    assert "can't write a.md: read-only" in done.stderr
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["a.md"]


@POSIX
def test_rights_survive_a_fix(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Tietosuojaseloste\n\nLaki pysäköinninvalvonnasta (727/211)\n", encoding="utf-8")
    path.chmod(0o640)
    assert run("check", "a.md", "--fix", "--select", "LAW401", cwd=tmp_path).returncode == 0
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_pdf_with_a_fix_is_named(tmp_path: Path) -> None:
    samples = Path(__file__).resolve().parents[2] / "samples" / "formats"
    name = "kuusiniemi-oma-palvelu-fi.pdf"
    (tmp_path / name).write_bytes((samples / name).read_bytes())
    done = run("check", name, "--unsafe-fixes", "--quiet", cwd=tmp_path)
    assert f"can't fix {name} (pdf)" in done.stderr
    assert (tmp_path / name).read_bytes() == (samples / name).read_bytes()


@pytest.mark.parametrize(("shell", "sign"), [("bash", "complete -o"), ("zsh", "#compdef"), ("fish", "--command rekisterilint")])
def test_completion_scripts_are_shown(tmp_path: Path, shell: str, sign: str) -> None:
    done = run("--show-completion", shell, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert sign in done.stdout


@pytest.mark.parametrize(
    ("language", "described"), [("fi", "Korjaa sen, minkä oikea"), ("en", "Apply the safe fixes"), ("sv", "Rättar det")]
)
def test_completion_describes_options_in_the_user_s_language(
    tmp_path: Path, language: str, described: str
) -> None:
    done = run(
        cwd=tmp_path, REKISTERILINT_LANG=language,
        _REKISTERILINT_COMPLETE="zsh_complete", COMP_WORDS="rekisterilint check --fi", COMP_CWORD="2",
    )  # fmt: skip
    assert "--fix" in done.stdout
    assert described in done.stdout


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("rekisterilint check --format sa", "sarif"),
        ("rekisterilint check --select ADR30", "ADR302"),
        ("rekisterilint check --fail-on w", "warning"),
        ("rekisterilint check --lang e", "en"),
        ("rekisterilint explain postal", "postal-code-town-mismatch"),
        ("rekisterilint schema con", "config"),
    ],
)
def test_values_are_completed(tmp_path: Path, typed: str, offered: str) -> None:
    words = typed.split()
    done = run(
        cwd=tmp_path, _REKISTERILINT_COMPLETE="bash_complete",
        COMP_WORDS=typed, COMP_CWORD=str(len(words) - 1),
    )  # fmt: skip
    assert f"plain,{offered}" in done.stdout.split()


@POSIX
def test_a_long_run_shows_a_bar_on_a_terminal_and_only_there(tmp_path: Path) -> None:
    import pty

    script = (
        "import time; from rekisterilint.cli import progress; progress._PATIENCE = 0.2; progress._PAUSE = 0\n"
        "def slow():\n  for n in range(5):\n    time.sleep(0.1); yield n\n"
        "print(list(progress.with_progress(slow(), 5, 'fi', wanted=True)))"
    )
    command = [sys.executable, "-c", script]
    master, slave = pty.openpty()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=slave, check=True, env={**os.environ, "TERM": "xterm"})
    os.close(slave)
    shown = b""
    try:
        while piece := os.read(master, 4096):
            shown += piece
    except OSError:
        pass
    os.close(master)
    assert "Tarkastetaan" in shown.decode()
    assert "4/5" in shown.decode()
    plain = subprocess.run(command, capture_output=True, check=True)
    assert (plain.stdout.strip(), plain.stderr) == (b"[0, 1, 2, 3, 4]", b"")


def test_watching_without_the_extra_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "watchfiles.py").write_text("raise ImportError\n", encoding="utf-8")
    done = run("check", "--watch", cwd=tmp_path, PYTHONPATH=str(tmp_path))
    assert done.returncode == 2
    assert "rekisterilint[watch]" in done.stderr


def test_standard_input_can_t_be_watched(tmp_path: Path) -> None:
    assert run("check", "-", "--stdin-filename", "a.md", "--watch", cwd=tmp_path).returncode == 2


@POSIX
def test_what_changes_is_checked_again(tmp_path: Path) -> None:
    pytest.importorskip("watchfiles")
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(CLEAN, encoding="utf-8")
    log = (tmp_path / "log.txt").open("wb")
    process = subprocess.Popen(
        [sys.executable, "-m", "rekisterilint", "check", "a.md", "b.md", "--watch", "--select", "ADR302"],
        cwd=tmp_path, stdout=log, stderr=log, env={**os.environ, "REKISTERILINT_LANG": "en", "PYTHONUNBUFFERED": "1"},
        # What a shell starts in the background ignores Ctrl-C, and hands that on.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    try:
        wait_for(tmp_path / "log.txt", "Waiting for changes")
        time.sleep(0.5)
        (tmp_path / "b.md").write_text(DEFECT, encoding="utf-8")
        wait_for(tmp_path / "log.txt", "1 file checked: 1 error.")
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
    finally:
        process.kill()
        log.close()
    shown = (tmp_path / "log.txt").read_text(encoding="utf-8")
    assert "2 files checked: nothing to report." in shown
    assert "Changed: b.md" in shown
    assert "Traceback" not in shown


def wait_for(path: Path, words: str) -> None:
    end = time.monotonic() + 60
    while words not in path.read_text(encoding="utf-8"):
        assert time.monotonic() < end, path.read_text(encoding="utf-8")
        time.sleep(0.1)
