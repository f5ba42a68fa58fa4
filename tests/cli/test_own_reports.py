"""A report takes the place of an older report, never that of a notice."""

from __future__ import annotations

from pathlib import Path

import pytest
from in_process import run_command

from rekisterilint.cli.own_reports import is_report
from rekisterilint.reports import FORMATS

NOTICE = "# Tietosuojaseloste\n\n## Rekisterinpitäjä\n\nKoivulan kaupunki\nKoivukuja 12\n00400 Järvenpää\n"
# Endings that notices have, where a report may bear one.
_ENDINGS = {
    "text": ".txt", "github": ".txt", "html": ".html", "json": ".json", "sarif": ".json", "gitlab": ".json",
    "markdown": ".md", "junit": ".xml", "csv": ".csv", "elements-csv": ".csv",
}  # fmt: skip


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("more", [(), ("--select", "LAW401"), ("--quiet",)], ids=["findings", "none", "quiet"])
def test_an_older_report_of_every_format_is_written_over(
    tmp_path: Path, form: str, language: str, more: tuple[str, ...]
) -> None:
    (tmp_path / "n").mkdir()
    (tmp_path / "n" / "seloste.md").write_text(NOTICE, encoding="utf-8")
    report = tmp_path / f"raportti{_ENDINGS[form]}"
    arguments = ["check", "n", "--lang", language, "--format", form, "-o", report.name, "--fail-on", "never", *more]
    for _ in range(2):
        assert run_command(arguments, tmp_path).returncode == 0
        assert report.is_file()


@pytest.mark.parametrize("form", ["text", "json", "html", "markdown"])
@pytest.mark.parametrize("name", ["seloste.md", "seloste.txt", "SELOSTE.DOCX", "seloste.pdf", "seloste.html", "tiedot.json"])
def test_a_notice_is_not_written_over(tmp_path: Path, form: str, name: str) -> None:
    (tmp_path / name).write_text(NOTICE, encoding="utf-8")
    done = run_command(["check", ".", "--format", form, "-o", name], tmp_path)
    assert done.returncode == 2
    assert name in done.stderr.decode()
    assert "eikä se ole rekisterilintin raportti" in done.stderr.decode()
    assert (tmp_path / name).read_text(encoding="utf-8") == NOTICE


def test_nor_by_a_format_with_a_file_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "seloste.md").write_text(NOTICE, encoding="utf-8")
    done = run_command(["check", ".", "--format", "text", "--format", "html=seloste.md"], tmp_path)
    assert done.returncode == 2
    assert (tmp_path / "seloste.md").read_text(encoding="utf-8") == NOTICE


def test_an_empty_file_is_nobodys_notice(tmp_path: Path) -> None:
    (tmp_path / "uusi.html").touch()
    assert is_report(tmp_path / "uusi.html")
