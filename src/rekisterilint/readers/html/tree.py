"""The elements of a page in document order, with the end tags that HTML lets authors leave out.

The tree is a flat list: a node's descendants are the nodes up to its `stop`. So nothing here
recurses, and a page nested 100,000 deep takes no more than one that is not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rekisterilint.readers.html.tokens import Attribute, Token, TokenKind


def names(words: str) -> frozenset[str]:
    """The words of `words`, as a set."""
    return frozenset(words.split())


HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
BLOCKS = HEADINGS | names(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form header hgroup hr html li main menu nav ol optgroup option p pre"
    " section summary table tbody td tfoot th thead tr ul legend search"
)
_VOID = names("area base br col embed hr img input link meta param source track wbr keygen")
_HEAD_CONTENT = names("base link meta noscript script style template title head html")
_CLOSES_PARAGRAPH = BLOCKS - names(
    "body html caption dd dt li td th tr tbody tfoot thead option optgroup legend"
)
_TABLE_BARRIER = frozenset(("table", "html", "template"))
_PARAGRAPH_BARRIER = names("button caption html object table td template th")
_CELL_BARRIER = names("caption html table td template th")
# Opening the key closes an open element of the first set, if none of the second lies between.
_IMPLIED_ENDS: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset(("li",)), frozenset(("ul", "ol", "menu", "table", "html", "td", "th"))),
    "dt": (frozenset(("dt", "dd")), frozenset(("dl", "table", "html", "td", "th"))),
    "dd": (frozenset(("dt", "dd")), frozenset(("dl", "table", "html", "td", "th"))),
    "td": (frozenset(("td", "th", "caption")), frozenset(("tr", "table", "html"))),
    "th": (frozenset(("td", "th", "caption")), frozenset(("tr", "table", "html"))),
    "tr": (frozenset(("tr", "caption")), _TABLE_BARRIER),
    "thead": (frozenset(("thead", "tbody", "tfoot", "caption")), _TABLE_BARRIER),
    "tbody": (frozenset(("thead", "tbody", "tfoot", "caption")), _TABLE_BARRIER),
    "tfoot": (frozenset(("thead", "tbody", "tfoot", "caption")), _TABLE_BARRIER),
    "option": (frozenset(("option",)), frozenset(("select", "optgroup", "html"))),
    "button": (frozenset(("button",)), _CELL_BARRIER),
    "a": (frozenset(("a",)), BLOCKS),
}
# Bounds the search up a deep stack, so that hostile nesting can't make it quadratic.
_SEARCH_DEPTH = 256
_KNOWN_INLINE = names(
    "a abbr acronym b bdi bdo big button cite code data del dfn em font i ins kbd label mark meter"
    " output picture progress q s samp select small span strike strong sub sup time tt u var"
    " script style title textarea template noscript iframe object svg video audio canvas"
)


@dataclass(slots=True)
class Node:
    """An element, or a text if `name` is empty.

    `start` and `end` are source offsets of the start tag or the text; `parent` and `stop` are
    indices in the list of nodes (the descendants end before `stop`). `ended` is set where an
    inline element's end tag came while blocks inside it were open: it holds no node from there.
    """

    name: str
    start: int
    end: int
    parent: int
    stop: int
    attributes: Mapping[str, Attribute]
    ended: int | None = None

    def get(self, attribute: str) -> str:
        """The value of an attribute; empty if it has none."""
        found = self.attributes.get(attribute)
        return found.value if found is not None else ""


def tree(stream: Iterable[Token]) -> list[Node]:
    """The nodes that `stream` builds; the first is the root, named `#root`."""
    builder = _TreeBuilder()
    for token in stream:
        if token.kind is TokenKind.TEXT:
            builder.text(token)
        elif token.kind is TokenKind.START:
            builder.start(token)
        else:
            builder.end(token)
    builder.close(0)
    return builder.nodes


class _TreeBuilder:
    def __init__(self) -> None:
        self.nodes = [Node("#root", 0, 0, -1, 1, {})]
        self._open = [0]
        self._counts: Counter[str] = Counter()

    def text(self, token: Token) -> None:
        self._append(Node("", token.start, token.end, self._open[-1], 0, {}))

    def start(self, token: Token) -> None:
        name = token.name
        if name in ("html", "body", "head") and self._counts[name]:
            return
        if self._counts["head"] and name not in _HEAD_CONTENT:
            self._close_element(frozenset(("head",)), frozenset())
        if name in _CLOSES_PARAGRAPH and self._counts["p"]:
            self._close_element(frozenset(("p",)), _PARAGRAPH_BARRIER)
        if name in HEADINGS and self.nodes[self._open[-1]].name in HEADINGS:
            self.close(len(self._open) - 1)
        if name in _IMPLIED_ENDS:
            self._close_element(*_IMPLIED_ENDS[name])
        index = len(self.nodes)
        self._append(Node(name, token.start, token.end, self._open[-1], 0, token.attributes))
        foreign = name not in BLOCKS and name not in _KNOWN_INLINE
        if name not in _VOID and not (token.closed and foreign):
            self._open.append(index)
            self._counts[name] += 1

    def end(self, token: Token) -> None:
        name = token.name
        if name in ("html", "body"):
            return
        if name in HEADINGS:
            self._close_element(HEADINGS, _CELL_BARRIER)
        elif name == "p":
            self._close_element(frozenset(("p",)), _PARAGRAPH_BARRIER)
        elif name == "br":
            self._append(Node("br", token.start, token.end, self._open[-1], 0, {}))
        elif name in ("table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"):
            barrier = _TABLE_BARRIER - {name}
            self._close_element(frozenset((name,)), barrier)
        elif name in BLOCKS:
            self._close_element(frozenset((name,)), _CELL_BARRIER)
        elif not self._close_element(frozenset((name,)), BLOCKS):
            self._end_around_blocks(name)

    def close(self, depth: int) -> None:
        """Close the open elements from `depth` of the stack on."""
        stop = len(self.nodes)
        for index in self._open[depth:]:
            self.nodes[index].stop = stop
            self._counts[self.nodes[index].name] -= 1
        del self._open[depth:]

    def _append(self, node: Node) -> None:
        self.nodes.append(node)
        node.stop = len(self.nodes)

    def _close_element(self, wanted: frozenset[str], barrier: frozenset[str]) -> bool:
        depth = self._find(wanted, barrier)
        if depth:
            self.close(depth)
        return bool(depth)

    def _find(self, wanted: frozenset[str], barrier: frozenset[str]) -> int:
        """The depth of the innermost open element of `wanted`; 0 if none, or one of `barrier` first."""
        if not any(self._counts[name] for name in wanted):
            return 0
        lowest = max(0, len(self._open) - _SEARCH_DEPTH)
        for depth in range(len(self._open) - 1, lowest, -1):
            name = self.nodes[self._open[depth]].name
            if name in wanted:
                return depth
            if name in barrier:
                return 0
        return 0

    def _end_around_blocks(self, name: str) -> None:
        depth = self._find(frozenset((name,)), _CELL_BARRIER)
        if depth and self.nodes[self._open[depth]].ended is None:
            self.nodes[self._open[depth]].ended = len(self.nodes)
