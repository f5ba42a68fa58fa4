"""Extract: read, judge, compose, and make the description say what the notice says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rekisterilint.checks import Context
from rekisterilint.checks.not_a_notice import looks_like_notice
from rekisterilint.engine import Engine
from rekisterilint.extract.compose import compose
from rekisterilint.extract.fit import Difference, fit
from rekisterilint.extract.node import Node
from rekisterilint.extract.writer import write_description
from rekisterilint.text import Text


class NotANoticeError(Exception):
    """The text is no privacy notice (DOC712), or a description already."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Extraction:
    """A description of one notice: its YAML, its values, and where it falls short of the notice.

    `differences` are the elements whose status differs from the notice's; `others` counts the
    notices and language versions of the same file that are not this one.
    """

    source: str
    fields: Mapping[str, Node]
    differences: tuple[Difference, ...]
    others: int

    @property
    def language(self) -> str:
        """The language of the notice."""
        return str(self.fields["language"].value)

    def plain(self) -> dict[str, object]:
        """The description as plain Python values."""
        return {name: node.plain() for name, node in self.fields.items()}


def extract(
    text: Text, engine: Engine, file: str, language: str = "fi", number: int = 1
) -> Extraction:
    """The description of notice `number` of `text`, counted from 1.

    `file` is the name that the comments give, `language` theirs. Raises NotANoticeError, and
    IndexError for a number beyond the notices.
    """
    contexts = _notices(text, engine)
    if not 1 <= number <= len(contexts):
        raise IndexError(len(contexts))
    return _extraction(contexts[number - 1], text, engine, file, language, len(contexts) - 1)


def extract_each(
    text: Text, engine: Engine, file: str, language: str = "fi"
) -> Iterator[Extraction]:
    """The descriptions of all notices of `text`, in their order. Raises NotANoticeError."""
    contexts = _notices(text, engine)
    for context in contexts:
        yield _extraction(context, text, engine, file, language, len(contexts) - 1)


def _notices(text: Text, engine: Engine) -> list[Context]:
    if text.format == "register":
        raise NotANoticeError("register-already")
    contexts = [
        context
        for context in engine.contexts(text)
        if context.notice.units and looks_like_notice(context.notice)
    ]
    if not contexts:
        raise NotANoticeError("not-a-notice")
    return contexts


def _extraction(
    context: Context, text: Text, engine: Engine, file: str, language: str, others: int
) -> Extraction:
    fields, differences = fit(context, compose(context), engine)
    return Extraction(
        write_description(fields, text, file, language), fields, differences, others
    )
