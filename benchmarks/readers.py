"""Time reading, and the whole check, by format: the same notices as TXT, MD, HTML, DOCX, ODT and PDF.

    python benchmarks/readers.py [--count 200] [--keep FOLDER]

The notices are those of benchmarks/corpus.py, each different; LibreOffice (`soffice`) makes the
DOCX, ODT and PDF files. Writes benchmarks/results/<date>-<n>-readers.json and the table in
docs/readers.md. --keep makes the files in FOLDER and leaves them, or takes those that are there.
"""

from __future__ import annotations

import argparse
import datetime
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from corpus import write_corpus
from measure import machine, measured

ROOT = Path(__file__).resolve().parent.parent
FORMATS = ("txt", "md", "html", "docx", "odt", "pdf")
_START, _END = "<!-- readers -->", "<!-- /readers -->"
_AT_ONCE = 25
_THREE_PAGES = 7_000
_RUNS = 2


def write_files(folder: Path, count: int) -> None:
    """Write `count` notices to `folder`/<format> in every format."""
    sys.path.insert(0, str(ROOT / "tools"))
    from make_samples import as_html, as_markdown, as_plain, convert
    from rekisterilint.catalogue import load_catalogue
    from rekisterilint.engine import Engine
    from rekisterilint.limits import Limits
    from rekisterilint.readers import read_bytes

    engine = Engine(load_catalogue(()))
    for name in FORMATS:
        folder.joinpath(name).mkdir(parents=True)
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        write_corpus(work / "corpus", count, size=_THREE_PAGES)
        for path in sorted((work / "corpus").rglob("*.txt")):
            data = path.read_bytes()
            name = "notice.md" if data.startswith(b"#") else "notice.txt"
            text = read_bytes(data, name, Limits(), engine.heading_words)
            _write(folder / "html" / f"{path.stem}.html", as_html(text, "fi"))
            _write(folder / "md" / f"{path.stem}.md", as_markdown(text))
            _write(folder / "txt" / f"{path.stem}.txt", as_plain(text))
        made = sorted((folder / "html").iterdir())
        for at in range(0, len(made), _AT_ONCE):
            pages = made[at : at + _AT_ONCE]
            convert(pages, "odt", work, writer=True)
            documents = [work / f"{page.stem}.odt" for page in pages]
            for target in ("docx:MS Word 2007 XML", "pdf:writer_pdf_Export"):
                convert(documents, target, work, writer=False)
        for name in ("docx", "odt", "pdf"):
            for path in work.glob(f"*.{name}"):
                shutil.copy(path, folder / name)


def _write(path: Path, words: str) -> None:
    path.write_text(words, encoding="utf-8")


def read_all(paths: Sequence[Path]) -> None:
    """Read the files as the program does, without checking them."""
    from rekisterilint.catalogue import load_catalogue
    from rekisterilint.engine import Engine
    from rekisterilint.limits import Limits
    from rekisterilint.readers import read_file

    engine = Engine(load_catalogue(()))
    for path in paths:
        read_file(path, Limits(), engine.heading_words)


def by_format(folder: Path, name: str) -> dict[str, float]:
    """Files and milliseconds a file of one format, without the program's start.

    The start is what one file takes; processor time counts the worker that PDFs are read in.
    """
    files = sorted(folder.joinpath(name).iterdir())
    alone = folder / f"one-{name}"
    alone.mkdir(exist_ok=True)
    shutil.copy(files[0], alone)
    read = [sys.executable, str(Path(__file__).resolve()), "--read"]
    check = [sys.executable, "-m", "rekisterilint", "check", "--jobs", "1", "--format", "json", "--fail-on", "never"]
    found: dict[str, float] = {"files": len(files), "kilobytes": sum(f.stat().st_size for f in files) / 1024 / len(files)}
    for what, command in (("read", read), ("check", check)):
        one, all_files = measured([*command, str(alone)], _RUNS), measured([*command, str(folder / name)], _RUNS)
        for kind in ("wall", "cpu"):
            found[f"{what}_{kind}_ms"] = (all_files[kind] - one[kind]) / (len(files) - 1) * 1000
        found[f"{what}_peak_mb"] = all_files["peak_mb"]
    return found


def pages_of(folder: Path) -> float:
    """The mean number of pages of the PDFs."""
    import pypdfium2

    counts = [len(pypdfium2.PdfDocument(path)) for path in sorted(folder.joinpath("pdf").iterdir())]
    return sum(counts) / len(counts)


def table(results: dict[str, Any]) -> str:
    """The results as Markdown."""
    host, formats = results["machine"], results["formats"]
    count = int(formats["pdf"]["files"])
    lines = [
        f"{results['date']}, {host['processor']}, {host['cores']} cores, Python {host['python']}, one process; load "
        f"average before the run {host['load']:.1f}. {count} notices, each in every format; as PDF "
        f"{results['pdf_pages']:.1f} pages on average. Times are a file's, beyond those of the program's start; files/s are those of a "
        "core that does nothing else.",
        "",
        "| format | kB a file | read: ms CPU | ms wall | files/s | whole check: ms CPU | ms wall | files/s | peak MB |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for name, values in formats.items():
        read, check = values["read_cpu_ms"], values["check_cpu_ms"]
        lines.append(
            f"| {name.upper()} | {values['kilobytes']:.0f} | {read:.1f} | {values['read_wall_ms']:.1f} | {1000 / read:.0f} | "
            f"{check:.1f} | {values['check_wall_ms']:.1f} | {1000 / check:.0f} | {values['check_peak_mb']:.0f} |"
        )
    return "\n".join(lines) + "\n"


def main() -> None:
    """Make the files, measure, write results and table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.read:
        read_all(sorted(arguments.read.iterdir()))
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.keep or Path(temporary) / "files"
        if not folder.joinpath("pdf").is_dir():
            start = time.perf_counter()
            write_files(folder, arguments.count)
            print(f"{arguments.count} notices made in {time.perf_counter() - start:.0f} s")
        results: dict[str, Any] = {
            "date": datetime.date.today().isoformat(),
            "machine": machine(),
            "pdf_pages": pages_of(folder),
            "formats": {name: by_format(folder, name) for name in FORMATS},
        }
    _save(results)


def _save(results: dict[str, Any]) -> None:
    output = ROOT / "benchmarks" / "results"
    output.mkdir(exist_ok=True)
    number = 1 + len(list(output.glob(f"{results['date']}-*-readers.json")))
    _write(output / f"{results['date']}-{number}-readers.json", json.dumps(results, indent=1) + "\n")
    page = ROOT / "docs" / "readers.md"
    head, _, rest = page.read_text(encoding="utf-8").partition(_START)
    _write(page, f"{head}{_START}\n\n{table(results)}\n{_END}{rest.partition(_END)[2]}")
    print(table(results))


if __name__ == "__main__":
    main()
