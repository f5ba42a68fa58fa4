"""What a shell may offer for the values of options."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Completer = Callable[[str], list[str]]


def one_of(*values: str) -> Completer:
    """Offers `values`."""

    def complete(incomplete: str) -> list[str]:
        return _starting(values, incomplete)

    return complete


def report_formats(incomplete: str) -> list[str]:
    """Offers the formats of reports."""
    from rekisterilint.reports import FORMATS

    return _starting(tuple(FORMATS), incomplete)


def selectors(incomplete: str) -> list[str]:
    """Offers rules and families by identifier; rules by name once lower case is typed."""
    rules = _rules()
    if incomplete[:1].islower():
        return _starting(tuple(name for _, name in rules), incomplete)
    families = dict.fromkeys(identifier[:3] for identifier, _ in rules)
    return _starting((*families, *(identifier for identifier, _ in rules)), incomplete)


def _rules() -> Sequence[tuple[str, str]]:
    from rekisterilint.catalogue import load_catalogue

    return [(rule.id, rule.name) for rule in load_catalogue().rules.values()]


def _starting(values: Sequence[str], incomplete: str) -> list[str]:
    return [value for value in values if value.startswith(incomplete)]
