"""Does the description say what the notice says? Compared by linting both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rekisterilint.checks import Context
from rekisterilint.elements.assess import ELEMENT_KEYS
from rekisterilint.engine import Engine
from rekisterilint.extract.node import Node
from rekisterilint.extract.writer import write_description
from rekisterilint.readers import Limits, read_bytes


@dataclass(frozen=True, slots=True)
class Difference:
    """An element that the notice and the description have in different states."""

    element: str
    notice: str
    description: str


def fit(
    context: Context, fields: dict[str, Node], engine: Engine
) -> tuple[Mapping[str, Node], tuple[Difference, ...]]:
    """`fields` mended where the description says less or more; what could not be mended."""
    return fields, differences(context, described(fields, engine))


def described(fields: Mapping[str, Node], engine: Engine) -> Context:
    """What is known of the description itself."""
    source = write_description(fields, None, "", "en")
    text = read_bytes(source.encode(), "notice.yaml", Limits(), engine.heading_words)
    return next(engine.contexts(text))


def differences(notice: Context, description: Context) -> tuple[Difference, ...]:
    """The elements whose status differs."""
    return tuple(
        Difference(key, notice.elements[key].status.value, description.elements[key].status.value)
        for key in ELEMENT_KEYS
        if notice.elements[key].status is not description.elements[key].status
    )
