"""Runs the examples that rules carry: a rule's tests are data beside the rule."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rekisterilint.catalogue.model import Catalogue, Example, Rule
from rekisterilint.checks import Settings
from rekisterilint.engine import Engine
from rekisterilint.readers import Limits, read_bytes

# Examples speak of dates: they are judged as of a fixed day.
EXAMPLE_DAY = datetime.date(2026, 11, 21)
_SUFFIX = {"text": ".txt", "markdown": ".md", "html": ".html", "register": ".yaml"}


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that did not give what it promises; `number` counts a rule's examples from 1."""

    rule: str
    number: int
    problem: str


def run_examples(catalogue: Catalogue, rules: Iterable[Rule]) -> Iterator[Failure]:
    """The failures of all examples of `rules`, each rule run alone."""
    engine = Engine(catalogue, Settings(EXAMPLE_DAY))
    for rule in rules:
        engine.rules = [rule]
        for number, example in enumerate(rule.examples, 1):
            problem = _problem(engine, rule, example)
            if problem:
                yield Failure(rule.id, number, problem)


def _problem(engine: Engine, rule: Rule, example: Example) -> str:
    name = "example" + _SUFFIX[example.format]
    text = read_bytes(example.text.encode(), name, Limits(), engine.heading_words)
    document = engine.check(text, name)
    if document.language != example.language:
        return f"read as {document.language}, not {example.language}"
    if rule.kind == "element":
        status = document.elements[rule.options["element"]].status.value
        if status != example.status:
            return f"{rule.options['element']} is {status}, not {example.status}"
        return ""
    found = sorted(finding.excerpt for finding in document.findings)
    wanted = sorted(example.finds)
    return "" if found == wanted else f"found {found}, not {wanted}"
