"""Web pages: what a person who opens the page reads."""

from __future__ import annotations

from collections.abc import Sequence
from html import unescape

from rekisterilint.limits import Limits
from rekisterilint.readers.base import ReadError
from rekisterilint.readers.deadline import Deadline
from rekisterilint.readers.decode import decode
from rekisterilint.readers.flow import add_drafts
from rekisterilint.readers.html.blocks import html_blocks
from rekisterilint.readers.html.numbered import with_numbered_headings
from rekisterilint.readers.html.tree import Node
from rekisterilint.readers.messages import hidden_note
from rekisterilint.readers.sniff import TEMPLATE_SUFFIXES
from rekisterilint.readers.templates import may_hold_templates
from rekisterilint.text import Text, TextBuilder

# A page of a megabyte may become a gigabyte of nodes: the worker's memory is bounded.
_LARGE = 1024 * 1024


def read(data: bytes, name: str, limits: Limits) -> Text:
    """The text of an HTML page; a large one is read in a worker process.

    Raises ReadError for empty and binary files, "html-without-text" where nothing is visible,
    and too-slow.
    """
    if len(data) > _LARGE:
        from rekisterilint.readers.worker import read_in_worker

        return read_in_worker("html.reader", data, name, limits)
    return read_here(data, name, limits)


def read_here(data: bytes, name: str, limits: Limits) -> Text:
    """As `read`, in this process: the time is checked between elements."""
    deadline = Deadline(limits)
    decoded = decode(data, html=True)
    shown, notes = _shown(decoded.text, name)
    page = html_blocks(shown, deadline)
    builder = TextBuilder(decoded.text, "html")
    add_drafts(builder, deadline.watched(with_numbered_headings(page.drafts)))
    text = builder.build(
        title=_title(shown, page.nodes),
        language_hint=_language(page.nodes),
        notes=(*decoded.notes, *hidden_note(page.hidden), *notes),
        links=deadline.watched(page.links),
    )
    if not text.blocks:
        raise ReadError("html-without-text")
    return text


def _shown(source: str, name: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The page without the signs of a template engine, and the note on what the engine puts in."""
    template = name.lower().endswith(TEMPLATE_SUFFIXES)
    if not template and not may_hold_templates(source):
        return source, ()
    from rekisterilint.readers.templates.engines import template_page
    from rekisterilint.readers.templates.values import values_note

    masked = template_page(source, name, certain=template)
    return masked.text, values_note(masked.values)


def _title(source: str, nodes: Sequence[Node]) -> str:
    """What the page calls itself in its `title`; empty if it does not."""
    svg_stop = 0
    for index, node in enumerate(nodes):
        if node.name == "svg":
            svg_stop = max(svg_stop, node.stop)
        if node.name == "title" and index >= svg_stop:
            words = "".join(source[text.start : text.end] for text in nodes[index + 1 : node.stop])
            return " ".join(unescape(words[:1000]).split())
    return ""


def _language(nodes: Sequence[Node]) -> str:
    """The language code that the page names, in lower case; empty if it names none."""
    for node in nodes:
        if node.name in ("html", "body"):
            tag = (node.get("lang") or node.get("xml:lang")).strip().lower()
            if tag:
                return tag.replace("_", "-").partition("-")[0]
    return ""
