"""`rules`, `explain`, `test` and `schema`: the catalogue shown and proved."""

from __future__ import annotations

import sys
from pathlib import Path

from rekisterilint.catalogue import CatalogueError, Rule, load_catalogue
from rekisterilint.catalogue.load import rule_files, source_name
from rekisterilint.catalogue.validate import validate_catalogue, validate_rule_files
from rekisterilint.cli import exits
from rekisterilint.cli.messages import say
from rekisterilint.cli.requests import UsageError, chosen_language
from rekisterilint.folders import packaged_folder
from rekisterilint.matching import PatternError
from rekisterilint.reports.wording import word
from rekisterilint.selection import UnknownRuleError, check_selectors, named_by

_SCHEMAS = ("config", "rule", "register", "report")


def _failed(error: Exception) -> int:
    print(f"rekisterilint: {error}", file=sys.stderr)
    return exits.USAGE


def run_rules_command(select: tuple[str, ...], lang: str, format_: str) -> int:
    """Print the catalogue, or what `select` names of it."""
    try:
        language = chosen_language(lang)
        rules = load_catalogue().rules
        _check(select, language)
    except (CatalogueError, UsageError) as error:
        return _failed(error)
    chosen = [r for r in rules.values() if not select or any(named_by(s, r) for s in select)]
    if format_ == "json":
        from rekisterilint.reports.json_report import dumps

        print(dumps([_rule_values(rule) for rule in chosen]))
        return exits.CLEAN
    for rule in chosen:
        marks = f"{word(rule.severity.label, language)}{' (p)' if rule.pedantic else ''}"
        print(f"{rule.id}  {rule.name:40} {marks:15} {rule.provision}")
    return exits.CLEAN


def _rule_values(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.id,
        "name": rule.name,
        "severity": rule.severity.label,
        "confidence": rule.confidence.label,
        "pedantic": rule.pedantic,
        "provision": rule.provision,
        "guideline": rule.guideline,
        "message": {variant: dict(texts) for variant, texts in rule.messages.items()},
        "help": dict(rule.help),
    }


def _check(selectors: tuple[str, ...], language: str) -> None:
    try:
        check_selectors(selectors, load_catalogue().rules)
    except UnknownRuleError as error:
        hint = say("did-you-mean", language, nearest=error.nearest) if error.nearest else ""
        raise UsageError(say("unknown-rule", language, selector=error.selector) + hint) from error


def run_explain_command(name: str, lang: str) -> int:
    """Print the page of one rule, as in docs/rules.md."""
    from rekisterilint.reports.rule_page import rule_page

    try:
        language = chosen_language(lang)
        wanted = name.upper() if name[:3].isalpha() and name[3:].isdigit() else name
        rules = [rule for rule in load_catalogue().rules.values() if wanted in (rule.id, rule.name)]
        if not rules:
            _check((wanted,), language)
            raise UsageError(say("unknown-rule", language, selector=name))
    except (CatalogueError, UsageError) as error:
        return _failed(error)
    print(rule_page(rules[0], language), end="")
    return exits.CLEAN


def run_test_command(files: tuple[Path, ...], lang: str) -> int:
    """Run the examples of `files`, or of the product's own rules."""
    from rekisterilint.examples import run_examples

    try:
        language = chosen_language(lang)
        own = {str(path) for path in rule_files([packaged_folder("rules")])}
        extra = [path for path in rule_files(files) if str(path.resolve()) not in own]
        validate_rule_files(files)
        catalogue = load_catalogue(extra)
        validate_catalogue(catalogue)
        wanted = {source_name(path) for path in rule_files(files)}
        rules = [rule for rule in catalogue.rules.values() if not wanted or rule.source in wanted]
        failures = list(run_examples(catalogue, rules))
    except (CatalogueError, PatternError, UsageError) as error:
        return _failed(error)
    for failure in failures:
        print(f"{failure.rule} {say('example', language, number=failure.number)}: {failure.problem}")
    examples = sum(len(rule.examples) for rule in rules)
    if failures:
        print(say("examples-failed", language, failed=len(failures), examples=examples))
        return exits.FINDINGS
    print(say("examples-ok", language, examples=examples, rules=len(rules)))
    return exits.CLEAN


def run_schema_command(name: str, lang: str) -> int:
    """Print the JSON Schema called `name`."""
    try:
        language = chosen_language(lang)
        if name not in _SCHEMAS:
            raise UsageError(
                say("unknown-value", language, option="NAME", value=name, allowed=", ".join(_SCHEMAS))
            )
    except UsageError as error:
        return _failed(error)
    print(packaged_folder("schemas").joinpath(f"{name}.schema.json").read_text(encoding="utf-8"), end="")
    return exits.CLEAN
