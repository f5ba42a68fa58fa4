"""What templates see of a description: title, sections and blocks in one language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rekisterilint.readers.decode import decode
from rekisterilint.readers.flow import Draft
from rekisterilint.readers.register.language import LANGUAGES, description_language
from rekisterilint.readers.register.nodes import NodeKind, RegisterNode
from rekisterilint.readers.register.reader import (
    field_drafts,
    register_root,
)
from rekisterilint.text import BlockKind

# The order in which the Data Protection Ombudsman's guidance on informing lists the matters, which
# is that of Articles 13 and 14.
ORDER = (
    "controller", "joint_controllers", "representative", "contact_person", "dpo", "purposes",
    "legitimate_interest", "data_subjects", "data_categories", "special_categories", "recipients",
    "processors", "transfers", "retention", "rights", "consent_withdrawal", "complaint",
    "provision", "sources", "automated_decisions", "security",
)  # fmt: skip
_NOT_TEXT = ("language", "languages", "date")


@dataclass(frozen=True, slots=True)
class ModelBlock:
    """A paragraph or a list item; a paragraph of contact details has several lines."""

    kind: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ModelSection:
    """A heading and what stands under it; `field` is the field's name in the description."""

    field: str
    heading: str
    blocks: tuple[ModelBlock, ...]

    @property
    def groups(self) -> tuple[tuple[str, tuple[ModelBlock, ...]], ...]:
        """Runs of blocks of one kind: a list's items stand together."""
        runs: list[tuple[str, list[ModelBlock]]] = []
        for block in self.blocks:
            if runs and runs[-1][0] == block.kind:
                runs[-1][1].append(block)
            else:
                runs.append((block.kind, [block]))
        return tuple((kind, tuple(blocks)) for kind, blocks in runs)


@dataclass(frozen=True, slots=True)
class NoticeModel:
    """A notice in `language`; `dated` is its line with the date, empty if there is none.

    `untranslated` are the paths of texts that the description does not have in this language.
    """

    language: str
    title: str
    dated: str
    sections: tuple[ModelSection, ...]
    untranslated: tuple[str, ...]


def notice_model(data: bytes, name: str, language: str = "") -> NoticeModel:
    """The notice that the description `data` stands for, in `language` or its own.

    `name` tells the format: `.json` is JSON, all else YAML. Raises ReadError as its reader does.
    """
    source = decode(data).text
    root = register_root(source, name)
    own = description_language(root)
    language = language or own
    drafts = dict(field_drafts(source, root, language))
    sections = [
        _section(field, drafts[field]) for field in ORDER if len(drafts.get(field, ())) > 1
    ]
    return NoticeModel(
        language,
        _words(drafts["name"][0]) if drafts.get("name") else "",
        _words(drafts["date"][0]) if drafts.get("date") else "",
        tuple(sections),
        tuple(_untranslated(root, "", language, own)),
    )


def _section(field: str, drafts: list[Draft]) -> ModelSection:
    blocks = []
    for draft in drafts[1:]:
        lines = tuple(
            " ".join(line.split()) for line in "".join(text for text, _ in draft.pieces).split("\n")
        )
        kind = "item" if draft.kind is BlockKind.ITEM else "paragraph"
        blocks.append(ModelBlock(kind, tuple(line for line in lines if line)))
    return ModelSection(field, _words(drafts[0]), tuple(block for block in blocks if block.lines))


def _words(draft: Draft) -> str:
    return " ".join("".join(text for text, _ in draft.pieces).split())


def _untranslated(node: RegisterNode, path: str, language: str, own: str) -> Iterator[str]:
    names = [str(key.value) for key, _ in node.entries]
    if names and set(names) <= set(LANGUAGES):
        if language not in names:
            yield path
        return
    for key, value in node.entries:
        inner = f"{path}.{key.value}" if path else str(key.value)
        if inner not in _NOT_TEXT:
            yield from _untranslated(value, inner, language, own)
    for number, item in enumerate(node.items):
        yield from _untranslated(item, f"{path}[{number}]", language, own)
    if language != own and node.kind is NodeKind.SCALAR and _is_prose(node):
        yield path


def _is_prose(node: RegisterNode) -> bool:
    """Whether a text would read otherwise in another language: names and numbers would not."""
    return isinstance(node.value, str) and len(node.value.split()) > 3
