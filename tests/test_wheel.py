"""The built wheel carries rules and schemas, and works from any folder."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NOTICE = "# Tietosuojaseloste\n\n## Rekisterinpitäjä\n\nKoivulan kaupunki\nKoivukuja 12\n00400 Järvenpää\n\n## Henkilötietojen säilytysaika\n\nSäilytämme henkilötietoja kaksi vuotta.\n"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The python of an environment that holds the wheel; dependencies come from this one's."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)],
        check=True, capture_output=True,
    )  # fmt: skip
    environment = folder / "venv"
    venv.create(environment, with_pip=False, symlinks=os.name != "nt")
    scripts = "Scripts" if os.name == "nt" else "bin"
    python = environment / scripts / ("python.exe" if os.name == "nt" else "python")
    packages = Path(
        subprocess.run(
            [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
            check=True, capture_output=True, text=True,
        ).stdout.strip()
    )  # fmt: skip
    wheel = next(folder.glob("*.whl"))
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", str(packages), str(wheel)],
        check=True, capture_output=True,
    )  # fmt: skip
    # A path file is read once: what stands in path files over there (our own checkout) is not.
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return python


def test_the_wheel_lints_a_file_from_another_folder(installed: Path, tmp_path: Path):
    (tmp_path / "seloste.md").write_text(NOTICE, encoding="utf-8")
    done = subprocess.run(
        [installed, "-m", "rekisterilint", "check", "seloste.md"],
        cwd=tmp_path, capture_output=True, check=False,
    )  # fmt: skip
    output = done.stdout.decode()
    assert done.returncode == 1, done.stderr.decode()
    assert "ADR302" in output
    assert "04400" in output


def test_the_wheel_carries_rules_and_schemas(installed: Path, tmp_path: Path):
    code = (
        "import rekisterilint, pathlib; folder = pathlib.Path(rekisterilint.__file__).parent;"
        "print(len(list(folder.joinpath('rules').rglob('*.yaml'))), len(list(folder.joinpath('schemas').glob('*.json'))), folder)"
    )
    done = subprocess.run([installed, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    rules, schemas, folder = done.stdout.split(maxsplit=2)
    assert int(rules) > 20
    assert int(schemas) >= 4
    assert str(ROOT / "src") not in folder


def _first_start(python: Path, folder: Path, code: str) -> list[str]:
    """What `code` prints, one part a line, run beside a notice with nothing in the cache folder."""
    (folder / "notice.md").write_text(NOTICE, encoding="utf-8")
    done = subprocess.run(
        [python, "-c", f"import sys, pathlib, rekisterilint; home = pathlib.Path(rekisterilint.__file__).parent; {code}"],
        cwd=folder, capture_output=True, text=True, check=True, env=os.environ | {"REKISTERILINT_CACHE": ""},
    )  # fmt: skip
    return done.stdout.splitlines()


def test_not_even_the_first_start_compiles_the_catalogue(installed: Path, tmp_path: Path):
    parsed, names = _first_start(
        installed, tmp_path,
        "rekisterilint.check('notice.md'); print('ruamel.yaml' in sys.modules);"
        "print(*sorted(path.name.rsplit('-', 2)[0] for path in (home / 'compiled').iterdir()))",
    )  # fmt: skip
    assert parsed == "False"
    assert names == "plan-en plan-fi plan-sv plan-topics rules"


def test_rule_files_changed_in_the_installation_are_compiled_anew(installed: Path, tmp_path: Path):
    assert _first_start(
        installed, tmp_path,
        "path = home / 'rules' / 'topics.yaml'; old = path.read_bytes(); path.write_bytes(old + b'# changed\\n');"
        "rekisterilint.check('notice.md'); path.write_bytes(old); print('ruamel.yaml' in sys.modules)",
    ) == ["True"]  # fmt: skip
