"""What a shell may offer for the values of options."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import click

Completer = Callable[[click.Context, click.Parameter, str], list[str]]


def one_of(*values: str) -> Completer:
    """Offers `values`."""

    def complete(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
        return _starting(values, incomplete)

    return complete


def report_formats(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """Offers the formats of reports."""
    from rekisterilint.reports import FORMATS

    return _starting(tuple(FORMATS), incomplete)


def selectors(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    """Offers rules and families by identifier; rules by name once lower case is typed."""
    rules = _rules()
    if incomplete[:1].islower():
        return _starting(tuple(name for _, name in rules), incomplete)
    families = dict.fromkeys(identifier[:3] for identifier, _ in rules)
    return _starting((*families, *(identifier for identifier, _ in rules)), incomplete)


def script(command: click.Command, shell: str) -> str:
    """The lines that make `shell` (bash, zsh or fish) complete what `command` knows."""
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    assert found is not None
    return found(command, {}, "rekisterilint", "_REKISTERILINT_COMPLETE").source()


def _rules() -> Sequence[tuple[str, str]]:
    from rekisterilint.catalogue import load_catalogue

    return [(rule.id, rule.name) for rule in load_catalogue().rules.values()]


def _starting(values: Sequence[str], incomplete: str) -> list[str]:
    return [value for value in values if value.startswith(incomplete)]
