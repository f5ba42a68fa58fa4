"""PDF through PDFium: lines with their places and looks, drawn together to blocks."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from rekisterilint.limits import Limits
from rekisterilint.readers.base import ReadError
from rekisterilint.readers.deadline import Deadline
from rekisterilint.readers.messages import hidden_note
from rekisterilint.readers.pdf.blocks import add_blocks
from rekisterilint.readers.pdf.glyphs import Fragment, page_fragments, shown_fragments
from rekisterilint.readers.pdf.lines import source_of
from rekisterilint.readers.pdf.links import PageLink, link_boxes, page_links, placed_links
from rekisterilint.readers.pdf.rules import tag_ruled_tables
from rekisterilint.readers.worker import read_in_worker
from rekisterilint.text import Text, TextBuilder

_PASSWORD_ERROR = 4
_SECURITY_ERROR = 5
_LISTED_PAGES = 10


def read(data: bytes, name: str, limits: Limits) -> Text:
    """The text of PDF file `data`, called `name`, read in a worker process.

    Raises ReadError: encrypted-pdf, pdf-without-text, damaged-pdf, too-many-pages, too-slow,
    reader-crashed.
    """
    return read_in_worker("pdf.reader", data, name, limits)


def read_here(data: bytes, name: str, limits: Limits) -> Text:
    """As `read`, in this process: the time is checked between pages and within long ones."""
    import pypdfium2
    from pypdfium2 import raw

    deadline = Deadline(limits)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", 0) in (_PASSWORD_ERROR, _SECURITY_ERROR):
            raise ReadError("encrypted-pdf") from None
        raise ReadError("damaged-pdf") from None
    try:
        return _read_document(document, raw, limits, deadline)
    except (pypdfium2.PdfiumError, OSError, MemoryError, RecursionError):
        raise ReadError("damaged-pdf") from None
    finally:
        document.close()


def _read_document(document: Any, raw: Any, limits: Limits, deadline: Deadline) -> Text:
    count = len(document)
    if count > limits.max_pages:
        raise ReadError("too-many-pages", pages=count, limit=limits.max_pages)
    if document.get_formtype() != raw.FORMTYPE_NONE:
        document.init_forms()
    hidden = 0
    pages: list[_Page] = []
    for number in range(count):
        deadline.check()
        page = _read_page(document, number, raw, deadline)
        fragments, unseen = shown_fragments(page.fragments)
        hidden += unseen
        pages.append(page._replace(fragments=fragments))
    if not any(page.readable for page in pages):
        raise ReadError("damaged-pdf")
    source = source_of([page.fragments for page in pages], [page.edges for page in pages])
    deadline.check()
    if not source.lines:
        raise ReadError("pdf-without-text")
    builder = TextBuilder(source.text, "pdf")
    add_blocks(builder, source.lines)
    notes = hidden_note(hidden)
    if source.empty_pages:
        listed = ", ".join(map(str, source.empty_pages[:_LISTED_PAGES]))
        more = "…" if len(source.empty_pages) > _LISTED_PAGES else ""
        notes = (*notes, ("pages-without-text", listed + more))
    return builder.build(
        page_starts=source.page_starts,
        title=_title(document),
        language_hint=_language(document, raw),
        notes=notes,
        links=placed_links(source.lines, [page.links for page in pages]),
    )


class _Page(NamedTuple):
    """What is drawn from a page: its fragments, its bottom and top, its links."""

    fragments: list[Fragment]
    edges: tuple[float, float]
    links: Sequence[PageLink] = ()
    readable: bool = True


_UNREADABLE = _Page([], (0.0, 1.0), readable=False)


def _read_page(document: Any, number: int, raw: Any, deadline: Deadline) -> _Page:
    import pypdfium2

    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return _UNREADABLE
    try:
        # Before the page is flattened: then it has no links any more.
        boxes = link_boxes(raw, document, page, deadline)
        if document.formenv is not None:
            # Filled-in fields are annotations: flattened, their words are on the page.
            with suppress(pypdfium2.PdfiumError, AttributeError):
                raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
        text_page = page.get_textpage()
        try:
            fragments = page_fragments(raw, page.raw, text_page.raw, deadline)
            tag_ruled_tables(raw, page.raw, fragments, deadline)
            links = page_links(raw, text_page.raw, boxes, deadline)
        finally:
            text_page.close()
        return _Page(fragments, _edges(fragments, page), links)
    except pypdfium2.PdfiumError:
        return _UNREADABLE
    finally:
        page.close()


def _edges(fragments: list[Fragment], page: Any) -> tuple[float, float]:
    """The page's bottom and top along the direction in which its text runs."""
    left, bottom, right, top = page.get_mediabox()
    turn = fragments[0].turn if fragments else 0
    return {0: (bottom, top), 1: (-right, -left), 2: (-top, -bottom), 3: (left, right)}[turn]


def _title(document: Any) -> str:
    title = " ".join(str(document.get_metadata_value("Title")).split())
    # Word and printer drivers leave file names as titles.
    return "" if title.lower().endswith((".docx", ".doc", ".pdf", ".odt")) else title[:300]


def _language(document: Any, raw: Any) -> str:
    import ctypes

    buffer = (ctypes.c_ushort * 32)()
    raw.FPDFCatalog_GetLanguage(document, buffer, 32)
    language = "".join(chr(unit) for unit in buffer[:2] if 65 <= unit < 123)
    return language.lower() if len(language) == 2 else ""
