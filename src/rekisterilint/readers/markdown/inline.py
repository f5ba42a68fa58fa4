"""Inline markup of Markdown taken off, with the place of every character that remains."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rekisterilint.readers.deadline import Deadline
from rekisterilint.readers.flow import Inline
from rekisterilint.readers.links import web_link
from rekisterilint.readers.markdown.emphasis import Delimiter, match_delimiters
from rekisterilint.readers.references import decoded
from rekisterilint.text import VALUE, LinkedWords, Piece

_SPECIAL = re.compile(r"\\|`+|\*+|_+|!\[|\[|\]|<|\n|~~")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_AUTOLINK = re.compile(
    r"<((?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2000})|(?:[^\s<>@]{1,64}@[\w.-]{1,255}))>"
)
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9-]{0,60})(?:\s[^<>]{0,2000})?/?>")
_TARGET = re.compile(
    r"\(\s{0,20}(?P<url><[^<>\n]{0,2000}>|[^\s()<]{0,2000}(?:\([^\s()]{0,200}\)[^\s()]{0,500}){0,5})"
    r"(?:\s{1,20}(?:\"[^\"]{0,1000}\"|'[^']{0,1000}'|\([^()]{0,1000}\)))?\s{0,20}\)"
)
_LABEL = re.compile(r"\[([^\[\]]{0,1000})\]")
_LABEL_LENGTH = 1_000
# Blanks and signs of emphasis, code and escapes: what is not shown at the ends of a link's words.
_AROUND_WORDS = " \t\n*_`~\\"
_STRUCK_LENGTH = 500
# Signs between two looks at the clock.
_STRIDE = 64
# Shorter lines are ended on purpose: an address, a label with its value.
SHORT_LINE = 60
# But not in the middle of a sentence: words enough before the break, small letters behind it.
_LEAST_WRAPPED = 35
_NEW_ENTRY = re.compile(r"\S*(?:@|\(at\)|://)|[^:]{1,25}:")


class SourceLine(NamedTuple):
    """One line of a block without its indent, and the source offset of its first character."""

    text: str
    source: int
    hard_break: bool = False


@dataclass(slots=True)
class _Atom:
    """A stretch of the joined lines: shown as it is (`text` None), as `text`, or not (empty)."""

    start: int
    end: int
    text: str | None = None
    literal: bool = False
    delimiter: Delimiter | None = None
    bold: int = 0


def inlines(
    lines: Sequence[SourceLine], references: Mapping[str, Piece], deadline: Deadline
) -> tuple[list[Inline], list[LinkedWords]]:
    """The words of a block's `lines`, and the web pages that they lead to.

    `references` are link targets by normalised label. Raises ReadError("too-slow").
    """
    scanner = _Scanner(lines, references, deadline)
    return scanner.scan(), scanner.links


def normalise_label(label: str) -> str:
    """A reference's label in the form that `references` are keyed by."""
    return " ".join(label.split()).casefold()


class _Scanner:
    def __init__(
        self, lines: Sequence[SourceLine], references: Mapping[str, Piece], deadline: Deadline
    ) -> None:
        self._lines = lines
        self._deadline = deadline
        self._references = references
        self._text = "\n".join(line.text for line in lines)
        starts, at = [], 0
        for line in lines:
            starts.append(at)
            at += len(line.text) + 1
        self._starts = starts
        self._atoms: list[_Atom] = []
        self._brackets: list[int] = []
        self._ticks: dict[int, list[int]] = {}
        for match in re.finditer("`+", self._text):
            self._ticks.setdefault(len(match.group()), []).append(match.start())
        self._no_comment_end = False
        self.links: list[LinkedWords] = []

    def scan(self) -> list[Inline]:
        at = turn = 0
        self._deadline.check()
        while match := _SPECIAL.search(self._text, at):
            if match.start() > at:
                self._atoms.append(_Atom(at, match.start()))
            at = self._special(match)
            turn += 1
            if not turn % _STRIDE:
                self._deadline.check()
        if at < len(self._text):
            self._atoms.append(_Atom(at, len(self._text)))
        self._match_emphasis(0)
        return list(self._deadline.watched(self._pieces()))

    def _special(self, match: re.Match[str]) -> int:
        """Add what stands at the match; where to go on."""
        sign, at = match.group(), match.start()
        if sign == "\\":
            return self._escape(at)
        if sign[0] == "`":
            return self._code(at, match.end())
        if sign[0] in "*_":
            self._atoms.append(_Atom(at, match.end(), delimiter=self._delimiter(match)))
            return match.end()
        if sign in ("[", "!["):
            self._brackets.append(len(self._atoms))
            self._atoms.append(_Atom(at, match.end()))
            return match.end()
        if sign == "]":
            return self._close_bracket(at)
        if sign == "<":
            return self._angle(at)
        if sign == "~~":
            end = self._text.find("~~", at + 2, at + _STRUCK_LENGTH)
            return self._hide(at, end + 2) if end > at + 2 else self._show(at, at + 2)
        return self._line_end(at)

    def _show(self, start: int, end: int) -> int:
        self._atoms.append(_Atom(start, end))
        return end

    def _hide(self, start: int, end: int) -> int:
        self._atoms.append(_Atom(start, end, ""))
        return end

    def _escape(self, at: int) -> int:
        following = self._text[at + 1 : at + 2]
        if following and following in _PUNCTUATION:
            self._atoms.append(_Atom(at + 1, at + 2, literal=True))
            return at + 2
        if following == "\n":
            self._atoms.append(_Atom(at + 1, at + 2, "\n"))
            return at + 2
        return self._show(at, at + 1)

    def _code(self, at: int, end: int) -> int:
        # A backslash may have taken the first tick of the run.
        runs = self._ticks.get(end - at, [])
        following = bisect_right(runs, at)
        if following == len(runs):
            return self._show(at, end)
        close = runs[following]
        self._atoms.append(_Atom(end, close, literal=True))
        return close + end - at

    def _angle(self, at: int) -> int:
        autolink = _AUTOLINK.match(self._text, at)
        if autolink:
            self._atoms.append(_Atom(at + 1, autolink.end() - 1, literal=True))
            return autolink.end()
        if self._text.startswith("<!--", at) and not self._no_comment_end:
            end = self._text.find("-->", at + 2)
            if end >= 0:
                return self._hide(at, end + 3)
            self._no_comment_end = True
        tag = _TAG.match(self._text, at)
        if tag is None:
            return self._show(at, at + 1)
        is_break = tag.group(1).lower() == "br"
        self._atoms.append(_Atom(at, tag.end(), "\n" if is_break else ""))
        return tag.end()

    def _line_end(self, at: int) -> int:
        number = bisect_right(self._starts, at)
        line = self._lines[number - 1]
        following = self._lines[number].text if number < len(self._lines) else ""
        kept = line.hard_break or (len(line.text) < SHORT_LINE and not _goes_on(line.text, following))
        self._atoms.append(_Atom(at, at + 1, "\n" if kept else " "))
        return at + 1

    # Links

    def _close_bracket(self, at: int) -> int:
        if not self._brackets:
            return self._show(at, at + 1)
        opener = self._brackets.pop()
        opening = self._atoms[opener]
        target = self._target(opening.end, at)
        if target is None:
            return self._show(at, at + 1)
        url, end, leads_to = target
        self._match_emphasis(opener + 1)
        opening.text = ""
        if self._text[opening.start] == "!":
            for atom in self._atoms[opener + 1 :]:
                atom.text = ""
                atom.delimiter = None
            # What is left out once need not be gone through again.
            del self._atoms[opener + 1 :]
            return self._hide(at, end)
        self._hide(at, at + 1)
        # A link holds no link: brackets that are still open are but characters.
        self._brackets.clear()
        self._add_address(opening.end, at, url)
        self._add_link(opening.end, at, leads_to)
        return end

    def _target(self, start: int, end: int) -> tuple[tuple[int, int], int, Sequence[Piece]] | None:
        """Where the link's address stands (empty for a reference), where the link ends, what it leads to."""
        inline = _TARGET.match(self._text, end + 1)
        if inline:
            first, last = url = inline.span("url")
            if self._text.startswith("<", first):
                first, last = first + 1, last - 1
            address = self._text[first:last]
            return url, inline.end(), list(decoded(address, self._source(first), bare=False))
        label = _LABEL.match(self._text, end + 1)
        named = self._text[start : min(end, start + _LABEL_LENGTH)]
        if label and label.group(1):
            named = label.group(1)
        known = self._references.get(normalise_label(named))
        if known is None:
            return None
        stop = label.end() if label else end + 1
        return (stop, stop), stop, list(decoded(*known, bare=False))

    def _add_link(self, start: int, end: int, target: Sequence[Piece]) -> None:
        """Keep the link behind the words from `start` to `end` if it leads to a page of the web."""
        words = self._text[start:end]
        lead = len(words) - len(words.lstrip(_AROUND_WORDS))
        last = start + len(words.rstrip(_AROUND_WORDS)) - 1
        if start + lead <= last:
            link = web_link(words, self._source(start + lead), self._source(last), target)
            if link is not None:
                self.links.append(link)

    def _add_address(self, start: int, end: int, url: tuple[int, int]) -> None:
        """Show the address where the link's words do not: no words at all, or `mailto:`, `tel:`."""
        words = self._text[start:end].strip()
        first, last = url
        address = self._text[first:last]
        if address.startswith("<"):
            first, last, address = first + 1, last - 1, address[1:-1]
        scheme, colon, rest = address.partition(":")
        if colon and scheme.lower() in ("mailto", "tel"):
            shown = "@" in words if scheme.lower() == "mailto" else any(map(str.isdigit, words))
            if shown or "{" in rest or VALUE in rest:
                return
            first += len(scheme) + 1
            last = first + len(rest.partition("?")[0])
        elif words:
            return
        self._atoms.append(_Atom(first, first, " "))
        self._atoms.append(_Atom(first, last, literal=True))

    # Emphasis

    def _delimiter(self, match: re.Match[str]) -> Delimiter:
        before = self._text[match.start() - 1] if match.start() else " "
        after = self._text[match.end() : match.end() + 1] or " "
        left = not after.isspace() and (not _is_sign(after) or before.isspace() or _is_sign(before))
        right = not before.isspace() and (
            not _is_sign(before) or after.isspace() or _is_sign(after)
        )
        opens, closes = left, right
        if match.group()[0] == "_":
            opens = left and (not right or _is_sign(before))
            closes = right and (not left or _is_sign(after))
        length = len(match.group())
        return Delimiter(match.group()[0], length, length, opens, closes, len(self._atoms))

    def _match_emphasis(self, first_atom: int) -> None:
        delimiters = [
            atom.delimiter for atom in self._atoms[first_atom:] if atom.delimiter is not None
        ]
        for opener, closer in match_delimiters(self._deadline.watched(delimiters)):
            self._atoms[opener.position].bold += 1
            self._atoms[closer.position].bold -= 1
        for delimiter in delimiters:
            atom = self._atoms[delimiter.position]
            atom.start += delimiter.taken_left
            atom.end -= delimiter.taken_right
            atom.literal = True
            atom.delimiter = None

    # Output

    def _pieces(self) -> Iterator[Inline]:
        bold = 0
        for atom in self._atoms:
            bold += atom.bold
            if atom.text is not None:
                if atom.text:
                    yield Inline(atom.text, self._source(atom.start), bold > 0)
                continue
            for text, source in self._by_line(atom.start, atom.end):
                if atom.literal or "&" not in text:
                    yield Inline(text, source, bold > 0)
                else:
                    for piece in decoded(text, source, bare=False):
                        yield Inline(piece.text, piece.source, bold > 0)

    def _source(self, at: int) -> int:
        line = bisect_right(self._starts, at) - 1
        return self._lines[line].source + at - self._starts[line]

    def _by_line(self, start: int, end: int) -> Iterator[tuple[str, int]]:
        while start < end:
            stop = self._text.find("\n", start, end)
            if stop < 0:
                stop = end
            if stop > start:
                yield self._text[start:stop], self._source(start)
            if stop < end:
                yield " ", self._source(stop)
            start = stop + 1


def _is_sign(char: str) -> bool:
    return char in _PUNCTUATION or unicodedata.category(char)[0] in "PS"


def _goes_on(line: str, following: str) -> bool:
    """Whether the sentence of `line`, broken early, goes on in the line that follows."""
    words = line.rstrip()
    return (
        len(words) >= _LEAST_WRAPPED
        and words[-1] not in ".:;!?|"
        and following.lstrip(_AROUND_WORDS)[:1].islower()
        and not _NEW_ENTRY.match(following)
    )
