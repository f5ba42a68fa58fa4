"""Structured register descriptions (YAML, JSON), read as the notice that they stand for.

Each field becomes the heading and the sentences that a notice would have for it, in the notice's
language, so that every rule on texts runs on it unchanged. Written values map to their own
characters in the file, the words put around them to the key that asked for them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from rekisterilint.limits import Limits
from rekisterilint.readers.base import ReadError
from rekisterilint.readers.deadline import NO_DEADLINE, Deadline
from rekisterilint.readers.decode import decode
from rekisterilint.readers.flow import Draft, Inline, add_drafts, paragraphs
from rekisterilint.readers.register.language import description_language, is_translated
from rekisterilint.readers.register.nodes import NodeKind, RegisterNode, parse, paths
from rekisterilint.readers.register.scalars import scalar_pieces
from rekisterilint.readers.register.words import (
    BASIS_LETTERS,
    COMPLAINT,
    DATE_LABEL,
    HEADINGS,
    LABELS,
    SENTENCES,
    legal_basis,
    special_basis,
)
from rekisterilint.text import BlockKind, Piece, Text, TextBuilder

TOP_LEVEL = frozenset(HEADINGS) | {"name", "language", "languages", "date"}
# A file with fewer of these is some other YAML: "name" alone stands in many.
_TELLING = frozenset(HEADINGS)
# The YAML parser goes by the character and can't be interrupted within a text of a field.
_LARGE = 128 * 1024
_SENTENCE_FIELDS = frozenset(("how_to_use", "arrangement", "consequences", "description"))
_PARTS = (
    "appointed", "name", "role", "unit", "business_id", "address", "phone", "email", "url", "public",
    "controllers", "arrangement", "description", "legal_bases", "legitimate_interest", "statutes",
    "categories", "basis", "country", "task", "outside_eea", "countries", "safeguards", "purpose",
    "data", "period", "criterion", "retention", "access", "rectification", "erasure", "restriction",
    "objection", "portability", "how_to_use", "authority", "contact", "required", "exists", "logic",
    "consequences",
)  # fmt: skip
_ADDRESS_LINES = (("street", "po_box"), ("postal_code", "town"), ("country",))
_ISO_DATE = re.compile(r"(\d{4})-0?(\d{1,2})-0?(\d{1,2})")
_SPECIAL_POINT = re.compile(r"9[.( ]{1,2}2[.) (]{0,3}([a-j])\)?")
_TRUTHS = {pair for pair in SENTENCES if pair[0] not in ("rights", "consent_withdrawal")}


def read(data: bytes, name: str, limits: Limits) -> Text:
    """The text of a register description; a name that ends in `.json` is read as JSON.

    A large one is read in a worker process. Raises ReadError for what is no YAML or JSON,
    "not-a-register" for another kind of file, and too-slow.
    """
    if len(data) <= _LARGE:
        return read_here(data, name, limits)
    if not _names_a_field(data):
        # Lock files and exports of other programs need not be parsed to be told.
        raise ReadError("not-a-register")
    from rekisterilint.readers.worker import read_in_worker

    return read_in_worker("register.reader", data, name, limits)


def read_here(data: bytes, name: str, limits: Limits) -> Text:
    """As `read`, in this process: the time is checked between values."""
    deadline = Deadline(limits)
    decoded = decode(data)
    root = register_root(decoded.text, name, deadline)
    language = description_language(root)
    builder = TextBuilder(decoded.text, "register")
    renderer = _Renderer(decoded.text, language)
    add_drafts(builder, deadline.watched(renderer.render(root)))
    notes = decoded.notes
    if renderer.skipped_language:
        notes = (*notes, ("register-language", language))
    title = renderer.title(root)
    return builder.build(
        node_paths=tuple(sorted(paths(root))), title=title, language_hint=language, notes=notes
    )


def _names_a_field(data: bytes) -> bool:
    plain = data.replace(b"\0", b"")
    return any(re.search(rb"\b%s\b" % name.encode(), plain) for name in _TELLING)


def register_root(source: str, name: str, deadline: Deadline = NO_DEADLINE) -> RegisterNode:
    """The root node of a description. Raises ReadError as `read` does."""
    root = parse(source, is_json=name.lower().endswith(".json"), deadline=deadline)
    names = {key.value for key, _ in root.entries}
    if not names & _TELLING:
        raise ReadError("not-a-register")
    return root


def field_drafts(
    source: str, root: RegisterNode, language: str
) -> Iterator[tuple[str, list[Draft]]]:
    """Each field of the description `root` of the decoded file `source`, with its blocks.

    The blocks are those that `read` would make of the field in `language`, its heading first, if
    its parts stood in the order of the schema.
    """
    for key, value in root.entries:
        alone = RegisterNode(NodeKind.MAPPING, root.start, root.end, entries=[(key, _in_order(value))])
        yield str(key.value), _Renderer(source, language).render(alone)


def _in_order(node: RegisterNode) -> RegisterNode:
    entries = sorted(
        ((key, _in_order(value)) for key, value in node.entries),
        key=lambda entry: _PARTS.index(entry[0].value) if entry[0].value in _PARTS else len(_PARTS),
    )
    return replace(node, entries=entries, items=[_in_order(item) for item in node.items])


class _Renderer:
    """Draws the blocks of one description."""

    def __init__(self, source: str, language: str) -> None:
        self._source = source
        self._language = language
        self._drafts: list[Draft] = []
        self._lines: list[Piece] = []
        self.skipped_language = False

    def render(self, root: RegisterNode) -> list[Draft]:
        """The blocks, field by field in the order of the file."""
        for key, value in root.entries:
            name = str(key.value)
            if name == "name":
                for pieces in self._texts(value):
                    self._drafts.append(Draft(BlockKind.HEADING, pieces, 1))
            elif name == "date":
                label = self._synthetic(f"{DATE_LABEL[self._language]} ", key)
                self._drafts.append(Draft(BlockKind.PARAGRAPH, [*label, *self._date(value)]))
            elif name not in ("language", "languages"):
                self._field(name, key, value)
        return self._drafts

    def title(self, root: RegisterNode) -> str:
        """The description's name in its language."""
        value = root.get("name")
        texts = self._texts(value) if value is not None else []
        return " ".join("".join(text for text, _ in texts[0]).split()) if texts else ""

    def _field(self, name: str, key: RegisterNode, value: RegisterNode) -> None:
        heading = HEADINGS.get(name)
        if heading is not None:
            words = self._synthetic(heading[self._language], key)
            self._drafts.append(Draft(BlockKind.HEADING, words, 2))
        if name == "complaint" and value.kind is NodeKind.MAPPING and not is_translated(value):
            self._sentence(COMPLAINT[self._language], key)
        self._body(name, name, key, value)
        self._end_lines()

    def _body(self, field: str, part: str, key: RegisterNode, value: RegisterNode) -> None:
        """What a field or a part of one says; `field` is the name of the top-level field."""
        if isinstance(value.value, bool):
            self._truth(field, part, key, value)
        elif value.kind is NodeKind.MAPPING and not is_translated(value):
            if field in ("processors", "retention"):
                self._joined_item(value)
            else:
                for inner_key, inner in value.entries:
                    self._part(field, inner_key, inner)
        elif value.kind is NodeKind.SEQUENCE:
            for item in value.items:
                self._end_lines()
                if item.kind is NodeKind.MAPPING and not is_translated(item):
                    self._body(field, part, key, item)
                else:
                    for pieces in self._texts(item):
                        self._drafts.append(Draft(BlockKind.ITEM, pieces, 1, "-"))
        else:
            self._end_lines()
            for pieces in self._texts(value):
                inlines = [Inline(text, source) for text, source in pieces]
                self._drafts.extend(paragraphs(inlines, 3, bold_headings=False))

    def _part(self, field: str, key: RegisterNode, value: RegisterNode) -> None:
        name = str(key.value)
        if isinstance(value.value, bool):
            self._truth(field, name, key, value)
        elif (field, name) in _TRUTHS:
            # A text where only true or false can stand: the schema's matter.
            return
        elif name == "address":
            self._line(key, LABELS["address"][self._language], self._address(value))
        elif name == "legal_bases":
            self._points(key, value, self._legal_basis)
        elif name == "basis":
            self._points(key, value, self._special_basis)
        elif name == "name" and field in ("controller", "joint_controllers", "representative"):
            self._line(key, "", self._joined(value))
        elif name == "consequences" and field == "automated_decisions":
            label = LABELS["decision_consequences"][self._language]
            self._line(key, label, self._joined(value))
        elif name in LABELS and name not in _SENTENCE_FIELDS:
            self._line(key, LABELS[name][self._language], self._joined(value))
        else:
            self._body(field, name, key, value)

    # Words

    def _truth(self, field: str, part: str, key: RegisterNode, value: RegisterNode) -> None:
        sentences = SENTENCES.get((field, part))
        if sentences is not None:
            words = sentences[0] if value.value else sentences[1]
            self._sentence(words[self._language], key)

    def _sentence(self, words: str, key: RegisterNode) -> None:
        self._end_lines()
        self._drafts.append(Draft(BlockKind.PARAGRAPH, self._synthetic(words, key)))

    def _line(self, key: RegisterNode, label: str, pieces: list[Piece]) -> None:
        """Add `Label: words` to the lines that make one paragraph."""
        if self._lines:
            self._lines.append(Piece("\n", key.start))
        if label:
            self._lines.extend(self._synthetic(f"{label}: ", key))
        self._lines.extend(pieces)

    def _end_lines(self) -> None:
        if self._lines:
            self._drafts.append(Draft(BlockKind.PARAGRAPH, self._lines))
        self._lines = []

    def _points(
        self, key: RegisterNode, value: RegisterNode, words: Callable[[RegisterNode], str]
    ) -> None:
        """A line of GDPR points, written out."""
        pieces: list[Piece] = []
        for node in value.items or [value]:
            if pieces:
                pieces.append(Piece("; ", node.start))
            written = words(node)
            pieces += self._synthetic(written, node) if written else self._joined(node)
        self._line(key, LABELS[str(key.value)][self._language], pieces)

    def _legal_basis(self, node: RegisterNode) -> str:
        letter = BASIS_LETTERS.get(str(node.value).lower())
        return legal_basis(letter, self._language) if letter else ""

    def _special_basis(self, node: RegisterNode) -> str:
        match = _SPECIAL_POINT.fullmatch(str(node.value).strip())
        return special_basis(match.group(1), self._language) if match else ""

    def _joined_item(self, node: RegisterNode) -> None:
        """A processor or a retention period on one line: `Data: period, criterion`."""
        pieces: list[Piece] = []
        before = ""
        for key, value in node.entries:
            words = self._joined(value)
            if pieces and words:
                names_data = before in ("data", "purpose")
                pieces.append(Piece(": " if names_data else ", ", key.start))
            pieces += words
            before = str(key.value)
        self._drafts.append(Draft(BlockKind.ITEM, pieces, 1, "-"))

    def _joined(self, value: RegisterNode) -> list[Piece]:
        """All texts of a value, with commas between them."""
        pieces: list[Piece] = []
        for words in self._texts(value):
            if pieces and words:
                pieces.append(Piece(", ", words[0].source))
            pieces += [Piece(text.replace("\n", " "), source) for text, source in words]
        return pieces

    def _texts(self, value: RegisterNode) -> list[list[Piece]]:
        """The texts of a value in the description's language."""
        if value.kind is NodeKind.SEQUENCE:
            return [words for item in value.items for words in self._texts(item)]
        if value.kind is NodeKind.MAPPING:
            if not is_translated(value):
                return [words for _, inner in value.entries for words in self._texts(inner)]
            self.skipped_language |= len(value.entries) > 1
            chosen = value.get(self._language)
            return self._texts(chosen if chosen is not None else value.entries[0][1])
        if isinstance(value.value, (int, float)) and not isinstance(value.value, bool):
            return [[Piece(self._source[value.start : value.end], value.start)]]
        pieces = scalar_pieces(self._source, value)
        return [pieces] if pieces else []

    def _address(self, value: RegisterNode) -> list[Piece]:
        if value.kind is not NodeKind.MAPPING or is_translated(value):
            return self._joined(value)
        pieces: list[Piece] = []
        for group in _ADDRESS_LINES:
            for number, name in enumerate(group):
                part = value.get(name)
                words = self._joined(part) if part is not None else []
                if pieces and words:
                    same_line = number and group[0] == "postal_code" and value.get("postal_code")
                    pieces.append(Piece(" " if same_line else ", ", words[0].source))
                pieces += words
        return pieces

    def _date(self, value: RegisterNode) -> list[Piece]:
        """A date as people write it, each number at its place."""
        pieces = self._joined(value)
        match = _ISO_DATE.fullmatch(pieces[0].text) if len(pieces) == 1 else None
        if match is None:
            return pieces
        source = pieces[0].source
        day, month, year = (Piece(match.group(n), source + match.start(n)) for n in (3, 2, 1))
        return [day, Piece(".", day.source), month, Piece(".", month.source), year]

    def _synthetic(self, words: str, node: RegisterNode) -> list[Piece]:
        """Words that do not stand in the file, mapped into `node`, never beyond its end."""
        width = max(node.end - node.start, 1)
        last = node.start + width - 1
        return [Piece(words[:width], node.start), *(Piece(char, last) for char in words[width:])]
