"""Extract: read, judge, compose, and make the description say what the notice says."""

from __future__ import annotations

from collections.abc import Mapping
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

    `differences` are the elements whose status differs from the notice's; `others` counts further
    notices in the same file that were left out.
    """

    source: str
    fields: Mapping[str, Node]
    differences: tuple[Difference, ...]
    others: int

    def plain(self) -> dict[str, object]:
        """The description as plain Python values."""
        return {name: node.plain() for name, node in self.fields.items()}


def extract(text: Text, engine: Engine, file: str, language: str = "fi") -> Extraction:
    """The description of the first notice in `text`.

    `file` is the name that the comments give, `language` theirs. Raises NotANoticeError.
    """
    if text.format == "register":
        raise NotANoticeError("register-already")
    contexts: list[Context] = list(engine.contexts(text))
    context = contexts[0]
    if not context.notice.units or not looks_like_notice(context.notice):
        raise NotANoticeError("not-a-notice")
    fields, differences = fit(context, compose(context), engine)
    source = write_description(fields, text, file, language)
    return Extraction(source, fields, differences, len(contexts) - 1)
