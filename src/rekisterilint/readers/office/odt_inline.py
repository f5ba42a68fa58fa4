"""The words inside an ODT paragraph: spans, links, fields, notes, frames."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from rekisterilint.readers.office.docx_runs import mail_address
from rekisterilint.readers.office.docx_styles import number_of
from rekisterilint.readers.office.drawn import Linked, Span
from rekisterilint.readers.office.odt_styles import TEXT, Styles

_ODF = "{urn:oasis:names:tc:opendocument:xmlns:"
DRAW = _ODF + "drawing:1.0}"
OFFICE = _ODF + "office:1.0}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_MOST_BLANKS = 100
_SKIPPED = frozenset(
    {OFFICE + "annotation", OFFICE + "annotation-end", TEXT + "tracked-changes", TEXT + "ruby-text",
     TEXT + "hidden-paragraph", DRAW + "image", DRAW + "object", DRAW + "object-ole",
     OFFICE + "event-listeners"}
)  # fmt: skip
_HOLDERS = frozenset({DRAW + name for name in ("frame", "custom-shape", "g", "a", "rect")})


@dataclass(slots=True)
class Inline:
    """The words of a paragraph, what is anchored in it, its notes and links, and hidden places."""

    spans: list[Span] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    notes: list[Any] = field(default_factory=list)
    hidden: int = 0
    links: list[Linked] = field(default_factory=list)

    def add(self, words: str | None, bold: bool) -> None:
        """Append `words`, to the span before if it looks the same."""
        if not words:
            return
        if self.spans and self.spans[-1].bold == bold:
            words = self.spans.pop().words + words
        self.spans.append(Span(words, bold))


def read_inline(paragraph: Any, styles: Styles, bold: bool, hidden: bool) -> Inline:
    """The content of `paragraph`, whose style is `bold` or `hidden`."""
    inline = Inline()
    _content(paragraph, inline, styles, bold, hidden)
    return inline


def _content(parent: Any, inline: Inline, styles: Styles, bold: bool, hidden: bool) -> None:
    _words(parent.text, inline, bold, hidden)
    for child in parent:
        if isinstance(child.tag, str):
            _element(child, inline, styles, bold, hidden)
        _words(child.tail, inline, bold, hidden)


def _words(words: str | None, inline: Inline, bold: bool, hidden: bool) -> None:
    if hidden:
        inline.hidden += bool(words and words.strip())
    elif words:
        # Line ends in the file are mere white space: a break is an element of its own.
        inline.add(words.replace("\n", " ").replace("\r", " ").replace("\t", " "), bold)


def _element(child: Any, inline: Inline, styles: Styles, bold: bool, hidden: bool) -> None:
    tag = child.tag
    if tag in _SKIPPED:
        return
    if tag == TEXT + "span":
        style = styles.get("text", child.get(TEXT + "style-name"))
        own_bold = bold if style.bold is None else style.bold
        _content(child, inline, styles, own_bold, hidden or style.hidden)
    elif tag == TEXT + "s":
        blanks = min(number_of(child.get(TEXT + "c"), 1), _MOST_BLANKS)
        inline.add(" " * blanks, bold)
    elif tag == TEXT + "tab":
        inline.add("\t", bold)
    elif tag == TEXT + "line-break":
        inline.add("\n", bold)
    elif tag == TEXT + "note":
        inline.notes.append(child)
    elif tag == TEXT + "hidden-text":
        inline.hidden += 1
    elif tag in _HOLDERS:
        if not hidden:
            inline.boxes.append(child)
    elif tag == TEXT + "a":
        _link(child, inline, styles, bold, hidden)
    else:
        _content(child, inline, styles, bold, hidden)


def _link(link: Any, inline: Inline, styles: Styles, bold: bool, hidden: bool) -> None:
    before = sum(len(span.words) for span in inline.spans)
    _content(link, inline, styles, bold, hidden)
    shown = "".join(span.words for span in inline.spans)[before:]
    target = link.get(_HREF) or ""
    inline.links.append(Linked(shown, target))
    address = mail_address(target)
    if shown.strip() and address and address.lower() not in shown.lower():
        inline.add(f" ({address})", bold)
