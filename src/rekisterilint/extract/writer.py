"""A description as YAML, with a comment at each field that says where its words stand."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from rekisterilint.extract.hints import HINTS, INNER_HINTS, PLACES, remark
from rekisterilint.extract.node import Node
from rekisterilint.findings import Span
from rekisterilint.text import Text

_WIDTH = 100


def write_description(
    fields: Mapping[str, Node], text: Text | None, file: str, language: str
) -> str:
    """The YAML of `fields`; comments in `language`, hints for what is not there.

    Without `text` the values come from no notice, and only the hints are written.
    """
    parts = [remark("head" if text else "own-head", language).format(file=_plain(file))]
    for name, hint in HINTS.items():
        node = fields.get(name)
        if node is None:
            if hint is not None:
                parts.append(_missing(name, language))
            continue
        parts.append(_field(name, node, text, file, language) + _missing_inside(name, node, language))
    return "\n".join(parts)


def _field(name: str, node: Node, text: Text | None, file: str, language: str) -> str:
    from ruamel.yaml import YAML
    from ruamel.yaml.comments import CommentedMap

    yaml = YAML()
    yaml.width = _WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    root = CommentedMap()
    root[name] = _commented(node, text, language, 2)
    spans = node.all_spans()
    if text is not None and spans:
        where = _plain(_where(spans, text, language))
        root.yaml_set_comment_before_after_key(name, before=f"{_plain(file)}, {where}")
    stream = io.StringIO()
    yaml.dump(root, stream)
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines()) + "\n"


def _commented(node: Node, text: Text | None, language: str, indent: int) -> Any:
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    value = node.value
    if isinstance(value, dict):
        commented = CommentedMap()
        for name, inner in value.items():
            commented[name] = _commented(inner, text, language, indent + 2)
            spans = inner.all_spans()
            if text is not None and spans:
                where = _where(spans, text, language)
                commented.yaml_set_comment_before_after_key(name, before=where, indent=indent)
        return commented
    if isinstance(value, tuple):
        items = CommentedSeq()
        for number, inner in enumerate(value):
            items.append(_commented(inner, text, language, indent + 2))
            if text is not None and inner.spans and len(value) > 1:
                where = _where(inner.spans, text, language)
                items.yaml_set_comment_before_after_key(number, before=where, indent=indent)
        return items
    return _scalar(value)


def _scalar(value: str | bool) -> Any:
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

    if isinstance(value, bool):
        return value
    if "\n" in value:
        return LiteralScalarString("\n".join(line.strip() for line in value.split("\n")))
    # Words that other YAML versions take for truths, numbers and dates.
    if value.casefold() in ("yes", "no", "on", "off", "y", "n") or value[:1].isdigit():
        return DoubleQuotedScalarString(value)
    return value


def _where(spans: tuple[Span, ...], text: Text, language: str) -> str:
    first, last = text.place(spans[0].start), text.end_place(max(span.end for span in spans))
    unit = "paragraph" if text.format in ("docx", "odt") else "line"
    one, several = PLACES[unit][language]
    page = f"{PLACES['page'][language][0]} {first.page}, " if first.page is not None else ""
    if first.page != last.page:
        _, pages = PLACES["page"][language]
        return f"{pages} {first.page}–{last.page}"
    if first.line == last.line:
        return f"{page}{one} {first.line}"
    return f"{page}{several} {first.line}–{last.line}"


def _missing(name: str, language: str) -> str:
    hint = HINTS[name]
    assert hint is not None
    words, example = hint
    lines = [f"{remark('missing', language)} {words[language]}", *example.splitlines()]
    return "".join(f"# {line}".rstrip() + "\n" for line in lines)


def _missing_inside(name: str, node: Node, language: str) -> str:
    if not isinstance(node.value, dict):
        return ""
    lines = [
        f"  # {remark('missing', language)} {words[language]}\n  # {inner}:\n"
        for inner, words in INNER_HINTS.get(name, {}).items()
        if inner not in node.value
    ]
    return "".join(lines)


def _plain(words: str) -> str:
    """Words that can stand in one line of comment."""
    return "".join(char if char.isprintable() else "?" for char in words)
