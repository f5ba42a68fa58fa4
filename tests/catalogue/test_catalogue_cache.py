from __future__ import annotations

from pathlib import Path

import pytest

from rekisterilint.catalogue import load, load_catalogue
from rekisterilint.catalogue.cache import load_kept, save_kept

DOCUMENTS = [["a.yaml", {"rules": []}]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("REKISTERILINT_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_what_is_saved_is_loaded(folder: Path):
    save_kept("rules", "abc", DOCUMENTS)
    assert load_kept("rules", "abc", list) == DOCUMENTS
    assert load_kept("rules", "abd", list) is None


@pytest.mark.parametrize(
    "damage",
    [
        b"", b"{", b"[]", b'{"format": 0}', b"\xff\x00",
        b'{"format": 0, "digest": "abc", "value": []}', b'{"format": 4, "digest": "other", "value": []}',
        b'{"format": 4, "digest": "abc", "value": {}}',
    ],
)  # fmt: skip
def test_a_damaged_entry_is_as_none(folder: Path, damage: bytes):
    save_kept("rules", "abc", DOCUMENTS)
    entry = next(folder.glob("rules-*.json"))
    entry.write_bytes(damage)
    assert load_kept("rules", "abc", list) is None


def test_a_folder_that_cannot_be_written_to_is_no_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "file"
    file.write_text("x")
    monkeypatch.setenv("REKISTERILINT_CACHE", str(file))
    save_kept("rules", "abc", DOCUMENTS)
    assert load_kept("rules", "abc", list) is None


def test_old_entries_are_forgotten(folder: Path):
    for number in range(12):
        save_kept("rules", f"{number:032}", DOCUMENTS)
    assert len(list(folder.glob("rules-*.json"))) <= 9


def test_the_catalogue_is_the_same_from_the_cache(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(load, "_loaded", {})
    first = load_catalogue()
    assert list(folder.glob("rules-*.json"))
    monkeypatch.setattr(load, "_loaded", {})
    assert load_catalogue() == first


def test_no_cache_when_the_user_wants_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("REKISTERILINT_CACHE", "")
    save_kept("rules", "abc", DOCUMENTS)
    assert load_kept("rules", "abc", list) is None
