from __future__ import annotations

import json
from pathlib import Path

import pytest
from in_process import run_command

from rekisterilint.cli.paths import expand_paths

NOTICE = "# Tietosuojaseloste\n\nRekisterinpitäjä: Kuusiniemen kaupunki, Kirkkokatu 1, 04400 Järvenpää\n"


@pytest.mark.parametrize(("form", "name"), [("html", "raportti.html"), ("json", "raportti.json")])
def test_a_report_beside_the_notices_is_no_notice(tmp_path: Path, form: str, name: str) -> None:
    (tmp_path / "seloste.md").write_text(NOTICE, encoding="utf-8")
    arguments = ["check", ".", "--format", form, "-o", name, "--fail-on", "never"]
    assert run_command(arguments, tmp_path).returncode == 0
    first = (tmp_path / name).read_bytes()
    assert run_command(arguments, tmp_path).returncode == 0
    assert (tmp_path / name).read_bytes() == first
    done = run_command(["check", ".", "--format", "json", "--fail-on", "never"], tmp_path)
    assert [document["path"] for document in json.loads(done.stdout)["documents"]] == ["seloste.md"]


def test_a_report_that_is_named_is_read(tmp_path: Path) -> None:
    report = tmp_path / "raportti.html"
    report.write_text('<meta name="generator" content="rekisterilint"><p>Tietosuojaseloste', encoding="utf-8")
    assert list(expand_paths([str(report)])) == [(str(report), True)]
    assert list(expand_paths([str(tmp_path)])) == []
