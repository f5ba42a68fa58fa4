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
from rekisterilint.readers.html.tree import Node
from rekisterilint.readers.messages import hidden_note
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
    page = html_blocks(decoded.text, deadline)
    builder = TextBuilder(decoded.text, "html")
    add_drafts(builder, deadline.watched(page.drafts))
    text = builder.build(
        title=_title(decoded.text, page.nodes),
        language_hint=_language(page.nodes),
        notes=(*decoded.notes, *hidden_note(page.hidden)),
        links=deadline.watched(page.links),
    )
    if not text.blocks:
        raise ReadError("html-without-text")
    return text


def _title(source: str, nodes: Sequence[Node]) -> str:
    svg_stop = 0
    for index, node in enumerate(nodes):
        if node.name == "svg":
            svg_stop = max(svg_stop, node.stop)
        if node.name == "title" and index >= svg_stop:
            words = "".join(source[text.start : text.end] for text in nodes[index + 1 : node.stop])
            return " ".join(unescape(words[:1000]).split())
    return ""


def _language(nodes: Sequence[Node]) -> str:
    for node in nodes:
        if node.name in ("html", "body"):
            tag = (node.get("lang") or node.get("xml:lang")).strip().lower()
            if tag:
                return tag.replace("_", "-").partition("-")[0]
    return ""
