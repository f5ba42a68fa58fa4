"""A label and its value in two elements side by side, which a style sheet sets on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rekisterilint.readers.html.measures import Measures
from rekisterilint.readers.html.tree import Node, names

_HOLDERS = names("div li p dd address")
_LABELS = names("span strong b em i small label")
_VALUES = _LABELS | names("a time code")
# A colon or a dash tells the label from its value without a line's end; a sentence is no label.
_LABEL = re.compile(r"\s*[A-ZÅÄÖ][\w /()-]{0,38}[\w)]\s*")
_VALUE = re.compile(r"\s*(?:[A-ZÅÄÖ0-9+]|[^\s@]+@)")
# What is looked at of an element, in nodes.
_MOST_NODES = 12


def paired_values(nodes: Sequence[Node], sums: Measures, source: str) -> frozenset[int]:
    """The elements, by node index, before which a line ends: `<span>Nimi</span><strong>Aino</strong>`.

    Nothing else may stand in the block that holds the two, and no more than a line's end between them.
    """
    found = set()
    for index, node in enumerate(nodes):
        if node.name in _HOLDERS and sums.text[index] > 2:
            value = _value(nodes, index, source)
            if value:
                found.add(value)
    return frozenset(found)


def _value(nodes: Sequence[Node], holder: int, source: str) -> int:
    """The second of the two elements that make up `holder`; 0 if they are no label and value."""
    children: list[int] = []
    gap = ""
    index = holder + 1
    while index < nodes[holder].stop:
        node = nodes[index]
        if node.name:
            children.append(index)
        else:
            words = source[node.start : node.end]
            if words.strip():
                return 0
            gap += words if len(children) == 1 else ""
        if len(children) > 2:
            return 0
        index = node.stop
    if len(children) < 2 or (gap and "\n" not in gap):
        return 0
    label, value = children
    if nodes[label].name not in _LABELS or nodes[value].name not in _VALUES:
        return 0
    if not _LABEL.fullmatch(_words(nodes, label, source)) or not _VALUE.match(_words(nodes, value, source)):
        return 0
    return value


def _words(nodes: Sequence[Node], element: int, source: str) -> str:
    """The words at the beginning of `element`."""
    stop = min(nodes[element].stop, element + _MOST_NODES)
    return "".join(source[node.start : node.end] for node in nodes[element + 1 : stop] if not node.name)
