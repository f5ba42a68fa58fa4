"""Whatever the bytes, the binary readers end in a text whose places are valid, or in ReadError."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from office_files import docx, odt, p, package, pdf

from rekisterilint.limits import Limits
from rekisterilint.readers.base import ReadError
from rekisterilint.readers.messages import ERRORS
from rekisterilint.readers.office import docx as docx_reader
from rekisterilint.readers.office import odt as odt_reader
from rekisterilint.readers.pdf import reader as pdf_reader
from rekisterilint.readers.sniff import sniff
from rekisterilint.text import Text

Reader = Callable[[bytes, str, Limits], Text]
READERS: dict[str, Reader] = {
    "pdf": pdf_reader.read_here,
    "docx": docx_reader.read_here,
    "odt": odt_reader.read_here,
}
FIXTURES = Path(__file__).parent.parent / "fixtures"
_SLOW = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]

words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=60).map(
    lambda text: text.translate(dict.fromkeys(map(ord, "<>&"), " "))
)


def check_places(text: Text) -> None:
    """Every block lies in the content, and every place in the source."""
    assert "".join(text.content.split()) == "".join(
        "".join(text.content[block.start : block.end].split()) for block in text.blocks
    )
    for before, after in pairwise(text.blocks):
        assert before.end <= after.start
    count = len(text.source.splitlines())
    for block in text.blocks:
        for offset in (block.start, block.end - 1):
            assert 0 <= text.origin.source_offset(offset) < len(text.source)
            place = text.place(offset)
            assert 1 <= place.line <= count
            assert place.column >= 1
            assert place.page is None or 1 <= place.page <= len(text.page_starts)
        assert not any(letter < " " and letter != "\n" for letter in text.content[block.start : block.end])


def read_or_refuse(reader: Reader, data: bytes) -> None:
    try:
        text = reader(data, "a", Limits(max_seconds=20))
    except ReadError as error:
        assert error.code in ERRORS
        for message in ERRORS[error.code].values():
            message.format_map(error.values)
        return
    check_places(text)


@pytest.mark.parametrize("kind", READERS)
@given(data=st.binary(max_size=400))
@settings(deadline=None, max_examples=20, suppress_health_check=_SLOW)
def test_arbitrary_bytes(kind: str, data: bytes) -> None:
    read_or_refuse(READERS[kind], data)
    read_or_refuse(READERS[kind], {"pdf": b"%PDF-1.7\n"}.get(kind, b"PK\x03\x04") + data)


@pytest.mark.parametrize(
    "name", ["libreoffice.pdf", "chromium.pdf", "two-columns.pdf", "libreoffice.docx", "word.docx",
             "libreoffice.odt"],
)  # fmt: skip
@given(seed=st.integers(0, 2**32), changes=st.integers(1, 60), cut=st.booleans())
@settings(deadline=None, max_examples=20, suppress_health_check=_SLOW)
def test_damaged_fixtures(name: str, seed: int, changes: int, cut: bool) -> None:
    data = bytearray(FIXTURES.joinpath(name).read_bytes())
    chance = random.Random(seed)
    for _ in range(changes):
        data[chance.randrange(len(data))] = chance.randrange(256)
    if cut:
        del data[chance.randrange(len(data)) :]
    read_or_refuse(READERS[name.rsplit(".")[-1]], bytes(data))


@given(data=st.binary(max_size=300), name=st.sampled_from(["a", "a.pdf", "a.docx", "a.txt", "."]))
@settings(deadline=None)
def test_anything_can_be_sniffed(data: bytes, name: str) -> None:
    for start in (b"", b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe<\0"):
        assert sniff(start + data, name).format


_docx_body = st.recursive(
    st.builds(
        p,
        words,
        st.sampled_from(
            ["", '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>', '<w:outlineLvl w:val="1"/>']
        ),
        st.sampled_from(["", "<w:b/>", "<w:vanish/>"]),
    ),
    lambda inner: st.lists(inner, min_size=1, max_size=4).map(
        lambda cells: "<w:tbl><w:tr>" + "".join(f"<w:tc>{c}</w:tc>" for c in cells) + "</w:tr></w:tbl>"
    ),
    max_leaves=12,
)


@given(body=st.lists(_docx_body, max_size=8))
@settings(deadline=None, suppress_health_check=_SLOW)
def test_any_docx_body(body: list[str]) -> None:
    read_or_refuse(docx_reader.read_here, docx("".join(body)))


_odt_body = st.recursive(
    st.builds(
        "<{0} {1}>{2}</{0}>".format,
        st.just("text:p"),
        st.sampled_from(["", 'text:style-name="Heading_20_1"']),
        words,
    ),
    lambda inner: st.builds(
        lambda wrap, parts: wrap.replace("*", "".join(parts)),
        st.sampled_from(
            [
                "<text:list><text:list-item>*</text:list-item></text:list>",
                "<text:section>*</text:section>",
                "<table:table><table:table-row><table:table-cell>*</table:table-cell>"
                "</table:table-row></table:table>",
                "<text:p><draw:frame><draw:text-box>*</draw:text-box></draw:frame></text:p>",
            ]
        ),
        st.lists(inner, max_size=3),
    ),
    max_leaves=12,
)


@given(body=st.lists(_odt_body, max_size=8))
@settings(deadline=None, suppress_health_check=_SLOW)
def test_any_odt_body(body: list[str]) -> None:
    read_or_refuse(odt_reader.read_here, odt("".join(body)))


@given(
    drawn=st.lists(
        st.tuples(
            st.sampled_from(["F1", "F2"]),
            st.integers(-5, 30),
            st.integers(-50, 650),
            st.integers(-50, 900),
            st.text(st.characters(min_codepoint=32, max_codepoint=255, exclude_characters="()\\\x7f",
                                  exclude_categories=["Cc"]), max_size=30),
        ),
        max_size=40,
    )
)  # fmt: skip
@settings(deadline=None, suppress_health_check=_SLOW)
def test_any_places_on_a_page(drawn: list[tuple[str, int, int, int, str]]) -> None:
    content = "".join(
        f"BT /{font} {size} Tf {x} {y} Td ({text}) Tj ET\n" for font, size, x, y, text in drawn
    )
    read_or_refuse(pdf_reader.read_here, pdf(content, content))


@given(names=st.lists(st.sampled_from(["word/document.xml", "content.xml", "mimetype", "a/../b"]), unique=True),
       content=st.binary(max_size=50))  # fmt: skip
@settings(deadline=None)
def test_any_package(names: list[str], content: bytes) -> None:
    data = package(dict.fromkeys(names, content))
    for kind in ("docx", "odt"):
        read_or_refuse(READERS[kind], data)
