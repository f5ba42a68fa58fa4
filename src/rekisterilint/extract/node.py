"""Values of a description that know which part of the notice they were drawn from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rekisterilint.findings import Span


@dataclass(frozen=True, slots=True)
class Node:
    """A text, truth, list or mapping; `spans` are content offsets of the notice."""

    value: str | bool | tuple[Node, ...] | dict[str, Node]
    spans: tuple[Span, ...] = ()

    def plain(self) -> Any:
        """The value as Python's own types, as a YAML or JSON reader gives it."""
        if isinstance(self.value, tuple):
            return [item.plain() for item in self.value]
        if isinstance(self.value, dict):
            return {name: item.plain() for name, item in self.value.items()}
        return self.value

    def all_spans(self) -> tuple[Span, ...]:
        """The spans of the node and of all that is in it, in the order of the notice."""
        spans = set(self.spans)
        inner: Iterable[Node] = ()
        if isinstance(self.value, tuple):
            inner = self.value
        elif isinstance(self.value, dict):
            inner = self.value.values()
        for item in inner:
            spans.update(item.all_spans())
        return tuple(sorted(spans, key=lambda span: (span.start, span.end)))


def mapping(entries: dict[str, Node | None]) -> Node | None:
    """A mapping of the entries that are there; None if none is."""
    present = {name: node for name, node in entries.items() if node is not None}
    return Node(present) if present else None


def texts(nodes: Iterable[Node]) -> Node | None:
    """One text as it is, several as a list; None for none."""
    found = tuple(nodes)
    if len(found) > 1:
        return Node(found)
    return found[0] if found else None
