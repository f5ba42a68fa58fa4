"""Converts the sample notices into every other format that is read, with LibreOffice.

    python tools/make_samples.py [NAME]...

Masters are samples/clean and samples/faulty (*.md, *.txt); the others go to
samples/formats/<name>.<ext>. Without names all masters are converted.
"""

from __future__ import annotations

import html
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from rekisterilint.catalogue import load_catalogue
from rekisterilint.engine import Engine
from rekisterilint.limits import Limits
from rekisterilint.readers import read_bytes
from rekisterilint.text import Block, BlockKind, Text

SAMPLES = Path(__file__).parent.parent / "samples"
FORMATS = SAMPLES / "formats"
_PAGE = """<!doctype html>
<html lang="{language}">
<head><meta charset="utf-8"><title>{title}</title></head>
<body>
{body}
</body>
</html>
"""


def masters(names: Sequence[str]) -> list[Path]:
    """The hand-written samples, all or those whose stem is in `names`."""
    found = [
        path
        for folder in ("clean", "faulty")
        for path in sorted((SAMPLES / folder).iterdir())
        if path.suffix in (".md", ".txt")
    ]
    return [path for path in found if not names or path.stem in names]


def read(path: Path, engine: Engine) -> Text:
    """The sample as the tool reads it."""
    return read_bytes(path.read_bytes(), path.name, Limits(), engine.heading_words)


def words(text: Text, block: Block) -> str:
    """A block with the marker that stood before it."""
    content = text.content[block.start : block.end]
    numbered = block.marker and (block.marker[0].isalnum() or block.marker[0] == "(")
    return f"{block.marker} {content}" if numbered else content


def as_html(text: Text, language: str) -> str:
    """The notice as a plain web page."""
    parts: list[str] = []
    wrapper = ""
    title = next((words(text, b) for b in text.blocks if b.kind is BlockKind.HEADING), "")
    for block in text.blocks:
        wanted = {BlockKind.ITEM: "ul", BlockKind.ROW: "table"}.get(block.kind, "")
        numbered = block.kind is BlockKind.ITEM and block.marker[:1].isalnum()
        wanted = "" if numbered else wanted
        if wanted != wrapper:
            parts += [f"</{wrapper}>"] * bool(wrapper) + [f"<{wanted}>"] * bool(wanted)
            wrapper = wanted
        parts.append(_element(html.escape(words(text, block)), block, numbered))
    parts += [f"</{wrapper}>"] * bool(wrapper)
    return _PAGE.format(language=language, title=html.escape(title), body="\n".join(parts))


def _element(content: str, block: Block, numbered: bool) -> str:
    content = content.replace("\n", "<br>\n")
    if block.kind is BlockKind.HEADING:
        level = min(max(block.level, 1), 6)
        return f"<h{level}>{content}</h{level}>"
    if block.kind is BlockKind.ROW:
        cells = "".join(f"<td>{cell}</td>" for cell in content.split(" | "))
        return f"<tr>{cells}</tr>"
    if block.kind is BlockKind.ITEM and not numbered:
        return f"<li>{content}</li>"
    return f"<p>{content}</p>"


def as_markdown(text: Text) -> str:
    """The notice as Markdown."""
    return "\n".join(_markdown_lines(text)) + "\n"


def _markdown_lines(text: Text) -> Iterator[str]:
    before: BlockKind | None = None
    for block in text.blocks:
        apart = block.kind is not before or block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH)
        if apart and before is not None:
            yield ""
        content = words(text, block)
        if block.kind is BlockKind.HEADING:
            yield "#" * max(block.level, 1) + " " + content
        elif block.kind is BlockKind.ROW:
            yield "| " + content + " |"
            if before is not BlockKind.ROW:
                yield "|" + " --- |" * (content.count(" | ") + 1)
        elif block.kind is BlockKind.ITEM and not block.marker[:1].isalnum():
            yield "- " + content.replace("\n", "\n  ")
        else:
            yield content.replace("\n", "  \n")
        before = block.kind


def as_plain(text: Text) -> str:
    """The notice as plain text: headings apart, bullets as •, rows as `label: value`."""
    parts: list[str] = []
    for block in text.blocks:
        content = words(text, block)
        if block.kind is BlockKind.ITEM and not block.marker[:1].isalnum():
            content = "• " + content
        elif block.kind is BlockKind.ROW:
            content = ": ".join(content.split(" | ", 1))
        listed = block.kind in (BlockKind.ITEM, BlockKind.ROW)
        parts.append(("" if listed or not parts else "\n") + content)
    return "\n".join(parts) + "\n"


def convert(pages: Sequence[Path], target: str, folder: Path, *, writer: bool) -> None:
    """Convert all `pages` in one run of LibreOffice."""
    profile = folder / "profile"
    options = ["--infilter=HTML (StarWriter)"] if writer else []
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", *options,
         "--convert-to", target, "--outdir", str(folder), *map(str, pages)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip


def main(names: Sequence[str]) -> None:
    """Write the formats of the samples called `names`, of all if there are none."""
    FORMATS.mkdir(parents=True, exist_ok=True)
    engine = Engine(load_catalogue(()))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pages: list[Path] = []
        for master in masters(names):
            text = read(master, engine)
            language = master.stem.rsplit("-", 1)[-1]
            page = folder / f"{master.stem}.html"
            page.write_text(as_html(text, language), encoding="utf-8")
            pages.append(page)
            shutil.copy(page, FORMATS / page.name)
            other, made = (".md", as_markdown) if master.suffix == ".txt" else (".txt", as_plain)
            (FORMATS / f"{master.stem}{other}").write_text(made(text), encoding="utf-8")
        convert(pages, "odt", folder, writer=True)
        documents = [page.with_suffix(".odt") for page in pages]
        tagged = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
        for target in ("docx:MS Word 2007 XML", tagged):
            convert(documents, target, folder, writer=False)
        for page in pages:
            for suffix in (".odt", ".docx", ".pdf"):
                shutil.copy(page.with_suffix(suffix), FORMATS / (page.stem + suffix))


if __name__ == "__main__":
    main(sys.argv[1:])
