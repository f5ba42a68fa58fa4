"""The words inside a DOCX paragraph: runs, links, fields, changes, text boxes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from rekisterilint.readers.office.docx_styles import Styles, W, switch, value
from rekisterilint.readers.office.drawn import Linked, Span

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_WORDS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "", "ptab": "\t"}
_SYMBOLS = {"F0B7": "•", "F0A7": "▪", "F0D8": "➢", "F0FC": "✓", "F0FE": "☒", "F0A8": "☐", "F02D": "-"}
_SKIPPED = frozenset(W + name for name in (
    "del", "moveFrom", "delText", "instrText", "delInstrText", "pPr", "rPr", "rt", "sdtPr",
    "footnoteReference", "endnoteReference", "annotationRef", "commentReference", "footnoteRef",
    "endnoteRef", "fldChar",
))  # fmt: skip
_BOX_HOLDERS = frozenset({W + "drawing", W + "pict", W + "object", _MC + "AlternateContent"})


@dataclass(slots=True)
class Inline:
    """The words of a paragraph, the contents of text boxes anchored in it, its links, and hidden places.

    `texts` are the same words by the text element that holds them, None for a break or symbol.
    """

    spans: list[Span] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    hidden: int = 0
    links: list[Linked] = field(default_factory=list)
    texts: list[tuple[Any, str]] = field(default_factory=list)

    def add(self, words: str, bold: bool) -> None:
        """Append `words`, to the span before if it looks the same."""
        if self.spans and self.spans[-1].bold == bold:
            words = self.spans.pop().words + words
        if words:
            self.spans.append(Span(words, bold))


@dataclass(frozen=True, slots=True)
class RunReader:
    """Reads paragraphs' contents; `links` are the targets of a part's relationships."""

    styles: Styles
    links: Mapping[str, str]

    def read(self, paragraph: Any, bold: bool, hidden: bool) -> Inline:
        """The content of `paragraph`, whose style is `bold` or `hidden`."""
        inline = Inline()
        self._children(paragraph, inline, bold, hidden)
        return inline

    def _children(self, parent: Any, inline: Inline, bold: bool, hidden: bool) -> None:
        for child in parent:
            tag = child.tag
            if tag in _SKIPPED or not isinstance(tag, str):
                continue
            if tag == W + "r":
                self._run(child, inline, bold, hidden)
            elif tag == W + "hyperlink":
                self._link(child, inline, bold, hidden)
            elif tag in _BOX_HOLDERS:
                inline.boxes += _boxes(child)
            elif tag == _MATH_TEXT:
                inline.add(child.text or "", bold)
                inline.texts.append((None, child.text or ""))
            elif tag != W + "p" and tag != W + "tbl":
                self._children(child, inline, bold, hidden)

    def _link(self, link: Any, inline: Inline, bold: bool, hidden: bool) -> None:
        own = Inline()
        self._children(link, own, bold, hidden)
        for span in own.spans:
            inline.add(*span)
        inline.boxes += own.boxes
        inline.hidden += own.hidden
        inline.texts += own.texts
        target = self.links.get(link.get(_R + "id") or "", "")
        shown = "".join(span.words for span in own.spans)
        inline.links.append(Linked(shown, target))
        address = mail_address(target)
        if shown.strip() and address and address.lower() not in shown.lower():
            inline.add(f" ({address})", bold)
            inline.texts.append((None, f" ({address})"))

    def _run(self, run: Any, inline: Inline, bold: bool, hidden: bool) -> None:
        properties = run.find(W + "rPr")
        style = self.styles.get(value(properties, "rStyle"))
        own_bold, own_hidden = switch(properties, "b"), switch(properties, "vanish")
        bold = next(v for v in (own_bold, style.bold, bold) if v is not None)
        hidden = next(v for v in (own_hidden, style.hidden, hidden) if v is not None)
        texts: list[tuple[Any, str]] = []
        for child in run:
            tag = child.tag
            if tag in _BOX_HOLDERS:
                if not hidden:
                    inline.boxes += _boxes(child)
            elif tag == W + "t":
                texts.append((child, child.text or ""))
            elif tag == W + "sym":
                texts.append((None, _SYMBOLS.get(str(child.get(W + "char", "")).upper(), "")))
            elif tag == W + "br" and child.get(W + "type") in ("page", "column"):
                texts.append((None, " "))
            elif tag == W + "ruby":
                texts += [(text, text.text or "") for text in child.iterfind(f"{W}rubyBase//{W}t")]
            elif isinstance(tag, str) and tag.startswith(W):
                texts.append((None, _WORDS.get(tag.removeprefix(W), "")))
        words = "".join(word for _, word in texts)
        if hidden:
            inline.hidden += bool(words.strip())
        else:
            inline.add(words, bold)
            inline.texts += texts


def mail_address(target: str) -> str:
    """The address of a mailto: link; empty for another link."""
    if not target.lower().startswith("mailto:"):
        return ""
    return target[7:].split("?", 1)[0].strip()


def _boxes(holder: Any) -> list[Any]:
    """The contents of text boxes in `holder`: of the drawing or of its stand-in, not of both."""
    return list(_box_contents(holder))


def _box_contents(element: Any) -> Iterator[Any]:
    if element.tag == W + "txbxContent":
        yield element
        return
    if element.tag == _MC + "AlternateContent":
        for branch in element:
            found = [box for child in branch for box in _box_contents(child)]
            if found:
                yield from found
                return
        return
    for child in element:
        if isinstance(child.tag, str):
            yield from _box_contents(child)
