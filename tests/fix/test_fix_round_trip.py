"""`--fix` changes the words of its edits and no other byte, in any encoding and line end."""

from __future__ import annotations

import codecs
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rekisterilint.cli.check_command import CheckRequest, run_check_command

DEFECTS = {
    "Rekisteri on pysäköinninvalvonnasta annetun lain (727/211) mukainen.": ("727/211", "727/2011"),
    "Tiedot ovat julkisuuslain (621/1999) 24 §:än mukaan salassa.": ("24 §:än", "24 §:n"),
}
SENTENCES = (
    "Tietosuojaseloste",
    "1. Rekisterinpitäjä",
    "Koivulan kaupunki, kirjaamo",
    "Tiedot säilytetään kymmenen vuotta.",
    "Maksu on enintään 60 €\u00a0– tai \u201dkohtuullinen\u201d.",
    "\tsisennetty\u00a0 rivi  ",
    "ta\u00advu\u00adtettu sana",
    "",
)
MARKS = {
    "utf-8": b"",
    "utf-8-sig": b"",
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "cp1252": b"",
}
LINES = st.lists(
    st.tuples(st.sampled_from([*SENTENCES, *DEFECTS]), st.sampled_from(["\n", "\r\n"])),
    min_size=1,
    max_size=12,
)


def fix(path: Path) -> None:
    request = CheckRequest(
        paths=(str(path),), select=("LAW401", "LAW408"), no_config=True, fix=True,
        fail_on="never", quiet=True, formats=("csv=" + str(path.with_suffix(".csv")),),
    )  # fmt: skip
    assert run_check_command(request) == 0


@settings(max_examples=25, deadline=None)
@given(
    lines=LINES,
    defect=st.sampled_from(sorted(DEFECTS)),
    encoding=st.sampled_from(sorted(MARKS)),
    suffix=st.sampled_from([".txt", ".md"]),
)
def test_only_the_words_of_the_edits_change(
    lines: list[tuple[str, str]], defect: str, encoding: str, suffix: str
) -> None:
    source = "Tietosuojaseloste\n\n" + "".join(words + end for words, end in lines) + "\n" + defect
    expected = source
    for wrong, right in DEFECTS.values():
        expected = expected.replace(wrong, right)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"seloste{suffix}"
        path.write_bytes(MARKS[encoding] + source.encode(encoding))
        fix(path)
        once = path.read_bytes()
        assert once == MARKS[encoding] + expected.encode(encoding)
        fix(path)
        assert path.read_bytes() == once
        assert sorted(p.name for p in Path(folder).iterdir()) == sorted(["seloste.csv", path.name])


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_markup_stays_and_letters_that_the_page_lacks_become_references(
    tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "seloste.html"
    page = (
        f"<!DOCTYPE html>\r\n<html lang=fi><head><meta charset={encoding}></head><body>\n"
        "<h1>Tietosuojaseloste</h1><!-- huomautus: 727/211 -->\r\n"
        "<p class='a'>Laki pys&auml;köinninvalvonnasta (727/211) &amp; muut</p></body></html>"
    )
    path.write_bytes(page.encode(encoding))
    fix(path)
    assert path.read_bytes() == page.replace("(727/211)", "(727/2011)").encode(encoding)
