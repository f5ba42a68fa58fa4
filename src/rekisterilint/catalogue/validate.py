"""Rule files held against their schema, and against what can never work."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from rekisterilint.catalogue.load import CatalogueError, load_catalogue, parse_rule_file, rule_files
from rekisterilint.catalogue.model import LANGUAGES, Catalogue, Clause, Element, Rule
from rekisterilint.folders import packaged_folder


def validate_rule_files(folders: Iterable[Path]) -> None:
    """Raise CatalogueError for the first rule file below `folders` that breaks the schema."""
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match

    schema = json.loads(packaged_folder("schemas").joinpath("rule.schema.json").read_bytes())
    validator = Draft202012Validator(schema)
    for path in rule_files(folders):
        values = parse_rule_file(path.read_bytes(), str(path))
        error = best_match(validator.iter_errors(values))
        if error is not None:
            where = _where(values, list(error.absolute_path))
            raise CatalogueError(f"{path}: {where}: {error.message}")


def _where(values: Mapping[str, Any], steps: list[str | int]) -> str:
    """The place in the author's terms: a rule by its identifier, then the keys."""
    if len(steps) > 1 and steps[0] == "rules" and isinstance(steps[1], int):
        rule = values["rules"][steps[1]]
        named = rule.get("id", f"rules[{steps[1]}]") if isinstance(rule, dict) else f"rules[{steps[1]}]"
        return ".".join(str(step) for step in (named, *steps[2:]))
    return ".".join(str(step) for step in steps) or "the file"


def validate_catalogue(catalogue: Catalogue, only: frozenset[str] = frozenset()) -> None:
    """Raise CatalogueError for rules that refer to what is not there or can never match.

    With `only` (identifiers) just the patterns of these rules are compiled: those of the product
    are compiled by its tests, and a team's own run need not wait for them.
    """
    from rekisterilint.catalogue.compiled import compile_catalogue
    from rekisterilint.elements.conditions import CONDITIONS

    for words in catalogue.lexicon.values():
        for name, patterns in words.items():
            if any(" & " in pattern for pattern in patterns):
                raise CatalogueError(f"lexicon entry {name}: a single pattern each, without &")
    topics = set(catalogue.topics)
    for topic, by_language in catalogue.topics.items():
        if any(" & " in pattern for patterns in by_language.values() for pattern in patterns):
            raise CatalogueError(f"topic {topic}: a heading is matched by single patterns, without &")
    clauses = [
        (name, clause)
        for name, group in (
            *((f"signal {n}", c) for n, c in catalogue.signals.items()),
            *((f"element {k}", [c for cs in e.evidence.values() for c in cs]) for k, e in catalogue.elements.items()),
            *((rule.id, rule.clauses) for rule in catalogue.rules.values()),
        )
        for clause in group
    ]
    for name, clause in clauses:
        unknown = (clause.within | clause.outside) - topics
        if unknown:
            raise CatalogueError(f"{name}: no topic '{sorted(unknown)[0]}'")
        if not any(clause.expressions.values()):
            raise CatalogueError(f"{name}: a clause without patterns can never match")
    for element in catalogue.elements.values():
        for condition in element.applies:
            if condition not in CONDITIONS:
                raise CatalogueError(f"element {element.key}: no condition '{condition}'")
        for signal in (name for names in element.signals.values() for name in names):
            if signal not in catalogue.signals:
                raise CatalogueError(f"element {element.key}: no signal '{signal}'")
    for rule in catalogue.rules.values():
        _validate_options(rule, catalogue)
    tried = catalogue
    if only:
        rules = {name: rule for name, rule in catalogue.rules.items() if name in only}
        tried = replace(catalogue, signals={}, elements={}, rules=rules, digest="")
    try:
        for language in LANGUAGES:
            compile_catalogue(tried, language)
    except ValueError as error:
        raise CatalogueError(f"pattern {error}") from error


def _validate_options(rule: Rule, catalogue: Catalogue) -> None:
    from rekisterilint.elements.conditions import CONDITIONS

    if rule.kind == "element":
        element = catalogue.elements.get(rule.options["element"])
        if element is None:
            raise CatalogueError(f"{rule.id}: no element '{rule.options['element']}'")
        if not any(_can_be(element, status) for status in rule.options["statuses"]):
            raise CatalogueError(f"{rule.id}: the element '{element.key}' is never {rule.options['statuses'][0]}")
    if rule.kind == "pattern" and all(map(_only_facts, rule.clauses)):
        raise CatalogueError(f"{rule.id}: facts alone have no place to mark: can never match")
    if rule.kind == "check":
        _validate_function(rule)
    if rule.kind == "conflict":
        for option in ("claim", "against"):
            if rule.options[option] not in catalogue.signals:
                raise CatalogueError(f"{rule.id}: no signal '{rule.options[option]}'")
    for condition in (*rule.options.get("severity_if", {}), *rule.options.get("unless", ())):
        if condition not in CONDITIONS:
            raise CatalogueError(f"{rule.id}: no condition '{condition}'")


def _can_be(element: Element, status: str) -> bool:
    return status == "missing" or bool(element.evidence.get(status) or element.signals.get(status))


def _only_facts(clause: Clause) -> bool:
    """Whether no expression of a clause has a word that must stand in the sentence."""
    parts = [part for group in clause.expressions.values() for words in group for part in words.split(" & ")]
    return all(part.strip().startswith(("@", "!")) for part in parts)


def _validate_function(rule: Rule) -> None:
    module, _, name = rule.options["function"].rpartition(".")
    try:
        found = callable(getattr(import_module(f"rekisterilint.checks.{module}"), name, None))
    except ModuleNotFoundError:
        found = False
    if not found:
        raise CatalogueError(f"{rule.id}: no check '{rule.options['function']}'")


def load_valid_catalogue(extra: Iterable[Path]) -> Catalogue:
    """The packaged catalogue with `extra`, which are validated first."""
    folders = list(extra)
    validate_rule_files(folders)
    catalogue = load_catalogue(folders)
    sources = {str(path) for path in rule_files(folders)}
    own = frozenset(name for name, rule in catalogue.rules.items() if rule.source in sources)
    validate_catalogue(catalogue, own)
    return catalogue
