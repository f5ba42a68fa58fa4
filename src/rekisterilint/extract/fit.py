"""Does the description say what the notice says? Compared by linting both, and mended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rekisterilint.checks import Context
from rekisterilint.elements.keys import ELEMENT_KEYS
from rekisterilint.engine import Engine
from rekisterilint.extract.evidence import giving_units
from rekisterilint.extract.node import Node
from rekisterilint.extract.writer import write_description
from rekisterilint.findings import Status
from rekisterilint.limits import Limits
from rekisterilint.notice.model import ControllerType
from rekisterilint.readers import read_bytes

_ITEM = re.compile(r"(\w+)\[(\d+)\]")
_MOST_ROUNDS = 4
# Dropping words from these never takes away what the schema needs.
_DROPPABLE = frozenset((
    "security", "data_subjects", "data_categories", "sources", "recipients", "provision", "retention",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Difference:
    """An element that the notice and the description have in different states."""

    element: str
    notice: str
    description: str


def fit(
    context: Context, fields: Mapping[str, Node], engine: Engine
) -> tuple[Mapping[str, Node], tuple[Difference, ...]]:
    """`fields` mended where the description says more or less; what could not be mended.

    A change is kept if fewer elements differ with it.
    """
    known = described(fields, engine)
    left = differences(context, known)
    for _ in range(_MOST_ROUNDS):
        better = next(
            (
                (changed, seen, fewer)
                for changed in _changes(context, known, fields, left)
                if len(fewer := differences(context, seen := described(changed, engine))) < len(left)
            ),
            None,
        )
        if better is None:
            break
        fields, known, left = better
    return fields, left


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


def _changes(
    notice: Context, description: Context, fields: Mapping[str, Node], left: tuple[Difference, ...]
) -> Iterator[Mapping[str, Node]]:
    if not left:
        return
    told = notice.situation.controller_type
    controller = fields.get("controller")
    if (
        told is not description.situation.controller_type
        and told is not ControllerType.UNKNOWN
        and controller is not None
        and isinstance(controller.value, dict)
    ):
        public = Node(told is ControllerType.PUBLIC, controller.spans)
        yield {**fields, "controller": Node({**controller.value, "public": public})}
    for difference in left:
        if difference.notice != Status.MISSING.value:
            continue
        for unit in giving_units(description, difference.element):
            path = description.notice.text.place(unit.start).path or ""
            dropped = _without(fields, path)
            if dropped is not None:
                yield dropped


def _without(fields: Mapping[str, Node], path: str) -> Mapping[str, Node] | None:
    """`fields` without the text at `path`; None where it can't be spared."""
    match = _ITEM.match(path)
    name = match.group(1) if match else path.split(".")[0]
    node = fields.get(name)
    if name not in _DROPPABLE or node is None:
        return None
    kept = {key: value for key, value in fields.items() if key != name}
    if match and isinstance(node.value, tuple):
        number = int(match.group(2))
        items = tuple(item for index, item in enumerate(node.value) if index != number)
        if items:
            return {key: Node(items) if key == name else value for key, value in fields.items()}
    return kept
