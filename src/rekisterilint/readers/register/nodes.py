"""YAML and JSON to nodes that know where they stand in the source.

Plain numbers stay text, as a postal code must (`00940`); true, false and null are what YAML 1.2
takes for them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from rekisterilint.readers.base import ReadError
from rekisterilint.readers.deadline import NO_DEADLINE, Deadline

Plain = str | bool | int | float | None

MOST_NODES = 100_000
DEEPEST = 40
# A text that many aliases stand for must count by its length.
_CHARACTERS_A_PART = 64
_WORDS: dict[str, Plain] = {
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
    "null": None, "Null": None, "NULL": None, "~": None, "": None,
}  # fmt: skip
_JSON = json.JSONDecoder()
_BLANK = re.compile(r"[ \t\r\n]*")
_JSON_WORD = re.compile(
    r"true|false|null|-?(?:0|[1-9]\d{0,300})(?:\.\d{1,300})?(?:[eE][+-]?\d{1,5})?"
)
_LINE_END = re.compile(r"\r\n|\r|\n")


class NodeKind(Enum):
    """What a node is."""

    MAPPING = "mapping"
    SEQUENCE = "sequence"
    SCALAR = "scalar"


@dataclass(slots=True)
class RegisterNode:
    """A mapping (`entries`), a sequence (`items`) or a scalar (`value`) at `source[start:end]`.

    `style` is how a scalar is written: its quote, `|` or `>` for a block, empty if plain.
    `size` counts the nodes in it with aliases expanded, a long text as several.
    """

    kind: NodeKind
    start: int
    end: int
    value: Plain = None
    style: str = ""
    entries: list[tuple[RegisterNode, RegisterNode]] = field(default_factory=list)
    items: list[RegisterNode] = field(default_factory=list)
    size: int = 1

    def get(self, name: str) -> RegisterNode | None:
        """The value of a mapping's key."""
        for key, value in self.entries:
            if key.value == name:
                return value
        return None

    def plain(self) -> Any:
        """The value as Python's own types, for the schema's validation."""
        if self.kind is NodeKind.MAPPING:
            return {str(key.value): value.plain() for key, value in self.entries}
        if self.kind is NodeKind.SEQUENCE:
            return [item.plain() for item in self.items]
        return self.value


def place(source: str, offset: int) -> tuple[int, int]:
    """Line and column of a source offset, both from 1."""
    line, start = 1, 0
    for match in _LINE_END.finditer(source, 0, max(offset, 0)):
        line, start = line + 1, match.end()
    return line, offset - start + 1


def parse(source: str, *, is_json: bool, deadline: Deadline = NO_DEADLINE) -> RegisterNode:
    """The root node.

    Raises ReadError for what is no valid YAML or JSON, with line and column, and too-slow.
    """
    return _JsonParser(source, deadline).parse() if is_json else _parse_yaml(source, deadline)


def paths(root: RegisterNode) -> Iterator[tuple[int, str]]:
    """(source offset, path) of each key and item, such as `purposes[0].description`."""
    waiting = [(root, "")]
    while waiting:
        node, path = waiting.pop()
        for key, value in node.entries:
            name = f"{path}.{key.value}" if path else str(key.value)
            yield key.start, name
            waiting.append((value, name))
        for number, item in enumerate(node.items):
            yield item.start, f"{path}[{number}]"
            waiting.append((item, f"{path}[{number}]"))


def _error(source: str, code: str, offset: int, **values: str | int) -> ReadError:
    line, column = place(source, offset)
    return ReadError(code, line=line, column=column, **values)


class _Builder:
    """Puts nodes together from the inside out, within bounds."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._open: list[RegisterNode] = []
        self._keys: list[RegisterNode | None] = []
        self._names: list[set[str]] = []
        self._total = 0
        self.root: RegisterNode | None = None

    def open(self, node: RegisterNode) -> None:
        """Begin a mapping or sequence."""
        if len(self._open) >= DEEPEST:
            raise _error(self._source, "yaml-too-deep", node.start, limit=DEEPEST)
        self._open.append(node)
        self._keys.append(None)
        self._names.append(set())

    def close(self, end: int) -> None:
        """End the innermost mapping or sequence."""
        node = self._open.pop()
        self._keys.pop()
        self._names.pop()
        node.end = end
        self.add(node)

    def add(self, node: RegisterNode) -> None:
        """Add a node that is complete to the one that is open."""
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if parent.kind is NodeKind.SEQUENCE:
            parent.items.append(node)
        elif self._keys[-1] is None:
            self._add_key(node)
            return
        else:
            parent.entries.append((self._keys[-1], node))
            self._keys[-1] = None
        parent.size += node.size
        if parent.size > MOST_NODES:
            raise _error(self._source, "yaml-too-many-nodes", node.start, limit=MOST_NODES)

    def _add_key(self, node: RegisterNode) -> None:
        if node.kind is not NodeKind.SCALAR:
            raise _error(self._source, "invalid-yaml", node.start, problem="a key must be a text")
        name = "" if node.value is None else str(node.value)
        if name in self._names[-1]:
            raise _error(self._source, "duplicate-key", node.start, key=name)
        self._names[-1].add(name)
        node.value = name
        self._keys[-1] = node


def _parse_yaml(source: str, deadline: Deadline) -> RegisterNode:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLStreamError
    from ruamel.yaml.reader import ReaderError

    builder = _Builder(source)
    anchors: dict[str, RegisterNode] = {}
    documents = 0
    try:
        for event in deadline.watched(YAML(typ="safe", pure=True).parse(source)):
            documents += type(event).__name__ == "DocumentStartEvent"
            if documents > 1:
                problem = "more than one document"
                raise _error(source, "invalid-yaml", event.start_mark.index, problem=problem)
            _take_event(event, builder, anchors, source)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        offset = mark.index if mark is not None else 0
        problem = str(error.problem or error.context or "")
        raise _error(source, "invalid-yaml", offset, problem=_one_line(problem)) from error
    except ReaderError as error:
        raise _error(source, "invalid-yaml", error.position, problem="control character") from error
    except (YAMLStreamError, ValueError) as error:
        raise _error(source, "invalid-yaml", 0, problem=_one_line(str(error))) from error
    if builder.root is None:
        raise ReadError("empty")
    return builder.root


def _one_line(problem: str) -> str:
    return " ".join(problem.split())[:200]


def _take_event(
    event: Any, builder: _Builder, anchors: dict[str, RegisterNode], source: str
) -> None:
    kind = type(event).__name__
    start, end = event.start_mark.index, event.end_mark.index
    node: RegisterNode | None = None
    if kind == "ScalarEvent":
        style = event.style or ""
        value: Plain = event.value
        if not style and event.tag is None:
            value = _WORDS.get(event.value, event.value)
        size = 1 + len(event.value) // _CHARACTERS_A_PART
        node = RegisterNode(NodeKind.SCALAR, start, end, value, style, size=size)
        builder.add(node)
    elif kind in ("MappingStartEvent", "SequenceStartEvent"):
        sort = NodeKind.MAPPING if kind == "MappingStartEvent" else NodeKind.SEQUENCE
        node = RegisterNode(sort, start, end)
        builder.open(node)
    elif kind in ("MappingEndEvent", "SequenceEndEvent"):
        builder.close(end)
    elif kind == "AliasEvent":
        target = anchors.get(event.anchor)
        if target is None or target.end < 0:
            problem = f"unknown or recursive alias {event.anchor}"
            raise _error(source, "invalid-yaml", start, problem=problem)
        builder.add(target)
    if node is not None and getattr(event, "anchor", None):
        anchors[event.anchor] = node
        if node.kind is not NodeKind.SCALAR:
            # Until it is closed: an alias inside would hold itself.
            node.end = -1


class _JsonParser:
    """JSON with places; bounded depth, so it may recurse."""

    def __init__(self, source: str, deadline: Deadline) -> None:
        self._source = source
        self._deadline = deadline
        self._builder = _Builder(source)
        self._at = 0

    def parse(self) -> RegisterNode:
        """The root node."""
        self._value()
        self._skip_blanks()
        if self._at < len(self._source):
            raise self._failure("unexpected text behind the end")
        if self._builder.root is None:
            raise ReadError("empty")
        return self._builder.root

    def _value(self) -> None:
        self._deadline.check()
        self._skip_blanks()
        start, sign = self._at, self._source[self._at : self._at + 1]
        if sign == "{":
            self._builder.open(RegisterNode(NodeKind.MAPPING, start, start))
            self._members("}", with_keys=True)
        elif sign == "[":
            self._builder.open(RegisterNode(NodeKind.SEQUENCE, start, start))
            self._members("]", with_keys=False)
        elif sign == '"':
            self._string()
        else:
            match = _JSON_WORD.match(self._source, start)
            if match is None:
                raise self._failure("expected a value")
            self._at = match.end()
            value = json.loads(match.group())
            self._builder.add(RegisterNode(NodeKind.SCALAR, start, self._at, value))

    def _members(self, closing: str, *, with_keys: bool) -> None:
        self._at += 1
        self._skip_blanks()
        empty = self._source[self._at : self._at + 1] == closing
        while not empty:
            if with_keys:
                self._skip_blanks()
                if self._source[self._at : self._at + 1] != '"':
                    raise self._failure("expected a key in double quotes")
                self._string()
                self._skip_blanks()
                self._take(":")
            self._value()
            self._skip_blanks()
            if self._source[self._at : self._at + 1] == closing:
                break
            self._take(",")
        self._at += 1
        self._builder.close(self._at)

    def _string(self) -> None:
        start = self._at
        try:
            value, self._at = _JSON.raw_decode(self._source, start)
        except json.JSONDecodeError as error:
            problem = _one_line(error.msg)
            raise _error(self._source, "invalid-yaml", error.pos, problem=problem) from error
        self._builder.add(RegisterNode(NodeKind.SCALAR, start, self._at, value, '"'))

    def _take(self, sign: str) -> None:
        if self._source[self._at : self._at + 1] != sign:
            raise self._failure(f"expected {sign}")
        self._at += 1

    def _skip_blanks(self) -> None:
        match = _BLANK.match(self._source, self._at)
        self._at = match.end() if match else self._at

    def _failure(self, problem: str) -> ReadError:
        return _error(self._source, "invalid-yaml", self._at, problem=problem)
