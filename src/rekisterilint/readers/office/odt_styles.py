"""An ODT's styles and lists: what a paragraph's style and list make of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from rekisterilint.readers.markers import is_bare_marker
from rekisterilint.readers.office.docx_styles import number_of
from rekisterilint.readers.office.heading_styles import is_contents_style, rank_of_style
from rekisterilint.readers.office.numbering import shown_number

_ODF = "{urn:oasis:names:tc:opendocument:xmlns:"
STYLE = _ODF + "style:1.0}"
TEXT = _ODF + "text:1.0}"
FO = _ODF + "xsl-fo-compatible:1.0}"
_DEEPEST_CHAIN = 12
_BOLD = frozenset({"bold", "600", "700", "800", "900"})
_NUMBER_STYLES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


@dataclass(slots=True)
class Style:
    """What a style sets, with its parents resolved."""

    rank: int = 0
    bold: bool | None = None
    hidden: bool = False
    contents: bool = False


@dataclass(slots=True)
class Styles:
    """Paragraph and text styles by (family, name)."""

    elements: dict[tuple[str, str], Any]
    resolved: dict[tuple[str, str], Style] = field(default_factory=dict)

    def get(self, family: str, name: str | None) -> Style:
        """The style `name` of `family` ("paragraph" or "text"); the empty style if not defined."""
        if not name:
            return Style()
        key = (family, name)
        if key not in self.resolved:
            self.resolved[key] = self._resolve(family, name)
        return self.resolved[key]

    def _resolve(self, family: str, name: str) -> Style:
        chain: list[str] = []
        current: str | None = name
        while current and current not in chain and len(chain) < _DEEPEST_CHAIN:
            chain.append(current)
            element = self.elements.get((family, current))
            current = element.get(STYLE + "parent-style-name") if element is not None else None
        style = Style()
        for own in reversed(chain):
            _apply(style, own, self.elements.get((family, own)))
        return style


def _apply(style: Style, name: str, element: Any) -> None:
    shown = element.get(STYLE + "display-name", name) if element is not None else name
    style.rank = rank_of_style(shown) or rank_of_style(name) or style.rank
    style.contents = is_contents_style(shown) or style.contents
    if element is None:
        return
    level = number_of(element.get(STYLE + "default-outline-level"))
    style.rank = level if level > 0 else style.rank
    properties = element.find(STYLE + "text-properties")
    if properties is None:
        return
    weight = properties.get(FO + "font-weight")
    if weight is not None:
        style.bold = weight in _BOLD
    display = properties.get(TEXT + "display")
    if display is not None:
        style.hidden = display == "none"


def read_styles(roots: Iterable[Any]) -> Styles:
    """The styles of styles.xml and content.xml."""
    elements = {}
    for root in roots:
        for element in root.iter(STYLE + "style"):
            elements[(element.get(STYLE + "family") or "", element.get(STYLE + "name") or "")] = element
    return Styles(elements)


@dataclass(frozen=True, slots=True)
class _Level:
    bullet: str
    kind: str
    prefix: str
    suffix: str
    start: int
    shown_levels: int


@dataclass(slots=True)
class Lists:
    """List styles by name, and how far the lists in each have counted."""

    levels: dict[str, dict[int, _Level]]
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def restart(self, name: str) -> None:
        """A new list in style `name` begins."""
        self.counts.pop(name, None)

    def next_marker(self, name: str, level: int, start: int = -1) -> str:
        """What stands before the next item of a list in style `name` at `level` (from 1)."""
        levels = self.levels.get(name, {})
        own = levels.get(level)
        if own is None:
            return "" if name == "" else "•"
        if own.bullet:
            return own.bullet if is_bare_marker(own.bullet) else "•"
        if not own.kind:
            return ""
        counts = self.counts.setdefault(name, {})
        counts[level] = start if start >= 0 else counts.get(level, own.start - 1) + 1
        for deeper in [key for key in counts if key > level]:
            del counts[deeper]
        first = max(level - own.shown_levels + 1, 1)
        numbers = [
            shown_number(counts.get(index, 1), levels[index].kind)
            for index in range(first, level + 1)
            if index in levels and levels[index].kind
        ]
        return (own.prefix + ".".join(numbers) + own.suffix).strip()[:20]


def read_lists(roots: Iterable[Any]) -> Lists:
    """The list styles of styles.xml and content.xml; the outline's is called ""."""
    levels: dict[str, dict[int, _Level]] = {}
    for root in roots:
        for tag in ("list-style", "outline-style"):
            for element in root.iter(TEXT + tag):
                name = element.get(STYLE + "name") or ""
                levels["" if tag == "outline-style" else name] = _levels(element)
    return Lists(levels)


def _levels(parent: Any) -> dict[int, _Level]:
    found = {}
    for element in parent:
        level = number_of(element.get(TEXT + "level"))
        if level < 1:
            continue
        kind = (element.get(STYLE + "num-format") or "").strip()
        found[level] = _Level(
            bullet=(element.get(TEXT + "bullet-char") or "").strip(),
            kind=_NUMBER_STYLES.get(kind, "decimal") if kind else "",
            prefix=element.get(STYLE + "num-prefix") or "",
            suffix=element.get(STYLE + "num-suffix") or "",
            start=number_of(element.get(TEXT + "start-value"), 1),
            shown_levels=max(number_of(element.get(TEXT + "display-levels"), 1), 1),
        )
    return found
