"""Each machine format, word for word. REKISTERILINT_UPDATE_SNAPSHOTS=1 writes the files anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from report_sample import clean, hostile, library, pages, report, unread

SNAPSHOTS = Path(__file__).with_name("snapshots")
FILES = {
    "text": "report.txt",
    "json": "report.json",
    "sarif": "report.sarif",
    "junit": "report-junit.xml",
    "github": "report-github.txt",
    "gitlab": "report-gitlab.json",
    "markdown": "report.md",
    "csv": "report.csv",
    "elements-csv": "elements.csv",
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("kind", ["plain", "hostile"])
def test_report_is_as_recorded(name: str, kind: str):
    results = [library(), pages(), clean(), unread()] if kind == "plain" else [hostile()]
    written = report(name, results).encode()
    path = SNAPSHOTS / kind / FILES[name]
    if os.environ.get("REKISTERILINT_UPDATE_SNAPSHOTS"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written)
    # A checkout may have turned the line ends of files that are not ours to mark as binary.
    assert written.replace(b"\r\n", b"\n") == path.read_bytes().replace(b"\r\n", b"\n")


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_language_is_written(name: str, language: str):
    assert report(name, [library(), unread()], language)
