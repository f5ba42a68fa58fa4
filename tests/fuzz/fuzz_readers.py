"""Coverage-guided fuzzing of one reader with atheris, which is no dependency of the project.

    pip install atheris
    python tests/fuzz/fuzz_readers.py seeds pdf CORPUS
    python tests/fuzz/fuzz_readers.py pdf CORPUS -max_total_time=1800 -artifact_prefix=CORPUS-

Readers: pdf, docx, odt, html, markdown, register, plain. `seeds` fills the corpus folder from
tests/fixtures and samples; texts go in whole and in pieces, for pdf drawn on small pages. For docx and odt the input is the XML
of the main part, put into a package: mutating the zip itself seldom gets past it. Anything but a
text with valid places or a ReadError is a finding. PDFium and lxml are native code without
instrumentation: for pdf, docx and odt the coverage seen is that of the Python code.
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["rekisterilint", "markdown_it", "ruamel"]):
    import ruamel.yaml  # noqa: F401 - the register's reader imports it when it is needed

    from rekisterilint.limits import Limits
    from rekisterilint.readers.base import ReadError
    from rekisterilint.readers.html import reader as html
    from rekisterilint.readers.markdown import reader as markdown
    from rekisterilint.readers.office import docx, odt
    from rekisterilint.readers.pdf import reader as pdf
    from rekisterilint.readers.plain import reader as plain
    from rekisterilint.readers.register import reader as register
    from rekisterilint.text import Text

ROOT = Path(__file__).resolve().parents[2]
READERS = ("pdf", "docx", "odt", "html", "markdown", "register", "plain")
_PARTS = {"docx": "word/document.xml", "odt": "content.xml"}
_ENDINGS = {
    "pdf": (".txt",), "docx": (".docx",), "odt": (".odt",), "html": (".html",),
    "markdown": (".md",), "register": (".yaml", ".json"), "plain": (".txt",),
}  # fmt: skip
_LIMITS = Limits(max_seconds=20)
_PIECE = 1500
_PDF_LINES = 40


def read(kind: str, data: bytes) -> Text:
    """What the reader of `kind` makes of `data`, in this process."""
    if kind == "plain":
        return plain.read(data, "fuzz.txt", _LIMITS, _is_heading)
    if kind == "register":
        return register.read(data, "fuzz.json" if data[:1] in (b"{", b"[") else "fuzz.yaml", _LIMITS)
    if kind in _PARTS:
        office = docx if kind == "docx" else odt
        return office.read_here(_packed(kind, data), "fuzz", _LIMITS)
    if kind == "pdf":
        return pdf.read_here(data, "fuzz", _LIMITS)
    return (html if kind == "html" else markdown).read(data, "fuzz", _LIMITS)


def check_places(text: Text) -> None:
    """Blocks, and behind them targets of links, stand in order, their ends at places of the source."""
    at = 0
    for link in text.links:
        assert 0 <= link.words_start < link.words_end <= text.words_end
    for span in (*text.blocks, *text.links):
        assert at <= span.start < span.end <= len(text.content)
        at = span.end
        for offset in (span.start, span.end - 1):
            assert 0 <= text.origin.source_offset(offset) < len(text.source)
            place = text.place(offset)
            assert place.line >= 1
            assert place.column >= 1


def _is_heading(words: str) -> bool:
    """Stands for the catalogue's headings: the fuzzer can turn it on and off by a letter."""
    return words[:1].isupper() and len(words) % 3 == 0


def _packed(kind: str, data: bytes) -> bytes:
    if data.startswith(b"PK"):
        return data
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(_PARTS[kind], data)
        if kind == "docx":
            archive.writestr("word/styles.xml", data)
            archive.writestr("word/numbering.xml", data)
    return buffer.getvalue()


def write_seeds(kind: str, folder: Path) -> None:
    """Fill `folder` with what the project has of this kind."""
    folder.mkdir(parents=True, exist_ok=True)
    files = [path for base in ("tests/fixtures", "samples") for path in sorted((ROOT / base).rglob("*"))]
    for path in files:
        if path.suffix in _ENDINGS[kind]:
            for number, data in enumerate(_seeds_of(kind, path.read_bytes())):
                (folder / f"{path.stem}-{number}").write_bytes(data)


def _seeds_of(kind: str, data: bytes) -> Iterator[bytes]:
    if kind == "pdf":
        yield from _small_pdfs(data.decode())
        return
    yield data
    if kind in _PARTS:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive.read(_PARTS[kind])
    else:
        yield from (data[at : at + _PIECE] for at in range(0, len(data), _PIECE))


def _small_pdfs(words: str) -> Iterator[bytes]:
    """Pages drawn with the standard fonts: one that embeds its own takes too long to run often."""
    sys.path.insert(0, str(ROOT / "tests" / "readers"))
    import office_files
    from office_files import line, lines

    rows = [row.encode("cp1252", "replace").decode("cp1252")[:90] for row in words.splitlines()][:_PDF_LINES]
    heads = "".join(line(row, 72, 760 - 28 * n, 15, "F2") for n, row in enumerate(rows[:9]))
    cells = "".join(line(row[:30], 72 + 200 * (n % 2), 700 - 7 * n) for n, row in enumerate(rows))
    ruled = "".join(f"{66 + 200 * (n % 2)} {694 - 14 * (n // 2)} 200 14 re S\n" for n in range(len(rows)))
    unseen = "1 1 1 rg " + line(rows[0], 72, 400) + "3 Tr " + line(rows[-1], 72, 300) + "0 g 0 Tr "
    yield office_files.pdf(lines(rows))
    yield office_files.pdf(lines([row[:40] for row in rows], 60) + lines([row[:40] for row in rows], 320), heads)
    yield office_files.pdf(heads + cells, lines(rows[:5], y=100) + line("1 (2)", 300, 20))
    yield office_files.pdf(ruled + cells + unseen)


def main() -> None:
    """Write seeds, or run the fuzzer on the reader named by the first argument."""
    kind = sys.argv.pop(1)
    if kind == "seeds":
        write_seeds(sys.argv[1], Path(sys.argv[2]))
        return

    def one_input(data: bytes) -> None:
        try:
            text = read(kind, data)
        except ReadError:
            return
        check_places(text)

    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
