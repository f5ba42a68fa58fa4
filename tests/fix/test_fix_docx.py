"""Fixes in DOCX files: words change in their runs, all else stays."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from rekisterilint.cli.check_command import CheckRequest, run_check_command
from rekisterilint.fix import UnfixableError, fixed_bytes
from rekisterilint.limits import Limits
from rekisterilint.readers.office.docx import read

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "readers"))
from office_files import W, docx, p

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
NOTICE = (
    "<html><body><h1>Tietosuojaseloste</h1><p>Koivulan kaupunki, Kirkkokatu 1, 00<b>40</b>0 Järvenpää."
    " Käyntiosoite Kirkkokatu 1, 04400 Järvenpää.</p><table><tr><td>Laki</td><td>tietosuojalain <i>7 §</i>:än"
    " mukaan</td></tr></table><p>Laki pysäköinninvalvonnasta (727/211).</p></body></html>"
)


def source_of(data: bytes) -> str:
    return read(data, "a.docx", Limits()).source


def edit(source: str, was: str, text: str) -> dict[str, Any]:
    start = source.index(was)
    return {"start": start, "end": start + len(was), "was": was, "text": text}


def fixed(data: bytes, *changes: tuple[str, str]) -> bytes:
    source = source_of(data)
    result = fixed_bytes(data, "docx", [[edit(source, was, text)] for was, text in changes])
    assert result.applied == len(changes)
    assert source_of(result.data) == result.after
    return result.data


def runs(data: bytes) -> list[str]:
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return [element.text or "" for element in root.iter(f"{{{W}}}t")]


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def test_words_split_over_runs_change_in_the_first_changed_run() -> None:
    data = docx(f"<w:p>{run('puh. 0')}{run('04', '<w:b/>')}{run('00 ja muut')}</w:p>")
    assert runs(fixed(data, ("00400", "04400"))) == ["puh. 0", "44", "00 ja muut"]


def test_what_is_deleted_over_several_runs_leaves_them_empty() -> None:
    data = docx(f"<w:p>{run('alku vanha')}{run(' sana ', '<w:i/>')}{run('tästä loppu')}</w:p>")
    assert runs(fixed(data, ("vanha sana tästä", "uusi"))) == ["alku uusi", "", " loppu"]


def test_an_insertion_belongs_to_the_run_before_it() -> None:
    data = docx(f"<w:p>{run('727/2')}{run('11 on')}</w:p>")
    assert runs(fixed(data, ("727/211", "727/2011"))) == ["727/20", "11 on"]


def test_cells_lists_breaks_and_notes_are_found() -> None:
    cells = "".join(f"<w:tc>{p(words)}</w:tc>" for words in ("Laki ", " kolme ", "neljä"))
    data = docx(
        p("yksi") + "<w:p><w:r><w:t>kaksi</w:t><w:br/><w:t>rivi</w:t></w:r></w:p>"
        f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>" + p("yksi uudestaan"),
        footnotes=f'<w:footnote w:id="1">{p("viite")}</w:footnote>',
    )
    changed = fixed(data, ("uudestaan", "toiste"), ("kolme", "3"), ("neljä", "4"), ("rivi", "r"), ("viite", "v"))
    assert source_of(changed).split("\n")[:4] == ["yksi", "kaksi r", "Laki | 3 | 4", "yksi toiste"]


def test_a_fix_over_a_break_is_left_out() -> None:
    data = docx("<w:p><w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r></w:p>")
    source = source_of(data)
    result = fixed_bytes(data, "docx", [[edit(source, "a-b", "xyz")]])
    assert (result.applied, result.data) == (0, data)


def test_parts_and_their_order_stay() -> None:
    data = FIXTURES.joinpath("word.docx").read_bytes()
    changed = fixed(data, ("1492/2016", "1492/2017"), ("viivalla merkitty", "viivalla merkattu"))
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(changed)) as new:
        assert new.namelist() == old.namelist()
        for name in old.namelist():
            assert name == "word/document.xml" or new.read(name) == old.read(name)
        before, after = (a.read("word/document.xml").decode() for a in (old, new))
    assert before.count("<w:rPr") == after.count("<w:rPr")
    assert before.count("<w:r>") + before.count("<w:r ") == after.count("<w:r>") + after.count("<w:r ")


def test_every_word_of_a_real_file_can_be_found() -> None:
    for name in ("word.docx", "libreoffice.docx"):
        data = FIXTURES.joinpath(name).read_bytes()
        source = source_of(data)
        words = {word for word in source.split() if len(word) > 6 and word.isalpha() and source.count(word) == 1}
        assert len(words) > 10
        for word in sorted(words)[:20]:
            fixed(data, (word, word[:-1] + "x"))


def test_a_signed_file_is_refused() -> None:
    buffer = io.BytesIO(docx(p("vanha")))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("_xmlsignatures/sig1.xml", "<a/>")
    with pytest.raises(UnfixableError, match="signed"):
        fixed_bytes(buffer.getvalue(), "docx", [[edit("vanha\n", "vanha", "uusi")]])


@pytest.fixture(scope="module")
def written_by_libreoffice(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    folder = tmp_path_factory.mktemp("office")
    (folder / "seloste.html").write_text(NOTICE, encoding="utf-8")
    subprocess.run(
        [office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(folder / "seloste.html")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return (folder / "seloste.docx").read_bytes()


def fix(path: Path, *, in_place: bool = False) -> None:
    run_check_command(
        CheckRequest(
            paths=(str(path),), select=("ADR302", "LAW401", "LAW408"), no_config=True, fix=True,
            unsafe_fixes=True, in_place=in_place, formats=(f"csv={path.with_suffix('.csv')}",),
        )
    )  # fmt: skip


def test_the_fixed_copy_stands_beside_the_original(
    written_by_libreoffice: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "seloste.docx"
    path.write_bytes(written_by_libreoffice)
    fix(path)
    copy = tmp_path / "seloste.korjattu.docx"
    assert path.read_bytes() == written_by_libreoffice
    source = source_of(copy.read_bytes())
    assert "Kirkkokatu 1, 04400 Järvenpää. Käyntiosoite Kirkkokatu 1, 04400" in source
    assert "tietosuojalain 7 §:n mukaan" in source
    assert "(727/2011)" in source
    assert "seloste.korjattu.docx" in capsys.readouterr().err

    fix(copy, in_place=True)
    assert source_of(copy.read_bytes()) == source
    copy.write_bytes(b"muokattu")
    fix(path)
    assert copy.read_bytes() == b"muokattu"
    assert "on jo olemassa" in capsys.readouterr().err


def test_in_place_the_file_itself_is_fixed(written_by_libreoffice: bytes, tmp_path: Path) -> None:
    path = tmp_path / "seloste.docx"
    path.write_bytes(written_by_libreoffice)
    fix(path, in_place=True)
    once = path.read_bytes()
    assert "(727/2011)" in source_of(once)
    fix(path, in_place=True)
    assert path.read_bytes() == once
    assert sorted(p.name for p in tmp_path.iterdir()) == ["seloste.csv", "seloste.docx"]
