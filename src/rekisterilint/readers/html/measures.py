"""How much text, how many links, headings and controls each element of a page holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rekisterilint.readers.html.tree import HEADINGS, Node, names

NEVER_SEEN = names(
    "script style head template noscript svg iframe object video audio canvas map select textarea"
    " option optgroup datalist input progress meter noembed noframes math del s strike"
)
_LINK_LENGTH = 60
CONTACT = re.compile(r"@|\d{3}|\d\s\d")


@dataclass(slots=True)
class Measures:
    """Sums over the descendants of each node, by index: characters and counts."""

    text: list[int]
    link_text: list[int]
    heading_text: list[int]
    links: list[int]
    fragment_links: list[int]
    contacts: list[int]
    controls: list[int]
    headings: list[int]
    blocks: list[int]
    tables: list[int]
    titles: list[int]


def measures(nodes: Sequence[Node], source: str) -> Measures:
    """The sums, without what is never seen."""
    count = len(nodes)
    sums = Measures(*([0] * count for _ in range(11)))
    index = 1
    seen: list[int] = []
    while index < count:
        node = nodes[index]
        if node.name in NEVER_SEEN:
            sums.controls[index] = int(node.name in ("input", "select", "textarea"))
            seen.append(index)
            index = node.stop
            continue
        if not node.name:
            sums.text[index] = len(source[node.start : node.end].strip())
        seen.append(index)
        index += 1
    for index in reversed(seen):
        _measure_element(nodes[index], index, sums)
        _add_to_parent(nodes[index].parent, index, sums)
    _count_contacts(nodes, source, sums)
    return sums


def _measure_element(node: Node, index: int, sums: Measures) -> None:
    name = node.name
    if name == "a" or name == "button":
        sums.link_text[index] = sums.text[index]
        if name == "button":
            sums.controls[index] += 1
        elif sums.text[index] and sums.text[index] <= _LINK_LENGTH:
            target = node.get("href").strip().lower()
            sums.links[index] = 1
            sums.fragment_links[index] = int(target.startswith("#") and len(target) > 1)
            if target.startswith(("mailto:", "tel:")):
                sums.contacts[index] += 1
    elif name in HEADINGS:
        sums.headings[index] += 1
        sums.heading_text[index] = sums.text[index]
        sums.titles[index] += int(name == "h1")
    elif name == "table":
        sums.tables[index] += 1
    if name in ("p", "li", "pre", "blockquote", "table", "dl"):
        sums.blocks[index] += 1


def _add_to_parent(parent: int, index: int, sums: Measures) -> None:
    for column in (
        sums.text,
        sums.link_text,
        sums.heading_text,
        sums.links,
        sums.fragment_links,
        sums.contacts,
        sums.controls,
        sums.headings,
        sums.blocks,
        sums.tables,
        sums.titles,
    ):
        if column[index]:
            column[parent] += column[index]


def _count_contacts(nodes: Sequence[Node], source: str, sums: Measures) -> None:
    """Texts that look like a phone number, an address or an e-mail make no navigation."""
    found = [0] * len(nodes)
    for index, node in enumerate(nodes):
        if not node.name and sums.text[index] and CONTACT.search(source, node.start, node.end):
            found[index] = 1
    for index in range(len(nodes) - 1, 0, -1):
        if found[index]:
            sums.contacts[index] += found[index]
            found[nodes[index].parent] += found[index]
    sums.contacts[0] += found[0]
