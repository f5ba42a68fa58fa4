"""Links: where they lead is no word of the notice, and yet a fact with a place of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from letter_places import misplaced_letters, words
from office_files import W, line, odt, p, package, raw_pdf

from project import TODAY
from rekisterilint.checker import Checker, CheckOptions
from rekisterilint.cli.check_command import CheckRequest, run_check_command
from rekisterilint.config import Config
from rekisterilint.facts import extract_facts
from rekisterilint.limits import Limits
from rekisterilint.readers import read_bytes
from rekisterilint.readers.pdf import reader as pdf_reader
from rekisterilint.readers.worker import read_in_worker
from rekisterilint.text import Text

_PAGE = (
    '<h1>Seloste</h1>\n<p>Tietoja saadaan <a class=x href="https://www.rekisteri.example/haku?a=1&amp;b=2">'
    "väestön<b>tietojärjestelmästä</b></a>.</p>"
)
_MARKDOWN = (
    "# Seloste\n\nTietoja saadaan [väestön**tietojärjestelmästä**]"
    '(https://www.rekisteri.example/haku?a=1&amp;b=2 "Haku").\n'
)
_REFERENCE = (
    "# Seloste\n\nTietoja saadaan [väestön**tietojärjestelmästä**][haku].\n\n"
    "[haku]: https://www.rekisteri.example/haku?a=1&amp;b=2\n"
)
_HTML_IN_MARKDOWN = f"# Seloste\n\n<div>\n{_PAGE}\n</div>\n"


def read(source: str, name: str) -> Text:
    return read_bytes(source.encode(), name, Limits(), lambda words: False)


def targets(text: Text) -> list[tuple[str, str]]:
    """(visible words, target) of each link."""
    content = text.content
    return [
        (content[link.words_start : link.words_end], content[link.start : link.end])
        for link in text.links
    ]


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (_PAGE, "a.html"),
        (_MARKDOWN, "a.md"),
        (_REFERENCE, "a.md"),
        (_HTML_IN_MARKDOWN, "a.md"),
    ],
)
def test_a_target_is_a_fact_at_its_place_and_no_words(source: str, name: str) -> None:
    text = read(source, name)

    address = "https://www.rekisteri.example/haku?a=1&b=2"
    assert targets(text) == [("väestöntietojärjestelmästä", address)]
    assert words(text)[-1] == "Tietoja saadaan väestöntietojärjestelmästä."
    (url,) = extract_facts(text).urls
    assert url.written == address
    line = next(n for n, line in enumerate(source.split("\n"), 1) if "https" in line)
    column = source.split("\n")[line - 1].index("https") + 1
    place, end = text.place(url.start), text.end_place(url.end)
    assert (place.line, place.column) == (line, column)
    assert (end.line, end.column) == (line, column + len(address) + len("amp;"))
    assert misplaced_letters(text) == []


@pytest.mark.parametrize(
    "link",
    [
        '<a href="/tietosuoja">lue lisää</a>',
        '<a href="#kohta">lue lisää</a>',
        '<a href="mailto:kirjaamo@kunta.example">kirjaamo</a>',
        '<a href="https://{{ host }}/x">lue lisää</a>',
        '<a href="https://www.kunta.example/x">kunta.example</a>',
        '<a href="https://kunta.example"><img src=logo.png></a>',
        '<a href="">tyhjä</a>',
    ],
)
def test_what_leads_to_no_other_page_or_shows_it_is_no_target(link: str) -> None:
    assert targets(read(f"<h1>Seloste</h1><p>Kunta: {link}.</p>", "a.html")) == []


def test_links_of_navigation_and_page_furniture_are_left_out() -> None:
    text = read(
        '<nav><a href="https://kunta.example/a">Palvelut</a></nav><h1>Seloste</h1><p>Tietoja käsitellään.</p>'
        '<footer><p>© 2026 <a href="https://kunta.example/b">Kuvitelman kunta</a></p></footer>',
        "a.html",
    )
    assert targets(text) == []


def test_targets_come_through_the_worker() -> None:
    text = read_in_worker("html.reader", _PAGE.encode(), "a.html", Limits())
    assert text == read(_PAGE, "a.html")
    assert len(text.links) == 1


_NOTICE = (
    "<h1>Tietosuojaseloste</h1>\n<h2>Rekisterinpitäjä</h2>\n<p>Koivulan kaupunki, PL 7, 05801 Hyvinkää</p>\n"
    "<h2>Tietolähteet</h2>\n<p>Tiedot saadaan\n<a href='{}'>väestötiedoista</a>.</p>\n"
    "<h2>Säilytysaika</h2>\n<p>Kaksi vuotta.</p>\n"
)


def test_a_finding_in_a_target_names_its_place_and_section() -> None:
    checker = Checker(CheckOptions("fi", TODAY, with_blocks=True))
    config = Config(select=("AUT601",))
    result = checker.check("a.html", config, _NOTICE.format("https://vrk.fi/tiedot").encode())

    assert result.document is not None
    (finding,) = result.document["findings"]
    assert (finding["line"], finding["column"], finding["excerpt"]) == (6, 10, "https://vrk.fi/tiedot")
    assert result.extras["sections"] == ["Tietolähteet"]
    ((start, end),) = result.extras["spans"]
    shown = next(b for b in result.extras["blocks"] if b["start"] <= start < b["start"] + len(b["text"]))
    assert shown["text"][start - shown["start"] : end - shown["start"]] == "väestötiedoista"


@pytest.mark.parametrize(("name", "link"), [("a.html", _NOTICE), ("a.md", None)])
def test_a_fix_of_a_target_changes_it_and_nothing_else(tmp_path: Path, name: str, link: str | None) -> None:
    notice = link or (
        "# Tietosuojaseloste\n\n## Rekisterinpitäjä\n\nKoivulan kaupunki, PL 7, 05801 Hyvinkää\n\n"
        "## Tietolähteet\n\nTiedot saadaan [väestötiedoista](<{}> 'nimi').\n"
    )
    path = tmp_path / name
    path.write_text(notice.format("https://www.koivulla.example/haku?a=1;b=(2)"), encoding="utf-8")
    config = tmp_path / "rekisterilint.toml"
    config.write_text(
        'select = ["ORG802"]\n[organisation]\nnames = ["Koivulan kaupunki"]\n'
        'urls = ["https://www.koivula.example/haku"]\n',
        encoding="utf-8",
    )
    request = CheckRequest(
        paths=(str(path),), config=config, fix=True, unsafe_fixes=True, fail_on="never", quiet=True,
        formats=("csv=" + str(tmp_path / "a.csv"),),
    )  # fmt: skip
    assert run_check_command(request) == 0
    fixed = path.read_text(encoding="utf-8")
    assert fixed == notice.format("https://www.koivula.example/haku?a=1;b=(2)")


def _docx(body: str) -> bytes:
    """A DOCX whose body may use the links r1 and r2."""
    prefix = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    targets = {"r1": "https://www.vrk.fi/haku?a=1&amp;b=2", "r2": "https://kunta.example/x", "r3": "#kohta"}
    relationships = "".join(
        f'<Relationship Id="{key}" Type="{prefix}/hyperlink" Target="{target}" TargetMode="External"/>'
        for key, target in targets.items()
    )
    return package({
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{prefix}"><w:body>{body}</w:body></w:document>',
        "word/_rels/document.xml.rels":
            f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relationships}</Relationships>',
    })  # fmt: skip


def _linked(key: str, words: str) -> str:
    return f'<w:hyperlink r:id="{key}"><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:hyperlink>'


_ODT_LINK = '<text:a xlink:href="https://www.vrk.fi/haku?a=1&amp;b=2">väestö<text:span>rekisteristä</text:span></text:a>'
OFFICE = {
    "docx": _docx(
        p("Seloste") + "<w:p><w:r><w:t xml:space=\"preserve\">väestörekisteristä: </w:t></w:r>"
        + _linked("r3", "kohta ") + _linked("r2", "kunta.example ") + _linked("r1", "väestörekisteristä ") + "</w:p>"
    ),
    "odt": odt(
        f"<text:p>Seloste</text:p><text:p>väestörekisteristä: <text:a xlink:href='#k'>kohta</text:a> "
        f"<text:a xlink:href='https://kunta.example/x'>kunta.example</text:a> {_ODT_LINK}</text:p>"
    ),
}  # fmt: skip


@pytest.mark.parametrize("ending", sorted(OFFICE))
def test_an_office_files_target_stands_where_its_words_do(ending: str) -> None:
    text = read_bytes(OFFICE[ending], f"a.{ending}", Limits(), lambda words: False)

    assert text.content.startswith("Seloste\nväestörekisteristä: kohta kunta.example väestörekisteristä\n")
    assert targets(text) == [("väestörekisteristä", "https://www.vrk.fi/haku?a=1&b=2")]
    (url,) = [url for url in extract_facts(text).urls if "vrk" in url.written]
    place, end = text.place(url.start), text.end_place(url.end)
    first = len("väestörekisteristä: kohta kunta.example ") + 1
    assert (place.line, place.column, end.line, end.column) == (2, first, 2, first + len("väestörekisteristä"))


def test_links_in_the_cells_of_a_row_and_behind_a_bold_first_line_are_kept() -> None:
    cell = "<w:tc><w:p>{}</w:p></w:tc>"
    row = f"<w:tbl><w:tr>{cell.format(_linked('r2', 'Rekisteri'))}{cell.format(_linked('r1', 'haku'))}</w:tr></w:tbl>"
    bold = '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Tietolähteet</w:t><w:br/></w:r><w:r><w:t xml:space="preserve">Tiedot: </w:t></w:r>'
    data = _docx(p("Seloste") + row + bold + _linked("r1", "haku") + "</w:p>" + p("Muuta tekstiä on enemmän kuin lihavoitua."))

    text = read_bytes(data, "a.docx", Limits(), lambda words: False)

    address = "https://www.vrk.fi/haku?a=1&b=2"
    assert targets(text) == [("Rekisteri", "https://kunta.example/x"), ("haku", address), ("haku", address)]
    assert [text.place(link.start).line for link in text.links] == [2, 2, 4]


def test_fixing_a_word_file_leaves_its_links_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(_docx(p("Tietosuojaseloste") + p("Rekisterinpitäjä: Kuusiniemen kunta, 00400 Järvenpää")
                           + f"<w:p>{_linked('r1', 'väestörekisteristä')}</w:p>"))  # fmt: skip

    run_check_command(CheckRequest(paths=(str(path),), fix=True, unsafe_fixes=True))

    fixed = path.with_name("a.korjattu.docx").read_bytes()
    text = read_bytes(fixed, "a.docx", Limits(), lambda words: False)
    assert "04400 Järvenpää" in text.content
    assert targets(text) == [("väestörekisteristä", "https://www.vrk.fi/haku?a=1&b=2")]


@pytest.mark.parametrize(
    "name", ["links-chromium.pdf", "links-libreoffice.pdf", "links-libreoffice.docx", "links-libreoffice.odt"]
)
def test_links_of_real_files_are_facts_at_their_words(fixtures: Path, name: str) -> None:
    text = read_bytes((fixtures / name).read_bytes(), name, Limits(), lambda words: False)

    page = "https://www.kuusiniemi.example/kirjasto"
    expected = [("väestörekisteristä", "https://www.vrk.fi/haku?a=1&b=2"), ("kirjaston", page), ("kirjaston", page)]
    assert targets(text) == expected
    for link in text.links:
        place, end = text.place(link.start), text.end_place(link.end)
        line = text.source_line(text.origin.source_offset(link.start))
        assert line[place.column - 1 : end.column - 1] == text.content[link.words_start : link.words_end]
    assert len({text.place(link.start).line for link in text.links}) >= 2


def _linked_pdf(*rectangles: str) -> bytes:
    """A page of one line with a link to the same page over each rectangle."""
    content = line("Tiedot saadaan rekisteristä.", 72, 700)
    annotations = "".join(
        f"<</Type/Annot/Subtype/Link/Rect[{rectangle}]/A<</S/URI/URI(https://www.vrk.fi/x)>>>>" for rectangle in rectangles
    )
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[5 0 R]/Count 1>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        f"<</Length {len(content.encode('cp1252'))}>>stream\n{content}\nendstream",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 3 0 R>>>>"
        f"/Annots[{annotations}]>>",
    ]
    return raw_pdf([item.encode("cp1252") for item in objects])


@pytest.mark.parametrize(
    ("rectangle", "words"),
    [
        ("72 690 500 715", ["Tiedot saadaan rekisteristä."]),
        ("500 715 72 690", ["Tiedot saadaan rekisteristä."]),
        ("72 100 500 200", []),
        ("0 0 0 0", []),
        ("1e30 1e30 -1e30 -1e30", []),
    ],
)
def test_a_pdfs_link_lies_over_words_or_is_none(rectangle: str, words: list[str]) -> None:
    text = pdf_reader.read_here(_linked_pdf(rectangle), "a.pdf", Limits())

    assert [shown for shown, _ in targets(text)] == words


def test_a_page_with_very_many_links_is_read_in_bounds() -> None:
    text = pdf_reader.read_here(_linked_pdf(*["72 690 500 715"] * 5_000), "a.pdf", Limits(max_seconds=5))

    assert text.content.startswith("Tiedot saadaan rekisteristä.\n")
    assert len(text.links) == 1


def test_a_word_file_of_nothing_but_long_links_is_read_in_bounds() -> None:
    data = _docx("".join(f"<w:p>{_linked('r1', f'sana{number}')}</w:p>" for number in range(10_000)))

    text = read_bytes(data, "a.docx", Limits(max_seconds=10), lambda words: False)

    assert len(text.blocks) == 10_000
    assert 1_000 < len(text.links) < 10_000
