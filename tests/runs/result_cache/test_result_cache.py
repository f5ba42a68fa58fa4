"""`--cache`: what comes out of it is what would have been found, byte for byte."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from in_process import run_command

from project import ROOT, TODAY
from rekisterilint.runs.result_cache import Store, open_store
from rekisterilint.runs.result_cache.keys import file_key

CACHED = ("--cache", "--cache-dir", "../kept")
FORMATS = ("json", "sarif", "html", "text", "csv", "junit")
RULE = """
rules:
  - id: OWN901
    name: a-word
    severity: warning
    confidence: high
    provision: Oma ohje
    kind: pattern
    message: {{fi: "Sana {{excerpt}}", sv: "Ordet {{excerpt}}", en: "The word {{excerpt}}"}}
    help: {{fi: "Ohje.", sv: "Råd.", en: "Help."}}
    clauses:
      - all: "{word}"
    examples:
      - {{lang: fi, text: "Tämä on {word}.", finds: "{word}"}}
      - {{lang: fi, text: "Tämä ei ole."}}
"""
CONFIG = """
rules = ["own"]
exclude = ["own"]
[per-file-ignores]
"granudden*" = ["DOC"]
[[ignored]]
file = "kuusiniemi-oma*"
rule = "ADR302"
reason = "Tiedossa"
[organisation]
switchboard = "019 555 0100"
"""


class Base(NamedTuple):
    """A place with notices, the same again untouched, and what was found with an empty cache."""

    place: Path
    found: dict[str, bytes]


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Base:
    """Findings of every kind: suppressed, of the run, of own rules; and a broken file."""
    place = tmp_path_factory.mktemp("base")
    folder = place / "pristine" / "notices"
    (folder / "own").mkdir(parents=True)
    for name in ("clean/kuusiniemi-kirjasto-fi.md", "faulty/kuusiniemi-oma-palvelu-fi.md", "faulty/granudden-medborgarinstitut-sv.md"):
        shutil.copy(ROOT / "samples" / name, folder)
    text = (ROOT / "samples/faulty/kuusiniemi-oma-palvelu-fi.md").read_text(encoding="utf-8")
    comment = "<!-- rekisterilint: ignore-file ADR, LAW: tiedossa -->\n"
    (folder / "kuusiniemi-vanha.md").write_text(comment + text, encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    (folder / "own" / "own.yaml").write_text(RULE.format(word="rekisteri"), encoding="utf-8")
    (folder / "rekisterilint.toml").write_text(CONFIG, encoding="utf-8")
    shutil.copytree(folder, place / "notices")
    found = reports(place / "notices", *CACHED, REKISTERILINT_TODAY=TODAY.isoformat())
    shutil.copytree(place / "kept", place / "pristine" / "kept")
    return Base(place, found)


@pytest.fixture
def folder(base: Base) -> Path:
    """The notices, all in the cache already. At one place for all tests: it counts."""
    for name in ("notices", "kept", "out", "other"):
        shutil.rmtree(base.place / name, ignore_errors=True)
    shutil.copytree(base.place / "pristine", base.place, dirs_exist_ok=True)
    return base.place / "notices"


def reports(folder: Path, *options: str, status: int = 3, **environment: str) -> dict[str, bytes]:
    """The reports of a run over `folder`; the day is that of the tests."""
    out = folder.parent / "out"
    out.mkdir(exist_ok=True)
    arguments = [part for name in FORMATS for part in ("--format", f"{name}={out / name}")]
    done = run_command(["check", ".", *arguments, *options], folder, **environment)
    assert done.returncode == status, done.stderr
    return {name: (out / name).read_bytes() for name in FORMATS} | {"messages": done.stderr}


def entries(folder: Path) -> int:
    with sqlite3.connect(folder.parent / "kept" / "results-1.sqlite") as connection:
        return int(connection.execute("SELECT COUNT(*) FROM results").fetchone()[0])


def test_reports_are_the_same_with_and_without(folder: Path, base: Base):
    plain = reports(folder)
    assert b'"ORG8' in plain["json"]
    assert b'"suppressions"' in plain["sarif"]
    assert b"OWN901" in plain["text"]
    assert base.found == plain
    assert entries(folder) == 4  # not the broken one
    assert reports(folder, *CACHED) == plain
    (folder / "kuusiniemi-kirjasto-fi.md").touch()
    assert reports(folder, *CACHED, "--jobs", "2") == plain
    assert entries(folder) == 4


def _change_a_file(folder: Path) -> dict[str, str]:
    path = folder / "kuusiniemi-kirjasto-fi.md"
    path.write_text(path.read_text(encoding="utf-8") + "\nKirkkokatu 1, 00400 Järvenpää\n", encoding="utf-8")
    return {}


def _change_a_rule(folder: Path) -> dict[str, str]:
    (folder / "own" / "own.yaml").write_text(RULE.format(word="palvelu"), encoding="utf-8")
    return {}


def _change_the_settings(folder: Path) -> dict[str, str]:
    (folder / "rekisterilint.toml").write_text(CONFIG.replace('"granudden*" = ["DOC"]', '"x*" = ["DOC"]'), encoding="utf-8")
    return {}


def _change_the_profile(folder: Path) -> dict[str, str]:
    (folder / "rekisterilint.toml").write_text(CONFIG.replace("0100", "0999"), encoding="utf-8")
    return {}


def _change_the_day(folder: Path) -> dict[str, str]:
    return {"REKISTERILINT_TODAY": "2035-01-01"}


def _change_the_language(folder: Path) -> dict[str, str]:
    return {"REKISTERILINT_LANG": "sv"}


@pytest.mark.parametrize(
    "change",
    [_change_a_file, _change_a_rule, _change_the_settings, _change_the_profile, _change_the_day, _change_the_language],
)  # fmt: skip
def test_whatever_counts_is_checked_again(
    folder: Path, base: Base, change: Callable[[Path], dict[str, str]]
):
    environment = change(folder)
    plain = reports(folder, **environment)
    assert plain["json"] != base.found["json"]
    assert reports(folder, *CACHED, **environment) == plain


@pytest.mark.parametrize("options", [("--pedantic",), ("--no-ignores",), ("--min-confidence", "high"), ("--select", ["ADR", "OWN901"][0])])
def test_options_count(folder: Path, options: tuple[str, ...]):
    before = reports(folder, *CACHED)
    plain = reports(folder, *options)
    assert plain["json"] != before["json"]
    assert reports(folder, *CACHED, *options) == plain


def test_another_version_starts_anew(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("rekisterilint.__version__", "99.0")
    reports(folder, *CACHED)
    assert entries(folder) == 8


def test_a_changed_program_starts_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from rekisterilint.runs.result_cache import keys

    before = keys.program_key()
    assert keys.program_key() == before
    (tmp_path / "own.yaml").write_text("a")
    monkeypatch.setattr(keys, "packaged_folder", lambda name: tmp_path)
    first = keys.program_key()
    os.utime(tmp_path / "own.yaml", ns=(1, 1))
    assert len({before, first, keys.program_key()}) == 3


def test_a_renamed_file_is_another_one(folder: Path):
    (folder / "kuusiniemi-oma-palvelu-fi.md").rename(folder / "toinen.md")  # an entry of the configuration names it
    plain = reports(folder)
    assert reports(folder, *CACHED) == plain


def test_keys_tell_path_and_content_apart():
    keys = [
        file_key(b"s", "a", "b", b"c"), file_key(b"s", "a", "", b"bc"), file_key(b"s", "ab", "", b"c"),
        file_key(b"t", "a", "b", b"c"), file_key(b"s", "a", "bc", b""),
    ]  # fmt: skip
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("damage", ["emptied", "cut", "noise", "flipped", "not a database"])
def test_a_damaged_store_costs_the_cache_and_nothing_else(folder: Path, base: Base, damage: str):
    path = folder.parent / "kept" / "results-1.sqlite"
    data = bytearray(path.read_bytes())
    if damage == "flipped":
        source = random.Random(1)
        for _ in range(400):
            data[source.randrange(4096, len(data))] ^= 0xFF
    new = {"emptied": b"", "cut": data[: len(data) // 2], "noise": random.Random(2).randbytes(len(data)), "flipped": data}
    path.write_bytes(bytes(new.get(damage, b"no database at all " * 100)))
    assert reports(folder, *CACHED) == base.found
    assert reports(folder, *CACHED) == base.found


def test_a_folder_that_cannot_be_written_to_is_no_fault(folder: Path, base: Base, tmp_path: Path):
    (tmp_path / "file").touch()
    assert reports(folder, "--cache", "--cache-dir", str(tmp_path / "file" / "below")) == base.found
    assert reports(folder, "--cache", REKISTERILINT_CACHE="") == base.found
    assert open_store(tmp_path / "file") is None


def test_the_configuration_may_ask_for_it_and_the_command_line_refuse(folder: Path):
    (folder / "rekisterilint.toml").write_text('cache = true\ncache-dir = "../other"\n' + CONFIG, encoding="utf-8")
    before = sorted(folder.rglob("*"))
    reports(folder, "--no-cache")
    assert not (folder.parent / "other").exists()
    reports(folder)
    assert (folder.parent / "other" / "results-1.sqlite").stat().st_size
    assert sorted(folder.rglob("*")) == before


def test_without_being_asked_nothing_is_kept(folder: Path, tmp_path: Path):
    reports(folder, REKISTERILINT_CACHE=str(tmp_path / "kept"))
    assert not list((tmp_path / "kept").glob("results*"))


def test_faults_of_settings_are_found_in_spite_of_it(folder: Path):
    (folder / "own" / "own.yaml").write_text("rules: [", encoding="utf-8")
    assert run_command(["check", ".", *CACHED], folder).returncode == 2
    (folder / "own" / "own.yaml").unlink()
    (folder / "rekisterilint.toml").write_text('ignore = ["NIX123"]', encoding="utf-8")
    assert run_command(["check", ".", *CACHED], folder).returncode == 2


def test_fixes_are_made_from_kept_results(folder: Path):
    path = folder / "x.md"
    path.write_text("# Tietosuojaseloste\n\nLaki pysäköinninvalvonnasta (727/211)\n", encoding="utf-8")
    arguments = ["check", "x.md", "--select", "LAW401", *CACHED]
    assert run_command(arguments, folder).returncode == 1
    assert run_command([*arguments, "--fix"], folder).returncode == 0
    assert "(727/2011)" in path.read_text(encoding="utf-8")
    assert run_command(arguments, folder).returncode == 0


SCRIPT = """
import sys
from rekisterilint.cli import main
sys.argv = ["rekisterilint", *sys.argv[1:]]
try:
    main()
except SystemExit:
    pass
print(*sorted(name for name in sys.modules if name.startswith("rekisterilint") or name in ("re2", "rich")))
"""


def test_what_is_known_needs_no_engine(folder: Path):
    def modules(*arguments: str) -> set[str]:
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, "check", *arguments, *CACHED, "-q"],
            cwd=folder, capture_output=True, text=True, check=True,
        )  # fmt: skip
        return set(done.stdout.splitlines()[-1].split())

    engine = {"rekisterilint.engine", "rekisterilint.checks", "rekisterilint.facts", "re2"}
    assert engine <= modules(".")
    assert not modules("kuusiniemi-kirjasto-fi.md") & engine
    assert not modules("kuusiniemi-kirjasto-fi.md", "granudden-medborgarinstitut-sv.md") & engine


def test_several_runs_share_a_store(folder: Path, base: Base, tmp_path: Path):
    shutil.rmtree(folder.parent / "kept")
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "rekisterilint", "check", ".", "--format", f"json={tmp_path / f'{n}.json'}", *CACHED],
            cwd=folder, stdout=subprocess.DEVNULL,
        )
        for n in range(4)
    ]
    assert [process.wait(120) for process in running] == [3] * 4
    assert {(tmp_path / f"{n}.json").read_bytes() for n in range(4)} == {base.found['json']}
    assert entries(folder) == 4


def test_the_oldest_results_go_when_there_are_too_many(tmp_path: Path):
    def opened() -> Store:
        store = open_store(tmp_path)
        assert store is not None
        store.most_bytes = 2 * 2**20
        return store

    keys = [number.to_bytes(20, "big") for number in range(300)]
    store = opened()
    for key in keys:
        store.put(key, key * 800)
    store.close()
    store = opened()
    left = [key for key in keys if store.get(key) == key * 800]
    assert 60 < len(left) < 140
    assert left == keys[-len(left) :]
    for key in keys:
        store.put(key, key * 800)
    store.close()
    assert (tmp_path / "results-1.sqlite").stat().st_size < 9 * 2**20


def test_a_store_in_use_is_waited_for_and_then_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("rekisterilint.runs.result_cache.store._PATIENCE", 0.1)
    store = open_store(tmp_path)
    assert store is not None
    other = sqlite3.connect(tmp_path / "results-1.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert open_store(tmp_path) is None
    store.put(b"k", b"v")
    store.close()
    other.rollback()
    other.close()
    again = open_store(tmp_path)
    assert again is not None
    assert again.get(b"k") is None
    again.close()
