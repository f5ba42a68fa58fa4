"""HTML to tags and text, each with its exact place, in one pass and linear time.

The standard library's parser keeps no offsets and takes quadratic time on broken markup; the tree
builders that are kept up (html5lib, lxml, lexbor, justhtml) keep none inside a text. What is
needed here is small: the tokenizer of the HTML standard without its error messages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from html import unescape
from typing import NamedTuple

_TAG_NAME = re.compile(r"[A-Za-z][^\s/>]*")
# An equals sign may start a name, as in browsers.
_ATTRIBUTE_NAME = re.compile(r"[\s/]*([^\s/>][^\s/>=]*)")
_BLANK = re.compile(r"\s*")
_UNQUOTED = re.compile(r"[^\s>]*")
_TAG_REST = re.compile(r"[\s/]*")
# Their content is no markup: it runs on to their own end tag.
RAW_TEXT = frozenset(
    ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript")
)
_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in RAW_TEXT}


# Longer values are no address; Python refuses to read references of thousands of digits.
_LONGEST_DECODED = 4_000


class TokenKind(Enum):
    """What a token is."""

    START = "start"
    END = "end"
    TEXT = "text"


class Attribute(NamedTuple):
    """An attribute's value as it stands in the source, and where it does."""

    raw: str
    source: int

    @property
    def value(self) -> str:
        """The value with its character references decoded."""
        return (
            unescape(self.raw) if "&" in self.raw and len(self.raw) < _LONGEST_DECODED else self.raw
        )


class Token(NamedTuple):
    """A tag or a text: `source[start:end]`. `name` is a tag's name in lower case."""

    kind: TokenKind
    start: int
    end: int
    name: str = ""
    attributes: Mapping[str, Attribute] = {}
    closed: bool = False


def tokens(source: str) -> Iterator[Token]:
    """The tags and texts of `source` in order; comments and declarations are left out."""
    at = text_start = 0
    while (opening := source.find("<", at)) >= 0:
        token, end = _markup(source, opening)
        if end == opening:
            at = opening + 1
            continue
        if opening > text_start:
            yield Token(TokenKind.TEXT, text_start, opening)
        at = text_start = end
        if token is None:
            continue
        yield token
        if token.kind is TokenKind.START and token.name in RAW_TEXT:
            match = _RAW_END[token.name].search(source, end)
            at = text_start = match.start() if match else len(source)
            if at > end:
                yield Token(TokenKind.TEXT, end, at)
    if text_start < len(source):
        yield Token(TokenKind.TEXT, text_start, len(source))


def _markup(source: str, at: int) -> tuple[Token | None, int]:
    """The tag at `at` and its end; no tag for a comment; the end is `at` if `<` is but a character."""
    following = source[at + 1 : at + 2]
    if following == "!" or following == "?":
        return None, _declaration_end(source, at)
    closing = following == "/"
    name = _TAG_NAME.match(source, at + 1 + closing)
    if name is None:
        if closing and at + 2 < len(source):
            return None, _behind(source, ">", at)
        return None, at
    kind = TokenKind.END if closing else TokenKind.START
    attributes, end, closed = _attributes(source, name.end())
    if end < 0:
        # Browsers too lose what follows a tag that never ends.
        return None, len(source)
    return Token(kind, at, end, name.group().lower(), attributes, closed), end


def _attributes(source: str, at: int) -> tuple[dict[str, Attribute], int, bool]:
    """The attributes from `at` on, the tag's end (-1 if it has none), and whether `/>` ends it."""
    attributes: dict[str, Attribute] = {}
    while match := _ATTRIBUTE_NAME.match(source, at):
        blank = _BLANK.match(source, match.end())
        at = blank.end() if blank else match.end()
        value = Attribute("", at)
        if source[at : at + 1] == "=":
            value, at = _value(source, at + 1)
            if at < 0:
                return attributes, -1, False
        attributes.setdefault(match.group(1).lower(), value)
    rest = _TAG_REST.match(source, at)
    end = rest.end() if rest else at
    if end >= len(source):
        return attributes, -1, False
    return attributes, end + 1, source[end - 1] == "/"


def _value(source: str, at: int) -> tuple[Attribute, int]:
    blank = _BLANK.match(source, at)
    at = blank.end() if blank else at
    quote = source[at : at + 1]
    if quote in ("'", '"'):
        end = source.find(quote, at + 1)
        return Attribute(source[at + 1 : end], at + 1), (end + 1 if end >= 0 else -1)
    match = _UNQUOTED.match(source, at)
    end = match.end() if match else at
    return Attribute(source[at:end], at), end


def _declaration_end(source: str, at: int) -> int:
    if source.startswith("<!--", at):
        # From the second dash on: "<!-->" is a whole comment.
        return _behind(source, "-->", at + 2)
    if source.startswith(("<?php", "<?="), at):
        return _behind(source, "?>", at)
    return _behind(source, ">", at)


def _behind(source: str, closing: str, at: int) -> int:
    end = source.find(closing, at)
    return end + len(closing) if end >= 0 else len(source)
