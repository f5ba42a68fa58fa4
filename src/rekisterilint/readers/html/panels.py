"""Tabs, accordions and what else a reader opens: which words name which part of the page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rekisterilint.readers.flow import HEADING_LENGTH, Inline, words_of
from rekisterilint.readers.html.measures import Measures
from rekisterilint.readers.html.tree import HEADINGS, Node
from rekisterilint.readers.references import decoded

_ATTRIBUTES = ("aria-controls", "data-target", "data-bs-target")
_NO_WORDS = frozenset(("script", "style", "svg", "template"))
_LINE_ENDS = re.compile(r"[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")
_TAB_TOGGLES = frozenset(("tab", "pill"))
_TOGGLES = _TAB_TOGGLES | {"collapse"}
# Shorter panels are a menu's, a tip, a spinner.
_LEAST_TEXT = 20
# What is looked at of a tab's name and of a panel's beginning.
_MOST_NODES = 60


@dataclass(frozen=True, slots=True)
class Panels:
    """By node index: `tabs` names the tab of a panel, `openers` are headings where they stand.

    `closed` are the panels with what opens each, in their order.
    """

    tabs: Mapping[int, int]
    openers: frozenset[int]
    closed: Sequence[tuple[int, int]] = ()

    def opened_in(self, start: int, stop: int) -> bool:
        """Whether a panel between these indices is opened from ahead of them."""
        at = bisect_right(self.closed, (start, stop))
        return at < len(self.closed) and self.closed[at][0] < stop and self.closed[at][1] < start


def panels(nodes: Sequence[Node], sums: Measures) -> Panels:
    """The panels that hold text, and what opens them."""
    controls = [(index, target) for index, node in enumerate(nodes) for target in _targets(node)]
    named = [(index, node.get("aria-labelledby")) for index, node in enumerate(nodes) if _is_panel(node)]
    if not controls and not named:
        return Panels({}, frozenset())
    by_id: dict[str, int] = {}
    for index, node in enumerate(nodes):
        if "id" in node.attributes:
            by_id.setdefault(node.get("id"), index)
    tabs: dict[int, int] = {}
    openers: set[int] = set()
    closed: dict[int, int] = {}
    pairs = [(control, by_id.get(target, 0)) for control, target in controls]
    pairs += [(by_id.get(label, 0), panel) for panel, label in named]
    for control, panel in pairs:
        if not control or not _opens_text(control, panel, nodes, sums):
            continue
        if _is_tab(nodes[control]):
            tabs.setdefault(panel, control)
        elif _is_button(nodes[control]):
            openers.add(control)
        else:
            continue
        closed.setdefault(panel, control)
    return Panels(tabs, frozenset(openers), sorted(closed.items()))


def _targets(node: Node) -> Iterator[str]:
    if not node.attributes:
        return
    for attribute in _ATTRIBUTES:
        if attribute in node.attributes:
            yield from (word.lstrip("#") for word in node.get(attribute).split())
    if node.name == "a" and (_is_tab(node) or _toggle(node) in _TOGGLES):
        yield node.get("href").strip().lstrip("#")


def _toggle(node: Node) -> str:
    return (node.get("data-toggle") or node.get("data-bs-toggle")).lower()


def _is_panel(node: Node) -> bool:
    return bool(node.attributes) and node.get("role").lower() == "tabpanel"


def _is_tab(node: Node) -> bool:
    return node.get("role").lower() == "tab" or _toggle(node) in _TAB_TOGGLES


def _is_button(node: Node) -> bool:
    return node.name == "button" or node.get("role").lower() == "button" or _toggle(node) in _TOGGLES


def _opens_text(control: int, panel: int, nodes: Sequence[Node], sums: Measures) -> bool:
    """Whether `control` bears the short name of a `panel` behind it that holds more than links."""
    if not control < nodes[control].stop <= panel:
        return False
    if not 0 < sums.text[control] <= HEADING_LENGTH or sums.blocks[control] > 1:
        return False
    text = sums.text[panel]
    return text >= _LEAST_TEXT and 2 * sums.link_text[panel] <= text and not sums.controls[panel]


def tab_words(nodes: Sequence[Node], source: str, panel: int, opened: Panels) -> list[Inline]:
    """The name of the tab that opens `panel`; none where the panel's first heading repeats it."""
    words = _shown(nodes, source, opened.tabs[panel])
    stop = min(nodes[panel].stop, panel + _MOST_NODES)
    first = next((n for n in range(panel, stop) if nodes[n].name in HEADINGS), 0)
    repeated = first and words_of(_shown(nodes, source, first)).casefold() == words_of(words).casefold()
    return [] if repeated else words


def _shown(nodes: Sequence[Node], source: str, element: int) -> list[Inline]:
    """The words in `element` without icons."""
    found: list[Inline] = []
    index = element + 1
    stop = min(nodes[element].stop, element + _MOST_NODES)
    while index < stop:
        node = nodes[index]
        if node.name and (node.name in _NO_WORDS or node.get("aria-hidden").lower() == "true"):
            index = node.stop
            continue
        if not node.name:
            pieces = decoded(source[node.start : node.end], node.start)
            found += (Inline(_LINE_ENDS.sub(" ", text), at) for text, at in pieces)
        index += 1
    return found
