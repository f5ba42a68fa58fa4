"""Runs the examples that rules carry: a rule's tests are data beside the rule."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rekisterilint.catalogue.model import Catalogue, Example, Rule
from rekisterilint.checks import Settings
from rekisterilint.engine import Engine
from rekisterilint.limits import Limits
from rekisterilint.readers import read_bytes

if TYPE_CHECKING:
    from rekisterilint.organisation.profile import Profile
from rekisterilint.text import Text

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
        engine.settings = Settings(EXAMPLE_DAY, organisation=_organisation(rule))
        for number, example in enumerate(rule.examples, 1):
            problem = _problem(engine, rule, example)
            if problem:
                yield Failure(rule.id, number, problem)


def read_example(example: Example, engine: Engine) -> Text:
    """The example as a file of its format is read."""
    name = "example" + _SUFFIX[example.format]
    return read_bytes(example.text.encode(), name, Limits(), engine.heading_words)


def _organisation(rule: Rule) -> Profile | None:
    """The profile that a rule's examples are judged by, from its option `example_organisation`."""
    values = rule.options.get("example_organisation")
    if not values:
        return None
    from rekisterilint.organisation.profile import read_profile

    return read_profile(values)


def _problem(engine: Engine, rule: Rule, example: Example) -> str:
    document = engine.check(read_example(example, engine), "example")
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
