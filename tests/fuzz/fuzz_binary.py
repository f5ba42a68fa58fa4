"""Coverage-guided fuzzing of a binary reader with atheris, which is no dependency of the project.

    pip install atheris
    python tests/fuzz/fuzz_binary.py pdf  CORPUS -max_total_time=1800
    python tests/fuzz/fuzz_binary.py docx CORPUS -max_total_time=1800
    python tests/fuzz/fuzz_binary.py odt  CORPUS -max_total_time=1800

Start with a corpus folder that holds the files of tests/fixtures. For docx and odt the input is
the XML of the main part, put into a package: mutating the zip itself seldom gets past it.
Anything but a text or a ReadError is a finding. PDFium is native code without instrumentation:
for pdf the coverage seen is that of the layout code only.
"""

from __future__ import annotations

import io
import sys
import zipfile

import atheris

with atheris.instrument_imports(include=["rekisterilint"]):
    from rekisterilint.readers.base import Limits, ReadError
    from rekisterilint.readers.office import docx, odt
    from rekisterilint.readers.pdf import reader as pdf

_READERS = {"pdf": pdf.read_here, "docx": docx.read_here, "odt": odt.read_here}
_PARTS = {"docx": "word/document.xml", "odt": "content.xml"}
_LIMITS = Limits(max_seconds=20)


def wrapped(kind: str, data: bytes) -> bytes:
    """`data` as a file of `kind`; whole files of the corpus are taken as they are."""
    if kind not in _PARTS or data.startswith(b"PK"):
        return data
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(_PARTS[kind], data)
        if kind == "docx":
            archive.writestr("word/styles.xml", data)
            archive.writestr("word/numbering.xml", data)
    return buffer.getvalue()


def main() -> None:
    """Run the fuzzer on the reader named by the first argument."""
    kind = sys.argv.pop(1)

    def one_input(data: bytes) -> None:
        try:
            text = _READERS[kind](wrapped(kind, data), "fuzz", _LIMITS)
        except ReadError:
            return
        for block in text.blocks:
            place = text.place(block.start)
            assert place.line >= 1
            assert place.column >= 1
            assert text.origin.source_offset(block.end - 1) < len(text.source)

    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
