"""Which rules run: selectors (identifier, name or family) to rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rekisterilint.catalogue.model import Rule


class UnknownRuleError(ValueError):
    """A selector that names no rule, name or family."""

    def __init__(self, selector: str, nearest: str) -> None:
        super().__init__(selector)
        self.selector = selector
        self.nearest = nearest


def named_by(selector: str, rule: Rule) -> bool:
    """Whether `selector` names `rule`."""
    return selector in (rule.id, rule.name, rule.family)


def check_selectors(selectors: Iterable[str], rules: Mapping[str, Rule]) -> None:
    """Raise UnknownRuleError for the first selector that names nothing."""
    for selector in selectors:
        if not any(named_by(selector, rule) for rule in rules.values()):
            raise UnknownRuleError(selector, _nearest(selector, rules))


def _nearest(selector: str, rules: Mapping[str, Rule]) -> str:
    from rapidfuzz import process

    known = [name for rule in rules.values() for name in (rule.id, rule.name)]
    best = process.extractOne(selector, known, score_cutoff=60)
    return best[0] if best else ""


def selected_rules(
    rules: Mapping[str, Rule],
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    *,
    pedantic: bool = False,
) -> list[Rule]:
    """The rules that run. A pedantic rule runs with `pedantic` or when its id or name is selected."""
    chosen, refused = tuple(select), tuple(ignore)
    result = []
    for rule in rules.values():
        if chosen and not any(named_by(selector, rule) for selector in chosen):
            continue
        if any(named_by(selector, rule) for selector in refused):
            continue
        if rule.pedantic and not pedantic and not {rule.id, rule.name} & set(chosen):
            continue
        result.append(rule)
    return result
