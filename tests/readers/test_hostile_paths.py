"""Paths that are no files, and names and words that would act on a terminal."""

from __future__ import annotations

import json
import os
import re
import socket
import sys
from pathlib import Path

import pytest
from bounded import checked

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
NOTICE = SAMPLES / "faulty" / "kuusiniemi-oma-palvelu-fi.md"
NOT_A_FILE = "ei ole tavallinen tiedosto"
FORMATS = ("text", "json", "sarif", "junit", "github", "gitlab", "html", "markdown", "csv", "elements-csv")
ACTED_ON = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
ESCAPES = "\x1b[31m\x07\x9b2J\u202egpj.exe\u202c\x1b]0;otsikko\x07"
NAME = "rtl\u202etxt\x1b[31m\x9b.txt"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such files there")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one notice among what is none."""
    tmp_path.joinpath("hyva.md").write_bytes(NOTICE.read_bytes())
    os.mkfifo(tmp_path / "putki.txt")
    tmp_path.joinpath("nolla.txt").symlink_to("/dev/zero")
    tmp_path.joinpath("kierto1.txt").symlink_to("kierto2.txt")
    tmp_path.joinpath("kierto2.txt").symlink_to("kierto1.txt")
    tmp_path.joinpath("puuttuu.txt").symlink_to("ei-ole.txt")
    sub = tmp_path / "alla"
    sub.mkdir()
    sub.joinpath("itse").symlink_to(sub)
    sub.joinpath("ylos").symlink_to(tmp_path)
    return tmp_path


def _refused(output: str) -> dict[str, str]:
    return dict(line.split(": ei tarkastettu: ") for line in output.splitlines() if ": ei tarkastettu: " in line)


def test_a_walked_folder_is_walked_once_and_what_is_no_file_is_not_opened(folder: Path) -> None:
    done = checked(["."], folder, seconds=15)

    refused = _refused(done.output)
    assert refused.keys() == {"kierto1.txt", "kierto2.txt", "nolla.txt", "puuttuu.txt", "putki.txt"}
    assert refused["putki.txt"] == refused["nolla.txt"] == NOT_A_FILE
    assert refused["kierto1.txt"] == refused["kierto2.txt"] == "linkki johtaa kehässä itseensä"
    assert refused["puuttuu.txt"] == "tiedostoa ei ole"
    assert "1 tiedosto tarkastettu" in done.output
    assert done.status == 3


def test_arguments_that_are_no_files_are_not_opened(folder: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.relpath(folder / "pistoke.txt"))
        names = ["putki.txt", "nolla.txt", "/dev/zero", "/dev/tty", "pistoke.txt", "kierto1.txt", "hyva.md"]
        done = checked(names, folder, seconds=15)

    refused = _refused(done.output)
    assert refused.keys() == set(names[:-1])
    assert {refused[name] for name in names[:-2]} == {NOT_A_FILE}
    assert "1 tiedosto tarkastettu" in done.output
    assert done.status == 3


def test_input_without_end_is_given_up(tmp_path: Path) -> None:
    done = checked(["-", "--stdin-filename", "a.txt"], tmp_path, stdin="/dev/zero", seconds=15)

    assert "a.txt: ei tarkastettu: tiedosto on liian suuri: 51 Mt, raja 50 Mt" in done.output
    assert done.status == 3


@pytest.mark.skipif(not Path("/proc/self/pagemap").exists(), reason="the system makes up no such file")
def test_a_file_that_says_it_is_empty_but_never_ends_is_given_up(tmp_path: Path) -> None:
    tmp_path.joinpath("kartta.txt").symlink_to("/proc/self/pagemap")

    done = checked(["kartta.txt"], tmp_path, seconds=15)

    assert "kartta.txt: ei tarkastettu: " in done.output
    assert done.status == 3


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A folder with a notice whose name and words hold escapes and overrides, and an empty file."""
    words = NOTICE.read_text(encoding="utf-8")
    words = words.replace(" ", f" {ESCAPES} ", 3).replace("@", f"{ESCAPES}@").replace("00", "0\x1b[1m0")
    tmp_path.joinpath(NAME).write_text(words, encoding="utf-8")
    tmp_path.joinpath(f"tyhja{ESCAPES}.txt").write_text("")
    return tmp_path


def test_no_report_holds_what_a_terminal_acts_on(hostile: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    reports = tmp_path_factory.mktemp("reports")
    wanted = [word for form in FORMATS[1:] for word in ("--format", f"{form}={reports / form}")]

    done = checked([".", "--format", "text", *wanted, "--fail-on", "never"], hostile, seconds=15)

    written = {form: (reports / form).read_bytes().decode() for form in FORMATS[1:]} | {"text": done.output}
    assert all(len(report) > 100 for report in written.values())
    for form, report in (*written.items(), ("errors", done.errors)):
        assert (form, ACTED_ON.findall(report.replace("\r\n", "\n"))) == (form, [])


def test_the_json_report_says_the_names_exactly(hostile: Path) -> None:
    report = json.loads(checked([".", "--format", "json"], hostile, seconds=15).output)

    assert [document["path"] for document in report["documents"]] == [NAME]
    assert [error["path"] for error in report["errors"]] == [f"tyhja{ESCAPES}.txt"]
