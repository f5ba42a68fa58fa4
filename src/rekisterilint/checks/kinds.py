"""The closed set of rule kinds. Each is a function from a rule and a context to hits.

element   an element's status: what is missing or falls short
pattern   an expression in a sentence; the span is that of its first pattern
conflict  two signals that contradict each other
check     a named function of `rekisterilint.checks`
run       the notices of a run held against each other (`rekisterilint.organisation`)
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from rekisterilint.catalogue.model import Rule, Severity
from rekisterilint.checks.context import Context
from rekisterilint.elements.conditions import CONDITIONS, TRIGGERS
from rekisterilint.findings import Edit, Fix, Hit, Span, Status, translated

Check = Callable[[Rule, Context], Iterator[Hit]]


def element_hits(rule: Rule, context: Context) -> Iterator[Hit]:
    """One hit when the element has one of the rule's statuses.

    Options: `element`; `statuses` (each maps to a message variant); `severity_if` (condition →
    severity). A `referred` status is reported one severity lower than the rule's own.
    """
    options = rule.options
    result = context.elements[options["element"]]
    if result.status.value not in options["statuses"]:
        return
    severity = rule.severity
    for condition, name in options.get("severity_if", {}).items():
        if CONDITIONS[condition](context.situation):
            severity = Severity[name.upper()]
    if result.status is Status.REFERRED:
        severity = Severity(max(severity - 1, Severity.INFO))
    variant = result.status.value if result.status.value in rule.messages else "default"
    if result.evidence:
        yield Hit(result.evidence[0], variant=variant, severity=severity)
        return
    heading, asking = _heading_about(rule.options.get("topic", ""), context), _asking(options["element"], context)
    span = heading or asking or context.title_span()
    yield Hit(span, variant=variant, severity=severity, related=(asking,) if asking and asking != span else ())


def _heading_about(topic: str, context: Context) -> Span | None:
    """The heading of the section that ought to say it."""
    about = [s for s in context.notice.sections if s.heading is not None and topic in s.topics]
    # "Tietopyynnöt ja muut oikeudet" over an address is not where the rights are told of.
    best = min(about, key=lambda section: len(section.topics), default=None)
    return None if best is None or best.heading is None else Span(best.heading.start, best.heading.end)


def _asking(element: str, context: Context) -> Span | None:
    """The first sentence for which the element is asked: the one that claims consent, names allergies, …"""
    conditions = context.catalogue.elements[element].applies
    units = [u for name in conditions for signal in TRIGGERS.get(name, ()) for u in context.signal_units(signal)]
    first = min(units, key=lambda unit: unit.start, default=None)
    return None if first is None else Span(first.start, first.end)


def pattern_hits(rule: Rule, context: Context) -> Iterator[Hit]:
    """A hit for each match of a clause's first pattern.

    Options: `fix` (`safe` or `unsafe`) makes the clause's `value` a fix.
    """
    seen: set[tuple[int, int]] = set()
    for match in context.evidence.of("rule", rule.id):
        unit = context.notice.units[match.unit]
        if match.test.first < 0:
            continue
        for start, end in context.compiled.bank.spans(match.test.first, unit.folded):
            span = Span(unit.start + start, unit.start + end)
            if (span.start, span.end) in seen:
                continue
            seen.add((span.start, span.end))
            value = match.clause.clause.value
            fix = None
            if value and rule.options.get("fix"):
                words = translated(value, context.notice.language)
                fix = Fix((Edit(span, words),), safe=rule.options["fix"] == "safe")
            yield Hit(span, {"value": value or ""}, suggestion=value or "", fix=fix)


def conflict_hits(rule: Rule, context: Context) -> Iterator[Hit]:
    """A hit at the first sentence of signal `claim`, when signal `against` is met elsewhere.

    Options: `claim`, `against`; `unless` (conditions that silence the rule).
    """
    options = rule.options
    if any(CONDITIONS[name](context.situation) for name in options.get("unless", ())):
        return
    claims = context.signal_units(options["claim"])
    against = context.signal_units(options["against"])
    for claim in claims:
        others = [unit for unit in against if unit.start != claim.start]
        if not others:
            continue
        quote = context.notice.words(others[0])
        yield Hit(
            Span(claim.start, claim.end),
            {"other": quote},
            related=(Span(others[0].start, others[0].end),),
        )
        return


@cache
def _named(function: str) -> Check:
    module, _, name = function.rpartition(".")
    check: Check = getattr(importlib.import_module(f"rekisterilint.checks.{module}"), name)
    return check


def named_hits(rule: Rule, context: Context) -> Iterator[Hit]:
    """The hits of the function that option `function` names, as `module.function`."""
    return _named(rule.options["function"])(rule, context)


def run_hits(rule: Rule, context: Context) -> Iterator[Hit]:
    """No hits: what the rule is for shows only when all notices are read."""
    return iter(())


KINDS: Mapping[str, Check] = {
    "element": element_hits,
    "pattern": pattern_hits,
    "conflict": conflict_hits,
    "check": named_hits,
    "run": run_hits,
}
