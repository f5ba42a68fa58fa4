"""The worker process: it answers, is stopped in time, and is replaced when it dies."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from office_files import lines, pdf

from rekisterilint.limits import Limits
from rekisterilint.readers import worker
from rekisterilint.readers.base import ReadError
from rekisterilint.readers.worker import read_in_worker


@pytest.fixture
def reader_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose modules the next worker finds as rekisterilint.readers.<name>."""
    import rekisterilint.readers as package

    hook = f"import rekisterilint.readers as p\np.__path__.append({str(tmp_path)!r})\n"
    tmp_path.joinpath("sitecustomize.py").write_text(hook)
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(worker, "_worker", None)
    return tmp_path


def test_the_worker_gives_what_the_reader_gives() -> None:
    from rekisterilint.readers.pdf.reader import read_here

    data = pdf(lines(["Rekisterinpitäjä on kunta.", "Tiedot poistetaan."]))

    assert read_in_worker("pdf.reader", data, "a.pdf", Limits()) == read_here(data, "a.pdf", Limits())


def test_the_worker_passes_errors_on_and_lives() -> None:
    for _ in range(2):
        with pytest.raises(ReadError) as caught:
            read_in_worker("pdf.reader", b"%PDF-rikki", "a.pdf", Limits())
        assert caught.value.code == "damaged-pdf"


def test_a_reader_that_hangs_is_stopped_and_the_next_file_is_read(reader_folder: Path) -> None:
    reader_folder.joinpath("sleeper.py").write_text(
        "import time\ndef read_here(data, name, limits):\n    time.sleep(60)\n"
    )

    with pytest.raises(ReadError) as caught:
        read_in_worker("sleeper", b"", "a", Limits(max_seconds=0.1))

    assert caught.value.code == "too-slow"
    assert caught.value.values == {"seconds": "0.1"}
    assert read_in_worker("pdf.reader", pdf(lines(["Teksti."])), "a", Limits()).content == "Teksti.\n"


def test_a_reader_that_crashes_is_reported(reader_folder: Path) -> None:
    reader_folder.joinpath("crasher.py").write_text(
        "import os\ndef read_here(data, name, limits):\n    os.abort()\n"
    )

    with pytest.raises(ReadError) as caught:
        read_in_worker("crasher", b"", "a", Limits())

    assert caught.value.code == "reader-crashed"


def test_a_reader_that_takes_too_much_memory_is_reported(reader_folder: Path) -> None:
    pytest.importorskip("resource")
    reader_folder.joinpath("eater.py").write_text(
        "def read_here(data, name, limits):\n    return bytes(3 * 1024 ** 3)\n"
    )

    with pytest.raises(ReadError) as caught:
        read_in_worker("eater", b"", "a", Limits())

    assert caught.value.code == "reader-crashed"


def test_the_worker_imports_nothing_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmp_path.joinpath("orjson.py").write_text("raise SystemExit(1)")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(worker, "_worker", None)
    monkeypatch.setattr(sys, "path", [entry for entry in sys.path if entry])

    assert read_in_worker("pdf.reader", pdf(lines(["Teksti."])), "a", Limits()).content == "Teksti.\n"


def test_inside_a_worker_files_are_read_in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "REKISTERILINT_READER_WORKER", "1")
    monkeypatch.setattr(worker, "_ready_worker", None)

    assert read_in_worker("pdf.reader", pdf(lines(["Teksti."])), "a", Limits()).content == "Teksti.\n"
