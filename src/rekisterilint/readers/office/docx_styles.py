"""A DOCX's styles and numbering: what a paragraph's style and list make of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from rekisterilint.readers.markers import is_bare_marker
from rekisterilint.readers.office.heading_styles import is_contents_style, rank_of_style
from rekisterilint.readers.office.numbering import shown_number

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_DEEPEST_CHAIN = 12
_PLACEHOLDER = re.compile(r"%([1-9])")
_FALSE = frozenset({"0", "false", "off", "none"})


def value(parent: Any, *path: str) -> str | None:
    """The w:val of the element at `path` below `parent`; None if there is none of either."""
    for name in path:
        if parent is None:
            return None
        parent = parent.find(W + name)
    if parent is None:
        return None
    found: str | None = parent.get(W + "val")
    return found


def switch(properties: Any, name: str) -> bool | None:
    """Whether the on/off property `name` is on; None if it isn't set."""
    element = properties.find(W + name) if properties is not None else None
    if element is None:
        return None
    return str(element.get(W + "val", "1")).lower() not in _FALSE


def number_of(text: str | None, default: int = -1) -> int:
    """`text` as a small whole number, `default` if it is none."""
    return int(text) if text and text.removeprefix("-").isdecimal() and len(text) < 10 else default


@dataclass(slots=True)
class Style:
    """What a paragraph or character style sets, with what it is based on resolved."""

    rank: int = 0
    bold: bool | None = None
    hidden: bool | None = None
    list_id: str | None = None
    list_level: int = 0
    contents: bool = False


@dataclass(slots=True)
class Styles:
    """All styles by identifier."""

    elements: dict[str, Any]
    resolved: dict[str, Style] = field(default_factory=dict)

    def get(self, key: str | None) -> Style:
        """The style called `key`; the empty style for one that isn't defined."""
        if key is None:
            return Style()
        if key not in self.resolved:
            self.resolved[key] = self._resolve(key)
        return self.resolved[key]

    def _resolve(self, key: str) -> Style:
        style = Style()
        chain: list[tuple[str, Any]] = []
        seen: set[str] = set()
        current: str | None = key
        while current in self.elements and current not in seen and len(chain) < _DEEPEST_CHAIN:
            seen.add(current)
            chain.append((current, self.elements[current]))
            current = value(self.elements[current], "basedOn")
        for own, element in reversed(chain):
            _apply(style, own, element)
        return style


def _apply(style: Style, key: str, element: Any) -> None:
    name = value(element, "name") or ""
    style.rank = rank_of_style(name) or rank_of_style(key) or style.rank
    style.contents = is_contents_style(name) or style.contents
    paragraph, run = element.find(W + "pPr"), element.find(W + "rPr")
    level = number_of(value(paragraph, "outlineLvl"))
    if level >= 0:
        style.rank = level + 1 if level < 9 else 0
    bold, hidden = switch(run, "b"), switch(run, "vanish")
    style.bold = style.bold if bold is None else bold
    style.hidden = style.hidden if hidden is None else hidden
    list_id = value(paragraph, "numPr", "numId")
    if list_id is not None:
        style.list_id = list_id
    list_level = number_of(value(paragraph, "numPr", "ilvl"))
    style.list_level = list_level if list_level >= 0 else style.list_level


def read_styles(root: Any) -> Styles:
    """The styles of part styles.xml; none if `root` is None."""
    elements = {}
    if root is not None:
        for element in root.iter(W + "style"):
            key = element.get(W + "styleId")
            if key:
                elements[key] = element
    return Styles(elements)


@dataclass(slots=True)
class _Level:
    kind: str
    text: str
    start: int


@dataclass(slots=True)
class Numbering:
    """Automatic lists: counts along as paragraphs are read in order."""

    levels: dict[str, dict[int, _Level]]
    abstract: dict[str, str]
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def next_marker(self, list_id: str, level: int) -> str | None:
        """What stands before the next paragraph of list `list_id`; None if it is no list."""
        levels = self.levels.get(list_id)
        if list_id == "0" or levels is None:
            return None
        own = levels.get(level)
        if own is None:
            return "•"
        if own.kind == "bullet":
            return own.text.strip() if is_bare_marker(own.text) else "•"
        counts = self.counts.setdefault(self.abstract.get(list_id, list_id), {})
        counts[level] = counts.get(level, own.start - 1) + 1
        for deeper in [key for key in counts if key > level]:
            del counts[deeper]
        if own.kind == "none":
            return ""

        def shown(match: re.Match[str]) -> str:
            index = int(match.group(1)) - 1
            other = levels.get(index, own)
            return shown_number(counts.get(index, other.start), other.kind)

        return _PLACEHOLDER.sub(shown, own.text).strip()[:20]


def read_numbering(root: Any) -> Numbering:
    """The lists of part numbering.xml; none if `root` is None."""
    if root is None:
        return Numbering({}, {})
    abstract: dict[str, dict[int, _Level]] = {}
    for element in root.iter(W + "abstractNum"):
        abstract[element.get(W + "abstractNumId") or ""] = _levels(element)
    levels: dict[str, dict[int, _Level]] = {}
    owners: dict[str, str] = {}
    for element in root.iter(W + "num"):
        key = element.get(W + "numId") or ""
        owner = value(element, "abstractNumId") or ""
        own = dict(abstract.get(owner, {}))
        restarted = False
        for override in element.iterfind(W + "lvlOverride"):
            own.update(_levels(override))
            index = number_of(override.get(W + "ilvl"))
            start = number_of(value(override, "startOverride"))
            if start >= 0 and index in own:
                own[index] = _Level(own[index].kind, own[index].text, start)
                restarted = True
        levels[key] = own
        owners[key] = f"{owner}/{key}" if restarted else owner
    return Numbering(levels, owners)


def _levels(parent: Any) -> dict[int, _Level]:
    found = {}
    for element in parent.iterfind(W + "lvl"):
        kind = value(element, "numFmt") or "decimal"
        start = number_of(value(element, "start"), 1)
        found[number_of(element.get(W + "ilvl"), 0)] = _Level(kind, value(element, "lvlText") or "", start)
    return found
